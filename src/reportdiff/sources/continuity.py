"""The evidence that one printed line goes on in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportdiff.sources.word_classes import AFFINITY, BIG_STARTS, end_class, start_class
from reportdiff.sources.wrapping import breadth

_MARKS = "\"'“”‘’()[],;:.?!"
_CAPTION = re.compile(r"(?:Figure|Table|Map|Chart|Box|Graph|Exhibit) [0-9A-Z]{1,3}\b")
_LAST_WORDS = frozenset(("NUM", "CAP", "ly", "ing", "ed", "s", "low", "HYPHEN", "ABBR"))
_FIRST_WORDS = frozenset(("CAP", "NUM", "ly", "ing", "ed", "s", "low"))
_SHORT = 0.75
_TINY = 0.3

_KNOWN_PAIR = 1.0
_KNOWN_CONTENT_PAIR = 2.3
_HEADING_INSIDE = -4.0
_CELL_INSIDE = -1.5
_SHORT_THEN_SMALL = -2.0
_SHORT_THEN_BIG = -0.3
_END_THEN_SMALL = -4.0
_END_THEN_BIG = 0.7

_GAP_AFTER_END = {2: 0.5, 3: -2.0, 4: -4.0, 5: -5.5}
_GAP_AFTER_HEADING = -1.5
_GAP_IN_PARAGRAPH = -5.0


class Trait(NamedTuple):
    """What a line shows of its place: the classes of its ends, and its form.

    ``last`` and ``first`` are its outer words in lower case; ``width`` is the part of the column it fills; ``row`` how
    far down its page it stands, in lines, cells and cut lines counting for less than a line.
    """

    ends: dict[str, float]
    end: str
    start: str
    first: str
    last: str
    width: float
    big: bool
    ended: bool
    short: bool
    heading: bool
    caption: bool
    cut: bool
    row: float


def traits_of(lines: Sequence[str]) -> list[Trait]:
    """The traits of the lines of one page, given without their line ends."""
    widths = [breadth(line) for line in lines]
    full = sorted(widths)[int(len(widths) * 0.85)] or 1.0
    spaced = sum(line.endswith(" ") for line in lines) > 0.8 * len(lines)
    traits: list[Trait] = []
    row = 0.0
    for line, broad in zip(lines, widths, strict=True):
        trait = _trait(line, broad / full, row, spaced=spaced)
        row = trait.row
        traits.append(trait)
    return traits


def _trait(line: str, width: float, row: float, *, spaced: bool) -> Trait:
    text = line.strip()
    first, last = text.split(None, 1)[0], text.rsplit(None, 1)[-1]
    end, start = end_class(last), start_class(first)
    big, short, ended = start in BIG_STARTS, width < _SHORT, end == "TERM"
    # Where lines keep their last space, one without it was cut inside a word.
    cut = spaced and line[-1:].isalpha()
    heading = (
        big and short and not ended and not cut and end not in ("COMMA", "HYPHEN", "of", "to", "det", "prep", "and")
    )
    height = 1.0 if ended or not short else 0.0 if cut else 0.2 if width < _TINY else 0.6
    return Trait(
        AFFINITY[end], end, start, first.strip(_MARKS).lower(), last.strip(_MARKS).lower(), width, big, ended, short,
        heading, _CAPTION.match(text) is not None, cut, row + height,
    )  # fmt: skip


def known_words(lines: Iterable[str]) -> frozenset[object]:
    """The words of a document, and each pair of words that stands side by side in one of its lines."""
    known: set[object] = set()
    for line in lines:
        words = [word.strip(_MARKS) for word in line.lower().split()]
        known.update(words)
        known.update(zip(words, words[1:], strict=False))
        for word in words:
            if "-" in word:
                head, _, tail = word.partition("-")
                known.add((head + "-", tail))
    return frozenset(known)


def join_score(line: Trait, following: Trait, known: frozenset[object]) -> float:
    """How much more likely *following* is the next line of the column than a line by chance, as a logarithm."""
    if line.cut:
        if following.big:
            return -3.0
        return 3.0 if line.last + following.first in known else 0.0
    score = line.ends[following.start]
    if line.short:
        if line.ended:
            score = _END_THEN_BIG if following.big else _END_THEN_SMALL
        elif following.big:
            score = _SHORT_THEN_BIG
        else:
            score += _SHORT_THEN_SMALL
    elif following.heading and not line.ended:
        score += _HEADING_INSIDE if following.start in ("CAP", "OPENER") else _CELL_INSIDE
    if (line.last, following.first) in known:
        content = line.end in _LAST_WORDS and following.start in _FIRST_WORDS
        score += _KNOWN_CONTENT_PAIR if content else _KNOWN_PAIR
    return score


def gap_score(line: Trait, rows: float) -> float:
    """What it costs that *rows* lines of the other column stand between *line* and the next one of its own.

    One is the rule; more mean a gap, which is common behind a paragraph and a figure's caption, and rare elsewhere.
    """
    if rows < 1.3:
        return 0.0
    if line.caption:
        return -0.5 if rows < 3 else -2.0
    size = 2 if rows < 2.5 else 3 if rows < 3.5 else 4 if rows < 4.5 else 5
    if line.ended:
        score = _GAP_AFTER_END[size]
    elif line.heading:
        score = _GAP_AFTER_END[size] + _GAP_AFTER_HEADING
    else:
        score = _GAP_IN_PARAGRAPH * (1.0 if size == 2 else 1.5)
    return 0.4 * score if rows < 1.75 else score
