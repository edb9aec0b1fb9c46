"""Tables whose figures have a comma before their decimals, as spreadsheets of many countries write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.sources.builder import Passage, edited

_FIGURE = re.compile(
    r"[(–−+-]{0,2}[$€£¥]? ?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?(?: ?[%€$£¥])?\)?(?: ?[a-z*†‡])?"
)
_PROOF = re.compile(r"(?<![0-9,])0,[0-9]|[0-9],(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,.])|[0-9]\.[0-9]{3},[0-9]")
_COUNTERPROOF = re.compile(r"(?<![0-9.])0?\.[0-9]|[0-9]\.(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,.])|[0-9],[0-9]{3}[.,][0-9]")
_NUMBER = re.compile(r"[^A-Za-z]{0,40}(?:[A-Za-z])?")
_LONGEST = 40
_SWAPPED = {",": ".", ".": ","}


def with_points(grid: Sequence[Sequence[Passage]]) -> list[list[Passage]]:
    """The cells of *grid*, their figures with a point before the decimals; as they are unless the cells prove commas.

    "3,50" and "12.418,5" prove them, where half of the figures with a comma are such; "3.50" and "1,204.5" in any cell
    prove the contrary.
    """
    words = [cell.text for row in grid for cell in row if len(cell.text) < _LONGEST and _NUMBER.fullmatch(cell.text)]
    commas = sum("," in word for word in words)
    proofs = sum(_PROOF.search(word) is not None for word in words)
    if not proofs or 2 * proofs < commas or any(map(_COUNTERPROOF.search, words)):
        return [list(row) for row in grid]
    return [[_with_point(cell) for cell in row] for row in grid]


def _with_point(cell: Passage) -> Passage:
    text = cell.text
    if len(text) >= _LONGEST or _SWAPPED.keys().isdisjoint(text) or not _FIGURE.fullmatch(text):
        return cell
    return edited(cell, [(at, at + 1, _SWAPPED[mark]) for at, mark in enumerate(text) if mark in _SWAPPED])
