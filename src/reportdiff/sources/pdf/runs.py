"""The characters of a page to its pieces: words gathered along each line as it was drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reportdiff.sources.pdf.glyphs import Box, Glyphs
from reportdiff.sources.pdf.pieces import Piece

_LINE = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
_WORD = re.compile(r"\S+")
_BOLD = re.compile("bold|black|heavy|demi|medi$", re.IGNORECASE)
HYPHENS = str.maketrans("\ufffe\x02\u2010", "---")
_WIDE_GAP = 0.65
"""From this part of the type's size on a gap is more than a space between words."""
_SAME_BOX = 0.04
_LEVEL = 0.12
_SMALLER = 0.87
_SMALLEST = 0.1


class Place(NamedTuple):
    """The page of a piece, where the page's characters begin, and which piece of it this is."""

    page: int
    start: int
    order: int


_TURNS: tuple[Callable[[Box], Box], ...] = (
    lambda box: box,
    lambda box: Box(box.bottom, box.top, -box.right, -box.left),
    lambda box: Box(-box.right, -box.left, -box.top, -box.bottom),
    lambda box: Box(-box.top, -box.bottom, box.left, box.right),
)
_BASELINES: tuple[Callable[[tuple[float, float]], float], ...] = (
    lambda at: at[1],
    lambda at: -at[0],
    lambda at: -at[1],
    lambda at: at[0],
)


def read_pieces(text: str, glyphs: Glyphs, page: int, start: int) -> tuple[list[Piece], list[Piece]]:
    """The pieces that run as most of the page does, and the others; *start* is where its characters begin."""
    return _upright(list(_pieces(text, glyphs, page, start)))


class _Line(NamedTuple):
    """How the words of one drawn line stand: the quarters they are turned by, and their pieces."""

    quarter: int
    piece: Piece


def _pieces(text: str, glyphs: Glyphs, page: int, start: int) -> Iterator[_Line]:
    order = 0
    for line in _LINE.finditer(text):
        first = _WORD.search(text, line.start(), line.end())
        if first is None:
            continue
        quarter = glyphs.quarter(first.start())
        for run in _runs(text, first.start(), line.end(), glyphs, quarter):
            yield _Line(quarter, run.piece(text, glyphs, Place(page, start, order)))
            order += 1


class _Style(NamedTuple):
    """How a word is set: its baseline, counted downwards, the size of its type, its font, and whether that is bold."""

    y: float
    size: float
    face: str
    bold: bool


class _Run:
    """A piece under way: words on one baseline, and how many characters are set in each style."""

    def __init__(self, low: int, box: Box, last: Box, style: _Style) -> None:
        self.low, self.high, self.final = low, low, low
        self.left, self.right, self.first = box.left, last.right, last.right - box.left
        self.y, self.size = style.y, style.size
        self._weights: dict[_Style, int] = {}

    def add(self, low: int, high: int, right: float, style: _Style) -> None:
        """Take the word from *low* to *high*, which reaches to *right*."""
        self.high, self.final, self.right = high, low, right
        self._weights[style] = self._weights.get(style, 0) + high - low

    def reaches(self, left: float) -> bool:
        """Whether a word that begins at *left* follows without a wide gap."""
        return -self.size < left - self.right <= _WIDE_GAP * self.size

    def fits(self, style: _Style) -> bool:
        """Whether a word so set stands on the same baseline, in type of about the same size."""
        return abs(style.y - self.y) <= _LEVEL * self.size and _SMALLER < style.size / self.size < 1 / _SMALLER

    def piece(self, text: str, glyphs: Glyphs, place: Place) -> Piece:
        """The piece, set as most of it is."""
        main = max(self._weights, key=self._weights.__getitem__)
        # Faces of one family may have equal boxes: then only the last word tells that the type has changed.
        bold = main.bold and (self.final == self.low or bool(_BOLD.search(glyphs.face(self.final))))
        words = " ".join(text[self.low : self.high].translate(HYPHENS).split())
        slices = ((self.low + place.start, self.high + place.start),)
        return Piece(
            place.page,
            slices,
            words,
            self.left,
            self.right,
            self.y,
            main.size,
            main.face,
            bold,
            self.first,
            place.order,
        )


def _runs(text: str, begin: int, end: int, glyphs: Glyphs, quarter: int) -> Iterator[_Run]:
    """The pieces of a line as it was drawn: parted at wide gaps and where the type changes its size or its baseline.

    Nearly every word is set as the one before, and each call for a character's box counts: hence the short way.
    """
    turn, look, room = _TURNS[quarter], glyphs.look, glyphs.room
    run: _Run | None = None
    style: _Style | None = None
    top = bottom = 0.0
    for word in _WORD.finditer(text, begin, end):
        start, stop = word.span()
        if run is not None and style is not None and quarter == 0:
            look(start)
            if room[1] == top and room[3] == bottom and run.reaches(room[0]):
                if stop - start > 1:
                    look(stop - 1)
                # A last character of another size may be the mark of a note.
                if room[1] == top and room[3] == bottom:
                    run.add(start, stop, room[2], style)
                    continue
        for low, high, box, last in _even_parts(start, stop, glyphs, turn):
            # Equal boxes are of one type: to ask for it is what costs most.
            if style is None or abs(box.top - top) + abs(box.bottom - bottom) > _SAME_BOX * (box.top - box.bottom):
                style = _style(low, glyphs, quarter)
                top, bottom = box.top, box.bottom
            if run is not None and not (run.fits(style) and run.reaches(box.left)):
                yield run
                run = None
            if run is None:
                run = _Run(low, box, last, style)
            run.add(low, high, last.right, style)
    if run is not None:
        yield run


def _style(at: int, glyphs: Glyphs, quarter: int) -> _Style:
    face = glyphs.face(at)
    size = max(glyphs.size(at), _SMALLEST)
    return _Style(-_BASELINES[quarter](glyphs.origin(at)), size, face, _BOLD.search(face) is not None)


def _even_parts(low: int, high: int, glyphs: Glyphs, turn: Callable[[Box], Box]) -> Iterator[tuple[int, int, Box, Box]]:
    """A word, parted where the mark of a note hangs on to it: (start, end, first box, last box) of each part."""
    first = turn(glyphs.box(low))
    last = first if high - low == 1 else turn(glyphs.box(high - 1))
    if high - low == 1 or _is_even(first, last):
        yield low, high, first, last
        return
    begin, begun, before = low, first, first
    for at in range(low + 1, high):
        box = turn(glyphs.box(at))
        if not _is_even(before, box):
            yield begin, at, begun, before
            begin, begun = at, box
        before = box
    yield begin, high, begun, before


def _is_even(one: Box, other: Box) -> bool:
    """Whether two characters are of one size."""
    return _SMALLER < (other.top - other.bottom) / max(0.01, one.top - one.bottom) < 1 / _SMALLER


def _upright(lines: list[_Line]) -> tuple[list[Piece], list[Piece]]:
    """The pieces that run as most of the page does, and the others."""
    weights: Counter[int] = Counter()
    for line in lines:
        weights[line.quarter] += len(line.piece.text)
    main = max(weights, key=lambda quarter: (weights[quarter], -quarter), default=0)
    return (
        [line.piece for line in lines if line.quarter == main],
        [line.piece for line in lines if line.quarter != main],
    )
