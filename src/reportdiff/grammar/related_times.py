"""What the time expressions of a sentence make of one another: a year handed on, two dates one range, an end told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.model.period import Precision

_PARTED = re.compile(r";|, (?:while|but|whereas)\b")
_AS_OF = ("As of ", "as of ", "As at ", "as at ")
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:(?:fiscal )?years? )?$", re.IGNORECASE)
_BETWEEN_REACH = 26
_OPENED = ("from ", "From ")
_SPAN = re.compile(r"((?:19|20)[0-9]{2})[-–]((?:19|20)?[0-9]{2})")
_TWO_SPANS = re.compile(r"([12][0-9–-]{6,8}) (?:and|to) ([12][0-9–-]{6,8})$")
_JOINTS = (" and ", " - ", " through ")
_DASH = re.compile(r" ?[–—] ?")
_YEARS = (Precision.YEAR, Precision.FISCAL_YEAR)
_UNTOLD = frozenset({Role.WINDOW, Role.TARGET, Role.NOW, Role.BASE, Role.BRACKET})
"""Roles of expressions that tell no year for a month behind them."""


def relate_times(text: str, times: Iterable[TimeExpression], published: date | None) -> list[TimeExpression]:
    """*times* of one sentence, in order, as each is to be read beside the others; two that make a range become one."""
    return _up_to_states(text, _with_ranges(text, _with_years(times)), published)


def _with_years(times: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """The same expressions; a month without a year takes that of the date before it: "in June 2016 … and in July"."""
    told: Days | None = None
    for expression in times:
        if not expression.yearless:
            if expression.days and expression.role not in _UNTOLD:
                told = expression.days
            yield expression
        elif expression.days and told and told.precision is not Precision.SPAN:
            yield expression._replace(days=calendar.in_year(expression.days, told.last.year))
        else:
            yield expression


def _with_ranges(text: str, times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Make one range of two dates that "between … and" or "from … to" joins, with no figure between them."""
    out: list[TimeExpression] = []
    for expression in times:
        days = _range_of(text, out[-1], expression) if out else None
        if days:
            out[-1] = TimeExpression(out[-1].start, expression.end, days, Role.RANGE)
        else:
            out.append(expression)
    return out


def _from_to(first: TimeExpression, second: TimeExpression) -> Days | None:
    """The days from *first* to *second*, each in the year of the other where its own is not told.

    None where the second would end before the first begins.
    """
    if not (first.days and second.days):
        return None
    begin, end = first.days, second.days
    if first.yearless and (not second.yearless or end.last < begin.first):
        begin = calendar.in_year(begin, end.last.year)
    elif second.yearless and end.last < begin.first:
        end = calendar.in_year(end, begin.last.year + 1)
    return Days(begin.first, end.last, Precision.SPAN) if begin.first <= end.last else None


def _range_of(text: str, last: TimeExpression, following: TimeExpression) -> Days | None:
    """The days from *last* to *following*; None where they make no range."""
    days = _from_to(last, following)
    if not (days and last.days and following.days) or last.role in (Role.BRACKET, Role.WINDOW):
        return None
    gap = text[last.end : following.start]
    if (gap == " " and (following.role is Role.UNTIL or _is_end(text, last, following))) or _DASH.fullmatch(gap):
        return days
    if gap == " and " and _are_neighbours(last.days, following.days) and not text.endswith(", ", 0, last.start):
        return days
    before = _BETWEEN.search(text, max(0, last.start - _BETWEEN_REACH), last.start)
    opened = before is not None or text.startswith(_OPENED, last.start)
    return days if opened and text.startswith(_JOINTS, last.end) else None


def _is_end(text: str, last: TimeExpression, following: TimeExpression) -> bool:
    """True for the second of two spans: "from 2012–16 to 2017–21"."""
    spans = all(each.days and each.days.precision is Precision.SPAN for each in (last, following))
    return spans and text.startswith(_OPENED, last.start) and text.startswith("to ", following.start)


def ends_of(words: str) -> list[Days]:
    """The two spans of years that the words of a range name, "2012–16 and 2017–21"; empty for any other words."""
    found = _TWO_SPANS.search(words)
    spans = [_SPAN.fullmatch(each) for each in found.groups()] if found else []
    return [_years(span[1], span[2]) for span in spans if span and span[2] > span[1][-len(span[2]) :]]


def _years(first: str, last: str) -> Days:
    """The years from *first* to *last*, of which the two digits may be told that differ."""
    end = calendar.year(int(f"{first[: -len(last)]}{last}"))
    return Days(calendar.year(int(first)).first, end.last, Precision.SPAN)


def _are_neighbours(first: Days, second: Days) -> bool:
    """True for a year and the next."""
    return first.precision is second.precision and first.precision in _YEARS and first.last.year + 1 == second.last.year


def _up_to_states(text: str, times: list[TimeExpression], published: date | None) -> list[TimeExpression]:
    """The same expressions; what has run since some time ends where the sentence says how things stood.

    "As of September 24, 291 people had been killed since 2016" tells nothing of the days after it.
    """
    states = [each for each in times if each.days and text.startswith(_AS_OF, each.start) and not each.weak]
    if published is None or len(states) != 1 or not states[0].days:
        return times
    state, last = states[0], states[0].days.last
    return [
        each._replace(days=each.days._replace(last=last))
        if each.role is Role.SINCE
        and each.days
        and each.days.first < last <= each.days.last == published
        and not _PARTED.search(text, *sorted((state.start, each.start)))
        else each
        for each in times
    ]
