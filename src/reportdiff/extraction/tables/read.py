"""Tables: rows of cells, and tables of which the text gives one cell a line.

A caption gives scale, unit and kind of year to its cells ("Fiscal years 2015 through 2024, in millions of dollars").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reportdiff.extraction.tables.captions import continue_caption, date_table, read_caption, unit_of_line
from reportdiff.extraction.tables.fields import row_label
from reportdiff.extraction.tables.rows import read_row
from reportdiff.extraction.tables.table import Cell, Table, apply_units, cell_figures, is_figure_cell, match_year_cell
from reportdiff.grammar.times import Anchor
from reportdiff.model.text import HEADING, ITEM, ROW, Block, Span

_SHORT, _CAPTION_LENGTH, _CELL_LENGTH = 60, 160, 30
_MOST_LEADS = 3
_NOTE = re.compile(r"(?:Sources?|Notes?)\b")
_ENDS_IN_FIGURE = re.compile(r"[a-z)][:.]* [-–+]?(?!(?:19|20)[0-9]{2}$)[0-9][0-9,]*(?:\.[0-9]+)?%?$")
"""A line of a list: the caption before it heads that list, and no table that comes after."""
_ROWS = re.compile(r"(?:\|[^\n]*+(?:\n|$))+")
_EXACT = re.compile(r"\| (?!(?:19|20)[0-9]{2}\b)[-–—+(]?(?:[0-9]{1,3}[, ]|[0-9]{1,9})[0-9, ]{0,12}[0-9]{2}[1-9]\)? \|")
"""A figure of four digits or more that is not rounded."""
_YEAR_HEAD = re.compile(r"(?:Fiscal |Calendar )?Years?|FY", re.IGNORECASE)


@dataclass(slots=True)
class TableReader:
    """Follows the blocks of a text and reads those that are lines or cells of a table.

    ``table`` is the table under way; ``waiting`` one whose caption came before other text than its cells; ``left`` one
    that other text broke off; ``heads`` the short lines just passed, which head the columns if cells follow.
    ``row_end`` is where the last row ended: an empty line ends its table. ``leads`` are the last lines before it
    that are no sentences, for its unit and its time.
    """

    content: str
    anchor: Anchor
    table: Table | None = None
    waiting: Table | None = None
    left: Table | None = None
    heads: list[str] = field(default_factory=list)
    in_rows: bool = False
    row_end: int = 0
    leads: list[str] = field(default_factory=list)

    def feed(self, block: Block) -> list[Cell] | None:
        """The figures of *block* where it is part of a table, none for its heads and years; None for running text."""
        if block.kind is ROW:
            return self._row(block)
        words = self.content[block.start : block.end].strip()
        self.leads = _leads(self.leads, words, block)
        self.in_rows = False
        if table := read_caption(words):
            self.table, self.heads = continue_caption(self.table, table), []
            return [] if len(words) < _CAPTION_LENGTH else None
        cells = self._cell(block, words) if len(words) <= _CELL_LENGTH else None
        if cells is None:
            self._leave(words)
        return cells

    def _row(self, block: Block) -> list[Cell] | None:
        goes_on = self.in_rows and "\n\n" not in self.content[self.row_end : block.start]
        table = self.table
        if table is None or (not goes_on and (table.rows or table.columns)):
            table = self.table = Table()
        if not goes_on:
            table.lead = table.lead or next(filter(None, map(unit_of_line, reversed(self.leads))), None)
            date_table(table, self.leads, self.anchor)
            rows = _ROWS.match(self.content, block.start)
            table.exact = rows is not None and _EXACT.search(self.content, rows.start(), rows.end()) is not None
        self.in_rows, self.row_end = True, block.end
        if row_label(self.content, block.start, block.end):
            return None
        return read_row(self.content, block, table, self.anchor)

    def _cell(self, block: Block, words: str) -> list[Cell] | None:
        """The figures of a block that is one cell: none for a year, which begins a row; None for what is no cell."""
        if year := match_year_cell(words):
            table = self.table or self.waiting or self._goes_on(year) or Table()
            if not table.rows:
                table.heads = [head for head in self.heads if not _YEAR_HEAD.fullmatch(head)]
            table.year, table.column, table.rows = table.year_of(year, self.anchor), 0, table.rows + 1
            self.table = table
            return []
        if self.table is None or self.table.year is None or not is_figure_cell(words):
            return None
        return self._figures(block, self.table)

    def _goes_on(self, year: re.Match[str]) -> Table | None:
        """The table that was broken off, where *year* is the one after its last: a page or column ended between."""
        last = self.left.year if self.left is not None else None
        return self.left if last is not None and last.last.year + 1 == int(year[2]) else None

    def _figures(self, block: Block, table: Table) -> list[Cell]:
        n = table.column
        table.column += 1
        head = table.heads[n] if n < len(table.heads) else f"column {n + 1}"
        place = Span(block.start, block.end)
        cells = list(cell_figures(self.content, place, block, table, table.year, (table.title, head)))
        for cell in cells:
            apply_units(cell.figure, (), None, table)
        return cells

    def _leave(self, words: str) -> None:
        """Keep a short line as a possible column head; a longer one ends the table."""
        short = len(words) <= _SHORT
        if words[:1] in ("S", "N") and _NOTE.match(words):
            return
        if self.table is not None and not self.table.rows and _ENDS_IN_FIGURE.search(words):
            self.table = None
        if short and not words.endswith((".", ":", ";")):
            self.heads.append(words)
            return
        self.heads = []
        if self.table is not None and not short:
            self.waiting = self.table if not self.table.rows else None
            self.left = self.table if self.table.rows else self.left
            self.table = None


def _leads(before: list[str], words: str, block: Block) -> list[str]:
    """The lines that may name the table which comes next: the last ones up to a heading, without sentences between."""
    if len(words) > _CAPTION_LENGTH or words.endswith((".", ";")) or block.kind is ITEM:
        return []
    return [words] if block.kind is HEADING else [*before, words][-_MOST_LEADS:]
