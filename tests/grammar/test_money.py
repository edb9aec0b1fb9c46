"""Signs, codes and names of money, and the currency that a name means in a country."""

from __future__ import annotations

import pytest

from reportdiff.grammar.money import currency_of, match_money, money_before, users_of

SIGNS = [
    ("$5", "USD", 0), ("worth $5", "USD", 6), ("worth US$5", "USD", 6), ("worth US$ 5", "USD", 6), ("C$5", "CAD", 0),
    ("€5", "EUR", 0), ("£ 5", "GBP", 0), ("S/5", "PEN", 0), ("EUR 5", "EUR", 0), ("a USD 5", "USD", 2),
]  # fmt: skip
NO_SIGNS = ["5", "worth 5", "EUR5", "BUS 5", "x-USD 5", "A.USD 5", "ABC 5", "the 5"]


@pytest.mark.parametrize(("text", "code", "start"), SIGNS)
def test_a_sign_or_code_in_front(text: str, code: str, start: int) -> None:
    assert money_before(text, len(text) - 1) == (code, start)


@pytest.mark.parametrize("text", NO_SIGNS)
def test_no_money_in_front(text: str) -> None:
    assert money_before(text, len(text) - 1) is None


NAMES = [
    ("40 pesos", False, ("peso", 8, None)),
    ("40 Mexican pesos", False, ("peso", 16, "Mexican")),
    ("40 U.S. dollars", False, ("dollars", 15, "U.S.")),
    ("40 euros", False, ("euros", 8, None)),
    ("40 EUR", False, ("EUR", 6, None)),
    ("40 €", False, ("EUR", 4, None)),
    ("40 won", False, None),
    ("40 won", True, ("won", 6, None)),
    ("40 Korean won", False, ("won", 13, "Korean")),
    ("40 pounds", False, None),
    ("40 pounds per head", False, ("pound", 9, None)),
    ("40 ABC", False, None),
    ("40 to euros", False, None),
    ("40 eurozone", False, None),
    ("40", False, None),
]


@pytest.mark.parametrize(("text", "scaled", "found"), NAMES)
def test_a_name_or_code_behind(text: str, found: tuple[str, int, str | None] | None, *, scaled: bool) -> None:
    money = match_money(text, 2, scaled=scaled)
    assert (None if money is None else (money.name, money.end, money.nationality)) == found


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("peso", "MEX", "MXN"),
        ("peso", "CHL", "CLP"),
        ("pesos", "MEX", "MXN"),
        ("peso", None, "XXX"),
        ("peso", "DEU", "XXX"),
        ("dollar", None, "USD"),
        ("dollar", "CAN", "CAD"),
        ("euro", "MEX", "EUR"),
        ("GBP", "MEX", "GBP"),
        ("beads", None, "XXX"),
    ],
)
def test_the_currency_that_a_name_means(name: str, country: str | None, code: str) -> None:
    assert currency_of(name, country) == code


def test_who_calls_their_money_so() -> None:
    assert users_of("peso") == users_of("pesos")
    assert users_of("peso")["MEX"] == "MXN"
    assert users_of("euro") == {}
    assert users_of("beads") == {}
