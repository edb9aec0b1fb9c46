"""Tables that a plain text sets by blanks: lines of a label and figures, one below the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_GAP = re.compile(r"\S {2,}[-–−(+$€£¥0-9]")
_CELL = re.compile(r"\S+(?: \S+)*")
_FIGURE = re.compile(
    r"[(+–−-]?[$€£¥]?[0-9](?:[0-9.,]| (?=[0-9]{3}(?![0-9])))*(?:%| (?:thousand|[mb]illion|trillion|[mb]n|tn))?\)?"
    r"(?: ?[a-z*†]|\([a-z]\))?$|[-–—.…:*x]{1,3}$|n[./]?[ad]\.?$|\[[a-z]{1,3}\]$",
    re.IGNORECASE,
)
_LEAST_FIGURES, _LEAST_LINES, _MOST_HEADS = 2, 2, 3
_LONGEST_LABEL = 60

Place = tuple[int, int]
"""Where a cell stands in its line: start, and the end exclusive."""


class AlignedRow(NamedTuple):
    """The cells of a line in the order of the table's columns; None for a column that the line leaves empty."""

    cells: tuple[Place | None, ...]


def find_aligned(lines: Sequence[str]) -> Mapping[int, AlignedRow]:
    """The lines that are rows of tables, by number.

    A table has two lines or more with a label and at least two figures each, in columns that stand below each other;
    the lines of column heads right above it go with it. A line whose cells cannot be told to the columns is no row.
    """
    rows: dict[int, AlignedRow] = {}
    if not any("  " in line and _GAP.search(line) for line in lines):
        return rows
    for first, end in _runs(lines):
        cells = [_cells(line) for line in lines[first:end]]
        breadth = Counter(map(len, cells)).most_common(1)[0][0]
        columns = _columns([each for each in cells if len(each) == breadth])
        if not columns:
            continue
        top = _first_head(lines, first, breadth, columns)
        for number in range(top, end):
            if placed := _placed(_cells(lines[number]), columns):
                rows[number] = AlignedRow(placed)
    return rows


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Stretches of lines, (first, end), that all have a label and figures."""
    first: int | None = None
    for number, line in enumerate([*lines, ""]):
        if _is_body(line):
            first = number if first is None else first
        elif first is not None:
            if number - first >= _LEAST_LINES:
                yield first, number
            first = None


def is_figure(cell: str) -> bool:
    """True for a cell that holds a figure, or says that there is none.

    >>> is_figure("1 204.5"), is_figure("[x]"), is_figure("Wheat")
    (True, True, False)
    """
    return _FIGURE.match(cell) is not None


def _is_body(line: str) -> bool:
    if "  " not in line or not _GAP.search(line) or line.lstrip().startswith("|"):
        return False
    cells = _CELL.findall(line.rstrip())
    label = cells[0]
    named = any(letter.isalpha() for letter in label) and len(label) <= _LONGEST_LABEL
    return named and len(cells) > _LEAST_FIGURES and all(map(_FIGURE.match, cells[1:]))


def _cells(line: str) -> list[Place]:
    return [found.span() for found in _CELL.finditer(line.rstrip())]


def _columns(rows: Sequence[Sequence[Place]]) -> list[Place]:
    """Where the columns of *rows*, all of the same breadth, begin and end; a row that fits none before it is left out.

    Empty where no two of them stand below each other.
    """
    columns: list[Place] = []
    fitting = 0
    for row in rows:
        wider = [
            (min(low, start), max(high, end)) for (low, high), (start, end) in zip(columns or row, row, strict=True)
        ]
        if all(end < start for (_, end), (start, _) in pairwise(wider)):
            columns, fitting = wider, fitting + 1
    return columns if fitting >= _LEAST_LINES else []


def _first_head(lines: Sequence[str], first: int, breadth: int, columns: Sequence[Place]) -> int:
    """The first of the lines of column heads right above the line *first*.

    A line that has a word for some of the columns only ("Est.", "Proj.") is one below a line that has a head for each.
    """
    top = first
    for number in range(first - 1, max(0, first - _MOST_HEADS) - 1, -1):
        cells = _cells(lines[number])
        if breadth - 1 <= len(cells) <= breadth:
            top = number
        elif not cells or any(_placed(cells, columns)[:1]) or not _placed(cells, columns):
            break
    return top


def _placed(cells: Sequence[Place], columns: Sequence[Place]) -> tuple[Place | None, ...]:
    """The cells by column, each in the one that it overlaps; empty where one overlaps none, or two."""
    placed: list[Place | None] = [None] * len(columns)
    for start, end in cells:
        found = [at for at, (low, high) in enumerate(columns) if start < high and low < end]
        if len(found) != 1 or placed[found[0]] is not None:
            return ()
        placed[found[0]] = (start, end)
    return tuple(placed)
