"""Tables whose figures have a comma before their decimals, as spreadsheets of many countries write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportdiff.sources.builder import Passage, edited
from reportdiff.sources.tables.shape import is_code

_FIGURE = re.compile(
    r"[(–−+-]{0,2}[$€£¥]? ?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?(?: ?[%€$£¥])?\)?(?: ?[a-z*†‡])?"
)
_PROOF = re.compile(r"(?<![0-9,])0,[0-9]|[0-9],(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,.])|[0-9]\.[0-9]{3},[0-9]")
_BOTH_MARKS = re.compile(r"[0-9]\.[0-9]{3},[0-9]")
_COUNTERPROOF = re.compile(r"(?<![0-9.])0?\.[0-9]|[0-9]\.(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,.])|[0-9],[0-9]{3}[.,][0-9]")
_LIST = re.compile(r"[0-9],[0-9]{1,2},[0-9]")
"""Two commas so near each other part the members of a list, or lakhs: neither stands before decimals."""
_NUMBER = re.compile(r"(?![0-9]{1,4}\.[0-9]{1,2}\.[0-9]{1,4}$)[^A-Za-z]{0,40}(?:[A-Za-z])?")
"""What stands like a number; a day such as "01.02.2021" tells nothing of decimals."""
_POINTER = re.compile(
    r"(?:.{0,30}[ ./])?(?:no\.|nos\.?|nr\.?|№|#|(?:foot|end)?notes?|refs?\.?|references?|sources?|tables?|figs?\.?"
    r"|sect?\.?|sections?|chapters?|paras?\.?|paragraphs?|articles?|clauses?|annex(?:es)?|lines?|rows?|ranks?|versions?)",
    re.IGNORECASE,
)
"""A head above numbers that lead elsewhere, which are no figures: "Ref.", "Item no."."""
_HEAD_ROWS = 12
_LONGEST = 40
_SWAPPED = {",": ".", ".": ","}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """What the figures of one column tell: how many have a comma, how many of these prove that decimals follow it."""

    commas: int
    proofs: int
    has_both_marks: bool
    has_counterproof: bool


def with_points(grid: Sequence[Sequence[Passage]]) -> list[list[Passage]]:
    """The cells of *grid*, their figures with a point before the decimals; as they are unless the cells prove commas.

    "3,50" and "12.418,5" prove them, where half of the figures with a comma are such; "3.50" and "1,204.5" in any cell
    prove the contrary. "1,204" stays in a column that holds no proof itself, unless a cell such as "12.418,5" tells
    what both marks are for. Columns of notes, references and codes neither prove nor change.
    """
    columns = {n: _column(words) for n, cells in enumerate(_columns(grid)) if (words := _figures(n, cells))}
    changed = _proven(columns)
    return [[_with_point(cell) if n in changed else cell for n, cell in enumerate(row)] for row in grid]


def _columns(grid: Sequence[Sequence[Passage]]) -> list[list[str]]:
    columns: list[list[str]] = []
    for row in grid:
        columns.extend([] for _ in range(len(row) - len(columns)))
        for column, cell in zip(columns, row, strict=False):
            column.append(cell.text)
    return columns


def _figures(place: int, cells: Sequence[str]) -> list[str]:
    """What stands in a column like a number; nothing where the column points elsewhere or holds lists."""
    words = [cell for cell in cells if len(cell) < _LONGEST and _NUMBER.fullmatch(cell)]
    if any(_is_pointer(cell, place) for cell in cells[:_HEAD_ROWS]) or any(map(_LIST.search, words)):
        return []
    return words


def _is_pointer(head: str, place: int) -> bool:
    # "No" beside "Yes" heads figures.
    alone = place == 0 and head.lower() == "no"
    return len(head) < _LONGEST and (alone or _POINTER.fullmatch(head) is not None or is_code(head))


def _column(words: Sequence[str]) -> _Column:
    return _Column(
        commas=sum("," in word for word in words),
        proofs=sum(_PROOF.search(word) is not None for word in words),
        has_both_marks=any(map(_BOTH_MARKS.search, words)),
        has_counterproof=any(map(_COUNTERPROOF.search, words)),
    )


def _proven(columns: dict[int, _Column]) -> frozenset[int]:
    """The columns to change: none unless the table proves commas; the first not for its points, which part a label."""
    proofs = sum(column.proofs for column in columns.values())
    commas = sum(column.commas for column in columns.values())
    if not proofs or 2 * proofs < commas or any(column.has_counterproof for column in columns.values()):
        return frozenset()
    told = any(column.has_both_marks for column in columns.values())
    return frozenset(n for n, column in columns.items() if column.proofs or (told if column.commas else n > 0))


def _with_point(cell: Passage) -> Passage:
    text = cell.text
    if len(text) >= _LONGEST or _SWAPPED.keys().isdisjoint(text) or not _FIGURE.fullmatch(text):
        return cell
    return edited(cell, [(at, at + 1, _SWAPPED[mark]) for at, mark in enumerate(text) if mark in _SWAPPED])
