"""Times that one figure of a sentence hands on to another: along a list, and in each part that its own time closes."""

from __future__ import annotations

import re

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.times.dated_sentence import DatedSentence
from reportdiff.extraction.times.neighbours import (
    heads_bracket,
    in_one_bracket,
    in_one_list,
    is_base,
    moves,
    opens_clause,
)
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.grammar.wordlists import any_of, word_list

_OTHER_VERB = re.compile(rf"\b{any_of(word_list('anaphora', 'present'))}\b")
_PERFECT_BEHIND = re.compile(r"(?: [a-z]+){0,3} (?:has|have) (?:already |now |since )?[a-z]+(?:ed|en|id|t)\b")
"""Behind a part of what was told it tells how things stand now: "of which 54 percent has been paid"."""
_TOLD_AGAIN = re.compile(
    r"[^,;()]{0,40}, (?:representing|accounting for|equivalent to|equal to|amounting to|making up|or)"
    r"(?: (?:about|some))? "
)
"""Between a figure and what it is in other terms, at the same time: "10 million in 2019, representing 18 percent"."""
_NEXT_PART = re.compile(r",? and\b|;|, ?$")
_PARTED = re.compile(r"[,;:(]|\b(?:and|than|below|above|from)\b")
_DONE_IN = re.compile(r"(?: [a-z-]+){0,4} (?:was|were) [a-z]{3,} (?:in|by|during|at|across|through) (?:[a-z]+ ){0,2}")
"""Between what was done and how often, at one time: "33,400 people were affected in 112 floods in 2018"."""
_OWN_DEED = re.compile(r"\b(?:[a-z]+(?:ed|wn)|built|held|made|begun|set up)\b")
"""Between the second and the time, which is then of that alone: "released from 12 jails opened in 2003"."""
_LASTING = frozenset({Role.SINCE, Role.WINDOW, Role.RANGE})


def hand_on(sentence: DatedSentence) -> None:
    """Give a figure without a time that of the neighbour in its list: first the one before, then the one behind."""
    for n in range(1, len(sentence.figures)):
        before = sentence.chosen[n - 1]
        if sentence.chosen[n] is None and before is not None and _is_handed_on(sentence, n, before):
            sentence.chosen[n] = _of_level(sentence, n) or before
    for n in range(len(sentence.figures) - 2, -1, -1):
        behind = sentence.chosen[n + 1]
        if sentence.chosen[n] is None and behind is not None and _is_handed_back(sentence, n, behind):
            sentence.chosen[n] = behind


def _is_handed_on(sentence: DatedSentence, n: int, before: TimeExpression) -> bool:
    """True where the *n*-th figure is of the time of the one before it."""
    text, figures = sentence.text, sentence.figures
    if before.role is Role.BRACKET or id(before) in sentence.held or heads_bracket(text, before):
        return False
    if stands_now(sentence, n) or _opens_next_part(sentence, n, before):
        return False
    return in_one_list(text, figures[n - 1], figures[n])


def _is_handed_back(sentence: DatedSentence, n: int, behind: TimeExpression) -> bool:
    """True where the *n*-th figure is of the time of the one behind it."""
    text, left, right = sentence.text, sentence.figures[n], sentence.figures[n + 1]
    if behind.role is Role.BRACKET or behind.start <= left.end or heads_bracket(text, behind):
        return False
    if is_base(text, left, right) or opens_clause(text, left, right, behind):
        return False
    if left.unit == right.unit and in_one_bracket(text, right, behind):
        return False
    if behind.role in _LASTING and moves(right) and not moves(left):
        return False
    alike = left.unit == right.unit or not _OTHER_VERB.search(text, left.end, right.start)
    return (alike or _is_done_then(text, left, right, behind)) and in_one_list(text, left, right)


def _is_done_then(text: str, left: Figure, right: Figure, behind: TimeExpression) -> bool:
    """True where one deed is told with how often it was done, and the time of both."""
    if not _DONE_IN.fullmatch(text, left.end, right.quote_start):
        return False
    return not _OWN_DEED.search(text, max(right.end, right.quote_end), behind.start)


def _opens_next_part(sentence: DatedSentence, n: int, before: TimeExpression) -> bool:
    """True where a part closed with its own time, and the *n*-th figure opens one whose time stands behind the next.

    "150 people died in 12 accidents in 2018 and 200 people died in 14 accidents in 2019". A mere comma leads to
    what a level is held against: "9 GW in 2013, double the 4.5 GW of 2008", "9 ships in 2013, 3 fewer than in 2008".
    """
    figures, behind = sentence.figures, sentence.attached.get(n + 1)
    if behind is None or before.start < figures[n - 1].end or behind.start < figures[n + 1].end:
        return False
    opening = _NEXT_PART.match(sentence.text, before.end, figures[n].quote_start)
    held_against = figures[n].unit == "multiple" or figures[n].change_behind
    if opening is None or (held_against and opening.group().strip() == ","):
        return False
    gap = figures[n].end, figures[n + 1].quote_start
    return not _PARTED.search(sentence.text, *gap) or is_told_again(sentence, n + 1)


def is_told_again(sentence: DatedSentence, n: int) -> bool:
    """True for what the figure before the *n*-th is in other terms, at the same time."""
    figures = sentence.figures
    return n > 0 and _TOLD_AGAIN.fullmatch(sentence.text, figures[n - 1].end, figures[n].quote_start) is not None


def _of_level(sentence: DatedSentence, n: int) -> TimeExpression | None:
    """The time of the level before a base, which the *n*-th figure takes up again: "9%, up from 8% in May; men 5%"."""
    text, figures = sentence.text, sentence.figures
    if n < 2 or ";" not in text[figures[n - 1].end : figures[n].start]:
        return None
    return sentence.chosen[n - 2] if is_base(text, figures[n - 2], figures[n - 1]) else None


def stands_now(sentence: DatedSentence, n: int) -> bool:
    """True for a part told as it stands now: "5 plants in 2019, of which 3 have been closed"."""
    text, figure = sentence.text, sentence.figures[n]
    if n == 0 or not text.endswith((", of which ", ", of whom "), sentence.figures[n - 1].end, figure.quote_start):
        return False
    return _PERFECT_BEHIND.match(text, max(figure.end, figure.quote_end)) is not None
