"""Sums over stretches of a year: what a quarter sold is not what nine months did, while a stock is what it is."""

from __future__ import annotations

from datetime import date

from reportdiff.compare.reading.periods import LONGEST_YEAR, days_of, is_stated
from reportdiff.compare.reading.telling import is_money
from reportdiff.compare.reading.words import WORD, bare_stem, words_of
from reportdiff.model.claim import Claim
from reportdiff.model.period import Precision
from reportdiff.model.quantity import Quantity

Days = tuple[date, date]
DECEMBER = 12

SHORTEST_SUM = 60
"""What is told for fewer days may be a state at their end."""

SO_FAR_SHARE = (7, 10)
"""Counts of two years so far are set against each other where the one runs at least so much of the other's days."""

NO_SUMS = frozenset({"share", "change", "points", "rank", "duration"})
"""Families of units in which nothing adds up over time."""

HEAPS = frozenset({"mass", "volume", "energy"})
"""Families of units of goods, which are mostly told as what was made or moved."""

STATES = frozenset(
    map(
        bare_stem,
        words_of(
            """average median mean price prices rent wage wages salary salaries pay rate capacity population inhabitants
            employed employment unemployed unemployment jobless employees workforce labor labour staff jobs headcount
            reserve reserves stock stocks stockpile inventory inventories backlog members membership subscribers
            users refugees displaced prisoners inmates detainees caseload"""
        ),
    )
)
"""Words for prices, averages and stocks, whatever else a measure is called: "export prices", "refining capacity"."""

FLOWS = frozenset(
    map(
        bare_stem,
        words_of(
            """sale sales sell sold turnover revenue revenues receipts income earnings profit profits loss losses
            proceeds export exports exported import imports imported trade shipments shipped delivered deliveries sent
            production produced output harvest harvested crop generated generation consumption consumed emissions
            emitted spending spent expenditure expenditures cost costs service repayment repayments payments paid
            investment invested remittances aid assistance grants disbursed disbursements raised issued purchases
            bought orders deaths death died dead killed injured wounded births born arrivals arrived visitors visits
            tourists passengers traffic cases crimes homicides murders thefts arrests arrested accidents crashes attacks
            incidents registrations registered built completed vaccinated doses permits deported borrowed lent"""
        ),
    )
)
"""Words for what adds up, day by day."""

HOLDINGS = frozenset(
    map(
        bare_stem,
        words_of(
            """debt debts liabilities assets deposits loans credit money savings holdings wealth equity capital arrears
            outstanding capitalization capitalisation valuation shares worth"""
        ),
    )
)
"""Words for stocks, unless a word for a flow stands beside them: "debt service", "asset sales"."""

STANDING = ("stood at", "stands at", "standing at", "remained at", "stayed at")
"""How the level of a stock is told."""


def are_other_sums(old: Claim, new: Claim) -> bool:
    """True for two sums over stated stretches within a year that are not of one length; a stock or price is no sum."""
    one, days = old.value, (_told_days(old), _told_days(new))
    if not isinstance(one, Quantity) or one.family in NO_SUMS or one.per not in (None, "share"):
        return False
    if days[0] is None or days[1] is None:
        return False
    shorter, longer = sorted(map(_length, (days[0], days[1])))
    if longer > LONGEST_YEAR or shorter * 10 >= longer * 9:
        return False
    if one.family == "count" and old.period.precision is new.period.precision is Precision.SPAN:
        return _words(old).union(_words(new)).isdisjoint(STATES)
    return shorter >= SHORTEST_SUM and _add_up(old, new, one)


def are_counts_so_far(old: Claim, new: Claim) -> bool:
    """True for what a year had counted each time that somebody asked: "through July 16", "through September"."""
    days = year_so_far(old), year_so_far(new)
    if days[0] is None or days[1] is None:
        return False
    shorter, longer = sorted(map(_length, (days[0], days[1])))
    return shorter * SO_FAR_SHARE[1] >= longer * SO_FAR_SHARE[0]


def year_so_far(claim: Claim) -> Days | None:
    """The days of a count that runs from January on, and not to the end of the year; None for any other figure."""
    days = _told_days(claim)
    if days is None or not isinstance(claim.value, Quantity) or claim.value.family != "count":
        return None
    begins = (days[0].month, days[0].day) == (1, 1)
    return days if begins and days[1].year == days[0].year and days[1].month < DECEMBER else None


def _told_days(claim: Claim) -> Days | None:
    return days_of(claim.period) if is_stated(claim.period) else None


def _length(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def _add_up(old: Claim, new: Claim, one: Quantity) -> bool:
    """True for what is called a flow, and for money and goods that are called nothing else."""
    told = _words(old) | _words(new)
    if not told.isdisjoint(STATES):
        return False
    if not told.isdisjoint(FLOWS):
        return True
    standing = any(_lead(claim).rstrip().endswith(STANDING) for claim in (old, new))
    return (is_money(old) or one.family in HEAPS) and told.isdisjoint(HOLDINGS) and not standing


def _lead(claim: Claim) -> str:
    """The words of its own sentence that lead to the figure, in small letters; not those before a comma."""
    before = claim.position.start - claim.sentence.start
    return claim.quote.prefix[-before:].lower().rpartition(", ")[2] if before > 0 else ""


def _words(claim: Claim) -> frozenset[str]:
    told = f"{claim.measure} {_lead(claim)}".lower()
    return frozenset(map(bare_stem, WORD.findall(told)))
