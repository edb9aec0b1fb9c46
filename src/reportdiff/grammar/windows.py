"""Times told from the day of publication or from each other: "over the past five years", "this year", "since then"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.number_words import WORDS
from reportdiff.grammar.times import Anchor, Role, TimeExpression
from reportdiff.grammar.wordlists import any_of, hint_of, word_before
from reportdiff.grammar.year_parts import HINT_STARTS, PART_HINTS, YEAR_PART, read_year_part
from reportdiff.model.period import Precision
from reportdiff.vocabulary.tables import load_table

_DIRECTIONS = "past last previous preceding prior next coming following recent".split()
_UNITS = "day week month quarter year decade century".split()
_VAGUE = {"several": 3, "few": 3, "couple of": 2, "dozen": 12}
_COUNT = any_of([*WORDS, *_VAGUE])
_WITHIN = "in during for of".split()
AGAINST = "over on from than to with against versus as".split()
"""Words that lead to what a figure is compared with."""
_ARTICLE = r"(?:over|in|during|within|for|throughout|across) (?:the|this) |the "
SAME_PART = r"the (?:same|corresponding|comparable|equivalent) (?:period|month|week|quarter|half)(?: of| in)?"
"""A part of another year that is told by the part of the year told before."""
YEAR_BEFORE = r"(?:(?:the )?(?:last|previous|preceding|prior) year|(?:an?|one|the) year (?:earlier|before|ago))"
YEAR_AGO = r"the (?:year[- ](?:ago|earlier)|prior[- ]year)(?: comparable| corresponding)? (?:period|quarter|month|half)"
_RELATIVE = re.compile(
    rf"\b(?:(?P<lead>{any_of([*_WITHIN, *AGAINST])}) )?(?P<samepart>{SAME_PART} {YEAR_BEFORE}|{YEAR_AGO})\b"
    r"|\b(?:(?:over|in|during|within|for|throughout|across) )?(?:(?:the|this) )?(?:course of the )?"
    rf"(?P<direction>{any_of(_DIRECTIONS)}) (?:(?P<count>[0-9]{{1,3}}|{_COUNT}) )?"
    r"(?P<kind>fiscal |financial |reporting |calendar |academic |school )?"
    r"(?P<unit>quarter[- ]century|half[- ]century|day|week|month|quarter|year|decade|century|centurie)s?\b(?:['’]s)?"
    r"(?! of [12][0-9]{3})"
    rf"|\b(?P<ago>[0-9]{{1,3}}|{any_of(['a', 'an', *WORDS])}) "
    r"(?P<agounit>day|week|month|quarter|year|decade|century)s? (?:ago|earlier|before|later)\b"
    r"|\b(?:in |during |for )?(?P<before>the (?:year|month|quarter|decade) (?:before|earlier))\b"
    r"(?! (?:the|last|it|he|she|they)\b)"
    r"|\b(?:(?P<sofar>so far|thus far) )?(?:in |during )?(?P<this>this|the current) (?P<thiskind>fiscal )?"
    r"(?P<thisunit>week|month|quarter|year|decade|century)\b(?: alone)?(?P<todate> so far| thus far| to date)?"
    r"|\b(?P<now>today|currently|at present|presently|nowadays|to date|so far|right now|now)\b"
    r"(?! (?:forecast|projected|expected|estimated|predicted|put|seen|valued|set)\b)"
    r"|\bby (?P<yearend>(?:the )?(?:end of the year|year[- ]end))\b(?! of\b|(?: in|,)? [12][0-9]{3}\b)"
    r"|\b(?:(?:in|for|during) )?(?:the )?(?P<yeartodate>(?:calendar )?year[- ]to[- ]date)\b"
    r"|\b(?P<same>(?:in|during|over|for) the same (?:time )?(?:period|year|years|months?|time)"
    r"|(?:in|during|over) (?:that|those|these|this) (?:same )?(?:time )?(?:period|years?|months?|time)"
    r"|since then|that year)\b",
    re.IGNORECASE,
)
_HINTS = [
    *_DIRECTIONS,
    *(f"{unit}{s} {then}" for unit in _UNITS for s in ("", "s") for then in ("ago", "earlier", "before", "later")),
    *(f"{this} {unit}" for this in ("this", "current") for unit in [*_UNITS, "fiscal"]),
    *(f"{that} {what}" for that in ("this", "that", "those", "these", "same") for what in ("same", "time", "period")),
    *(f"{that} {unit}" for that in ("that", "those", "these", "same") for unit in ("year", "years", "month", "months")),
    *(f"{year}-{then}" for year in ("year", "prior") for then in ("ago", "earlier", "year")),
    *(f"this {units}" for units in ("years", "months")),
    *("today", "currently", "present", "presently", "nowadays", "to date", "so far", "now", "since then"),
    *(f"year{a}to{b}date" for a in " -" for b in " -"),
    *("end of the year", "year-end", "year end"),
]
_HINT = hint_of([*_HINTS, *PART_HINTS])
_REACH, _AHEAD = 44, 80
"""How far an expression reaches before and behind the words that hint at it."""
_OF_YEAR = re.compile(r" (?:in|of|last|a year|the previous|one year)\b")
_COMPARED = re.compile(
    r"(?:(?<=[0-9]%) (?:up |down )?o(?:ver|n)|percent (?:up |down )?o(?:ver|n)"
    r"|(?:increase|rise|gain|growth|jump|decrease|decline|drop|fall|cut) o(?:ver|n)"
    r"|from|than|compared (?:to|with)|against|versus|above|below|exceed(?:s|ed|ing)|surpass(?:es|ed|ing)) "
    r"(?:the )?(?:same period )?$",
    re.IGNORECASE,
)
_OLDER_BEFORE = re.compile(
    r"(?:\b(?:from|against|compared (?:to|with)|versus)|[0-9]{4},? and) (?:about |some |over |by )?[$€£]?[0-9][0-9.,]*"
    r"(?:%| percent| per cent)?(?: [a-z]+)? $",
    re.IGNORECASE,
)
"""In front of the year that an older figure is of: "down from 552 in the previous year", "5 in 2020 and 9 in the …"."""
_COMPARED_REACH = 44
_WITH_ARTICLE = re.compile(_ARTICLE, re.IGNORECASE)
_LONG_UNITS = {
    "quarter century": ("year", 25),
    "half century": ("year", 50),
    "centurie": ("century", 1),
    "quarter": ("month", 3),
}
_STARTS = [(re.compile(words), day) for words, day in load_table("anchors")["starts"].items()]
_SINCE_START = re.compile(
    r"\b[Ss]ince (?:the (?:very )?(?:beginning|start|onset|outbreak|advent|outset) of )?(?:the )?"
    rf"(?P<event>{'|'.join(load_table('anchors')['starts'])})(?: (?:began|started|broke out|emerged))?"
)
_START_OF_YEAR = re.compile(r"\b[Ss]ince (?:the )?(?:start|beginning) of (?:the|this) year\b")


_TO_COME = re.compile(
    r"\b(?:(?:is|are|be) (?:[a-z]+ )?(?:expected|forecast|projected|predicted|anticipated|likely|set|due|scheduled)"
    r"|will|should|could|may|might|expects?|forecasts?|projects|plans?|aims?)\b[^;:]*$"
)
_TO_COME_REACH = 160
"""Before "by the end of the year" in a clause of what is to come."""


def scan_relative(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    """The expressions in ``text[start:end]`` that are told from the day of publication or from a time told before."""
    for found in _find_relative(text, start, end):
        if found.re is YEAR_PART:
            yield read_year_part(found, anchor)
        elif found["samepart"]:
            against = (found["lead"] or "").lower() in AGAINST
            before = _neighbour(anchor.published, "year", -1) if anchor.published and not against else None
            yield TimeExpression(*found.span(), before, Role.BASE if against else Role.POINT, weak=True)
        elif found["direction"]:
            yield _window(text, found, anchor)
        elif found["ago"]:
            yield _ago(found, anchor)
        elif found["before"]:
            yield TimeExpression(*found.span(), None, Role.POINT, weak=True)
        elif found["this"]:
            yield TimeExpression(*found.span(), _this(found, anchor), Role.POINT)
        elif found["now"]:
            now = None if anchor.published is None else Days(anchor.published, anchor.published, Precision.DAY)
            yield TimeExpression(*found.span(), now, Role.NOW)
        elif found["yearend"]:
            yield from _year_end(text, start, found, anchor)
        elif found["yeartodate"]:
            yield TimeExpression(*found.span(), _year_to(anchor.published), Role.POINT)
        elif not _OF_YEAR.match(text, found.end()):
            yield TimeExpression(*found.span(), None, Role.SAME)


def _find_relative(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of the dear pattern, looked for only around its hints."""
    done = start
    if text[start:end].isupper():
        yield from _RELATIVE.finditer(text, start, end)
        return
    if start == 0 and (found := _RELATIVE.match(text, 0, end)):
        yield found
        done = found.end()
    for hint in _HINT.finditer(text, max(start - 1, 0), end):
        at = hint.start() + 1
        if at < done:
            continue
        stop = min(hint.end() + _AHEAD, end)
        if hint.group()[1:5].lower() in HINT_STARTS:
            if part := YEAR_PART.search(text, max(done, at - _REACH), stop):
                yield part
                done = part.end()
            continue
        while (found := _RELATIVE.search(text, max(done, at - _REACH), stop)) and found.end() <= at:
            yield found
            done = found.end()
        if found:
            yield found
            done = found.end()


def _window(text: str, found: re.Match[str], anchor: Anchor) -> TimeExpression:
    """A span that ends or begins at publication: "over the past five years", "the next fiscal year", "last year"."""
    direction, words, published = found["direction"].lower(), (found["count"] or "").lower(), anchor.published
    if direction == "previous" and _OLDER_BEFORE.search(text, max(0, found.start() - _COMPARED_REACH), found.start()):
        return TimeExpression(*found.span(), None, Role.POINT, weak=True)
    if _is_base(text, found, direction, words):
        return TimeExpression(*found.span(), _year_before(published, found, words), Role.BASE, weak=True)
    if published is None:
        return TimeExpression(*found.span(), None, Role.WINDOW)
    unit = found["unit"].lower().replace("-", " ")
    unit, factor = _LONG_UNITS.get(unit, (unit, 1))
    ahead = direction in ("next", "coming", "following")
    if not words and unit == "year" and (found["kind"] or "").strip() == "fiscal":
        return TimeExpression(*found.span(), _neighbour_fiscal_year(published, anchor, 1 if ahead else -1), Role.POINT)
    bare = not words and direction in ("last", "next", "previous") and not _WITH_ARTICLE.match(found.group())
    if bare and found["unit"].lower() in ("year", "month", "quarter"):
        neighbour = _neighbour(published, found["unit"].lower(), 1 if ahead else -1)
        return TimeExpression(*found.span(), neighbour, Role.POINT)
    if words in _VAGUE and not ahead:
        return TimeExpression(*found.span(), None, Role.WINDOW)
    count = _VAGUE.get(words) or (int(words) if words.isdigit() else int(WORDS.get(words, 1)))
    other = calendar.shift(published, (1 if ahead else -1) * count * factor, unit)
    days = Days(min(published, other), max(published, other), Precision.SPAN)
    return TimeExpression(*found.span(), days, Role.WINDOW)


def _year_before(published: date | None, found: re.Match[str], words: str) -> Days | None:
    """The year before publication, which "last year" names though a figure is only compared with it."""
    named = found["direction"].lower() in ("last", "previous") and found["unit"].lower() == "year" and not words
    return _neighbour(published, "year", -1) if published and named else None


def _is_base(text: str, found: re.Match[str], direction: str, words: str) -> bool:
    """True where the span is only what a figure is compared with: "up 5 percent over the previous year"."""
    if direction == "previous" and word_before(text, 0, found.start() - 1) == "on":
        return True
    if direction in ("preceding", "prior") or (direction in ("recent", "following") and not words):
        return True
    if direction not in ("previous", "last"):
        return False
    at = found.start("direction")
    return bool(_COMPARED.search(text, max(0, found.start() - _COMPARED_REACH), at))


def _neighbour(published: date, unit: str, step: int) -> Days:
    if unit == "year":
        return calendar.year(published.year + step)
    if unit == "quarter":
        other = calendar.add_months(published.replace(day=1), 3 * step)
        return calendar.quarter(other.year, (other.month + 2) // 3)
    other = calendar.add_months(published.replace(day=1), step)
    return calendar.month(other.year, other.month)


def _neighbour_fiscal_year(published: date, anchor: Anchor, step: int) -> Days:
    """The fiscal year *step* years from that of publication."""
    start = anchor.fiscal_year_start
    current = published.year + (1 if start > 1 and published.month >= start else 0)
    return calendar.fiscal_year(current + step, start)


def _year_to(published: date | None) -> Days | None:
    return None if published is None else Days(date(published.year, 1, 1), published, Precision.SPAN)


def _year_end(text: str, start: int, found: re.Match[str], anchor: Anchor) -> Iterator[TimeExpression]:
    """The year of publication as the target of what is to come by its end; what is past tells of another year."""
    if anchor.published and _TO_COME.search(text, max(start, found.start() - _TO_COME_REACH), found.start()):
        yield TimeExpression(*found.span(), calendar.year(anchor.published.year), Role.TARGET)


def _ago(found: re.Match[str], anchor: Anchor) -> TimeExpression:
    if anchor.published is None or not found.group().endswith("ago"):
        return TimeExpression(*found.span(), None, Role.POINT, weak=True)
    words = found["ago"].lower()
    count = int(words) if words.isdigit() else 1 if words in ("a", "an") else int(WORDS[words])
    then = calendar.shift(anchor.published, -count, found["agounit"].lower())
    if word_before(found.string, 0, found.start() - 1).lower() in AGAINST:
        return TimeExpression(*found.span(), Days(then, then, Precision.DAY), Role.BASE, weak=True)
    return TimeExpression(*found.span(), Days(then, then, Precision.DAY), Role.POINT)


def _this(found: re.Match[str], anchor: Anchor) -> Days | None:
    """The week, month or year of publication, up to that day where it is told so far; None where nothing tells."""
    days = _whole(found, anchor)
    if days is None or anchor.published is None or not (found["sofar"] or found["todate"]):
        return days
    return Days(days.first, anchor.published, Precision.SPAN)


def _whole(found: re.Match[str], anchor: Anchor) -> Days | None:
    published = anchor.published
    unit = found["thisunit"].lower()
    if published is None or unit in ("decade", "century", "week"):
        return None
    if found["thiskind"]:
        return _neighbour_fiscal_year(published, anchor, 0)
    if unit == "year":
        return calendar.year(published.year)
    if unit == "quarter":
        return calendar.quarter(published.year, (published.month + 2) // 3)
    return calendar.month(published.year, published.month)


def scan_starts(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    """Spans from a start that every reader knows: "since the pandemic began", "since the start of the year"."""
    published = anchor.published
    if published is None:
        return
    for found in _START_OF_YEAR.finditer(text, start, end):
        yield TimeExpression(*found.span(), Days(date(published.year, 1, 1), published, Precision.SPAN), Role.SINCE)
    for found in _SINCE_START.finditer(text, start, end):
        first = next(day for words, day in _STARTS if words.fullmatch(found["event"]))
        if first <= published:
            yield TimeExpression(*found.span(), Days(first, published, Precision.SPAN), Role.SINCE)
