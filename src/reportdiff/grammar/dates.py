"""Dates by the calendar: days, months, quarters, fiscal years, decades and spans of years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import MONTHS, Days
from reportdiff.grammar.number_words import WORDS
from reportdiff.grammar.times import Anchor
from reportdiff.grammar.wordlists import any_of, word_before
from reportdiff.model.period import Precision

_MONTH_NAMES = any_of(name.capitalize() for name in MONTHS)
_DAY = r"[0-3]?[0-9]"
_ORDER = "(?:st|nd|rd|th)"
_DASH = r" ?(?:[-–—]|to|through|until|and) ?"
_YEAR = r"1[4-9][0-9]{2}|20[0-9]{2}|21[0-4][0-9]"
_SMALL = any_of(list(WORDS)[2:12])
_CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
_CENTURY = any_of([*_CENTURIES, *(word.capitalize() for word in _CENTURIES)])


def _part(n: int) -> str:
    return rf"(?:(?P<part{n}>[Ee]arly|[Mm]id|[Mm]iddle of|[Ll]ate|[Ee]nd)[ -](?:in )?)?"


def _month(n: int) -> str:
    return rf"(?P<month{n}>{_MONTH_NAMES})\b\.?"


def _day(n: int) -> str:
    return rf"(?P<day{n}>{_DAY}){_ORDER}?(?![0-9])"


def _year(n: int) -> str:
    return rf"(?P<year{n}>{_YEAR})(?![0-9])"


_SHAPES = {
    "2017-01-25": r"(?P<iso>(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])",
    "31.12.2022 · 31/12/2022": r"(?P<numday>[0-3]?[0-9])(?P<nummark>[./])(?P<nummonth>[01]?[0-9])(?P=nummark)"
    r"(?P<numyear>(?:19|20)[0-9]{2})(?![0-9])",
    "the March quarter · the December 2023 quarter": rf"(?P<quarterend>{_MONTH_NAMES}) (?:{_year(10)} )?quarter\b"
    rf"(?: (?:of )?(?P<year11>{_YEAR})(?![0-9]))?",
    "June–August 2023 · Jan to Mar 2024": rf"{_month(5)}(?: ?[-–—/] ?| to | through ){_month(6)}"
    rf"(?! [0-3]?[0-9](?![0-9]))(?:,? (?:of )?{_year(6)})?",
    "March 5 to April 7, 2021 · mid-March 2023 · July": rf"{_part(1)}{_month(1)}"
    rf"(?: {_day(1)}(?:{_DASH}(?:{_month(2)} )?{_day(2)})?)?(?:,? (?:of )?{_year(1)})?",
    "25 January 2017 · 24 and 25 January · 3, 5 and 9 May": (
        rf"(?:(?P<day4>{_DAY})(?:(?:, {_DAY}){{0,6}},?(?: and | to )| ?[-–] ?))?{_day(3)} {_month(3)}"
        rf"(?:,? {_year(3)})?"
    ),
    "FY2024 · fiscal years 2007-2011 · Q3 FY09 · first quarter of fiscal year (FY) 2022": (
        r"(?:\b(?P<fyordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) (?P<fypiece>quarter|half) of (?:the )?"
        r"|\b(?P<fyshort>Q[1-4]|H[12])[ -])?"
        r"(?P<fiscal>\bFY|\b[Ff]iscal(?: [Yy]ears?)?(?: \(FY\))?) ?(?P<fy>'?[0-9]{2,4})"
        r"(?:(?P<fyjoin>[-–/]| to | through | and )(?:FY ?)?(?P<fy2>'?[0-9]{2,4}))?(?![0-9])"
    ),
    "Q3 2021 · Q1–Q3 2021": rf"\bQ(?P<q>[1-4])(?: ?[-–—/] ?Q(?P<q2>[1-4]))? (?:of )?{_year(4)}",
    "the first half of 2020": r"\b(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|last) "
    rf"(?P<piece>quarter|half|semester|trimester) (?:of )?(?:the year )?{_year(5)}",
    "the first nine months of 2022": rf"\b[Ff]irst (?P<months>{_SMALL}|[0-9]{{1,2}}) (?P<lots>month|quarter)s "
    rf"(?:(?:of|in) )?{_year(9)}",
    "2023 Q4 · 2023Q4": rf"{_year(14).removesuffix('(?![0-9])')}[ -]?Q(?P<q3>[1-4])(?![0-9A-Za-z])",
    "H1 2023": rf"\bH(?P<half>[12]) {_year(15)}",
    "9M 2023": rf"(?<![0-9.,])(?P<soonest>[369])M {_year(16)}",
    "the 19th century": rf"\b(?:(?P<century>[0-9]{{1,2}}){_ORDER}"
    rf"|(?P<centuryword>{_CENTURY}))[ -][Cc]entury\b(?! [A-Z])",
    "the late 1980s": rf"{_part(6)}(?P<decade>(?:1[4-9]|20)[0-9]0)['’]?s\b",
    "mid-2021 · 2015-2019 · 2019/20 · 2019/20–2021/22": rf"{_part(7)}{_year(7)}"
    r"(?P<span>(?:[-–—/]| to | through | until )"
    r"(?P<year8>(?:1[4-9]|20|21)[0-9]{2}(?![0-9]|[.,][0-9])|(?<=[-–—/])[0-9]{2}(?![0-9%]|[.,][0-9]| percent)))?"
    r"(?:(?<=/[0-9]{2})(?: ?[-–—] ?| to )(?P<year12>(?:1[4-9]|20)[0-9]{2})/(?P<year13>[0-9]{2})(?![0-9]))?",
}
"""How each kind of date is written; the first that fits counts."""
_CALENDAR = re.compile("|".join(_SHAPES.values()))
_HINT = re.compile(
    r"[12ACFDJMNOQScf](?:[0-9]{3}|entur|iscal |(?<![A-Za-z].)(?:Y|eb|an|u[nl]|a[ry]|pr|ug|ep|ct|ov|ec|[1-4]))"
)
"""What stands in every date, and in little else: a year, a month, the name of a fiscal year, a quarter or a century."""
_PART_LEAD = re.compile(r"[EeLlMm](?:arly|ate|id|iddle of|nd)[ -](?:in )?$")
_PIECE_LEAD = re.compile(
    r"[FSTflst](?:irst|econd|hird|ourth|ast) "
    rf"(?:quarter|half|semester|trimester|(?:{_SMALL}|[0-9]{{1,2}}) (?:month|quarter)s) "
    r"(?:of |in )?(?:the (?:year )?)?$"
)
_NUMERIC_LEAD = re.compile(r"(?<![0-9./,])[0-3]?[0-9]([./])[01]?[0-9]\1$")
_MONTHS_LEAD = re.compile(r"(?<![0-9.,])[369]M $")
_DAY_LEAD = re.compile(rf"(?:\b[QH][1-4][ -]|(?:{_DAY}(?: ?[-–] ?|,? and | to ))?{_DAY}{_ORDER}?[ -])$")
_DAYS_LEAD = re.compile(rf"(?<![0-9.,$€£])(?:{_DAY}, )+$")
_CENTURY_LEAD = re.compile(rf"{_CENTURY}[ -]$")
_LEADS = {
    "of": (_PART_LEAD, _PIECE_LEAD),
    "in": (_PART_LEAD, _PIECE_LEAD),
    **dict.fromkeys("early mid late end".split(), (_PART_LEAD,)),
    **dict.fromkeys(("3m", "6m", "9m"), (_MONTHS_LEAD,)),
    **dict.fromkeys("the year quarter half semester trimester months quarters".split(), (_PIECE_LEAD,)),
    **dict.fromkeys(_CENTURIES, (_CENTURY_LEAD,)),
}
"""By the word in front of a year or month: the expressions that may end with it."""
_LEAD_REACH, _DAY_REACH, _DAYS_REACH, _NUMERIC_REACH = 40, 20, 24, 8
_MONTHS_OF_YEAR = 12
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def find_dates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The dates by the calendar in ``text[start:end]``, in order, for :func:`read_calendar` to read.

    A date is looked for where a year, a month or the like stands, from the words on that may lead it.
    """
    done = start
    for hint in _HINT.finditer(text, start, end):
        at = hint.start()
        if at < done:
            continue
        found = None
        if (lead := _lead_before(text, done, at)) is not None:
            found = _CALENDAR.match(text, lead, end)
        if found is None:
            found = _CALENDAR.match(text, at, end)
        if found is not None:
            yield found
            done = found.end()


def _lead_before(text: str, start: int, at: int) -> int | None:
    """Where the words begin that lead up to *at*: "early in 2015", "the first half of 2020", "25 January"."""
    if text[at - 1 : at] in (".", "/") and text[at - 2 : at - 1].isdigit():
        found = _NUMERIC_LEAD.search(text, max(start, at - _NUMERIC_REACH), at)
        return found.start() if found else None
    if text[at - 2 : at - 1].isdigit() or text[at - 4 : at - 3].isdigit():
        found = _DAY_LEAD.search(text, max(start, at - _DAY_REACH), at)
        if found and text[found.start() - 2 : found.start()] == ", ":
            found = _DAYS_LEAD.search(text, max(start, found.start() - _DAYS_REACH), found.start()) or found
        return found.start() if found else None
    for lead in _LEADS.get(word_before(text, start, at - 1), ()):
        if found := lead.search(text, max(start, at - _LEAD_REACH), at):
            return found.start()
    return None


def read_calendar(found: re.Match[str], anchor: Anchor, *, ahead: bool = False) -> Days | None:
    """The days that a date of :func:`find_dates` names; None where the calendar has none, or its year is not told.

    A month without a year is the last one up to publication, the next one where *ahead*.
    """
    if found["year7"]:
        return _year_or_span(found)
    if iso := found["iso"]:
        return calendar.day(int(iso[:4]), int(iso[5:7]), int(iso[8:]))
    if found["numday"]:
        return _numeric(found)
    if found["fy"]:
        return _fiscal(found, anchor)
    if any(found[name] for name in ("q", "ordinal", "months", "q3", "half", "soonest")):
        return _piece_of_year(found)
    if found["century"] or found["centuryword"]:
        number = int(found["century"] or _CENTURIES[found["centuryword"].lower()])
        return calendar.century(number) if 1 <= number <= 21 else None
    if found["decade"]:
        return _part_of(calendar.decade(int(found["decade"])), found["part6"])
    if found["quarterend"]:
        return _quarter_to(found, anchor)
    read = _months if found["month5"] else _month_and_day
    return read(found, anchor, ahead=ahead)


def _piece_of_year(found: re.Match[str]) -> Days | None:
    if found["q"]:
        return _quarters(found)
    if found["ordinal"]:
        return _piece(found)
    return _first_months(found) if found["months"] else _abbreviated(found)


def is_yearless(found: re.Match[str]) -> bool:
    """True for a month or day whose year the date itself does not tell."""
    if found["month5"]:
        return not found["year6"]
    if found["quarterend"]:
        return not (found["year10"] or found["year11"])
    return bool((found["month1"] and not found["year1"]) or (found["month3"] and not found["year3"]))


def is_span(found: re.Match[str]) -> bool:
    """True for a date of two ends: "2015-2019", "March 5 to 7"."""
    ends = (found[name] for name in ("year8", "day2", "day4", "month6", "q2"))
    return any(ends) or bool(found["fy2"] and found["fyjoin"] != "/")


def _part_of(days: Days, part: str | None) -> Days:
    return calendar.part_of(days, part.lower().split()[0]) if part else days


def _quarters(found: re.Match[str]) -> Days | None:
    first = calendar.quarter(int(found["year4"]), int(found["q"]))
    return _joined(first, calendar.quarter(int(found["year4"]), int(found["q2"]))) if found["q2"] else first


def _months(found: re.Match[str], anchor: Anchor, *, ahead: bool) -> Days | None:
    """The months from one to another, over the turn of a year where the first is the later one of the two."""
    first, last = (MONTHS[found[name].lower()] for name in ("month5", "month6"))
    year = int(found["year6"]) if found["year6"] else _nearest_year(last, 1, anchor.published, ahead=ahead)
    return None if year is None else _joined(calendar.month(year - (first > last), first), calendar.month(year, last))


def _quarter_to(found: re.Match[str], anchor: Anchor) -> Days | None:
    """The three months that end with the one a quarter is named by."""
    number, told = MONTHS[found["quarterend"].lower()], found["year10"] or found["year11"]
    year = int(told) if told else _nearest_year(number, 1, anchor.published, ahead=False)
    if year is None:
        return None
    last = calendar.month(year, number)
    return Days(calendar.add_months(last.first, -2), last.last, Precision.SPAN if number % 3 else Precision.QUARTER)


def _piece(found: re.Match[str]) -> Days:
    number, year = _ORDINALS[found["ordinal"].lower()], int(found["year5"])
    if found["piece"] in ("half", "semester"):
        return calendar.half_year(year, min(number, 2))
    return calendar.quarter(year, number)


def _first_months(found: re.Match[str]) -> Days:
    words, first = found["months"], date(int(found["year9"]), 1, 1)
    count = (int(words) if words.isdigit() else int(WORDS[words])) * (3 if found["lots"] == "quarter" else 1)
    return Days(first, calendar.add_months(first, min(count, 12)) - timedelta(days=1), Precision.SPAN)


def _abbreviated(found: re.Match[str]) -> Days:
    """The part of a year that heads of columns tell in short: "2023 Q4", "H1 2023", "9M 2023"."""
    if found["q3"]:
        return calendar.quarter(int(found["year14"]), int(found["q3"]))
    if found["half"]:
        return calendar.half_year(int(found["year15"]), int(found["half"]))
    first = date(int(found["year16"]), 1, 1)
    return Days(first, calendar.add_months(first, int(found["soonest"])) - timedelta(days=1), Precision.SPAN)


def _year_or_span(found: re.Match[str]) -> Days | None:
    first = int(found["year7"])
    if not found["year8"]:
        return _part_of(calendar.year(first), found["part7"])
    last = int(found["year8"]) if len(found["year8"]) == 4 else _in_century_of(found["year8"], first)
    if found["year12"]:
        last = _in_century_of(found["year13"], int(found["year12"]))
    if not first <= last <= first + 300:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31), Precision.SPAN)


def _in_century_of(short: str, like: int) -> int:
    """The year that two digits name, in the century of *like* or the next."""
    number = like - like % 100 + int(short)
    return number if number >= like else number + 100


def _fiscal(found: re.Match[str], anchor: Anchor) -> Days | None:
    first = _fiscal_number(found["fy"])
    if first is None:
        return None
    days = calendar.fiscal_year(first, anchor.fiscal_year_start)
    if found["fypiece"] or found["fyshort"]:
        length, number = _piece_of_fiscal_year(found)
        begin = calendar.add_months(days.first, length * (number - 1))
        return Days(begin, calendar.add_months(begin, length) - timedelta(days=1), Precision.SPAN)
    if not found["fy2"]:
        return days
    second = found["fy2"].lstrip("'")
    last = int(second) if len(second) == 4 else _in_century_of(second, first) if len(second) == 2 else None
    if last is None or not first <= last <= first + 100:
        return None
    end = calendar.fiscal_year(last, anchor.fiscal_year_start)
    return end if found["fyjoin"] == "/" else Days(days.first, end.last, Precision.SPAN)


def _piece_of_fiscal_year(found: re.Match[str]) -> tuple[int, int]:
    """How many months a piece of a fiscal year has, and which of its kind it is: "Q3 FY09" (3, 3)."""
    if short := found["fyshort"]:
        return (3 if short[0] == "Q" else 6), int(short[1])
    return (3 if found["fypiece"] == "quarter" else 6), _ORDINALS[found["fyordinal"].lower()]


def _fiscal_number(digits: str) -> int | None:
    digits = digits.lstrip("'")
    if len(digits) == 4:
        return int(digits) if 1700 <= int(digits) <= 2149 else None
    return (1900 if int(digits) >= 70 else 2000) + int(digits) if len(digits) == 2 else None


def _month_and_day(found: re.Match[str], anchor: Anchor, *, ahead: bool) -> Days | None:
    group = "1" if found["month1"] else "3"
    month = MONTHS[found["month" + group].lower()]
    told, day = found["year" + group], found["day" + group]
    year = int(told) if told else _nearest_year(month, int(day) if day else 1, anchor.published, ahead=ahead)
    if year is None:
        return None
    if not day:
        return _part_of(calendar.month(year, month), found["part1"] if group == "1" else None)
    days = calendar.day(year, month, int(day))
    if days is not None and group == "3" and found["day4"]:
        return _joined(calendar.day(year, month, int(found["day4"])), days) or days
    if days is not None and group == "1" and found["day2"]:
        last = calendar.day(year, MONTHS[(found["month2"] or found["month1"]).lower()], int(found["day2"]))
        return _joined(days, last) or days
    return days


def _numeric(found: re.Match[str]) -> Days | None:
    """The day of a date in digits; None for one with strokes that may be read in two ways ("3/4/2022").

    With dots the day comes first.
    """
    year, first, second = int(found["numyear"]), int(found["numday"]), int(found["nummonth"])
    if found["nummark"] == "/" and first <= _MONTHS_OF_YEAR and first != second:
        return None
    return calendar.day(year, second, first)


def _joined(first: Days | None, last: Days | None) -> Days | None:
    """The days from *first* to *last*; None where there is none of the two, or they are out of order."""
    return Days(first.first, last.last, Precision.SPAN) if first and last and first.first <= last.first else None


def _nearest_year(month: int, day: int, published: date | None, *, ahead: bool) -> int | None:
    """The year of a month told without one: the last such month up to publication, the next one where *ahead*."""
    if published is None:
        return None
    if ahead:
        return published.year if month >= published.month else published.year + 1
    past = (month, day) <= (published.month, max(published.day, day))
    return published.year if past else published.year - 1
