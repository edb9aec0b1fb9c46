"""Snapshots set against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportdiff.api.documents import read_text
from reportdiff.model.change import Change, ChangeKind, Diff, Dropped
from reportdiff.model.claim import ClaimKind
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput, UsageProblem

ASPECTS = ("figures", "facts", "framing")


def diff(old: Snapshot, new: Snapshot, *, allow_empty: bool = False) -> Diff:
    """What *new* says differently from *old*, and what it says again, in the order of the new text.

    Raises :class:`UnreadableInput` when a side holds neither text nor claims, unless *allow_empty*: nothing to compare
    is not "no changes".
    """
    from reportdiff.compare.diff import diff_snapshots

    for snapshot in () if allow_empty else (old, new):
        if not snapshot.claims and not (snapshot.text or "").strip():
            raise UnreadableInput(f"{snapshot.id}: neither text nor claims to compare; --allow-empty takes it as it is")
    return diff_snapshots(old, new)


def diff_texts(old: str, new: str) -> Diff:
    """What one plain text says differently from another, as :func:`diff` of two :func:`read_text`."""
    return diff(read_text(old), read_text(new))


def select_aspects(diff: Diff, aspects: Iterable[str]) -> Diff:
    """*diff* with the changes of some aspects only: ``figures``, ``facts``, ``framing``; else :class:`UsageProblem`."""
    chosen = frozenset(aspects)
    if unknown := sorted(chosen.difference(ASPECTS)):
        raise UsageProblem(f"no aspect is called {unknown[0][:40]!r}; take any of {','.join(ASPECTS)}")
    return replace(diff, changes=tuple(change for change in diff.changes if _aspect(change) in chosen))


def _aspect(change: Change) -> str:
    if change.kind is ChangeKind.FRAMING:
        return "framing"
    claim = change.old if isinstance(change, Dropped) else change.new
    return "figures" if claim.kind is ClaimKind.QUANTITY else "facts"
