"""Tables that a plain text sets by tabs: a label and figures, one tab between two cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportdiff.sources.plain.aligned import AlignedRow, Place, is_figure

_LEAST_ROWS = 2
_LONGEST_CELL = 120


def find_tabbed(lines: Sequence[str]) -> dict[int, AlignedRow]:
    """The lines that are rows of tables set by tabs, by number.

    Such a table has lines with equally many tabs below each other, two or more of them with a label and nothing but
    figures; those before the first of these are its heads.
    """
    rows: dict[int, AlignedRow] = {}
    if not any("\t" in line for line in lines):
        return rows
    for run in _runs(lines):
        cells = [_cells(lines[number]) for number in run]
        if sum(_is_body(lines[number], line) for number, line in zip(run, cells, strict=True)) >= _LEAST_ROWS:
            rows.update((number, AlignedRow(line)) for number, line in zip(run, cells, strict=True))
    return rows


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """The numbers of lines below each other with equally many tabs, at least one."""
    counted = enumerate(line.rstrip("\r\n").count("\t") for line in lines)
    for tabs, group in groupby(counted, key=lambda numbered: numbered[1]):
        run = [number for number, _ in group]
        if tabs and len(run) > _LEAST_ROWS:
            yield run


def _cells(line: str) -> tuple[Place | None, ...]:
    places: list[Place | None] = []
    at = 0
    for cell in line.rstrip("\r\n").split("\t"):
        start = at + len(cell) - len(cell.lstrip())
        end = at + len(cell.rstrip())
        places.append((start, end) if start < end else None)
        at += len(cell) + 1
    return tuple(places)


def _is_body(line: str, cells: Sequence[Place | None]) -> bool:
    words = [line[place[0] : place[1]] if place else "" for place in cells]
    told = [word for word in words[1:] if word]
    if not told or max(map(len, words)) > _LONGEST_CELL:
        return False
    return any(map(str.isalnum, words[0])) and all(map(is_figure, told))
