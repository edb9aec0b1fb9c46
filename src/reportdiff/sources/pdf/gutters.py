"""Gutters: strips of a page that no piece crosses over several lines, with text on both sides of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportdiff.sources.pdf.pieces import Piece, on_one_line

_BIN = 2.0
_MOST_CANDIDATES = 8
_ALMOST = 0.8
FEWEST = 2
"""Of fewer lines on a side nothing can be told."""
_NARROW_STRIP, _BROAD_STRIP = 0.6, 1.3
_MANY_LINES = 6


class Gutter(NamedTuple):
    """What stands on the two sides of a strip, and above and below its stretch of the page."""

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]


def find_gutters(ranked: Sequence[Piece]) -> list[tuple[float, Gutter]]:
    """All gutters of the pieces, with their places across the page."""
    return [(x, gutter) for x in _candidates(ranked) for gutter in _bands(ranked, x)]


def best_gutter(found: Sequence[tuple[float, Gutter]]) -> Gutter:
    """The gutter with most lines on its sides; of almost equal ones the one that the drawing order crosses least."""
    most = max(worth(gutter) for _, gutter in found)
    best = [gutter for _, gutter in found if worth(gutter) >= _ALMOST * most]
    return min(best, key=lambda g: (crossings(g) > 2, _imbalance(g)))


def _candidates(pieces: Sequence[Piece]) -> list[float]:
    """The places across the page where fewer pieces stand than to the left and to the right."""
    start = min(p.x0 for p in pieces)
    steps = [0] * (int((max(p.x1 for p in pieces) - start) / _BIN) + 3)
    for piece in pieces:
        steps[int((piece.x0 - start) / _BIN) + 1] += 1
        steps[int((piece.x1 - start) / _BIN) + 1] -= 1
    covered: list[int] = []
    total = 0
    for step in steps:
        total += step
        covered.append(total)
    to_right = covered[:]
    for at in range(len(covered) - 2, -1, -1):
        to_right[at] = max(to_right[at], to_right[at + 1])
    found: list[tuple[int, float]] = []
    to_left = at = 0
    while at < len(covered):
        end = at
        while end + 1 < len(covered) and covered[end + 1] == covered[at]:
            end += 1
        drop = min(to_left, to_right[end]) - covered[at]
        lowest = (at == 0 or covered[at - 1] > covered[at]) and (
            end + 1 == len(covered) or covered[end + 1] > covered[at]
        )
        if drop >= FEWEST and lowest:
            found.append((drop, start + (at + end) / 2 * _BIN))
        to_left = max(to_left, covered[at])
        at = end + 1
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return [x for _, x in found[:_MOST_CANDIDATES]]


def _bands(pieces: Sequence[Piece], x: float) -> Iterator[Gutter]:
    """The stretches of the page, from the top down, that no piece crosses at *x* and that have text on both sides."""
    first = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and not pieces[at].x0 < x < pieces[at].x1:
            continue
        if at - first >= 2 * FEWEST:
            gutter = _band(pieces, first, at, x)
            if gutter is not None:
                yield gutter
        first = at + 1


def _band(pieces: Sequence[Piece], first: int, last: int, x: float) -> Gutter | None:
    inside = pieces[first:last]
    left = [p for p in inside if p.x1 <= x]
    right = [p for p in inside if p.x1 > x]
    if min(len(left), len(right)) < FEWEST:
        return None
    top, bottom = max(left[0].y, right[0].y), min(left[-1].y, right[-1].y)
    size = min(left[0].size, right[0].size)
    # Lines beside each other, not a paragraph on the left above another on the right.
    if bottom - top < 0.8 * size:
        return None
    above, below = list(pieces[:first]), list(pieces[last:])
    head = _alone_at_edge(inside, top - 1.0 * size, top=True)
    foot = _alone_at_edge(inside, bottom + 1.0 * size, top=False)
    kept = [p for p in inside if p not in head and p not in foot]
    left = [p for p in kept if p.x1 <= x]
    right = [p for p in kept if p.x1 > x]
    if min(len(left), len(right)) < FEWEST or not _is_strip(left, right):
        return None
    return Gutter(above + head, left, right, foot + below)


def _is_strip(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether the strip between two sides is broad enough: over a few lines spaces between words may meet by chance."""
    strip = min(p.x0 for p in right) - max(p.x1 for p in left)
    lines = min(_count_lines(left), _count_lines(right))
    size = min(left[0].size, right[0].size)
    return strip >= (_NARROW_STRIP if lines >= _MANY_LINES else _BROAD_STRIP) * size


def _alone_at_edge(inside: Sequence[Piece], limit: float, *, top: bool) -> list[Piece]:
    """Up to three lines at the edge of a band that only one side has, set off by a space from all that follows."""
    outer = [p for p in inside if (p.y < limit if top else p.y > limit)]
    if not outer or len(outer) > 3:
        return []
    inner = [p for p in inside if (p.y >= limit if top else p.y <= limit)]
    if not inner:
        return []
    gap = (
        min(p.y for p in inner) - max(p.y for p in outer) if top else min(p.y for p in outer) - max(p.y for p in inner)
    )
    return outer if gap > 2.2 * max(p.size for p in outer) else []


def worth(gutter: Gutter) -> int:
    """How many lines the side with fewer lines has."""
    return min(_count_lines(gutter.left), _count_lines(gutter.right))


def _count_lines(pieces: Sequence[Piece]) -> int:
    return 1 + sum(not on_one_line(one, other) for one, other in pairwise(pieces))


def crossings(gutter: Gutter) -> int:
    """How often the page goes from one side to the other as it is drawn."""
    left = {p.order for p in gutter.left}
    orders = sorted([*left, *(p.order for p in gutter.right)])
    return sum((one in left) != (other in left) for one, other in pairwise(orders))


def _imbalance(gutter: Gutter) -> float:
    """How unequal the breadths of the two sides are, as whole columns: 0 for one and one, or one and two."""
    one, other = sorted(max(p.x1 for p in side) - min(p.x0 for p in side) for side in (gutter.left, gutter.right))
    ratio = other / max(1.0, one)
    return min(abs(ratio - whole) for whole in (1, 2, 3))
