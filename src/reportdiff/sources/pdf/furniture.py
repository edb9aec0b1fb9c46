"""What stands at the edges of pages and belongs to no text: running heads, page numbers, addresses of publishers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from reportdiff.sources.dates import read_date_line
from reportdiff.sources.kinds import is_furniture
from reportdiff.sources.pdf.pieces import Page, Piece, rows_of

_OUTERMOST = 4
"""Of so many lines at an edge each may be furniture, as long as those further out are."""
_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?|[-–—|] ?)?(?:[0-9]{1,4}|[ivxlc]{1,6})(?: ?[-–—|]| (?:of|/) [0-9]{1,4})?$", re.IGNORECASE
)
_DIGITS = re.compile(r"[0-9]+")
_SHORTEST = 3

Key = tuple[str, int]


class Parted(NamedTuple):
    """The pieces of a page: its head's and foot's furniture, and all that stands between."""

    head: list[Piece]
    body: list[Piece]
    foot: list[Piece]


def part_furniture(pages: Sequence[Page]) -> list[Parted]:
    """For each page its own pieces, and those that are furniture.

    Furniture is a line among the outermost of a page that is a page's number, a date, an address or the like, or that
    stands at the same height of another page with no other change than of its figures.
    """
    edges = [_edges(page) for page in pages]
    counts: Counter[Key] = Counter()
    for rows in edges:
        counts.update({key for side in rows for row in side for key in _keys(row)})
    title = _title(pages)
    return [_parted(page, rows, counts, title) for page, rows in zip(pages, edges, strict=True)]


def _edges(page: Page) -> tuple[list[list[Piece]], list[list[Piece]]]:
    rows = rows_of(page.pieces)
    return rows[:_OUTERMOST], rows[: -_OUTERMOST - 1 : -1]


def _keys(row: Sequence[Piece]) -> tuple[Key, ...]:
    words = _DIGITS.sub("0", _words(row)).casefold()
    height = round(row[0].y / 3)
    return ((words, height), (words, height + 1)) if len(words) >= _SHORTEST else ()


def _words(row: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in row)


def _title(pages: Sequence[Page]) -> str:
    """The words set largest on the first page: they may return as a running head."""
    if not pages or not pages[0].pieces:
        return ""
    largest = max(piece.size for piece in pages[0].pieces)
    return " ".join(piece.text for piece in pages[0].pieces if piece.size >= 0.98 * largest)


def _parted(page: Page, edges: tuple[list[list[Piece]], list[list[Piece]]], counts: Counter[Key], title: str) -> Parted:
    def is_known(row: Sequence[Piece]) -> bool:
        words = _words(row)
        if _PAGE_NUMBER.match(words) or any(_is_known(text) for text in (words, *(piece.text for piece in row))):
            return True
        return any(counts[key] > 1 for key in _keys(row)) or (page.number > 1 and words == title)

    top, bottom = edges
    head = [piece for row in takewhile(is_known, top) for piece in row]
    apart = {piece.order for piece in head}
    foot = [piece for row in takewhile(is_known, bottom) for piece in row if piece.order not in apart]
    apart |= {piece.order for piece in foot}
    return Parted(head, [piece for piece in page.pieces if piece.order not in apart], foot)


def _is_known(text: str) -> bool:
    return is_furniture(text) or read_date_line(text) is not None
