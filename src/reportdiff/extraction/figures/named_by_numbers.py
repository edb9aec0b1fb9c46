"""Numbers that only name what others measure: "the 30-day readmission rate", "8.6 out of 10"."""

from __future__ import annotations

import re

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.units import DURATIONS

_OF_RATE = re.compile(
    r"-[a-z]+(?:-[a-z]+)? (?:[a-z]+(?:-[a-z]+)? ){0,3}?"
    r"(?:rates?|ratios?|yields?|averages?|mortality|readmissions?|survival|incidence|prevalence)\b"
)
_OUT_OF = " out of "
_TOPS = (5, 7, 10, 20)


def names_rate(text: str, figure: Figure) -> bool:
    """True for a length of time that a hyphen makes part of the name of a rate, ratio or average."""
    return figure.unit in DURATIONS and _OF_RATE.match(text, figure.number.end) is not None


def is_top_of_score(text: str, start: int, figure: Figure) -> bool:
    """True for the best that a score in front of it may be: "rated 8.6 out of 10"; not "3 out of 10 adults"."""
    if not figure.bare or figure.number.scale != ONE or figure.number.amount not in _TOPS:
        return False
    before = figure.start - len(_OUT_OF)
    return before > start and text.startswith(_OUT_OF, before) and text[before - 1].isdigit()
