"""A figure dated from its neighbour: "6.3 percent in 2020, from 2.1 percent the year before"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reportdiff.extraction.figure import Figure
from reportdiff.grammar import calendar
from reportdiff.grammar.times import TimeExpression
from reportdiff.model.period import Basis, Period, Precision

_PRIOR = re.compile(
    r"(?:in |during |for )?(?:(?:an?|one) (?P<unit>year|month|week|decade|quarter) (?:earlier|before)"
    r"|the (?P<unit2>year|month|quarter|decade) (?:before|earlier)"
    r"|the (?:previous|preceding|prior) (?P<unit3>year|month|quarter|decade))",
    re.IGNORECASE,
)
_BESIDE = re.compile(r",? ?")
_MONTHS = {"quarter": 3}


def find_priors(text: str, figures: Sequence[Figure], times: Sequence[TimeExpression]) -> dict[int, str]:
    """The figures right in front of words that date them one unit before another, by index, each with that unit."""
    found: dict[int, str] = {}
    for expression in times:
        told = _PRIOR.fullmatch(text, expression.start, expression.end)
        at = next((n for n, f in enumerate(figures) if _BESIDE.fullmatch(text, _end_of(f), expression.start)), None)
        if told and at is not None and figures[at].change_behind is None:
            found[at] = (told["unit"] or told["unit2"] or told["unit3"]).lower()
    return found


def date_priors(figures: Sequence[Figure], periods: Sequence[Period], priors: dict[int, str]) -> list[Period]:
    """The periods with those of the figures in *priors* told from the nearest level before them, where there is one."""
    out = list(periods)
    for at, unit in priors.items():
        before = range(at - 1, -1, -1)
        levels = (n for n in before if figures[n].change_behind is None and figures[n].unit != "multiple")
        level = next(levels, None)
        if level is not None and (start := out[level].start) and (end := out[level].end):
            out[at] = _one_before(start, end, out[level].precision, unit)
    return out


def _one_before(start: date, end: date, precision: Precision | None, unit: str) -> Period:
    if unit in _MONTHS:
        first, last = (calendar.add_months(day, -_MONTHS[unit]) for day in (start, end))
    else:
        first, last = (calendar.shift(day, -1, unit) for day in (start, end))
    return Period(start=first, end=last, precision=precision, basis=Basis.STATED)


def _end_of(figure: Figure) -> int:
    return max(figure.end, figure.quote_end)
