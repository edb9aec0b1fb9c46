"""Dates told in full or in part, as ISO 8601 dates of reduced precision."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import MONTHS, Days

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"  # noqa: E501
DATE = (
    rf"(?:(?P<month>{_MONTH}) (?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? )?(?:of )?(?P<year>[12][0-9]{{3}})"
    rf"|(?P<day2>[0-9]{{1,2}}) (?P<month2>{_MONTH}),? (?P<year2>[12][0-9]{{3}})"
    r"|(?P<year3>[12][0-9]{3}))(?![0-9,.]?[0-9])"
)
"""The pattern of a date with its year; use it once in a pattern, at most."""

_DATE = re.compile(DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class IsoDate:
    """A date of reduced precision (``2009``, ``2016-07``, ``2016-07-14``), the days it names, and where it stands."""

    text: str
    days: Days
    start: int
    end: int


def match_date(text: str, at: int) -> IsoDate | None:
    """The date that begins at *at*; None where none does.

    >>> match_date("in July 2016, and", 3).text
    '2016-07'
    """
    found = _DATE.match(text, at)
    return date_of(found) if found else None


def find_date(text: str, start: int, end: int) -> IsoDate | None:
    """The first date in ``text[start:end]``; None where there is none."""
    found = _DATE.search(text, start, end)
    return date_of(found) if found else None


def date_of(found: re.Match[str]) -> IsoDate | None:
    """The date that a match of a pattern with DATE in it holds; None where the calendar has no such day."""
    year = int(found["year"] or found["year2"] or found["year3"])
    name, number = found["month"] or found["month2"], found["day"] or found["day2"]
    where = found.start("year3" if found["year3"] else "month" if found["month"] else "day2")
    end = max(found.end("year"), found.end("year2"), found.end("year3"))
    if name is None:
        return IsoDate(text=f"{year:04}", days=calendar.year(year), start=where, end=end)
    month = MONTHS[name.rstrip(".").lower()]
    if number is None:
        return IsoDate(text=f"{year:04}-{month:02}", days=calendar.month(year, month), start=where, end=end)
    days = calendar.day(year, month, int(number))
    if days is None:
        return None
    return IsoDate(text=f"{year:04}-{month:02}-{int(number):02}", days=days, start=where, end=end)
