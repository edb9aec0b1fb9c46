"""How the times of two claims lie to each other."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from reportdiff.model.period import Basis, Period, Precision

SAME_SHARE = (8, 10)
"""Two periods are the same when they share at least this much of the days that both cover together."""

LONGEST_YEAR = 400
"""More days than this are a span of its own, and not one year, fiscal year, month or day."""

SHORTEST_MONTH = 28
"""Windows of months that begin or end so many days apart are two."""

WINDOW_DRIFT = 31
"""Windows whose starts lie this many days apart begin together."""


class Relation(StrEnum):
    """Where the new period lies, seen from the old one."""

    SAME = "same"
    LATER = "later"
    EARLIER = "earlier"
    INCOMPARABLE = "incomparable"


def relate(old: Period, new: Period) -> Relation:
    """Where *new* lies, seen from *old*; incomparable when one of the two is undated.

    Two are the same when they share most of their days; two windows of years that begin together, when they end so,
    and two windows of months, when they begin and end together: "January to August" is not "January to September".
    """
    old_days, new_days = days_of(old), days_of(new)
    if old_days is None or new_days is None:
        return Relation.INCOMPARABLE
    if _are_same(old_days, new_days) and not _are_other_months(old, new):
        return Relation.SAME
    later = (new_days[1], new_days[0]) > (old_days[1], old_days[0])
    return Relation.LATER if later else Relation.EARLIER


def days_of(period: Period) -> tuple[date, date] | None:
    """First and last day, both inclusive; None when nothing tells."""
    if period.start is None or period.end is None:
        return None
    return period.start, period.end


def _are_same(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """True when two periods are one: of a window that grows the end tells, for its start stays."""
    if one == other:
        return True
    if one[1] < other[0] or other[1] < one[0]:
        return False
    if min(_length(one), _length(other)) > LONGEST_YEAR and abs((one[0] - other[0]).days) <= WINDOW_DRIFT:
        return abs((one[1] - other[1]).days) <= WINDOW_DRIFT
    return _share_most_days(one, other)


def _are_other_months(one: Period, other: Period) -> bool:
    """True for two windows of months within a year that begin or end in other months."""
    days = days_of(one), days_of(other)
    if None in days or one.precision is not Precision.SPAN or other.precision is not Precision.SPAN:
        return False
    told = [known for known in days if known is not None]
    ends = zip(*told, strict=True)
    return max(map(_length, told)) <= LONGEST_YEAR and any(
        abs((first - second).days) >= SHORTEST_MONTH for first, second in ends
    )


def _share_most_days(one: tuple[date, date], other: tuple[date, date]) -> bool:
    shared = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    together = (max(one[1], other[1]) - min(one[0], other[0])).days + 1
    return shared * SAME_SHARE[1] >= together * SAME_SHARE[0]


def is_stated(period: Period) -> bool:
    """True when the text itself tells the time."""
    return period.basis is Basis.STATED


def is_published(period: Period) -> bool:
    """True when the figure is only dated by the publication around it."""
    return period.basis is Basis.PUBLISHED


def same_window(one: Period, other: Period) -> bool:
    """True unless the two count over windows of different make.

    A span of several years goes with a span that begins with it (a window that grows) or that is as long as it;
    days, months and years go with each other, and what is undated with everything.
    """
    one_days, other_days = days_of(one), days_of(other)
    if one_days is None or other_days is None:
        return True
    lengths = sorted(_length(days) for days in (one_days, other_days))
    if lengths[1] <= LONGEST_YEAR:
        return True
    if abs((one_days[0] - other_days[0]).days) <= WINDOW_DRIFT:
        return lengths[0] > LONGEST_YEAR
    return lengths[0] * 10 >= lengths[1] * 9


def may_share_window(one: Period, other: Period) -> bool:
    """True for windows of one make, and for a span against a state of one day or month.

    A state may be what a span has led to, which the words must tell.
    """
    days = [days_of(period) for period in (one, other)]
    if days[0] == days[1]:
        return True
    shortest = min((_length(known) for known in days if known is not None), default=0)
    return shortest <= WINDOW_DRIFT or same_window(one, other)


def same_start(one: Period, other: Period) -> bool:
    """True when both stated periods begin together, or neither period is stated."""
    if not is_stated(one) or not is_stated(other):
        return is_stated(one) == is_stated(other)
    one_days, other_days = days_of(one), days_of(other)
    if one_days is None or other_days is None:
        return True
    return abs((one_days[0] - other_days[0]).days) <= WINDOW_DRIFT


def same_length(one: Period, other: Period) -> bool:
    """True for two stated months, quarters or years: the growth of the one is of a kind with that of the other."""
    one_days, other_days = days_of(one), days_of(other)
    if not (is_stated(one) and is_stated(other) and one_days and other_days):
        return False
    lengths = sorted(_length(days) for days in (one_days, other_days))
    return lengths[1] <= LONGEST_YEAR and lengths[0] * 10 >= lengths[1] * 9


def _length(days: tuple[date, date]) -> int:
    return (days[1] - days[0]).days + 1
