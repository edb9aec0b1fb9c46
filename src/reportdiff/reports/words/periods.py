"""Periods in words: ``2015``, ``Jan 2017``, ``FY2024``, ``2009–2022``."""

from __future__ import annotations

from datetime import date, timedelta

from reportdiff.model.period import Basis, Period, Precision

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def say_period(period: Period) -> str:
    """The time a claim is about, in few words; ``undated`` when nothing tells."""
    if period.start is not None and period.end is None:
        return f"since {_say_start(period.start)}"
    if period.start is None or period.end is None:
        return "undated"
    if period.basis is Basis.PUBLISHED:
        return say_month(period.end)
    match period.precision:
        case Precision.FISCAL_YEAR:
            return f"FY{period.end.year}"
        case Precision.QUARTER:
            return f"Q{(period.start.month + 2) // 3} {period.start.year}"
        case Precision.DECADE:
            return f"{period.start.year}s"
        case Precision.CENTURY:
            return f"{ordinal(period.end.year // 100 + (period.end.year % 100 > 0))} century"
        case _:
            return say_days(period.start, period.end)


def say_days(start: date, end: date) -> str:
    """A stretch of days by its coarsest exact name: a day, a month, a year, or from–to."""
    if start == end:
        return say_date(start)
    if not (_first_day(start) and _last_day(end)):
        return f"{say_month(start)} – {say_month(end)}" if say_month(start) != say_month(end) else _within(start, end)
    if start.month == 1 and end.month == 12:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    same = (start.year, start.month) == (end.year, end.month)
    return say_month(start) if same else f"{say_month(start)} – {say_month(end)}"


def _say_start(day: date) -> str:
    """The year, month or day that begins with *day*."""
    if not _first_day(day):
        return say_date(day)
    return str(day.year) if day.month == 1 else say_month(day)


def say_date(day: date) -> str:
    """A day: ``25 Jan 2017``."""
    return f"{day.day} {say_month(day)}"


def say_month(day: date) -> str:
    """A month: ``Jan 2017``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def say_iso(text: str) -> str:
    """An ISO 8601 date of reduced precision in words; anything else as it is.

    >>> say_iso("2016-07")
    'Jul 2016'
    """
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    if len(parts) == 1:
        return text
    if not 1 <= int(parts[1]) <= 12:
        return text
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def ordinal(number: int) -> str:
    """A number as a place in an order.

    >>> ordinal(4), ordinal(21), ordinal(112)
    ('4th', '21st', '112th')
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _within(start: date, end: date) -> str:
    return f"{start.day}–{end.day} {say_month(end)}"


def _first_day(day: date) -> bool:
    return day.day == 1


def _last_day(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1
