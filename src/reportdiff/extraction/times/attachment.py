"""Time expressions that stand close behind a figure: "$9 billion in 2009", "28.09 (2010 est.)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.times.neighbours import is_own_clause, leads_to_amount
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.grammar.wordlists import any_of, word_list

_CLAUSE = re.compile(rf"\b{any_of(word_list('events', 'clauses'))}\b")
_NEXT_CLAUSE = re.compile(rf",? {any_of(word_list('anaphora', 'clause-openers'))}\b")
_NEXT_PART = re.compile(rf" and (?:{any_of(word_list('events', 'other-verbs'))} (?:into force |(?:into )?effect )?)?$")
_BEFORE_EVENT = re.compile(r" (?:before|until) (?:[a-z]+ ){1,4}$")
"""Between a figure and the date of what came after it: "won six awards before his death in 1987"."""
_INSIDE = re.compile(r"[^,;]*, (?:of whom|of which|including|among them|among whom) [^,;]*")
_BEHIND_ASIDE = re.compile(r"[^,;]*, [^,;]*")
"""Around the figures of an aside: "5 million people, of whom 2 million are children, need help this year"."""
_BEHIND_BRACKET = re.compile(r"[^();,]*\) ")
"""Between a figure in a bracket and the time of the figure before it: "$6.6 billion (3.5 months of imports) in May"."""
_OTHER_CLAUSE = re.compile(r", (?:which|who|but|while|and [a-z]+ed)\b")
_LIST_JOINT = re.compile(r",? (?:and )?")
_ASIDE = re.compile(r" ?\([^()]*\)")
_IN_NUMBER = re.compile(r",(?=[0-9]{3})")
"""The comma of a denominator ("68 deaths per 100,000 live births in 2020") parts nothing."""
_APPOSITION = re.compile(r", [^,;]*,")
_BASE = re.compile(r"from |on [12][0-9]{3}")
"""How the time begins that a change is reckoned from: "up 3 percent on 2020"."""
_NUMBER_OF = re.compile(
    r" (?:the|its|that|their) (?:[a-z]+ ){0,2}"
    r"(?:number|level|rate|amount|figure|total|size|share|volume|value|output|price)s?(?: of)? "
)
"""Between a multiple and the time of what it is a multiple of: "more than double the number in 2020"."""
_PARTING = " |;,•·/-–"
_HEADS = re.compile(r"(?: \([A-Za-z. ]*\))?: ")
"""Behind a time that heads the figure after it: "FY 2018: $121 million | FY 2019: $113 million"."""
_LASTING = frozenset({Role.SINCE, Role.WINDOW, Role.RANGE})
_POINT_OPENINGS = frozenset({"in ", "for", "on ", "dur", "at ", "as "})
_MOST_GAP, _MOST_LASTING_GAP, _MOST_BARE_GAP = 100, 120, 60
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
        if n < 0 or n in attached or expression.start - ends[n] > _MOST_ASIDES:
            continue
        if _is_of_next(text, figures, n, expression):
            continue
        if _attaches(text, figures[n], expression) or (
            n and _closes_aside(text, figures[n - 1], figures[n], expression)
        ):
            attached[n] = place, expression
    out = {n: expression for n, (_, expression) in attached.items()}
    for n, (place, _) in attached.items():
        out |= _deal_out(text, figures, times, n, place)
    return out


def _is_of_next(text: str, figures: Sequence[Figure], n: int, expression: TimeExpression) -> bool:
    """True for the time between a verb of change and its amount: "rose 4 percent and fell in 2022 by 2 percent"."""
    return n + 1 < len(figures) and leads_to_amount(text, expression, figures[n + 1])


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
    role, gap = expression.role, text[figure.end : expression.start]
    if _is_of_another(text, figure, expression, gap):
        return False
    if "(" in gap:
        gap = _ASIDE.sub("", gap)
    if "," in gap:
        gap = _IN_NUMBER.sub("", gap)
    if figure.unit == "rank":
        gap = _APPOSITION.sub("", gap)
    if len(gap) > (_MOST_LASTING_GAP if role in _LASTING else _MOST_GAP) or ";" in gap:
        return False
    if role is Role.BRACKET:
        return True
    if "—" in gap[:-1] or " as well as " in gap:
        return False
    if gap.rstrip().endswith(",") and _NEXT_CLAUSE.match(text, expression.end):
        return False
    inner = gap.rstrip(" ,(")
    if "," in inner or ")" in inner[2:] or _NEXT_PART.search(gap):
        return _only_lists(gap, role)
    words = _CLAUSE.search(text, max(figure.end, figure.quote_end), expression.start)
    if words and words.start() - max(figure.end, figure.quote_end) > 2:
        return False
    opening = text[expression.start : expression.start + 3]
    return role is not Role.POINT or opening in _POINT_OPENINGS or len(inner) <= _MOST_BARE_GAP


_PREPOSITION = 4
_HELD_AGAINST = re.compile(
    r" (?:below|above|short of|(?:less|more|lower|higher|fewer) than) (?:the |its |their )?(?:[a-z-]+ ){0,3}"
    r"(?:(?:figure|level|total|crop|harvest|output|production|peak|record)s? "
    r"|(?:average|target|estimate|forecast)s? (?:for|of) )"
)
"""Between a difference and the time of what it is reckoned from: "12 tons below the revised figure for 1999".

"Rainfall was 12 percent below the average in 2020" tells its own time: an average or a target is of a year.
"""


def _is_of_another(text: str, figure: Figure, expression: TimeExpression, gap: str) -> bool:
    """True for the time that a change is reckoned from, of a multiple's base, of a later event, or of what follows."""
    role = expression.role
    noun_end = max(figure.end, figure.quote_end)
    if _HELD_AGAINST.match(text, noun_end, max(noun_end, expression.start + _PREPOSITION)):
        return True
    if gap.endswith("(") and text.startswith(":", expression.end):
        return True
    if not gap.strip(_PARTING) and _HEADS.match(text, expression.end):
        return True
    if gap.endswith(" and ") and role in _LASTING and is_own_clause(text, expression):
        return True
    if figure.change_behind is not None and role is not Role.RANGE and _BASE.match(text, expression.start):
        return True
    if figure.unit == "multiple" and _NUMBER_OF.fullmatch(gap):
        return True
    if role is Role.NOW:
        return gap.endswith(", ") and text.startswith(" ", expression.end)
    return role is Role.POINT and bool(_BEFORE_EVENT.search(text, figure.end, expression.start))


def _closes_aside(text: str, left: Figure, inner: Figure, expression: TimeExpression) -> bool:
    """True where *inner* is an aside to *left* in a clause that *expression* ends."""
    if expression.role is not Role.POINT:
        return False
    if text[inner.quote_start - 2 : inner.quote_start] == " (" and left.end == inner.quote_start - 2:
        return bool(_BEHIND_BRACKET.fullmatch(text, inner.end, expression.start))
    if not _INSIDE.fullmatch(text, left.end, inner.quote_start):
        return False
    return bool(_BEHIND_ASIDE.fullmatch(text, inner.end, expression.start))


def _only_lists(gap: str, role: Role) -> bool:
    """True where the commas of the gap only part the nouns of a list ("courses, books and training since 2020")."""
    return role in _LASTING and gap.count(",") <= _MOST_COMMAS and not _OTHER_CLAUSE.search(gap)
