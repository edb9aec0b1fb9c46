"""A page of Markdown made of tables whose rows have quotes, cut by importance to the room that there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportdiff.reports.markdown.markup import escape_markdown, render_fold, render_table

LONGEST_CELL = 400
"""Characters of document text in a cell, at most; the quotes below hold the rest."""

HEADING_BYTES = 400
"""What a part needs besides its rows: heading, head of the table, fold, and the words on what is left out."""


class Row(NamedTuple):
    """The cells of a row and the quotes behind it, each with who says it; all of it Markdown."""

    cells: tuple[str, ...]
    quotes: tuple[str, ...] = ()

    def bytes(self) -> int:
        """What the row takes at most, with its quotes under its name."""
        return sum(len(words.encode()) + 6 for words in (*self.cells, self.cells[0], *self.quotes))


class Part(NamedTuple):
    """A titled table, the rows that matter most first.

    ``lead`` is a line above it; ``folded``: the table, too, shows only when it is asked for.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    lead: str = ""
    folded: bool = False


def cell(text: str) -> str:
    """Document text as a cell, cut to size."""
    return escape_markdown(text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL].rpartition(' ')[0]} …")


def fit(parts: Sequence[Part], room: int) -> list[int]:
    """How many rows of each part fit into *room* bytes; the parts are given in order of importance."""
    kept = []
    for part in parts:
        room -= HEADING_BYTES + len(part.lead.encode()) if part.rows or part.lead else 0
        number = 0
        while number < len(part.rows) and (room := room - part.rows[number].bytes()) >= 0:
            number += 1
        kept.append(number)
    return kept


def part_lines(part: Part, kept: int) -> Iterator[str]:
    """A part with its first *kept* rows, and how many more there are; nothing for an empty one."""
    if not part.rows and not part.lead:
        return
    rows = part.rows[:kept]
    yield from ("", f"### {part.title}", "")
    yield from (part.lead, "") if part.lead else ()
    if rows:
        table = render_table(part.head, [row.cells for row in rows])
        yield render_fold("Show the table", [table]) if part.folded else table
        yield ""
    if kept < len(part.rows):
        yield from (f"_{len(part.rows) - kept} more left out here for want of room._", "")
    if any(row.quotes for row in rows):
        yield render_fold("Quotes", _quote_lines(rows))


def _quote_lines(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        if row.quotes:
            yield f"- {row.cells[0]}"
            yield from (f"  - {quote}" for quote in row.quotes)
