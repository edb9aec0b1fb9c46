"""Snapshots set against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reportdiff.model.change import Change, ChangeKind, Diff, claim_of
from reportdiff.model.claim import ClaimKind
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput, UsageProblem

ASPECTS = ("figures", "facts", "framing", "text")


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


def diff_texts(
    old: str, new: str, *, old_published: date | str | None = None, new_published: date | str | None = None
) -> Diff:
    """What one plain text, a sentence or more, says differently from another, as :func:`diff` of two
    :func:`read_text`.

    The two are different documents, so that nothing is dropped or revised: what *new* leaves out it does not mention.
    A day of publication (or ``YYYY-MM-DD``) dates what a text tells in the present tense, and tells which text is the
    earlier one where nothing else does. Raises as :func:`read_text` and :func:`diff` do.
    """
    from reportdiff.api.documents import read_text

    return diff(read_text(old, published=old_published), read_text(new, published=new_published))


def add_wording(diff: Diff) -> Diff:
    """*diff* with how its two texts are worded, sentence by sentence.

    Raises :class:`UnreadableInput` where the text of one is not at hand.
    """
    from reportdiff.compare.prose.wording import diff_wording

    wording = diff_wording(diff.old, diff.new)
    if wording is None:
        name = next(side.id for side in (diff.old, diff.new) if side.text is None)
        raise UnreadableInput(f"{name}: no text at hand, so its wording cannot be compared; name it where it is stored")
    return replace(diff, wording=wording)


def select_aspects(diff: Diff, aspects: Iterable[str]) -> Diff:
    """*diff* with the changes of some aspects only: ``figures``, ``facts``, ``framing``, ``text``.

    The last is no aspect of claims: see :func:`add_wording`. Raises :class:`UsageProblem` for any other name.
    """
    chosen = frozenset(aspects)
    if unknown := sorted(chosen.difference(ASPECTS)):
        raise UsageProblem(f"no aspect is called {unknown[0][:40]!r}; take any of {','.join(ASPECTS)}")
    return replace(diff, changes=tuple(change for change in diff.changes if _aspect(change) in chosen))


def _aspect(change: Change) -> str:
    if change.kind is ChangeKind.FRAMING:
        return "framing"
    return "figures" if claim_of(change).kind is ClaimKind.QUANTITY else "facts"
