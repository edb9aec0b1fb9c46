"""A table under way: its columns, the row being read, and the figures of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportdiff.extraction.figures.cues import find_cues
from reportdiff.extraction.figures.figure import Figure, new_figure
from reportdiff.extraction.figures.read import read_figures
from reportdiff.extraction.tables.unit_words import UnitWords
from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.money import users_of
from reportdiff.grammar.numbers import ONE, Number, quantum_of
from reportdiff.grammar.times import Anchor
from reportdiff.grammar.units import DURATIONS
from reportdiff.model.claim import Modality
from reportdiff.model.text import Block, Span

_YEAR_CELL = re.compile(
    r"(?:(FY) ?)?((?:19|20)[0-9]{2})"
    r"(?: ?\(?(?:est|estimate|request|req|enacted|actual|act|proj|forecast|prel|[a-z])\.?\)?|[*†‡])?$",
    re.IGNORECASE,
)
_FIGURE_CELL = re.compile(
    r"\(?[-–—+]?(?:US)?[$€£¥]? ?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9][0-9,]*)(?:\.[0-9]+)?"
    r"(?: (?:thousand|million|billion|trillion|[mb]n|tn)| ?%| percent)?\)?"
    r"(?: ?[a-z*†‡]|[¹²³⁴-⁹]{1,2}|\([a-z1-9]\))?$"
)


_LONGEST_GAP = 6
_MOST_PERCENT = 1000
_LETTERS_OF_CODE = 3
_BARE = (None, "count")
_UNSCALED = DURATIONS | {"percent", "percent-change", "percentage-point", "rank", "multiple"}


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
    """What the heads above a column give to its cells: words, days, scale and unit, and whether they are estimates.

    ``time`` is the time as the heads write it, which the ``words`` are without.
    """

    words: str = ""
    days: Days | None = None
    scale: Decimal = ONE
    unit: str | None = None
    per: str | None = None
    modality: Modality = Modality.REPORTED
    time: str = ""

    @property
    def name(self) -> str:
        """What the column adds to the name of a row; its time too where that could not be read."""
        return self.words if self.days is not None else f"{self.words} {self.time}".strip()


@dataclass(slots=True)
class Table:
    """The table that is being read: what its caption gives, its columns, and the row under way.

    ``heads`` are the column heads of a table of which the text gives one cell a line; ``columns`` those of a table in
    rows; ``rows`` counts the rows with figures so far. ``lead`` is the unit that the line above the table or its corner
    gives to all figures without another, ``section`` that which a line between the rows gives to those below it,
    ``heading`` the name in such a line, and ``parent`` the last row that parts of it may follow ("Male", "Urban").
    ``exact`` tells that the figures are not rounded to tens or more. ``told`` is the time that the lines above name,
    and ``told_year`` its year; ``year_row`` the year of the last row or line between the rows that names one, for
    those which name a month alone.
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
    lead: UnitWords | None = None
    section: UnitWords | None = None
    heading: str = ""
    parent: str = ""
    exact: bool = False
    told_year: str = ""
    told: Days | None = None
    year_row: str = ""

    def year_of(self, found: re.Match[str], anchor: Anchor) -> Days:
        """The calendar or fiscal year that a match of :func:`match_year_cell` names in this table."""
        number = int(found[2])
        if self.fiscal or found[1]:
            return calendar.fiscal_year(number, anchor.fiscal_year_start)
        return calendar.year(number)


def match_year_cell(words: str) -> re.Match[str] | None:
    """The year that a cell consists of ("2015", "FY 2016 est."); None for any other cell."""
    return _YEAR_CELL.fullmatch(words)


_COMMA_CELL = re.compile(r"([-–—+]?)((?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+),[0-9]{1,2})( ?%)?")
"""A figure with a decimal comma, which one or two digits follow."""
_SMALL_IN_BRACKETS = re.compile(r"\(([0-9]{1,2})\)")
_GAP = re.compile(
    r"(?:[-–—.…:*xX]|\.\.\.?|--|n/?\.?a\.?|n\.?d\.?|n/[a-z]|nil|\[[a-z]{1,3}\]|\([a-z.]{1,3}\))*", re.IGNORECASE
)


def is_gap(words: str) -> bool:
    """True for a cell that says that there is no figure: "..", "n.a.", "–", "[x]"."""
    return len(words) <= _LONGEST_GAP and _GAP.fullmatch(words) is not None


def is_figure_cell(words: str) -> bool:
    """True for a cell that holds one figure and nothing else."""
    return bool(_FIGURE_CELL.fullmatch(words)) or bool(_COMMA_CELL.fullmatch(words))


def cell_figures(
    content: str, place: Span, block: Block, table: Table, days: Days | None, labels: tuple[str, ...]
) -> Iterator[Cell]:
    """The figures of the cell at *place*, with the units that they bear themselves.

    In a table that counts to the last digit the zeros at the end of a figure count too.
    """
    comma = _comma_figure(content, place)
    cues = () if comma else find_cues(content, place.start, place.end)
    for figure in comma or read_figures(content, place.start, place.end, cues, ()):
        if table.exact and figure.number.quantum > figure.number.scale:
            figure.number = figure.number._replace(quantum=figure.number.scale)
        yield Cell(figure, days, tuple(label for label in labels if label), block)


def bracketed_figures(
    content: str, place: Span, block: Block, days: Days | None, labels: tuple[str, ...]
) -> Iterator[Cell]:
    """The small whole number in brackets that the cell at *place* consists of, elsewhere the mark of a note: "(12)"."""
    if found := _SMALL_IN_BRACKETS.fullmatch(content[place.start : place.end].strip()):
        start = content.index("(", place.start) + 1
        number = Number(Decimal(found[1]), start, start + len(found[1]), ONE)
        yield Cell(new_figure(number), days, tuple(label for label in labels if label), block)


def _comma_figure(content: str, place: Span) -> list[Figure]:
    """The figure of a cell that is written with a decimal comma; none for any other cell."""
    words = content[place.start : place.end]
    found = _COMMA_CELL.fullmatch(words.strip())
    if found is None:
        return []
    start = place.start + len(words) - len(words.lstrip())
    digits = found[2].replace(" ", "").replace(",", ".")
    figure = new_figure(Number(Decimal(digits), start + found.start(2), start + found.end(2), quantum_of(digits)))
    figure.negative = found[1] in ("-", "–", "—")
    figure.start = figure.quote_start = start
    if found[3]:
        figure.unit, figure.end = "percent", start + found.end()
        figure.quote_end = figure.end
    return [figure]


def apply_units(figure: Figure, told: Sequence[UnitWords | None], above: UnitWords | None, table: Table) -> None:
    """Give a figure the unit and multiplier that it does not bear: of *told* the first, else those told *above* it.

    The caption comes last. What is told above is not for figures of another kind: a multiplier for no share and no
    rate, and for none without money in a table of money; "percent" for no figure in thousands.
    """
    for unit in told:
        _apply(figure, unit)
    if above is not None and _is_likely(figure, above.unit):
        _apply(figure, above)
    if not _is_likely(figure, table.unit):
        return
    if figure.unit in _BARE or figure.unit == table.unit or (table.unit is None and _is_scaled(figure)):
        _apply(figure, UnitWords(table.scale, table.unit))


def is_money(figure: Figure) -> bool:
    """True for an amount in a currency that is known by its code."""
    code = figure.unit or ""
    return len(code) == _LETTERS_OF_CODE and code.isupper()


def take_brackets(figure: Figure, content: str) -> None:
    """Read a figure in brackets, which fill its cell, as accounts write what is below zero."""
    if content[figure.start - 1 : figure.start] == "(" and not figure.negative:
        figure.negative = True
        figure.start, figure.end = figure.start - 1, figure.end + 1
        figure.quote_start, figure.quote_end = min(figure.start, figure.quote_start), max(figure.end, figure.quote_end)


def _is_likely(figure: Figure, unit: str | None) -> bool:
    return unit != "percent" or abs(figure.amount) < _MOST_PERCENT


def _is_scaled(figure: Figure) -> bool:
    """True for a figure of a kind that comes in thousands and millions."""
    return figure.unit not in _UNSCALED and figure.per is None


def _apply(figure: Figure, told: UnitWords | None) -> None:
    if told is None:
        return
    if figure.unit in _BARE:
        figure.unit, figure.per = told.unit or figure.unit, figure.per or told.per
        figure.money_named = told.unit is not None and bool(users_of(told.unit))
    if told.scale != ONE and figure.number.scale == ONE and figure.unit not in _UNSCALED:
        figure.multiply(told.scale)
