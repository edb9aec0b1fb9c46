"""The days that a date by the calendar names: days, months, quarters, fiscal years, decades and spans of years."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import MONTHS, Days
from reportdiff.grammar.date_shapes import CENTURIES
from reportdiff.grammar.number_words import WORDS
from reportdiff.grammar.times import Anchor
from reportdiff.model.period import Precision

_MONTHS_OF_YEAR = 12
_TURN_OF_CENTURY = 88
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


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
    if any(found[name] for name in ("q", "ordinal", "months", "year14", "year15", "year16", "year17")):
        return _piece_of_year(found)
    if found["century"] or found["centuryword"]:
        number = int(found["century"] or CENTURIES[found["centuryword"].lower()])
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
    year = int(found["year14"] or found["year15"] or found["year17"] or found["year16"])
    if quarter := found["q3"] or found["q4"]:
        return calendar.quarter(year, int(quarter))
    if half := found["half"] or found["half2"] or found["half3"]:
        return calendar.half_year(year, int(half))
    first = date(year, 1, 1)
    return Days(first, calendar.add_months(first, int(found["soonest"])) - timedelta(days=1), Precision.SPAN)


def _year_or_span(found: re.Match[str]) -> Days | None:
    first = int(found["year7"])
    if not found["year8"]:
        return _part_of(calendar.year(first), found["part7"])
    if month := _month_of_year(found, first):
        return calendar.month(first, month)
    last = int(found["year8"]) if len(found["year8"]) == 4 else _in_century_of(found["year8"], first)
    if found["year12"]:
        last = _in_century_of(found["year13"], int(found["year12"]))
    if not first <= last <= first + 300:
        return None
    return Days(date(first, 1, 1), date(last, 12, 31), Precision.SPAN)


def _month_of_year(found: re.Match[str], year: int) -> int | None:
    """The month of "2024-06"; None where the digits can be those of a later year: "2007-08", "1999-02"."""
    short = found["year8"]
    if len(short) != len("06") or not found["span"].startswith("-"):
        return None
    if not int(short) <= year % 100 < _TURN_OF_CENTURY:
        return None
    return int(short) if 1 <= int(short) <= _MONTHS_OF_YEAR else None


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
    if found["month1"] and found["day2"]:
        return _from_day_to_day(found, anchor, ahead=ahead)
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
    return days


def _from_day_to_day(found: re.Match[str], anchor: Anchor, *, ahead: bool) -> Days | None:
    """The days from one to another, over the turn of a year where the first is the later one of the two."""
    first = MONTHS[found["month1"].lower()], int(found["day1"])
    last = MONTHS[(found["month2"] or found["month1"]).lower()], int(found["day2"])
    year = int(found["year1"]) if found["year1"] else _nearest_year(*last, anchor.published, ahead=ahead)
    if year is None:
        return None
    begin = calendar.day(year - (first[0] > last[0]), *first)
    return _joined(begin, calendar.day(year, *last)) or begin


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
