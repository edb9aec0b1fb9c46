"""A table under way: its columns, the row being read, and the figures of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from reportdiff.extraction.figures.cues import find_cues
from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.figures.read import read_figures
from reportdiff.extraction.tables.unit_words import UnitWords
from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.times import Anchor
from reportdiff.model.claim import Modality
from reportdiff.model.text import Block, Span

_YEAR_CELL = re.compile(
    r"(?:(FY) ?)?((?:19|20)[0-9]{2})"
    r"(?: ?\(?(?:est|estimate|request|req|enacted|actual|act|proj|forecast|prel|[a-z])\.?\)?|[*†‡])?$",
    re.IGNORECASE,
)
_FIGURE_CELL = re.compile(
    r"\(?[-–—]?(?:US)?[$€£¥]? ?[0-9][0-9,]*(?:\.[0-9]+)?"
    r"(?: (?:thousand|million|billion|trillion|[mb]n|tn)| ?%| percent)?\)?"
    r"(?: ?[a-z*†‡])?$"
)


@dataclass(slots=True)
class Cell:
    """A figure in a table, the days of its row or column, and its labels from the outside in."""

    figure: Figure
    days: Days | None
    label: tuple[str, ...]
    block: Block
    modality: Modality = Modality.REPORTED


@dataclass(slots=True)
class Column:
    """What the heads above a column give to its cells: words, days, scale and unit, and whether they are estimates."""

    words: str = ""
    days: Days | None = None
    scale: Decimal = ONE
    unit: str | None = None
    per: str | None = None
    modality: Modality = Modality.REPORTED


@dataclass(slots=True)
class Table:
    """The table that is being read: what its caption gives, its columns, and the row under way.

    ``heads`` are the column heads of a table of which the text gives one cell a line; ``columns`` those of a table in
    rows; ``rows`` counts the rows with figures so far. ``section`` is the unit that a line between the rows gives to
    those below it, and ``parent`` the last row that parts of it may follow ("Male", "Urban").
    """

    scale: Decimal = ONE
    unit: str | None = None
    fiscal: bool = False
    title: str = ""
    heads: list[str] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    year: Days | None = None
    column: int = 0
    rows: int = 0
    section: UnitWords | None = None
    parent: str = ""

    def year_of(self, found: re.Match[str], anchor: Anchor) -> Days:
        """The calendar or fiscal year that a match of :func:`match_year_cell` names in this table."""
        number = int(found[2])
        if self.fiscal or found[1]:
            return calendar.fiscal_year(number, anchor.fiscal_year_start)
        return calendar.year(number)


def match_year_cell(words: str) -> re.Match[str] | None:
    """The year that a cell consists of ("2015", "FY 2016 est."); None for any other cell."""
    return _YEAR_CELL.fullmatch(words)


def is_figure_cell(words: str) -> bool:
    """True for a cell that holds one figure and nothing else."""
    return bool(_FIGURE_CELL.fullmatch(words))


def cell_figures(
    content: str, place: Span, block: Block, table: Table, days: Days | None, labels: tuple[str, ...]
) -> Iterator[Cell]:
    """The figures of the cell at *place*, under the scale and unit that the caption of *table* gives."""
    for figure in read_figures(content, place.start, place.end, find_cues(content, place.start, place.end), ()):
        if figure.unit in (None, "USD") and figure.number.scale == ONE:
            figure.unit = figure.unit or table.unit
            if table.scale != ONE:
                figure.multiply(table.scale)
        yield Cell(figure, days, tuple(label for label in labels if label), block)
