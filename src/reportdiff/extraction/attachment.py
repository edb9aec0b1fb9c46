"""Time expressions that stand close behind a figure: "$9 billion in 2009", "28.09 (2010 est.)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from reportdiff.extraction.figure import Figure
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.grammar.wordlists import any_of, word_list

_CLAUSE = re.compile(rf"(?<![a-z]) ?\b{any_of(word_list('events', 'clauses'))}\b")
_NEXT_CLAUSE = re.compile(rf",? {any_of(word_list('anaphora', 'clause-openers'))}\b")
_NEXT_PART = re.compile(
    r" and (?:in|by|from|since) ?$| and $"
    rf"| and {any_of(word_list('events', 'other-verbs'))}(?: into (?:force|effect)| effect)? $"
)
_OTHER_CLAUSE = re.compile(r", (?:which|who|but|while|and [a-z]+ed)\b")
_LIST_JOINT = re.compile(r",? (?:and )?|, ")
_ASIDE = re.compile(r" ?\([^()]{0,60}\)")
_APPOSITION = re.compile(r", [^,;]{1,40},")
_BASE = re.compile(r"from |on [12][0-9]{3}\b")
"""How the time begins that a change is reckoned from: "up 3 percent on 2020"."""
_NUMBER_OF = re.compile(
    r" (?:the|its|that|their) (?:[a-z]+ ){0,2}(?:number|level|rate|amount|figure|total|size|share)s?(?: of)? "
)
"""Between a multiple and the time of what it is a multiple of: "more than double the number in 2020"."""
_LASTING = frozenset({Role.SINCE, Role.WINDOW, Role.RANGE})
_POINT_OPENINGS = frozenset({"in ", "In ", "for", "on ", "dur", "at ", "as ", "as\u00a0"})
_MOST_GAP, _MOST_LASTING_GAP, _MOST_BRACKET_GAP, _MOST_BARE_GAP = 100, 120, 90, 60
"""How far behind a figure an expression may stand, in characters without asides: by role, and of a date that no
preposition leads."""
_MOST_ASIDES = 400
_MOST_ITEM = 24
_MOST_COMMAS = 3


def attach_times(text: str, figures: Sequence[Figure], times: Sequence[TimeExpression]) -> dict[int, TimeExpression]:
    """The expressions that stand close behind a figure, by the figure's index.

    A list of years behind a list of figures is dealt out: "2.1, 2.8 and 3.3 percent in 2017, 2018 and 2019".
    """
    attached: dict[int, tuple[int, TimeExpression]] = {}
    ends = [figure.end for figure in figures]
    for place, expression in enumerate(times):
        n = bisect_right(ends, expression.start) - 1
        if n >= 0 and n not in attached and _attaches(text, figures[n], expression):
            attached[n] = place, expression
    out = {n: expression for n, (_, expression) in attached.items()}
    for n, (place, _) in attached.items():
        out |= _deal_out(text, figures, times, n, place)
    return out


def _deal_out(
    text: str, figures: Sequence[Figure], times: Sequence[TimeExpression], n: int, place: int
) -> dict[int, TimeExpression]:
    """The list of years that begins at *place*, dealt out backwards from the *n*-th figure; empty where it is none."""
    stop = place + 1
    while stop < len(times) and _LIST_JOINT.fullmatch(text, times[stop - 1].end, times[stop].start):
        stop += 1
    run = times[place:stop]
    low = n - len(run) + 1
    if len(run) < 2 or low < 0 or any(b.start - a.end > _MOST_ITEM for a, b in pairwise(figures[low : n + 1])):
        return {}
    return dict(zip(range(low, n + 1), run, strict=True))


def _attaches(text: str, figure: Figure, expression: TimeExpression) -> bool:
    if expression.start - figure.end > _MOST_ASIDES:
        return False
    role, gap = expression.role, text[figure.end : expression.start]
    if figure.change_behind is not None and role is not Role.RANGE and _BASE.match(text, expression.start):
        return False
    if figure.unit == "multiple" and _NUMBER_OF.fullmatch(gap):
        return False
    if "(" in gap:
        gap = _ASIDE.sub("", gap)
    if figure.unit == "rank":
        gap = _APPOSITION.sub("", gap)
    if role is Role.BRACKET:
        return len(gap) < _MOST_BRACKET_GAP and ";" not in gap
    if len(gap) > (_MOST_LASTING_GAP if role in _LASTING else _MOST_GAP) or ";" in gap or "—" in gap[:-1]:
        return False
    if " as well as " in gap or (gap.rstrip().endswith(",") and _NEXT_CLAUSE.match(text, expression.end)):
        return False
    inner = gap.rstrip(" ,(")
    if "," in inner or ")" in inner[2:] or _NEXT_PART.search(gap):
        return _only_lists(gap, role)
    words = _CLAUSE.search(text, max(figure.end, figure.quote_end), expression.start)
    if words and words.start() - max(figure.end, figure.quote_end) > 2:
        return False
    opening = text[expression.start : expression.start + 3]
    return role is not Role.POINT or opening in _POINT_OPENINGS or len(inner) <= _MOST_BARE_GAP


def _only_lists(gap: str, role: Role) -> bool:
    """True where the commas of the gap only part the nouns of a list ("courses, books and training since 2020")."""
    return role in _LASTING and gap.count(",") <= _MOST_COMMAS and not _OTHER_CLAUSE.search(gap)
