"""Numbers in digits and in words, worded shares, and orders of magnitude."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.grammar.number_words import match_number_words, read_number
from reportdiff.grammar.numbers import match_number, quantum_of, start_of, with_letter_scale
from reportdiff.grammar.shares import match_fraction, match_vague

NUMBERS = [
    ("0", "0"),
    ("7", "7"),
    ("1,204", "1204"),
    ("1 204 000", "1204000"),
    ("12,34,567", "1234567"),
    ("1.234.567", "1234567"),
    ("123 456 789", "123456789"),
    ("1,23,45,678", "12345678"),
    ("9.876.543.210", "9876543210"),
    ("13.30", "13.3"),
    ("2½", "2.5"),
    ("2.5 billion", "2500000000"),
    ("2.5-million", "2500000"),
    ("5 thousand million", "5000000000"),
    ("3 lakh crore", "3000000000000"),
    ("zero", "0"),
    ("nineteen", "19"),
    ("forty-two", "42"),
    ("one hundred and five", "105"),
    ("two thousand three hundred", "2300"),
    ("three hundred thousand", "300000"),
    ("a million", "1000000"),
    ("half a million", "500000"),
    ("three and a half million", "3500000"),
    ("two dozen", "24"),
]
NO_NUMBERS = [
    "",
    "about",
    "1,20",
    "5 apples",
    "twenty-",
    "two-three",
    "1" * 29,
    "1234,567",
    "1234 567",
    "1234.567.890",
    "123,45,678",
    "٣",
    "५",
    "²",
    "Ⅻ",
]


@pytest.mark.parametrize(("text", "amount"), NUMBERS)
def test_a_number(text: str, amount: str) -> None:
    assert read_number(text) == Decimal(amount)
    assert read_number(f" {text} ") == Decimal(amount)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


PLACES = [
    ("13.3", "0.1"),
    ("13.30", "0.01"),
    ("130", "1"),
    ("1300", "100"),
    ("500000", "100000"),
    ("0", "1"),
    ("1204", "1"),
]


@pytest.mark.parametrize(("digits", "place"), PLACES)
def test_the_place_of_the_last_digit_that_counts(digits: str, place: str) -> None:
    assert quantum_of(digits) == Decimal(place)


QUANTA = [
    ("14 billion", "1000000000"),
    ("14.5 billion", "100000000"),
    ("3,000 million", "1000000"),
    ("500,000", "100000"),
]


@pytest.mark.parametrize(("text", "quantum"), QUANTA)
def test_a_multiplier_moves_the_place(text: str, quantum: str) -> None:
    number = match_number(text, 0)
    assert number is not None
    assert number.quantum == Decimal(quantum)


LETTERS = [("4.4M", "4400000", 4), ("4.4 bn", "4400000000", 6), ("4.4 MW", "4.4", 3), ("4 million", "4000000", 9)]


@pytest.mark.parametrize(("text", "amount", "end"), LETTERS)
def test_letters_multiply_money(text: str, amount: str, end: int) -> None:
    number = match_number(text, 0)
    assert number is not None
    scaled = with_letter_scale(text, number)
    assert (scaled.amount, scaled.end) == (Decimal(amount), end)


def test_a_number_in_words_stands_where_it_begins() -> None:
    found = match_number_words("the twenty-one ports", 4)
    assert found is not None
    assert (found.start, found.end, found.amount) == (4, 14, Decimal(21))


SHARES = [
    ("half of the ports", "0.5"),
    ("two-thirds of exports", "0.6667"),
    ("a quarter of them", "0.25"),
    ("three quarters", "0.75"),
    ("one-fifth of GDP", "0.2"),
    ("a third.", "0.3333"),
]
NO_SHARES = [
    "third party",
    "a third vote",
    "quarter of 2020",
    "half-hour",
    "fifths of it",
    "half price",
    "half a million",
]


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_a_worded_share(text: str, share: str) -> None:
    found = match_fraction(text, 0)
    assert found is not None
    assert found.amount.quantize(Decimal("0.0001")) == Decimal(share)


@pytest.mark.parametrize("text", NO_SHARES)
def test_what_is_no_share(text: str) -> None:
    assert match_fraction(text, 0) is None


MAGNITUDES = [
    ("dozens of firms", "12"),
    ("scores of firms", "20"),
    ("tens of thousands of people", "10000"),
    ("hundreds of millions of dollars", "100000000"),
    ("several dozen", "12"),
    ("a few hundred thousand", "100000"),
]


@pytest.mark.parametrize(("text", "amount"), MAGNITUDES)
def test_an_order_of_magnitude(text: str, amount: str) -> None:
    found = match_vague(text, 0)
    assert found is not None
    assert found.amount == Decimal(amount)


@pytest.mark.parametrize("text", ["scores rose", "thousands fled", "millions", "several firms"])
def test_what_is_no_order_of_magnitude(text: str) -> None:
    assert match_vague(text, 0) is None


POINTS = [
    ("rainfall rose .5 percent", ".5 percent"),
    ("it rose .5-.7 percent", ".5-.7 percent"),
    ("a coefficient of .42", ".42"),
    ("a coefficient of .42.", ".42."),
    ("a gain (.42)", ".42)"),
    (".5 percent of homes", ".5 percent of homes"),
    ("under no.5 percent", "5 percent"),
    ("in version .5.1", "5.1"),
    ("it ends. 5 percent", "5 percent"),
]


@pytest.mark.parametrize(("text", "number"), POINTS)
def test_a_number_begins_with_its_point(text: str, number: str) -> None:
    at = next(place for place, letter in enumerate(text) if letter.isdigit())
    assert text[start_of(text, 0, at) :] == number
