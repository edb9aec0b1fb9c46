"""Figures that do not add up: sums and shares against their wholes, changes against their two ends."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from reportdiff.checks import catalogue
from reportdiff.checks.findings import remark, say_snapshot
from reportdiff.compare.reading.decisions import is_told_by_people
from reportdiff.compare.reading.intervals import Interval
from reportdiff.compare.reading.telling import Tell, telling_of
from reportdiff.compare.reading.units import quantity_of
from reportdiff.compare.reckoning.arithmetic import reckon_between, reckon_within
from reportdiff.compare.reckoning.hedged import SHARES, Reckoned, Reckoning
from reportdiff.compare.verdicts.amounts import SCALES, part_digits, without_idle_zeros
from reportdiff.compare.verdicts.reasons import figure_of
from reportdiff.compare.verdicts.unit_names import name_unit
from reportdiff.model.change import Diff
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.quantity import Comparator, Quantity, is_currency

MOST_QUOTED = 6
BILLIONS_AT_MOST = SCALES[1:]
"""How large amounts are told: a sum and its parts are easier to compare in one scale."""
UNIT_SIGNS = {"percent": " %", "person": "", "count": ""}


def check_arithmetic(snapshot: Snapshot, *, draft: bool = False, tell: Tell = telling_of) -> Iterator[Finding]:
    """The sums, shares and changes of one text that fail beyond what hedges and rounding allow."""
    for reckoning in reckon_within(snapshot, tell=tell):
        if not reckoning.fits:
            sides = {claim.id: Side(claim=claim, snapshot=snapshot, draft=draft) for claim in reckoning.claims}
            yield _finding(reckoning, sides)


def check_arithmetic_between(diff: Diff, *, draft: bool = False, tell: Tell = telling_of) -> Iterator[Finding]:
    """The changes that one of two texts states, against the levels that both print; with *draft*, the old is one."""
    for reckoning in reckon_between(diff.old, diff.new, tell=tell):
        if not reckoning.fits:
            sides = {}
            for claim in reckoning.claims:
                own = any(claim is each for each in diff.old.claims)
                sides[claim.id] = Side(claim=claim, snapshot=diff.old if own else diff.new, draft=draft and own)
            yield _finding(reckoning, sides)


def _finding(reckoning: Reckoning, sides: dict[str, Side]) -> Finding:
    rule = catalogue.FAILED_RATIO if reckoning.kind is Reckoned.CHANGE else catalogue.FAILED_SUM
    claims = reckoning.claims
    first, last = sides[claims[0].id], sides[claims[-1].id]
    old, new = (last, first) if last.draft and not first.draft else (first, last)
    told_apart = new.claim.sentence != old.claim.sentence or new.snapshot is not old.snapshot
    message = f"{_say(reckoning)} ({_say_who(sides)})"
    at, other = old if old.draft else new, new if told_apart else None
    return remark(rule, claims[0].measure, old, other, message, at=at, evidence=claims)


def _say_who(sides: dict[str, Side]) -> str:
    told = ("the draft" if side.draft else say_snapshot(side.snapshot) for side in sides.values())
    return "; ".join(dict.fromkeys(told))


def _say(reckoning: Reckoning) -> str:
    parts = [_quoted(part) for part in reckoning.parts]
    amounts = [quantity_of(part) for part in reckoning.parts]
    about = "" if all(each.comparator is Comparator.EXACTLY for each in amounts) else "about "
    total = _say_amount(sum((each.amount for each in amounts), Decimal(0)), amounts[0].unit, about=about)
    match reckoning.kind, reckoning.stated:
        case Reckoned.CHANGE, Claim() as stated:
            size = _say_change(amounts[0], amounts[1], quantity_of(stated).unit, about=about)
            return f"{_quoted(stated)} does not fit its two ends: from {parts[0]} to {parts[1]} is {size}"
        case Reckoned.DIFFERENCE, Claim() as stated:
            made = _say_amount(_middle(reckoning.made), amounts[0].unit, about=about)
            return f"{_quoted(stated)} does not fit what {parts[0]} and {parts[1]} away from it make: {made}"
        case Reckoned.SHARES, stated:
            whole = "100 %" if stated is None else _quoted(stated)
            return f"The shares of one list, {_listed(parts)}, make {total} together, not {whole}"
    assert reckoning.stated is not None, reckoning.kind
    return f"{_quoted(reckoning.stated)} does not fit its parts: {_listed(parts)} make {total}"


def _say_change(old: Quantity, new: Quantity, unit: str, *, about: str) -> str:
    """The change from one printed amount to another, in the words of the change that was stated."""
    if unit == "percentage-point":
        return f"{about}{_plain(new.amount - old.amount)} points"
    ratio = SHARES.divide(new.amount, old.amount)
    return f"{about}{_plain(ratio)} times" if unit == "multiple" else f"{about}{_plain(ratio * 100 - 100)} %"


def _listed(parts: list[str]) -> str:
    shown = parts if len(parts) <= MOST_QUOTED else [*parts[: MOST_QUOTED - 2], "…", parts[-1]]
    return " + ".join(shown)


def _quoted(claim: Claim) -> str:
    return figure_of(claim) if is_told_by_people(claim) else part_digits(" ".join(claim.quote.exact.split()))


def _middle(made: Interval) -> Decimal:
    lower, upper = made.lower, made.upper
    if lower is None or upper is None:
        return (lower if upper is None else upper) or Decimal(0)
    return (lower + upper) / 2


def _say_amount(amount: Decimal, unit: str, *, about: str) -> str:
    """An amount in its unit, large ones in millions."""
    scaled = next(
        (f"{_plain(amount / size)} {word}" for size, word in BILLIONS_AT_MOST if abs(amount) >= size), _plain(amount)
    )
    if is_currency(unit):
        return f"{about}{unit} {scaled}"
    return f"{about}{scaled}{UNIT_SIGNS.get(unit, f' {name_unit(unit, amount)}')}"


def _plain(number: Decimal) -> str:
    """Three digits or so, and never a part of a large number."""
    place = Decimal(1) if abs(number) >= 1000 else Decimal("0.01") if abs(number) < 10 else Decimal("0.1")
    return without_idle_zeros(f"{number.quantize(place, rounding=ROUND_HALF_EVEN):,f}").replace("-", "−")
