"""Words in front of "through April 8" that tell what lasted till then, so that no year is counted."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor, Role

LASTING = (
    "valid, extends, extended, lasts, lasted, ran, run, runs, running, continue, continues, continued, continuing, held at 4 percent,"
    " remain, remains, remained, stayed, open, closed, shut, accepted, available, effective, in force, suspended, banned, held,"
    " the hours, the days, the week, two weeks, the fortnight, the month, the months, the season, the half,"
    " the period, valid as a pass, lasted a while"
).split(", ")
COUNTED = [
    "invalid claims",
    "brand",
    "reopened",
    "upheld",
    "weekend",
    "valid, it said",
    "held a vote",
    "valid for all of the passengers",
]


def role_of(words: str) -> Role:
    text = f"It {words} through April 8"
    (time,) = scan_times(text, 0, len(text), Anchor(published=date(2022, 5, 4)))
    return time.role


@pytest.mark.parametrize("words", LASTING)
def test_what_lasted_is_not_counted_from_january(words: str) -> None:
    assert role_of(words) is Role.UNTIL


@pytest.mark.parametrize("words", COUNTED)
def test_other_words_are_of_the_count(words: str) -> None:
    assert role_of(words) is Role.POINT
