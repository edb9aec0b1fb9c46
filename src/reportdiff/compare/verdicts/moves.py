"""By how much a figure moved, and in which words that is said."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from reportdiff.compare.verdicts.amounts import HEDGES, say_size, without_idle_zeros
from reportdiff.model.change import Delta
from reportdiff.model.quantity import Comparator, Quantity

UPWARD = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST})
DOWNWARD = frozenset({Comparator.LESS_THAN, Comparator.AT_MOST})
STRICT = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN})

QUOTIENTS = Context(prec=12)
"""Quotients are kept to twelve digits: more than any printed figure bears."""

PERCENTS = frozenset({"percent", "percent-change", "percentage-point"})
"""Units of which two figures lie points apart."""

FRACTION_DIGITS = 4
"""So many decimals has the value of a fraction in words that ends nowhere, such as a third."""

RANK = "rank"

MOVE_HEDGES = HEDGES | {Comparator.AT_MOST: "at most "}
"""How the size of a move is hedged: behind the word for its direction "up to" would mislead."""


def delta_of(old: Quantity, new: Quantity) -> Delta | None:
    """The move between the two printed amounts; None across unit families or denominators.

    A share of the old value is told only where that is above zero and the new one not below: from -5 to -9 nothing
    rose or fell by 80 percent. Places in a ranking have no shares either. Points are given for a percent against a
    percent.
    """
    if old.family != new.family or old.per != new.per:
        return None
    absolute = new.amount - old.amount
    scaled = old.unit != RANK and old.amount != 0
    return Delta(
        absolute=absolute,
        percent=QUOTIENTS.divide(absolute * 100, old.amount) if scaled and old.amount > 0 <= new.amount else None,
        ratio=QUOTIENTS.divide(new.amount, old.amount) if scaled and old.amount * new.amount >= 0 else None,
        points=absolute if {old.unit, new.unit} <= PERCENTS else None,
        comparator=_hedge_of_move(old, new),
    )


def move_of(delta: Delta | None, unit: str) -> str:
    """The size of a move in words, for figures in *unit*: ``up more than 57 %``, ``down $4 billion``, ``up 2 places``.

    Empty when nothing moved. A place in a ranking is the higher, the lower its number.
    """
    if delta is None or delta.absolute == 0:
        return ""
    upward = (delta.absolute > 0) != (unit == RANK)
    return f"{'up' if upward else 'down'} {MOVE_HEDGES[delta.comparator]}{_size_of(delta, unit)}"


def _size_of(delta: Delta, unit: str) -> str:
    if delta.points is not None:
        return _counted(_without_false_digits(delta.points), "point")
    if unit == RANK:
        return _counted(delta.absolute, "place")
    if delta.percent is not None:
        return f"{_plain(_rounded(abs(delta.percent)))} %"
    return say_size(delta.absolute, unit)


def _counted(number: Decimal, name: str) -> str:
    return f"{_plain(abs(number))} {name}{'' if abs(number) == 1 else 's'}"


def _without_false_digits(points: Decimal) -> Decimal:
    """A difference to a third or the like, whose digits nobody printed, rounded; any other as it is."""
    exponent = points.as_tuple().exponent
    return points if not isinstance(exponent, int) or exponent > -FRACTION_DIGITS else _rounded(points)


def _rounded(percent: Decimal) -> Decimal:
    """Whole percents from ten on, two significant digits below."""
    place = Decimal(1) if abs(percent) >= 10 else Decimal(1).scaleb(percent.adjusted() - 1)
    return percent.quantize(place, rounding=ROUND_HALF_EVEN)


def _plain(number: Decimal) -> str:
    return without_idle_zeros(f"{number:f}")


def _hedge_of_move(old: Quantity, new: Quantity) -> Comparator:
    """What the two hedges say of the size of the move: from 14 to over 22 it is more than 8, from over 14 less."""
    comparators = old.comparator, new.comparator
    if set(comparators) == {Comparator.EXACTLY}:
        return Comparator.EXACTLY
    if not set(comparators) <= UPWARD | DOWNWARD | {Comparator.EXACTLY} or old.amount == new.amount:
        return Comparator.APPROXIMATELY
    pushes = {_push(new), -_push(old)} - {0}
    if len(pushes) != 1:
        return Comparator.APPROXIMATELY
    larger = (pushes == {1}) == (new.amount > old.amount)
    if STRICT.intersection(comparators):
        return Comparator.MORE_THAN if larger else Comparator.LESS_THAN
    return Comparator.AT_LEAST if larger else Comparator.AT_MOST


def _push(quantity: Quantity) -> int:
    """1 when the true value may lie above the printed one only, -1 below only, 0 on both sides."""
    outward = 1 if quantity.amount >= 0 else -1
    if quantity.comparator in UPWARD:
        return outward
    return -outward if quantity.comparator in DOWNWARD else 0
