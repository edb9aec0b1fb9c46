"""The one builder through which every transformation writes, so that each character keeps its way to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportdiff.model.text import (
    HEADING,
    ITEM,
    ROW,
    Block,
    BlockKind,
    Grade,
    OriginRun,
    Reliability,
    Section,
    Span,
    Text,
)
from reportdiff.sources.segments import sections_of, sentence_breaks

Run = tuple[int, int, int]
"""(offset, length, source): *length* characters from *offset* stand in the source from *source* on."""

Slice = tuple[int, int]
"""(start, end) of a stretch of the source, end exclusive."""

Edit = tuple[int, int, str]
"""(start, end, replacement) of a passage's text."""


class Passage(NamedTuple):
    """The text of one block and the runs that lead back to the source."""

    text: str
    runs: tuple[Run, ...]


class Draft(NamedTuple):
    """A block before it has its place: ``marked`` blocks carry their markup's marker (``# ``, ``- ``) into the text.

    ``apart`` tells whether a blank line stands before it where two items or two rows would else be one list.
    """

    kind: BlockKind
    passage: Passage
    level: int = 0
    marker: str = ""
    apart: bool = True
    part: int | None = None
    grade: Grade = Grade.CLEAN
    reason: str = ""


_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_ODD = re.compile(rf"[^\S ][\s{_INVISIBLE}]*| [\s{_INVISIBLE}]+|[{_INVISIBLE}]+")
"""Any white space but one lone space; characters without width go with it."""
_JOINT = re.compile(r"[\w.]-$")
_SUSPENDED = re.compile(r"(?:and|or|to|nor)\b")


def gather(source: str, slices: Sequence[Slice], cut: frozenset[int] = frozenset()) -> Passage:
    """The lines *slices* of *source* as one line: joined by a space, or by none after a line-end hyphen.

    *cut* holds the ends of lines that were cut inside a word: they are joined by nothing.
    """
    if len(slices) == 1:
        start, end = slices[0]
        return fold(Passage(source[start:end], ((0, end - start, start),) if end > start else ()))
    parts: list[str] = []
    runs: list[Run] = []
    at = 0
    previous = ""
    for start, end in slices:
        piece = source[start:end]
        if parts and not _closes_up(previous, piece, cut, runs):
            parts.append(" ")
            at += 1
            offset, length, origin = runs[-1]
            if origin + length < len(source) and source[origin + length].isspace():
                runs[-1] = (offset, length + 1, origin)
        parts.append(piece)
        _append_run(runs, at, len(piece), start)
        at += len(piece)
        previous = piece
    return fold(Passage("".join(parts), tuple(runs)))


def _closes_up(previous: str, piece: str, cut: frozenset[int], runs: list[Run]) -> bool:
    """Whether a line goes on without a space: after a hyphen inside a word, or where a word was cut."""
    if previous.endswith("-") and _JOINT.search(previous[-2:]):
        return not _SUSPENDED.match(piece)
    return bool(cut) and runs[-1][2] + runs[-1][1] in cut


def _append_run(runs: list[Run], at: int, length: int, source: int) -> None:
    if not length:
        return
    if runs:
        offset, before, origin = runs[-1]
        if offset + before == at and origin + before == source:
            runs[-1] = (offset, before + length, origin)
            return
    runs.append((at, length, source))


def fold(passage: Passage) -> Passage:
    """The passage with every stretch of white space as one space, none at the ends, and no characters without width."""
    text = passage.text
    # Nearly every passage is folded already. No white space is printable but the space, nor what has no width.
    if text.isprintable() and "  " not in text and text.strip(" ") == text:
        return passage
    edits = [(m.start(), m.end(), _folded(m[0])) for m in _ODD.finditer(text)]
    if edits:
        passage = edited(passage, edits)
    text = passage.text
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    if left == 0 and right == len(text):
        return passage
    return edited(passage, [(0, left, ""), (right, len(text), "")] if right > left else [(0, len(text), "")])


def _folded(white: str) -> str:
    return " " if any(map(str.isspace, white)) else ""


def edited(passage: Passage, edits: Iterable[Edit]) -> Passage:
    """The passage with *edits* made, which are in order and do not overlap.

    A replacement keeps the way to the source of the character it stands for.
    """
    text, runs = passage
    parts: list[str] = []
    fresh: list[Run] = []
    at = cursor = index = 0
    for start, end, new in (*edits, (len(text), len(text), "")):
        for low, high, piece in ((cursor, start, text[cursor:start]), (start, end, new)):
            if not piece:
                continue
            while index < len(runs) and runs[index][0] + runs[index][1] <= low:
                index += 1
            shown = min(high, low + len(piece))
            look = index
            while look < len(runs) and runs[look][0] < shown:
                offset, length, source = runs[look]
                first, last = max(low, offset), min(shown, offset + length)
                if first < last:
                    _append_run(fresh, at + first - low, last - first, source + first - offset)
                look += 1
            index = max(index, look - 1)
            parts.append(piece)
            at += len(piece)
        cursor = end
    return Passage("".join(parts), tuple(fresh))


def assemble(drafts: Sequence[Draft], *, title: str | None = None) -> Text:
    """The text that *drafts* make: its characters, blocks, sentences, sections, reliability and origin."""
    parts: list[str] = []
    blocks: list[Block] = []
    sentences: list[Span] = []
    origin: list[OriginRun] = []
    doubts: list[Reliability] = []
    heads: list[tuple[str, int, int]] = []
    at, clean = 0, Grade.CLEAN
    previous: Draft | None = None
    for draft in drafts:
        gap = "" if previous is None else _gap(previous, draft)
        start = at + len(gap)
        body = start + len(draft.marker)
        text = draft.passage.text
        end = body + len(text)
        breaks = _breaks(draft)
        parts += (gap, draft.marker, _broken(text, breaks))
        blocks.append(Block(draft.kind, start, end, draft.level))
        begin = body
        for at_break in breaks:
            sentences.append(Span(begin, body + at_break))
            begin = body + at_break + 1
        sentences.append(Span(begin, end))
        origin += [
            OriginRun(body + offset, length, source, draft.part) for offset, length, source in draft.passage.runs
        ]
        if draft.grade is not clean:
            doubts.append(Reliability(start=start, end=end, grade=draft.grade, reason=draft.reason))
        if draft.kind is HEADING:
            heads.append((text, draft.level, start))
        at, previous = end, draft
    return Text(
        content="".join(parts),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        sections=_sections(heads, at),
        reliability=tuple(doubts),
        origin=tuple(origin),
        title=title,
    )


def _sections(heads: list[tuple[str, int, int]], end: int) -> tuple[Section, ...]:
    return sections_of(heads, end)


def _gap(previous: Draft, draft: Draft) -> str:
    tight = draft.kind is previous.kind and draft.kind in (ITEM, ROW) and not draft.apart
    return "\n" if tight else "\n\n"


def _breaks(draft: Draft) -> list[int]:
    whole = draft.kind is HEADING or draft.kind is ROW
    return [] if whole else list(sentence_breaks(draft.passage.text))


def _broken(text: str, breaks: list[int]) -> str:
    if not breaks:
        return text
    starts = [0, *(at + 1 for at in breaks)]
    return "\n".join([text[start:end] for start, end in zip(starts, [*breaks, len(text)], strict=True)])


def find_origin(text: Text, position: int) -> tuple[int, int | None] | None:
    """Where the character at *position* stands in the source, and in which part; None for one the source has not."""
    index = bisect_right(text.origin, position, key=lambda run: run.start) - 1
    if index < 0 or position >= text.origin[index].start + text.origin[index].length:
        return None
    run = text.origin[index]
    return run.source + position - run.start, run.part


def find_part(text: Text, span: Span) -> int | None:
    """The part of the source, a page say, in which the first character of *span* that it has stands; None for none."""
    index = max(0, bisect_right(text.origin, span.start, key=lambda run: run.start) - 1)
    for run in text.origin[index : index + 2]:
        if run.start < span.end and span.start < run.start + run.length:
            return run.part
    return None
