"""Cells to text: observations as fields ``Measure: value (period)``, any other table in rows with its heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportdiff.model.text import BlockKind
from reportdiff.sources.builder import Draft, Passage, edited, fold
from reportdiff.sources.passages import EMPTY, cut, join
from reportdiff.sources.tables.cells import (
    NO_UNIT,
    Unit,
    is_figure,
    is_gap,
    plain_figure,
    read_time,
    unit_in,
    unit_in_label,
    unit_of_column,
    with_unit,
)
from reportdiff.sources.tables.mapping import NO_MAPPING, Mapping
from reportdiff.sources.tables.shape import Cells, Role, Shape, find_shape

_LONGEST_LABEL, _MOST_BLANKS = 80, 9
_MARK = re.compile(r" ?[:;!?|] ?")
_PAIR = 2
_UNIT_LINE = re.compile(
    r"(?:^|\()(?:US|U\.S\.|[$€£¥%]|thousands|millions|billions|trillions|percent|per cent)"
    r"|\bin (?:thousands|millions|billions|trillions|percent|per cent|US|U\.S\.|constant|current|[$€£¥%])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the cells of a table come from: the part of the document, and the unit that its caption gives."""

    part: int | None = None
    unit: Unit = NO_UNIT


def lay_out(grid: Sequence[Cells], *, part: int | None = None, mapping: Mapping = NO_MAPPING) -> list[Draft]:
    """The blocks that the rows of cells in *grid* make: captions and notes as paragraphs, tables between them.

    Tables end at a blank row; one that has no heads of its own goes on with those before. Rows and columns that
    *mapping* leaves out are left out.
    """
    drafts: list[Draft] = []
    heads: Cells | None = None
    place = Place(part=part)
    for stretch in _stretches(grid):
        first = _first_of_table(stretch)
        for row in stretch[:first]:
            drafts += _line(row, part)
            unit = unit_of_caption(row)
            place = Place(part=part, unit=unit) if unit != NO_UNIT else place
        rows = stretch[first:]
        if rows and (heads is None or _is_head(rows[0])):
            heads, rows = _as_wide(rows[0], rows[1:]), rows[1:]
            if not rows:
                drafts += _line(heads, part) if len(_told(heads)) == _PAIR else [_row(heads, part)]
                continue
        if rows and heads is not None:
            body, notes = _without_notes(rows, len(heads))
            drafts += lay_out_table(heads, body, place, mapping)
            drafts += [line for row in notes for line in _line(row, part)]
    return drafts


def lay_out_table(heads: Cells, rows: Sequence[Cells], place: Place, mapping: Mapping = NO_MAPPING) -> list[Draft]:
    """The blocks of one table: fields where each row tells observations, else its rows under their heads."""
    rows = [row for row in rows if mapping.keeps_row(heads, row)]
    shape = find_shape(heads, rows, mapping.columns)
    if shape.observes:
        return list(_Observations(heads, shape, rows, place, mapping).drafts(rows))
    kept = [n for n, role in enumerate(shape.roles) if role is not Role.IGNORE]
    table = [heads, *rows]
    return [_row([row[n] for n in kept if n < len(row)], place.part, apart=at == 0) for at, row in enumerate(table)]


class _Observations:
    """Writes the rows of one table as fields."""

    def __init__(self, heads: Cells, shape: Shape, rows: Sequence[Cells], place: Place, mapping: Mapping) -> None:
        self._heads = heads
        self._shape = shape
        self._place = place
        self._labels = mapping.labels
        self._constant = _constants(shape, rows)
        self._outer: Passage | None = None

    def drafts(self, rows: Sequence[Cells]) -> Iterator[Draft]:
        """What all rows tell alike, once, then a field for each figure."""
        for n in self._constant:
            yield field(label_of(self._heads[n]), rows[0][n], self._place.part)
        for row in rows:
            yield from self._row(row)

    def _row(self, row: Cells) -> Iterator[Draft]:
        shape = self._shape
        figures = [n for n in (*shape.all(Role.VALUE), *shape.all(Role.YEAR), *shape.all(Role.FIGURES)) if n < len(row)]
        figures = [n for n in figures if not is_gap(row[n].text)]
        if not figures:
            self._outer = next((cell for cell in row if cell.text), None) if len(_told(row)) == 1 else self._outer
            return
        labels = self._labels_of(row)
        said = self._period(row)
        status = self._cell(row, Role.STATUS)
        for n in figures:
            head = self._heads[n]
            under = [*labels, head] if shape.roles[n] is Role.FIGURES or not labels else labels
            when = read_time(head) if shape.roles[n] is Role.YEAR else said
            yield self._field(under, row[n], self._unit(row), [cell for cell in (when, status) if cell is not None])

    def _field(self, labels: Sequence[Passage], figure: Passage, unit: Unit, brackets: Sequence[Passage]) -> Draft:
        named, told = [], unit
        for label in labels:
            rest, own = unit_in_label(self._renamed(label))
            told = told if told != NO_UNIT else own
            named.append(rest)
        told = told if told != NO_UNIT else self._place.unit
        value = with_unit(plain_figure(figure), told)
        dated = join(value, " (", *_between(brackets), ")") if brackets else value
        head, over = short_label(label_of(named[0]))
        middle = [part for label in named[1:] for part in (": ", inner_label(label))]
        line = join(head, *middle, ": ", dated, *over)
        return Draft(BlockKind.FIELD, line, part=self._place.part)

    def _renamed(self, label: Passage) -> Passage:
        name = self._labels.get(label.text)
        return edited(label, [(0, len(label.text), name)]) if name else label

    def _labels_of(self, row: Cells) -> list[Passage]:
        """The labels of the row's figures, from the outside in: place, group, measure and what pins it down."""
        wanted = (Role.PLACE, Role.MEASURE, Role.PART)
        inner = [row[n] for role in wanted for n in self._shape.all(role) if n < len(row) and n not in self._constant]
        outer = (
            [self._outer] if self._outer is not None and self._outer.text not in [cell.text for cell in inner] else []
        )
        return [cell for cell in (*outer, *inner) if not is_gap(cell.text)]

    def _period(self, row: Cells) -> Passage | None:
        at = self._shape.find(Role.PERIOD)
        if at is None or at >= len(row) or is_gap(row[at].text):
            return None
        return read_time(row[at]) or row[at]

    def _unit(self, row: Cells) -> Unit:
        unit, scale = self._cell(row, Role.UNIT), self._cell(row, Role.SCALE)
        told = unit_of_column(unit) if unit is not None else NO_UNIT
        times = unit_in(scale).behind if scale is not None else ""
        if not times:
            return told
        return Unit(told.before, join(times, " ", told.behind) if told.behind else times)

    def _cell(self, row: Cells, role: Role) -> Passage | None:
        at = self._shape.find(role)
        return row[at] if at is not None and at < len(row) and not is_gap(row[at].text) else None


def field(label: Passage, value: Passage, part: int | None = None) -> Draft:
    """The line ``Label: value``."""
    head, over = short_label(label_of(label))
    return Draft(BlockKind.FIELD, join(head, ": ", value, *over), part=part)


def label_of(words: Passage) -> Passage:
    """*words* as a label: no colon, blanks for underscores, a capital or a digit first."""
    label = inner_label(words)
    first = label.text[:1]
    return edited(label, [(0, 1, first.upper())]) if first.islower() and len(first.upper()) == 1 else label


def inner_label(words: Passage) -> Passage:
    """*words* as a label inside another: no mark that would end it, blanks for underscores."""
    words = fold(words)
    edits = [(at.start(), at.end(), ", " if at.end() < len(words.text) else "") for at in _MARK.finditer(words.text)]
    label = edited(words, edits) if edits else words
    if "_" in label.text and " " not in label.text:
        label = edited(label, [(n, n + 1, " ") for n, letter in enumerate(label.text) if letter == "_"])
    return fold(label)


def short_label(label: Passage) -> tuple[Passage, tuple[Passage | str, ...]]:
    """A label as long as a label may be, and what is left of it, to stand in brackets behind the value."""
    text = label.text
    if len(text) <= _LONGEST_LABEL and text.count(" ") <= _MOST_BLANKS:
        return label, ()
    head = " ".join(text.split(" ")[: _MOST_BLANKS + 1])[:_LONGEST_LABEL]
    at = max((head.rfind(mark) for mark in (" (", ", ")), default=-1)
    at = at if at > 0 else head.rfind(" ") if len(head) < len(text) and " " in head else len(head)
    rest = cut(label, at, len(text)).text.strip(",() ")
    start = text.index(rest, at) if rest else len(text)
    return cut(label, 0, at), ((" (", cut(label, start, start + len(rest)), ")") if rest else ())


def unit_of_caption(row: Cells) -> Unit:
    """The unit that a row of one cell gives to the table below it ("In millions of US dollars"); none else."""
    told = _told(row)
    found = _UNIT_LINE.search(told[0].text) if len(told) == 1 else None
    return unit_in(cut(told[0], found.start(), len(told[0].text))) if found else NO_UNIT


def _between(brackets: Sequence[Passage]) -> Iterator[Passage | str]:
    for n, passage in enumerate(brackets):
        if n:
            yield ", "
        yield passage


def _constants(shape: Shape, rows: Sequence[Cells]) -> list[int]:
    """The columns that say the same of every row: the place, and what pins down all figures alike."""
    found = []
    for n in (*shape.all(Role.PLACE), *shape.all(Role.PART)):
        cells = {row[n].text for row in rows if n < len(row) and len(_told(row)) > 1}
        if len(cells) == 1 and not is_gap(next(iter(cells))) and (shape.roles[n] is Role.PLACE or len(rows) > 1):
            found.append(n)
    return found if rows and all(n < len(rows[0]) for n in found) else []


def _stretches(grid: Sequence[Cells]) -> Iterator[list[Cells]]:
    """The rows between blank rows."""
    stretch: list[Cells] = []
    for row in grid:
        if any(cell.text for cell in row):
            stretch.append(row)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _told(row: Cells) -> list[Passage]:
    return [cell for cell in row if cell.text]


def _first_of_table(stretch: Sequence[Cells]) -> int:
    """The number of the first row that is as wide as a table's; all rows where none is."""
    widths = sorted(len(_told(row)) for row in stretch)
    wanted = max(2, widths[len(widths) // 2] // 2)
    return next((n for n, row in enumerate(stretch) if len(_told(row)) >= wanted), len(stretch))


def _is_head(row: Cells) -> bool:
    """True for a row without a figure, but for years, below which columns may stand."""
    told = _told(row)
    return len(told) > 1 and not any(is_figure(cell.text) and read_time(cell) is None for cell in told)


def _as_wide(heads: Cells, rows: Sequence[Cells]) -> Cells:
    """*heads* with an empty one over each further column of *rows*: the head of merged cells stands in the first."""
    widest = max(map(len, rows), default=0)
    return [*heads, *[EMPTY] * (widest - len(heads))]


def _without_notes(rows: Sequence[Cells], width: int) -> tuple[Sequence[Cells], Sequence[Cells]]:
    """The rows of a table, and those of a single cell below the last of them: its notes."""
    last = len(rows)
    while last and width > 1 and len(_told(rows[last - 1])) == 1:
        last -= 1
    return rows[:last], rows[last:]


def _line(row: Cells, part: int | None) -> list[Draft]:
    """A row outside a table: a paragraph, or a field where it has two cells."""
    told = _told(row)
    if len(told) == _PAIR and len(told[0].text) <= _LONGEST_LABEL:
        return [field(told[0], told[1], part)]
    return [Draft(BlockKind.PARAGRAPH, cell, part=part) for cell in told]


def _row(row: Cells, part: int | None, *, apart: bool = True) -> Draft:
    """The cells between bars; a bar inside a cell becomes a stroke."""
    parts: list[Passage | str] = []
    for cell in row:
        bars = [(n, n + 1, "/") for n, letter in enumerate(cell.text) if letter == "|"]
        parts += ["| ", edited(cell, bars) if bars else plain_figure(cell), " "]
    return Draft(BlockKind.ROW, join(*parts, "|") if row else EMPTY, apart=apart, part=part)
