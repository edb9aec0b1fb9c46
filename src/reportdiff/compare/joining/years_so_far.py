"""Counts of a year so far that a text gives for another year too: of these only the same months are set together."""

from __future__ import annotations

from collections.abc import Mapping

from reportdiff.compare.reading.sums import year_so_far
from reportdiff.compare.reading.telling import Telling, once
from reportdiff.model.claim import Claim

CLOSE_BY = 3
"""Figures before and after one that may be of the same thing under another name."""


def is_compared(telling: Telling, number: int) -> bool:
    """True for a count of a year so far that its text, or what stands close by, gives for another year too."""
    claim, stretch = telling.claims[number], _stretch_of(telling.claims[number])
    if stretch is None:
        return False
    year, end = stretch
    around = telling.claims[max(0, number - CLOSE_BY) : number + CLOSE_BY + 1]
    told = {_stretch_of(other) for other in around if other.dimensions == claim.dimensions}
    years = once(telling, years_so_far)[claim.measure, end] | {each[0] for each in told if each and each[1] == end}
    return years != {year}


def years_so_far(telling: Telling) -> Mapping[tuple[str, tuple[int, int]], frozenset[int]]:
    """The years in which a telling counts a measure from January to a month and day."""
    years: dict[tuple[str, tuple[int, int]], set[int]] = {}
    for claim in telling.claims:
        if stretch := _stretch_of(claim):
            years.setdefault((claim.measure, stretch[1]), set()).add(stretch[0])
    return {ends: frozenset(told) for ends, told in years.items()}


def _stretch_of(claim: Claim) -> tuple[int, tuple[int, int]] | None:
    """The year that a claim counts so far, and the month and day to which; None for any other claim."""
    days = year_so_far(claim)
    return (days[1].year, (days[1].month, days[1].day)) if days else None
