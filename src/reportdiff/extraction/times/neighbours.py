"""What stands between two figures tells: whether they share a time, or the second is the older one."""

from __future__ import annotations

import re

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.figures.shared_nouns import is_behind_aside
from reportdiff.grammar.times import TimeExpression

_CONTRAST = re.compile(
    r", (?:but|while|whereas)\b"
    r"|\band will\b"
    r"|; [^;]{0,60}\b(?:estimates?|estimated|according|reports?|reported|said|says|stated|states|attributes?|puts?)\b"
)
"""Another clause, or one with a source of its own, whose time is not told by the one before."""
_PRESENT_CLAUSE = re.compile(r"; [^;.]{0,60}\b(?:is|are|will|has|have) ")
_APART = re.compile(r"(?: [A-Za-z-]+){1,8}, and ")
_APART_BEHIND = re.compile(r" (?:was|were|are|is|have|had)\b")
"""Between two figures and behind the second, which opens a clause of its own: "12 study here, and 9 were"."""
_PRESENT_REACH = 30
"""A clause of its own in the present tense or future, up to shortly behind its figure."""
_BASE_BEHIND = re.compile(r"\b(?:versus|compared (?:with|to)|(?:up|down) from)\b")
"""Between a figure and the older one that it is held against, whose time is not its own."""
_AGAINST = re.compile(r"[,)] against ")
"""The same where both count one thing: "17 deaths, against 23 in 2019"."""
_FROM_BEHIND = re.compile(r"[^()]{0,60}(?:\bfrom .?| \([^()]{0,12})")
"""The same between figures of one unit; up to the first character of the second."""
_AWAY_FROM = re.compile(r" (?:below|above|over|under|short of|more than|less than) (?:the |its |their )?[^.;()]{0,60}$")
"""Between a difference and the level that it is reckoned from: "7% below the pre-pandemic figure of 55 in 2019"."""
_OWN_CLAUSE = re.compile(r",? (?:it|they|we|he|she|this|that|there)\b")
"""Behind a time that opens a clause of its own: "1.1% and for the next two years it averages 1.7%"."""
_BY = re.compile(r" by (?:an? |another |a further |about |some )?")
_MOST_IN_LIST = 130


def is_base(text: str, left: Figure, right: Figure) -> bool:
    """True for the older figure behind a newer one: "5 percent, up from 3", "to 5 percent from 3", "5 percent (3)"."""
    if is_held_against(text, left, right):
        return True
    if left.moved and right.partner is None:
        away = text.endswith("from ", left.end, right.quote_start)
        if away or _AWAY_FROM.match(text, left.end, right.quote_start):
            return True
    alike = left.unit == right.unit and right.counted in (None, left.counted)
    return alike and _FROM_BEHIND.fullmatch(text, left.end, right.quote_start + 1) is not None


def heads_bracket(text: str, expression: TimeExpression) -> bool:
    """True for the year in "(2022: $3 million)", which is that of the bracket alone."""
    return text.startswith("(", expression.start - 1) and text.startswith(":", expression.end)


def opens_clause(text: str, left: Figure, right: Figure, expression: TimeExpression) -> bool:
    """True for a time between two figures that opens the clause of the second, or leads to its amount alone."""
    if expression.start < left.end or right.start < expression.end:
        return False
    return is_own_clause(text, expression) or leads_to_amount(text, expression, right)


def leads_to_amount(text: str, expression: TimeExpression, figure: Figure) -> bool:
    """True for a time between a verb of change and its amount: "fell in 2022 by 2 percent"."""
    return _BY.fullmatch(text, expression.end, figure.quote_start) is not None


def is_own_clause(text: str, expression: TimeExpression) -> bool:
    """True for a time that a pronoun follows, with a clause of its own."""
    return _OWN_CLAUSE.match(text, expression.end) is not None


def in_one_bracket(text: str, figure: Figure, expression: TimeExpression) -> bool:
    """True for the time of a bracketed figure alone: "Spain (23.6%) and Greece (21.0% in December 2011)"."""
    return text.startswith("(", figure.quote_start - 1) and text.startswith(")", expression.end)


def moves(figure: Figure) -> bool:
    """True for a change, which a span of time belongs to, against a level, which has but its end."""
    return figure.moved or figure.unit in ("multiple", "percentage-point")


def in_one_list(text: str, left: Figure, right: Figure) -> bool:
    """True for two figures of one clause or list, which share the time that is told for either."""
    if right.start - left.end >= _MOST_IN_LIST or _CONTRAST.search(text, left.end, right.start):
        return False
    if _APART_BEHIND.match(text, right.quote_end) and _APART.fullmatch(text, left.quote_end, right.quote_start):
        return False
    return ";" not in text[left.end : right.start] or not _PRESENT_CLAUSE.search(
        text, left.end, min(right.end + _PRESENT_REACH, len(text))
    )


def is_held_against(text: str, left: Figure, right: Figure) -> bool:
    """True for the older figure that words name as such: "5 percent, up from 3", "5 percent, compared with 3"."""
    if _BASE_BEHIND.search(text, left.end, right.start):
        return True
    alike = (left.unit == right.unit and left.counted == right.counted) or is_behind_aside(text, [left], right)
    return alike and _AGAINST.search(text, left.end, right.start) is not None
