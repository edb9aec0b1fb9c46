"""Times told from another: "6 percent in 2020, from 2 percent the year before", "9 percent two years later"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.number_words import WORDS
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.grammar.windows import AGAINST, SAME_PART, YEAR_AGO, YEAR_BEFORE
from reportdiff.grammar.wordlists import any_of
from reportdiff.model.period import Basis, Period, Precision

_UNIT = "(?:year|month|week|day|decade|quarter|century)"
_SHIFT = re.compile(
    rf"(?:in |during |for )?(?:(?P<count>an?|{any_of(WORDS)}|[0-9]{{1,3}}) (?P<unit>{_UNIT})s?"
    r" (?P<way>earlier|before|later)"
    rf"|the (?P<unit2>{_UNIT}) (?:before|earlier)|the (?:previous|preceding|prior) "
    rf"(?:(?P<count3>{any_of(WORDS)}|[0-9]{{1,3}}) )?(?:fiscal |financial |reporting |calendar )?(?P<unit3>{_UNIT})s?"
    rf"|{SAME_PART} {YEAR_BEFORE}|{YEAR_AGO})",
    re.IGNORECASE,
)
_SAME_PART_BEFORE = re.compile(
    rf"(?P<lead>[a-z]+) (?:{SAME_PART}|the (?:comparable|same|corresponding|equivalent)) $", re.IGNORECASE
)
_PART_BEHIND = re.compile(r" (?:period|months?|quarter|half)\b")
"""Behind the year in "in the comparable 1995 period"."""
_SAME_PART_REACH = 50
_PARTS = ("period ", "month ", "week ", "quarter ", "half ", "period in ")
_LIKE = ("comparable ", "same ", "corresponding ", "equivalent ")
_YEARS = frozenset({Precision.YEAR, Precision.FISCAL_YEAR})
_OR = re.compile(r",? or ")
_BESIDE = re.compile(r",? ?")
_AFTER_CHANGE = re.compile(r"[^;()]{0,60}\b(?:and|but|after|following)(?: [a-z]+)? (?:by )?")
"""Between two changes, each of its own time: "rose 6 percent in 2020 and fell 9 percent the year before"."""
_TOLD = frozenset({Role.POINT, Role.RANGE, Role.BRACKET})
_MOST_YEARS = 150
_LONGEST_YEAR = 366
"""More days than this are a span of its own, which no other is told from."""


class Shift(NamedTuple):
    """How far a time lies behind another; before it where ``steps`` is negative."""

    steps: int
    unit: str


def with_shifted(
    text: str, start: int, figures: Sequence[Figure], times: Sequence[TimeExpression], last: TimeExpression | None
) -> list[TimeExpression]:
    """The expressions of the sentence that begins at *start*, those told from another with the days that they name.

    The other is the one before, in the sentence or as *last* in the text before it. "A year earlier" is told so only
    at the start of a sentence or right behind a figure: elsewhere it is what a change is reckoned from.
    """
    base, out = (last.days if last else None), list[TimeExpression]()
    for expression in times:
        told = _SHIFT.fullmatch(text, expression.start, expression.end) if expression.weak else None
        placed = told and (
            told["way"] == "later" or expression.start == start or _beside(text, figures, expression) is not None
        )
        if told and base and placed:
            first, end = _shifted(base.first, base.last, _shift_of(told))
            out.append(expression._replace(days=Days(first, end, base.precision), weak=False))
            continue
        if told and not base and expression.days and placed:
            out.append(expression._replace(weak=False))
            continue
        if base and (same := _same_part(text, start, expression, base)):
            out.append(same)
            continue
        if expression.days and not expression.weak and expression.role in _TOLD:
            base = expression.days
        out.append(expression)
    return out


def _same_part(text: str, start: int, expression: TimeExpression, base: Days) -> TimeExpression | None:
    """The part *base* of another year, in "the same quarter of 2022"; None where *expression* is no such year."""
    days = expression.days
    if days is None or days.precision not in _YEARS or expression.role is not Role.POINT:
        return None
    at = expression.start
    if base.precision in _YEARS or not text.endswith(_PARTS + _LIKE, start, at):
        return None
    if not text.endswith(_PARTS, start, at) and not _PART_BEHIND.match(text, expression.end):
        return None
    found = _SAME_PART_BEFORE.search(text, max(start, at - _SAME_PART_REACH), at)
    if found is None:
        return None
    steps = next(
        (
            n
            for n in range(-1, -_MOST_YEARS, -1)
            if days.first <= _shifted(base.first, base.last, Shift(n, "year"))[0]
            and _shifted(base.first, base.last, Shift(n, "year"))[1] <= days.last
        ),
        None,
    )
    if steps is None:
        return None
    first, last = _shifted(base.first, base.last, Shift(steps, "year"))
    against = found["lead"].lower() in AGAINST
    return expression._replace(start=found.start(), days=Days(first, last, base.precision), weak=against)


def find_shifts(text: str, figures: Sequence[Figure], times: Sequence[TimeExpression]) -> dict[int, Shift]:
    """The figures whose time is told from another's, by index: right in front of the words for it, or led by them."""
    found: dict[int, Shift] = {}
    for expression in times:
        told = _SHIFT.fullmatch(text, expression.start, expression.end) if expression.weak else None
        if told is None:
            continue
        at = _beside(text, figures, expression)
        if at is not None:
            found[at] = _shift_of(told)
    return found


def date_shifted(
    text: str, figures: Sequence[Figure], periods: Sequence[Period], shifts: dict[int, Shift]
) -> list[Period]:
    """The periods with those of the figures in *shifts* told from the nearest figure before, if possible a level.

    What a figure is in other terms right before it is of its time: "$3 million, or $.17 per share, a year earlier".
    """
    out = list(periods)
    for at, shift in shifts.items():
        base = _base_of(figures, out, at)
        if base is not None and base.start and base.end:
            first, last = _shifted(base.start, base.end, shift)
            out[at] = Period(start=first, end=last, precision=base.precision, basis=Basis.STATED)
            if at and _OR.fullmatch(text, figures[at - 1].end, figures[at].quote_start):
                out[at - 1] = out[at]
    return out


def _beside(text: str, figures: Sequence[Figure], expression: TimeExpression) -> int | None:
    """The index of the level, or second change, right in front of *expression*; None where none stands."""
    for n, figure in enumerate(figures):
        if _BESIDE.fullmatch(text, _end_of(figure), expression.start):
            return n if not figure.moved or (n and _are_changes(text, figures[n - 1], figure)) else None
    return None


def _are_changes(text: str, left: Figure, right: Figure) -> bool:
    return left.moved and left.unit == right.unit and bool(_AFTER_CHANGE.fullmatch(text, left.end, right.quote_start))


def _base_of(figures: Sequence[Figure], periods: Sequence[Period], at: int) -> Period | None:
    """The period of the nearest level before the figure *at*, else of a change that is of one year at most."""
    levels = [n for n in range(at) if figures[n].change_behind is None and figures[n].unit != "multiple"]
    if levels:
        return periods[levels[-1]]
    change = periods[at - 1] if at else None
    if change is None or not (change.start and change.end) or change.basis is not Basis.STATED:
        return None
    return change if (change.end - change.start).days <= _LONGEST_YEAR else None


def _shift_of(found: re.Match[str]) -> Shift:
    words = (found["count"] or found["count3"] or "a").lower()
    count = int(words) if words.isdigit() else 1 if words in ("a", "an") else int(WORDS[words])
    later = (found["way"] or "").lower() == "later"
    return Shift(count if later else -count, (found["unit"] or found["unit2"] or found["unit3"] or "year").lower())


def _shifted(start: date, end: date, shift: Shift) -> tuple[date, date]:
    first, last = (calendar.shift(day, shift.steps, shift.unit) for day in (start, end))
    if (end + calendar.ONE_DAY).day == 1 and shift.unit not in ("day", "week"):
        last = calendar.add_months(last.replace(day=1), 1) - calendar.ONE_DAY
    return first, last


def _end_of(figure: Figure) -> int:
    return max(figure.end, figure.quote_end)
