"""Axes: from values and days to places in a chart, and the ticks on them."""

from __future__ import annotations

import math
from datetime import date
from typing import NamedTuple

from reportdiff.model.period import Period

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
FEWEST_YEARS = 2.0


class Scale(NamedTuple):
    """A straight map from the values *low* to *high* to the places *start* to *end*."""

    low: float
    high: float
    start: float
    end: float

    def place(self, value: float) -> float:
        """Where *value* is; what lies outside is put at the edge."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low or 1)
        return self.start + share * (self.end - self.start)


def ticks_between(low: float, high: float, most: int) -> list[float]:
    """Round values that enclose *low* and *high*, at most *most* and two more.

    >>> ticks_between(9, 22, 4)
    [5.0, 10.0, 15.0, 20.0, 25.0]
    """
    rough = (high - low) / most or abs(high) / most or 1.0
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(each * size for each in STEPS if each * size >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 12) for number in range(first, max(last, first + 1) + 1)]


def year_ticks(low: float, high: float, most: int) -> list[int]:
    """Whole years from *low* to *high*, no more than *most* and one."""
    first, last = math.ceil(low), math.floor(high)
    step = next((each for each in (1, 2, 5, 10, 20, 50, 100) if (last - first) / each <= most), 500)
    return [year for year in range(first - first % step, last + 1, step) if year >= first]


def middle_of(period: Period) -> float | None:
    """The middle of a period in years: 2015.5 for 2015; None when nothing tells."""
    if period.start is None or period.end is None:
        return None
    return (year_of(period.start) + year_of(period.end) + 1 / 365) / 2


def year_of(day: date) -> float:
    """A day in years."""
    return day.year + (day.timetuple().tm_yday - 1) / 365.25
