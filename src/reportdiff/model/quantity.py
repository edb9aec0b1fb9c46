"""A figure: its amount, unit and hedge, and the interval that it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from reportdiff.model.noun import Noun


class Comparator(StrEnum):
    """How the words around a figure bound it."""

    EXACTLY = "exactly"
    APPROXIMATELY = "approximately"
    NEARLY = "nearly"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    BETWEEN = "between"
    ORDER_OF_MAGNITUDE = "order-of-magnitude"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Quantity(Noun):
    """A figure with its multiplier applied.

    ``unit``: an ISO 4217 code, ``percent``, ``percent-change``, ``percentage-point``, ``multiple``, ``person``,
    ``count``, ``rank``, a duration or a physical unit. ``per``: the denominator (``year``, ``capita``,
    ``1000-population`` …) or None.
    ``lower_bound`` and ``upper_bound`` enclose what the words can mean, None for no bound; whether a bound itself
    belongs to the interval follows from the comparator. ``text`` is the figure as printed.
    """

    amount: Decimal
    unit: str
    comparator: Comparator = Comparator.EXACTLY
    upper: Decimal | None = None
    per: str | None = None
    lower_bound: Decimal | None = None
    upper_bound: Decimal | None = None
    text: str = ""

    @property
    def family(self) -> str:
        """The unit family: figures of different families are never compared."""
        return UNIT_FAMILIES.get(self.unit, self.unit)


UNIT_SIZES = {
    "length": {
        "mm": "0.001",
        "cm": "0.01",
        "m": "1",
        "km": "1000",
        "inch": "0.0254",
        "foot": "0.3048",
        "yard": "0.9144",
    }
    | {"mile": "1609.344", "nautical-mile": "1852"},
    "area": {"m2": "1", "ha": "10000", "km2": "1000000", "square-foot": "0.09290304", "acre": "4046.8564224"}
    | {"square-mile": "2589988.110336"},
    "volume": {"liter": "0.001", "m3": "1", "km3": "1000000000", "cubic-foot": "0.028316846592"}
    | {"gallon": "0.003785411784"},
    "mass": {"g": "0.001", "kg": "1", "metric-ton": "1000", "pound": "0.45359237", "ton": "1000"},
    "energy": {"kWh": "1", "MWh": "1000", "GWh": "1000000", "TWh": "1000000000"},
    "power": {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000", "TW": "1000000000000"},
    "duration": {"hour": "1", "day": "24", "week": "168", "month": "730.485", "year": "8765.82", "decade": "87658.2"}
    | {"century": "876582"},
}
"""Of each physical quantity and of durations, the units and how large they are in one of them.

Tons of unsaid kind are taken for metric ones: telling them apart would make contradictions of a spelling.
"""

UNIT_FAMILIES = {unit: family for family, sizes in UNIT_SIZES.items() for unit in sizes} | {
    "percent": "share",
    "percent-change": "change",
    "multiple": "change",
    "percentage-point": "points",
    "person": "count",
    "count": "count",
}

NO_CURRENCIES = frozenset({"BTU"})
"""Units that only look like the code of a currency."""


def is_currency(unit: str) -> bool:
    """True for a unit written as an ISO 4217 code.

    >>> is_currency("PEN"), is_currency("BTU"), is_currency("kWh")
    (True, False, False)
    """
    return len(unit) == 3 and unit.isupper() and unit not in NO_CURRENCIES
