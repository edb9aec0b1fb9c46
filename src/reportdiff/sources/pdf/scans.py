"""Pictures of pages to text: tesseract recognizes the words and their places, the layout is read as of any page.

Runs in a child process that may start programs; all that is recognized is marked as suspect.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Text
from reportdiff.sources.pdf.ocr import PROGRAM
from reportdiff.sources.pdf.pages import draw_page, read_pages
from reportdiff.sources.pdf.pieces import Page, Piece
from reportdiff.sources.pdf.reader import read_layout

RECOGNIZED = "the page is a picture; its characters were recognized by a program and may be wrong"
_MOST_PAGES = 60
_SECONDS_A_PAGE = 60
_COLUMNS = 12
_WORD_LEVEL = "5"
_SURE = 20
"""In percent: what is recognized with less is dirt on the paper."""
_ODD_SIZE = 0.25
_OF_LINE = 0.75
"""The size of the type as a part of the height of a line."""
_WIDE_GAP = 1.0


class _Word(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float


def read_scans(data: bytes) -> Text:
    """The text of a PDF, that of its pictured pages recognized; UnreadableInput where none holds text even so."""
    pages: list[Page] = []
    recognized = start = 0
    for page in read_pages(data):
        if page.pictured and recognized < _MOST_PAGES:
            page = _recognized(data, page, start)  # noqa: PLW2901
            recognized += 1
        pages.append(_moved(page, start))
        start += len(page.text) + 1
    text = read_layout(pages)
    if not text.content.strip():
        raise UnreadableInput("its pages are pictures on which no text could be recognized; give a PDF with text")
    return text


def _moved(page: Page, start: int) -> Page:
    """The page as it is when its characters begin at *start* of the document's."""
    by = start - page.start
    if not by:
        return page
    return page._replace(
        start=start,
        pieces=[_shifted(piece, by) for piece in page.pieces],
        turned=[_shifted(piece, by) for piece in page.turned],
        breaks=[at + by for at in page.breaks],
    )


def _shifted(piece: Piece, by: int) -> Piece:
    return piece._replace(slices=tuple((a + by, b + by) for a, b in piece.slices))


def _recognized(data: bytes, page: Page, start: int) -> Page:
    """The page with the words that tesseract finds on its picture; the page itself where it fails."""
    picture = draw_page(data, page.number)
    try:
        done = subprocess.run(  # noqa: S603 - the program that PATH names, and no word of the document
            [shutil.which(PROGRAM) or PROGRAM, "stdin", "stdout", "-l", "eng", "--dpi", "300", "tsv"],
            input=picture.data,
            capture_output=True,
            timeout=_SECONDS_A_PAGE,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return page
    lines = _lines(done.stdout.decode("utf-8", "replace"), picture.scale)
    text, pieces = _placed(lines, page.number, start)
    return Page(page.number, start, text, pieces, doubt=RECOGNIZED)


def _lines(table: str, scale: float) -> list[list[_Word]]:
    """The words of each line, out of the program's table, in points."""
    lines: dict[tuple[str, ...], list[_Word]] = defaultdict(list)
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL or not cells[11].strip() or float(cells[10]) < _SURE:
            continue
        left, top, width, height = (int(cell) / scale for cell in cells[6:10])
        word = _Word(cells[11].strip(), left, top, left + width, top + height)
        lines[tuple(cells[1:5])].append(word)
    return list(lines.values())


def _placed(lines: Sequence[Sequence[_Word]], number: int, start: int) -> tuple[str, list[Piece]]:
    """The characters of a page, a line each, and the pieces that they make: lines parted at wide gaps."""
    heights = [max(w.bottom for w in words) - min(w.top for w in words) for words in lines]
    usual = sorted(heights)[len(heights) // 2] if heights else 0.0
    pieces: list[Piece] = []
    parts: list[str] = []
    at = 0
    for words, height in zip(lines, heights, strict=True):
        size = _OF_LINE * (usual if abs(height - usual) <= _ODD_SIZE * usual else height)
        bottom = sorted(word.bottom for word in words)[len(words) // 2]
        for group in _parted(words, size):
            text = " ".join(word.text for word in group)
            place = (start + at, start + at + len(text))
            left, right, first = group[0].left, group[-1].right, group[0].right - group[0].left
            pieces.append(Piece(number, (place,), text, left, right, bottom, size, "", False, first, len(pieces)))  # noqa: FBT003
            parts.append(text)
            at += len(text) + 1
    return "\n".join(parts), pieces


def _parted(words: Sequence[_Word], size: float) -> list[list[_Word]]:
    groups = [[words[0]]]
    for before, word in pairwise(words):
        if word.left - before.right > _WIDE_GAP * size:
            groups.append([])
        groups[-1].append(word)
    return groups
