"""Plain text to text in reading order: wrapped lines joined, two interleaved columns put in order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from reportdiff.model.text import Text
from reportdiff.sources.blocks import BlockReader
from reportdiff.sources.builder import Draft, assemble
from reportdiff.sources.kinds import find_title, settle
from reportdiff.sources.plain.aligned import find_aligned
from reportdiff.sources.plain.pages import Piece, arrange
from reportdiff.sources.plain.spaced import find_spaced
from reportdiff.sources.plain.tabbed import find_tabbed
from reportdiff.sources.plain.wrapping import fields_beside, joints


def read_plain(source: str) -> Text:
    """The text of a plain document.

    Lines that one paragraph was wrapped into are joined, tables set by blanks become rows; text whose two columns were
    interleaved line by line is put into reading order and marked as repaired.
    """
    lines = source.splitlines(keepends=True)
    pieces = arrange(lines)
    drafts = settle(_as_it_stands(source, lines) if pieces is None else _arranged(source, lines, pieces))
    return assemble(drafts, title=find_title(drafts))


def _as_it_stands(source: str, lines: Sequence[str]) -> list[Draft]:
    reader = BlockReader(source, joints)
    rows = {**find_tabbed(lines), **find_aligned(lines)}
    rows |= find_spaced(lines, rows.keys())
    offset = 0
    for number, line in enumerate(lines):
        if row := rows.get(number):
            if row.cells:
                reader.feed_cells([cell and (offset + cell[0], offset + cell[1]) for cell in row.cells])
        elif parts := fields_beside(line):
            for start, end in parts:
                reader.feed(line[start:end], offset + start)
        else:
            reader.feed(line, offset)
        offset += len(line)
    return reader.finish()


def _arranged(source: str, lines: Sequence[str], pieces: Sequence[Piece]) -> list[Draft]:
    offsets = list(accumulate(map(len, lines), initial=0))
    reader = BlockReader(source, lambda group: [True] * (len(group) - 1))
    for piece in pieces:
        reader.close()
        reader.part, reader.grade, reader.reason = piece.page, piece.grade, piece.reason
        reader.cut = frozenset(offsets[number] + len(lines[number].rstrip()) for number in piece.cut)
        for number in piece.lines:
            reader.feed(lines[number], offsets[number])
    return reader.finish()
