"""Reckoning with hedged figures: sums, differences and changes of what they can mean, and whether these fit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal
from enum import StrEnum
from typing import NamedTuple

from reportdiff.compare.reading.intervals import Interval, interval_of
from reportdiff.compare.reading.units import quantity_of
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Comparator, Quantity

SHARES = Context(prec=12)
"""Quotients are kept to twelve digits: more than any printed figure bears."""

COUNTED = frozenset({"person", "count"})
MOST_COUNTED = 1000
"""Below this a bare count is taken at its word."""


class Reckoned(StrEnum):
    """What a stated figure is held against."""

    SUM = "sum"
    CHANGE = "change"
    DIFFERENCE = "difference"
    SHARES = "shares"


class Reckoning(NamedTuple):
    """A stated figure and what the figures beside it make, in its unit; ``fits`` unless no value is common to both.

    ``stated`` is None for shares that must make a hundred together, which no text says.
    """

    kind: Reckoned
    stated: Claim | None
    parts: tuple[Claim, ...]
    made: Interval
    fits: bool

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What is stated, if anything is, and the parts."""
        return self.parts if self.stated is None else (self.stated, *self.parts)


def level_of(claim: Claim) -> Interval:
    """What a level can mean; small bare counts are not rounded."""
    value = quantity_of(claim)
    bare = value.comparator is Comparator.EXACTLY and value.upper is None
    if bare and value.unit in COUNTED and abs(value.amount) < MOST_COUNTED:
        return Interval(value.amount, value.amount)
    return interval_of(value)


def sum_of(claims: Iterable[Claim]) -> Interval:
    """What levels make together."""
    lower: Decimal | None = Decimal(0)
    upper: Decimal | None = Decimal(0)
    for each in map(level_of, claims):
        lower = None if lower is None or each.lower is None else lower + each.lower
        upper = None if upper is None or each.upper is None else upper + each.upper
    return Interval(lower, upper)


def difference_of(old: Claim, new: Claim) -> Interval:
    """The move from one level to another, in their unit."""
    was, now = level_of(old), level_of(new)
    lower = None if now.lower is None or was.upper is None else now.lower - was.upper
    upper = None if now.upper is None or was.lower is None else now.upper - was.lower
    return Interval(lower, upper)


def ratio_of(old: Claim, new: Claim) -> Interval | None:
    """The new level by the old one; None unless both are surely above zero."""
    was, now = level_of(old), level_of(new)
    if was.lower is None or was.lower <= 0 or now.lower is None or now.lower < 0:
        return None
    lower = Decimal(0) if was.upper is None else SHARES.divide(now.lower, was.upper)
    return Interval(lower, None if now.upper is None else SHARES.divide(now.upper, was.lower))


def percent_of(ratio: Interval) -> Interval:
    """A ratio as a change in percent."""
    lower, upper = ratio.lower, ratio.upper
    return Interval(None if lower is None else (lower - 1) * 100, None if upper is None else (upper - 1) * 100)


def stated_change(value: Quantity) -> Interval:
    """What a change as told can mean: closing zeros of a whole number of percents may be rounding.

    Of multiples in words a tenth either way is no matter: nobody says "2.2 times" for doubled.
    """
    own = interval_of(value)
    if value.comparator is not Comparator.EXACTLY or value.upper is not None:
        return own
    slack = Decimal(0)
    if value.unit == "percent-change" and abs(value.amount) >= 10 and value.amount % 10 == 0:
        slack = Decimal(5)
    elif value.unit == "multiple":
        slack = abs(value.amount) / 10
    return widened(own, slack)


def widened(interval: Interval, slack: Decimal) -> Interval:
    """*interval* with both ends moved outward."""
    lower, upper = interval.lower, interval.upper
    return Interval(None if lower is None else lower - slack, None if upper is None else upper + slack)


def mirrored(interval: Interval) -> Interval:
    """*interval* with every value's sign turned."""
    lower, upper = interval.lower, interval.upper
    return Interval(None if upper is None else -upper, None if lower is None else -lower)


def meet(one: Interval, other: Interval) -> bool:
    """True when some value belongs to both, ends included: nothing is held against what lies on the brink."""
    below = one.upper is not None and other.lower is not None and one.upper < other.lower
    above = one.lower is not None and other.upper is not None and one.lower > other.upper
    return not (below or above)
