"""Things named by a year, such as an agreement: which of its events the year is, the words do not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.checks import catalogue
from reportdiff.checks.findings import remark, say_snapshot
from reportdiff.model.claim import Claim, EventDate
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side

BY_YEAR = "dated"
"""The verb of an event that is told by a year in a thing's name alone."""

MOST_NAMED = 5


def is_named_by_year(claim: Claim) -> bool:
    """True where a year stands in the name of a thing: no date of one of its events is contradicted by it."""
    return isinstance(claim.value, EventDate) and _parts(claim)[1] == BY_YEAR


def check_event_years(snapshot: Snapshot, others: Sequence[Snapshot], *, draft: bool = False) -> Iterator[Finding]:
    """The things that *snapshot* names by a year of which *others*, who tell their events, know nothing."""
    for claim in snapshot.claims:
        if is_named_by_year(claim):
            told = [side for other in others for side in _events_of(claim, other)]
            if told and not any(_year(side.claim) == _year(claim) for side in told):
                yield _finding(Side(claim=claim, snapshot=snapshot, draft=draft), told)


def _finding(side: Side, told: Sequence[Side]) -> Finding:
    thing = _parts(side.claim)[0].replace("-", " ")
    said = "; ".join(dict.fromkeys(_say_event(each) for each in told[-MOST_NAMED:]))
    message = f"The {thing} is named by the year {_year(side.claim)}, but {said}"
    measure = side.claim.measure
    return remark(catalogue.EVENT_YEAR, measure, side, told[-1], message, at=side, evidence=(side.claim,))


def _say_event(side: Side) -> str:
    verb = _parts(side.claim)[1].replace("-", " ")
    event = "names it by" if verb == BY_YEAR else f"says {verb}"
    return f"{say_snapshot(side.snapshot)}, {event} {_year(side.claim)}"


def _events_of(claim: Claim, other: Snapshot) -> list[Side]:
    """What *other* tells of the thing of *claim*, in order of place."""
    thing = _parts(claim)[0], claim.dimensions
    events = (each for each in other.claims if isinstance(each.value, EventDate))
    return [Side(claim=each, snapshot=other) for each in events if (_parts(each)[0], each.dimensions) == thing]


def _parts(claim: Claim) -> tuple[str, str]:
    """Thing and verb of an event."""
    event = claim.value.event if isinstance(claim.value, EventDate) else ""
    thing, _, verb = event.rpartition(".")
    return thing or event, verb


def _year(claim: Claim) -> str:
    return claim.value.date[:4] if isinstance(claim.value, EventDate) else ""
