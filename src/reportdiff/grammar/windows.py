"""Times told from the day of publication or from each other: "over the past five years", "this year", "since then"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.grammar.numbers import WORDS
from reportdiff.grammar.times import Anchor, Role, TimeExpression, near_hints
from reportdiff.model.period import Precision
from reportdiff.vocabulary.tables import load_table

_COUNT = "|".join(sorted(WORDS, key=len, reverse=True)) + "|several|few|couple of|dozen"
RELATIVE = re.compile(
    r"\b(?:(?:over|in|during|within|for|throughout|across) )?(?:(?:the|this) )?(?:course of the )?(?P<dir>past|last|previous|preceding|prior|next|coming|following|recent)"
    rf" (?:(?P<count>[0-9]{{1,3}}|{_COUNT}) )?(?P<kind>fiscal |calendar |academic |school )?(?P<unit>quarter[- ]century|half[- ]century|day|week|month|quarter|year|decade|century|centurie)s?\b"
    r"(?P<clock>['’]s)?"
    r"|\b(?P<ago>[0-9]{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twenty) (?P<agounit>day|week|month|year|decade|century)s? (?:ago|earlier|before)\b"
    r"|\b(?:[Ii]n |[Dd]uring )?(?P<this>[Tt]his|[Tt]he current) (?P<thiskind>fiscal )?(?P<thisunit>week|month|quarter|year|decade|century)\b(?: alone)?"
    r"|\b(?P<now>[Tt]oday|[Cc]urrently|[Aa]t present|[Pp]resently|[Nn]owadays|[Tt]o date|[Ss]o far|[Yy]ear[- ]to[- ]date|[Tt]his year|[Rr]ight now|now)\b"
    r"|\b(?P<same>(?:[Ii]n|[Dd]uring|[Oo]ver|[Ff]or) the same (?:time )?(?:period|year|years|months?|time)|(?:[Ii]n|[Dd]uring|[Oo]ver) (?:that|those|these|this) (?:(?:same )?(?:time )?(?:period|years?|months?|time))|[Ss]ince then|[Tt]hat year)\b",
    re.IGNORECASE,
)
_RELATIVE_HINT = re.compile(
    r"\b(?:past|last|previous|preceding|prior|next|coming|following|recent|ago|earlier|before|[Tt]his|current(?:ly)?|[Tt]oday|present(?:ly)?|[Nn]owadays|to date|so far|year[- ]to|[Rr]ight now|same|those|these|that|then|now)\b",
    re.IGNORECASE,
)
_STARTS = [(re.compile(words), day) for words, day in load_table("anchors")["starts"].items()]
_SINCE_START = re.compile(
    rf"\b[Ss]ince (?:the (?:very )?(?:beginning|start|onset|outbreak|advent|outset) of )?(?:the )?(?P<event>{'|'.join(load_table('anchors')['starts'])})(?: (?:began|started|broke out|emerged))?"
)


def scan_relative(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    for found in near_hints(RELATIVE, _RELATIVE_HINT, text, start, end):
        if found["dir"]:
            expression = _window(text, found, anchor)
            if expression:
                yield expression
        elif found["ago"]:
            yield _ago(found, anchor)
        elif found["this"]:
            yield TimeExpression(*found.span(), _this(found, anchor), Role.POINT)
        elif found["same"] and _OF_YEAR.match(text, found.end()):
            continue
        elif found["same"]:
            yield TimeExpression(*found.span(), None, Role.SAME)
        else:
            now = None if anchor.published is None else _today(anchor.published)
            yield TimeExpression(*found.span(), now, Role.NOW)


_OF_YEAR = re.compile(r" (?:in|of|last|a year|the previous|one year)\b")


def _today(published: date) -> Days:
    return Days(published, published, Precision.DAY)


_COMPARED = re.compile(
    r"(?:(?<=[0-9]%) o(?:ver|n)|percent o(?:ver|n)|from|than|compared (?:to|with)|against|versus) (?:the )?(?:same period )?$",
    re.IGNORECASE,
)


def _window(text: str, found: re.Match[str], anchor: Anchor) -> TimeExpression | None:
    """A span that ends or begins at publication: "over the past five years", "the next fiscal year", "last year"."""
    direction, unit, words = found["dir"].lower(), found["unit"].lower(), (found["count"] or "").lower()
    if direction in ("recent", "following", "preceding", "prior") and not words:
        return TimeExpression(*found.span(), None, Role.BASE, weak=True)
    if direction in ("preceding", "prior") or (
        direction in ("previous", "last")
        and _COMPARED.search(
            text, max(0, found.start() - 16), found.start(1) if found.start("dir") < 0 else found.start("dir")
        )
    ):
        return TimeExpression(*found.span(), None, Role.BASE, weak=True)
    published = anchor.published
    if published is None:
        return TimeExpression(*found.span(), None, Role.WINDOW)
    unit, factor = {
        "quarter century": ("year", 25),
        "half century": ("year", 50),
        "centurie": ("century", 1),
        "quarter": ("month", 3),
    }.get(unit.replace("-", " "), (unit, 1))
    vague = words in ("several", "few", "couple of", "dozen")
    count = {"several": 3, "few": 3, "couple of": 2, "dozen": 12}.get(words) or (
        int(words) if words.isdigit() else int(WORDS.get(words, 1))
    )
    ahead = direction in ("next", "coming", "following")
    if not words and unit == "year" and (found["kind"] or "").strip() == "fiscal":
        return TimeExpression(*found.span(), _neighbour_fiscal_year(published, ahead, anchor), Role.POINT)
    bare = not words and not re.match(
        r"(?:over|in|during|within|for|throughout|across) (?:the|this) |the ", found.group(), re.IGNORECASE
    )
    if bare and unit in ("year", "month") and direction in ("last", "next", "previous"):
        return TimeExpression(*found.span(), _neighbour(published, unit, 1 if ahead else -1), Role.POINT)
    if vague and not ahead:
        return TimeExpression(*found.span(), None, Role.WINDOW)
    other = calendar.shift(published, (1 if ahead else -1) * count * factor, unit)
    days = Days(min(published, other), max(published, other), Precision.SPAN)
    return TimeExpression(*found.span(), days, Role.WINDOW)


def _neighbour(published: date, unit: str, step: int) -> Days:
    if unit == "year":
        return calendar.year(published.year + step)
    other = calendar.add_months(published.replace(day=1), step)
    return calendar.month(other.year, other.month)


def _neighbour_fiscal_year(published: date, ahead: bool, anchor: Anchor) -> Days:
    start = anchor.fiscal_year_start
    current = published.year + (1 if start > 1 and published.month >= start else 0)
    return calendar.fiscal_year(current + (1 if ahead else -1), start)


def _ago(found: re.Match[str], anchor: Anchor) -> TimeExpression:
    if anchor.published is None or not found.group().endswith("ago"):
        return TimeExpression(*found.span(), None, Role.POINT, weak=True)
    words = found["ago"].lower()
    count = int(words) if words.isdigit() else 1 if words in ("a", "an") else int(WORDS[words])
    then = calendar.shift(anchor.published, -count, found["agounit"].lower())
    return TimeExpression(*found.span(), Days(then, then, Precision.DAY), Role.POINT)


def _this(found: re.Match[str], anchor: Anchor) -> Days | None:
    published = anchor.published
    unit = found["thisunit"].lower()
    if published is None or unit in ("decade", "century", "week"):
        return None
    if found["thiskind"]:
        start = anchor.fiscal_year_start
        return calendar.fiscal_year(published.year + (1 if start > 1 and published.month >= start else 0), start)
    if unit == "year":
        return calendar.year(published.year)
    if unit == "quarter":
        return calendar.quarter(published.year, (published.month + 2) // 3)
    return calendar.month(published.year, published.month)


_START_OF_YEAR = re.compile(r"\b[Ss]ince (?:the )?(?:start|beginning) of (?:the|this) year\b")


def scan_starts(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    """Spans from a start that every reader knows: "since the pandemic began", "since the start of the year"."""
    published = anchor.published
    for found in _START_OF_YEAR.finditer(text, start, end) if published else ():
        assert published is not None
        yield TimeExpression(*found.span(), Days(date(published.year, 1, 1), published, Precision.SPAN), Role.SINCE)
    for found in _SINCE_START.finditer(text, start, end):
        first = next(day for words, day in _STARTS if words.fullmatch(found["event"]))
        if anchor.published and first <= anchor.published:
            yield TimeExpression(*found.span(), Days(first, anchor.published, Precision.SPAN), Role.SINCE)
