"""How a move between two hedged figures is hedged itself, how it is told, and whose name initials are."""

from __future__ import annotations

import pytest

from reportdiff.checks.publishers import are_one_source
from reportdiff.compare.verdicts.moves import delta_of, move_of
from tests.compare.writing import quantity

HEDGES = [
    # old, its hedge, new, its hedge, the hedge of the move
    ("14", "exactly", "22", "exactly", "exactly"), ("14", "exactly", "22", "more-than", "more-than"),
    ("14", "exactly", "22", "at-least", "at-least"), ("14", "exactly", "22", "less-than", "less-than"),
    ("14", "exactly", "22", "at-most", "at-most"), ("14", "more-than", "22", "exactly", "less-than"),
    ("14", "at-least", "22", "exactly", "at-most"), ("14", "less-than", "22", "exactly", "more-than"),
    ("14", "at-most", "22", "exactly", "at-least"), ("14", "at-least", "22", "at-most", "at-most"),
    ("14", "at-least", "22", "less-than", "less-than"), ("14", "at-most", "22", "more-than", "more-than"),
    ("14", "more-than", "22", "more-than", "approximately"), ("14", "at-most", "22", "at-most", "approximately"),
    ("14", "nearly", "22", "exactly", "approximately"), ("14", "exactly", "22", "nearly", "approximately"),
    ("14", "approximately", "22", "more-than", "approximately"), ("14", "exactly", "14", "more-than", "approximately"),
    # downwards, and of negative figures, whose hedges speak of the magnitude
    ("22", "exactly", "14", "more-than", "less-than"), ("22", "exactly", "14", "less-than", "more-than"),
    ("22", "at-least", "14", "exactly", "at-least"), ("22", "at-most", "14", "exactly", "at-most"),
    ("-14", "exactly", "-22", "more-than", "more-than"), ("-14", "exactly", "-22", "less-than", "less-than"),
    ("-22", "exactly", "-14", "at-least", "at-most"), ("-22", "exactly", "-14", "at-most", "at-least"),
    ("0", "at-least", "5", "exactly", "at-most"), ("5", "exactly", "0", "at-least", "at-most"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "told", "new", "retold", "hedge"), HEDGES)
def test_the_hedge_of_a_move(old: str, told: str, new: str, retold: str, hedge: str) -> None:
    delta = delta_of(quantity(old, comparator=told), quantity(new, comparator=retold))
    assert delta is not None
    assert delta.comparator.value == hedge


MOVES = [
    ("100", "125", "USD", "up 25 %"), ("100", "75", "USD", "down 25 %"), ("100", "100", "USD", ""), ("100", "109.94", "USD", "up 9.9 %"),
    ("100", "109.96", "USD", "up 10 %"), ("100", "110.4", "USD", "up 10 %"), ("100", "101.234", "USD", "up 1.2 %"),
    ("1000", "1000.5", "USD", "up 0.05 %"), ("25", "20", "percent", "down 5 points"), ("25", "24", "percent", "down 1 point"),
    ("25", "24.5", "percent", "down 0.5 points"), ("5", "3", "rank", "up 2 places"), ("3", "5", "rank", "down 2 places"),
    ("5", "4", "rank", "up 1 place"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "unit", "said"), MOVES)
def test_a_move_in_words(old: str, new: str, unit: str, said: str) -> None:
    assert move_of(delta_of(quantity(old, unit), quantity(new, unit)), unit) == said


def test_no_move_has_no_words() -> None:
    assert move_of(None, "USD") == ""
    assert move_of(delta_of(quantity("14"), quantity("22", comparator="more-than")), "USD") == "up more than 57 %"


@pytest.mark.parametrize(
    ("hedge", "said"),
    [
        ("at-most", "up at most 57 %"),
        ("at-least", "up at least 57 %"),
        ("less-than", "up less than 57 %"),
        ("nearly", "up about 57 %"),
    ],
)
def test_a_hedged_move_in_words(hedge: str, said: str) -> None:
    assert move_of(delta_of(quantity("14"), quantity("22", comparator=hedge)), "USD") == said


SHARES = [
    # old, new, is there a share of the old value, is there a ratio
    ("5", "9", True, True), ("5", "0", True, True), ("0", "5", False, False), ("-5", "-9", False, True), ("-5", "9", False, False),
    ("5", "-9", False, False), ("-5", "0", False, True),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "percent", "ratio"), SHARES)
def test_where_a_move_has_a_share(old: str, new: str, percent: bool, ratio: bool) -> None:
    delta = delta_of(quantity(old), quantity(new))
    assert delta is not None
    assert (delta.percent is not None, delta.ratio is not None, delta.points) == (percent, ratio, None)


NAMES = [
    ("IMF", "International Monetary Fund", True), ("imf", "International Monetary Fund", True), ("DoD", "Department of Defense", True),
    ("DD", "Department of Defense", True), ("USAID", "U.S. Agency for International Development", True),
    ("UNHCR", "Office of the UN High Commissioner for Refugees", True), ("I", "International", False), ("IF", "International Monetary Fund", False),
    ("IMF", "IMF", True), ("World Bank", "The World Bank", True), ("Bank", "World Bank", False), ("Inter-American Bank", "Bank of Inter American", True),
    ("Médecins", "Medecins", True), ("State’s Department of Trade", "Department of Trade, State", True), ("Trade & Labor Board", "Trade and Labour Board", True),
    ("", "World Bank", False), ("of the", "and the", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_whose_name_it_is(one: str, other: str, same: bool) -> None:
    assert are_one_source(one, other) is same
    assert are_one_source(other, one) is same
