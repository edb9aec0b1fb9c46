"""Tables that a plain text sets by single blanks: a line of times, and lines below it that end in a figure for each.

So a table looks that was copied out of a page. Its empty lines and the headings between its rows are part of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from reportdiff.sources.plain.aligned import AlignedRow, Place
from reportdiff.sources.plain.figures_at_end import read_ending
from reportdiff.sources.plain.time_heads import (
    TimeHead,
    read_lower_heads,
    read_time_head,
    read_upper_head,
    tells_part_of_year,
)
from reportdiff.sources.plain.wrapping import demands_more

_LEAST_ROWS = 2
_FARTHEST = 40
"""So many lines below the heads, or below the last row that goes well with them, no row is looked for."""
_MOST_BLANK, _MOST_HEADINGS, _MOST_WRAPPED = 3, 2, 3
_LONGEST_LABEL, _LONGEST_HEADING, _LONGEST_OF_TWO, _LONGEST_TITLE = 160, 100, 50, 80
_NOTHING = AlignedRow(())
_BULLET = re.compile(r"\s*(?:[-–•*‣▪●◦■►] ?)?(?=\S)")
_LEADERS = ("..", " .", "…", "__", "··")
_AGES = re.compile(r"[0-9]{1,3}(?:[-–][0-9]{1,3}|\+)")
_LEADS_ON = re.compile(
    r"(?:\b(?:the|a|an|of|to|in|on|for|and|or|with|by|from|at|as|that|which|was|were|is|are|has|have|had|between)"
    r"|[,;([]|[a-z]{3}[.!?])$"
)
_SENTENCE = re.compile(r"[a-z)][.!?] [A-Z]")
_OTHER = re.compile(r"(?:Table|Figure|Chart|Box|Sources?|Notes?|Page)\b|[|>#]")
"""What begins another part of the page."""


def find_spaced(lines: Sequence[str], taken: Collection[int]) -> Mapping[int, AlignedRow]:
    """The lines that belong to such tables, by number, outside of those already *taken*.

    A row has one cell for each of the heads; a heading between rows has empty ones; a line that may be a row but has
    not as many figures is one cell, which nothing is read of. A line without cells is empty, or part of a label that
    goes on in the next one.
    """
    rows: dict[int, AlignedRow] = {}
    end = 0
    for number, line in enumerate(lines):
        if number < end or number in taken or (head := read_time_head(line)) is None:
            continue
        heads = _heads(lines, number, head)
        if heads and (body := _body(lines, max(heads), head, taken)):
            rows |= heads | body
            end = max(body) + 1
    return rows


def _heads(lines: Sequence[str], number: int, head: TimeHead) -> dict[int, AlignedRow]:
    """The line of heads, with that above it if it tells the part of the years, and that below if it tells units.

    Empty where the line above tells unclearly which part of each year is meant.
    """
    heads = {number: AlignedRow((head.label, *head.columns))}
    if number + 1 < len(lines) and (units := read_lower_heads(lines[number + 1], len(head.columns))):
        heads[number + 1] = AlignedRow((None, *units))
    if not number or not lines[number][slice(*head.columns[0])][:4].isdigit():
        return heads
    if (upper := read_upper_head(lines[number - 1])) is not None:
        return {number - 1: AlignedRow((None, upper, *[None] * (len(head.columns) - 1)))} | heads
    above = (lines[number - 1].strip() or lines[max(0, number - 2)]).strip()
    unclear = len(above) <= _LONGEST_TITLE and tells_part_of_year(above)
    return {} if unclear else heads


def _body(lines: Sequence[str], first: int, head: TimeHead, taken: Collection[int]) -> dict[int, AlignedRow]:
    """What stands below the line of heads *first*; empty where that is no table."""
    rows: dict[int, AlignedRow] = {}
    words: list[int] = []
    told = unread = 0
    last = proven = first
    for number, line in _below(lines, first):
        if number in taken or number - proven > _FARTHEST or _begins_another(line, head):
            break
        row = _row(line, len(head.columns))
        if row is None:
            words.append(number)
            if len(words) > _MOST_HEADINGS + _MOST_WRAPPED or not _may_be_words(line):
                break
            continue
        placed = _with_above(lines, words, number, row, len(head.columns))
        if not placed:
            break
        rows |= dict.fromkeys(range(last + 1, number), _NOTHING) | placed
        told, unread = told + (len(row.cells) > 1), unread + (len(row.cells) == 1)
        last, words = number, []
        proven = number if told >= max(_LEAST_ROWS, 2 * unread) and len(row.cells) > 1 else proven
    return {at: row for at, row in rows.items() if at <= proven}


def _below(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """The lines below *first* that are not empty, by number, up to a wide gap."""
    blank = 0
    for number in range(first + 1, len(lines)):
        blank = 0 if lines[number].strip() else blank + 1
        if blank > _MOST_BLANK:
            return
        if not blank:
            yield number, lines[number]


def _row(line: str, number: int) -> AlignedRow | None:
    """The row of *number* figures that *line* is, its label None where it has none; one cell for another number."""
    ending = read_ending(line, number)
    if ending is None:
        return None
    label = _label(line, ending.words_end)
    if (label is None and ending.words_end) or (label is not None and not _may_label(line[slice(*label)])):
        return None
    if ending.figures:
        return AlignedRow((label, *ending.figures))
    return AlignedRow(((label[0], len(line.rstrip())),)) if label else None


def _label(line: str, end: int) -> Place | None:
    """The label before the figures, without a bullet and without dots that lead to them."""
    bullet = _BULLET.match(line, 0, end)
    start = bullet.end() if bullet else 0
    words = line[start:end].rstrip(": ")
    words = words.rstrip(".…_· ") if words.endswith(_LEADERS) else words
    return (start, start + len(words)) if any(map(str.isalpha, words)) or _AGES.fullmatch(words) else None


def _may_label(words: str) -> bool:
    return len(words) <= _LONGEST_LABEL and not _LEADS_ON.search(words) and not _SENTENCE.search(words)


def _may_be_words(line: str) -> bool:
    """True for a line that may be a heading, or the beginning of a label."""
    words = line.strip()
    return len(words) <= _LONGEST_LABEL and any(map(str.isalpha, words)) and not _SENTENCE.search(words)


def _begins_another(line: str, head: TimeHead) -> bool:
    """True for what no table goes on behind: its note, the title of another one, or a line of heads like its own."""
    if _OTHER.match(line.lstrip()):
        return True
    again = read_time_head(line)
    return again is not None and again.words in ("", head.words)


def _with_above(
    lines: Sequence[str], words: Sequence[int], number: int, row: AlignedRow, columns: int
) -> dict[int, AlignedRow]:
    """The row *number* with the lines *words* above it, as headings or parts of its label; empty for prose."""
    label, read = row.cells[0], len(row.cells) > 1
    first, opens = number, lines[number][slice(*label)] if label else ""
    headings = list(words)
    while read and headings and headings[-1] == first - 1 and number - first < _MOST_WRAPPED:
        above = lines[first - 1].strip()
        if opens and not opens[0].islower() and not demands_more(above):
            break
        first, opens = headings.pop(), above
    adjacent = any(two - one == 1 for one, two in pairwise(headings))
    if not opens or not _are_headings([lines[at].strip() for at in headings], adjacent=adjacent):
        return {}
    found = {at: AlignedRow((_stripped(lines[at]), *[None] * columns)) for at in headings}
    return found | {number: _joined(lines, first, number, row)}


def _are_headings(texts: Sequence[str], *, adjacent: bool) -> bool:
    longest = _LONGEST_OF_TWO if adjacent else _LONGEST_HEADING
    return len(texts) <= _MOST_HEADINGS and all(
        len(text) <= longest and not text[0].islower() and not text.endswith((".", ",", ";", "!", "?"))
        for text in texts
    )


def _stripped(line: str) -> Place:
    return len(line) - len(line.lstrip()), len(line.rstrip())


def _joined(lines: Sequence[str], first: int, number: int, row: AlignedRow) -> AlignedRow:
    """The *row* whose label begins in the line *first*; its place is told from the start of its own line."""
    if first == number:
        return row
    back = sum(len(lines[at]) for at in range(first, number))
    label, *figures = row.cells
    end = label[1] if label else len(lines[number - 1].rstrip()) - len(lines[number - 1])
    bullet = _BULLET.match(lines[first])
    return AlignedRow(((bullet.end() - back if bullet else -back, end), *figures))
