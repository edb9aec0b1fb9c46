"""Where hedges stand around a figure, and signs, codes, units and denominators beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.grammar.calendar import add_months, shift
from reportdiff.grammar.comparators import hedge_before, hedge_behind, plain
from reportdiff.grammar.money import match_money, money_before
from reportdiff.grammar.multiples import as_multiple, match_multiple
from reportdiff.grammar.numbers import match_number
from reportdiff.grammar.ranks import match_rank
from reportdiff.grammar.units import match_per, match_unit
from tests.compare.writing import date

FILLED = ["over a ", "over an ", "over the ", "over another ", "over an additional ", "over additional ", "over a total of ",
          "over a combined ", "over a further ", "over as ", "over “", "over \"", "over ‘", "over '", "over (",
          "over the additional ", "in excess of an additional ", "no fewer than another ", "Over ", "OVER ", "over, ", "up to as ", "over"]  # fmt: skip


@pytest.mark.parametrize("words", FILLED[:-1])
def test_what_may_stand_between_hedge_and_figure(words: str) -> None:
    text = f"It was {words}40"
    found = hedge_before(text, 0, len(text) - 2)
    assert found is not None
    assert found[1] == 7


NOT_BEFORE = ["turnover ", "over the very ", "over a total the an ", "over; ", "over. ", "over-", "the ", "a ", "further ", "xover ",
              "over", "~ "]  # fmt: skip


@pytest.mark.parametrize("words", NOT_BEFORE)
def test_what_keeps_a_hedge_away(words: str) -> None:
    text = f"It was {words}40"
    assert hedge_before(text, 0, len(text) - 2) is None


@pytest.mark.parametrize(
    ("words", "hedged"),
    [
        ("It had 12 fewer than the 40", False),
        ("It had 12 ships fewer than the 40", False),
        ("It had 12 fewer than 40", True),
        ("It was 12 percent more than 40", False),
        ("It was 12% less than 40", False),
        ("It was 12 percentage points more than 40", False),
        ("In 2019 more than 40", True),
        ("It has more than the 40", True),
        ("It was 12 percent over 40", True),
    ],
)
def test_an_amount_before_tells_by_how_much_and_is_no_hedge(words: str, *, hedged: bool) -> None:
    assert (hedge_before(words, 0, len(words) - 2) is not None) is hedged


@pytest.mark.parametrize(("sign", "kind"), [("<", "less-than"), (">", "more-than"), ("≤", "at-most"), ("≥", "at-least"),
                                            ("~", "approximately"), ("≈", "approximately")])  # fmt: skip
def test_signs_of_comparison(sign: str, kind: str) -> None:
    found = hedge_before(f"It is {sign}40", 0, 7)
    assert found is not None
    assert (found[0].value, found[1]) == (kind, 6)
    assert hedge_before(f"{sign}40", 1, 1) is None


BEHIND = [
    (" or more", "at-least"), (" and more", "at-least"), (" or greater", "at-least"), (", or higher", "at-least"),
    (" and over", "at-least"), ("+", "at-least"), ("-plus", "at-least"), (" at least", "at-least"), (", at least", "at-least"),
    (" at a minimum", "at-least"), (" or less", "at-most"), (" and under", "at-most"), (", or fewer", "at-most"),
    (" at most", "at-most"), (", at the most", "at-most"), (" or so", "approximately"), (", or so", "approximately"),
    (" OR MORE", "at-least"), (" At Most", "at-most"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), BEHIND)
def test_a_hedge_behind(words: str, kind: str) -> None:
    for ending in (" of it", ".", ""):
        found = hedge_behind(f"40{words}{ending}", 2)
        assert found is not None
        assert (found[0].value, found[1]) == (kind, 2 + len(words))


@pytest.mark.parametrize("words", [" or more than it", " or more-or-less", " or fewer than it", " or less-known", "+x", "+5", "-plus5",
                                   " or mores", " at leasts", " at mosty", " or soon", "; or more", " more", " or", "or more",
                                   " at minimum"])  # fmt: skip
def test_no_hedge_behind(words: str) -> None:
    assert hedge_behind(f"40{words}", 2) is None


@pytest.mark.parametrize(
    ("number", "shown"),
    [("2500000000.0", "2500000000"), ("1E+2", "100"), ("33.3333333333333", "33.3333"), ("0.10", "0.1"), ("100", "100"),
     ("0.000000000001", "0.000000000001"), ("1234567890.12", "1234567890.12"), ("-1E+3", "-1000"),
     ("12345678901234567890", "12345678901234567890")],
)  # fmt: skip
def test_a_number_without_exponent(number: str, shown: str) -> None:
    assert f"{plain(Decimal(number)):f}" == shown


MONEY_BEFORE = [
    ("$", "USD", 0), ("A$", "AUD", 0), ("a US$", "USD", 2), ("(US$", "USD", 1), ("x EUR ", "EUR", 2), ("/EUR ", "EUR", 1), ("₹", "INR", 0),
    ("R$ ", "BRL", 0), ("costs £", "GBP", 6),
]  # fmt: skip


@pytest.mark.parametrize(("before", "code", "start"), MONEY_BEFORE)
def test_money_in_front(before: str, code: str, start: int) -> None:
    assert money_before(f"{before}40", len(before)) == (code, start)


@pytest.mark.parametrize("before", ["USD", "x.USD ", "-USD ", "5USD ", "aEUR ", "$  ", "XYZ ", " "])
def test_no_money_in_front(before: str) -> None:
    assert money_before(f"{before}40", len(before)) is None


MONEY_BEHIND = [
    (" USD", False, ("USD", 6, None)), ("€", False, ("EUR", 3, None)), (" ₽", False, ("RUB", 4, None)), (" zł", False, ("PLN", 5, None)),
    ("USDX", False, None), (" USD5", False, None), (" ABC", False, None), ("-peso", False, ("peso", 7, None)),
    (" Mexican pesos", False, ("peso", 16, "Mexican")), (" in euros", False, ("euros", 11, None)), (" to euros", False, None),
    (" New Zealand dollars", False, ("dollars", 22, "New Zealand")), (" rand", False, None), (" rand", True, ("rand", 7, None)),
    (" South African rand", False, ("rand", 21, "South African")), (" rand per head", False, ("rand", 7, None)),
    (" pesosx", False, None), (" pesos5", False, None), (" PESOS", False, ("peso", 8, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "scaled", "expected"), MONEY_BEHIND)
def test_money_behind(text: str, scaled: bool, expected: tuple[str, int, str | None] | None) -> None:
    found = match_money(f"40{text}", 2, scaled=scaled)
    assert (found and (found.name.rstrip("s"), found.end, found.nationality)) == (
        expected and (expected[0].rstrip("s"), expected[1], expected[2])
    )


UNITS = [(" km", "km", 5), ("-km", "km", 5), ("km", "km", 4), (" US tons", "ton", 10), (" U.S. tons", "ton", 12), ("% of", "percent", 3),
         (" PERCENT", "percent", 10), ("°C", "degree-celsius", 4), ("² km", "km", 6), (" ha.", "ha", 5)]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "end"), UNITS)
def test_a_unit(text: str, unit: str, end: int) -> None:
    found = match_unit(f"40{text}", 2)
    assert found is not None
    assert (found.name, found.end) == (unit, end)


@pytest.mark.parametrize(
    "text", ["  km", "- km", ", km", ". km", "; km", ": km", ") km", "| km", " kmx", " km5", " KM", " Ha", "²² km"]
)
def test_no_unit(text: str) -> None:
    assert match_unit(f"40{text}", 2) is None


PERS = [(" per year", "year", 11), ("/year", "year", 7), (" a day", "day", 8), (" (net) per capita", "capita", 19), ("(s)/day", "day", 9),
        (" PER YEAR", "year", 11), (" Annually", "year", 11)]  # fmt: skip


@pytest.mark.parametrize(("text", "per", "end"), PERS)
def test_a_denominator(text: str, per: str, end: int) -> None:
    assert match_per(f"40{text}", 2) == (per, end)


@pytest.mark.parametrize("text", [" a year ago", " a year earlier", " a year before", " a year later", " a day on", " a year after",
                                  " per yearly", " a years", "per year", "  per year", " (a) of it", " a dayx"])  # fmt: skip
def test_no_denominator(text: str) -> None:
    assert match_per(f"40{text}", 2) is None


@pytest.mark.parametrize(
    "before", ["to ", "will ", "would ", "could ", "may ", "to more than ", "to nearly ", "will almost ", "to over "]
)
def test_an_infinitive_doubles_behind_its_verb(before: str) -> None:
    found = match_multiple(f"{before}double", len(before))
    assert found is not None
    assert found.amount == 2
    assert match_multiple(f"{before}doubles", len(before)) is not None
    assert match_multiple(f"{before}doublet", len(before)) is None


@pytest.mark.parametrize("before", ["a ", "in ", "to the ", "must ", "to slightly ", ""])
def test_a_bare_double_doubles_nothing(before: str) -> None:
    assert match_multiple(f"{before}double", len(before)) is None


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [("3 times as many", 0, 7), ("3 times its size", 0, 7), ("3-times higher", 0, 7), ("3 times more", 0, 7), ("3x ", 0, 2), ("3x.", 0, 2),
     ("3-fold", 0, 6), ("3fold", 0, 5), ("3 fold.", 0, 6)],
)  # fmt: skip
def test_a_number_of_times(text: str, at: int, end: int) -> None:
    number = match_number(text, at)
    assert number is not None
    found = as_multiple(text, number)
    assert found is not None
    assert (found.amount, found.start, found.end, found.quantum) == (number.amount, at, end, number.quantum)


@pytest.mark.parametrize(
    ("text", "at"),
    [("$3 times as many", 1), ("€3x ", 1), ("£3x ", 1), ("-3x ", 1), (".3x ", 1), ("0 times as many", 0), ("3 timesas", 0), ("3 times asleep", 0),
     ("3xy", 0), ("3 folds", 0), ("3 folder", 0), ("3 tons", 0), ("3--fold", 0)],
)  # fmt: skip
def test_no_number_of_times(text: str, at: int) -> None:
    number = match_number(text, at)
    assert number is not None
    assert as_multiple(text, number) is None


RANKS = [
    ("first largest", "1", 13), ("third-largest", "3", 13), ("21st largest", "21", 12), ("22nd best", "22", 9), ("23rd biggest", "23", 12),
    ("100th richest city", "100", 18), ("second most populous", "2", 20), ("second leading cause", "2", 20),
    ("second least-known", "2", 18), ("third place among them", "3", 11), ("third place for it", "3", 11), ("third place worldwide", "3", 11),
    ("ranked first", "1", 12), ("ranked as the third", "3", 19), ("ranked at number 7", "7", 18), ("ranks in the 5th", "5", 16),
    ("ranked only No. 7", "7", 17), ("ranked just #7", "7", 14), ("ranks it 7th", "7", 12), ("ranked them third", "3", 17),
    ("ranked the country third", "3", 24), ("ranked Peru third", "3", 17), ("finished third", "3", 14), ("Ranked Third", "3", 12),
    ("ranked 7 of 180", "7", 8), ("ranked 7, below it", "7", 8), ("ranked 7.", "7", 8),
]  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "end"), RANKS)
def test_a_rank(text: str, amount: str, end: int) -> None:
    found = match_rank(text, 0)
    assert found is not None
    assert (str(found.amount), found.end) == (amount, end)


@pytest.mark.parametrize(
    "text",
    ["third party", "third place", "third place mats", "third places in", "ranked 7%", "ranked 7 percent", "ranked 7-fold", "ranked 7.5",
     "ranked 7,500", "ranked 1234", "ranked by it third", "ranked peru third", "0th largest", "ranked", "largest", "5 largest", "thirdlargest",
     "firsthand"],
)  # fmt: skip
def test_no_rank(text: str) -> None:
    assert match_rank(text, 0) is None


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [("2022-01-31", 1, "2022-02-28"), ("2022-12-05", 1, "2023-01-05"), ("2022-01-05", -1, "2021-12-05"), ("2022-05-05", 0, "2022-05-05"),
     ("9999-12-31", 1, "9999-01-31"), ("0001-01-31", -1, "0001-12-31"), ("2022-05-05", 24, "2024-05-05")],
)  # fmt: skip
def test_months_later(start: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(expected)


def test_shifts_stay_inside_the_calendar() -> None:
    day = date(2022, 5, 5)
    assert shift(day, 10**9, "day") == date.max
    assert shift(day, -(10**9), "day") == date.min
    assert shift(day, 1, "day") == date(2022, 5, 6)
    assert shift(day, 1, "week") == date(2022, 5, 12)
    assert shift(day, 1, "decade") == date(2032, 5, 5)
    assert shift(day, 1, "century") == date(2122, 5, 5)
    assert shift(day, -(10**9), "year").year == 1
