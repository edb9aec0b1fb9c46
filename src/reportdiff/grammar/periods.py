"""Time expressions of a sentence: which days they name, and how they bear on a figure.

Relative expressions ("over the past five years", "in July") are read from the day of publication, never from today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.date_shapes import find_dates
from reportdiff.grammar.dates import is_span, is_yearless, read_calendar
from reportdiff.grammar.number_words import WORDS
from reportdiff.grammar.related_times import relate_times
from reportdiff.grammar.roles import role_before
from reportdiff.grammar.times import Anchor, Role, TimeExpression
from reportdiff.grammar.windows import scan_relative, scan_starts
from reportdiff.grammar.years import is_name, is_time
from reportdiff.model.period import Precision

_AHEAD = re.compile(
    r"\b(?:will|expected to|scheduled|slated|plans? to|set to|upcoming|is to|are to|propos(?:e|es|ing) to)\b"
)
_AHEAD_REACH = 160
_SINCE_CLAUSE = re.compile(r"\b[Ss]ince (?:(?:[a-zA-Z’']+ ){1,6}(?:in|on)|(?:[a-z]+ ){1,5}of(?: the)?) $")
"""In front of the date of what began then: "since he took office in 2016", "since the signing of the 2016 accord"."""
_SINCE_REACH = 60
_SO_FAR = re.compile(r"(?:so far|to date|thus far)(?: in| during)? $", re.IGNORECASE)
_SO_FAR_REACH = 20
_THROUGH = re.compile(r"\b[Tt]hrough (?:the end of )?$")
_THROUGH_REACH = 20
_LASTS = re.compile(
    r"\b(?:valid|extend(?:s|ed)|last(?:s|ed)|ran|runs?|running|continu(?:e|es|ed|ing)|held at|remain(?:s|ed)?|stayed)\b"
    r"[^.,;]{0,20}$"
    r"|\b(?:open|closed|shut|accepted|available|effective|in force|suspended|banned|held) $"
    r"|\b(?:hours|days|weeks?|fortnight|months?|season|quarter|half|year|period) $"
)
"""In front of "through July 8" where no year is counted: what lasted, or another stretch, "the week through"."""
_LASTS_REACH = 40
_ENDED = re.compile(
    r"\b(?:(?:for|in|during|over|from) )?(?:the )?"
    r"(?:(?P<count>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|[0-9]{1,2})"
    r"[- ]months?(?: period)?"
    r"|(?:fiscal |financial )?(?P<year>year)|(?P<quarter>(?:fiscal )?quarter)|(?P<half>half[- ]year)"
    r"|(?P<quarters>two|three|four) quarters) (?:ended|ending|to|through)(?: on|(?: the)? end(?: of)?)? $"
)
_ENDED_REACH = 60
_ENDING = frozenset({Precision.DAY, Precision.MONTH, Precision.QUARTER})
_BRACKET_LEAD = re.compile(r"\([A-Za-z.,:; ]*")
_BRACKET_END = re.compile(
    r"(?: est\.?| estimate| census| proj\.?| projected| FY| survey| data| only)?(?:,[^()]{0,40})?\)"
)
_BRACKET_REACH = 31
_WHEN_BEHIND = re.compile(r",? when\b")
"""Behind the time of what is told for comparison: "unlike in 2009, when exports fell 20 percent"."""
_ESTIMATED = re.compile(r"\best(?:imate)?\b")
_LASTING = frozenset({Role.POINT, Role.SINCE, Role.UNTIL})


def scan_times(text: str, start: int, end: int, anchor: Anchor) -> list[TimeExpression]:
    """Every time expression in ``text[start:end]`` (a sentence), in order, none overlapping another."""
    found = list(_scan_calendar(text, start, end, anchor))
    found += scan_relative(text, start, end, anchor)
    if text.find("ince ", start, end) >= 0:
        found += scan_starts(text, start, end, anchor)
    if len(found) < 2:
        return found
    found.sort(key=_by_place)
    kept: list[TimeExpression] = []
    for expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return relate_times(text, kept, anchor.published)


def _by_place(expression: TimeExpression) -> tuple[int, int]:
    return expression.start, -expression.end


def _scan_calendar(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    for found in find_dates(text, start, end):
        if is_time(text, found) and (expression := _read_date(text, start, found, anchor)):
            yield expression


def _read_date(text: str, start: int, found: re.Match[str], anchor: Anchor) -> TimeExpression | None:
    """The expression that a date of the calendar and the words around it make; None for days that no calendar has."""
    at, stop = found.span()
    yearless = is_yearless(found)
    ahead = bool(_AHEAD.search(text, max(start, at - _AHEAD_REACH), at))
    days = read_calendar(found, anchor, ahead=ahead)
    if days is None and not yearless:
        return None
    role, begin, days = _told_before(text, start, at, days, anchor, yearless=yearless)
    if bracket := _bracket_around(text, at, stop):
        estimated = _ESTIMATED.search(text, at, bracket[1]) is not None
        return TimeExpression(bracket[0], bracket[1], days, Role.BRACKET, estimated=estimated)
    if days is not None and days.precision is Precision.SPAN and role in _LASTING and is_span(found):
        role = Role.RANGE
    if role is Role.SINCE and days and anchor.published and text[begin : begin + 4].lower() != "from":
        days = Days(days.first, _until(days, anchor.published), Precision.SPAN)
    if role is Role.BASE and _WHEN_BEHIND.match(text, stop):
        role = Role.POINT
    weak = role is Role.BASE or (role is not Role.SINCE and is_name(text, found))
    return TimeExpression(begin, stop, days, role, weak=weak, yearless=yearless)


def _told_before(
    text: str, start: int, at: int, days: Days | None, anchor: Anchor, *, yearless: bool
) -> tuple[Role, int, Days | None]:
    """The role of a date by the words in front of it, where they begin, and the days that they make of its own."""
    role, begin = role_before(text, start, at)
    if days is None:
        return role, begin, None
    if role is Role.POINT and (clause := _SINCE_CLAUSE.search(text, max(start, at - _SINCE_REACH), at)):
        role, begin = Role.SINCE, clause.start()
    published = anchor.published
    if published and days.first <= published <= days.last:
        so_far = _SO_FAR.search(text, max(start, at - _SO_FAR_REACH), at)
        if so_far:
            return role, so_far.start(), Days(days.first, published, Precision.SPAN)
    if days.precision not in _ENDING:
        return role, begin, days
    if ended := _ENDED.search(text, max(start, at - _ENDED_REACH), at):
        return Role.POINT, ended.start(), _ended_span(ended, days)
    if role is Role.UNTIL and (through := _THROUGH.search(text, max(start, at - _THROUGH_REACH), at)):
        told = days.precision is Precision.MONTH or (yearless and (published is None or days.last <= published))
        if told and not _LASTS.search(text, max(start, through.start() - _LASTS_REACH), through.start()):
            return Role.POINT, begin, Days(days.first.replace(month=1, day=1), days.last, Precision.SPAN)
    return role, begin, days


def _until(begin: Days, published: date) -> date:
    """How far a text of that day looks that tells of the time since *begin*: not to the end of a year under way."""
    return published if begin.precision is Precision.YEAR and published >= begin.first else max(published, begin.last)


def _ended_span(found: re.Match[str], days: Days) -> Days:
    """The months that ended with *days*: "the nine months ended September 30", "the quarter ended March 2020"."""
    count, quarters = found["count"], found["quarters"]
    if count:
        months = int(count) if count.isdigit() else int(WORDS[count])
    elif quarters:
        months = 3 * int(WORDS[quarters])
    else:
        months = 12 if found["year"] else 3 if found["quarter"] else 6
    first = calendar.add_months(days.last + calendar.ONE_DAY, -months)
    return Days(first, days.last, Precision.SPAN)


def _bracket_around(text: str, at: int, stop: int) -> tuple[int, int] | None:
    """The bracket that a date fills ("(2010 est.)", "(July 2010)", "(as of 2015)"); None where there is none."""
    opening = text.rfind("(", max(0, at - _BRACKET_REACH), at)
    if opening < 0 or not _BRACKET_LEAD.fullmatch(text, opening, at):
        return None
    closing = _BRACKET_END.match(text, stop)
    return (opening, closing.end()) if closing else None
