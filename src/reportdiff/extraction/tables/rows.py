"""Rows of a table, written with bars between the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportdiff.extraction.tables.head_times import label_of_row
from reportdiff.extraction.tables.heads import (
    add_heads,
    days_in,
    is_dating,
    is_of_changes,
    is_of_measures,
    is_of_units,
    is_plain,
    only_dates,
    settle_heads,
)
from reportdiff.extraction.tables.table import (
    Cell,
    Column,
    Table,
    apply_units,
    bracketed_figures,
    cell_figures,
    is_figure_cell,
    is_gap,
    is_money,
    match_year_cell,
    take_brackets,
)
from reportdiff.extraction.tables.unit_words import UnitWords, are_units, read_unit_words, unit_behind
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.times import Anchor
from reportdiff.model.text import Block, Span

_NOTE = 60
"""A numbered row with a longer cell is a note: what it cites is not what the report asserts."""
_NOTE_NUMBER = re.compile(r"\(?[0-9a-z]{1,2}[.)]?")
_PARTS = frozenset("male males female females men women urban rural boys girls".split())
"""Rows that are parts of the row above them."""
_WHOLES = frozenset({"total", "all", "both sexes", "all ages", "persons", "all persons"})
"""Rows that are the whole of what the line above them names, where they follow right on it."""
_AGES = re.compile(
    r"(?:(?:aged? |ages )?[0-9]{1,3} ?(?:[-–] ?[0-9]{1,3}|to [0-9]{1,3}|\+|(?:years )?and (?:over|older|above))"
    r"|under [0-9]{1,3})(?: years)?(?: and (?:over|older|above))?",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"(?:of|among) which:? ", re.IGNORECASE)
_COUNTED = re.compile(r"(?:number|no\.|count|sample(?: size)?|respondents|base)\b(?! rate)", re.IGNORECASE)
"""How labels of counts begin, also in a table of shares."""
_IN_PERCENT = re.compile(r"(?:percentage|per ?cent|%)(?! ?-?points?\b)", re.IGNORECASE)
_PERCENT = UnitWords(unit="percent")
_SHARES = ("percent", "percentage-point")
"""Units of a column that no unit of a row takes the place of: "Change, %" beside tonnes."""
_NOTE_MARKS = re.compile(r"(?: ?[0-9a-z]{1,2}/)+$|[⁰¹²³⁴-⁹*†‡]+$|(?<=[a-z.]) ?[0-9]{1,2}\)$")
"""The marks of notes behind a label."""
_PROSE = 160
"""A row with a longer cell is running text."""


def read_row(content: str, block: Block, table: Table, anchor: Anchor) -> list[Cell] | None:
    """The figures of the row *block*; an empty list for a row of heads or a note, None for a row of running text."""
    cells = list(_cells(content, block))
    words = [content[cell.start : cell.end].strip() for cell in cells]
    if len(cells) < 2:
        table.parent = words[0] if words else ""
        return []
    longest = max(map(len, words))
    if _NOTE_NUMBER.fullmatch(words[0]) and longest > _NOTE:
        return []
    if longest > _PROSE:
        return None
    if table.columns and words[0] and not any(words[1:]):
        _open_section(words[0], table)
        return []
    if not table.rows and (are_units(words[1:]) or not any(map(_is_figure, words[1:]))):
        add_heads(words, table, anchor)
        return []
    if not table.rows:
        settle_heads(table, anchor)
    table.rows += 1
    found = list(_row_figures(content, block, cells, words, table, anchor))
    if not _is_part(unit_behind(words[0])[0]):
        table.parent = words[0]
    return found


def _open_section(words: str, table: Table) -> None:
    """Take a line between the rows: a unit, a year, or the name of what stands below it."""
    pure = read_unit_words(words)
    table.heading, told = ("", pure) if pure else unit_behind(words)
    table.section, table.parent = told, ""
    if match_year_cell(words):
        table.heading, table.year_row = "", words


def _is_part(label: str) -> bool:
    """True for a row that says nothing without another one above it: "Male", "15–24", "of which women"."""
    return label.casefold() in _PARTS or bool(_AGES.fullmatch(label)) or bool(_OF_WHICH.match(label))


def _is_figure(word: str) -> bool:
    return is_figure_cell(word) and not match_year_cell(word)


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


def _row_figures(
    content: str, block: Block, cells: Sequence[Span], words: Sequence[str], table: Table, anchor: Anchor
) -> Iterator[Cell]:
    label, row_days = RowLabel(), _told_in_column(content, cells, words, table, anchor)
    row_unit = _unit_in_column(words, table)
    for n, (cell, word) in enumerate(zip(cells, words, strict=True)):
        if (n and is_dating(table, n)) or is_of_units(table, n):
            continue
        if not is_figure_cell(word) or (n == 0 and match_year_cell(word)):
            if word and not is_gap(word):
                days = label.take(_NOTE_MARKS.sub("", word), n, table, anchor)
                row_days = days or row_days
            continue
        label.closed = True
        column = table.columns[n] if n < len(table.columns) else Column()
        measure, of_label = unit_behind(label.name)
        nameless = only_dates(column) or (measure and is_plain(column))
        parent = _parent(measure, table)
        own = row_unit or of_label or (_PERCENT if _IN_PERCENT.match(measure) else None)
        above = None if own or column.unit or _COUNTED.match(measure) else parent.unit or table.section or table.lead
        labels = (table.title, parent.label, measure, label.more, "" if nameless else column.name)
        of_column = UnitWords(column.scale, column.unit, column.per)
        units = (of_column, own) if column.unit in _SHARES else (own, of_column)
        told_days = row_days or column.days or table.told
        figures = list(bracketed_figures(content, cell, block, told_days, labels)) if is_of_changes(column) else []
        for found in figures or cell_figures(content, cell, block, table, told_days, labels):
            apply_units(found.figure, units, above, table)
            if word.startswith("(") and word.endswith(")") and (is_money(found.figure) or is_of_changes(column)):
                take_brackets(found.figure, content)
            found.modality = column.modality
            yield found


@dataclass(slots=True)
class RowLabel:
    """The label of a row as its cells are read: the measure or the first name, and ``more`` that tells rows apart.

    ``closed``: a figure stands behind it. Another name after that is one of a second table beside the first where its
    column is headed like that of the first name, and else no name.
    """

    name: str = ""
    more: str = ""
    at: int = 0
    closed: bool = False

    def take(self, words: str, n: int, table: Table, anchor: Anchor) -> Days | None:
        """Take the words of the *n*-th cell; the days that they name, if any."""
        if self.closed and _head(table, n) not in ("", _head(table, self.at)):
            return None
        words, days = label_of_row(words, table, anchor)
        if self.closed or not self.name:
            self.name, self.more, self.at, self.closed = words, "", n, False
        elif is_of_measures(table, n):
            self.name, self.more = words, self.name
        elif words:
            self.more = f"{self.more} {words}".strip()
        return days


def _head(table: Table, n: int) -> str:
    return table.columns[n].words if n < len(table.columns) else ""


class _Parent(NamedTuple):
    """The row that a row is a part of: its label without its unit, and that unit."""

    label: str = ""
    unit: UnitWords | None = None


def _parent(label: str, table: Table) -> _Parent:
    """The row or line above that *label* is a part of ("Male" below "Unemployment rate (%)"); an empty one for none."""
    if _is_part(label):
        return _Parent(*unit_behind(table.parent)) if table.parent else _Parent(table.heading, table.section)
    if not table.parent and label.casefold() in _WHOLES:
        return _Parent(table.heading, table.section)
    return _Parent()


def _told_in_column(
    content: str, cells: Sequence[Span], words: Sequence[str], table: Table, anchor: Anchor
) -> Days | None:
    """The days that a row names in a column of its own ("Indicator | Value | Year"); None where there is none."""
    for n, (cell, word) in enumerate(zip(cells, words, strict=True)):
        if n and word and is_dating(table, n) and (days := days_in(content, cell, word, table, anchor)):
            return days
    return None


def _unit_in_column(words: Sequence[str], table: Table) -> UnitWords | None:
    """The unit that a row names in a column of its own ("Indicator | Unit | 2019"); None where there is none."""
    return next((read_unit_words(word) for n, word in enumerate(words) if word and is_of_units(table, n)), None)
