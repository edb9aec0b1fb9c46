"""Tables: rows of cells, and tables of which the text gives one cell a line.

A caption gives scale, unit and kind of year to its cells ("Fiscal years 2015 through 2024, in millions of nominal dollars").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from reportdiff.extraction.figures import CUE, Figure, read_figures
from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.numbers import SCALES
from reportdiff.grammar.traps import scan_traps
from reportdiff.model.text import Block, BlockKind

_SCALE = re.compile(r"\b(thousand|million|billion|trillion)s?\b", re.IGNORECASE)
_MONEY = re.compile(r"\$|\bdollars?\b|\bUSD\b|\bUS\$", re.IGNORECASE)
_CAPTION = re.compile(
    r"^Table [0-9A-Z]|\((?:in )?(?:U\.?S\.? ?)?(?:\$|dollars|thousands|millions|billions|percent)[^()]{0,40}\)|\bin (?:thousands|millions|billions|trillions) of\b|"
    r"\$ in (?:thousands|millions|billions)|(?:US|U\.S\.)? ?\$ (?:thousands|millions|billions)|^(?:Fiscal|Calendar) [Yy]ears? (?:19|20)[0-9]{2}"
)
_FISCAL = re.compile(r"\b[Ff]iscal [Yy]ears?\b|\bFY")
_YEAR_CELL = re.compile(r"(?:(FY) ?)?((?:19|20)[0-9]{2})(?: ?\(?(?:est|estimate|request|req|enacted|actual|proj)\.?\)?)?$", re.IGNORECASE)
_FIGURE_CELL = re.compile(r"\(?[-−–]?(?:US)?[$€£¥]? ?[0-9][0-9,]*(?:\.[0-9]+)?(?: ?%| percent)?\)?(?: ?[a-z*†‡])?$")
_SHORT = 60
_CAPTION_LENGTH = 160
_NOTE = re.compile(r"(?:Sources?|Notes?)\b")
_YEAR_HEAD = re.compile(r"(?:Fiscal |Calendar )?Years?|FY", re.IGNORECASE)


@dataclass(slots=True)
class Cell:
    """A figure in a table, the days of its row or column, and its labels from the outside in."""

    figure: Figure
    days: Days | None
    label: tuple[str, ...]
    block: Block


@dataclass(slots=True)
class Table:
    """The table that is being read: what its caption gives, its column heads, and the row under way."""

    scale: Decimal = Decimal(1)
    unit: str | None = None
    fiscal: bool = False
    title: str = ""
    heads: list[str] = field(default_factory=list)
    year: Days | None = None
    column: int = 0
    rows: int = 0


@dataclass(slots=True)
class TableReader:
    """Follows the blocks of a text and reads those that are lines or cells of a table.

    ``table`` is the table under way; ``waiting`` one whose caption came before other text than its cells; ``heads`` the
    short lines just passed, which head the columns if cells follow.
    """

    content: str
    fiscal_year_start: int
    table: Table | None = None
    waiting: Table | None = None
    heads: list[str] = field(default_factory=list)

    def feed(self, block: Block) -> list[Cell] | None:
        """The figures of *block* where it is part of a table, an empty list for its heads and years; None for running text."""
        words = self.content[block.start : block.end].strip()
        if table := read_caption(words):
            self.table, self.heads = table, []
            return [] if len(words) < _CAPTION_LENGTH else None
        if block.kind is BlockKind.ROW:
            self.table = self.table or Table()
            return list(_read_row(self.content, block, self.table, self.fiscal_year_start))
        cells = self._cell(block, words)
        if cells is None:
            self._leave(words)
        return cells

    def _cell(self, block: Block, words: str) -> list[Cell] | None:
        if year := _YEAR_CELL.fullmatch(words):
            self.table = table = self.table or self.waiting or Table()
            if not table.rows:
                table.heads = [head for head in self.heads if not _YEAR_HEAD.fullmatch(head)]
            table.year, table.column, table.rows = _year(year, table, self.fiscal_year_start), 0, table.rows + 1
            return []
        table = self.table
        if table is not None and table.year is not None and _FIGURE_CELL.fullmatch(words):
            head = table.heads[table.column] if table.column < len(table.heads) else f"column {table.column + 1}"
            table.column += 1
            return list(_figures(self.content, block.start, block.end, block, table, table.year, (table.title, head)))
        return None

    def _leave(self, words: str) -> None:
        """Keep a short line as a possible column head; a longer one ends the table."""
        if _NOTE.match(words):
            return
        if len(words) <= _SHORT and not words.endswith((".", ":", ";")):
            self.heads.append(words)
            return
        self.heads = []
        if self.table is not None and len(words) > _SHORT:
            self.waiting = self.table if not self.table.rows else None
            self.table = None


def read_caption(words: str) -> Table | None:
    """What the caption *words* of a table give to its cells; None for any other words."""
    if len(words) > 300 or not _CAPTION.search(words):
        return None
    scale, money = _SCALE.search(words), _MONEY.search(words)
    title = re.sub(r"^Table [0-9A-Z]+[.:]? ?", "", words).split("\n")[0]
    return Table(
        scale=SCALES[scale[1].lower()] if scale and ("in " in words.lower() or money) else Decimal(1),
        unit="USD" if money else "percent" if "percent" in words.lower() else None,
        fiscal=bool(_FISCAL.search(words)),
        title=re.sub(r"(?:Fiscal|Calendar) [Yy]ears.*$|,? \(?in .*$", "", title).strip(" ,"),
    )


def _year(found: re.Match[str], table: Table, fiscal_year_start: int) -> Days:
    number = int(found[2])
    return calendar.fiscal_year(number, fiscal_year_start) if table.fiscal or found[1] else calendar.year(number)


def _read_row(content: str, block: Block, table: Table, fiscal_year_start: int) -> Iterator[Cell]:
    cells = [(m.start(1), m.end(1)) for m in re.finditer(r"\|?([^|\n]*)\|", content[block.start : block.end])]
    words = [content[block.start + a : block.start + b].strip() for a, b in cells]
    if not table.heads:
        table.heads = words
        return
    row_year = _YEAR_CELL.fullmatch(words[0]) if words else None
    for n, (a, b) in enumerate(cells[1:], 1):
        head = table.heads[n] if n < len(table.heads) else ""
        column_year = _YEAR_CELL.fullmatch(head)
        found = row_year or column_year
        days = _year(found, table, fiscal_year_start) if found else None
        labels = (table.title, head if row_year else words[0], "" if row_year or column_year else head)
        yield from _figures(content, block.start + a, block.start + b, block, table, days, labels)


def _figures(content: str, start: int, end: int, block: Block, table: Table, days: Days | None, labels: tuple[str, ...]) -> Iterator[Cell]:
    cues = [found.start() for found in CUE.finditer(content, start, end)]
    closed = [] if _YEAR_CELL.fullmatch(content[start:end].strip()) else scan_traps(content, start, end)
    for figure in read_figures(content, start, end, cues, closed):
        if figure.unit in (None, "USD") and figure.number.scale == 1 and figure.unit != "percent":
            _apply_caption(figure, table)
        yield Cell(figure, days, tuple(label for label in labels if label), block)


def _apply_caption(figure: Figure, table: Table) -> None:
    if figure.unit is None:
        figure.unit = table.unit
    if table.scale != 1:
        number = figure.number
        figure.amount = figure.amount * table.scale
        figure.number = type(number)(figure.amount, number.start, number.end, number.quantum * table.scale, table.scale, number.form)
