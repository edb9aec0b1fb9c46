"""Time expressions of a sentence: which days they name, and how they bear on a figure.

Relative expressions ("over the past five years", "in July") are read from the day of publication, never from today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.dates import CALENDAR, ENDED, ended_span, is_name, is_span, is_time, read_calendar
from reportdiff.grammar.times import Anchor, Role, TimeExpression, near_hints
from reportdiff.grammar.windows import scan_relative, scan_starts
from reportdiff.model.period import Precision

_ROLE_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:(?P<since>since(?: the (?:beginning|start|end) of)?|starting in|beginning in|as early as|dating back to|from)"
    r"|(?P<until>until|till|through|up to|prior to|before|to)"
    r"|(?P<target>by(?: the (?:end|beginning|middle) of)?|no later than|before the end of)"
    r"|(?P<asof>as of|as at|at the end of|end of|at year-end|at end-?)"
    r"|(?P<base>below|above|against|over|from|than in|than|compared (?:to|with)|relative to|versus|vs\.?)"
    r"|(?P<point>in|on|during|for|of|at|throughout|around|about|late in|early in|after)) (?:the )?(?:year |years |month of |period |end of |beginning of |start of |summer of |winter of |spring of |fall of |autumn of )?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?<![A-Za-z])(?P<word>between|from|for|over|in|during)(?: the)?(?: (?:period|years?|fiscal years?))? $",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:will|expected to|scheduled|slated|plans? to|set to|upcoming|is to|are to)\b")
_THROUGH = re.compile(r"\b[Tt]hrough (?:the end of )?$")
_SO_FAR = re.compile(r"(?:so far|to date|thus far)(?: in| during)? $|\b(?:so far|to date)$", re.IGNORECASE)
_SINCE_CLAUSE = re.compile(r"\b[Ss]ince (?:[a-zA-Z’']+ ){1,6}(?:in|on) $")
_CALENDAR_HINT = re.compile(
    r"[12][0-9]{3}|(?<![A-Za-z])(?:J(?:an|u[nl])|Feb|Ma[ry]|A(?:pr|ug)|Sep|Oct|Nov|Dec|FY|Q[1-4])|iscal |centur"
)


def scan_times(text: str, start: int, end: int, anchor: Anchor) -> list[TimeExpression]:
    """Every time expression in ``text[start:end]`` (a sentence), in order, none overlapping another."""
    found = [*_scan_calendar(text, start, end, anchor), *scan_relative(text, start, end, anchor)]
    if text.find("ince ", start, end) >= 0:
        found += scan_starts(text, start, end, anchor)
    found.sort(key=_by_place)
    kept: list[TimeExpression] = []
    for expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return _joined(text, _with_years(kept)) if len(kept) > 1 else kept


def _with_years(times: list[TimeExpression]) -> list[TimeExpression]:
    """The same expressions; a month without a year takes that of the date before it: "in June 2016 … and in July"."""
    out: list[TimeExpression] = []
    for expression in times:
        told = next((t.days for t in reversed(out) if t.days and not t.yearless and t.role not in _UNTOLD), None)
        if expression.yearless and expression.days and told and told.precision is not Precision.SPAN:
            expression = replace(expression, days=calendar.in_year(expression.days, told.last.year))
        out.append(expression)
    return out


_UNTOLD = frozenset({Role.WINDOW, Role.TARGET, Role.NOW, Role.BASE, Role.BRACKET})


def _by_place(expression: TimeExpression) -> tuple[int, int]:
    return expression.start, -expression.end


def _scan_calendar(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    for found in near_hints(CALENDAR, _CALENDAR_HINT, text, start, end):
        at, stop = found.span()
        if not is_time(text, found):
            continue
        days = read_calendar(found, anchor, ahead=bool(_AHEAD.search(text, max(start, at - 160), at)))
        if days is None and not (found["month1"] or found["month3"]):
            continue
        role, begin = _role_before(text, start, at)
        if role is Role.POINT and days and (clause := _SINCE_CLAUSE.search(text, max(start, at - 60), at)):
            role, begin = Role.SINCE, clause.start()
        if (
            days
            and days.precision is Precision.YEAR
            and anchor.published
            and days.first <= anchor.published <= days.last
        ):
            if so_far := _SO_FAR.search(text, max(start, begin - 12), at):
                days, begin = Days(days.first, anchor.published, Precision.SPAN), so_far.start()
        if days and days.precision in (Precision.DAY, Precision.MONTH) and (ended := ENDED.search(text, max(start, at - 44), at)):
            days, begin, role = ended_span(ended, days), ended.start(), Role.POINT
        if days and role is Role.UNTIL and days.precision is Precision.MONTH and _THROUGH.search(text, max(start, at - 20), at):
            days, role = Days(days.first.replace(month=1), days.last, Precision.SPAN), Role.POINT
        bracket = _in_bracket(text, at, stop)
        if bracket:
            yield TimeExpression(bracket[0], bracket[1], days, Role.BRACKET, estimated="est" in text[at : bracket[1]])
            continue
        if (
            days is not None
            and days.precision is Precision.SPAN
            and role in (Role.POINT, Role.SINCE, Role.UNTIL)
            and is_span(found)
        ):
            role = Role.RANGE
        if role is Role.SINCE and days and anchor.published and text[begin : begin + 4].lower() != "from":
            days = Days(days.first, max(anchor.published, days.last), Precision.SPAN)
        yearless = bool((found["month1"] and not found["year1"]) or (found["month3"] and not found["year3"]))
        weak = role is Role.BASE or is_name(text, found)
        yield TimeExpression(begin, stop, days, role, weak=weak, yearless=yearless)


def _role_before(text: str, start: int, at: int) -> tuple[Role, int]:
    found = _ROLE_BEFORE.search(text, max(start, at - 34), at)
    if not found:
        return Role.POINT, at
    for name, role in (
        ("since", Role.SINCE),
        ("until", Role.UNTIL),
        ("target", Role.TARGET),
        ("asof", Role.POINT),
        ("base", Role.BASE),
        ("point", Role.POINT),
    ):
        if found[name]:
            return role, found.start(name)
    return Role.POINT, at


_BRACKET_BEFORE = re.compile(r"\((?:[A-Za-z.,:; ]{0,30})$")
_BRACKET_AFTER = re.compile(
    r"(?: est\.?| estimate| census| proj\.?| projected| FY| survey| data| only)?(?:,[^()]{0,40})?\)"
)


def _in_bracket(text: str, at: int, stop: int) -> tuple[int, int] | None:
    """The bracket around a date that fills it ("(2010 est.)", "(July 2010)", "(as of 2015)"); None where there is none."""
    opening = _BRACKET_BEFORE.search(text, max(0, at - 34), at)
    closing = _BRACKET_AFTER.match(text, stop) if opening else None
    return (opening.start(), closing.end()) if opening and closing else None


def _joined(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Make one range of two dates that "between … and" or "from … to" joins, with no figure between them."""
    out: list[TimeExpression] = []
    for expression in times:
        last = out[-1] if out else None
        if last and last.yearless and not expression.yearless and last.days and expression.days:
            last = replace(last, days=calendar.in_year(last.days, expression.days.last.year))
        if last and _makes_range(text, last, expression):
            assert last.days and expression.days
            days = Days(last.days.first, expression.days.last, Precision.SPAN)
            out[-1] = TimeExpression(last.start, expression.end, days, Role.RANGE)
        else:
            out.append(expression)
    return out


def _makes_range(text: str, last: TimeExpression, following: TimeExpression) -> bool:
    if (
        not (last.days and following.days)
        or last.days.first > following.days.last
        or last.role in (Role.BRACKET, Role.WINDOW)
    ):
        return False
    gap = text[last.end : following.start]
    joint = text[last.end : following.end]
    if following.role is Role.UNTIL and gap == " ":
        return True
    in_list = text[max(0, last.start - 2) : last.start] == ", "
    if gap == " and " and not in_list and _is_year(last) and _is_year(following) and following.days.first.year == last.days.first.year + 1:
        return True
    opener = _BETWEEN.search(text, max(0, last.start - 24), last.start) or re.match(
        r"(?:between|from) ", text[last.start : last.start + 8], re.IGNORECASE
    )
    return bool(opener and re.match(r" (?:and|to|through|until|-|–) ", joint))


def _is_year(expression: TimeExpression) -> bool:
    return expression.days is not None and expression.days.precision in (Precision.YEAR, Precision.FISCAL_YEAR)
