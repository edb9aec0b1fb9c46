"""Parts of a year that is told elsewhere or by a word: "in the third quarter", "the first half of this year"."""

from __future__ import annotations

import re
from datetime import date

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.number_words import WORDS
from reportdiff.grammar.times import Anchor, Role, TimeExpression
from reportdiff.grammar.wordlists import any_of
from reportdiff.model.period import Precision

_SMALL = any_of(list(WORDS)[2:12])
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
YEAR_PART = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Ff]or|[Oo]ver|of|throughout|from|to|than) the "
    rf"(?:(?P<ordinal>{any_of(_ORDINALS)}) (?P<piece>quarter|half)|first (?P<months>{_SMALL}|[0-9]{{1,2}}) months)"
    r"(?: (?:of )?(?P<year>(?<=of )the year|(?:this|the current|last|the previous|that|the same) year)\b|(?! of\b))"
    r"(?! (?:of |in )?(?:the )?(?:year )?(?:[0-9]|FY|fiscal|century|final))"
    rf"|\b(?P<ordinal2>{any_of(_ORDINALS, titled=True)})-(?P<piece2>quarter|half)(?= [a-z])(?! (?:of|century)\b)"
    r"|\b(?:[Ii]n|[Dd]uring|[Ff]or|[Ff]rom|[Tt]o) Q(?P<q>[1-4])(?![0-9A-Za-z])(?!(?: of)? (?:19|20)[0-9]{2}|[-–—/])"
)
PART_HINTS = [
    *(f"{ordinal}{joint}{piece}" for ordinal in _ORDINALS for joint in " -" for piece in ("quarter", "half")),
    *(f"first {count} months" for count in (*list(WORDS)[2:12], *map(str, range(2, 12)))),
    *("q1", "q2", "q3", "q4"),
]
"""What stands in every such part, in small letters, for a quick look."""
HINT_STARTS = frozenset(hint[:4] for hint in PART_HINTS)
_LAST_YEARS = frozenset({"last year", "the previous year"})
_UNTOLD_YEARS = frozenset({None, "the year", "that year", "the same year"})


def read_year_part(found: re.Match[str], anchor: Anchor) -> TimeExpression:
    """The expression that a match of :data:`YEAR_PART` makes.

    It is of the year of publication, or of the one before where that part of it was not over; without words for the
    year it may be that of a date in front of it.
    """
    days = _days_of(found, anchor.published)
    return TimeExpression(*found.span(), days, Role.POINT, yearless=found["year"] in _UNTOLD_YEARS)


def _days_of(found: re.Match[str], published: date | None) -> Days | None:
    if published is None:
        return None
    year = found["year"]
    if year in _LAST_YEARS:
        return _part(found, published.year - 1)
    days = _part(found, published.year)
    untold = year in _UNTOLD_YEARS
    return _part(found, published.year - 1) if untold and days.last > published else days


def _part(found: re.Match[str], year: int) -> Days:
    if months := found["months"]:
        count = int(months) if months.isdigit() else int(WORDS[months])
        first = date(year, 1, 1)
        return Days(first, calendar.add_months(first, min(max(count, 1), 12)) - calendar.ONE_DAY, Precision.SPAN)
    if found["q"]:
        return calendar.quarter(year, int(found["q"]))
    number = _ORDINALS[(found["ordinal"] or found["ordinal2"]).lower()]
    if (found["piece"] or found["piece2"]) == "half":
        return calendar.half_year(year, min(number, 2))
    return calendar.quarter(year, number)
