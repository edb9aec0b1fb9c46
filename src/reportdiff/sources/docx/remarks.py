"""The comments of a Word file, each with the characters that it is fastened to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportdiff.model.text import Remark, Stretch
from reportdiff.sources.docx.body import Content, paragraphs_of
from reportdiff.sources.docx.package import Package
from reportdiff.sources.docx.text import Told
from reportdiff.sources.docx.xml import Attributes, as_utf8, parse

LONGEST_REMARK = 2_000
"""So many characters of a comment are read."""
_BREAKS = frozenset(("w:p", "w:br", "w:cr"))


class Part(NamedTuple):
    """A part with text: its name, its bytes in UTF-8, what they hold, and the paragraphs told of it, numbered."""

    name: str
    data: bytes
    content: Content
    told: Sequence[tuple[int, Told]]


def read_remarks(package: Package, parts: Sequence[Part]) -> tuple[Remark, ...]:
    """The comments on the words of *parts*, in the order of the comments' own part.

    One that encloses nothing stands for its paragraph; one on words that are gone, or on none, is left out. A stretch
    counts paragraphs and their characters as the origin of the text does; text boxes are stretches of their own. Of
    the words so much is kept as a remark needs.
    """
    name = package.related("/comments")
    if name is None:
        return ()
    comments = _read_comments(as_utf8(package.parts[name]))
    found: dict[str, tuple[Stretch, ...]] = {}
    for part in parts:
        for number, stretches in _fastened(part, comments):
            found.setdefault(number, stretches)
    return tuple(Remark(*comments[number], found[number]) for number in comments if found.get(number))


def _fastened(part: Part, comments: Mapping[str, object]) -> Iterator[tuple[str, tuple[Stretch, ...]]]:
    """Of each comment that a part bears the number and the stretches."""
    anchors = _Anchors(part.data, comments)
    if not anchors.ranges and not anchors.paragraphs:
        return
    every = sorted({piece.run.start for each in paragraphs_of(part.content) for piece in each.pieces})
    boxes = [(number, told) for number, told in part.told if told.paragraph.hangs_at is not None]
    rest = [(number, told) for number, told in part.told if told.paragraph.hangs_at is None]
    words = _Words(rest), _Words(boxes)
    for number in {**anchors.ranges, **anchors.paragraphs}:
        start, end = anchors.ranges.get(number, (0, 0))
        if bisect_left(every, start) == bisect_left(every, end):
            start, end = anchors.paragraphs.get(number, (0, 0))
        stretches = (each.between(start, end) for each in words)
        yield number, tuple(stretch for stretch in stretches if stretch is not None)


class _Anchors:
    """Where a part bears comments: number → the bytes of the range, and → those of the paragraph of its mark."""

    def __init__(self, data: bytes, comments: Mapping[str, object]) -> None:
        self.ranges: dict[str, tuple[int, int]] = {}
        self.paragraphs: dict[str, tuple[int, int]] = {}
        self._comments = comments
        self._begun: dict[str, int] = {}
        self._open: list[tuple[int, list[str]]] = []
        if comments:
            parse(data, start=self._start, end=self._end)

    def _start(self, name: str, attributes: Attributes, at: int) -> None:
        if name == "w:p":
            self._open.append((at, []))
            return
        number = attributes.get("w:id", "")
        if number not in self._comments:
            return
        if name == "w:commentRangeStart":
            self._begun.setdefault(number, at)
        elif name == "w:commentRangeEnd" and number in self._begun:
            self.ranges.setdefault(number, (self._begun[number], at))
        elif name == "w:commentReference" and self._open:
            self._open[-1][1].append(number)

    def _end(self, name: str, at: int) -> None:
        if name == "w:p":
            start, numbers = self._open.pop()
            for number in numbers:
                self.paragraphs.setdefault(number, (start, at))


class _Words:
    """The pieces of some paragraphs in the order of their bytes."""

    def __init__(self, numbered: Iterable[tuple[int, Told]]) -> None:
        self._bytes: list[int] = []
        self._stretches: list[Stretch] = []
        for number, told in numbered:
            at = 0
            for piece in told.pieces:
                self._bytes.append(piece.run.start)
                self._stretches.append(Stretch((number, at), (number, at + len(piece.text))))
                at += len(piece.text)

    def between(self, start: int, end: int) -> Stretch | None:
        """From the first to the last character of the runs that begin between two bytes; None where none does."""
        first, behind = bisect_left(self._bytes, start), bisect_left(self._bytes, end)
        return Stretch(self._stretches[first].start, self._stretches[behind - 1].end) if first < behind else None


def _read_comments(data: bytes) -> dict[str, tuple[str, str]]:
    """Number → author and words, a paragraph a line."""
    authors: dict[str, str] = {}
    words: dict[str, list[str]] = {}
    path: list[str] = []
    now = ""

    def begin(name: str, attributes: Attributes, at: int) -> None:
        nonlocal now
        path.append(name)
        if name == "w:comment":
            now = attributes.get("w:id", "")
            authors.setdefault(now, attributes.get("w:author", ""))
            words.setdefault(now, [])
        elif name in _BREAKS and words.get(now):
            words[now].append("\n")

    def finish(name: str, at: int) -> None:
        path.pop()

    def take(told: str) -> None:
        if path[-1] == "w:t" and now in words:
            words[now].append(told)

    parse(data, start=begin, end=finish, words=take)
    return {number: (authors[number], "".join(parts)[:LONGEST_REMARK]) for number, parts in words.items()}
