"""Quarters of a year, which are no shares, beside quarters of a whole."""

from __future__ import annotations

import pytest

from reportdiff.grammar.shares import match_fraction

BEFORE = "first last latest next past final previous preceding recent consecutive all".split()
BEHIND = [
    *("of the year", "in the year", "of the fiscal year", "in the financial year", "of the calendar year", "of FY21"),
    *("of fiscal 2021", "in 2021", "of 1999", "to June", "ended in June", "ending in June", "through June"),
]
WHOLES = ["of the fleet", "of its old men", "of the yearly sum", "of 3099 men", "of 2 men", "in May", "together"]


def is_share(text: str) -> bool:
    """True where the three quarters of *text* are a share of something."""
    return match_fraction(text, text.index("three")) is not None


@pytest.mark.parametrize("before", BEFORE)
def test_quarters_told_in_a_row_are_times(before: str) -> None:
    assert not is_share(f"in the {before} three quarters")
    assert not is_share(f"in the {before.capitalize()} three quarters")


@pytest.mark.parametrize("behind", BEHIND)
def test_quarters_of_a_year_are_times(behind: str) -> None:
    assert not is_share(f"over three quarters {behind}")


@pytest.mark.parametrize("whole", WHOLES)
def test_quarters_of_a_whole_are_a_share(whole: str) -> None:
    assert is_share(f"over three quarters {whole}")


def test_four_quarters_are_no_share() -> None:
    assert match_fraction("four quarters of the fleet", 0) is None
