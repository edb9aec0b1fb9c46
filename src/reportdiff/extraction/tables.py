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
from reportdiff.grammar.numbers import ONE, SCALES
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor
from reportdiff.model.text import Block, BlockKind, Span

_SCALE = re.compile(r"\b(thousand|million|billion|trillion)s?\b", re.IGNORECASE)
_MONEY = re.compile(r"\$|\bdollars?\b|\bUSD\b|\bUS\$", re.IGNORECASE)
_CAPTION = re.compile(
    r"^Table [0-9A-Z]|(?i:^in (?:thousand|million|billion|trillion)s?\b)|\((?:in )?(?:U\.?S\.? ?)?(?:\$|dollars|thousands|millions|billions|percent)[^()0-9]{0,40}\)|\b[Ii]n (?:thousands|millions|billions|trillions) of\b|"
    r"\$ in (?:thousands|millions|billions)|(?:US|U\.S\.)? ?\$ (?:thousands|millions|billions)|^(?:Fiscal|Calendar) [Yy]ears? (?:19|20)[0-9]{2}"
)
_FISCAL = re.compile(r"\b[Ff]iscal [Yy]ears?\b|\bFY")
_YEAR_CELL = re.compile(
    r"(?:(FY) ?)?((?:19|20)[0-9]{2})(?: ?\(?(?:est|estimate|request|req|enacted|actual|proj)\.?\)?)?$", re.IGNORECASE
)
_FIGURE_CELL = re.compile(r"\(?[-−–]?(?:US)?[$€£¥]? ?[0-9][0-9,]*(?:\.[0-9]+)?(?: ?%| percent)?\)?(?: ?[a-z*†‡])?$")
_SHORT = 60
_CAPTION_LENGTH = 160
_NOTE = re.compile(r"(?:Sources?|Notes?)\b")
_PERCENT = re.compile(r"\bpercent|%", re.IGNORECASE)
_CELL = re.compile(r"\|?([^|\n]*)\|")
_NOTE_NUMBER = re.compile(r"\(?[0-9a-z]{1,2}[.)]?")
_PROSE = 160
_YEAR_HEAD = re.compile(r"(?:Fiscal |Calendar )?Years?|FY", re.IGNORECASE)


@dataclass(slots=True)
class Cell:
    """A figure in a table, the days of its row or column, and its labels from the outside in."""

    figure: Figure
    days: Days | None
    label: tuple[str, ...]
    block: Block


@dataclass(slots=True)
class Column:
    """What the heads above a column give to its cells: words, days, scale and unit."""

    words: str = ""
    days: Days | None = None
    scale: Decimal = ONE
    unit: str | None = None


@dataclass(slots=True)
class Table:
    """The table that is being read: what its caption gives, its columns, and the row under way.

    ``heads`` are the column heads of a table of which the text gives one cell a line; ``columns`` those of a table in rows.
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


@dataclass(slots=True)
class TableReader:
    """Follows the blocks of a text and reads those that are lines or cells of a table.

    ``table`` is the table under way; ``waiting`` one whose caption came before other text than its cells; ``heads`` the
    short lines just passed, which head the columns if cells follow.
    """

    content: str
    anchor: Anchor
    table: Table | None = None
    waiting: Table | None = None
    heads: list[str] = field(default_factory=list)
    in_rows: bool = False

    def feed(self, block: Block) -> list[Cell] | None:
        """The figures of *block* where it is part of a table, an empty list for its heads and years; None for running text."""
        words = self.content[block.start : block.end].strip()
        if block.kind is BlockKind.ROW:
            return self._row(block)
        self.in_rows = False
        if table := read_caption(words):
            self.table, self.heads = _continued(self.table, table), []
            return [] if len(words) < _CAPTION_LENGTH else None
        cells = self._cell(block, words)
        if cells is None:
            self._leave(words)
        return cells

    def _row(self, block: Block) -> list[Cell] | None:
        if not self.in_rows and (self.table is None or self.table.rows):
            self.table = Table()
        self.in_rows = True
        table = self.table = self.table or Table()
        return read_row(self.content, block, table, self.anchor)

    def _cell(self, block: Block, words: str) -> list[Cell] | None:
        if year := _YEAR_CELL.fullmatch(words):
            table = self.table or self.waiting or Table()
            self.table = table
            if not table.rows:
                table.heads = [head for head in self.heads if not _YEAR_HEAD.fullmatch(head)]
            table.year, table.column, table.rows = _year(year, table, self.anchor), 0, table.rows + 1
            return []
        if self.table is not None and self.table.year is not None and _FIGURE_CELL.fullmatch(words):
            table = self.table
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


def _continued(open_table: Table | None, caption: Table) -> Table:
    """The caption joined to the line of it before ("Table 1. Ownership" · "In trillions of dollars")."""
    if open_table is None or open_table.rows or open_table.columns:
        return caption
    caption.title = open_table.title or caption.title
    if caption.scale == ONE:
        caption.scale, caption.unit = open_table.scale, caption.unit or open_table.unit
    caption.fiscal = caption.fiscal or open_table.fiscal
    return caption


def read_caption(words: str) -> Table | None:
    """What the caption *words* of a table give to its cells; None for any other words."""
    if len(words) > 300 or not _CAPTION.search(words):
        return None
    scale, unit = _scale_and_unit(words)
    title = re.sub(r"^Table [0-9A-Z]+[.:]? ?", "", words).split("\n")[0]
    title = re.sub(r"(?:Fiscal|Calendar) [Yy]ears.*$|,? ?\(?\b[Ii]n (?:thousands|millions|billions|trillions).*$", "", title)
    return Table(scale=scale, unit=unit, fiscal=bool(_FISCAL.search(words)), title=title.strip(" ,"))


def _scale_and_unit(words: str) -> tuple[Decimal, str | None]:
    """The multiplier and unit that a caption or column head names."""
    scale, money = _SCALE.search(words), _MONEY.search(words)
    named = scale and (money or re.search(r"\bin (?:thousand|million|billion|trillion)|\((?:thousand|million|billion|trillion)", words, re.IGNORECASE))
    unit = "USD" if money else "percent" if _PERCENT.search(words) else None
    return (SCALES[scale[1].lower()] if scale and named else ONE), unit


def _year(found: re.Match[str], table: Table, anchor: Anchor) -> Days:
    number = int(found[2])
    return calendar.fiscal_year(number, anchor.fiscal_year_start) if table.fiscal or found[1] else calendar.year(number)


def read_row(content: str, block: Block, table: Table, anchor: Anchor) -> list[Cell] | None:
    """The figures of the row *block*; an empty list for a row of heads, None for a row of running text (a note)."""
    cells = [Span(block.start + m.start(1), block.start + m.end(1)) for m in _CELL.finditer(content[block.start : block.end])]
    words = [content[cell.start : cell.end].strip() for cell in cells]
    if len(cells) < 2 or (words and _NOTE_NUMBER.fullmatch(words[0])):
        return [] if len(cells) < 2 else None
    if max(len(word) for word in words) > _PROSE:
        return None
    if not table.rows and not any(_FIGURE_CELL.fullmatch(word) and not _YEAR_CELL.fullmatch(word) for word in words[1:]):
        _add_heads(content, cells, words, table, anchor)
        return []
    table.rows += 1
    return list(_row_cells(content, block, cells, words, table, anchor))


def _add_heads(content: str, cells: list[Span], words: list[str], table: Table, anchor: Anchor) -> None:
    """Take a row of heads: an upper head reaches on to the next one, a lower head adds to the one above it."""
    carried = Column()
    for n, (cell, word) in enumerate(zip(cells, words, strict=True)):
        if n >= len(table.columns):
            table.columns.append(Column(carried.words, carried.days) if table.rows == 0 and n and not word else Column())
        column = table.columns[n]
        if word:
            scale, unit = _scale_and_unit(word)
            days = _days(content, cell, word, table, anchor) or column.days or (carried.days if n and not column.words else None)
            text = f"{column.words} {word}".strip() if column.words and not _days_only(column) else word
            carried = table.columns[n] = Column(text, days, scale if scale != ONE else column.scale, unit or column.unit)


def _days_only(column: Column) -> bool:
    return column.days is not None


def _days(content: str, cell: Span, word: str, table: Table, anchor: Anchor) -> Days | None:
    """The days that a head or the first cell of a row names."""
    if year := _YEAR_CELL.fullmatch(word):
        return _year(year, table, anchor)
    times = [time for time in scan_times(content, cell.start, cell.end, anchor) if time.days]
    return times[0].days if len(times) == 1 else None


def _row_cells(content: str, block: Block, cells: list[Span], words: list[str], table: Table, anchor: Anchor) -> Iterator[Cell]:
    label, row_days = "", None
    for n, (cell, word) in enumerate(zip(cells, words, strict=True)):
        column = table.columns[n] if n < len(table.columns) else Column()
        if not _FIGURE_CELL.fullmatch(word) or (n == 0 and _YEAR_CELL.fullmatch(word)):
            if word:
                days = _days(content, cell, word, table, anchor)
                label, row_days = ("" if days else word), days or row_days
            continue
        labels = (table.title, label, "" if column.days and _is_date(column) else column.words)
        for found in _figures(content, cell.start, cell.end, block, table, row_days or column.days, labels):
            _scale_by_head(found.figure, column, table)
            yield found


def _is_date(column: Column) -> bool:
    return bool(re.fullmatch(r"[A-Za-z]*\.? ?[0-9/-]+(?: \([a-z.]+\))?", column.words))


def _scale_by_head(figure: Figure, column: Column, table: Table) -> None:
    if figure.unit is None or figure.unit == "count":
        figure.unit = column.unit or figure.unit
    if column.scale != ONE and table.scale == ONE and figure.number.scale == ONE and figure.unit != "percent":
        _multiply(figure, column.scale)


def _figures(
    content: str, start: int, end: int, block: Block, table: Table, days: Days | None, labels: tuple[str, ...]
) -> Iterator[Cell]:
    cues = [found.start() for found in CUE.finditer(content, start, end)]
    for figure in read_figures(content, start, end, cues, []):
        if figure.unit in (None, "USD") and figure.number.scale == 1 and figure.unit != "percent":
            _apply_caption(figure, table)
        yield Cell(figure, days, tuple(label for label in labels if label), block)


def _apply_caption(figure: Figure, table: Table) -> None:
    if figure.unit is None:
        figure.unit = table.unit
    if table.scale != ONE:
        _multiply(figure, table.scale)


def _multiply(figure: Figure, scale: Decimal) -> None:
    number = figure.number
    figure.amount = figure.amount * scale
    figure.number = type(number)(figure.amount, number.start, number.end, number.quantum * scale, scale, number.form)
