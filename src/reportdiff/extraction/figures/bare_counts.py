"""Bare numbers that count together: votes for and against, a part of a whole in brackets, one behind each country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.nations import country_code
from reportdiff.grammar.numbers import ONE

_VOTE = "vot(?:es?|ed|ing)"
_VOTING = re.compile(
    rf"\b(?:{_VOTE}|majority|approved|adopted|passed|ratified|confirmed|endorsed)\b[^;:.]*$", re.IGNORECASE
)
_BY_VOTES = re.compile(rf"\b{_VOTE}\b[^;:.]*$", re.IGNORECASE)
_VOTE_BEHIND = re.compile(r" (?:vote|split|majority)\b")
_VOTES_REACH = 80
_DASHES = frozenset("-–—")
_PARALLEL = re.compile(
    r" (?P<by>for|among|in) [A-Za-z][A-Za-z’' -]{1,30}?,? (?:and|but|versus|against|compared (?:with|to)) "
    r"(?:(?:only|just) )?"
)
"""Between two figures of two groups or places: "74 percent among men and 51 among women"."""
_PART = re.compile(r" (?:out )?of ")
_COUNTRY_REACH = 40


def count_votes(text: str, start: int, figures: Sequence[Figure]) -> None:
    """Make counts of votes of the two numbers by which the sentence that begins at *start* tells how a vote went."""
    for left, right in pairwise(figures):
        if left.bare and _are_votes(text, start, left, right):
            left.unit = right.unit = "count"
            left.counted = right.counted = "votes"
            left.scored = True


def count_listed(text: str, start: int, figures: Sequence[Figure]) -> None:
    """Make counts of bare numbers that name a part and its whole in a bracket, follow countries or are parallel."""
    bare = [figure for figure in figures if figure.bare and figure.number.scale == ONE]
    for left, right in pairwise(bare):
        if _are_part_and_whole(text, left, right) or are_parallel(text, left, right):
            left.unit = right.unit = "count"
    listed = [figure for figure in bare if figure.bare and _follows_a_country(text, start, figure)]
    for figure in listed if len(listed) > 1 else ():
        figure.unit = "count"


def are_parallel(text: str, left: Figure, right: Figure) -> bool:
    """True for figures that the same preposition leads from to two groups or places: "53 for men and 56 for women"."""
    found = _PARALLEL.fullmatch(text, max(left.end, left.quote_end), right.quote_start)
    return found is not None and text.startswith(f" {found['by']} ", right.end)


def _are_votes(text: str, start: int, left: Figure, right: Figure) -> bool:
    gap = text[left.end : right.start]
    if gap not in _DASHES and gap != " to ":
        return False
    if gap != " to " and _VOTE_BEHIND.match(text, right.end):
        return True
    # Those who are for it are named first, and win.
    told = _VOTING if left.amount > right.amount else _BY_VOTES
    return (right.bare or right.counted == "votes") and bool(
        told.search(text, max(start, left.start - _VOTES_REACH), left.start)
    )


def _are_part_and_whole(text: str, left: Figure, right: Figure) -> bool:
    """True for "(212 of 353)"."""
    closed = text.startswith("(", left.quote_start - 1) and text.startswith(")", right.end)
    return closed and left.amount <= right.amount and bool(_PART.fullmatch(text, left.end, right.start))


def _follows_a_country(text: str, start: int, figure: Figure) -> bool:
    """True for the number in brackets in "Laos (14)"."""
    if not (text.startswith("(", figure.start - 1) and text.startswith(")", figure.end)):
        return False
    words = text[max(start, figure.start - _COUNTRY_REACH) : figure.start - 1].split()
    return any(word[:1].isupper() and country_code(" ".join(words[n:])) for n, word in enumerate(words))
