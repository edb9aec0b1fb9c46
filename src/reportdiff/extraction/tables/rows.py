"""Rows of a table, written with bars between the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.tables.captions import scale_and_unit
from reportdiff.extraction.tables.table import Cell, Column, Table, cell_figures, is_figure_cell, match_year_cell
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor
from reportdiff.model.text import Block, Span

_NOTE = 60
"""A numbered row with a longer cell is a note: what it cites is not what the report asserts."""
_NOTE_NUMBER = re.compile(r"\(?[0-9a-z]{1,2}[.)]?")
_DATE = re.compile(r"[A-Za-z]*\.? ?[0-9/-]+(?: \([a-z.]+\))?")
_DATING_HEAD = re.compile(
    r"(?:(?:Fiscal|Calendar|Reporting|Reference|Latest) )?(?:Years?|Date|Period|FY)", re.IGNORECASE
)
_PLAIN_HEAD = re.compile(r"(?:Latest )?(?:Values?|Amounts?|Figures?|Data|Levels?)", re.IGNORECASE)
"""A head that adds nothing to the name of its row."""
_UNIT_BEHIND = re.compile(r" ?\([^()]{1,40}\)$")
_PROSE = 160
"""A row with a longer cell is running text."""


def read_row(content: str, block: Block, table: Table, anchor: Anchor) -> list[Cell] | None:
    """The figures of the row *block*; an empty list for a row of heads or a note, None for a row of running text."""
    cells = list(_cells(content, block))
    words = [content[cell.start : cell.end].strip() for cell in cells]
    if len(cells) < 2:
        return []
    longest = max(map(len, words))
    if _NOTE_NUMBER.fullmatch(words[0]) and longest > _NOTE:
        return []
    if longest > _PROSE:
        return None
    if not table.rows and not any(is_figure_cell(word) and not match_year_cell(word) for word in words[1:]):
        _add_heads(content, cells, words, table, anchor)
        return []
    table.rows += 1
    return list(_row_figures(content, block, cells, words, table, anchor))


def _cells(content: str, block: Block) -> Iterator[Span]:
    """The place of each cell: what stands between two bars, or before the first one."""
    at, opened = block.start, False
    while (bar := content.find("|", at, block.end)) >= 0:
        if bar == at and not opened:
            opened = True
        else:
            opened = False
            yield Span(at, bar)
        at = bar + 1
    if opened:
        yield Span(at, at)


def _add_heads(content: str, cells: Sequence[Span], words: Sequence[str], table: Table, anchor: Anchor) -> None:
    """Take a row of heads: an upper head reaches on to the next one, a lower head adds to the one above it."""
    carried = Column()
    for n, (cell, word) in enumerate(zip(cells, words, strict=True)):
        if n >= len(table.columns):
            table.columns.append(Column(carried.words, carried.days) if n and not word else Column())
        if word:
            column = table.columns[n]
            scale, unit = scale_and_unit(word)
            days = _days(content, cell, word, table, anchor) or column.days
            if days is None and n and not column.words:
                days = carried.days
            told = f"{column.words} {word}".strip() if column.words and column.days is None else word
            carried = Column(told, days, scale if scale != ONE else column.scale, unit or column.unit)
            table.columns[n] = carried


def _days(content: str, cell: Span, word: str, table: Table, anchor: Anchor) -> Days | None:
    """The days that a head or the first cell of a row names."""
    if year := match_year_cell(word):
        return table.year_of(year, anchor)
    times = [time for time in scan_times(content, cell.start, cell.end, anchor) if time.days]
    return times[0].days if len(times) == 1 else None


def _row_figures(
    content: str, block: Block, cells: Sequence[Span], words: Sequence[str], table: Table, anchor: Anchor
) -> Iterator[Cell]:
    label, row_days = "", _told_in_column(content, cells, words, table, anchor)
    for n, (cell, word) in enumerate(zip(cells, words, strict=True)):
        if _is_dating(table, n):
            continue
        if not is_figure_cell(word) or (n == 0 and match_year_cell(word)):
            if word:
                days = _days(content, cell, word, table, anchor)
                label, row_days = ("" if days else word), days or row_days
            continue
        column = table.columns[n] if n < len(table.columns) else Column()
        told_by_days = column.days is not None and _DATE.fullmatch(column.words)
        nameless = told_by_days or (label and _PLAIN_HEAD.fullmatch(column.words))
        measure, head = _measure_and_head(label, column) if nameless else (label, column)
        labels = (table.title, measure, "" if nameless else column.words)
        for found in cell_figures(content, cell, block, table, row_days or column.days, labels):
            _apply_head(found.figure, head, table)
            yield found


def _is_dating(table: Table, n: int) -> bool:
    """True for a column whose cells only say which time the figures of their row are about."""
    return n < len(table.columns) and bool(_DATING_HEAD.fullmatch(table.columns[n].words))


def _told_in_column(
    content: str, cells: Sequence[Span], words: Sequence[str], table: Table, anchor: Anchor
) -> Days | None:
    """The days that a row names in a column of its own ("Indicator | Value | Year"); None where there is none."""
    for n, (cell, word) in enumerate(zip(cells, words, strict=True)):
        if word and _is_dating(table, n) and (days := _days(content, cell, word, table, anchor)):
            return days
    return None


def _measure_and_head(label: str, column: Column) -> tuple[str, Column]:
    """The measure without the unit that its name bears in brackets, and the column with that unit and scale."""
    found = _UNIT_BEHIND.search(label)
    scale, unit = scale_and_unit(found[0]) if found else (ONE, None)
    if found is None or (scale == ONE and unit is None):
        return label, column
    told = Column(column.words, column.days, scale if column.scale == ONE else column.scale, column.unit or unit)
    return label[: found.start()].strip(), told


def _apply_head(figure: Figure, column: Column, table: Table) -> None:
    """Give a figure the unit and the multiplier of its column's head."""
    if figure.unit is None or figure.unit == "count":
        figure.unit = column.unit or figure.unit
    if column.scale != ONE and table.scale == ONE and figure.number.scale == ONE and figure.unit != "percent":
        figure.multiply(column.scale)
