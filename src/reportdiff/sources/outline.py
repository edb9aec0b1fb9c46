"""Blocks whose kinds the source itself tells (a web page, a Word file) to drafts, written as Markdown would have them.

What comes out, read again as Markdown, is the same: a paragraph that begins like an item is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportdiff.model.text import BlockKind
from reportdiff.sources.blocks import read_marks
from reportdiff.sources.builder import Draft, Passage, edited, fold
from reportdiff.sources.markdown.inline import plain_words
from reportdiff.sources.passages import cut, join, join_all

_LONGEST_STRONG_HEADING = 220
_DEEPEST_HEADING = 6
_NO_WORDS = "-*_+•‣▪●◦■► "
_NOTHING_TOLD = re.compile(r"[|:\s-]*$")
_FIGURE_ALONE = re.compile(r"[(+$€£¥−–-]{0,3}[0-9][0-9.,]*[^\W\d_]{0,3}[%*)]{0,2}$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]{0,2}$")
_FEWEST_BLANKS = 4
_NUMBER = re.compile(r"[0-9]{1,3}[.)]")


class Outline:
    """Takes the blocks of a document in reading order; *part* is what the blocks that follow bear."""

    def __init__(self) -> None:
        self.part: int | None = None
        self.drafts: list[Draft] = []
        self._depths: list[int] = []
        self._level = 1
        self._tight = False

    def part_lists(self) -> None:
        """The next item or row begins a list or table of its own."""
        self._tight = False

    def add_heading(self, passage: Passage, level: int) -> None:
        """Take a heading; *level* 1 is the top."""
        level = min(level, _DEEPEST_HEADING)
        words = _without_closing_hashes(plain_words(fold(passage)))
        if words.text:
            self._level = level
            self._add(BlockKind.HEADING, words, level, "#" * level + " ")

    def add_strong(self, passage: Passage) -> None:
        """Take a paragraph that is wholly in bold: a heading below the one before, unless it reads like a sentence."""
        text = passage.text.rstrip(": ")
        if len(text) > _LONGEST_STRONG_HEADING or text.endswith((".", ",", ";")):
            self.add_paragraph(passage)
            return
        level = self._level
        self.add_heading(passage, level + 1 if self.drafts else 1)
        self._level = level

    def add_item(self, passage: Passage, depth: int, number: str = "") -> None:
        """Take an item of a list; *depth* grows inwards, *number* is its own (``3.``), empty for a bullet."""
        words = plain_words(fold(passage))
        if not words.text.strip(_NO_WORDS):
            return
        while self._depths and self._depths[-1] > depth:
            self._depths.pop()
        if not self._depths or self._depths[-1] < depth:
            self._depths.append(depth)
        level = len(self._depths)
        mark = f"{number} " if _NUMBER.fullmatch(number) else "- "
        self._add(BlockKind.ITEM, words, level, "  " * (level - 1) + mark)

    def add_row(self, cells: Sequence[Passage]) -> None:
        """Take a row of a table; a row that tells nothing is left out."""
        row = join_all(map(_without_bars, cells), " | ")
        words = plain_words(fold(join("| ", row, " |")))
        if not _NOTHING_TOLD.match(words.text):
            self._add(BlockKind.ROW, words, 0, "")

    def add_paragraph(self, passage: Passage) -> None:
        """Take a paragraph; one that begins with the mark of an item, heading or row is that."""
        kind, level, marker, words = read_marks(plain_words(fold(passage)))
        if kind is BlockKind.ITEM:
            self._tight = False
            number = marker.strip()
            self.add_item(words, 0, "" if number == "-" else number)
        elif kind is BlockKind.HEADING:
            self.add_heading(words, level)
        elif kind is BlockKind.ROW:
            self._tight = False
            self.add_row(_cells_of(words))
        elif words.text:
            self._add(BlockKind.PARAGRAPH, words, 0, "")

    def _add(self, kind: BlockKind, words: Passage, level: int, marker: str) -> None:
        if kind is not BlockKind.ITEM:
            self._depths = []
        before = self.drafts[-1].kind if self.drafts else None
        apart = not (self._tight and kind is before and kind in (BlockKind.ITEM, BlockKind.ROW))
        self.drafts.append(Draft(kind, words, level, marker, apart, self.part))
        self._tight = True


def tells_in_sentences(cells: Sequence[str]) -> bool:
    """Whether the cells of a table hold sentences and no figure alone: such a table is read one cell after the other.

    >>> tells_in_sentences(["Trade", "Exports grew to $5 million in 2015."]), tells_in_sentences(["Trade.", "5"])
    (True, False)
    """
    if any(_FIGURE_ALONE.match(cell) for cell in cells):
        return False
    return any(_SENTENCE_END.search(cell) and cell.count(" ") >= _FEWEST_BLANKS for cell in cells)


class Words(Outline):
    """Takes blocks for their words alone, as a cell of a table holds them: nothing in them marks an item or heading."""

    def add_paragraph(self, passage: Passage) -> None:
        words = fold(passage)
        if words.text:
            self.drafts.append(Draft(BlockKind.PARAGRAPH, words))

    def add_heading(self, passage: Passage, level: int) -> None:
        self.add_paragraph(passage)

    def add_strong(self, passage: Passage) -> None:
        self.add_paragraph(passage)

    def add_item(self, passage: Passage, depth: int, number: str = "") -> None:
        self.add_paragraph(passage)

    def add_row(self, cells: Sequence[Passage]) -> None:
        self.add_paragraph(join_all([cell for cell in cells if cell.text], "; "))


def _without_closing_hashes(words: Passage) -> Passage:
    """A heading without the hashes at its end, which read again would be taken for markup."""
    text = words.text
    kept = len(text.rstrip("# "))
    if not text.endswith("#") or (kept and text[kept] != " "):
        return words
    return fold(edited(words, [(kept, len(text), "")]))


def _without_bars(cell: Passage) -> Passage:
    """A cell's text in which no bar stands that would part it: a slash takes its place."""
    return Passage(cell.text.replace("|", "/"), cell.runs)


def _cells_of(row: Passage) -> list[Passage]:
    """The cells of a paragraph that is written as a row."""
    bars = [-1, *(at for at, character in enumerate(row.text) if character == "|"), len(row.text)]
    cells = [cut(row, start + 1, end) for start, end in pairwise(bars)]
    return cells[1 : len(cells) - row.text.endswith("|")]
