"""A row of small bars for a series of years."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

BARS = "▁▂▃▄▅▆▇█"
NOTHING = "·"


def draw_sparkline(values: Mapping[int, Decimal], room: int) -> str:
    """A bar a year from the first to the last, the lowest value the lowest bar, a dot for a year without one.

    Where the years are more than *room*, several share a bar, which shows the last value among them. Empty for fewer
    than two years.

    >>> draw_sparkline({2009: Decimal(9), 2012: Decimal(14), 2013: Decimal(22)}, 40)
    '▁··▃█'
    """
    if len(values) < 2 or room < 2:
        return ""
    first, last = min(values), max(values)
    step = -(-(last - first + 1) // room)
    cells = [_last_of(values, range(year, year + step)) for year in range(first, last + 1, step)]
    low, high = min(values.values()), max(values.values())
    return "".join(NOTHING if cell is None else _bar(cell, low, high) for cell in cells)


def _last_of(values: Mapping[int, Decimal], years: range) -> Decimal | None:
    return next((values[year] for year in reversed(years) if year in values), None)


def _bar(value: Decimal, low: Decimal, high: Decimal) -> str:
    if high == low:
        return BARS[len(BARS) // 2]
    return BARS[int((value - low) / (high - low) * (len(BARS) - 1))]
