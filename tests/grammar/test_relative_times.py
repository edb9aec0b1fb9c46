"""Every word by which a time is told from the day of publication (May 17, 2023), and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.grammar import calendar
from reportdiff.grammar.times import Anchor, Role
from reportdiff.grammar.windows import scan_relative

PUBLISHED = Anchor(date(2023, 5, 17))


def told(text: str, anchor: Anchor = PUBLISHED) -> list[tuple[str, Role, str | None]]:
    """The words, the role and the days of each expression."""
    return [
        (text[e.start : e.end], e.role, f"{e.days.first} {e.days.last}" if e.days else None)
        for e in scan_relative(text, 0, len(text), anchor)
    ]


PAST_YEARS = "2020-05-17 2023-05-17"
COMING_YEARS = "2023-05-17 2026-05-17"
WINDOWS = [
    *((f"{lead}past three years", PAST_YEARS) for lead in (
        "over the ", "in the ", "during the ", "within the ", "for the ", "throughout the ", "across the ", "the ", "this ", "",
        "over the course of the ",
    )),
    ("last three years", PAST_YEARS), ("the previous three years", PAST_YEARS), ("the recent three years", PAST_YEARS),
    ("the next three years", COMING_YEARS), ("the coming three years", COMING_YEARS),
    ("the following three years", COMING_YEARS), ("the next several years", COMING_YEARS),
    ("the next few years", COMING_YEARS), ("the next couple of years", "2023-05-17 2025-05-17"),
    ("the next dozen years", "2023-05-17 2035-05-17"),
    ("the past 3 years", PAST_YEARS), ("the past 100 years", "1923-05-17 2023-05-17"),
    ("the past three fiscal years", PAST_YEARS), ("the past three calendar years", PAST_YEARS),
    ("the past three academic years", PAST_YEARS), ("the past three school years", PAST_YEARS),
    ("the past three days", "2023-05-14 2023-05-17"), ("the past three weeks", "2023-04-26 2023-05-17"),
    ("the past three months", "2023-02-17 2023-05-17"), ("the past three quarters", "2022-08-17 2023-05-17"),
    ("the past three decades", "1993-05-17 2023-05-17"), ("the past three centuries", "1723-05-17 2023-05-17"),
    ("the past century", "1923-05-17 2023-05-17"), ("the past half century", "1973-05-17 2023-05-17"),
    ("the past quarter-century", "1998-05-17 2023-05-17"), ("the coming year", "2023-05-17 2024-05-17"),
    ("the past day", "2023-05-16 2023-05-17"), ("the past week's", "2023-05-10 2023-05-17"),
    ("the past year’s", "2022-05-17 2023-05-17"), ("last week", "2023-05-10 2023-05-17"),
    ("the next month", "2023-05-17 2023-06-17"), ("in the last month", "2023-04-17 2023-05-17"),
    ("over this past year", "2022-05-17 2023-05-17"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "days"), WINDOWS)
def test_a_window(words: str, days: str) -> None:
    assert told(f"It rose {words}, they say.") == [(words, Role.WINDOW, days)]


POINTS = [
    ("last year", "2022-01-01 2022-12-31"), ("previous year", "2022-01-01 2022-12-31"),
    ("next year", "2024-01-01 2024-12-31"), ("last month", "2023-04-01 2023-04-30"),
    ("next month", "2023-06-01 2023-06-30"), ("last year's", "2022-01-01 2022-12-31"),
    ("the last fiscal year", "2021-10-01 2022-09-30"), ("the coming fiscal year", "2023-10-01 2024-09-30"),
    ("the past fiscal year", "2021-10-01 2022-09-30"),
    ("the current year", "2023-01-01 2023-12-31"), ("in this month", "2023-05-01 2023-05-31"),
    ("during this quarter", "2023-04-01 2023-06-30"), ("this year alone", "2023-01-01 2023-12-31"),
    ("this year so far", "2023-01-01 2023-05-17"), ("this month thus far", "2023-05-01 2023-05-17"),
    ("thus far this year", "2023-01-01 2023-05-17"), ("so far in this year", "2023-01-01 2023-05-17"),
    ("the current fiscal year", "2022-10-01 2023-09-30"),
    *((f"{count} years ago", f"{2023 - number}-05-17 {2023 - number}-05-17") for number, count in enumerate(
        "one two three four five six seven eight nine ten".split(), 1
    )),
    ("twenty years ago", "2003-05-17 2003-05-17"), ("an year ago", "2022-05-17 2022-05-17"),
    ("a week ago", "2023-05-10 2023-05-10"), ("3 months ago", "2023-02-17 2023-02-17"),
    ("100 days ago", "2023-02-06 2023-02-06"), ("a century ago", "1923-05-17 1923-05-17"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "days"), POINTS)
def test_a_point(words: str, days: str) -> None:
    assert told(f"It rose {words}, they say.") == [(words, Role.POINT, days)]


NOWS = ["today", "currently", "at present", "presently", "nowadays", "to date", "so far", "right now", "now"]  # fmt: skip


@pytest.mark.parametrize("words", NOWS)
def test_the_day_of_publication(words: str) -> None:
    assert told(f"It stands, {words}, at five.") == [(words, Role.NOW, "2023-05-17 2023-05-17")]
    assert told(f"It stands, {words}, at five.", Anchor()) == [(words, Role.NOW, None)]


SAME = [
    *(f"{lead} the same {what}" for lead in ("in", "during", "over", "for") for what in ("period", "year")),
    *("in the same years", "in the same month", "in the same months", "in the same time period"),
    *(f"{lead} {that} period" for lead in ("in", "during", "over") for that in ("that", "those", "these", "this")),
    *("in that same year", "in that time", "in those years", "in that month", "in those months", "in that time period"),
    *("since then", "that year"),
]


@pytest.mark.parametrize("words", SAME)
def test_a_time_told_before(words: str) -> None:
    assert told(f"It rose {words}, they say.") == [(words, Role.SAME, None)]


@pytest.mark.parametrize(
    "behind", ["in 2019", "of 2019", "last year", "a year earlier", "the previous year", "one year ago"]
)
def test_the_same_period_of_a_year_that_follows_is_that_year(behind: str) -> None:
    assert "over the same period" not in [words for words, _, _ in told(f"It rose over the same period {behind}.")]


BEFORE = [
    "the year before",
    "in the year before",
    "during the month earlier",
    "for the quarter before",
    "the decade earlier",
]
EARLIER = ["two months earlier", "a year before", "3 weeks earlier"]


@pytest.mark.parametrize("words", BEFORE + EARLIER)
def test_a_time_before_another_dates_nothing_by_itself(words: str) -> None:
    (found,) = scan_relative(f"It rose {words}.", 0, len(words) + 9, PUBLISHED)
    assert (found.start, found.end) == (8, 8 + len(words))
    assert (found.days, found.role, found.weak) == (None, Role.POINT, True)


@pytest.mark.parametrize("behind", ["the", "last", "it", "he", "she", "they"])
def test_the_year_before_an_event_is_none(behind: str) -> None:
    assert told(f"It rose the year before {behind} war.") == []


BASES = [
    "5% over the last year", "5% on the previous year", "5 percent on the last year", "5 percent over the previous year",
    "an increase over the last year", "a rise on the last year", "the growth over the previous month",
    "a gain on the previous year", "a jump over the last year", "a decrease over the last year",
    "a decline on the previous year", "a drop over the last year", "a fall on the previous year", "a cut over the last year",
    "up from the last year", "more than the last year", "compared to the last year", "compared with last year",
    "against the previous year", "versus the previous year", "up from the same period last year", "up from last year",
    "the preceding year", "the prior year", "the recent months", "the following year", "the prior three years",
]  # fmt: skip


@pytest.mark.parametrize("text", BASES)
def test_what_a_figure_is_compared_with(text: str) -> None:
    found = list(scan_relative(f"It was {text}.", 0, len(text) + 8, PUBLISHED))
    assert [(each.role, each.weak) for each in found] == [(Role.BASE, True)]
    named = text.endswith(("last year", "previous year")) and "same period" not in text
    assert found[0].days == (calendar.year(2022) if named else None)


NO_BASES = ["It rose 5 tons over the last year.", "It ran over the last year.", "It fell over the past year."]


@pytest.mark.parametrize("text", NO_BASES)
def test_a_window_that_is_no_base(text: str) -> None:
    assert [role for _, role, _ in told(text)] == [Role.WINDOW]


NONE = ["the past", "It blasted years", "the last of the years", "the nextdoor", "this yearling", "the last 1000 years on",
        "nowhere", "todays", "I know", "the coming of the year", "five years", "this hour", "year", "ago"]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time(text: str) -> None:
    assert told(text) == []
    assert told(f"It is {text}.") == []


def test_several_in_one_sentence_and_in_capitals() -> None:
    text = "Last year it fell; this year, and over the next two years, it grows"
    words = ["Last year", "this year", "over the next two years"]
    assert [found for found, _, _ in told(text)] == words
    assert [found for found, _, _ in told(text.upper())] == [word.upper() for word in words]


def test_only_the_given_stretch_is_read() -> None:
    text = "It fell last year and this year."
    assert [e.start for e in scan_relative(text, 0, 17, PUBLISHED)] == [8]
    assert [e.start for e in scan_relative(text, 17, len(text), PUBLISHED)] == [22]
    assert list(scan_relative(text, 0, 16, PUBLISHED)) == []
    assert list(scan_relative(text, 9, 17, PUBLISHED)) == []


FISCAL = [
    (Anchor(date(2023, 9, 30)), "2022-10-01 2023-09-30"),
    (Anchor(date(2023, 10, 1)), "2023-10-01 2024-09-30"),
    (Anchor(date(2023, 5, 17), 1), "2023-01-01 2023-12-31"),
    (Anchor(date(2023, 7, 1), 7), "2023-07-01 2024-06-30"),
]


@pytest.mark.parametrize(("anchor", "days"), FISCAL)
def test_the_fiscal_year_of_publication(anchor: Anchor, days: str) -> None:
    assert told("this fiscal year", anchor) == [("this fiscal year", Role.POINT, days)]


QUARTERS = [(1, "01-01", "03-31"), (3, "01-01", "03-31"), (4, "04-01", "06-30"), (12, "10-01", "12-31")]


@pytest.mark.parametrize(("month", "first", "last"), QUARTERS)
def test_the_quarter_of_publication(month: int, first: str, last: str) -> None:
    anchor = Anchor(date(2023, month, 9))
    assert told("this quarter", anchor) == [("this quarter", Role.POINT, f"2023-{first} 2023-{last}")]


def test_the_month_before_january_is_december() -> None:
    assert told("last month", Anchor(date(2023, 1, 31))) == [("last month", Role.POINT, "2022-12-01 2022-12-31")]
    assert told("next month", Anchor(date(2023, 12, 31))) == [("next month", Role.POINT, "2024-01-01 2024-01-31")]
