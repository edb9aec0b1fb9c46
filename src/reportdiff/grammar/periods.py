"""Time expressions: which days they name, and how they bear on a figure.

Relative expressions ("over the past five years", "in July") are read from the day of publication, never from today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import MONTHS, Days
from reportdiff.grammar.numbers import WORDS
from reportdiff.model.period import Precision
from reportdiff.vocabulary.tables import load_table


ONE_DAY = timedelta(days=1)


class Role(Enum):
    """How a time expression bears on the figures around it."""

    POINT = "point"
    SINCE = "since"
    UNTIL = "until"
    TARGET = "target"
    RANGE = "range"
    WINDOW = "window"
    BRACKET = "bracket"
    SAME = "same"
    BASE = "base"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression and the days it names.

    ``days`` is None where it points at a time told elsewhere (role SAME) or cannot be dated without a day of publication.
    ``weak``: the year of a law, a treaty or a name, or the base of a comparison; it dates no figure by itself.
    """

    start: int
    end: int
    days: Days | None
    role: Role
    weak: bool = False
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions are read from: the day of publication, and the month in which fiscal years start."""

    published: date | None = None
    fiscal_year_start: int = 10


_MONTH = (
    r"(?P<month{n}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?P<year{n}>1[4-9][0-9]{{2}}|20[0-9]{{2}}|21[0-4][0-9])(?![0-9])"
_PART = r"(?:(?P<part{n}>[Ee]arly|[Mm]id|[Mm]iddle of|[Ll]ate)[ -](?:in )?)?"


def _fill(pattern: str, n: int) -> str:
    return pattern.format(n=n)


_DAY = r"(?P<day{n}>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])"
_DASH = r" ?(?:[-–—]|to|through|until|and) ?"
CALENDAR = re.compile(
    "|".join(
        (
            # 2017-01-25
            r"(?P<iso>(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])",
            # March 5-7, 2021 · March 5 to April 7, 2021 · January 25, 2017 · July 2016 · mid-March 2023 · July
            _fill(_PART, 1) + _fill(_MONTH, 1)
            + r"(?: " + _fill(_DAY, 1) + r"(?:" + _DASH + r"(?:" + _fill(_MONTH, 2) + r" )?(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]))?)?"
            + r"(?P<md>(?:,? (?:of )?)(?P<year1>1[4-9][0-9]{2}|20[0-9]{2}|21[0-4][0-9])(?![0-9]))?",
            # 25 January 2017
            _fill(_DAY, 3) + r" " + _fill(_MONTH, 3) + r"(?:,? " + _fill(_YEAR, 3) + r")?",
            # FY2024 · FY 1999/00 · fiscal years 2007-2011 · fiscal year (FY) 2022
            r"(?P<fiscal>\bFY|\b[Ff]iscal [Yy]ears?(?: \(FY\))?) ?(?P<fy>'?[0-9]{2,4})(?:(?P<fyjoin>[-–/]| to | through | and )(?:FY ?)?(?P<fy2>'?[0-9]{2,4}))?(?![0-9])",
            # Q3 2021 · the third quarter of 2021 · the first half of 2020
            r"\bQ(?P<q>[1-4]) (?:of )?" + _fill(_YEAR, 4),
            r"\b(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|last) (?P<piece>quarter|half|semester|trimester) (?:of )?(?:the year )?" + _fill(_YEAR, 5),
            # the late 1980s · 1990s · the 2010s
            _fill(_PART, 6) + r"(?P<decade>(?:1[4-9]|20)[0-9]0)['’]?s\b",
            # mid-2021 · 2015-2019 · 2019/20 · 2021
            _fill(_PART, 7) + _fill(_YEAR, 7) + r"(?P<span>(?:[-–—/]| to | through | until )(?P<year8>(?:1[4-9]|20|21)[0-9]{2}(?![0-9,]|\.[0-9])|(?<=[-–—/])[0-9]{2}(?![0-9,%]|\.[0-9]| percent)))?",
        )
    )
)  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def read_calendar(found: re.Match[str], anchor: Anchor) -> Days | None:
    """The days that a match of :data:`CALENDAR` names; None where the calendar has no such day or the year is not told."""
    if iso := found["iso"]:
        return calendar.day(int(iso[:4]), int(iso[5:7]), int(iso[8:]))
    if found["fy"]:
        return _fiscal(found, anchor)
    if found["q"]:
        return calendar.quarter(int(found["year4"]), int(found["q"]))
    if found["ordinal"]:
        return _piece(found)
    if found["decade"]:
        return _part(calendar.decade(int(found["decade"])), found["part6"])
    if found["year7"]:
        return _year_or_span(found)
    return _month_and_day(found, anchor)


def _part(days: Days, part: str | None) -> Days:
    return calendar.part_of(days, part.lower().split()[0]) if part else days


def _piece(found: re.Match[str]) -> Days:
    number, year = _ORDINALS[found["ordinal"].lower()], int(found["year5"])
    if found["piece"] in ("half", "semester"):
        return calendar.half_year(year, min(number, 2))
    return calendar.quarter(year, number)


def _century_of(short: str, like: int) -> int:
    """The year that two digits name, in the century of *like* or the next."""
    number = like - like % 100 + int(short)
    return number if number >= like else number + 100


def _year_or_span(found: re.Match[str]) -> Days | None:
    first = int(found["year7"])
    if not found["year8"]:
        return _part(calendar.year(first), found["part7"])
    last = int(found["year8"]) if len(found["year8"]) == 4 else _century_of(found["year8"], first)
    if not first <= last <= first + 300:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31), Precision.SPAN)


def _fiscal(found: re.Match[str], anchor: Anchor) -> Days | None:
    first = _fiscal_number(found["fy"])
    if first is None:
        return None
    days = calendar.fiscal_year(first, anchor.fiscal_year_start)
    if not found["fy2"]:
        return days
    second = found["fy2"].lstrip("'")
    last = int(second) if len(second) == 4 else _century_of(second, first) if len(second) == 2 else None
    if last is None or not first <= last <= first + 100:
        return None
    if found["fyjoin"] == "/":
        return calendar.fiscal_year(last, anchor.fiscal_year_start)
    end = calendar.fiscal_year(last, anchor.fiscal_year_start)
    return Days(days.first, end.last, Precision.SPAN)


def _fiscal_number(digits: str) -> int | None:
    digits = digits.lstrip("'")
    if len(digits) == 4:
        return int(digits) if 1700 <= int(digits) <= 2149 else None
    return (1900 if int(digits) >= 70 else 2000) + int(digits) if len(digits) == 2 else None


def _month_and_day(found: re.Match[str], anchor: Anchor) -> Days | None:
    group = "1" if found["month1"] else "3"
    month = MONTHS[found["month" + group].lower()]
    year, day = found["year" + group], found["day" + group]
    number = int(year) if year else _nearest_year(month, int(day) if day else 1, anchor.published)
    if number is None:
        return None
    if not day:
        return _part(calendar.month(number, month), found["part1"] if group == "1" else None)
    first = calendar.day(number, month, int(day))
    if group == "3" or not found["day2"] or first is None:
        return first
    last = calendar.day(number, MONTHS[(found["month2"] or found["month1"]).lower()], int(found["day2"]))
    return Days(first.first, last.last, Precision.SPAN) if last and last.first >= first.first else first


def _nearest_year(month: int, day: int, published: date | None) -> int | None:
    """The year of a month told without one: the last such month up to publication."""
    if published is None:
        return None
    return published.year if (month, day) <= (published.month, max(published.day, day)) else published.year - 1


_COUNT = "|".join(sorted(WORDS, key=len, reverse=True)) + "|several|few|couple of|dozen"
RELATIVE = re.compile(
    r"\b(?:(?:over|in|during|within|for|throughout|across) )?(?:(?:the|this) )?(?:course of the )?(?P<dir>past|last|previous|preceding|prior|next|coming|following|recent)"
    rf" (?:(?P<count>[0-9]{{1,3}}|{_COUNT}) )?(?P<kind>fiscal |calendar |academic |school )?(?P<unit>quarter-century|half-century|day|week|month|quarter|year|decade|century|centurie)s?\b"
    r"(?P<clock>['’]s)?"
    r"|\b(?P<ago>[0-9]{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twenty) (?P<agounit>day|week|month|year|decade|century)s? (?:ago|earlier|before)\b"
    r"|\b(?:[Ii]n |[Dd]uring )?(?P<this>[Tt]his|[Tt]he current) (?P<thiskind>fiscal )?(?P<thisunit>week|month|quarter|year|decade|century)\b(?: alone)?"
    r"|\b(?P<now>[Tt]oday|[Cc]urrently|[Aa]t present|[Pp]resently|[Nn]owadays|[Tt]o date|[Ss]o far|[Yy]ear[- ]to[- ]date|[Tt]his year|[Rr]ight now)\b"
    r"|\b(?P<same>(?:[Ii]n|[Dd]uring|[Oo]ver|[Ff]or) the same (?:time )?(?:period|year|years|months?|time)|(?:[Ii]n|[Dd]uring|[Oo]ver) (?:that|those|these|this) (?:(?:same )?(?:time )?(?:period|years?|months?|time))|[Ss]ince then|[Tt]hat year)\b",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:(?P<since>since(?: the (?:beginning|start|end) of)?|starting in|beginning in|as early as|dating back to|from)"
    r"|(?P<until>until|till|through|up to|prior to|before|to)"
    r"|(?P<target>by(?: the (?:end|beginning|middle) of)?|no later than|before the end of)"
    r"|(?P<asof>as of|as at|at the end of|end of|at year-end|at end-?)"
    r"|(?P<base>below|above|against|over|from|than in|than|compared (?:to|with)|relative to|versus|vs\.?)"
    r"|(?P<point>in|on|during|for|of|at|throughout|around|about|late in|early in|after)) (?:the )?(?:year |years |month of |period |end of |beginning of |start of |summer of |winter of |spring of |fall of |autumn of )?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<![A-Za-z])(?P<word>between|from|for|over|in|during)(?: the)?(?: (?:period|years?|fiscal years?))? $", re.IGNORECASE)
_JOIN = re.compile(r" (?:and|to|through|until|till|–|-) (?:the )?(?:end of )?$|[-–—]$")


_STARTS = [(re.compile(words), day) for words, day in load_table("anchors")["starts"].items()]
_SINCE_START = re.compile(
    rf"\b[Ss]ince (?:the (?:very )?(?:beginning|start|onset|outbreak|advent|outset) of )?(?:the )?(?P<event>{'|'.join(load_table('anchors')['starts'])})(?: (?:began|started|broke out|emerged))?"
)
_SO_FAR = re.compile(r"(?:so far|to date|thus far)(?: in| during)? $|\b(?:so far|to date)$", re.IGNORECASE)
_SINCE_CLAUSE = re.compile(r"\b[Ss]ince (?:[a-zA-Z’']+ ){1,5}in $")


def scan_times(text: str, start: int, end: int, anchor: Anchor) -> list[TimeExpression]:
    """Every time expression in ``text[start:end]`` (a sentence), in order, none overlapping another."""
    found = [*_scan_calendar(text, start, end, anchor), *_scan_relative(text, start, end, anchor)]
    if text.find("ince ", start, end) >= 0:
        found += _scan_starts(text, start, end, anchor)
    found.sort(key=_by_place)
    kept: list[TimeExpression] = []
    for expression in found:
        if not kept or expression.start >= kept[-1].end:
            kept.append(expression)
    return _joined(text, kept) if len(kept) > 1 else kept


def _scan_starts(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    """Spans from a start that every reader knows: "since the pandemic began"."""
    for found in _SINCE_START.finditer(text, start, end):
        first = next(day for words, day in _STARTS if words.fullmatch(found["event"]))
        if anchor.published and first <= anchor.published:
            yield TimeExpression(*found.span(), Days(first, anchor.published, Precision.SPAN), Role.SINCE)


def _by_place(expression: TimeExpression) -> tuple[int, int]:
    return expression.start, -expression.end


_NAME_AFTER = re.compile(
    r"(?: [A-Z][A-Za-z.’'-]*| of| and| on| for| the| U\.S\.[–-][A-Z][a-z]+){0,9}? (?:Act|Agreement|Treaty|Law|Accord|Accords|Convention|Constitution|constitution|Protocol|Pact|Resolution|"
    r"Report|Strategy|Census|Summit|Olympics|Games|Compact|Declaration|Charter|Memorandum|MOU|MOA|Plan|Partnership|Assessment|Conference|Forum|agreement|treaty|law|accord|invasion|revolution|war|crisis|coup|earthquakes?|wildfires?|floods?|flooding|hurricanes?|cyclones?|typhoon|tsunami|drought|protests?|pandemic|outbreak|explosion|attacks?|uprising|ceasefire|eruption|genocide|fall of|entry into force|election|elections|memorandum|Memo|Decree|Order|Code|Crisis|War)\b"
)
_LAW_BEFORE = re.compile(r"(?:Act|Agreement|Treaty|Law|Convention|Constitution|Protocol|Agenda|Partnership|Code|Strategy|Vision|Plan|Initiative|Order|Census|Amendments?|Accord|Olympics|Disease)(?: of)? $")


def _scan_calendar(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    for found in CALENDAR.finditer(text, start, end):
        at, stop = found.span()
        if not _is_time(text, found):
            continue
        days = read_calendar(found, anchor)
        if days is None and not (found["month1"] or found["month3"]):
            continue
        role, begin = _role_before(text, start, at)
        if role is Role.POINT and days and (clause := _SINCE_CLAUSE.search(text, max(start, at - 60), at)):
            role, begin = Role.SINCE, clause.start()
        if days and days.precision is Precision.YEAR and anchor.published and days.first <= anchor.published <= days.last:
            if so_far := _SO_FAR.search(text, max(start, begin - 12), at):
                days, begin = Days(days.first, anchor.published, Precision.SPAN), so_far.start()
        if days and days.precision is Precision.DAY and (ended := _ENDED.search(text, max(start, at - 44), at)):
            days, begin = _ended(ended, days), ended.start()
        bracket = _in_bracket(text, at, stop)
        if bracket:
            yield TimeExpression(bracket[0], bracket[1], days, Role.BRACKET, estimated="est" in text[at:bracket[1]])
            continue
        if days is not None and days.precision is Precision.SPAN and role in (Role.POINT, Role.SINCE, Role.UNTIL) and _is_span(found):
            role = Role.RANGE
        if role is Role.SINCE and days and anchor.published and text[begin : begin + 4].lower() != "from":
            days = Days(days.first, max(anchor.published, days.last), Precision.SPAN)
        yield TimeExpression(begin, stop, days, role, weak=role is Role.BASE or _is_name(text, found))


_ENDED = re.compile(
    r"\b(?:(?:for|in|during|over) )?(?:the )?(?:(?P<count>three|six|nine|twelve|eighteen|[0-9]{1,2}) months?|(?:fiscal |financial )?(?P<year>year)|(?P<quarter>(?:fiscal )?quarter)|(?P<half>half[- ]year)) "
    r"(?:ended|ending|to|through)(?: on)? $"
)


def _ended(found: re.Match[str], days: Days) -> Days:
    """The months up to a day: "the year ended June 30, 2022"."""
    count = found["count"]
    months = 12 if found["year"] else 3 if found["quarter"] else 6 if found["half"] else int(count) if count.isdigit() else int(WORDS[count])
    first = calendar.add_months(days.last + ONE_DAY, -months)
    return Days(first, days.last, Precision.SPAN)


def _is_span(found: re.Match[str]) -> bool:
    return bool(found["year8"] or found["day2"] or (found["fy2"] and found["fyjoin"] != "/"))


_BAD_BEFORE = re.compile(r"[A-Za-z0-9$€£¥₹.,/#][-–/]?$|[$€£¥₹] $|[-–/]$")
_PERSON_AFTER = re.compile(r" (?:people|persons|troops|soldiers|refugees|families|households|students|jobs|tons|miles|km|cases|victims|workers|meters|feet)\b|%| ?percent\b|,[0-9]{3}\b|[A-Za-z]")


def _is_time(text: str, found: re.Match[str]) -> bool:
    """False for four digits that are part of a longer number or name, count something, or are a common word like May."""
    at, stop = found.span()
    if found["year7"] and not found["part7"]:
        before = text[max(0, at - 2) : at]
        if _BAD_BEFORE.search(before) and not before.endswith(("(", " ", "—", "–")) and not re.search(r"[a-z][,.]? ?$|^[ (]?$", before):
            return False
        if _PERSON_AFTER.match(text, stop) and not text.startswith(("and", "s"), stop):
            return False
    if found["month1"] and not found["day1"] and not found["year1"]:
        if found["month1"] in ("May", "March") and not re.search(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Bb]etween|and|through|to|from|[Dd]uring|early|late|mid) ?-?$", text[max(0, at - 8) : at]):
            return False
        if text[at - 1 : at].isalnum():
            return False
    return not (found["day3"] and text[at - 1 : at] in set("0123456789,.-/"))


def _is_name(text: str, found: re.Match[str]) -> bool:
    """True for the year of a law, a treaty, a summit or the like."""
    at, stop = found.span()
    if found["year7"] and _NAME_AFTER.match(text, stop):
        return True
    return bool(found["year7"] and _LAW_BEFORE.search(text, max(0, at - 16), at))


def _role_before(text: str, start: int, at: int) -> tuple[Role, int]:
    found = _ROLE_BEFORE.search(text, max(start, at - 34), at)
    if not found:
        return Role.POINT, at
    for name, role in (("since", Role.SINCE), ("until", Role.UNTIL), ("target", Role.TARGET), ("asof", Role.POINT), ("base", Role.BASE), ("point", Role.POINT)):
        if found[name]:
            return role, found.start(name)
    return Role.POINT, at


_BRACKET_BEFORE = re.compile(r"\((?:[A-Za-z.,:; ]{0,30})$")
_BRACKET_AFTER = re.compile(r"(?: est\.?| estimate| census| proj\.?| projected| FY| survey| data| only)?(?:,[^()]{0,40})?\)")


def _in_bracket(text: str, at: int, stop: int) -> tuple[int, int] | None:
    """The bracket around a date that fills it ("(2010 est.)", "(July 2010)", "(as of 2015)"); None where there is none."""
    opening = _BRACKET_BEFORE.search(text, max(0, at - 34), at)
    closing = _BRACKET_AFTER.match(text, stop) if opening else None
    return (opening.start(), closing.end()) if opening and closing else None


def _scan_relative(text: str, start: int, end: int, anchor: Anchor) -> Iterator[TimeExpression]:
    for found in RELATIVE.finditer(text, start, end):
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
            yield TimeExpression(*found.span(), None if anchor.published is None else _today(anchor.published), Role.POINT)


_OF_YEAR = re.compile(r" (?:in|of|last|a year|the previous|one year)\b")


def _today(published: date) -> Days:
    return Days(published, published, Precision.DAY)


_COMPARED = re.compile(r"(?:(?<=[0-9]%) over|percent over|from|than|compared (?:to|with)|against|versus) (?:the )?(?:same period )?$", re.IGNORECASE)


def _window(text: str, found: re.Match[str], anchor: Anchor) -> TimeExpression | None:
    """A span that ends or begins at publication: "over the past five years", "the next fiscal year", "last year"."""
    direction, unit, words = found["dir"].lower(), found["unit"].lower(), (found["count"] or "").lower()
    if direction in ("recent", "following", "preceding", "prior") and not words:
        return TimeExpression(*found.span(), None, Role.BASE, weak=True)
    if direction in ("preceding", "prior") or (direction in ("previous", "last") and _COMPARED.search(text, max(0, found.start() - 16), found.start(1) if found.start("dir") < 0 else found.start("dir"))):
        return TimeExpression(*found.span(), None, Role.BASE, weak=True)
    published = anchor.published
    if published is None:
        return TimeExpression(*found.span(), None, Role.WINDOW)
    unit, factor = {"quarter-century": ("year", 25), "half-century": ("year", 50), "centurie": ("century", 1), "quarter": ("month", 3)}.get(unit, (unit, 1))
    vague = words in ("several", "few", "couple of", "dozen")
    count = {"several": 3, "few": 3, "couple of": 2, "dozen": 12}.get(words) or (int(words) if words.isdigit() else int(WORDS.get(words, 1)))
    ahead = direction in ("next", "coming", "following")
    if not words and unit == "year" and (found["kind"] or "").strip() == "fiscal":
        return TimeExpression(*found.span(), _neighbour_fiscal_year(published, ahead, anchor), Role.POINT)
    bare = not words and not re.match(r"(?:over|in|during|within|for|throughout|across) (?:the|this) |the ", found.group(), re.IGNORECASE)
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


def _joined(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """Make one range of two dates that "between … and" or "from … to" joins, with no figure between them."""
    out: list[TimeExpression] = []
    for expression in times:
        last = out[-1] if out else None
        if last and _makes_range(text, last, expression):
            assert last.days and expression.days
            days = Days(last.days.first, expression.days.last, Precision.SPAN)
            out[-1] = TimeExpression(last.start, expression.end, days, Role.RANGE)
        else:
            out.append(expression)
    return out


def _makes_range(text: str, last: TimeExpression, following: TimeExpression) -> bool:
    if not (last.days and following.days) or last.days.first > following.days.last or last.role in (Role.BRACKET, Role.WINDOW):
        return False
    gap = text[last.end : following.start]
    joint = text[last.end : following.end]
    if following.role is Role.UNTIL and gap == " ":
        return True
    opener = _BETWEEN.search(text, max(0, last.start - 24), last.start) or re.match(r"(?:between|from) ", text[last.start : last.start + 8], re.IGNORECASE)
    return bool(opener and re.match(r" (?:and|to|through|until|-|–) ", joint))


def undated(expression: TimeExpression) -> TimeExpression:
    """The same expression without its days."""
    return replace(expression, days=None)


