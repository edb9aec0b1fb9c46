"""Spans of days by the names that people give them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import Days
from reportdiff.model.period import Precision


def span(days: Days | None) -> str | None:
    return days and f"{days.first} {days.last}"


PARTS = [
    (calendar.year(2021), "early", "2021-01-01 2021-04-30"),
    (calendar.year(2021), "mid", "2021-05-01 2021-08-31"),
    (calendar.year(2021), "middle", "2021-05-01 2021-08-31"),
    (calendar.year(2021), "late", "2021-09-01 2021-12-31"),
    (calendar.year(2021), "end", "2021-01-01 2021-12-31"),
    (calendar.month(2024, 2), "early", "2024-02-01 2024-02-10"),
    (calendar.month(2024, 2), "mid", "2024-02-11 2024-02-20"),
    (calendar.month(2024, 2), "late", "2024-02-21 2024-02-29"),
    (calendar.decade(2000), "early", "2000-01-01 2003-12-31"),
    (calendar.decade(1990), "mid", "1993-01-01 1996-12-31"),
    (calendar.decade(1980), "late", "1986-01-01 1989-12-31"),
    (calendar.fiscal_year(2022, 10), "early", "2021-10-01 2022-01-31"),
]


@pytest.mark.parametrize(("whole", "part", "expected"), PARTS)
def test_parts(whole: Days, part: str, expected: str) -> None:
    assert span(calendar.part_of(whole, part)) == expected


WHOLES = [
    (calendar.quarter(2021, 3), "2021-07-01 2021-09-30"),
    (calendar.half_year(2020, 1), "2020-01-01 2020-06-30"),
    (calendar.half_year(2020, 2), "2020-07-01 2020-12-31"),
    (calendar.decade(1990), "1990-01-01 1999-12-31"),
    (calendar.century(19), "1801-01-01 1900-12-31"),
    (calendar.day(2024, 2, 29), "2024-02-29 2024-02-29"),
    (calendar.day(2023, 2, 29), None),
    (calendar.day(2023, 13, 1), None),
    (calendar.day(2023, 12, 31), "2023-12-31 2023-12-31"),
    (calendar.day(0, 1, 1), None),
]


@pytest.mark.parametrize(("days", "expected"), WHOLES)
def test_wholes(days: Days | None, expected: str | None) -> None:
    assert span(days) == expected


FISCAL_YEARS = [
    (2022, 10, "2021-10-01 2022-09-30"),
    (2024, 10, "2023-10-01 2024-09-30"),
    (2022, 7, "2021-07-01 2022-06-30"),
    (2022, 4, "2021-04-01 2022-03-31"),
    (2022, 1, "2022-01-01 2022-12-31"),
]


@pytest.mark.parametrize(("number", "start_month", "expected"), FISCAL_YEARS)
def test_a_fiscal_year_bears_the_name_of_the_year_in_which_it_ends(
    number: int, start_month: int, expected: str
) -> None:
    days = calendar.fiscal_year(number, start_month)
    assert span(days) == expected
    assert days.precision is Precision.FISCAL_YEAR


SHIFTS = [
    (date(2022, 4, 26), -5, "year", date(2017, 4, 26)),
    (date(2024, 2, 29), -1, "year", date(2023, 2, 28)),
    (date(2022, 3, 31), -1, "month", date(2022, 2, 28)),
    (date(2022, 3, 31), -1, "quarter", date(2021, 12, 31)),
    (date(2022, 1, 15), -2, "month", date(2021, 11, 15)),
    (date(2022, 1, 3), -1, "week", date(2021, 12, 27)),
    (date(2022, 1, 3), 10, "day", date(2022, 1, 13)),
    (date(2022, 1, 3), -2, "decade", date(2002, 1, 3)),
    (date(2022, 1, 3), -30, "century", date(1, 1, 3)),
    (date(2022, 1, 3), 90, "century", date(9999, 1, 3)),
    (date(2022, 1, 3), 4_000_000, "day", date.max),
    (date(2022, 1, 3), -4_000_000, "day", date.min),
]


@pytest.mark.parametrize(("start", "count", "unit", "expected"), SHIFTS)
def test_shifting_a_day(start: date, count: int, unit: str, expected: date) -> None:
    assert calendar.shift(start, count, unit) == expected


@given(st.dates(), st.integers(-(10**6), 10**6), st.sampled_from(["day", "week", "month", "year", "decade", "century"]))
def test_no_shift_leaves_the_calendar(start: date, count: int, unit: str) -> None:
    assert date.min <= calendar.shift(start, count, unit) <= date.max


ENDS = [
    (Days(date(2015, 1, 1), date(2019, 12, 31), Precision.SPAN), "2015-01-01 2015-12-31", "2019-01-01 2019-12-31"),
    (Days(date(2015, 3, 1), date(2015, 9, 30), Precision.SPAN), "2015-03-01 2015-03-31", "2015-09-01 2015-09-30"),
    (Days(date(2017, 4, 26), date(2022, 4, 26), Precision.SPAN), "2017-04-26 2017-04-26", "2022-04-26 2022-04-26"),
    (Days(date(2015, 1, 1), date(2019, 9, 30), Precision.SPAN), "2015-01-01 2015-01-31", "2019-09-01 2019-09-30"),
    (Days(date(2015, 3, 1), date(2019, 12, 31), Precision.SPAN), "2015-03-01 2015-03-31", "2019-12-01 2019-12-31"),
    (Days(date(2015, 1, 1), date(2019, 12, 30), Precision.SPAN), "2015-01-01 2015-01-01", "2019-12-30 2019-12-30"),
    (Days(date(2015, 1, 2), date(2019, 12, 31), Precision.SPAN), "2015-01-02 2015-01-02", "2019-12-31 2019-12-31"),
]


@pytest.mark.parametrize(("days", "first", "last"), ENDS)
def test_the_two_ends_of_a_span(days: Days, first: str, last: str) -> None:
    assert (span(calendar.first_of(days)), span(calendar.last_of(days))) == (first, last)


def test_the_same_days_of_another_year() -> None:
    assert span(calendar.in_year(calendar.month(2024, 2), 2023)) == "2023-02-01 2023-02-28"
