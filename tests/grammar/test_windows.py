"""Times told from the day of publication, here May 17, 2023, in a fiscal year from October on."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.grammar.times import Anchor, Role
from reportdiff.grammar.windows import scan_relative, scan_starts

PUBLISHED = Anchor(date(2023, 5, 17), 10)
UNDATED = Anchor(None, 10)

DATED = [
    ("over the past five years", Role.WINDOW, "2018-05-17..2023-05-17 span"),
    ("over the last 12 months", Role.WINDOW, "2022-05-17..2023-05-17 span"),
    ("the next two decades", Role.WINDOW, "2023-05-17..2043-05-17 span"),
    ("in the coming weeks", Role.WINDOW, "2023-05-17..2023-05-24 span"),
    ("the past quarter", Role.WINDOW, "2023-02-17..2023-05-17 span"),
    ("the past quarter century", Role.WINDOW, "1998-05-17..2023-05-17 span"),
    ("the past half-century", Role.WINDOW, "1973-05-17..2023-05-17 span"),
    ("the last year", Role.WINDOW, "2022-05-17..2023-05-17 span"),
    ("last year", Role.POINT, "2022-01-01..2022-12-31 year"),
    ("next year", Role.POINT, "2024-01-01..2024-12-31 year"),
    ("last month", Role.POINT, "2023-04-01..2023-04-30 month"),
    ("next month", Role.POINT, "2023-06-01..2023-06-30 month"),
    ("last fiscal year", Role.POINT, "2021-10-01..2022-09-30 fiscal-year"),
    ("next fiscal year", Role.POINT, "2023-10-01..2024-09-30 fiscal-year"),
    ("this year", Role.POINT, "2023-01-01..2023-12-31 year"),
    ("this fiscal year", Role.POINT, "2022-10-01..2023-09-30 fiscal-year"),
    ("this quarter", Role.POINT, "2023-04-01..2023-06-30 quarter"),
    ("this month", Role.POINT, "2023-05-01..2023-05-31 month"),
    ("so far this year", Role.POINT, "2023-01-01..2023-05-17 span"),
    ("so far this fiscal year", Role.POINT, "2022-10-01..2023-05-17 span"),
    ("this month to date", Role.POINT, "2023-05-01..2023-05-17 span"),
    ("this year thus far", Role.POINT, "2023-01-01..2023-05-17 span"),
    ("five years ago", Role.POINT, "2018-05-17..2018-05-17 day"),
    ("ten days ago", Role.POINT, "2023-05-07..2023-05-07 day"),
    ("a decade ago", Role.POINT, "2013-05-17..2013-05-17 day"),
    ("today", Role.NOW, "2023-05-17..2023-05-17 day"),
    ("to date", Role.NOW, "2023-05-17..2023-05-17 day"),
]
UNTOLD = [
    ("this week", Role.POINT),
    ("this decade", Role.POINT),
    ("over the last several years", Role.WINDOW),
    ("two months earlier", Role.POINT),
    ("during the same period", Role.SAME),
    ("since then", Role.SAME),
    ("that year", Role.SAME),
]


def told(text: str, anchor: Anchor) -> list[tuple[str, Role, str | None]]:
    """The words, the role and the days of each expression."""
    return [
        (text[e.start : e.end], e.role, f"{e.days.first}..{e.days.last} {e.days.precision.value}" if e.days else None)
        for e in scan_relative(text, 0, len(text), anchor)
    ]


@pytest.mark.parametrize(("words", "role", "days"), DATED)
def test_days_told_from_the_day_of_publication(words: str, role: Role, days: str) -> None:
    assert told(words, PUBLISHED) == [(words, role, days)]
    assert told(f"Sales rose {words}, it said.", PUBLISHED) == [(words, role, days)]
    assert [(found, day) for found, _, day in told(words, UNDATED)] == [(words, None)]


@pytest.mark.parametrize(("words", "role"), UNTOLD)
def test_what_no_day_of_publication_tells(words: str, role: Role) -> None:
    assert told(f"Sales rose {words}.", PUBLISHED) == [(words, role, None)]


@pytest.mark.parametrize(
    "text", ["5 percent over the previous year", "less than the last year", "compared with the previous month"]
)
def test_a_base_of_comparison_dates_nothing(text: str) -> None:
    (expression,) = scan_relative(text, 0, len(text), PUBLISHED)
    assert (expression.role, expression.weak) == (Role.BASE, True)


def test_the_same_period_of_another_year_is_that_year() -> None:
    assert told("It rose in the same period of 2019.", PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [("since the start of the year", date(2023, 1, 1)), ("since the beginning of this year", date(2023, 1, 1))],
)
def test_a_start_that_every_reader_knows(text: str, first: date) -> None:
    (expression,) = scan_starts(text, 0, len(text), PUBLISHED)
    assert expression.days is not None
    assert (expression.days.first, expression.days.last, expression.role) == (first, date(2023, 5, 17), Role.SINCE)
    assert list(scan_starts(text, 0, len(text), UNDATED)) == []
