"""Tables: the pieces of a region to rows of cells, by the strips between its columns and the gaps between its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportdiff.sources.pdf.pieces import Piece, rows_of

Cell = list[Piece]
"""The lines of a cell, from the top down."""

_CELL = re.compile(
    r"[^A-Za-z]{0,24}[0-9—–-][^A-Za-z]{0,12}$|n\.?/?a\.?$|[A-Za-z$€£ ]{0,4}[0-9][0-9.,]*[ %A-Za-z]{0,3}$"
)
_LONGEST_LABEL = 48
_NOTE = re.compile(r"(?:sources?|notes?)\b", re.IGNORECASE)
_NEXT_LINE = 1.35
_FULL = 0.8
_FEWEST_ROWS = 3
_APART = 1.55
_NARROWEST = 0.45
_ROW_GAP = 1.12
_TWO = 2
_HEAD_LINES = 2.5
_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:[/–-][0-9]{2,4})?")


class Grid(NamedTuple):
    """The rows of a table, each with as many cells as it has columns, and the lines above and below that are none."""

    above: list[Piece]
    rows: list[list[Cell]]
    below: list[Piece]


def read_grid(pieces: Sequence[Piece]) -> Grid:
    """The table that *pieces* make; no rows where they make none."""
    lines = rows_of(pieces)
    full = [at for at, line in enumerate(lines) if len(line) > 1]
    if not full:
        return Grid([p for line in lines for p in line], [], [])
    edges = _edges([lines[at] for at in full])
    if not edges:
        return Grid([p for line in lines for p in line], [], [])
    # What hangs below the last full line may be the rest of its cells; a line from the first column on is none.
    last = full[-1] + 1
    while last < len(lines) and _hangs(lines[last - 1], lines[last], edges):
        last += 1
    rows = list(_rows(lines[full[0] : last], edges))
    return Grid(
        [p for line in lines[: full[0]] for p in line],
        [row for row in rows if any(row)],
        [p for line in lines[last:] for p in line],
    )


def _rows(lines: Sequence[list[Piece]], edges: Sequence[float]) -> Iterator[list[Cell]]:
    """The rows of a table; heads that reach over several columns make a row of their own above those below them."""
    upper = _spanning(lines, edges)
    for at, group in enumerate(_grouped(lines, edges)):
        if at or not upper:
            yield _row(group, edges)
            continue
        labels = [piece for line in group[1:] for piece in line if not _column(piece, edges)]
        yield _row([upper, labels], edges)
        if below := [piece for line in group[1:] for piece in line if _column(piece, edges)]:
            yield _row([below], edges)


def _spanning(lines: Sequence[list[Piece]], edges: Sequence[float]) -> list[Piece]:
    """The heads in the first of *lines*, each moved to the first column that it reaches over; none where none does.

    Such heads stand over columns of their own, as many for each, whose heads one of the next lines holds.
    """
    heads = lines[0]
    inner = [[piece for piece in line if _column(piece, edges)] for line in lines[1 : 1 + _TWO]]
    below = max(inner, key=len, default=[])
    count, rest = divmod(len(below), len(heads))
    if not _column(heads[0], edges) or rest or count < _TWO:
        return []
    moved = []
    for n, head in enumerate(heads):
        first, last = below[n * count], below[(n + 1) * count - 1]
        if not _stands_over(head, first.x0, last.x1):
            return []
        moved.append(head._replace(x0=first.x0))
    return moved


def _stands_over(head: Piece, left: float, right: float) -> bool:
    """True for a head over the middle of its columns, and for a year anywhere over them."""
    middle = (head.x0 + head.x1) / 2
    slack = 0.0 if _YEARS.fullmatch(head.text) else (right - left) / 4
    return left + slack <= middle <= right - slack


class Found(NamedTuple):
    """A table among other text: its pieces, and those above and below it."""

    above: list[Piece]
    rows: list[Piece]
    below: list[Piece]


def find_table(rows: Sequence[list[Piece]], right: float) -> Found | None:
    """The table of figures that lies across columns of text; None where there is none, or nothing else.

    Its rows hold short cells on both sides of a gutter, figures on the side that begins at *right*.
    """
    left, edge = min(row[0].x0 for row in rows), max((p.x1 for row in rows for p in row if p.x0 < right), default=right)
    tabular = [_is_tabular(row, right, left + _FULL * (edge - left)) for row in rows]
    first, last = _longest_run(tabular)
    if sum(tabular[first:last]) < _FEWEST_ROWS or last - first > len(rows) - _FEWEST_ROWS:
        return None
    first = _caption_start(rows, first, right)
    while (
        last < len(rows)
        and len(rows[last]) == 1
        and rows[last][0].y - rows[last - 1][0].y < _APART * rows[last][0].size
    ):
        last += 1
    above, inner, below = ([p for row in part for p in row] for part in (rows[:first], rows[first:last], rows[last:]))
    return Found(above, inner, below)


def heads_over(above: Sequence[Piece], rows: Sequence[list[Piece]]) -> list[Piece]:
    """The heads right above *rows* that each reach over several columns, and what stands beside them; none for one.

    They cross the strips between the columns, and so stand outside of what the strips part.
    """
    top, size = rows[0][0].y, rows[0][0].size
    near = [piece for piece in above if piece.y > top - _HEAD_LINES * size]
    over = [piece.y for piece in (*near, *rows[0]) if _reaches_over(piece, rows)]
    if len(over) < _TWO or any(len(piece.text) > _LONGEST_LABEL for piece in near):
        return []
    return [piece for piece in near if piece.y >= min(over)]


def _is_tabular(row: Sequence[Piece], right: float, full: float) -> bool:
    """Whether a row has figures from *right* on, beside a label that does not fill its side as a line of text would."""
    beyond = [piece.text for piece in row if piece.x0 >= right]
    label = [piece for piece in row if piece.x0 < right]
    if not beyond or not label or label[-1].x1 > full or sum(len(piece.text) for piece in label) > _LONGEST_LABEL:
        return False
    return all(_CELL.match(text) for text in beyond)


def _longest_run(tabular: Sequence[bool]) -> tuple[int, int]:
    """Where the most tabular rows stand together, with no more than one other between two of them."""
    best = (0, 0)
    start = end = -2
    for at, is_row in enumerate(tabular):
        if not is_row:
            continue
        start = start if at - end <= 1 else at
        end = at + 1
        if sum(tabular[start:end]) > sum(tabular[best[0] : best[1]]):
            best = (start, end)
    return best


def _caption_start(rows: Sequence[list[Piece]], first: int, right: float) -> int:
    """Where the lines above a table begin that belong to it: heads, and up to four lines of caption below a gap."""
    for above in range(1, min(4, first) + 1):
        row, before = rows[first - above], rows[first - above - 1] if first > above else None
        if len(row) > 1 and any(len(piece.text) > _LONGEST_LABEL for piece in row):
            break
        if before is None or row[0].y - before[0].y > _APART * row[0].size:
            return first - above
    return first


def _hangs(above: Sequence[Piece], line: Sequence[Piece], edges: Sequence[float]) -> bool:
    """Whether a line that is no full row is the rest of the cells above it."""
    piece = line[0]
    if _column(piece, edges) > 0:
        return True
    return piece.x1 <= edges[0] and piece.y - above[0].y < _NEXT_LINE * piece.size and _NOTE.match(piece.text) is None


def _edges(lines: Sequence[list[Piece]]) -> list[float]:
    """Where one column ends and the next begins: the middles of the strips that stay free, but for heads over them."""
    wide = [piece for piece in lines[0] if _reaches_over(piece, lines[1:])]
    pieces = [piece for line in lines for piece in line if piece not in wide]
    size = sorted(p.size for p in pieces)[len(pieces) // 2]
    spans = sorted((p.x0, p.x1) for p in pieces)
    edges = _free(spans, _NARROWEST * size)
    if edges:
        return edges
    # A head over several columns covers the strips between them: without the broadest pieces they show.
    broadest = sorted(x1 - x0 for x0, x1 in spans)[-1 - len(spans) // 8]
    return _free([(x0, x1) for x0, x1 in spans if x1 - x0 < broadest] or spans, _NARROWEST * size)


def _reaches_over(head: Piece, lines: Sequence[list[Piece]]) -> bool:
    """True for a head below which most lines have two pieces and more."""
    below = [sum(piece.x0 < head.x1 and piece.x1 > head.x0 for piece in line) for line in lines]
    apart = sum(count >= _TWO for count in below)
    return apart >= _FEWEST_ROWS and apart * _TWO > len(lines)


def _free(spans: Sequence[tuple[float, float]], narrowest: float) -> list[float]:
    edges: list[float] = []
    reach = spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - reach >= narrowest:
            edges.append((x0 + reach) / 2)
        reach = max(reach, x1)
    return edges


def _column(piece: Piece, edges: Sequence[float]) -> int:
    """The column in which a piece begins."""
    return sum(piece.x0 >= edge for edge in edges)


def _grouped(lines: Sequence[list[Piece]], edges: Sequence[float]) -> Iterator[list[list[Piece]]]:
    """The lines of each row: a wider gap begins one; where no gaps tell, each line with its first cells does."""
    gaps = [b[0].y - a[0].y for a, b in pairwise(lines)]
    spaced = _row_gap(lines, gaps, edges)
    group = [lines[0]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        if gap > spaced or (spaced == 0.0 and _begins(line, edges)):
            yield group
            group = []
        group.append(line)
    yield group


def _row_gap(lines: Sequence[list[Piece]], gaps: Sequence[float], edges: Sequence[float]) -> float:
    """From which gap on a line begins a row; 0 where the gaps between rows are not wider than those within."""
    inner = [gap for line, gap in zip(lines[1:], gaps, strict=True) if not _begins(line, edges)]
    outer = [gap for line, gap in zip(lines[1:], gaps, strict=True) if _begins(line, edges)]
    if not inner or not outer:
        return 0.0
    usual = sorted(inner)[len(inner) // 2]
    return usual * _ROW_GAP if sorted(outer)[len(outer) // 2] > usual * _ROW_GAP else 0.0


def _begins(line: Sequence[Piece], edges: Sequence[float]) -> bool:
    return _column(line[0], edges) == 0 or len(line) > len(edges)


def _row(group: Sequence[Sequence[Piece]], edges: Sequence[float]) -> list[Cell]:
    cells: list[Cell] = [[] for _ in range(len(edges) + 1)]
    for line in group:
        for piece in line:
            cells[_column(piece, edges)].append(piece)
    return cells
