"""The evidence that one printed line goes on in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportdiff.sources.plain.word_classes import AFFINITY, BIG_STARTS, end_class, start_class
from reportdiff.sources.plain.wrapping import breadth

_MARKS = "\"'“”‘’()[],;:.?!"
_CAPTION = re.compile(r"(?:Figure|Table|Map|Chart|Box|Graph|Exhibit) [0-9A-Z]{1,3}\b")
_LAST_WORDS = frozenset(("NUM", "CAP", "ly", "ing", "ed", "s", "low", "HYPHEN", "ABBR"))
_FIRST_WORDS = frozenset(("CAP", "NUM", "ly", "ing", "ed", "s", "low"))
_SHORT = 0.75
_TINY = 0.3

_KNOWN_PAIR = 0.2
_KNOWN_CONTENT_PAIR = 2.5
_HEADING_INSIDE = -2.0
_CELL_INSIDE = -4.5
_SHORT_THEN_SMALL = -3.5
_SHORT_THEN_BIG = -0.2
_CELL_THEN_CELL = 0.3
_CELL_THEN_BIG = -2.0
_END_THEN_SMALL = -4.8
_END_THEN_BIG = 0.7


class Trait(NamedTuple):
    """What a line shows of its place: the classes of its ends, and its form.

    ``last`` and ``first`` are its outer words in lower case; ``width`` is the part of the column it fills; ``cell`` is
    set for a figure that stands alone, ``part`` for a line that may be one of several in its row.
    """

    ends: dict[str, float]
    end: str
    start: str
    first: str
    last: str
    width: float
    big: bool
    ended: bool
    closed: bool
    short: bool
    heading: bool
    caption: bool
    cut: bool
    tiny: bool
    cell: bool
    part: bool


def traits_of(lines: Sequence[str]) -> list[Trait]:
    """The traits of the lines of one page, given without their line ends."""
    widths = [breadth(line) for line in lines]
    full = sorted(widths)[int(len(widths) * 0.85)] or 1.0
    spaced = sum(line.endswith(" ") for line in lines) > 0.8 * len(lines)
    traits: list[Trait] = []
    for line, broad in zip(lines, widths, strict=True):
        traits.append(_trait(line, broad / full, spaced=spaced))
    return traits


def _trait(line: str, width: float, *, spaced: bool) -> Trait:
    text = line.strip()
    first, last = text.split(None, 1)[0], text.rsplit(None, 1)[-1]
    end, start = end_class(last), start_class(first)
    big, short = start in BIG_STARTS, width < _SHORT
    # Where lines keep their last space, a paragraph's last one keeps that of the paragraph too.
    closed = spaced and line.endswith("  ")
    ended = end == "TERM" or (closed and not short)
    # Where lines keep their last space, one without it was cut inside a word.
    cut = spaced and line[-1:].isalpha()
    heading = (
        big and short and not ended and not cut and end not in ("COMMA", "HYPHEN", "of", "to", "det", "prep", "and")
    )
    return Trait(
        ends=AFFINITY[end],
        end=end,
        start=start,
        first=first.strip(_MARKS).lower(),
        last=last.strip(_MARKS).lower(),
        width=width,
        big=big,
        ended=ended,
        closed=closed,
        short=short,
        heading=heading,
        caption=_CAPTION.match(text) is not None,
        cut=cut,
        tiny=width < _TINY,
        cell=width < _TINY and start == "NUM" and first == last,
        part=short and not ended,
    )


def known_words(lines: Iterable[str]) -> frozenset[object]:
    """The words of a document, and each pair of words that stands side by side in one of its lines."""
    known: set[object] = set()
    for line in lines:
        words = [word.strip(_MARKS) for word in line.lower().split()]
        known.update(words)
        known.update(pairwise(words))
        for word in words if "-" in line else ():
            head, hyphen, tail = word.partition("-")
            if hyphen:
                known.add((head + "-", tail))
    return frozenset(known)


def join_score(line: Trait, following: Trait, known: frozenset[object]) -> float:
    """How much more likely *following* is the next line of the column than a line by chance, as a logarithm."""
    if line.cut:
        return _cut_score(line, following, known)
    if line.closed and not following.big:
        return _END_THEN_SMALL
    if line.cell:
        return _cell_score(following)
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
    return score + _pair_score(line, following) if (line.last, following.first) in known else score


def beside_score(line: Trait, following: Trait, known: frozenset[object]) -> float:
    """The same for *following* going on in the row of *line*, where a line's shortness tells nothing."""
    if line.cut:
        return _cut_score(line, following, known)
    if line.cell and following.cell:
        return _CELL_THEN_CELL
    score = line.ends[following.start]
    return score + _pair_score(line, following) if (line.last, following.first) in known else score


def _cell_score(following: Trait) -> float:
    """What may follow a figure that stands alone: another one, or what comes behind a table."""
    return _CELL_THEN_CELL if following.cell else _CELL_THEN_BIG if following.big else _END_THEN_SMALL


def _cut_score(line: Trait, following: Trait, known: frozenset[object]) -> float:
    if following.big:
        return -3.0
    return 3.0 if line.last + following.first in known else 0.0


def _pair_score(line: Trait, following: Trait) -> float:
    """What it adds that the document has the two words side by side."""
    content = line.end in _LAST_WORDS and following.start in _FIRST_WORDS
    return _KNOWN_CONTENT_PAIR if content else _KNOWN_PAIR


Gaps = tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]
"""Scores by the rows that a column is absent: before a small start, before a big one, and while it lasts."""


def gap_scores(line: Trait) -> Gaps:
    """What it costs that a column has no line in so many rows behind *line*.

    A paragraph's end is followed by one such row or by none, a caption by many; inside a paragraph there is none.
    """
    if line.caption:
        return _BEHIND_CAPTION
    if line.cell:
        return _BEHIND_CELL
    if line.ended:
        return _BEHIND_END if line.short else _BEHIND_FULL_END
    return _BEHIND_HEADING if line.heading else _INSIDE


def _gaps(small: tuple[float, ...], big: tuple[float, ...]) -> Gaps:
    """While a gap lasts, what comes behind it is not known yet."""
    return small, big, tuple(min(0.0, max(pair)) for pair in zip(small, big, strict=True))


_NEVER_SMALL = (0.0, -4.0, -6.0, -7.0, -7.5, -8.0)
_INSIDE = _gaps((0.0, -4.1, -8.5, -9.0, -9.5, -10.0), (0.0, -4.1, -8.0, -8.5, -9.0, -9.5))
_BEHIND_END = _gaps(_NEVER_SMALL, (-1.8, -0.3, -2.2, -6.6, -4.3, -4.8))
_BEHIND_FULL_END = _gaps(_NEVER_SMALL, (0.0, -0.5, -3.0, -6.6, -4.3, -4.8))
_BEHIND_HEADING = _gaps(_NEVER_SMALL, (0.0, -1.8, -4.8, -5.2, -5.7, -5.7))
_BEHIND_CAPTION = _gaps((0.0, -1.0, -1.0, -1.5, -1.5, -1.5), (0.0, 0.0, -2.5, -1.6, -0.7, 0.2))
_BEHIND_CELL = _gaps(_NEVER_SMALL, (0.0, -1.8, -3.0, -4.0, -5.0, -5.5))
