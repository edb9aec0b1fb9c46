"""Time expressions that lead a sentence or clause: "In 2015, trade reached $14 billion"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.grammar.wordlists import any_of, word_list

_EVENT_BEFORE = re.compile(
    rf"\b{any_of(word_list('events', 'nouns'))}"
    rf"(?: {any_of(word_list('events', 'prepositions'))}(?: [A-Za-z.’'-]+){{1,8}})? ?$",
    re.IGNORECASE,
)
_NO_VERB_BEFORE = "".join(rf"(?<!\b{word} )" for word in word_list("events", "not-reduced"))
_PARTICIPLE_BEFORE = re.compile(
    rf"{_NO_VERB_BEFORE}\b{any_of(word_list('events', 'participles'), titled=True)}"
    r"(?: (?:by|with|of)(?: [A-Za-z.’'-]+){1,6})? (?:between )?$"
)
_TOGETHER = re.compile(r" (?:with|at|by|for)(?: [a-z-]+){0,4} ")
"""Between the date of a participle and a figure that belongs to it: "completed in 1998 at a cost of $120 million"."""
_AHEAD = ("due", "maturing", "expiring")
_EVENT_REACH = 70
_VALUE_BEHIND = re.compile(
    r" (?:was|were|is|are|of|totaled|reached|stood at|came to|amounted to|:) (?:[a-z]+ ){0,2}|: "
)
_RELATIVE_CLAUSE = re.compile(r", (?:which|who|where|whose|whom)\b[^,;]*$")
_RELATIVE_REACH = 120
_NOW = re.compile(r"\b(?:has|have|now)\b")
_EMPTY_CLAUSES = frozenset({"", "and", "or", "another", "and another"})
_MOST_BETWEEN = 1000
"""How much of the text between an expression and a figure is looked at, from either end."""
_MOST_ASIDES = 12


class LeadingTimes:
    """The expressions of a sentence that no figure has behind it, ready to be looked up for the figures after them.

    ``held`` are the ids of those found that belong to one figure alone: "completed in 1998 at a cost of $120 million".
    """

    def __init__(self, text: str, start: int, free: Sequence[TimeExpression]) -> None:
        self._text = text
        self._start = start
        self._free = [expression for expression in free if expression.role is not Role.UNTIL]
        self._ends = [expression.end for expression in self._free]
        self.held: set[int] = set()

    def find(self, figure: Figure) -> TimeExpression | None:
        """The nearest expression before *figure* that is no mere aside."""
        last = bisect_right(self._ends, figure.start)
        for expression in reversed(self._free[max(0, last - _MOST_ASIDES) : last]):
            in_bracket = expression.role is Role.BRACKET
            if in_bracket and not _VALUE_BEHIND.fullmatch(self._text, expression.end, figure.quote_start):
                continue
            if self._belongs_together(expression, figure):
                self.held.add(id(expression))
                return expression
            if not _is_aside(self._text, self._start, expression, figure):
                return expression
        return None

    def _belongs_together(self, expression: TimeExpression, figure: Figure) -> bool:
        """True where a participle's date and the figure right behind it are of one event."""
        if not _TOGETHER.fullmatch(self._text, expression.end, figure.quote_start):
            return False
        low = max(self._start, expression.start - _EVENT_REACH)
        found = _PARTICIPLE_BEFORE.search(self._text, low, expression.start)
        return found is not None and not found.group().lower().startswith(_AHEAD)


def _is_aside(text: str, start: int, expression: TimeExpression, figure: Figure) -> bool:
    """True for the date of an event that the figure does not share ("Founded in 1991, the club has 220 members")."""
    at = expression.start
    near_end = min(figure.start, expression.end + _MOST_BETWEEN)
    comma = text.find(",", expression.end, near_end) >= 0
    if comma and expression.role is Role.POINT and _ends_in_relative_clause(text, start, at):
        return True
    low = max(start, at - _EVENT_REACH)
    if _PARTICIPLE_BEFORE.search(text, low, at):
        return True
    if expression.role is Role.POINT and _EVENT_BEFORE.search(text, low, at):
        return comma or bool(_NOW.search(text, expression.end, near_end))
    if text.startswith("(", at - 1) and text.startswith(":", expression.end):
        return text.find(")", expression.end, near_end) >= 0
    semicolon = text.rfind(";", max(expression.end, figure.start - _MOST_BETWEEN), figure.start)
    return semicolon >= 0 and text[semicolon + 1 : figure.start].strip() not in _EMPTY_CLAUSES


def _ends_in_relative_clause(text: str, start: int, at: int) -> bool:
    return bool(_RELATIVE_CLAUSE.search(text, max(start, at - _RELATIVE_REACH), at))
