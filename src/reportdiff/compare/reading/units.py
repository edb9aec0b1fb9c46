"""Figures and their units: the figure of a claim, two figures in one unit, and units that weigh little."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from reportdiff.model.claim import Claim
from reportdiff.model.quantity import UNIT_SIZES, Quantity

SMALL_UNITS = frozenset({"count", "person", "rank", "year", "month", "week", "day", "hour", "multiple"})
"""Units of figures that are of little worth on their own where the vocabulary has no name for what they measure."""


def quantity_of(claim: Claim) -> Quantity:
    """The figure of a quantity claim; ``TypeError`` for a claim of another kind."""
    if not isinstance(claim.value, Quantity):
        raise TypeError(f"claim {claim.id} holds no figure")
    return claim.value


def in_one_unit(old: Quantity, new: Quantity) -> tuple[Quantity, Quantity]:
    """The two figures, the old one in the unit of the new where both units measure one quantity.

    Ratios and changes in percent are both told as changes: halved is -50 percent.
    """
    if old.unit == new.unit or old.family != new.family:
        return old, new
    if old.family == "change":
        return _as_change(old), _as_change(new)
    sizes = UNIT_SIZES.get(old.family)
    if sizes is None:
        return old, new
    factor = Decimal(sizes[old.unit]) / Decimal(sizes[new.unit])
    return _mapped(old, new.unit, lambda value: value * factor), new


def _as_change(quantity: Quantity) -> Quantity:
    if quantity.unit != "multiple":
        return quantity
    return _mapped(quantity, "percent-change", lambda value: (value - 1) * 100)


def _mapped(quantity: Quantity, unit: str, to_unit: Callable[[Decimal], Decimal]) -> Quantity:
    """*quantity* with every number put through the rising function *to_unit*."""
    return replace(
        quantity,
        unit=unit,
        amount=to_unit(quantity.amount),
        upper=None if quantity.upper is None else to_unit(quantity.upper),
        lower_bound=None if quantity.lower_bound is None else to_unit(quantity.lower_bound),
        upper_bound=None if quantity.upper_bound is None else to_unit(quantity.upper_bound),
    )
