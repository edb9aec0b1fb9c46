"""Lines to blocks: headings, items, rows and paragraphs, by the marks at the start of a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reportdiff.model.text import HEADING, ITEM, PARAGRAPH, ROW, BlockKind, Grade
from reportdiff.sources.builder import Draft, Passage, Slice, edited, fold, gather
from reportdiff.sources.markdown.inline import is_strong, plain_words
from reportdiff.sources.passages import join, join_all
from reportdiff.sources.plain.wrapping import is_closed

Joints = Callable[[Sequence[str]], list[bool]]
"""Tells for each line of a group but the first whether it goes on with the line before."""

_MARKS = frozenset("#-*+|>`~=<[•‣▪●◦■►_0123456789")
_NO_WORDS = "-*_+•‣▪●◦■► "
_FENCE = re.compile(r"`{3,}[^`]*$|~{3,}")
_RULE = re.compile(r"(?:(?:-[ \t]?){3,}|(?:\*[ \t]?){3,}|(?:_[ \t]?){3,}|={3,}|#[#\s]*)$")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_BULLET = re.compile(r"[-*+](?:[ \t\u00a0]+|$)|[•‣▪●◦■►][ \t\u00a0]*")
_NUMBER = re.compile(r"([0-9]{1,3}[.)])(?:[ \t\u00a0]+|$)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_ADDRESS_OF = re.compile(r"\[[^\[\]^]{1,100}\]:\s{0,20}(?:<|https?:|www\.|/|#|\.)\S*")
_NOTE_TEXT = re.compile(r"\[\^[^\[\]\s]{1,60}\]:\s{0,20}")
_DROPPED = re.compile(r"(?:(?:>|<!--|`{3,}|~{3,}|\[\^[^\[\]\s]{1,60}\]:)\s?)+")
_RULED = re.compile(r"[|:\s-]*-[|:\s-]*$")
_NARROW_BAR = re.compile(r"(?<=[^ ])(?=\|)|(?<=\|)(?=[^ ])")
_LONGEST_STRONG_HEADING = 220


class BlockReader:
    """Takes the lines of a document in reading order and makes blocks of them.

    *part*, *grade* and *reason* are what the lines that follow bear; set them between paragraphs.
    """

    def __init__(self, source: str, joints: Joints) -> None:
        self.part: int | None = None
        self.grade = Grade.CLEAN
        self.reason = ""
        self.cut: frozenset[int] = frozenset()
        self._source = source
        self._joints = joints
        self._drafts: list[Draft] = []
        self._slices: list[Slice] = []
        self._raw: list[str] = []
        self._kind = PARAGRAPH
        self._marker = ""
        self._level = 0
        self._apart = True
        self._blank = True
        self._indents: list[int] = []
        self._heading_level = 1
        self._fenced = False
        self._last_comment_end = source.rfind("-->")
        self._in_comment = False

    def feed(self, line: str, offset: int) -> None:
        """Take one line, which stands at *offset* of the source; its line end may be with it."""
        text = line.strip()
        if not text:
            self.close()
            self._blank = True
            return
        start = offset + line.index(text[0])
        marked = self._in_comment or text[0] in _MARKS
        if not (marked and self._take_marked(line, text, start)):
            self._take(line, text, start)

    def feed_cells(self, cells: Sequence[Slice | None]) -> None:
        """Take one row of a table, given by where its cells stand in the source; None for an empty one."""
        self.close()
        passages = [Passage("", ()) if cell is None else gather(self._source, [cell]) for cell in cells]
        row = join("| ", join_all(passages, " | "), " |")
        self._drafts.append(Draft(ROW, fold(row), 0, "", self._blank, self.part, self.grade, self.reason))
        self._blank, self._indents = False, []

    def finish(self) -> list[Draft]:
        """The blocks of all lines taken."""
        self.close()
        return self._drafts

    def close(self) -> None:
        """End the paragraph or item at hand."""
        slices, raw = self._slices, self._raw
        if not slices:
            return
        kind, level, marker, apart = self._kind, self._level, self._marker, self._apart
        self._slices, self._raw = [], []
        first = 0
        for index, joined in enumerate([*self._joints(raw), False], 1):
            if joined:
                continue
            self._write(kind, level, marker, slices[first:index], apart=apart)
            kind, level, marker, apart, first = PARAGRAPH, 0, "", True, index

    def _take(self, line: str, text: str, start: int) -> None:
        if not self._slices:
            self._open(PARAGRAPH, 0, "")
        self._slices.append((start, start + len(text)))
        self._raw.append(line.lstrip().rstrip("\r\n"))
        if self._fenced:
            self.close()

    def _open(self, kind: BlockKind, level: int, marker: str) -> None:
        self._kind, self._level, self._marker = kind, level, marker
        self._apart, self._blank = self._blank, False

    def _take_marked(self, line: str, text: str, start: int) -> bool:
        """Take a line that begins like markup; False when it is text after all."""
        first = text[0]
        if self._in_comment or text.startswith("<!--"):
            return self._take_comment(text, start)
        if first in "-*_=#" and _RULE.match(text):
            self._take_rule(first)
        elif first in "`~" and _FENCE.match(text):
            self.close()
            self._fenced = not self._fenced
        elif first == "#" and (head := _HEADING.match(text)):
            self.close()
            self._open(HEADING, len(head[1]), "#" * len(head[1]) + " ")
            self._take_rest(line, text, start, head.end())
            self.close()
        elif first == "|":
            self._take_row(line, text, start)
        elif first == ">" and (quote := _QUOTE.match(text)):
            self._take_quote(text, start, quote.end())
        elif first == "[":
            return self._take_definition(line, text, start)
        elif bullet := _BULLET.match(text):
            self._take_item(line, text, start, bullet.end(), "- ")
        elif (number := _NUMBER.match(text)) and self._may_number():
            self._take_item(line, text, start, number.end(), f"{number[1]} ")
        else:
            return False
        return True

    def _take_rest(self, line: str, text: str, start: int, skip: int) -> None:
        rest = text[skip:]
        if rest:
            self._slices.append((start + skip, start + len(text)))
            self._raw.append(rest + line[len(line.rstrip()) :].rstrip("\r\n"))
        if self._fenced:
            self.close()

    def _take_comment(self, text: str, start: int) -> bool:
        end = text.find("-->")
        if end < 0:
            self._in_comment = start < self._last_comment_end
            return self._in_comment
        was_open, self._in_comment = self._in_comment, False
        rest = text[end + 3 :]
        if rest.strip():
            if not was_open:
                return False
            self.feed(rest, start + end + 3)
        return True

    def _take_rule(self, mark: str) -> None:
        if mark in "=-" and len(self._slices) == 1 and self._kind is PARAGRAPH and not self._fenced:
            self._kind, self._level = HEADING, 1 if mark == "=" else 2
            self._marker = "#" * self._level + " "
        self.close()
        self._blank = True

    def _take_row(self, line: str, text: str, start: int) -> None:
        self.close()
        if _RULED.match(text) is None:
            self._open(ROW, 0, "")
            self._take_rest(line, text, start, 0)
            self.close()

    def _take_quote(self, text: str, start: int, skip: int) -> None:
        if text[skip:].strip():
            self.feed(text[skip:], start + skip)
        else:
            self.close()
            self._blank = True

    def _take_definition(self, line: str, text: str, start: int) -> bool:
        note = _NOTE_TEXT.match(text)
        if note is not None:
            self.close()
            self._open(PARAGRAPH, 0, "")
            self._take_rest(line, text, start, note.end())
            return True
        if _ADDRESS_OF.fullmatch(text) is None:
            return False
        self.close()
        return True

    def _take_item(self, line: str, text: str, start: int, skip: int, marker: str) -> None:
        self.close()
        if skip == len(text):
            return
        indent = len(line[: line.index(text[0])].expandtabs(4))
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        level = len(self._indents)
        self._open(ITEM, level, "  " * (level - 1) + marker)
        self._take_rest(line, text, start, skip)

    def _may_number(self) -> bool:
        """A numbered item begins a paragraph, follows an item, or comes after a line that is at its end."""
        return not self._raw or self._kind is ITEM or (is_closed(self._raw[-1].rstrip()) and not self._fenced)

    def _write(self, kind: BlockKind, level: int, marker: str, slices: Sequence[Slice], *, apart: bool) -> None:
        raw = gather(self._source, slices, self.cut)
        passage = plain_words(raw)
        if kind is HEADING:
            self._heading_level = level
        elif kind is PARAGRAPH and len(raw.text) <= _LONGEST_STRONG_HEADING and _is_strong_heading(raw.text):
            kind, level = HEADING, min(6, self._heading_level + 1) if self._drafts else 1
            marker = "#" * level + " "
        elif kind is PARAGRAPH:
            kind, level, marker, passage = read_marks(passage)
        if kind is ROW:
            passage = _row(passage)
        elif kind is HEADING:
            passage = _without_closing_hashes(passage)
        elif kind is ITEM and not passage.text.strip(_NO_WORDS):
            passage = Passage("", ())
        if kind is not ITEM or not passage.text:
            self._indents = []
        if passage.text:
            self._drafts.append(Draft(kind, passage, level, marker, apart, self.part, self.grade, self.reason))


def read_marks(passage: Passage) -> tuple[BlockKind, int, str, Passage]:
    """Kind, level, marker and rest of a paragraph that may begin with a mark of its own, inline markup gone before."""
    while drop := _DROPPED.match(passage.text):
        passage = fold(edited(passage, [(0, drop.end(), "")]))
    text = passage.text
    if not text or text[0] not in _MARKS:
        return PARAGRAPH, 0, "", passage
    if _RULE.match(text) or _FENCE.match(text) or _ADDRESS_OF.fullmatch(text):
        return PARAGRAPH, 0, "", Passage("", ())
    if text[0] == "|":
        return ROW, 0, "", passage
    for pattern, kind in ((_HEADING, HEADING), (_BULLET, ITEM), (_NUMBER, ITEM)):
        found = pattern.match(text)
        if found is not None:
            level = len(found[1]) if kind is HEADING else 1
            mark = "- " if pattern is _BULLET else f"{found[1]} "
            return kind, level, mark, fold(edited(passage, [(0, found.end(), "")]))
    return PARAGRAPH, 0, "", passage


def _is_strong_heading(text: str) -> bool:
    return is_strong(text) and not text.rstrip("*_: ").endswith((".", ",", ";"))


def _without_closing_hashes(passage: Passage) -> Passage:
    text = passage.text
    kept = len(text.rstrip("# "))
    if not text.endswith("#") or (kept and text[kept] != " "):
        return passage
    return edited(passage, [(kept, len(text), "")])


def _row(passage: Passage) -> Passage:
    """The row with one space around each bar, and a bar at both ends."""
    text = passage.text
    if not text.strip("| "):
        return Passage("", ())
    edits = [(found.start(), found.start(), " ") for found in _NARROW_BAR.finditer(text)]
    if not text.endswith("|"):
        edits.append((len(text), len(text), " |"))
    return fold(edited(passage, edits))
