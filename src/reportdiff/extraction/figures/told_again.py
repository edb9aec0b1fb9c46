"""A number that is told again as a share of its whole: "13, or 27 percent, of the 48 seats"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.extraction.figures.figure import Figure

_JOINT = ", or "
_CLOSED = (" of ", ",", ".", ";", ")")
_OF_WHOLE = re.compile(r",? of (?:the |its |their |all )?(?:[a-z]+ )?")


def is_told_again(text: str, left: Figure, right: Figure) -> bool:
    """True for a bare number and its share of the whole: "139, or 27 percent of the total"; not "8, 9, or 10 percent".

    The share ends its part of the sentence or goes on with "of": "it is 9, or 10 percent at best" tells two shares.
    """
    if right.unit != "percent" or text[left.end : right.start] != _JOINT or not text.startswith(_CLOSED, right.end):
        return False
    return not (text.endswith(", ", 0, left.start) and text[left.start - 3].isdigit())


def count_parts(text: str, figures: Sequence[Figure]) -> None:
    """Count the numbers that are told again as a share of what the figure behind them counts."""
    if text.find(_JOINT, figures[0].start, figures[-1].end) < 0:
        return
    for left, right, whole in zip(figures, figures[1:], figures[2:], strict=False):
        of_whole = whole.unit in ("count", "person") and _OF_WHOLE.fullmatch(text, right.end, whole.quote_start)
        if left.bare and of_whole and is_told_again(text, left, right):
            left.unit, left.counted = whole.unit, whole.counted
