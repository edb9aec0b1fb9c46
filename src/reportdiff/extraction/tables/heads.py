"""The heads of columns: what they give to the cells below them, and what a column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.extraction.tables.captions import scale_and_unit
from reportdiff.extraction.tables.table import Column, Table, match_year_cell
from reportdiff.extraction.tables.unit_words import UnitWords, read_unit_words, unit_behind
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor
from reportdiff.grammar.units import DURATIONS
from reportdiff.model.claim import Modality
from reportdiff.model.text import Span
from reportdiff.vocabulary.tables import load_table

_DATE = re.compile(
    r"[A-Za-z]*\.? ?[0-9/-]+(?: ?\([a-z.]+\))?(?: ?[a-z*†‡])?"
    r"|Q[1-4][ -]?[0-9]{4}|[0-9]{4}[ -]?Q[1-4]|H[12] [0-9]{4}|[369]M [0-9]{4}"
)
"""A head that says only which time its column is about."""
_DATING = re.compile(r"(?:(?:Fiscal|Calendar|Reporting|Reference|Latest) )?(?:Years?|Date|Period|FY)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:Latest )?(?:Values?|Amounts?|Figures?|Data|Levels?)", re.IGNORECASE)
"""A head that adds nothing to the name of its row."""
_CHANGE = re.compile(
    r"(?:(?:%|per ?cent|percentage|annual|y/?o?/?y|yearly) )?(?:change|growth|difference|variation)(?: ?\(?%\)?)?"
    r"|\+/-|[Δ±]%?|%",
    re.IGNORECASE,
)
"""A head of the difference between the columns before it."""
_STATUS = {
    **dict.fromkeys(("act", "actual", "actuals", "outturn", "realised", "realized"), Modality.REPORTED),
    **dict.fromkeys(("prel", "preliminary", "provisional", "final", "revised"), Modality.REPORTED),
    **dict.fromkeys(("est", "estimate", "estimated", "e"), Modality.ESTIMATED),
    **dict.fromkeys(("proj", "projection", "projected", "forecast", "f"), Modality.FORECAST),
}
"""What a head says of the figures below it."""
_STATUS_BEHIND = re.compile(r"[0-9] ?\(?([a-z]+)\.?\)?$", re.IGNORECASE)


def add_heads(content: str, cells: Sequence[Span], words: Sequence[str], table: Table, anchor: Anchor) -> None:
    """Take a row of heads: an upper head reaches on to the next one, a lower head adds to the one above it."""
    carried = Column()
    for n, (cell, word) in enumerate(zip(cells, words, strict=True)):
        if n >= len(table.columns):
            table.columns.append(Column(carried.words, carried.days) if n and not word else Column())
        if not n and (corner := _unit_of_head(word)):
            table.section = corner
        elif word:
            carried = table.columns[n] = _told_column(content, cell, word, table, anchor, n, carried)


def _told_column(content: str, cell: Span, word: str, table: Table, anchor: Anchor, n: int, carried: Column) -> Column:
    """The *n*-th column with what the head *word* adds to it; *carried* is the column before."""
    above = table.columns[n]
    status = _STATUS.get(word.casefold().rstrip("."))
    if status is not None and above.days is not None:
        return Column(above.words, above.days, above.scale, above.unit, above.per, status)
    bare, bracketed = unit_behind(word)
    told = _unit_of_head(word) or bracketed or UnitWords(*scale_and_unit(word))
    if bracketed:
        word = bare
    days = days_in(content, cell, word, table, anchor) or above.days
    if days is None and n and not above.words:
        days = _last_days(table.columns[:n]) if _CHANGE.fullmatch(word) else carried.days
    behind = _STATUS_BEHIND.search(word)
    return Column(
        f"{above.words} {word}".strip() if above.words and above.days is None else word,
        days,
        told.scale if told.scale != ONE else above.scale,
        told.unit or above.unit,
        told.per or above.per,
        _STATUS.get(behind[1].casefold(), above.modality) if behind else above.modality,
    )


def _unit_of_head(word: str) -> UnitWords | None:
    """The unit that a head consists of; "Year" and "M" are none there."""
    told = read_unit_words(word) if len(word) > 1 or not word.isalpha() else None
    return None if told is not None and told.unit in DURATIONS else told


def _last_days(columns: Sequence[Column]) -> Days | None:
    """The latest days that *columns* are about; None where they tell none."""
    return max((column.days for column in columns if column.days), key=lambda days: days.last, default=None)


def days_in(content: str, cell: Span, word: str, table: Table, anchor: Anchor) -> Days | None:
    """The days that a head or the first cell of a row names."""
    if year := match_year_cell(word):
        return table.year_of(year, anchor)
    times = [time for time in scan_times(content, cell.start, cell.end, anchor) if time.days]
    return times[0].days if len(times) == 1 else None


def only_dates(column: Column) -> bool:
    """True for a column whose head says nothing but which time it is about."""
    return column.days is not None and _DATE.fullmatch(column.words) is not None


def is_plain(column: Column) -> bool:
    """True for a column whose head adds nothing to the name of a row: "Value"."""
    return _PLAIN.fullmatch(column.words) is not None


def is_dating(table: Table, n: int) -> bool:
    """True for a column whose cells only say which time the figures of their row are about."""
    return n < len(table.columns) and bool(_DATING.fullmatch(table.columns[n].words))


def is_of_units(table: Table, n: int) -> bool:
    """True for a column whose cells only say in which unit the figures of their row are."""
    return n < len(table.columns) and table.columns[n].words.casefold() in load_table("columns")["heads"]["unit"]
