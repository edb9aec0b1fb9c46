"""All that a store holds of one subject, put together for a reader."""

from __future__ import annotations

from dataclasses import dataclass

from reportdiff.compare.timeline import Timeline
from reportdiff.model.document import Snapshot, Subject
from reportdiff.model.finding import Finding
from reportdiff.model.framing import Framing

Pair = tuple[Snapshot, Snapshot]
"""The earlier and the later edition."""

FEW = 4
"""Of so many editions every two are worth a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The editions of a subject in order of publication, the undated last, and what they add up to.

    ``timelines`` are of all series, those with most told first; ``findings`` the gravest first; ``tellings`` how each
    edition tells, in the order of the editions, without those whose text is not at hand.
    """

    subject: Subject
    snapshots: tuple[Snapshot, ...]
    timelines: tuple[Timeline, ...] = ()
    findings: tuple[Finding, ...] = ()
    tellings: tuple[tuple[Snapshot, Framing], ...] = ()


def choose_pairs(snapshots: tuple[Snapshot, ...]) -> tuple[Pair, ...]:
    """The pairs of editions that a reader would ask for, in order of the editions.

    Of few editions every two. Of many: each with the next, each with the next of its own document, the first with the
    last, and the newest of each publisher with the newest of all.
    """
    numbers = range(len(snapshots))
    if len(snapshots) <= FEW:
        chosen = {(one, other) for one in numbers for other in numbers if one < other}
    else:
        chosen = {(one, one + 1) for one in numbers[:-1]} | {(0, numbers[-1])}
        chosen |= _next_of_same_document(snapshots)
        newest = {snapshot.publisher.id: number for number, snapshot in enumerate(snapshots)}
        chosen |= {(number, numbers[-1]) for number in newest.values() if number != numbers[-1]}
    return tuple((snapshots[one], snapshots[other]) for one, other in sorted(chosen))


def _next_of_same_document(snapshots: tuple[Snapshot, ...]) -> set[tuple[int, int]]:
    last: dict[str, int] = {}
    found: set[tuple[int, int]] = set()
    for number, snapshot in enumerate(snapshots):
        if snapshot.document in last:
            found.add((last[snapshot.document], number))
        last[snapshot.document] = number
    return found
