"""Dates by the calendar: days, months, quarters, fiscal years, decades and spans of years."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import MONTHS, Days
from reportdiff.grammar.numbers import WORDS
from reportdiff.grammar.times import Anchor
from reportdiff.model.period import Precision

_MONTH = (
    r"(?P<month{n}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?P<year{n}>1[4-9][0-9]{{2}}|20[0-9]{{2}}|21[0-4][0-9])(?![0-9])"
_PART = r"(?:(?P<part{n}>[Ee]arly|[Mm]id|[Mm]iddle of|[Ll]ate|[Ee]nd)[ -](?:in )?)?"


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
            r"(?:(?P<day4>[0-3]?[0-9])(?: ?[-–] ?| and | to ))?" + _fill(_DAY, 3) + r" " + _fill(_MONTH, 3) + r"(?:,? " + _fill(_YEAR, 3) + r")?",
            # FY2024 · FY 1999/00 · fiscal years 2007-2011 · fiscal year (FY) 2022
            r"(?:\b(?P<fyordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) (?P<fypiece>quarter|half) of (?:the )?)?(?P<fiscal>\bFY|\b[Ff]iscal(?: [Yy]ears?)?(?: \(FY\))?) ?(?P<fy>'?[0-9]{2,4})(?:(?P<fyjoin>[-–/]| to | through | and )(?:FY ?)?(?P<fy2>'?[0-9]{2,4}))?(?![0-9])",
            # Q3 2021 · the third quarter of 2021 · the first half of 2020
            r"\bQ(?P<q>[1-4]) (?:of )?" + _fill(_YEAR, 4),
            r"\b(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|last) (?P<piece>quarter|half|semester|trimester) (?:of )?(?:the year )?" + _fill(_YEAR, 5),
            # the first nine months of 2022 · the 19th century
            r"\b[Ff]irst (?P<months>two|three|four|five|six|seven|eight|nine|ten|eleven|[0-9]{1,2}) months (?:of|in) " + _fill(_YEAR, 9),
            r"\b(?:(?P<century>[0-9]{1,2})(?:st|nd|rd|th)|(?P<centuryword>[Ss]ixteenth|[Ss]eventeenth|[Ee]ighteenth|[Nn]ineteenth|[Tt]wentieth))[ -][Cc]entury\b(?! [A-Z])",
            # the late 1980s · 1990s · the 2010s
            _fill(_PART, 6) + r"(?P<decade>(?:1[4-9]|20)[0-9]0)['’]?s\b",
            # mid-2021 · 2015-2019 · 2019/20 · 2021
            _fill(_PART, 7) + _fill(_YEAR, 7) + r"(?P<span>(?:[-–—/]| to | through | until )(?P<year8>(?:1[4-9]|20|21)[0-9]{2}(?![0-9]|[.,][0-9])|(?<=[-–—/])[0-9]{2}(?![0-9%]|[.,][0-9]| percent)))?",
        )
    )
)  # fmt: skip
_CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def read_calendar(found: re.Match[str], anchor: Anchor, *, ahead: bool = False) -> Days | None:
    """The days that a match of :data:`CALENDAR` names; None where the calendar has no such day or the year is not told.

    A month without a year is the last one up to publication, the next one where *ahead*.
    """
    if iso := found["iso"]:
        return calendar.day(int(iso[:4]), int(iso[5:7]), int(iso[8:]))
    if found["fy"]:
        return _fiscal(found, anchor)
    if found["q"]:
        return calendar.quarter(int(found["year4"]), int(found["q"]))
    if found["ordinal"]:
        return _piece(found)
    if found["months"]:
        words = found["months"]
        count = int(words) if words.isdigit() else int(WORDS[words])
        first = date(int(found["year9"]), 1, 1)
        return Days(first, calendar.add_months(first, min(count, 12)) - timedelta(days=1), Precision.SPAN)
    if found["century"] or found["centuryword"]:
        number = int(found["century"] or _CENTURIES[found["centuryword"].lower()])
        return calendar.century(number) if 1 <= number <= 21 else None
    if found["decade"]:
        return _part(calendar.decade(int(found["decade"])), found["part6"])
    if found["year7"]:
        return _year_or_span(found)
    return _month_and_day(found, anchor, ahead=ahead)


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
    if found["fypiece"]:
        length, number = (3 if found["fypiece"] == "quarter" else 6), _ORDINALS[found["fyordinal"].lower()]
        begin = calendar.add_months(days.first, length * (number - 1))
        return Days(begin, calendar.add_months(begin, length) - timedelta(days=1), Precision.SPAN)
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


def _month_and_day(found: re.Match[str], anchor: Anchor, *, ahead: bool) -> Days | None:
    group = "1" if found["month1"] else "3"
    month = MONTHS[found["month" + group].lower()]
    year, day = found["year" + group], found["day" + group]
    number = int(year) if year else _nearest_year(month, int(day) if day else 1, anchor.published, ahead=ahead)
    if number is None:
        return None
    if not day:
        return _part(calendar.month(number, month), found["part1"] if group == "1" else None)
    first = calendar.day(number, month, int(day))
    if group == "3" and found["day4"] and first is not None:
        opening = calendar.day(number, month, int(found["day4"]))
        return Days(opening.first, first.last, Precision.SPAN) if opening and opening.first < first.first else first
    if group == "3" or not found["day2"] or first is None:
        return first
    last = calendar.day(number, MONTHS[(found["month2"] or found["month1"]).lower()], int(found["day2"]))
    return Days(first.first, last.last, Precision.SPAN) if last and last.first >= first.first else first


def _nearest_year(month: int, day: int, published: date | None, *, ahead: bool) -> int | None:
    """The year of a month told without one: the last such month up to publication, the next one where *ahead*."""
    if published is None:
        return None
    past = (month, day) <= (published.month, max(published.day, day))
    if ahead:
        return published.year if month >= published.month else published.year + 1
    return published.year if past else published.year - 1


ENDED = re.compile(
    r"\b(?:(?:for|in|during|over) )?(?:the )?(?:(?P<count>three|six|nine|twelve|eighteen|[0-9]{1,2}) months?|(?:fiscal |financial )?(?P<year>year)|(?P<quarter>(?:fiscal )?quarter)|(?P<half>half[- ]year)) "
    r"(?:ended|ending|to|through)(?: on)? $"
)


def ended_span(found: re.Match[str], days: Days) -> Days:
    """The months up to a day: "the year ended June 30, 2022"."""
    count = found["count"]
    months = (
        12
        if found["year"]
        else 3
        if found["quarter"]
        else 6
        if found["half"]
        else int(count)
        if count.isdigit()
        else int(WORDS[count])
    )
    first = calendar.add_months(days.last + timedelta(days=1), -months)
    return Days(first, days.last, Precision.SPAN)


def is_span(found: re.Match[str]) -> bool:
    return bool(found["year8"] or found["day2"] or found["day4"] or (found["fy2"] and found["fyjoin"] != "/"))


_NAME_AFTER = re.compile(
    r"(?: [A-Z][A-Za-z.’'-]*| of| and| on| for| the| U\.S\.[–-][A-Z][a-z]+){0,9}? (?:Act|Agreement|Treaty|Law|Accord|Accords|Convention|Constitution|constitution|Protocol|Pact|Resolution|"
    r"Report|Strategy|Census|Summit|Olympics|Games|Compact|Declaration|Charter|Memorandum|MOU|MOA|Plan|Partnership|Assessment|Conference|Forum|agreement|treaty|law|accord|invasion|revolution|war|crisis|coup|earthquakes?|wildfires?|floods?|flooding|hurricanes?|cyclones?|typhoon|tsunami|drought|protests?|pandemic|outbreak|explosion|attacks?|uprising|ceasefire|eruption|genocide|fall of|entry into force|election|elections|memorandum|Memo|Decree|Order|Code|Crisis|War)\b"
)
_PRICES = re.compile(r" (?:U\.S\. |US )?(?:dollars|euros|prices|price levels|levels|terms|PPP|constant)\b")
_LAW_BEFORE = re.compile(
    r"(?:Act|Agreement|Treaty|Law|Convention|Constitution|Protocol|Agenda|Partnership|Code|Strategy|Vision|Plan|Initiative|Order|Census|Amendments?|Accord|Olympics|Disease|law|treaty|act|constitution|decree|code|convention|statute|regulation)(?: of)? $"
)
_BAD_BEFORE = re.compile(r"[A-Za-z0-9$€£¥₹.,/#][-–/]?$|[$€£¥₹] $|[-–/]$")
_PERSON_AFTER = re.compile(
    r" (?:people|persons|troops|soldiers|refugees|families|households|students|jobs|tons|miles|km|cases|victims|workers|meters|feet)\b|%| ?percent\b|,[0-9]{3}\b|[A-Za-z]"
)


def is_time(text: str, found: re.Match[str]) -> bool:
    """False for four digits that are part of a longer number or name, count something, or are a common word like May."""
    at, stop = found.span()
    if found["year7"] and not found["part7"]:
        before = text[max(0, at - 2) : at]
        if (
            _BAD_BEFORE.search(before)
            and not before.endswith(("(", " ", "—", "–"))
            and not re.search(r"[a-z][,.]? ?$|^[ (]?$", before)
        ):
            return False
        if _PERSON_AFTER.match(text, stop) and not text.startswith(("and", "s"), stop):
            return False
    if found["month1"] and not found["day1"] and not found["year1"]:
        if found["month1"] in ("May", "March") and not re.search(
            r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Bb]etween|and|through|to|from|[Dd]uring|early|late|mid) ?-?$",
            text[max(0, at - 8) : at],
        ):
            return False
        if text[at - 1 : at].isalnum():
            return False
    return not (found["day3"] and text[at - 1 : at] in set("0123456789,.-/"))


def is_name(text: str, found: re.Match[str]) -> bool:
    """True for the year of a law, a treaty, a summit or the like."""
    at, stop = found.span()
    if found["year7"] and (_NAME_AFTER.match(text, stop) or _PRICES.match(text, stop)):
        return True
    return bool(found["year7"] and _LAW_BEFORE.search(text, max(0, at - 16), at))
