"""Days in digits, ages and rises: which digits tell a day, which are an age, which a figure."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor
from reportdiff.grammar.traps import is_part_of_name, match_trap


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("418 beds at 1.3.2022 (register)", date(2022, 3, 1)),
        ("as of 31.12.2021", date(2021, 12, 31)),
        ("as of 31/12/2021", date(2021, 12, 31)),
        ("on 7/7/2021, 5 more", date(2021, 7, 7)),
        ("as of 3/4/2021", None),
        ("as of 12/5/2021", None),
        ("as of 13/5/2021", date(2021, 5, 13)),
        ("as of 30.2.2021", None),
        ("as of 12.13.2021", None),
        ("see 4.1.3.2022", None),
        ("see 1.3/2022", None),
        ("on 1.3.20225", None),
    ],
)
def test_a_day_in_digits(text: str, day: date | None) -> None:
    times = scan_times(text, 0, len(text), Anchor(date(2024, 6, 3)))
    days = [time.days for time in times if time.days and time.days.first == time.days.last]
    assert [(each.first, each.last) for each in days] == ([(day, day)] if day else [])


@pytest.mark.parametrize(
    ("text", "trapped"),
    [
        ("74 years (men 71, women 77)", False),
        ("15-64 years (male 4,100)", True),
        ("65 years and over (male 900)", True),
        ("65 years and over: 5%", True),
        ("21 years: 5%", True),
    ],
)
def test_an_age_of_a_heading_is_no_figure(text: str, trapped: bool) -> None:
    assert (match_trap(text, 0, 0) is not None) is trapped


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("rose +2.5% again", False),
        ("| +13.4 |", False),
        ("(+3 points)", False),
        ("call +44 20 7946 0958", True),
        ("A+5 rating", True),
        ("plus +99", True),
    ],
)
def test_a_plus_before_a_rise_makes_no_name(text: str, named: bool) -> None:
    at = text.index("+") + 1
    end = at + len(text[at:]) - len(text[at:].lstrip("0123456789.,"))
    assert is_part_of_name(text, at, end) is named


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-06", date(2024, 6, 1), date(2024, 6, 30)),
        ("2012-12", date(2012, 12, 1), date(2012, 12, 31)),
        ("2007-08", date(2007, 1, 1), date(2008, 12, 31)),
        ("2012–12", date(2012, 1, 1), date(2012, 12, 31)),
        ("1999-02", date(1999, 1, 1), date(2002, 12, 31)),
    ],
)
def test_a_year_and_a_month_in_digits(text: str, first: date, last: date) -> None:
    (expression,) = scan_times(f"It was {text}.", 0, len(text) + 8, Anchor(date(2024, 12, 1)))
    assert expression.days is not None
    assert (expression.days.first, expression.days.last) == (first, last)
