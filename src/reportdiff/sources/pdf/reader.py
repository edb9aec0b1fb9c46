"""PDF to text in reading order, by the geometry of its pages.

The part of a claim's origin is the page, from 1 on; its source counts the characters of that page as the library gives
them (``FPDFText_GetText``), in the order in which the page was drawn.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportdiff.model.text import BlockKind, Grade, OriginRun, Reliability, Text
from reportdiff.sources.builder import Draft, Passage, Slice, assemble, edited, gather
from reportdiff.sources.hyphens import Hyphens
from reportdiff.sources.kinds import find_title, settle
from reportdiff.sources.pdf.blocks import Column, Group, Line, group_lines, level_headings, read_print, split_marker
from reportdiff.sources.pdf.columns import order_regions
from reportdiff.sources.pdf.flow import Part, Row, join_flow
from reportdiff.sources.pdf.furniture import part_furniture
from reportdiff.sources.pdf.marks import settle_marks
from reportdiff.sources.pdf.ocr import unread_note
from reportdiff.sources.pdf.pages import read_pages, read_properties
from reportdiff.sources.pdf.pieces import Page, Piece, lines_of, with_markers
from reportdiff.sources.pdf.tables import read_grid

_BETWEEN_PAGES = "\0"
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LIGATURES = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)


def read_pdf(data: bytes) -> Text:
    """The text of a PDF; pages that hold no readable text are named in its reliability, with an empty stretch each.

    Headings, items and rows of tables carry their markers; running heads, page numbers and turned text stand apart as
    furniture behind their page. Raises UnreadableInput for what is locked or damaged.
    """
    pages = list(read_pages(data))
    text = read_layout(pages)
    return replace(text, declared=tuple(_declared(read_properties(data), text)))


def _declared(properties: dict[str, str], text: Text) -> Iterator[tuple[str, str]]:
    """The properties that the text bears out: programs fill them with file names and with whoever had the template."""
    words = " ".join(text.content.split()).casefold()
    for name, value in properties.items():
        if all(part.strip().casefold() in words for part in value.split(";")):
            yield name.lower(), value


def read_layout(pages: Sequence[Page]) -> Text:
    """The text that placed words make."""
    source = _BETWEEN_PAGES.join(page.text for page in pages)
    drafts = settle(list(_drafts(source, pages, _parts(pages))))
    text = assemble(drafts, title=find_title(drafts))
    starts = [page.start for page in pages]
    return replace(
        text,
        origin=tuple(_on_page(run, starts, pages) for run in text.origin),
        reliability=(*text.reliability, *_unread(text, pages)),
    )


def _parts(pages: Sequence[Page]) -> list[Part]:
    """The blocks of all pages in reading order."""
    settled = [page._replace(pieces=with_markers(settle_marks(page.pieces))) for page in pages]
    parted = part_furniture(settled)
    style = read_print([piece for page in parted for piece in page.body])
    parts: list[Part] = []
    columns = 0
    for page, (head, body, foot) in zip(settled, parted, strict=True):
        # What stands above the first page belongs to the report; on later pages it would part the text.
        parts += _furniture(head) if page.number == 1 else []
        lines: list[Line] = []
        for region in order_regions(body):
            column = Column(columns, region.left, region.right)
            columns += 1
            if lines and (region.left, region.right) == (lines[-1].column.left, lines[-1].column.right):
                column = lines[-1].column
            if not region.table:
                lines += [Line(piece, column) for piece in lines_of(region.pieces)]
                continue
            grid = read_grid(region.pieces)
            lines += [Line(piece, column) for piece in lines_of(grid.above)]
            parts += group_lines(lines, style)
            parts += [Row(tuple(row), page.number) for row in grid.rows]
            lines = [Line(piece, column) for piece in lines_of(grid.below)]
        parts += group_lines(lines, style)
        parts += _furniture([*(head if page.number > 1 else ()), *foot]) + _furniture(page.turned)
    joined = join_flow(parts)
    groups = iter(level_headings([part for part in joined if isinstance(part, Group)]))
    return [next(groups) if isinstance(part, Group) else part for part in joined]


def _furniture(pieces: Sequence[Piece]) -> list[Part]:
    margin = Column(-1, 0.0, 0.0)
    return [Group((Line(piece, margin),), BlockKind.FURNITURE) for piece in lines_of(pieces)]


def _drafts(source: str, pages: Sequence[Page], parts: Sequence[Part]) -> Iterator[Draft]:
    hyphens = Hyphens(source, [at for page in pages for at in page.breaks])
    doubts = {page.number: page.doubt for page in pages if page.doubt}
    in_table = False
    for part in parts:
        if isinstance(part, Row):
            draft = Draft(BlockKind.ROW, _row(source, part, hyphens), apart=not in_table)
            page = part.page
        else:
            draft, page = _draft(source, part, hyphens), part.lines[0].piece.page
        in_table = isinstance(part, Row)
        if page in doubts:
            draft = draft._replace(grade=Grade.SUSPECT, reason=doubts[page])
        if draft.passage.text:
            yield draft


def _draft(source: str, group: Group, hyphens: Hyphens) -> Draft:
    passage = _passage(source, [line.piece for line in group.lines], hyphens)
    if group.kind is BlockKind.HEADING:
        return Draft(group.kind, passage, group.level, "#" * group.level + " ")
    marked = split_marker(passage.text) if group.kind is BlockKind.ITEM else None
    if marked is not None:
        marker, length = marked
        return Draft(group.kind, edited(passage, [(0, length, "")]), 1, marker, apart=False)
    return Draft(group.kind, passage)


def _passage(source: str, pieces: Sequence[Piece], hyphens: Hyphens) -> Passage:
    """The words of *pieces* as one line, line-end hyphens undone where they only parted a word."""
    slices: list[Slice] = [piece_slice for piece in pieces for piece_slice in piece.slices]
    cut = {end for piece in pieces for end in piece.cut}
    for at in range(len(slices) - 1):
        start, end = slices[at]
        if hyphens.parts_word(end, slices[at + 1][0]):
            slices[at] = (start, end - 1)
            cut.add(end - 1)
    passage = gather(source, slices, frozenset(cut))
    found = [(m.start(), m.end(), _LIGATURES[m[0]]) for m in _LIGATURE.finditer(passage.text)]
    return edited(passage, found) if found else passage


def _row(source: str, row: Row, hyphens: Hyphens) -> Passage:
    """The cells with one bar before, between and behind them."""
    words = ["| "]
    runs: list[tuple[int, int, int]] = []
    at = 2
    for cell in row.cells:
        passage = _passage(source, cell, hyphens) if cell else Passage("", ())
        runs += [(at + offset, length, origin) for offset, length, origin in passage.runs]
        text = passage.text.replace("|", "/")
        words += [text, " | " if text else "| "]
        at += len(text) + (3 if text else 2)
    return Passage("".join(words).rstrip(), tuple(runs))


def _on_page(run: OriginRun, starts: Sequence[int], pages: Sequence[Page]) -> OriginRun:
    page = pages[bisect_right(starts, run.source) - 1]
    return run._replace(source=run.source - page.start, part=page.number)


def _unread(text: Text, pages: Sequence[Page]) -> Iterator[Reliability]:
    """For each page that could not be read an empty stretch where its text would stand."""
    ends: dict[int, int] = {}
    for run in text.origin:
        ends[run.part or 0] = run.start + run.length
    place = 0
    for page in pages:
        place = max(place, ends.get(page.number, 0))
        if page.pictured:
            yield Reliability(start=place, end=place, grade=Grade.SUSPECT, reason=unread_note(page.number))
