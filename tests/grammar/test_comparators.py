"""Hedges, and the table of intervals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.grammar.comparators import bounds, hedge_before, hedge_behind, plain, significant_quantum
from reportdiff.model.quantity import Comparator

BEFORE = [
    ("over ", Comparator.MORE_THAN),
    ("more than ", Comparator.MORE_THAN),
    ("no more than ", Comparator.AT_MOST),
    ("at least ", Comparator.AT_LEAST),
    ("up to ", Comparator.AT_MOST),
    ("as many as ", Comparator.AT_MOST),
    ("fewer than ", Comparator.LESS_THAN),
    ("some ", Comparator.APPROXIMATELY),
    ("approx. ", Comparator.APPROXIMATELY),
    ("~", Comparator.APPROXIMATELY),
    ("close to ", Comparator.NEARLY),
    ("an average of ", Comparator.EXACTLY),
    ("over a combined ", Comparator.MORE_THAN),
    ("(about ", Comparator.APPROXIMATELY),
    ("—nearly ", Comparator.NEARLY),
    (">", Comparator.MORE_THAN),
]


@pytest.mark.parametrize(("words", "comparator"), BEFORE)
def test_a_hedge_before_a_figure(words: str, comparator: Comparator) -> None:
    text = f"It reached {words}40"
    found = hedge_before(text, 0, len(text) - 2)
    assert found is not None
    assert found[0] is comparator
    assert text[found[1] :].startswith(words.lstrip("(—"))


@pytest.mark.parametrize("words", ["", "moreover ", "handsome ", "of ", "over the ports and ", "turnover 30, then "])
def test_what_is_no_hedge(words: str) -> None:
    text = f"It reached {words}40"
    assert hedge_before(text, 0, len(text) - 2) is None


def test_a_hedge_does_not_reach_back_over_the_start_of_its_sentence() -> None:
    assert hedge_before("over 40", 5, 5) is None


BEHIND = [
    (" or more", Comparator.AT_LEAST),
    ("+", Comparator.AT_LEAST),
    (", at least", Comparator.AT_LEAST),
    (" and above", Comparator.AT_LEAST),
    (" or less", Comparator.AT_MOST),
    (" at most", Comparator.AT_MOST),
    (" or so", Comparator.APPROXIMATELY),
]


@pytest.mark.parametrize(("words", "comparator"), BEHIND)
def test_a_hedge_behind_a_figure(words: str, comparator: Comparator) -> None:
    assert hedge_behind(f"40{words}.", 2) == (comparator, 2 + len(words))


@pytest.mark.parametrize("words", ["", " or more than 50", "+5", " and moreover", " or sooner", ".", "-plush"])
def test_what_is_no_hedge_behind(words: str) -> None:
    assert hedge_behind(f"40{words}", 2) is None


INTERVALS = [
    # amount, upper, comparator, quantum, lower bound, upper bound
    ("14e9", None, "exactly", "1e9", "13500000000", "14500000000"),
    ("20", None, "exactly", "1", "19.5", "20.5"),
    ("13.3", None, "exactly", "0.1", "13.25", "13.35"),
    ("130", None, "exactly", "1", "129.5", "130.5"),
    ("500000", None, "exactly", "100000", "450000", "550000"),
    ("0", None, "exactly", "1", "-0.5", "0.5"),
    ("500", None, "approximately", "1", "400", "600"),
    ("1200", None, "approximately", "100", "1100", "1300"),
    ("2.50", None, "approximately", "0.01", "2.49", "2.51"),
    ("34e6", None, "approximately", "1e6", "33000000", "35000000"),
    ("500", None, "nearly", "1", "400", "500"),
    ("22e9", None, "nearly", "1e9", "21000000000", "22000000000"),
    ("22e9", None, "more-than", "1e9", "22000000000", None),
    ("22", None, "at-least", "1", "22", None),
    ("22", None, "less-than", "1", None, "22"),
    ("22", None, "at-most", "1", None, "22"),
    ("3", "5", "between", "1", "3", "5"),
    ("3", None, "between", "1", "3", "3"),
    ("10000", None, "order-of-magnitude", "10000", "10000", "100000"),
    # a negative figure's interval is mirrored
    ("-11", None, "exactly", "1", "-11.5", "-10.5"),
    ("-50", None, "more-than", "1", None, "-50"),
    ("-50", None, "less-than", "1", "-50", None),
    ("-500", None, "nearly", "1", "-500", "-400"),
    ("-3", "-5", "between", "1", "-5", "-3"),
    ("-5", "-3", "between", "1", "-5", "-3"),
    ("-2", "3", "between", "1", "-2", "3"),
]


@pytest.mark.parametrize(("amount", "upper", "comparator", "quantum", "low", "high"), INTERVALS)
def test_the_table_of_intervals(
    amount: str, upper: str | None, comparator: str, quantum: str, low: str | None, high: str | None
) -> None:
    found = bounds(Decimal(amount), upper and Decimal(upper), Comparator(comparator), Decimal(quantum))
    assert tuple(None if bound is None else str(bound) for bound in found) == (low, high)


WORDED = [("25", "exactly", "23.75", "26.25"), ("50", "approximately", "45", "55"), ("50", "nearly", "45", "50")]


@pytest.mark.parametrize(("amount", "comparator", "low", "high"), WORDED)
def test_a_worded_share_is_good_to_a_tenth(amount: str, comparator: str, low: str, high: str) -> None:
    found = bounds(Decimal(amount), None, Comparator(comparator), Decimal(amount) / 10, worded=True)
    assert found == (Decimal(low), Decimal(high))


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    st.sampled_from(Comparator),
    st.sampled_from(["0.01", "1", "100"]),
)
def test_an_interval_meets_its_figure_and_mirrors(amount: Decimal, comparator: Comparator, quantum: str) -> None:
    low, high = bounds(amount, None, comparator, Decimal(quantum))
    assert low is None or low <= amount
    assert high is None or amount <= high
    if amount:
        mirrored = bounds(-amount, None, comparator, Decimal(quantum))
        assert mirrored == (None if high is None else -high, None if low is None else -low)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=5))
def test_a_plain_number_is_the_same_number_in_its_shortest_form(number: Decimal) -> None:
    found = plain(number)
    assert found == number
    digits = str(found)
    assert "E" not in digits
    assert not ("." in digits and digits.endswith(("0", ".")))


@pytest.mark.parametrize(
    ("amount", "place"), [("500", "100"), ("0", "1"), ("-1200", "100"), ("0.25", "0.01"), ("7", "1")]
)
def test_the_place_of_the_last_digit_that_is_not_zero(amount: str, place: str) -> None:
    assert significant_quantum(Decimal(amount)) == Decimal(place)
