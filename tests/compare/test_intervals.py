"""What a hedged figure can mean, and how two of them lie to each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.compare.reading.intervals import Interval, interval_of, is_narrower, overlap
from reportdiff.model.quantity import Comparator, Quantity
from tests.compare.writing import quantity


def ends(interval: Interval) -> str:
    left = "(" if interval.lower is None or interval.lower_open else "["
    right = ")" if interval.upper is None or interval.upper_open else "]"
    lower, upper = (None if bound is None else float(bound) for bound in (interval.lower, interval.upper))
    return f"{left}{lower}, {upper}{right}".replace(".0", "")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (quantity("14", step="1"), "(13.5, 14.5)"),
        (quantity("25", comparator="approximately"), "[24, 26]"),
        (quantity("20", comparator="nearly"), "(19, 20]"),
        (quantity("22", comparator="more-than"), "(22, None)"),
        (quantity("32", comparator="at-least"), "[32, None)"),
        (quantity("5", comparator="less-than"), "(None, 5)"),
        (quantity("5", comparator="at-most"), "(None, 5]"),
        (quantity("4..12", comparator="between"), "[4, 12]"),
        (quantity("100", comparator="order-of-magnitude"), "[100, 1000)"),
    ],
)
def test_ends_are_open_where_the_comparator_leaves_the_bound_out(told: Quantity, meant: str) -> None:
    assert ends(interval_of(told)) == meant


@pytest.mark.parametrize(
    ("comparator", "bounds", "meant"),
    [
        (Comparator.MORE_THAN, (None, -50), "(None, -50)"),
        (Comparator.AT_LEAST, (None, -50), "(None, -50]"),
        (Comparator.LESS_THAN, (-50, None), "(-50, None)"),
        (Comparator.NEARLY, (-50, -40), "[-50, -40)"),
        (Comparator.MORE_THAN, (None, -45), "(None, -45]"),
        (Comparator.MORE_THAN, (None, None), "(None, -50)"),
        (Comparator.AT_MOST, (None, None), "[-50, None)"),
    ],
)
def test_negative_values_are_mirrored(
    comparator: Comparator, bounds: tuple[int | None, int | None], meant: str
) -> None:
    lower, upper = (None if bound is None else Decimal(bound) for bound in bounds)
    told = Quantity(amount=Decimal(-50), unit="percent", comparator=comparator, lower_bound=lower, upper_bound=upper)
    assert ends(interval_of(told)) == meant


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (quantity("14"), quantity("22", comparator="more-than"), False),
        (quantity("22", comparator="more-than"), quantity("22", comparator="at-most"), False),
        (quantity("22", comparator="at-least"), quantity("22", comparator="at-most"), True),
        (quantity("33", comparator="approximately"), quantity("34"), True),
        (quantity("9"), quantity("9"), True),
        (quantity("3"), quantity("4"), False),
        (quantity("3"), quantity("3.5", step="0.1"), True),
        (quantity("2", comparator="less-than"), quantity("3", comparator="more-than"), False),
    ],
)
def test_overlap(one: Quantity, other: Quantity, *, meet: bool) -> None:
    assert overlap(interval_of(one), interval_of(other)) is meet
    assert overlap(interval_of(other), interval_of(one)) is meet


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (quantity("32"), quantity("32", comparator="at-least")),
        (quantity("13.3", step="0.1"), quantity("13")),
        (quantity("25"), quantity("25", comparator="approximately")),
        (quantity("23", comparator="more-than"), quantity("22", comparator="more-than")),
        (quantity("22", comparator="more-than"), quantity("22", comparator="at-least")),
    ],
)
def test_narrower_is_told_more_precisely(one: Quantity, other: Quantity) -> None:
    assert is_narrower(interval_of(one), interval_of(other))
    assert not is_narrower(interval_of(other), interval_of(one))


def test_unbounded_on_opposite_sides_are_neither_narrower_nor_wider() -> None:
    above, below = interval_of(quantity("5", comparator="at-least")), interval_of(quantity("9", comparator="at-most"))
    assert not is_narrower(above, below)
    assert not is_narrower(below, above)
