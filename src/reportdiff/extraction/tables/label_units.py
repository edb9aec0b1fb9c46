"""The unit that the label of a field gives to a bare figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.tables.unit_words import unit_behind
from reportdiff.grammar.counted import counts_people
from reportdiff.grammar.units import match_per

_RANKING = re.compile(r"\b(?:rank|ranking|country comparison)\b", re.IGNORECASE)
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b(?! points?\b)", re.IGNORECASE)
_PER = re.compile(r" per (?=[0-9]|thousand|million|capita|hundred)")
_PART = re.compile(r"(?: \(|[,;] )(?:males?|females?|(?:wo)?men|boys|girls|urban|rural):? ")
"""What leads from a figure to its part: "74 years (men 71, women 77)"."""
_MOST = 1000
"""From here on a part is a number of people beside their share."""


def apply_label(figure: Figure, path: tuple[str, ...], text: str, before: Sequence[Figure]) -> None:
    """Give the bare *figure* of *text* the unit that its labels in *path* tell, or that of what it is a part of.

    *before* are the figures before it in its field.
    """
    if _RANKING.search(path[-1]):
        figure.unit = "rank"
    elif before and figure.amount < _MOST and _PART.fullmatch(text, before[-1].end, figure.start):
        figure.unit, figure.per = before[-1].unit, before[-1].per
    elif (told := unit_behind(path[0])[1]) is not None and told.unit is not None:
        figure.unit, figure.per = told.unit, told.per
        if figure.number.scale == 1:
            figure.multiply(told.scale)
    elif _PERCENT.search(path[0]):
        figure.unit = "percent"
    elif (rate := _PER.search(path[0])) and (per := match_per(path[0], rate.start())):
        figure.unit, figure.per = "count", per[0]
    else:
        figure.unit = "person" if counts_people(path) else "count"
