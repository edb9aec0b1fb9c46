"""Tables of a web page as a grid: each cell at its row and column, spans laid out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportdiff.sources.html.tree import BLOCKS, Element

_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = frozenset(("td", "th"))
_NO_CELLS = frozenset("h1 h2 h3 h4 table section article blockquote pre dl".split())
_WIDEST = 200
_TALLEST_SPAN = 500
_LONGEST_CELL = 400


class Cell(NamedTuple):
    """A cell, and whether this place is one that it merely reaches into: from above, or from the left."""

    element: Element
    from_above: bool = False
    from_left: bool = False


Grid = list[list[Cell | None]]
"""Rows of places; None where no cell is."""


def captions_of(table: Element) -> list[Element]:
    """The captions of a table."""
    return [element for element in table.elements() if element.name == "caption"]


def strays_of(table: Element) -> list[Element]:
    """What stands in a table though it is no part of one."""
    parts = {"caption", "colgroup", "col", "tr", *_GROUPS}
    return [element for element in table.elements() if element.name not in parts]


def read_grid(table: Element) -> Grid:
    """The rows of *table*, those of its foot last, all cells at their columns."""
    grid: Grid = []
    for rows in _groups(table):
        hanging: dict[int, tuple[int, Cell]] = {}
        for row in rows:
            grid.append(_lay(row, hanging))
    return grid


def own_cells(grid: Grid) -> list[Element]:
    """The cells of a grid, each once."""
    cells = (cell for row in grid for cell in row if cell is not None)
    return [cell.element for cell in cells if not (cell.from_above or cell.from_left)]


def holds_data(table: Element, grid: Grid) -> bool:
    """Whether a table tells figures in rows and columns; one that only arranges a page does not."""
    if table.attributes.get("role") in ("presentation", "none"):
        return False
    if max((sum(cell is not None for cell in row) for row in grid), default=0) < 2:
        return False
    cells = own_cells(grid)
    inner = [below.name for cell in cells for below in cell.walk()]
    if not _NO_CELLS.isdisjoint(inner):
        return False
    heads = any(cell.name == "th" for cell in cells) or bool(captions_of(table))
    simple = all(sum(below.name in BLOCKS for below in cell.walk()) <= 1 for cell in cells)
    return heads or simple or max(sum(run.end - run.start for run in cell.runs()) for cell in cells) <= _LONGEST_CELL


def _groups(table: Element) -> Iterator[list[Element]]:
    """The rows of the head, of each body, of what stands in no group, and of the foot."""
    elements = list(table.elements())
    for name in ("thead", "", "tfoot"):
        loose: list[Element] = []
        for element in elements:
            if element.name == "tr" and not name:
                loose.append(element)
            elif element.name in _GROUPS and (element.name == name or (not name and element.name == "tbody")):
                if loose:
                    yield loose
                    loose = []
                yield [row for row in element.elements() if row.name == "tr"]
        if loose:
            yield loose


def _lay(row: Element, hanging: dict[int, tuple[int, Cell]]) -> list[Cell | None]:
    """One row with what hangs down into it; *hanging* is brought up to date: column → (rows to come, cell)."""
    places: list[Cell | None] = []
    waiting = [element for element in row.elements() if element.name in _CELLS][::-1]
    while (waiting or len(places) in hanging) and len(places) < _WIDEST:
        column = len(places)
        if column in hanging:
            rows, cell = hanging.pop(column)
            places.append(cell)
            if rows > 1:
                hanging[column] = rows - 1, cell
            continue
        element = waiting.pop()
        rows = min(_span(element, "rowspan"), _TALLEST_SPAN)
        for offset in range(min(_span(element, "colspan"), _WIDEST - column)):
            places.append(Cell(element, from_left=offset > 0))
            if rows > 1:
                hanging[column + offset] = rows - 1, Cell(element, from_above=True, from_left=offset > 0)
    return _with_gaps(places, hanging)


def _with_gaps(places: list[Cell | None], hanging: dict[int, tuple[int, Cell]]) -> list[Cell | None]:
    """The row with the cells that hang down to the right of its last own one; gaps between them are empty."""
    last = len(places)
    for column in sorted(column for column in hanging if column >= last):
        rows, cell = hanging.pop(column)
        places += [None] * (column - len(places))
        places.append(cell)
        if rows > 1:
            hanging[column] = rows - 1, cell
    return places


def _span(element: Element, name: str) -> int:
    told = element.attributes.get(name, "").strip()
    return max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < 5 else 1
