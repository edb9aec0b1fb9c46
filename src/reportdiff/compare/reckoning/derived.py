"""Figures that a text gives without printing them: "$107.6 million, $1.5 million less than in FY2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from reportdiff.compare.reading.intervals import Interval
from reportdiff.compare.reading.periods import days_of
from reportdiff.compare.reading.telling import Telling
from reportdiff.compare.reading.units import quantity_of
from reportdiff.compare.reckoning.hedged import level_of, mirrored
from reportdiff.compare.reckoning.sums import is_countable
from reportdiff.model.claim import Claim

_THAN = re.compile(
    r" (?P<way>less|fewer|lower|below|more|higher|above)(?: than)?"
    r"(?: (?:was |were |had been )?[a-z]+(?: to [A-Z][a-z]+)?)?(?: (?:in|for|the|during|of|level|that))* "
    r"(?P<fiscal>FY ?|fiscal year )?(?P<year>(?:19|20)[0-9]{2})\b(?! ?[-–])"
)
_AWAY = re.compile(r"[^.;:$%]{0,80}")
_LESS = frozenset({"less", "fewer", "lower", "below"})


class Derived(NamedTuple):
    """A figure that follows from two that are printed: a level and how far it lies from that of another year.

    ``start`` and ``end`` are the days of that year, ``made`` what the figure can mean, in the level's unit.
    """

    level: Claim
    difference: Claim
    start: date
    end: date
    made: Interval


def find_derived(telling: Telling, sentence: Sequence[int], *, fiscal_year_start: int = 10) -> Iterator[Derived]:
    """What one sentence gives by "X less than in YEAR" behind a level of the same unit; *sentence* are its figures."""
    for index, behind in pairwise(sentence):
        level, difference = telling.claims[index], telling.claims[behind]
        gap = telling.text[telling.places[index].end : telling.places[behind].start]
        told = _THAN.match(telling.text, telling.places[behind].end, telling.sentences[index].end)
        alike = quantity_of(level).unit == quantity_of(difference).unit and is_countable(level)
        if told is None or not alike or not is_countable(difference) or not _AWAY.fullmatch(gap):
            continue
        year = int(told["year"])
        start, end = _fiscal(year, fiscal_year_start) if told["fiscal"] else (date(year, 1, 1), date(year, 12, 31))
        if days_of(level.period) != (start, end):
            made = _away(level, difference, less=told["way"] in _LESS)
            yield Derived(level=level, difference=difference, start=start, end=end, made=made)


def _fiscal(year: int, first_month: int) -> tuple[date, date]:
    if first_month == 1:
        return date(year, 1, 1), date(year, 12, 31)
    end = date(year, first_month, 1) - timedelta(days=1)
    return date(year - 1, first_month, 1), end


def _away(level: Claim, difference: Claim, *, less: bool) -> Interval:
    """The level of the other year: above this one by the difference where this one is less."""
    here, by = _size_of(level), _size_of(difference)
    by = by if less else mirrored(by)
    lower = None if here.lower is None or by.lower is None else here.lower + by.lower
    upper = None if here.upper is None or by.upper is None else here.upper + by.upper
    return Interval(lower, upper)


def _size_of(claim: Claim) -> Interval:
    """How large a sum is: a sign, if it bears one, is told by the words too."""
    size = level_of(claim)
    return mirrored(size) if quantity_of(claim).amount < 0 else size
