"""Time expressions: which days they name, and how they bear on a figure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor, Role, TimeExpression

ANCHOR = Anchor(date(2022, 5, 4))


def told(text: str, anchor: Anchor = ANCHOR) -> list[str]:
    """Each expression as ``words: role first last``."""
    return [_shown(text, time) for time in scan_times(text, 0, len(text), anchor)]


def _shown(text: str, time: TimeExpression) -> str:
    days = f" {time.days.first} {time.days.last}" if time.days else ""
    return f"{text[time.start : time.end]}: {time.role.value}{days}{' weak' if time.weak else ''}"


EXPRESSIONS = [
    # by the calendar
    ("It grew in 2015.", "in 2015: point 2015-01-01 2015-12-31"),
    ("It grew in early 2015.", "in early 2015: point 2015-01-01 2015-04-30"),
    ("It grew in mid-2021.", "in mid-2021: point 2021-05-01 2021-08-31"),
    ("It fell in late March 2020.", "in late March 2020: point 2020-03-21 2020-03-31"),
    ("It met on January 25, 2017.", "on January 25, 2017: point 2017-01-25 2017-01-25"),
    ("It met on 25 January 2017.", "on 25 January 2017: point 2017-01-25 2017-01-25"),
    ("It met on March 5-7, 2021.", "on March 5-7, 2021: range 2021-03-05 2021-03-07"),
    ("It opened 2017-01-25.", "2017-01-25: point 2017-01-25 2017-01-25"),
    ("It grew in Q3 2021.", "in Q3 2021: point 2021-07-01 2021-09-30"),
    ("It grew in the first half of 2020.", "in the first half of 2020: point 2020-01-01 2020-06-30"),
    ("It grew in the first nine months of 2020.", "in the first nine months of 2020: point 2020-01-01 2020-09-30"),
    ("It grew in the 1990s.", "in the 1990s: point 1990-01-01 1999-12-31"),
    ("It grew in the early 2000s.", "in the early 2000s: point 2000-01-01 2003-12-31"),
    ("It grew in the 19th century.", "in the 19th century: point 1801-01-01 1900-12-31"),
    ("It grew in the twentieth century.", "in the twentieth century: point 1901-01-01 2000-12-31"),
    ("It rose from 2015 to 2019.", "from 2015 to 2019: range 2015-01-01 2019-12-31"),
    ("It rose in 2015-19.", "in 2015-19: range 2015-01-01 2019-12-31"),
    ("It rose between March 2015 and May 2016.", "March 2015 and May 2016: range 2015-03-01 2016-05-31"),
    ("(2010 est.)", "(2010 est.): bracket 2010-01-01 2010-12-31"),
    ("(July 2010)", "(July 2010): bracket 2010-07-01 2010-07-31"),
    # fiscal years
    ("It asked for it in FY2024.", "in FY2024: point 2023-10-01 2024-09-30"),
    ("It asked for it in FY 24.", "in FY 24: point 2023-10-01 2024-09-30"),
    ("It spent it in fiscal years 2007-2011.", "in fiscal years 2007-2011: range 2006-10-01 2011-09-30"),
    ("It spent it in FY1999/00.", "in FY1999/00: point 1999-10-01 2000-09-30"),
    (
        "In the first quarter of fiscal year 2022",
        "In the first quarter of fiscal year 2022: point 2021-10-01 2021-12-31",
    ),
    # roles
    ("It has grown since 2010.", "since 2010: since 2010-01-01 2022-05-04"),
    ("It will end by 2030.", "by 2030: target 2030-01-01 2030-12-31"),
    ("It lasted until 2014.", "until 2014: until 2014-01-01 2014-12-31"),
    ("It stood there as of June 2021.", "as of June 2021: point 2021-06-01 2021-06-30"),
    ("It is 5 percent above 2019.", "above 2019: base 2019-01-01 2019-12-31 weak"),
    (
        "for the nine months ended September 30, 2021",
        "for the nine months ended September 30, 2021: point 2021-01-01 2021-09-30",
    ),
    ("under the 2006 Trade Agreement", "2006: point 2006-01-01 2006-12-31 weak"),
    ("under the Customs Act of 1930", "of 1930: point 1930-01-01 1930-12-31 weak"),
    # from the day of publication
    ("It fell in July and rose.", "in July: point 2021-07-01 2021-07-31"),
    ("It will open in July and close.", "in July: point 2022-07-01 2022-07-31"),
    ("Over the past five years it grew.", "Over the past five years: window 2017-05-04 2022-05-04"),
    ("It grew last year.", "last year: point 2021-01-01 2021-12-31"),
    ("It will grow next fiscal year.", "next fiscal year: point 2022-10-01 2023-09-30"),
    ("It was built two decades ago.", "two decades ago: point 2002-05-04 2002-05-04"),
    ("This year it grew.", "This year: point 2022-01-01 2022-12-31"),
    ("It is this quarter's best.", "this quarter: point 2022-04-01 2022-06-30"),
    ("THIS YEAR IT GREW", "THIS YEAR: point 2022-01-01 2022-12-31"),
    ("Today it is larger.", "Today: now 2022-05-04 2022-05-04"),
    ("Since then it grew.", "Since then: same"),
    ("It grew over the same period.", "over the same period: same"),
    ("It grew since the pandemic began.", "since the pandemic began: since 2020-03-11 2022-05-04"),
    ("It grew since the start of the year.", "since the start of the year: since 2022-01-01 2022-05-04"),
]


@pytest.mark.parametrize(("text", "expected"), EXPRESSIONS)
def test_one_expression(text: str, expected: str) -> None:
    assert told(text) == [expected]


SEVERAL = [
    ("in 2015, 2016 and 2018", ["in 2015: point 2015-01-01 2015-12-31", "2016: point 2016-01-01 2016-12-31",
                                "2018: point 2018-01-01 2018-12-31"]),
    ("in June 2016 and in July", ["in June 2016: point 2016-06-01 2016-06-30", "in July: point 2016-07-01 2016-07-31"]),
    ("from February to May 2015", ["from February to May 2015: range 2015-02-01 2015-05-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_expressions(text: str, expected: list[str]) -> None:
    assert told(text) == expected


NO_TIMES = [
    "It has 2,015 people",
    "model AB2015",
    "$2015",
    "2015 people came",
    "It may rain",
    "They march on",
    "It may be FY",
    "in 3015",
    "page 12015",
    "٢٠١٥",
    "the second half",
    "this is the past",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert told(text) == []


def test_without_a_day_of_publication_only_the_calendar_tells() -> None:
    assert told("It grew last year and in July, and in 2015.", Anchor()) == [
        "last year: window",
        "in July: point",
        "in 2015: point 2015-01-01 2015-12-31",
    ]


def test_fiscal_years_begin_where_the_anchor_says() -> None:
    assert told("in FY2022", Anchor(None, 7)) == ["in FY2022: point 2021-07-01 2022-06-30"]


PIECES = st.sampled_from(
    "in since 2015 2016- –19 FY24 March 5, May 25 1990s the early mid- past five years last year (2010 est.) to and".split()
)


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_expressions_are_in_order_and_apart(text: str) -> None:
    times = scan_times(text, 0, len(text), ANCHOR)
    places = [place for time in times for place in (time.start, time.end)]
    assert places == sorted(places)
    assert all(time.days is None or time.days.first <= time.days.last for time in times if time.role is not Role.SINCE)
