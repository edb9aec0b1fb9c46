"""Lines to blocks: where a paragraph ends, and what stands out as a heading or an item of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportdiff.model.text import BlockKind
from reportdiff.sources.kinds import is_furniture
from reportdiff.sources.pdf.pieces import Piece
from reportdiff.sources.plain.wrapping import demands_more, is_field

_BULLET = re.compile("(?:[•‣▪●◦■►○◆➢➤✓∙·§\uf0b7\uf0a7\uf0d8\uf076]|[o–—-](?= ))[ \u00a0]*")
_NUMBER = re.compile(r"(?:[0-9]{1,2}[.)]|\([0-9a-z]{1,2}\)|[a-z]\)|[ivx]{1,4}[.)])(?= \S)")
_CAPTION = re.compile(r"(?:figure|table|box|chart|map|exhibit|graph|photo|sources?|notes?)\b[ :.]?", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:…;][\"'”’)\]]{0,3}$")
_LEADER = re.compile(r"(?:\. ?){4,}|…{2,}")
_STYLE = re.compile(r"[-,].*$")
_STYLE_END = re.compile(r"(?:bold|italic|oblique|regular|semi|demi|light|medium|black|book|MT|PS)+$", re.IGNORECASE)
_LONGEST_HEADING = 120
_LONGEST_TITLE = 220
_MOST_HEADING_LINES = 4
_USUAL_LEADING = 1.25
_WIDEST_LEADING, _RARE = 1.7, 4
"""Lines of one paragraph are seldom farther apart, in sizes of their type; a fourth of the others is enough to tell."""


class Column(NamedTuple):
    """Where the lines of a column begin and end across the page; ``number`` tells columns apart."""

    number: int
    left: float
    right: float


class Line(NamedTuple):
    """A line in its column."""

    piece: Piece
    column: Column


class Group(NamedTuple):
    """Lines that make one block."""

    lines: tuple[Line, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0

    @property
    def text(self) -> str:
        """The words of all lines."""
        return " ".join(line.piece.text for line in self.lines)


class Print(NamedTuple):
    """How a document is set: the size of its running text, whether that is bold, and the leading of each size."""

    size: float
    bold: bool
    leading: dict[float, float]

    def leading_of(self, size: float) -> float:
        """From one baseline to the next, in points, for type of *size*."""
        return self.leading.get(_half(size), _USUAL_LEADING * size)


def read_print(pieces: Sequence[Piece]) -> Print:
    """How most of *pieces* are set."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    gaps: dict[float, Counter[float]] = {}
    for piece in pieces:
        sizes[_half(piece.size)] += len(piece.text)
        bold[piece.bold] += len(piece.text)
    for one, other in pairwise(pieces):
        gap = other.y - one.y
        if abs(one.size - other.size) < 0.3 and 0.9 * one.size < gap < 2.2 * one.size:
            gaps.setdefault(_half(one.size), Counter())[_half(gap)] += 1
    size = max(sizes, key=lambda s: (sizes[s], s), default=10.0)
    leading = {known: _leading(known, count) for known, count in gaps.items()}
    return Print(size, bold[True] > bold[False], leading)


def _leading(size: float, gaps: Counter[float]) -> float:
    """The usual gap between the lines of type of *size*: a wide one parts paragraphs where narrow ones are not rare."""
    narrow = {gap: count for gap, count in gaps.items() if gap <= _WIDEST_LEADING * size}
    told = narrow if sum(narrow.values()) * _RARE >= max(gaps.values()) else gaps
    return max(told, key=lambda gap: (told[gap], -gap))


def _half(size: float) -> float:
    return round(size * 2) / 2


def family(face: str) -> str:
    """The name of a family of faces: without what makes it bold or slanted.

    >>> family("TimesNewRomanPS-BoldItalicMT"), family("TimesNewRomanPSMT"), family("Arial,Bold")
    ('TimesNewRoman', 'TimesNewRoman', 'Arial')
    """
    return _STYLE_END.sub("", _STYLE.sub("", face)) or face


def is_alike(one: Piece, other: Piece) -> bool:
    """Whether two lines are set alike: same size and family of type."""
    return abs(one.size - other.size) <= 0.06 * one.size and (
        one.face == other.face or family(one.face) == family(other.face)
    )


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence or an announcement does."""
    return _ENDED.search(text[-6:]) is not None


def has_room(line: Line, following: Piece, right: float) -> bool:
    """Whether the first word of *following* would still have fitted on *line*, which reaches to *right* at most."""
    piece = line.piece
    return piece.x1 + 0.25 * piece.size + following.first < right - 0.35 * piece.size


def group_lines(lines: Sequence[Line], style: Print) -> Iterator[Group]:
    """The blocks that *lines*, in reading order, make."""
    group: list[Line] = []
    for at, line in enumerate(lines):
        if group and _begins(group, line, lines[at + 1 : at + 3], style):
            yield _named(group, style)
            group = []
        group.append(line)
    if group:
        yield _named(group, style)


def _begins(group: Sequence[Line], line: Line, following: Sequence[Line], style: Print) -> bool:
    """Whether *line* begins another block than *group*."""
    last, piece, column = group[-1].piece, line.piece, line.column
    if column.number != group[-1].column.number or abs(piece.size - last.size) > 0.08 * last.size:
        return True
    gap = piece.y - last.y
    if gap <= 0 or gap > 1.22 * max(style.leading_of(last.size), style.leading_of(piece.size)):
        return True
    if _marker(piece.text) is not None or (is_field(piece.text) and is_field(last.text)):
        return True
    beside = [other.piece.x1 for other in (*group[-2:], line, *following) if other.column.number == column.number]
    right = min(column.right, max(beside))
    free = has_room(group[-1], piece, right)
    if piece.bold != last.bold and (has_room(group[-1], piece, column.right) or is_ended(last.text)):
        return True
    if _is_next_indented(group, line) and has_room(group[-1], piece, column.right):
        return True
    if _is_indented(group, line) and (free or is_ended(last.text) or _is_heading(group, style)):
        return True
    if demands_more(last.text) or (piece.text[0].islower() and not is_ended(last.text)):
        return False
    return free and not _may_wrap(group, line, style)


def _is_indented(group: Sequence[Line], line: Line) -> bool:
    """Whether the line stands further in than the one before, or further out than an item's lines do."""
    step = line.piece.x0 - group[-1].piece.x0
    if _marker(group[0].piece.text) is not None:
        return (
            step < -0.5 * line.piece.size
            and line.piece.x0 < group[0].piece.x0 + 0.3 * line.piece.size
            and len(group) > 1
        )
    return step > 0.8 * line.piece.size


def _is_next_indented(group: Sequence[Line], line: Line) -> bool:
    """Whether a line stands as far in as a single one above it does: the first lines of two short paragraphs."""
    piece = line.piece
    within = piece.x0 - line.column.left > 0.8 * piece.size
    return within and len(group) == 1 and abs(piece.x0 - group[0].piece.x0) < 1.0 and not piece.text[0].islower()


def _may_wrap(group: Sequence[Line], line: Line, style: Print) -> bool:
    """Whether two lines are one heading, which is broken where it looks best."""
    return _is_heading(group, style) and _is_heading([line], style) and is_alike(group[-1].piece, line.piece)


def _marker(text: str) -> re.Match[str] | None:
    return _BULLET.match(text) or _NUMBER.match(text)


def _named(group: Sequence[Line], style: Print) -> Group:
    """The block with its kind."""
    lines = tuple(group)
    text = " ".join(line.piece.text for line in group)
    if _LEADER.search(text) and text[-1:].isdigit():
        return Group(lines, BlockKind.FURNITURE)
    if _is_heading(group, style):
        return Group(lines, BlockKind.HEADING)
    found = _marker(text)
    if found is not None and len(text) > found.end():
        return Group(lines, BlockKind.ITEM, 1)
    if len(group) > 2 and not any(c.isalpha() for c in text):
        # Figures alone, one below the other and in no table, are the scale of a chart.
        return Group(lines, BlockKind.FURNITURE)
    return Group(lines)


def _is_heading(group: Sequence[Line], style: Print) -> bool:
    """Whether lines stand out as a heading does: larger or bold, short, and no sentence."""
    pieces = [line.piece for line in group]
    large = all(piece.size >= 1.12 * style.size for piece in pieces)
    bold = all(piece.bold for piece in pieces) and not style.bold and pieces[0].size >= 0.85 * style.size
    if not (large or bold) or len(pieces) > _MOST_HEADING_LINES:
        return False
    text = " ".join(piece.text for piece in pieces)
    if is_furniture(text):
        return False
    if (
        len(text) > (_LONGEST_TITLE if large else _LONGEST_HEADING)
        or text.endswith((".", ",", ";"))
        or _CAPTION.match(text)
    ):
        return text.endswith(("U.S.", "U.N.", "D.C.")) and len(text) <= _LONGEST_HEADING
    return any(c.isalpha() for c in text) and not text[0].islower()


def split_marker(text: str) -> tuple[str, int] | None:
    """The marker that an item of a list takes into the text, and how many characters stand in its place."""
    bullet = _BULLET.match(text)
    if bullet is not None:
        return "- ", bullet.end()
    number = _NUMBER.match(text)
    return None if number is None else (f"{number[0]} ", number.end() + 1)


def level_headings(groups: Sequence[Group]) -> list[Group]:
    """The groups with the level of each heading: the larger its type, the higher it stands; bold before plain."""
    styles = {_rank(group) for group in groups if group.kind is BlockKind.HEADING}
    levels = {rank: min(6, level) for level, rank in enumerate(sorted(styles), 1)}
    return [
        group._replace(level=levels[_rank(group)]) if group.kind is BlockKind.HEADING else group for group in groups
    ]


def _rank(group: Group) -> tuple[float, bool]:
    piece = group.lines[0].piece
    return -_half(piece.size), not piece.bold
