"""Two numbers that are the ends of one range, or one measure at two times: "50–52 percent", "from A to B"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.wordlists import any_of, word_list
from reportdiff.model.quantity import Comparator

HEDGES = rf"(?:{any_of(word_list('lists', 'hedges'))} )*"
"""The pattern of hedges that may stand between a joint and the number behind it."""
_OF_NOW = "(?:existing|current|present|previous|prior|former|original|initial)"
_FROM = re.compile(
    rf"(?<![A-Za-z])from (?:as (?:low|little|few) as )?{HEDGES}(?:the |its |an? )?(?:{_OF_NOW} )?$", re.IGNORECASE
)
_TO = re.compile(rf"(?<![A-Za-z])to (?:a (?:record|high|low|total) (?:of )?)?{HEDGES}$", re.IGNORECASE)
_FROM_REACH = 40
_BETWEEN = re.compile(r"\bbetween (?:about |approximately |around )?$", re.IGNORECASE)
_BETWEEN_REACH = 26
_RANGING = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)) (?:anywhere )?from (?:about )?$", re.IGNORECASE)
_TWO = Decimal(2)
_DASH = re.compile(r" ?[-–—] ?")
_MINUS = frozenset("-–—")
_WORDED_JOINTS = (" to ", " and ")
_LEAST_BAND = 10
_MOST_CHANGE = 100
"""How many times as much the one of two figures may be that share a denominator."""
_MOST_IN_PAIR = 120
"""How far apart the two numbers of a pair may stand, in characters."""


def merge_ranges(text: str, start: int, figures: list[Figure]) -> list[Figure]:
    """One figure of two ends for "50–52 percent", "3 to 5 million", "between 3 and 5", "ranging from 3 to 5"."""
    out: list[Figure] = []
    for figure in figures:
        last = out[-1] if out else None
        if last is not None and last.upper is None and _is_range(text, start, last, figure):
            if text[last.start] in _MINUS and text[figure.start] not in _MINUS:
                _sign(last, figure)
            _widen(last, figure)
        else:
            out.append(figure)
    return out


def _is_range(text: str, start: int, left: Figure, right: Figure) -> bool:
    if left.unit != right.unit or left.unit in ("rank", "multiple"):
        return False
    gap, before = text[left.end : right.start], left.quote_start
    if (
        left.scored
        or (left.bare and gap != " and " and not _is_band(text, left, gap))
        or not _ascend(text, left, right)
    ):
        return False
    if gap == " and ":
        return bool(_BETWEEN.search(text, max(start, before - _BETWEEN_REACH), before))
    if gap == " or ":
        return right.amount - left.amount <= max(left.amount, _TWO)
    if gap != " to ":
        return bool(_DASH.fullmatch(gap))
    if text[max(start, before - 3) : before].lower() == "by " and left.end > left.number.end - left.money_sign:
        return False
    low = max(start, before - _FROM_REACH)
    return not _FROM.search(text, low, before) or bool(_RANGING.search(text, low, before))


def _is_band(text: str, left: Figure, gap: str) -> bool:
    """True for the first end of a range that is all that a field says: "Rank: 301-350"."""
    return gap in _MINUS and left.amount >= _LEAST_BAND and text.endswith(": ", 0, left.quote_start)


def _ascend(text: str, left: Figure, right: Figure) -> bool:
    """True where the second amount is the larger one; from below zero to above it only over a word: "-2% to 3%"."""
    if text[left.start] in _MINUS:
        below = text[right.start] in _MINUS
        return right.amount < left.amount if below else text[left.end : right.start] in _WORDED_JOINTS
    return left.amount < right.amount


def _sign(left: Figure, right: Figure) -> None:
    """Let the amounts of a range across zero bear their signs, the end of smaller magnitude first."""
    left.negative, left.amount = False, -left.amount
    if abs(right.amount) < abs(left.amount):
        left.amount, right.amount = right.amount, left.amount


def _widen(left: Figure, right: Figure) -> None:
    left.upper, left.comparator = right.amount, Comparator.BETWEEN
    left.end, left.quote_end = right.end, right.quote_end
    left.counted, left.per, left.unit = left.counted or right.counted, right.per, right.unit
    left.negative = left.negative or right.negative
    left.change_behind = left.change_behind if left.change_behind is not None else right.change_behind


def pair_from_to(text: str, start: int, figures: list[Figure]) -> None:
    """Mark the two figures of "from A … to B", one measure at two times: each is the ``partner`` of the other."""
    for n, (left, right) in enumerate(pairwise(figures)):
        if left.unit != right.unit or left.partner is not None or right.quote_start - left.end > _MOST_IN_PAIR:
            continue
        if text.find("o ", left.end, right.start) < 0:
            continue
        low = max(start, left.quote_start - _FROM_REACH)
        is_pair = _FROM.search(text, low, left.quote_start) and _TO.search(text, left.end, right.start)
        if is_pair and text.find(";", left.end, right.quote_start) < 0:
            left.partner, right.partner = n + 1, n
            if max(left.amount, right.amount) < min(left.amount, right.amount) * _MOST_CHANGE:
                left.per, right.per = left.per or right.per, right.per or left.per
