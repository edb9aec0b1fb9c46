"""What a Word file says once its tracked changes are accepted, or without them: paragraphs of characters, numbered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from reportdiff.sources.docx.body import Cell, Content, Paragraph, Piece, Row, State, Table


class Reading(NamedTuple):
    """A way to read tracked changes: the one state whose words and ends of paragraphs are not there."""

    gone: State

    def holds(self, thing: Piece | Paragraph | Row | Cell) -> bool:
        """Whether *thing* is there, of a paragraph whether its end is."""
        return thing.state is not self.gone


ACCEPTED = Reading(State.DELETED)
ORIGINAL = Reading(State.INSERTED)


class Told(NamedTuple):
    """A paragraph as it is read: its pieces in order, and the paragraph whose look it has, the last of those joined."""

    pieces: tuple[Piece, ...]
    paragraph: Paragraph

    @property
    def text(self) -> str:
        """The characters, tabs and line breaks among them."""
        return "".join([piece.text for piece in self.pieces])


def told_paragraphs(content: Content, reading: Reading) -> Iterator[Told | Table]:
    """The paragraphs of *content* and its tables, in order; one whose end is gone goes on in the next."""
    waiting: list[Piece] = []
    last: Paragraph | None = None
    for each in content:
        if isinstance(each, Table):
            if last is not None:
                yield Told(tuple(waiting), last)
                waiting, last = [], None
            yield each
            continue
        waiting += [piece for piece in each.pieces if reading.holds(piece) and not piece.run.hidden]
        last = each
        if reading.holds(each):
            yield Told(tuple(waiting), each)
            waiting, last = [], None
    if last is not None:
        yield Told(tuple(waiting), last)


def rows_of(table: Table, reading: Reading) -> list[list[Cell]]:
    """The rows of a table that are there, each with its cells that are."""
    rows = ([cell for cell in row.cells if reading.holds(cell)] for row in table.rows if reading.holds(row))
    return [row for row in rows if row]


def number_paragraphs(contents: Iterable[Content], reading: Reading) -> list[Told]:
    """All paragraphs that *contents* tell, those of cells where their table stands: number *n* at place *n* - 1."""
    numbered: list[Told] = []
    for content in contents:
        _walk(content, reading, numbered.append)
    return numbered


def _walk(content: Content, reading: Reading, take: Callable[[Told], None]) -> None:
    for each in told_paragraphs(content, reading):
        if isinstance(each, Told):
            take(each)
            continue
        for row in rows_of(each, reading):
            for cell in row:
                _walk(cell.content, reading, take)
