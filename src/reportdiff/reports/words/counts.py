"""How many changes of each kind, in words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportdiff.compare.verdicts.terms import end_ahead
from reportdiff.model.change import Change, Changed, ChangeKind, Diff, Dropped
from reportdiff.model.claim import ClaimKind
from reportdiff.reports.sections import IMPORTANCE

if TYPE_CHECKING:
    from reportdiff.model.framing import FramingDiff
    from reportdiff.model.wording import WordingDiff

PLURALS = {
    ChangeKind.CONTRADICTION: "contradictions",
    ChangeKind.REVISION: "revisions",
    ChangeKind.UPDATE: "updates",
    ChangeKind.SPREAD: "spreads",
    ChangeKind.REFINEMENT: "refinements",
    ChangeKind.COARSENING: "coarsenings",
}
"""Kinds that are nouns; the others read the same for one and for many."""

WORDING_ORDER = ("reworded", "split", "joined", "moved", "added", "dropped")
DOT = "\N{NO-BREAK SPACE}· "


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


def say_framing_counts(framing: FramingDiff) -> str:
    """``4 shifts in the telling · 2 sentences told otherwise``; ``told alike`` for none."""
    counts = (
        (len(framing.shifts), "shift in the telling", "shifts in the telling"),
        (len(framing.retellings), "sentence told otherwise", "sentences told otherwise"),
        (len(framing.characterizations), "aspect summed up otherwise", "aspects summed up otherwise"),
    )
    parts = [f"{number}\N{NO-BREAK SPACE}{one if number == 1 else many}" for number, one, many in counts if number]
    return "\N{NO-BREAK SPACE}· ".join(parts) or "told alike"


def say_wording_counts(wording: WordingDiff) -> str:
    """``4 sentences reworded · 1 moved · 2 dropped``; ``worded alike`` for none."""
    counts = Counter(change.kind.value for change in wording.changes)
    found = [kind for kind in WORDING_ORDER if counts[kind]]
    if not found:
        return "worded alike"
    noun = "sentence" if counts[found[0]] == 1 else "sentences"
    first = f"{counts[found[0]]} {noun} {found[0]}"
    return DOT.join([first, *(f"{counts[kind]}\N{NO-BREAK SPACE}{kind}" for kind in found[1:])])


def has_expired(change: Change, diff: Diff) -> bool:
    """True when the old claim states an end that was past when the new edition was published."""
    end = end_ahead(change.old) if isinstance(change, Changed | Dropped) else None
    published = diff.new.edition.published
    return end is not None and published is not None and end < published


def changed_hands(change: Change) -> bool:
    """True when an office is held by someone else than before."""
    return isinstance(change, Changed) and change.kind is ChangeKind.UPDATE and change.new.kind is ClaimKind.HOLDER


def name_kind(kind: ChangeKind, number: int) -> str:
    """What so many changes of a *kind* are called: ``update``, ``updates``, ``not mentioned``."""
    singular = kind.value.replace("-", " ")
    return singular if number == 1 else PLURALS.get(kind, singular)


def _kind_words(change: Change) -> tuple[int, str, str]:
    if changed_hands(change):
        return IMPORTANCE[change.kind], "office changed hands", "offices changed hands"
    return IMPORTANCE[change.kind], name_kind(change.kind, 1), name_kind(change.kind, 2)


def say_claims(number: int) -> str:
    """How many claims, in words.

    >>> say_claims(1), say_claims(12)
    ('1 claim', '12 claims')
    """
    return f"{number} claim{'' if number == 1 else 's'}"
