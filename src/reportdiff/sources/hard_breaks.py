"""Paragraphs with line breaks inside: which of their lines are one sentence, and which are blocks of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.sources.builder import Passage, fold
from reportdiff.sources.passages import join
from reportdiff.sources.plain.wrapping import demands_more


class Piece(NamedTuple):
    """Some characters of a paragraph; None for a line break. ``strong``: they are in bold."""

    passage: Passage | None
    strong: bool = False


class Line(NamedTuple):
    """The words up to a break, whether all of them are in bold, and how many breaks stand before them."""

    passage: Passage
    strong: bool
    breaks: int = 0


BREAK = Piece(None)


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The lines of *pieces* that hold words."""
    lines: list[Line] = []
    parts: list[Passage] = []
    breaks, strong = 0, True
    for piece in (*pieces, BREAK):
        if piece.passage is not None:
            parts.append(piece.passage)
            strong = strong and (piece.strong or not piece.passage.text.strip(" \t\r\n\u00a0:"))
            continue
        passage = fold(join(*parts))
        if passage.text:
            lines.append(Line(passage, strong, breaks))
            breaks = 0
        breaks += 1
        parts, strong = [], True
    return lines


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines with those joined that one break parts inside a sentence."""
    whole: list[Line] = []
    for line in lines:
        if whole and line.breaks == 1 and _goes_on(whole[-1], line):
            before = whole.pop()
            whole.append(Line(join(before.passage, " ", line.passage), line.strong, before.breaks))
        else:
            whole.append(line)
    return whole


def _goes_on(line: Line, following: Line) -> bool:
    if line.strong is not following.strong:
        return False
    return following.passage.text[0].islower() or demands_more(line.passage.text)
