"""The heads of columns: what they give to the cells below them, and what a column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportdiff.extraction.tables.captions import scale_and_unit
from reportdiff.extraction.tables.head_times import days_of_head, is_part_of_year, join_times, split_head
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

_DATING = re.compile(r"(?:(?:Fiscal|Calendar|Reporting|Reference|Latest) )?(?:Years?|Date|Period|FY)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:Latest )?(?:Values?|Amounts?|Figures?|Data|Levels?)", re.IGNORECASE)
"""A head that adds nothing to the name of its row."""
_CHANGE = re.compile(
    r"(?:(?:%|per ?cent|percentage|annual|y/?o?/?y|yearly) )?(?:change|growth|difference|variation|var\.)(?: ?\(?%\)?)?"
    r"(?: (?:on|from|over|vs\.?|against|compared (?:to|with)) [a-z][a-z ]{0,40})?|\+/-|[Δ±]%?|%",
    re.IGNORECASE,
)
"""A head of the difference between the columns before it."""
_OF_CHANGES = re.compile(r"\b(?:changes?|growth|differences?|variation|var)\b|[+]/-|Δ", re.IGNORECASE)
_STATUS = {
    **dict.fromkeys(("act", "actual", "actuals", "outturn", "realised", "realized"), Modality.REPORTED),
    **dict.fromkeys(("prel", "preliminary", "provisional", "final", "revised"), Modality.REPORTED),
    **dict.fromkeys(("est", "estimate", "estimated", "e"), Modality.ESTIMATED),
    **dict.fromkeys(("proj", "projection", "projected", "forecast", "f"), Modality.FORECAST),
}
"""What a head says of the figures below it."""
_CURRENCY = re.compile(r"(?:(?:US|U\.S\.|[A-Z][a-z]+) )?dollar", re.IGNORECASE)
"""A head of exchange rates: it tells what is paid for, and no unit."""
_LEAP = 3
"""By so many days months, quarters and years of one kind differ in length."""
_STATUS_BEHIND = re.compile(r"[0-9] ?\(?([a-z]+)\.?\)?$", re.IGNORECASE)


def add_heads(words: Sequence[str], table: Table, anchor: Anchor) -> None:
    """Take a row of heads: an upper head reaches on to the next one, a lower head adds to the one above it.

    One unit below all times ("£m" below "2023" and "2022") is that of the table.
    """
    below = [column for column in table.columns[1:] if column.time]
    if below and words[1:] == [words[-1]] * len(below) and (unit := _unit_of_head(words[-1])):
        table.lead = unit
        return
    carried = Column()
    for n, word in enumerate(words):
        if n >= len(table.columns):
            table.columns.append(replace(carried) if n and not word else Column())
        if not n and (corner := _unit_of_head(word) or unit_behind(word)[1]):
            table.lead = corner
        elif word:
            carried = table.columns[n] = _told_column(word, table.columns[n], table, anchor)


def _told_column(word: str, above: Column, table: Table, anchor: Anchor) -> Column:
    """The column *above* with what the head *word* adds to it."""
    status = _STATUS.get(word.casefold().rstrip("."))
    if status is not None and above.days is not None:
        return replace(above, modality=status)
    bare, bracketed = unit_behind(word)
    pure = _unit_of_head(word)
    told = pure or bracketed or (UnitWords() if _CURRENCY.fullmatch(word) else UnitWords(*scale_and_unit(word)))
    head = split_head(bare if bracketed else word, anchor)
    behind = _STATUS_BEHIND.search(word)
    status = _STATUS.get(head.rest.casefold().strip("().")) if head.written else None
    marked = bool(head.written) and len(head.rest.strip("().")) == 1
    own = "" if status is not None or marked or (pure and above.words) else head.rest
    time = join_times(above.time, head.written)
    return Column(
        words=f"{above.words} {own}".strip(),
        days=days_of_head(time, table, anchor),
        scale=told.scale if told.scale != ONE else above.scale,
        unit=told.unit or above.unit,
        per=told.per or above.per,
        modality=status or (_STATUS.get(behind[1].casefold(), above.modality) if behind else above.modality),
        time=time,
    )


def settle_heads(table: Table, anchor: Anchor) -> None:
    """Date the columns whose heads tell no time, once all heads are known, by the title or the columns before them.

    A change is that to the latest of the columns next to it which span as long a time; any other goes with its
    neighbour.
    """
    if table.told_year:
        for column in table.columns:
            if is_part_of_year(column.time):
                column.days = days_of_head(join_times(table.told_year, column.time), table, anchor)
    for n, column in enumerate(table.columns):
        if n and is_part_of_year(table.columns[n - 1].time) and _DATING.fullmatch(column.words):
            column.words, column.days = "", table.told
        elif n and column.days is None and not column.time and column.words:
            before = table.columns[n - 1].days
            column.days = _last_days(table.columns[:n]) if _CHANGE.fullmatch(column.words) else before


def _unit_of_head(word: str) -> UnitWords | None:
    """The unit that a head consists of; "Year" and "M" are none there."""
    told = read_unit_words(word) if len(word) > 1 or not word.isalpha() else None
    return None if told is not None and told.unit in DURATIONS else told


def _last_days(columns: Sequence[Column]) -> Days | None:
    """The latest days of those that span as long a time as the last ones; None where *columns* tell none."""
    told = [column.days for column in columns if column.days]
    if not told:
        return None
    return max((days for days in told if abs(_length(days) - _length(told[-1])) <= _LEAP), key=lambda days: days.last)


def _length(days: Days) -> int:
    return (days.last - days.first).days


def days_in(content: str, cell: Span, word: str, table: Table, anchor: Anchor) -> Days | None:
    """The days that the first cell of a row names, or the cell of a column of times."""
    if year := match_year_cell(word):
        return table.year_of(year, anchor)
    times = [time for time in scan_times(content, cell.start, cell.end, anchor) if time.days]
    return times[0].days if len(times) == 1 else None


def only_dates(column: Column) -> bool:
    """True for a column whose head says nothing but which time it is about."""
    return column.days is not None and not column.words


def is_plain(column: Column) -> bool:
    """True for a column whose head adds nothing to the name of a row: "Value"."""
    return _PLAIN.fullmatch(column.words) is not None


def is_of_changes(column: Column) -> bool:
    """True for a column whose head tells that its figures are changes: "Change (%)", "Var."."""
    return _OF_CHANGES.search(column.words) is not None


def is_dating(table: Table, n: int) -> bool:
    """True for a column whose cells only say which time the figures of their row are about.

    Behind the columns of months or quarters "Year" heads their sum.
    """
    if n >= len(table.columns) or not _DATING.fullmatch(table.columns[n].words):
        return False
    return not (n and is_part_of_year(table.columns[n - 1].time))


def is_of_units(table: Table, n: int) -> bool:
    """True for a column whose cells only say in which unit the figures of their row are."""
    return n < len(table.columns) and table.columns[n].words.casefold() in load_table("columns")["heads"]["unit"]


def is_of_measures(table: Table, n: int) -> bool:
    """True for a column whose cells name what the figures of their row measure: "Country | Indicator | 2019"."""
    return n < len(table.columns) and table.columns[n].words.casefold() in load_table("columns")["heads"]["measure"]
