"""Whether a claim still stands on a given day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportdiff.compare.joining.facts import is_overtaken
from reportdiff.compare.reading.intervals import interval_of, overlap
from reportdiff.compare.reading.periods import days_of, is_stated
from reportdiff.compare.reading.units import in_one_unit
from reportdiff.compare.verdicts.terms import stated_end
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity

__all__ = ["CURRENT", "Judgement", "Observation", "Standing", "judge_standing", "latest_known", "stated_end"]


class Standing(StrEnum):
    """What became of a claim by a day."""

    CURRENT = "current"
    STALE = "stale"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A claim of a series, and the day from which on it could be known: its publication; None when nothing tells."""

    claim: Claim
    known: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A claim's standing; for a stale one the observation that overtook it."""

    standing: Standing
    overtaken_by: Observation | None = None


CURRENT = Judgement(standing=Standing.CURRENT)


def judge_standing(claim: Claim, series: Iterable[Observation], as_of: date) -> Judgement:
    """The standing of *claim* on *as_of*, given the observations of its series (its own may be among them).

    Stale: told in the present tense or undated, and the latest observation known by then, later than its own period
    where it has one, leaves no value in common; of facts, names another holder, or says that the member has left.
    Expired: it states its own end, and that is past.
    """
    end = stated_end(claim)
    if end is not None and end < as_of:
        return Judgement(standing=Standing.EXPIRED)
    value = claim.value
    if isinstance(value, Quantity) and is_stated(claim.period):
        return CURRENT
    latest = latest_known((other for other in series if _is_later(other, claim)), as_of)
    if latest is not None and is_overtaken(claim, latest.claim):
        return Judgement(standing=Standing.STALE, overtaken_by=latest)
    if latest is None or not isinstance(value, Quantity) or not isinstance(latest.claim.value, Quantity):
        return CURRENT
    if overlap(*map(interval_of, in_one_unit(value, latest.claim.value))):
        return CURRENT
    return Judgement(standing=Standing.STALE, overtaken_by=latest)


def latest_known(series: Iterable[Observation], as_of: date) -> Observation | None:
    """The observation of the latest period among those known on *as_of*; None when there is none."""
    known = [
        other for other in series if other.known is not None and other.known <= as_of and days_of(other.claim.period)
    ]
    return max(known, key=_lateness, default=None)


def _lateness(observation: Observation) -> tuple[date, date, date, str]:
    start, end = days_of(observation.claim.period) or (date.min, date.min)
    return end, start, observation.known or date.min, observation.claim.id


def _is_later(other: Observation, claim: Claim) -> bool:
    days, own = days_of(other.claim.period), days_of(claim.period)
    return days is not None and (own is None or days[1] > own[1])
