"""Parts of a year that no number tells."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor

PUBLISHED = date(2023, 11, 3)
PARTS = [
    ("Sales rose in the third quarter.", "2023-07-01", "2023-09-30"),
    ("Sales rose in the fourth quarter.", "2022-10-01", "2022-12-31"),
    ("Sales rose in the first half of this year.", "2023-01-01", "2023-06-30"),
    ("Sales rose in the second half of this year.", "2023-07-01", "2023-12-31"),
    ("Sales rose in the first half of last year.", "2022-01-01", "2022-06-30"),
    ("Sales rose in the first nine months.", "2023-01-01", "2023-09-30"),
    ("Sales rose in the first 11 months of the year.", "2022-01-01", "2022-11-30"),
    ("The first-half profit rose.", "2023-01-01", "2023-06-30"),
    ("Sales rose in Q2.", "2023-04-01", "2023-06-30"),
]


@pytest.mark.parametrize(("text", "first", "last"), PARTS, ids=[text for text, _, _ in PARTS])
def test_it_is_of_the_last_year_in_which_it_was_over(text: str, first: str, last: str) -> None:
    (told,) = scan_times(text, 0, len(text), Anchor(PUBLISHED))
    assert told.days is not None
    assert (told.days.first.isoformat(), told.days.last.isoformat()) == (first, last)


def test_the_year_of_a_date_before_it_counts() -> None:
    text = "Sales fell in May 2015 and rose in the third quarter."
    told = scan_times(text, 0, len(text), Anchor(PUBLISHED))[-1]
    assert told.days is not None
    assert told.days.first == date(2015, 7, 1)


def test_it_tells_no_days_in_a_text_without_a_date() -> None:
    text = "Sales rose in the third quarter."
    assert [told.days for told in scan_times(text, 0, len(text), Anchor())] == [None]


@pytest.mark.parametrize("text", ["in the first half of the century", "a first quarter of them", "in the half of it"])
def test_what_is_no_part_of_a_year(text: str) -> None:
    assert [told for told in scan_times(text, 0, len(text), Anchor(PUBLISHED)) if told.days] == []
