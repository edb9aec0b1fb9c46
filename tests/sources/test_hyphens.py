"""Line-end hyphens: undone where they only part a word."""

from __future__ import annotations

import pytest

from reportdiff.sources.hyphens import Hyphens

REST = "The unemployment rate and the government of the long-term plan. A state of the art; long lines and term limits."


@pytest.mark.parametrize(
    ("first", "second", "parts"),
    [
        ("unem-", "ployment", True),
        ("govern-", "ment", True),
        ("minis-", "terial", True),
        ("long-", "term", False),
        ("state-", "art", False),
        ("non-", "governmental", False),
        ("U.S.-", "backed", False),
        ("2021-", "2022", False),
        ("Anglo-", "American", False),
        ("mid-", "2021", False),
        ("state-of-the-", "art", False),
    ],
)
def test_a_hyphen_goes_where_it_parts_a_word(first: str, second: str, parts: bool) -> None:
    for between in ("\r\n", ""):
        source = f"{REST} It {first}{between}{second} is so."
        end = source.index(first, len(REST)) + len(first)
        breaks = [end - 1] if not between else []
        assert Hyphens(source, breaks).parts_word(end, end + len(between)) is parts
