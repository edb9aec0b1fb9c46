"""Units, denominators and money beside a number."""

from __future__ import annotations

import pytest

from reportdiff.grammar.money import currency_of, match_money, money_before
from reportdiff.grammar.units import match_per, match_unit

UNITS = [
    ("%", "percent"),
    (" percent of GDP", "percent"),
    (" percentage points", "percentage-point"),
    ("km²", "km2"),
    (" sq km", "km2"),
    (" square miles", "square-mile"),
    ("-kilometer road", "km"),
    (" GW of capacity", "GW"),
    (" U.S. tons", "ton"),
    (" metric tons", "metric-ton"),
    ("¹ percent", "percent"),
    (" Kilometers", "km"),
]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_a_unit(text: str, unit: str) -> None:
    found = match_unit(f"40{text}", 2)
    assert found is not None
    assert found.name == unit


BUNDLED = [(" mb/d", "barrel", 6, "day"), (" bpd", "barrel", 0, "day"), (" basis points", "percentage-point", -2, None)]


@pytest.mark.parametrize(("text", "name", "power", "per"), BUNDLED)
def test_a_word_that_tells_more_than_a_unit(text: str, name: str, power: int, per: str | None) -> None:
    found = match_unit(f"40{text}", 2)
    assert found is not None
    assert (found.name, found.power, found.per) == (name, power, per)


@pytest.mark.parametrize("text", ["", " ports", ".", ", km", " gwh", " kmh", " meteorites", " pct2", "kw"])
def test_what_is_no_unit(text: str) -> None:
    assert match_unit(f"40{text}", 2) is None


PERS = [
    (" per capita", "capita"),
    (" a year", "year"),
    ("/year", "year"),
    (" annually", "year"),
    (" per 1,000 people", "1000-population"),
    ("/1,000 live births", "1000-live-births"),
    (" (PPP) per capita", "capita"),
    ("(s)/1,000 population", "1000-population"),
]


@pytest.mark.parametrize(("text", "per"), PERS)
def test_a_denominator(text: str, per: str) -> None:
    assert match_per(f"40{text}.", 2) == (per, 2 + len(text))


@pytest.mark.parametrize("text", ["", " percent", " a yearly", " percapita", "/ports", " (estimate)"])
def test_what_is_no_denominator(text: str) -> None:
    assert match_per(f"40{text}", 2) is None


SIGNS = [
    ("$", "USD", 0),
    ("US$", "USD", 0),
    ("C$", "CAD", 0),
    ("€ ", "EUR", 0),
    ("£", "GBP", 0),
    ("EUR ", "EUR", 0),
    ("about Rs.", "INR", 6),
    ("(¥", "JPY", 1),
]


@pytest.mark.parametrize(("before", "code", "start"), SIGNS)
def test_a_sign_or_code_before_the_number(before: str, code: str, start: int) -> None:
    assert money_before(f"{before}40", len(before)) == (code, start)


@pytest.mark.parametrize("before", ["", "EUR", "X$Y", "about ", "F-", "MUS$ and "])
def test_what_is_no_money_before(before: str) -> None:
    assert money_before(f"{before}40", len(before)) is None


NAMES = [
    (" dollars", False, "dollar", None),
    (" pesos", False, "peso", None),
    (" Mexican pesos", False, "peso", "Mexican"),
    (" EUR", False, "EUR", None),
    ("€", False, "EUR", None),
    (" won", True, "won", None),
    (" South Korean won", False, "won", "South Korean"),
]


@pytest.mark.parametrize(("text", "scaled", "name", "nationality"), NAMES)
def test_money_named_behind_the_number(text: str, scaled: bool, name: str, nationality: str | None) -> None:
    found = match_money(f"40{text}", 2, scaled=scaled)
    assert found is not None
    assert (found.name.removesuffix("s"), found.nationality) == (name, nationality)


@pytest.mark.parametrize("text", ["", " won the cup", " real votes", " GDP", " ports"])
def test_what_is_no_money(text: str) -> None:
    assert match_money(f"40{text}", 2, scaled=False) is None


CURRENCIES = [
    ("peso", "MEX", "MXN"),
    ("peso", "CHL", "CLP"),
    ("peso", None, "XXX"),
    ("peso", "FRA", "XXX"),
    ("dollar", None, "USD"),
    ("dollar", "CAN", "CAD"),
    ("won", None, "KRW"),
    ("euro", "DEU", "EUR"),
    ("XOF", None, "XOF"),
    ("koruna", None, "CZK"),
    ("thaler", None, "XXX"),
]


@pytest.mark.parametrize(("name", "country", "code"), CURRENCIES)
def test_which_currency_a_name_means(name: str, country: str | None, code: str) -> None:
    assert currency_of(name, country) == code
