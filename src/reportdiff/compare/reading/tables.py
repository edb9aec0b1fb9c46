"""The tables of a telling: their cells, each with the label and the time that it stands under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from reportdiff.compare.reading.periods import days_of, is_stated
from reportdiff.compare.reading.telling import Telling, is_open
from reportdiff.compare.reading.words import content_stems, stem_of
from reportdiff.model.claim import Claim
from reportdiff.model.period import Precision
from reportdiff.model.quantity import Quantity
from reportdiff.model.span import Span
from reportdiff.vocabulary.names import OPEN

BAR = "|"
"""What a line of a table with rows begins with."""

LONGEST_CAPTION = 160
"""Characters of a line above a table that may name it."""

PART = "part"
"""The dimension that names the row or column, where the measure is the caption."""

WHOLE = "total"
"""What the row or column of a captioned table is called that is none of its parts."""

UNTELLING = frozenset(map(stem_of, ("table", "figure", "chart", "annex", "data", "continued")))
"""Stems of a caption that name no contents."""

Slot = tuple[date, date] | None
"""The stated days of a cell; None for one that no head dates."""

Label = tuple[str, tuple[tuple[str, str], ...], str, str, str]
"""Words, dimensions, unit family and denominator of a row or column, and whether it is told of months or of years."""


class Table(NamedTuple):
    """The cells of one table by label and time, as indices of the telling; none under which two figures stand.

    ``cells`` are the indices of all its figures, ``caption`` the stems of the line above it, empty for none.
    """

    lines: dict[Label, dict[Slot, int]]
    cells: tuple[int, ...]
    caption: frozenset[str]


def tables_of(telling: Telling) -> list[Table]:
    """The tables with rows of a telling, in order, read once."""
    if telling.notes.tables is None:
        telling.notes.tables = [_table_of(telling, run) for run in _runs(telling)]
    return telling.notes.tables


def numbers_of(telling: Telling) -> dict[int, int]:
    """The number of the table that each figure in one stands in, by index."""
    return {index: number for number, table in enumerate(tables_of(telling)) for index in table.cells}


def columns_of(telling: Telling) -> Iterator[tuple[int, int]]:
    """Neighbouring figures, by index, that one table tells of one thing for different times."""
    for table in tables_of(telling):
        for cells in table.lines.values():
            dated = [index for slot, index in cells.items() if slot is not None]
            yield from pairwise(dated)


def _runs(telling: Telling) -> Iterator[list[int]]:
    """The indices of figures in rows that follow on each other without another line, or an empty one, between them."""
    run: list[int] = []
    for index, sentence in enumerate(telling.sentences):
        if not telling.text.startswith(BAR, sentence.start):
            continue
        if run and not _follows(telling.text, telling.sentences[run[-1]], sentence):
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def _follows(text: str, above: Span, below: Span) -> bool:
    """True for one row, and for two with nothing but rows between them."""
    between = text[above.end : below.start] if above.end < below.start else ""
    return above == below or ("\n\n" not in between and all(row.startswith(BAR) for row in between.split("\n") if row))


def _table_of(telling: Telling, run: Sequence[int]) -> Table:
    claims = [telling.claims[index] for index in run]
    captioned = len({claim.measure for claim in claims}) == 1 and any(_part_of(claim) for claim in claims)
    labels = [_label_of(claim, captioned=captioned) for claim in claims]
    repeated = _repeated(labels, claims)
    if repeated:
        within = _within(telling, run)
        labels = [
            _inside(label, within[index]) if label in repeated else label
            for index, label in zip(run, labels, strict=True)
        ]
        repeated = _repeated(labels, claims)
    lines: dict[Label, dict[Slot, int]] = {}
    for index, label, claim in zip(run, labels, claims, strict=True):
        if label not in repeated:
            lines.setdefault(label, {})[_slot_of(claim)] = index
    return Table(lines=lines, cells=tuple(run), caption=_caption_of(telling, telling.sentences[run[0]].start))


def _repeated(labels: Sequence[Label], claims: Sequence[Claim]) -> set[Label]:
    """The labels under which two figures of one time stand."""
    times = Counter(zip(labels, map(_slot_of, claims), strict=True))
    return {label for (label, _), count in times.items() if count > 1}


def _inside(label: Label, within: str) -> Label:
    return (f"{within}/{label[0]}", *label[1:])


def _within(telling: Telling, run: Sequence[int]) -> dict[int, str]:
    """What each figure of a table stands under: the last line of the table without a figure, else the row above it."""
    found: dict[int, str] = {}
    above, row, name = "", None, ""
    for index in run:
        sentence = telling.sentences[index]
        if row is not None and sentence != row:
            between = [line for line in telling.text[row.end : sentence.start].split("\n") if line.startswith(BAR)]
            above = _first_cell(between[-1]) if between else name
        name = _first_cell(telling.text[sentence.start : sentence.end])
        row, found[index] = sentence, above
    return found


def _first_cell(row: str) -> str:
    return row.strip(f"{BAR} ").partition(f" {BAR}")[0].casefold()


def _slot_of(claim: Claim) -> Slot:
    return days_of(claim.period) if is_stated(claim.period) else None


def _part_of(claim: Claim) -> str:
    return dict(claim.dimensions).get(PART, "")


def _label_of(claim: Claim, *, captioned: bool) -> Label:
    """What a cell is of; in a table *captioned* by its measure, the row or column without that."""
    family, per = (claim.value.family, claim.value.per or "") if isinstance(claim.value, Quantity) else ("", "")
    long = _length_of(claim)
    if not is_open(claim):
        return claim.measure, claim.dimensions, family, per, long
    if captioned:
        others = tuple(pair for pair in claim.dimensions if pair[0] != PART)
        return _part_of(claim) or WHOLE, others, family, per, long
    return claim.measure.removeprefix(OPEN), claim.dimensions, family, per, long


def _length_of(claim: Claim) -> str:
    """How long a time a cell is told of: one of a month is no later state of one of a year, nor of months together."""
    precision = claim.period.precision if is_stated(claim.period) else None
    return "" if precision is None else Precision.YEAR if precision is Precision.FISCAL_YEAR else precision


def _caption_of(telling: Telling, start: int) -> frozenset[str]:
    """The stems of the last line above the rows that hold *start*, where that is no sentence; without times."""
    text, end = telling.text, start
    while end > 0:
        begin = text.rfind("\n", 0, end - 1) + 1
        line = text[begin:end].strip()
        if line and not line.startswith(BAR):
            names = len(line) <= LONGEST_CAPTION and not line.endswith(".")
            return frozenset(content_stems(text, Span(begin, end))) - UNTELLING if names else frozenset()
        end = begin
    return frozenset()
