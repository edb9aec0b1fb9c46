"""Pieces of a page: words on one baseline without a wide gap, with their place and their type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportdiff.sources.builder import Slice

_TOUCHING, _OVERLAP = 0.09, 0.3
"""Parts of the type's size; the narrowest space between words is more than twice as wide as what still touches."""


_MARKER = re.compile(r"(?:[•‣▪●◦■►○◆➢➤✓∙·§o\uf0b7\uf0a7\uf0d8\uf076–—-]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])$")
_MARKER_GAP = 4.0


class Piece(NamedTuple):
    """Words beside each other on one baseline.

    ``slices`` lead to the characters of the document, ``cut`` holds the ends of slices that the next slice joins
    without a space. ``x0``, ``x1`` and the baseline ``y`` are in points, from the left and from the top; ``size`` is
    that of the type, ``face`` the name of the font, ``first`` the width of the first word, ``order`` the place in the
    order in which the page was drawn.
    """

    page: int
    slices: tuple[Slice, ...]
    text: str
    x0: float
    x1: float
    y: float
    size: float
    face: str
    bold: bool
    first: float
    order: int
    cut: tuple[int, ...] = ()


class Page(NamedTuple):
    """A page: its number from 1 on, where its characters begin among those of the document, and its pieces.

    ``breaks`` are the places, among the characters of the document, of hyphens that stand for a line end too.
    ``turned`` are the pieces that do not run as most of the page does; ``pictured`` tells that what the page shows is
    drawn and not written, so that it cannot be read; ``doubt`` why its text cannot be trusted, empty where it can.
    """

    number: int
    start: int
    text: str
    pieces: Sequence[Piece]
    turned: Sequence[Piece] = ()
    breaks: Sequence[int] = ()
    pictured: bool = False
    doubt: str = ""


def joined(left: Piece, right: Piece) -> Piece:
    """Two pieces of one line as one; without a space where they touch."""
    gap = (right.x0 - left.x1) / min(left.size, right.size)
    closed = left.slices[-1][1] == right.slices[0][0] or -_OVERLAP < gap < _TOUCHING
    main = left if len(left.text) >= len(right.text) else right
    return main._replace(
        slices=left.slices + right.slices,
        text=f"{left.text}{right.text}" if closed else f"{left.text} {right.text}",
        x0=min(left.x0, right.x0),
        x1=max(left.x1, right.x1),
        first=left.first,
        order=min(left.order, right.order),
        cut=left.cut + right.cut + ((left.slices[-1][1],) if closed else ()),
    )


def with_markers(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, each bullet or number of a list joined to the text that it stands before.

    What is drawn twice, to look bold or to cast a shadow, is there once.
    """
    found: list[Piece] = []
    for row in rows_of(pieces):
        kept: list[Piece] = []
        for piece in row:
            if any(_is_again(other, piece) for other in kept[-2:]):
                continue
            if kept and _MARKER.match(kept[-1].text) and piece.x0 - kept[-1].x1 < _MARKER_GAP * piece.size:
                marked = joined(kept[-1], piece)
                kept[-1] = marked._replace(text=f"{kept[-1].text} {piece.text}", size=piece.size, face=piece.face)
            else:
                kept.append(piece)
        found += kept
    return found


def _is_again(one: Piece, other: Piece) -> bool:
    """Whether a piece says the same in the same place."""
    return one.text == other.text and abs(one.x0 - other.x0) < 0.3 * one.size and abs(one.size - other.size) < 0.5


def lines_of(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces joined to lines, from the top down: what stands on one baseline is one line."""
    lines: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if lines and on_one_line(lines[-1], piece):
            before = lines[-1]
            lines[-1] = joined(before, piece) if piece.x0 >= before.x0 else joined(piece, before)
        else:
            lines.append(piece)
    return lines


def on_one_line(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand on one baseline."""
    return abs(one.y - other.y) <= 0.3 * min(one.size, other.size)


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each baseline, from the top down, each row from the left to the right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.y, p.x0)):
        if rows and on_one_line(rows[-1][-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda p: p.x0)
    return rows
