"""How many changes of each kind, in words."""

from __future__ import annotations

from collections import Counter

from reportdiff.checks.terms import end_ahead
from reportdiff.model.change import Change, Changed, ChangeKind, Diff, Dropped
from reportdiff.model.claim import ClaimKind
from reportdiff.reports.sections import IMPORTANCE

PLURALS = {
    ChangeKind.CONTRADICTION: "contradictions",
    ChangeKind.REVISION: "revisions",
    ChangeKind.UPDATE: "updates",
    ChangeKind.SPREAD: "spreads",
    ChangeKind.REFINEMENT: "refinements",
    ChangeKind.COARSENING: "coarsenings",
}
"""Kinds that are nouns; the others read the same for one and for many."""


def say_counts(diff: Diff) -> str:
    """``1 contradiction · 3 updates · 12 added``, the gravest first; ``no changes`` for none."""
    counts = Counter(_kind_words(change) for change in diff.changes if not change.technical)
    ordered = sorted(counts.items(), key=lambda item: (item[0][0], item[0][1]))
    parts = [
        f"{number}\N{NO-BREAK SPACE}{singular if number == 1 else plural}" for (_, singular, plural), number in ordered
    ]
    expired = sum(has_expired(change, diff) for change in diff.changes)
    technical = sum(change.technical for change in diff.changes)
    parts += [f"{expired}\N{NO-BREAK SPACE}expired {'term' if expired == 1 else 'terms'}"] if expired else []
    parts += [f"{technical}\N{NO-BREAK SPACE}technical"] if technical else []
    return "\N{NO-BREAK SPACE}· ".join(parts) or "no changes"


def has_expired(change: Change, diff: Diff) -> bool:
    """True when the old claim states an end that was past when the new edition was published."""
    end = end_ahead(change.old) if isinstance(change, Changed | Dropped) else None
    published = diff.new.edition.published
    return end is not None and published is not None and end < published


def changed_hands(change: Change) -> bool:
    """True when an office is held by someone else than before."""
    return isinstance(change, Changed) and change.kind is ChangeKind.UPDATE and change.new.kind is ClaimKind.HOLDER


def _kind_words(change: Change) -> tuple[int, str, str]:
    if changed_hands(change):
        return IMPORTANCE[change.kind], "office changed hands", "offices changed hands"
    singular = change.kind.value.replace("-", " ")
    return IMPORTANCE[change.kind], singular, PLURALS.get(change.kind, singular)
