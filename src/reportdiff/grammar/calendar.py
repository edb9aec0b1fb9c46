"""Spans of days for the names that people give them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from reportdiff.model.period import Precision

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",), ("june", "jun"),
            ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"), ("october", "oct"),
            ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip

ONE_DAY = timedelta(days=1)


class Days(NamedTuple):
    """A span of days, both ends inclusive, and how finely it was told."""

    first: date
    last: date
    precision: Precision


def day(year: int, month: int, number: int) -> Days | None:
    """The day, or None where the calendar has none.

    >>> day(2023, 2, 29) is None
    True
    """
    try:
        the_day = date(year, month, number)
    except ValueError:
        return None
    return Days(the_day, the_day, Precision.DAY)


@lru_cache(maxsize=1024)
def month(year: int, number: int) -> Days:
    """All days of a month."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]), Precision.MONTH)


@lru_cache(maxsize=1024)
def year(number: int) -> Days:
    """All days of a calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def quarter(number_of_year: int, number: int) -> Days:
    """The quarter of a calendar year, counted from 1."""
    first = month(number_of_year, 3 * number - 2)
    return Days(first.first, month(number_of_year, 3 * number).last, Precision.QUARTER)


def half_year(number_of_year: int, number: int) -> Days:
    """The first or second half of a calendar year."""
    return Days(date(number_of_year, 6 * number - 5, 1), month(number_of_year, 6 * number).last, Precision.SPAN)


def fiscal_year(number: int, start_month: int) -> Days:
    """The fiscal year that is named after the year in which it ends; *start_month* 10 is the United States' government.

    >>> fiscal_year(2024, 10).first
    datetime.date(2023, 10, 1)
    """
    if start_month == 1:
        return Days(date(number, 1, 1), date(number, 12, 31), Precision.FISCAL_YEAR)
    first = date(number - 1, start_month, 1)
    return Days(first, date(number, start_month, 1) - ONE_DAY, Precision.FISCAL_YEAR)


def decade(first_year: int) -> Days:
    """Ten years from *first_year* on, as in "the 1990s"."""
    return Days(date(first_year, 1, 1), date(first_year + 9, 12, 31), Precision.DECADE)


def century(number: int) -> Days:
    """The hundred years of the *number*-th century: the 19th is 1801 to 1900."""
    return Days(date(100 * number - 99, 1, 1), date(100 * number, 12, 31), Precision.CENTURY)


def part_of(days: Days, part: str) -> Days:
    """The early, middle or late part of a decade, year or month.

    As readers take it: of a year January to April, May to August, September to December; of a month ten days each; of
    a decade the first four years, the middle four, the last four.

    >>> part_of(year(2021), "mid").first
    datetime.date(2021, 5, 1)
    """
    if part == "end":
        return days
    place = {"early": 0, "mid": 1, "middle": 1, "late": 2}[part]
    if days.precision is Precision.MONTH:
        first = days.first.replace(day=(1, 11, 21)[place])
        last = days.last if place == 2 else days.first.replace(day=(10, 20)[place])
        return Days(first, last, Precision.SPAN)
    if days.precision in (Precision.YEAR, Precision.FISCAL_YEAR):
        first = add_months(days.first, 4 * place)
        return Days(first, add_months(first, 4) - ONE_DAY, Precision.SPAN)
    start = days.first.year + (0, 3, 6)[place]
    return Days(date(start, 1, 1), date(start + 3, 12, 31), Precision.SPAN)


def add_months(start: date, months: int) -> date:
    """The same day *months* later (earlier when negative), or the month's last day where there is no such day."""
    index = start.year * 12 + start.month - 1 + months
    number_of_year, number = divmod(index, 12)
    number_of_year = min(max(number_of_year, 1), 9999)
    return date(number_of_year, number + 1, min(start.day, monthrange(number_of_year, number + 1)[1]))


def shift(start: date, count: int, unit: str) -> date:
    """The day *count* units after *start*, before it when *count* is negative, within the calendar.

    *unit* is ``day``, ``week``, ``month``, ``quarter``, ``year``, ``decade`` or ``century``.
    """
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return add_months(start, count * months)
    days = count * (7 if unit == "week" else 1)
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def first_of(days: Days) -> Days:
    """The first year, month or day of a span, by how finely its two ends were told."""
    return _around(days.first, days)


def last_of(days: Days) -> Days:
    """The last year, month or day of a span, by how finely its two ends were told."""
    return _around(days.last, days)


def _around(at: date, days: Days) -> Days:
    """The year, month or day that holds *at*, by how finely the two ends of *days* were told."""
    if days.first.day != 1 or (days.last + ONE_DAY).day != 1:
        return Days(at, at, Precision.DAY)
    return year(at.year) if days.first.month == 1 and days.last.month == 12 else month(at.year, at.month)


def in_year(days: Days, number: int) -> Days:
    """The same days of another year, for a span within one year."""
    last = min(days.last.day, monthrange(number, days.last.month)[1])
    first = min(days.first.day, monthrange(number, days.first.month)[1])
    return Days(days.first.replace(year=number, day=first), days.last.replace(year=number, day=last), days.precision)
