"""A document's text in reading order, with its structure and where each character came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reportdiff.model.noun import Noun
from reportdiff.model.span import Grade, Reliability, Section, Span

__all__ = ["Block", "BlockKind", "Grade", "OriginRun", "Reliability", "Remark", "Section", "Span", "Stretch", "Text"]


class BlockKind(StrEnum):
    """What a block of text is in the layout of its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    FIELD = "field"
    FURNITURE = "furniture"


class OriginRun(NamedTuple):
    """*length* characters of the text from *start* stand in the source from *source* on.

    ``part`` is the page, or the part of a container, counted from 1; None where the source has no parts.
    """

    start: int
    length: int
    source: int
    part: int | None = None


PARAGRAPH, HEADING, ITEM, ROW, FIELD, FURNITURE = BlockKind
"""The kinds by themselves, for what is done with every block: each look-up in an enumeration takes its time."""


class Block(NamedTuple):
    """A paragraph, heading, list item, table row, field line, or page furniture.

    ``start`` and ``end`` enclose the markers (``# ``, ``- ``) too; ``level`` is the depth of a heading (1 is the top)
    or of a list item, else 0. Furniture (page numbers, running heads, report numbers, addresses of publishers)
    stays in the text but holds no claims.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0


class Stretch(NamedTuple):
    """A stretch of the source: part and place of its first character, and those behind its last.

    The part is 0 where the source has no parts.
    """

    start: tuple[int, int]
    end: tuple[int, int]


class Remark(NamedTuple):
    """What somebody noted at some stretches of a document, beside its text: a comment in a Word file."""

    author: str
    words: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Text(Noun):
    """What a document says, in reading order.

    ``content`` holds the characters; ``blocks`` cover every non-blank line, in order; ``sentences`` are the sentences
    of all blocks, in order, each inside one block. ``origin`` maps back to the source, see :class:`OriginRun`.
    ``declared`` holds what the document's container says of it apart from the text (the head of a web page, the
    properties of a PDF), as pairs of a name and a value: ``title``, ``published``, ``subject``, ``publisher``,
    ``document``, ``edition``, ``url``, ``author``. ``remarks`` are no part of what the document says.
    """

    content: str
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    sections: tuple[Section, ...] = ()
    reliability: tuple[Reliability, ...] = ()
    origin: tuple[OriginRun, ...] = ()
    title: str | None = None
    declared: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
