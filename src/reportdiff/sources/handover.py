"""A text handed over by the child process that read it: JSON, and nothing in it is taken on trust."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reportdiff.model.text import Block, BlockKind, Grade, OriginRun, Reliability, Remark, Section, Span, Stretch, Text

Row = Sequence[Any]


class Garbled(Exception):
    """What the child handed over is no text."""


def encode_text(text: Text) -> bytes:
    """*text* as JSON, each of its parts as a row of plain values."""
    rows = {
        "content": text.content,
        "blocks": [(b.kind.value, b.start, b.end, b.level) for b in text.blocks],
        "sentences": text.sentences,
        "sections": [(s.title, s.level, s.start, s.end) for s in text.sections],
        "reliability": [(r.start, r.end, r.grade.value, r.reason) for r in text.reliability],
        "origin": [(o.start, o.length, o.source, o.part) for o in text.origin],
        "title": text.title,
        "declared": text.declared,
        "remarks": text.remarks,
    }
    return json.dumps(rows).encode("ascii")


def decode_text(data: bytes) -> Text:
    """The text that :func:`encode_text` wrote; Garbled where a type or a place is not what it must be."""
    try:
        return _read(json.loads(data))
    except (ValueError, TypeError, KeyError, RecursionError) as trouble:
        raise Garbled(type(trouble).__name__) from None


def _read(rows: Any) -> Text:
    content = _string(rows["content"])
    size = len(content)
    return Text(
        content=content,
        blocks=tuple(_block(row, size) for row in rows["blocks"]),
        sentences=tuple(Span(*_stretch(start, end, size)) for start, end in rows["sentences"]),
        sections=tuple(_section(row, size) for row in rows["sections"]),
        reliability=tuple(_reliability(row, size) for row in rows["reliability"]),
        origin=tuple(_origin(row, size) for row in rows["origin"]),
        title=None if rows["title"] is None else _string(rows["title"]),
        declared=tuple((_string(name), _string(value)) for name, value in rows["declared"]),
        remarks=tuple(_remark(row) for row in rows["remarks"]),
    )


def _block(row: Row, size: int) -> Block:
    kind, first, last, level = row
    start, end = _stretch(first, last, size)
    return Block(kind=BlockKind(kind), start=start, end=end, level=_count(level))


def _section(row: Row, size: int) -> Section:
    title, level, first, last = row
    start, end = _stretch(first, last, size)
    return Section(title=_string(title), level=_count(level), start=start, end=end)


def _reliability(row: Row, size: int) -> Reliability:
    first, last, grade, reason = row
    start, end = _stretch(first, last, size)
    return Reliability(start=start, end=end, grade=Grade(grade), reason=_string(reason))


def _origin(row: Row, size: int) -> OriginRun:
    first, length, source, part = row
    start, end = _stretch(first, _count(first) + _count(length), size)
    return OriginRun(
        start=start, length=end - start, source=_count(source), part=None if part is None else _count(part)
    )


def _remark(row: Row) -> Remark:
    author, words, stretches = row
    if not stretches:
        raise ValueError("a remark on nothing")
    return Remark(
        author=_string(author),
        words=_string(words),
        stretches=tuple(Stretch(start=_source_place(start), end=_source_place(end)) for start, end in stretches),
    )


def _source_place(row: Row) -> tuple[int, int]:
    part, place = row
    return _count(part), _count(place)


def _stretch(start: Any, end: Any, size: int) -> tuple[int, int]:
    if not 0 <= _count(start) <= _count(end) <= size:
        raise ValueError("a place outside the text")
    return start, end


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("no count")
    return value


def _string(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("no string")
    return value
