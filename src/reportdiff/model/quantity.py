"""A figure: its amount, unit and hedge, and the interval that it can mean."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
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


UNIT_FAMILIES = {
    "percent": "share",
    "percent-change": "change",
    "multiple": "change",
    "percentage-point": "points",
    "person": "count",
    "count": "count",
}
