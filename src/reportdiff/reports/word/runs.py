"""Runs of a Word file cut at a character, and markup put between them: all other bytes stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from reportdiff.sources.docx.body import Piece, Run
from reportdiff.sources.docx.text import Told
from reportdiff.sources.docx.xml import prefix_at, tag_end

_CHARACTER = re.compile(rb"&[^;]{1,12};|\r\n?|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*")
"""One character of XML text in UTF-8, as it is written; a line's end in either form is one."""
_SPACE = b' xml:space="preserve"'
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Change(NamedTuple):
    """Bytes of a part, from *start* to *end*, and what takes their place."""

    start: int
    end: int
    markup: bytes


def changed(data: bytes, changes: Iterable[Change]) -> bytes:
    """*data* with *changes* made, which do not overlap; those at one place in the order given, each only once."""
    parts: list[bytes] = []
    at = 0
    for change in sorted(dict.fromkeys(changes), key=lambda change: (change.start, change.end)):
        parts += (data[at : change.start], change.markup)
        at = change.end
    return b"".join([*parts, data[at:]])


def byte_of(data: bytes, piece: Piece, characters: int) -> int:
    """The byte at which the character number *characters* of a piece stands, or its end."""
    at = piece.start
    for _ in range(characters):
        found = _CHARACTER.match(data, at, piece.end)
        if found is None:
            break
        at = found.end()
    return at


def cut(data: bytes, piece: Piece, at: int, between: bytes) -> list[Change]:
    """The changes that part a piece's run at byte *at* of its words, with *between* between the two halves.

    Both have the run's properties, and keep the blanks at their ends.
    """
    prefix = prefix_at(data, piece.run.start)
    halves = b"</%st></%sr>%s%s<%st%s>" % (prefix, prefix, between, run_head(data, piece.run), prefix, _SPACE)
    return [*keep_blanks(data, piece), Change(at, at, halves)]


def mark_at(data: bytes, told: Told, at: int, mark: bytes, *, behind: bool) -> list[Change]:
    """The changes that put *mark* between runs before the character number *at* of a paragraph, or *behind* it."""
    piece, offset = find_piece(told, at)
    offset += behind
    runs = [each for each in told.pieces if each.run is piece.run]
    if not behind and (piece.mark or (offset == 0 and piece is runs[0])):
        return [Change(piece.run.start, piece.run.start, mark)]
    if behind and (piece.mark or (offset == len(piece.text) and piece is runs[-1])):
        return [Change(piece.run.end, piece.run.end, mark)]
    return cut(data, piece, byte_of(data, piece, offset), mark)


def find_piece(told: Told, at: int) -> tuple[Piece, int]:
    """The piece that holds the character number *at* of a paragraph, and its number there; at most the very last."""
    for piece in told.pieces:
        if at < len(piece.text):
            return piece, at
        at -= len(piece.text)
    return told.pieces[-1], len(told.pieces[-1].text) - 1


def keep_blanks(data: bytes, piece: Piece) -> list[Change]:
    """The change by which the tag of a piece's words says that blanks at their ends count; none if it says so."""
    tag = data[data.rindex(b"<", 0, piece.start) : piece.start]
    return [] if b"xml:space" in tag else [Change(piece.start - 1, piece.start - 1, _SPACE)]


def run_head(data: bytes, run: Run) -> bytes:
    """The start tag of a run and its properties."""
    head = data[run.start : tag_end(data, run.start)]
    return head + (data[run.properties[0] : run.properties[1]] if run.properties else b"")


def xml_text(words: str) -> bytes:
    """*words* as the text of an element; what is no character of XML is left out."""
    return escape(_NOT_XML.sub("", words), quote=False).encode()
