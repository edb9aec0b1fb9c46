"""Figures of one edition that cannot all be right."""

from __future__ import annotations

from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.likeness import can_be_one
from reportdiff.compare.joining.marks import is_happening, scope_of
from reportdiff.compare.joining.matching import likenesses_of
from reportdiff.compare.joining.series import contradict, key_of
from reportdiff.compare.reading.decisions import are_apart
from reportdiff.compare.reading.telling import Tell, Telling, field_label, is_open, telling_of
from reportdiff.compare.verdicts.figures import compare_figures
from reportdiff.model.change import Changed
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot

LEAST_WITHIN = 450
"""Inside one text a key alone proves nothing: the words around two figures must agree this far."""


def find_conflicts_within(snapshot: Snapshot, *, tell: Tell = telling_of) -> tuple[Changed, ...]:
    """The figures that one edition gives differently for one key and one time, the one told first as the old one.

    Only keys of the vocabulary count, and only figures of two sentences: one sentence tells parts, ranges and
    contrasts, and words of a text's own may name two things.
    """
    telling = tell(snapshot)
    named = frozenset(index for index, claim in enumerate(telling.claims) if not is_open(claim))
    found = likenesses_of(
        Reading(telling, telling),
        (named, named),
        joinable=_conflict,
        least=LEAST_WITHIN,
        least_moved=LEAST_WITHIN,
    )
    pairs = ((row, column) for row, column in sorted(found) if row < column and _of_one_scope(telling, row, column))
    return tuple(_changed(telling, row, column) for row, column in pairs)


def _conflict(one: Claim, other: Claim) -> bool:
    # Each two come in both orders, and two sentences never begin at one place.
    if one.position.start >= other.position.start or one.sentence == other.sentence:
        return False
    if key_of(one) != key_of(other) or are_apart(one, other):
        return False
    return can_be_one(one, other) and contradict(one, other)


def _of_one_scope(telling: Telling, one: int, other: int) -> bool:
    if field_label(telling, one) != field_label(telling, other) or is_happening(telling, one):
        return False
    return scope_of(telling, one) == scope_of(telling, other) and not is_happening(telling, other)


def _changed(telling: Telling, row: int, column: int) -> Changed:
    return compare_figures(telling.claims[row], telling.claims[column], same_document=False)
