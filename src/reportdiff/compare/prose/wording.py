"""How two texts are worded: sentences first, then the words of those told anew. The door to diff-match-patch.

Sentences stand one a line. Nothing depends on a clock: the engine has no time-out, and what is too large for it is
not handed to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from reportdiff.compare.prose.alignment import Aligned, align
from reportdiff.compare.prose.anchors import Pair, chained, common_ends, match_equal
from reportdiff.compare.prose.lines import Lines, read_lines
from reportdiff.compare.prose.section_shares import share_of, shares_by_section
from reportdiff.compare.prose.subsequence import longest_common
from reportdiff.compare.prose.tokens import Changed, hunks_of, join_close, read_side
from reportdiff.model.document import Snapshot
from reportdiff.model.span import Section
from reportdiff.model.wording import Hunk, SentenceChange, WordingDiff, WordingKind

FEW_CELLS = 64
"""Words left of one side times words left of the other: so much is handed to the engine, whose cost squares."""

MANY_CELLS = 4_000_000
"""So much is compared by bits; a sentence that leaves more has some two thousand words."""

_FIRST_LETTER = 0xE000
"""Words are letters to the engine; from here on there are more than a million, and no surrogate among them."""

Engine = Any
"""A ``diff_match_patch``: the package comes without types."""

Keyed = tuple[int, int, SentenceChange]
"""A change with the new sentence that it is shown at, and 1 where it is shown behind it."""


def diff_wording(old: Snapshot, new: Snapshot) -> WordingDiff | None:
    """What *new* words differently from *old*; None where the text of one is not at hand."""
    if old.text is None or new.text is None:
        return None
    return compare_texts(old.text, new.text, old.sections, new.sections)


def compare_texts(
    old: str, new: str, old_sections: Sequence[Section] = (), new_sections: Sequence[Section] = ()
) -> WordingDiff:
    """What the sentences of *new*, one a line, word differently from those of *old*.

    Swapping the sides swaps each change. The cost grows with the length of the texts.
    """
    one, other = read_lines(old), read_lines(new)
    aligned = align(one.sentences, other.sentences)
    told_anew = [pair for pair in aligned if not _is_equal(pair, one, other)]
    keyed = [*_dropped(aligned, one), *_added(aligned, other), *_paired(told_anew, one, other)]
    changes = tuple(change for _, _, change in sorted(keyed, key=itemgetter(0, 1)))
    return WordingDiff(
        changes=changes,
        equal=len(aligned) - len(told_anew),
        share=share_of(changes, one, other),
        sections=shares_by_section(changes, one, other, old_sections, new_sections),
    )


def _is_equal(pair: Aligned, old: Lines, new: Lines) -> bool:
    """Whether one sentence simply stands as it stood, in its place."""
    return not pair.moved and old.sentences[pair.old.start] == new.sentences[pair.new.start]


def _paired(pairs: Iterable[Aligned], old: Lines, new: Lines) -> Iterator[Keyed]:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    for pair in pairs:
        yield pair.new.start, 0, _compare(pair, old, new, engine)


def _compare(pair: Aligned, old: Lines, new: Lines, engine: Engine) -> SentenceChange:
    if len(pair.old) > 1 or len(pair.new) > 1:
        kind = WordingKind.JOINED if len(pair.old) > 1 else WordingKind.SPLIT
    elif old.sentences[pair.old.start] == new.sentences[pair.new.start]:
        kind = WordingKind.MOVED
    else:
        kind = WordingKind.REWORDED
    return SentenceChange(
        kind=kind,
        old=tuple(map(old.span, pair.old)),
        new=tuple(map(new.span, pair.new)),
        hunks=() if kind is WordingKind.MOVED else tuple(_hunks(pair, old, new, engine)),
        moved=pair.moved,
    )


def _dropped(aligned: Iterable[Aligned], old: Lines) -> Iterator[Keyed]:
    """Sentences of the old text alone, to be shown behind what follows in the new one on what was before them."""
    shown_at, next_old = -1, 0
    for pair in aligned:
        for number in range(next_old, pair.old.start):
            yield shown_at, 1, SentenceChange(kind=WordingKind.DROPPED, old=(old.span(number),))
        next_old = pair.old.stop
        if not pair.moved:
            shown_at = pair.new.stop - 1
    for number in range(next_old, len(old.sentences)):
        yield shown_at, 1, SentenceChange(kind=WordingKind.DROPPED, old=(old.span(number),))


def _added(aligned: Iterable[Aligned], new: Lines) -> Iterator[Keyed]:
    told = bytearray(len(new.sentences))
    for pair in aligned:
        for number in pair.new:
            told[number] = 1
    for number, is_told in enumerate(told):
        if not is_told:
            yield number, 0, SentenceChange(kind=WordingKind.ADDED, new=(new.span(number),))


def _hunks(pair: Aligned, old: Lines, new: Lines, engine: Engine) -> Iterator[Hunk]:
    """The words that changed in a pair; the lesser side goes first, so that swapping the sides swaps the hunks."""
    one, other = read_side(old.text, old.reach(pair.old)), read_side(new.text, new.reach(pair.new))
    if other.tokens < one.tokens:
        ranges = [Changed(c, d, a, b) for a, b, c, d in _changed_words(other.tokens, one.tokens, engine)]
    else:
        ranges = list(_changed_words(one.tokens, other.tokens, engine))
    return hunks_of(join_close(ranges, one, other), one, other)


def _changed_words(old: list[str], new: list[str], engine: Engine) -> Iterator[Changed]:
    """The ranges of words that differ, in order, by a shortest script; too large ones by the words that are unique."""
    start, old_end, new_end = common_ends(old, new)
    old_from = new_from = start
    for one, other in _staying(old[start:old_end], new[start:new_end], engine):
        old_at, new_at = one + start, other + start
        if old_at > old_from or new_at > new_from:
            yield Changed(old_from, old_at, new_from, new_at)
        old_from, new_from = old_at + 1, new_at + 1
    if old_end > old_from or new_end > new_from:
        yield Changed(old_from, old_end, new_from, new_end)


def _staying(old: list[str], new: list[str], engine: Engine) -> Iterable[Pair]:
    """The words that stay, by index, in order, of two runs that neither begin nor end alike."""
    cells = len(old) * len(new)
    if not cells:
        return ()
    if cells <= FEW_CELLS:
        return _ask_engine(old, new, engine)
    return longest_common(old, new) if cells <= MANY_CELLS else chained(match_equal(old, new).pairs(), old)


def _ask_engine(old: list[str], new: list[str], engine: Engine) -> Iterator[Pair]:
    """The words that stay, by index, in the engine's script; a word is a letter to it."""
    letters: dict[str, str] = {}
    coded = [
        "".join([letters.setdefault(word, chr(_FIRST_LETTER + len(letters))) for word in side]) for side in (old, new)
    ]
    old_at = new_at = 0
    for operation, run in engine.diff_main(*coded, checklines=False):
        if operation == 0:
            yield from zip(range(old_at, old_at + len(run)), range(new_at, new_at + len(run)), strict=True)
        old_at += len(run) if operation <= 0 else 0
        new_at += len(run) if operation >= 0 else 0
