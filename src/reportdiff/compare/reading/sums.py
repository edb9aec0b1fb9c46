"""Sums over stretches of a year: what a quarter sold is not what nine months did."""

from __future__ import annotations

from reportdiff.compare.reading.periods import LONGEST_YEAR, days_of, is_stated
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity

SHORTEST_SUM = 60
"""What is told for fewer days may be a state at their end."""

NO_SUMS = frozenset({"share", "change", "points", "rank", "duration"})
"""Families of units in which nothing adds up over time."""


def are_other_sums(old: Claim, new: Claim) -> bool:
    """True for two amounts of stated stretches within a year that are not of one length, a rate or price aside."""
    one, days = old.value, (days_of(old.period), days_of(new.period))
    if not isinstance(one, Quantity) or one.family in NO_SUMS or one.per not in (None, "share"):
        return False
    if not (is_stated(old.period) and is_stated(new.period)) or days[0] is None or days[1] is None:
        return False
    shorter, longer = sorted((last - first).days + 1 for first, last in (days[0], days[1]))
    return shorter >= SHORTEST_SUM and longer <= LONGEST_YEAR and shorter * 10 < longer * 9
