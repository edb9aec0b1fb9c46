"""The interval that a hedged figure can mean, and how two such intervals lie to each other."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reportdiff.model.quantity import Comparator, Quantity

OPEN_AT_AMOUNT = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN})
OPEN_AWAY_FROM_AMOUNT = frozenset({Comparator.NEARLY, Comparator.ORDER_OF_MAGNITUDE})
UNBOUNDED_OUTWARD = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST})
UNBOUNDED_INWARD = frozenset({Comparator.LESS_THAN, Comparator.AT_MOST})


class Interval(NamedTuple):
    """The values from ``lower`` to ``upper``; None is no bound. An open end does not belong to it."""

    lower: Decimal | None
    upper: Decimal | None
    lower_open: bool = False
    upper_open: bool = False


def interval_of(quantity: Quantity) -> Interval:
    """What *quantity* can mean: its bounds, with the ends open where the comparator leaves the bound itself out.

    The ends of a rounded figure are open too: 3 and 4 share no value, though both could have been rounded from 3.5.
    Where bounds are missing that the comparator calls for, the printed amount stands in.
    """
    lower, upper = _bounds(quantity)
    rounded = quantity.comparator is Comparator.EXACTLY and lower != upper
    at_amount = rounded or quantity.comparator in OPEN_AT_AMOUNT
    away = rounded or quantity.comparator in OPEN_AWAY_FROM_AMOUNT
    return Interval(
        lower=lower,
        upper=upper,
        lower_open=lower is not None and (at_amount if lower == quantity.amount else away),
        upper_open=upper is not None and (at_amount if upper == quantity.amount else away),
    )


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    if quantity.lower_bound is not None or quantity.upper_bound is not None:
        return quantity.lower_bound, quantity.upper_bound
    amount, other = quantity.amount, quantity.upper
    upward = (quantity.comparator in UNBOUNDED_OUTWARD) == (amount >= 0)
    if quantity.comparator in UNBOUNDED_OUTWARD | UNBOUNDED_INWARD:
        return (amount, None) if upward else (None, amount)
    return (amount, amount) if other is None else (min(amount, other), max(amount, other))


def overlap(one: Interval, other: Interval) -> bool:
    """True when some value belongs to both."""
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: Interval, other: Interval) -> bool:
    """True when *one* does not lie wholly below *other*."""
    if one.upper is None or other.lower is None:
        return True
    touching = one.upper == other.lower and not (one.upper_open or other.lower_open)
    return touching or one.upper > other.lower


def holds(interval: Interval, amount: Decimal) -> bool:
    """True when *amount* lies between the bounds, and on neither of them."""
    above = interval.lower is None or interval.lower < amount
    return above and (interval.upper is None or amount < interval.upper)


def is_narrower(one: Interval, other: Interval) -> bool:
    """True when *one* leaves less room than *other*: the shorter of two bounded ones, or the one inside the other.

    Between two unbounded intervals only the one inside the other is narrower.
    """
    one_width, other_width = _width(one), _width(other)
    if one_width is not None and other_width is not None:
        return one_width < other_width
    if (one_width is None) != (other_width is None):
        return other_width is None
    return one != other and _contains(other, one)


def _width(interval: Interval) -> Decimal | None:
    if interval.lower is None or interval.upper is None:
        return None
    return interval.upper - interval.lower


def _contains(outer: Interval, inner: Interval) -> bool:
    return _starts_before(outer, inner) and _starts_before(_mirrored(outer), _mirrored(inner))


def _starts_before(outer: Interval, inner: Interval) -> bool:
    """True when *outer* begins no later than *inner*."""
    if outer.lower is None or inner.lower is None:
        return outer.lower is None
    return outer.lower < inner.lower or (outer.lower == inner.lower and (inner.lower_open or not outer.lower_open))


def _mirrored(interval: Interval) -> Interval:
    return Interval(
        lower=None if interval.upper is None else -interval.upper,
        upper=None if interval.lower is None else -interval.lower,
        lower_open=interval.upper_open,
        upper_open=interval.lower_open,
    )
