"""Figures and facts that cannot all be right."""

from __future__ import annotations

from reportdiff.compare.diff import diff_snapshots
from reportdiff.compare.figures import compare_figures
from reportdiff.compare.likeness import can_be_one
from reportdiff.compare.matching import likenesses_of
from reportdiff.compare.reading import Reading
from reportdiff.compare.series import contradict, key_of
from reportdiff.compare.telling import Telling, telling_of
from reportdiff.model.change import Changed, ChangeKind
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot

CONFLICTS = frozenset({ChangeKind.CONTRADICTION, ChangeKind.REVISION, ChangeKind.SPREAD})

LEAST_WITHIN = 650
"""Inside one text a key alone proves nothing: the words around two figures must agree this far."""


def find_conflicts_between(old: Snapshot, new: Snapshot) -> tuple[Changed, ...]:
    """The pairs of two snapshots whose values are disjoint for one time: contradictions, revisions and spreads."""
    changes = diff_snapshots(old, new).changes
    return tuple(change for change in changes if isinstance(change, Changed) and change.kind in CONFLICTS)


def find_conflicts_within(snapshot: Snapshot) -> tuple[Changed, ...]:
    """The figures that one edition gives differently for one key and one time, the one told first as the old one."""
    telling = telling_of(snapshot)
    everything = frozenset(range(len(telling.claims)))
    found = likenesses_of(Reading(telling, telling), (everything, everything), joinable=_conflict, least=LEAST_WITHIN)
    return tuple(_changed(telling, row, column) for row, column in sorted(found) if row < column)


def _conflict(one: Claim, other: Claim) -> bool:
    return key_of(one) == key_of(other) and can_be_one(one, other) and contradict(one, other)


def _changed(telling: Telling, row: int, column: int) -> Changed:
    return compare_figures(telling.claims[row], telling.claims[column], same_document=False)
