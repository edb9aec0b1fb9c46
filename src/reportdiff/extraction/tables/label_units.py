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
_PARTS = frozenset("male males female females men women boys girls urban rural".split())


def apply_label(
    figure: Figure, path: tuple[str, ...], before: Sequence[Figure], paths: Sequence[tuple[str, ...]]
) -> None:
    """Give the bare *figure* the unit that its labels in *path* tell, or that of the figure which it is a part of.

    *before* are the figures before it in its field, *paths* the labels of all.
    """
    if _RANKING.search(path[-1]):
        figure.unit = "rank"
    elif before and path[-1].casefold() in _PARTS and paths[len(before) - 1][0] == path[0]:
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
