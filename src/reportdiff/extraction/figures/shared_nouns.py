"""A noun that is said once for several numbers: "killed 17 people and injured 63"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.counted import Counted, match_counted
from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.wordlists import any_of, word_before, word_list

_ASIDES = tuple(
    f"{mark}{words} " for mark in (", ", " (") for words in ("including", "of which", "of whom", "among them")
)
_AGAINST = re.compile(r"(?:,|\),?) (?:compared (?:to|with)|against|up from|down from|from) (?:[a-z]+ )?$")
_ALONE = re.compile(
    rf"[.,;:)]|$| (?:{any_of(word_list('lists', 'alone'))}|of (?:them|which|those|these|whom)|[a-z]+ed"
    r"|the (?:year|month|quarter) (?:before|earlier)|an? (?:year|month|quarter) (?:before|earlier|ago))\b"
)
_OPENING = re.compile(r"Of (?:the|these|those|its|their|all)(?: [0-9][0-9,]*)?(?= [a-z])")
_OPENING_REACH = 60
_ASIDE_JOINT = re.compile(r",? and |, ")
_NEXT = re.compile(rf"(?: in [A-Za-z0-9 ]{{3,20}})?,? (?:and|while|but) (?:{any_of(word_list('lists', 'harmed'))} )?")
"""Between a place or doer and what is told next of those before: "17 people died in 3 towns and 63 were injured"."""
_HARMED_BEFORE = re.compile(rf" {any_of(word_list('lists', 'harmed'))} $")
_HAPPENS = re.compile(
    r"(?: of (?:them|those|these|whom))?"
    r"(?: (?:were|was|are|is|have|has|had|been|being|be|also|still|later|seriously|badly|remain|remained)){0,4}"
    rf" (?:(?:{any_of(word_list('lists', 'harmed'))}|{any_of(word_list('lists', 'suffered'))})\b"
    r"|(?:remain|remained|stayed|stay) (?:in|at) (?:the )?hospital|remain(?:ed)?(?=[.,;]|$))"
)
"""Behind a number of people, what happens to nothing else: "and 12 were injured", but "and 12 were closed"."""
_LED = frozenset("in at from of across near on to by among".split())
_ASIDE_REACH = 14
_MOST_NOUN = 140
"""How far a number may stand behind the noun that it shares, in characters."""


def hand_noun_on(text: str, start: int, figures: list[Figure]) -> None:
    """Give a number that stands alone the noun counted before it in the sentence: "killed 17 people and injured 63"."""
    opening = _opening_noun(text, start)
    told: list[Figure] = []
    for figure in figures:
        if not figure.bare:
            if figure.unit in ("person", "count"):
                told.append(figure)
        elif opening is not None and _stands_alone(text, figure) and _is_first(text, start, told, figure):
            figure.unit, figure.counted = "person" if opening.person else "count", opening.phrase
        elif figure.number.scale != ONE and (named := _numbered_noun(text, start, figure)):
            figure.unit, figure.counted = "person" if named.person else "count", named.phrase
        elif told and _stands_alone(text, figure) and figure.start - told[-1].end < _MOST_NOUN:
            if _may_be_places(text, start, told, figure):
                continue
            donor = _donor(text, start, told, figure)
            figure.unit, figure.counted = (donor.unit, donor.counted) if donor else ("count", None)


def _is_first(text: str, start: int, told: list[Figure], figure: Figure) -> bool:
    """True where the noun that opens the sentence is still what *figure* divides."""
    return not told or (len(told) < 3 and _goes_on(text, start, told[-1], figure))


def _donor(text: str, start: int, told: list[Figure], figure: Figure) -> Figure | None:
    """Whose noun *figure* shares: that of the nearest of *told*, or the one before it where that is but an aside."""
    nearest = told[-1]
    if is_behind_aside(text, told, figure):
        return _before_aside(text, told)
    if len(told) > 1 and _goes_on(text, start, nearest, figure):
        return told[-2] if told[-2].unit == "person" else None
    return nearest


def _before_aside(text: str, told: Sequence[Figure]) -> Figure | None:
    """The last of *told* that is no part of the aside at their end: "17 deaths, including 4 suicides and 3 murders"."""
    first = _first_in_aside(text, told)
    return told[first - 1] if first else None


def _first_in_aside(text: str, told: Sequence[Figure]) -> int | None:
    """The index of the figure that opens the aside at the end of *told*; None where they end in none."""
    for n in range(len(told) - 1, -1, -1):
        if text.endswith(_ASIDES, max(0, told[n].quote_start - _ASIDE_REACH), told[n].quote_start):
            return n
        if not n or not _ASIDE_JOINT.fullmatch(text, told[n - 1].quote_end, told[n].quote_start):
            break
    return None


def _goes_on(text: str, start: int, place: Figure, figure: Figure) -> bool:
    """True where *figure* is the next thing told of those before *place*: "300 came from 12 towns and 40 remain"."""
    led = word_before(text, start, place.quote_start - 1) in _LED
    return led and _NEXT.fullmatch(text, place.quote_end, figure.quote_start) is not None


def _may_be_places(text: str, start: int, told: Sequence[Figure], figure: Figure) -> bool:
    """True for a number behind people and places of which nothing is told that happens to people alone."""
    if len(told) < 2 or told[-2].unit != "person" or not _goes_on(text, start, told[-1], figure):
        return False
    harmed = _HARMED_BEFORE.search(text, told[-1].quote_end, figure.quote_start)
    return harmed is None and _HAPPENS.match(text, figure.end) is None


def _opening_noun(text: str, start: int) -> Counted | None:
    """The noun of an opening "Of the 24 consultations," which the numbers behind it divide; None where none stands."""
    opening = _OPENING.match(text, start)
    return match_counted(text, opening.end(), min(len(text), opening.end() + _OPENING_REACH)) if opening else None


def _numbered_noun(text: str, start: int, figure: Figure) -> Counted | None:
    """The noun of "the number of people … from 1.9 billion to 836 million"; None where none stands before."""
    at = text.rfind("number of ", max(start, figure.start - _MOST_NOUN), figure.start)
    return None if at < 0 else match_counted(text, at + len("number of"), figure.start)


def _stands_alone(text: str, figure: Figure) -> bool:
    return figure.number.scale == ONE and bool(_ALONE.match(text, figure.end))


def is_behind_aside(text: str, told: Sequence[Figure], figure: Figure) -> bool:
    """True for the older *figure* of what stands before an aside: "17 deaths, including 4 suicides, against 23"."""
    against = _AGAINST.search(text, told[-1].quote_end, figure.quote_start)
    return against is not None and _first_in_aside(text, told) is not None
