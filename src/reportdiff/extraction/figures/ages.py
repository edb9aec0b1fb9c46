"""Numbers that only say how old somebody is: "children under five", "people over 65"."""

from __future__ import annotations

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.counted import people
from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.wordlists import word_before

_LIMITS = frozenset({"under", "over", "above", "below"})
_OLDEST = 120
_OF_AGE = (" of age", " old", "-old")
_AS_AGED = ("as young as ", "as old as ")
_BRACKET_OF_AGE = ("(under ", "(over ", "(below ", "(above ")
_YOUNGEST = 5
"""A smaller number in such a bracket may count something."""


def is_age(text: str, start: int, at: int, figure: Figure) -> bool:
    """True where the number at *at* bounds the age of the people named in front of it, and counts nothing behind it.

    The sentence begins at *start*; the unit of *figure* has been read.
    """
    if figure.number.amount > _OLDEST:
        return False
    limit = word_before(text, start, at - 1)
    if limit in ("age", "aged", "ages") or _is_told_by_bounds(text, start, at, figure):
        return True
    if limit != "of" and limit not in _LIMITS:
        return False
    subject = word_before(text, start, at - len(limit) - 2)
    if limit == "of":
        return subject == "age"
    if subject not in people():
        return False
    if figure.unit == "year":
        return text.startswith(_OF_AGE, figure.end)
    return figure.unit is None or (figure.counted is not None and not figure.counted.endswith("s"))


def _is_told_by_bounds(text: str, start: int, at: int, figure: Figure) -> bool:
    """True for "as young as 12" and for a bracket that holds nothing but the bound of an age group: "(under 25)"."""
    if text.endswith(_AS_AGED, start, at):
        return figure.bare or figure.unit == "year"
    bracketed = figure.bare and text.startswith(")", figure.end) and text.endswith(_BRACKET_OF_AGE, start, at)
    return bracketed and figure.number.scale == ONE and figure.number.amount >= _YOUNGEST
