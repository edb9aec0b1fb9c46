"""The reading order of a page by geometry alone: gutters part its pieces into columns, bands and tables.

A gutter is a strip that no piece crosses over several lines, with text on both sides of it. The pieces that cross it
(a title, a figure's caption, a note across the page) bound it above and below. What stands on its sides is read down
where it is running text, and across, row by row, where it is a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportdiff.sources.pdf.gutters import FEWEST, Gutter, best_gutter, crossings, find_gutters, worth
from reportdiff.sources.pdf.pieces import Piece, lines_of, on_one_line, rows_of
from reportdiff.sources.pdf.tables import find_table, heads_over

_DEEPEST = 16
_ALMOST = 0.8
_MAIN = 0.4
_ALIGNED = 0.6
_SHORT = 18
_PROSE_LETTERS = 14
_LOOKED_AT = 24
_PROSE_WORDS = 3
_LETTERS = re.compile(r"[^\W\d_]+")


class Region(NamedTuple):
    """Pieces that are read from the top down, line by line, or as a table; between the bounds of their column."""

    pieces: list[Piece]
    left: float
    right: float
    table: bool = False


def order_regions(pieces: Sequence[Piece]) -> list[Region]:
    """The regions of a page in reading order."""
    if not pieces:
        return []
    return list(_ordered(list(pieces), min(p.x0 for p in pieces), max(p.x1 for p in pieces), 0))


def _ordered(pieces: list[Piece], left: float, right: float, depth: int) -> Iterator[Region]:
    ranked = sorted(pieces, key=lambda p: (p.y, p.x0))
    found = find_gutters(ranked) if len(ranked) >= 2 * FEWEST and depth < _DEEPEST else []
    if not found:
        if pieces:
            yield Region(ranked, left, right)
        return
    parts = _cut_across(ranked, found)
    if len(parts) > 1:
        for part in parts:
            yield from _ordered(part, left, right, depth + 1)
        return
    gutter = best_gutter(found)
    table = find_table(rows_of(gutter.left + gutter.right), min(p.x0 for p in gutter.right))
    if table is not None:
        yield from _ordered(gutter.above + table.above, left, right, depth + 1)
        yield Region(table.rows, left, right, table=True)
        yield from _ordered(table.below + gutter.below, left, right, depth + 1)
        return
    across = _reads_across(gutter.left, gutter.right)
    heads = heads_over(gutter.above, rows_of(gutter.left + gutter.right)) if across else []
    yield from _ordered([piece for piece in gutter.above if piece not in heads], left, right, depth + 1)
    if across:
        yield Region(heads + gutter.left + gutter.right, left, right, table=True)
    else:
        for side in (gutter.left, gutter.right):
            yield from _ordered(side, min(p.x0 for p in side), max(p.x1 for p in side), depth + 1)
    yield from _ordered(gutter.below, left, right, depth + 1)


def _cut_across(ranked: list[Piece], found: Sequence[tuple[float, Gutter]]) -> list[list[Piece]]:
    """The pieces parted where a line stands alone on its height and crosses a gutter: it heads what is below."""
    most = max(worth(gutter) for _, gutter in found)
    places = [x for x, gutter in found if worth(gutter) >= max(FEWEST + 1, _MAIN * most)]
    parts: list[list[Piece]] = [[]]
    alone_before = False
    for at, piece in enumerate(ranked):
        beside = (*ranked[max(0, at - 1) : at], *ranked[at + 1 : at + 2])
        alone = all(abs(other.y - piece.y) >= 0.9 * piece.size for other in beside)
        crosses = alone and any(piece.x0 < x < piece.x1 for x in places)
        if crosses != alone_before and parts[-1]:
            parts.append([])
        alone_before = crosses
        parts[-1].append(piece)
    return parts


def _reads_across(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether the two sides of a gutter are the cells of a table, not columns of text."""
    lines, others = lines_of(left), lines_of(right)
    few, many = (lines, others) if len(lines) <= len(others) else (others, lines)
    aligned = _aligned(few, many)
    crossed = crossings(Gutter([], list(left), list(right), []))
    if _is_prose(lines) and _is_prose(others):
        return crossed > 2 and aligned >= _ALIGNED and _gaps_agree(lines, others)
    if crossed <= 1 and len(few) > 2 and not (_is_figures(lines) or _is_figures(others)):
        return False
    return aligned >= _ALIGNED


def _aligned(few: Sequence[Piece], many: Sequence[Piece]) -> float:
    """The share of the lines of one side that have one of the other side on their baseline."""
    at = hits = 0
    for line in few:
        while at < len(many) - 1 and many[at].y < line.y and not on_one_line(many[at], line):
            at += 1
        # A line of running text that only happens to stand on that height is no cell beside it.
        running = many[at].text[0].islower() and not line.text[0].islower()
        hits += on_one_line(many[at], line) and not running
    return hits / len(few)


def _is_prose(lines: Sequence[Piece]) -> bool:
    looked = lines[:: 1 + len(lines) // _LOOKED_AT]
    wordy = sum(line.text.count(" ") >= _PROSE_WORDS - 1 for line in looked)
    letters = sum(map(len, _LETTERS.findall(" ".join(line.text for line in looked))))
    return wordy >= 0.5 * len(looked) and letters >= _PROSE_LETTERS * len(looked)


def _is_figures(lines: Sequence[Piece]) -> bool:
    return sum(any(c.isdigit() for c in line.text) and len(line.text) < _SHORT for line in lines) > 0.5 * len(lines)


def _gaps_agree(lines: Sequence[Piece], others: Sequence[Piece]) -> bool:
    """Whether both sides have their wider gaps above the same lines, as the rows of a table do."""
    one, other = _starts(lines), _starts(others)
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return len(few) >= FEWEST and _aligned(few, many) >= _ALMOST


def _starts(lines: Sequence[Piece]) -> list[Piece]:
    gaps = [b.y - a.y for a, b in pairwise(lines)]
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    return [line for line, gap in zip(lines[1:], gaps, strict=True) if gap > 1.15 * usual]
