"""The interval and the currency of a figure as it is read out of its sentence."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.quantity import Quantity


def values(text: str, subject: str | None = None) -> list[Quantity]:
    claims = read_text(text, published="2023-05-01", subject=subject).claims
    return [claim.value for claim in claims if isinstance(claim.value, Quantity)]


BOUNDS = [
    ("A quarter of the ports are closed.", "25", "23.75", "26.25"),
    ("About half of the ports are closed.", "50", "45", "55"),
    ("Nearly half of the ports are closed.", "50", "45", "50"),
    ("More than two-thirds of the ports are closed.", "66.6667", "66.6667", None),
    ("Trade was $14 billion.", "14000000000", "13500000000", "14500000000"),
    ("Trade was over $14 billion.", "14000000000", "14000000000", None),
    ("Trade was about $14.5 billion.", "14500000000", "14400000000", "14600000000"),
    ("It has 500,000 people.", "500000", "450000", "550000"),
    ("It has 130 ports.", "130", "129.5", "130.5"),
    ("Growth was 13.3 percent.", "13.3", "13.25", "13.35"),
    ("Sales fell by 11 percent.", "-11", "-11.5", "-10.5"),
    ("Sales fell by over 50 percent.", "-50", None, "-50"),
    ("Sales fell by nearly 50 percent.", "-50", "-50", "-40"),
    ("It lost 3 to 5 percent.", "3", "3", "5"),
    ("It sold tens of thousands of ships.", "10000", "10000", "100000"),
    ("It sold up to 40 ships.", "40", None, "40"),
]


@pytest.mark.parametrize(("text", "amount", "low", "high"), BOUNDS)
def test_what_a_figure_can_mean(text: str, amount: str, low: str | None, high: str | None) -> None:
    (value,) = values(text)
    shown = [None if bound is None else f"{bound:f}" for bound in (value.lower_bound, value.upper_bound)]
    assert [f"{value.amount:f}", *shown] == [amount, low, high]


MONEY = [
    ("It paid 40 pesos.", "Chile", "CLP"),
    ("It paid 40 pesos.", "Mexico", "MXN"),
    ("It paid 40 pesos.", None, "XXX"),
    ("It paid 40 pesos.", "Germany", "XXX"),
    ("It paid 40 Mexican pesos.", "Chile", "MXN"),
    ("In Mexico, it paid 40 pesos.", "Chile", "MXN"),
    ("Mexico’s bank paid 40 pesos.", None, "MXN"),
    ("Mexico's bank paid 40 pesos.", None, "MXN"),
    ("Mexico told Chile to pay 40 pesos.", None, "CLP"),
    ("In Germany, it paid 40 pesos.", "Chile", "CLP"),
    (f"In Mexico, {'and so it was, ' * 8}it paid 40 pesos.", "Chile", "MXN"),
    ("It paid 40 pesos to Mexico.", "Chile", "CLP"),
    ("It paid $40.", "Chile", "USD"),
    ("It paid 40 dollars.", "Canada", "CAD"),
    ("It paid 40 U.S. dollars.", "Canada", "USD"),
    ("It paid 40 euros.", "Chile", "EUR"),
]


@pytest.mark.parametrize(("text", "subject", "code"), MONEY)
def test_whose_money_is_meant(text: str, subject: str | None, code: str) -> None:
    assert [value.unit for value in values(text, subject)] == [code]


def test_what_is_printed_is_kept_as_it_stands() -> None:
    assert [value.text for value in values("It was −5.2% of it, over $22 billion.")] == ["−5.2%", "$22 billion"]
    assert [value.text for value in values("It lost 3–5 percent a year of 12 tons.")] == [
        "3–5 percent a year",
        "12 tons",
    ]
