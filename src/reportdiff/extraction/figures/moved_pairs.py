"""Changes that figures beside them tell: the level behind a change, the same change in a bracket as a share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.figures.ranges import HEDGES
from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.wordlists import word_before, word_list

_FALL = frozenset(word_list("fall", "direct"))
_MOVING = _FALL | frozenset(word_list("rise", "direct"))
_NO_MOVES = frozenset({"up", "down", "added", "lost", "lose", "losing"})
"""Verbs and adverbs of change that take what they move as their object: "lost 5 seats"."""
_SHARES = ("percent", "percentage-point")
_TO_LEVEL = re.compile(
    r" to (?:an? )?(?:(?:new |fresh |all-time |historic )?(?:record|high|low|peak)(?: (?:high|low|level))?(?: of)? )?"
    rf"{HEDGES}"
)
_LEAST_RATIO = 3
"""A change is smaller than the level it leads to by so many times, or it may be the lower end of a range."""
_MOST_BARE = 1000
_OPENED = re.compile(rf" \((?:or )?{HEDGES}")


def mark_moved(text: str, start: int, figures: Sequence[Figure]) -> None:
    """Make changes of amounts that a level or a bracket shows to be such: "rose 5 tons to 90", "by 5 tons (6%)"."""
    for left, right in pairwise(figures):
        if _leads_to_level(text, start, left, right):
            left.scored, left.change_behind = True, False
            left.negative = left.negative or word_before(text, start, left.quote_start - 1) in _FALL
        elif _is_told_in_bracket(text, left, right):
            right.change_behind, right.negative = left.change_behind, left.negative


def _leads_to_level(text: str, start: int, left: Figure, right: Figure) -> bool:
    """True for the change in "fell 36,000 to 1.2 million", but not for a range: "rose 5 to 20 tons"."""
    if left.moved or right.moved or left.unit != right.unit or left.unit in _SHARES or left.comparator or right.upper:
        return False
    if not _TO_LEVEL.fullmatch(text, max(left.end, left.quote_end), right.quote_start):
        return False
    alike = left.number.scale == right.number.scale or left.number.scale == ONE and left.amount >= _MOST_BARE
    if not alike or right.amount < left.amount * _LEAST_RATIO:
        return False
    word = word_before(text, start, left.quote_start - 1)
    return word in _MOVING and word not in _NO_MOVES


def _is_told_in_bracket(text: str, left: Figure, right: Figure) -> bool:
    """True for the share that a bracket right behind a change holds and nothing else: "fell by 36,000 (0.1%)"."""
    if not left.moved or left.unit in (*_SHARES, "multiple") or right.unit != "percent" or right.moved:
        return False
    opened = _OPENED.fullmatch(text, max(left.end, left.quote_end), right.quote_start)
    return opened is not None and text.startswith(")", max(right.end, right.quote_end))
