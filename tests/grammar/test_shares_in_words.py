"""Worded shares, orders of magnitude and numbers in words: every part of them, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.grammar.number_words import match_number_words
from reportdiff.grammar.numbers import Form, match_number, quantum_of, with_letter_scale
from reportdiff.grammar.shares import match_fraction, match_vague

SHARES = [
    ("half of it", "0.5"), ("half the ports", "0.5"), ("half its ports", "0.5"), ("half their ports", "0.5"),
    ("half all ports", "0.5"), ("half as many", "0.5"), ("half.", "0.5"), ("half, or so", "0.5"), ("half; then", "0.5"),
    ("half) then", "0.5"), ("half", "0.5"), ("one half of it", "0.5"), ("a fifth of it", "0.2"), ("an eighth of it", "0.125"),
    ("two fifths of it", "0.4"), ("three-fifths of it", "0.6"), ("four fifths rose", "0.8"), ("five sixths of it", "0.8333"),
    ("seven tenths of it", "0.7"), ("3 quarters of it", "0.75"), ("9 tenths of it", "0.9"), ("Two halves", "1"),
    ("1 third of it", "0.3333"), ("one quarter of it", "0.25"), ("a sixth.", "0.1667"), ("three eighths of it", "0.375"),
]  # fmt: skip
NO_SHARES = [
    "half-hour talks", "half a dozen", "half a billion", "half a trillion", "half a thousand", "half a hundred",
    "quarters of it", "a quarters of it", "an eighths", "quarter of it", "third party", "a third man",
    "a tenth anniversary", "half hour", "halfway of it", "six tenths", "half often", "half a million of it", "the third",
    "third-party of it",
]  # fmt: skip


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_a_share(text: str, share: str) -> None:
    found = match_fraction(text, 0)
    assert found is not None
    assert found.amount.quantize(Decimal("0.0001")) == Decimal(share)
    assert (found.quantum, found.scale, found.form) == (found.amount / 10, 1, Form.FRACTION)


@pytest.mark.parametrize("text", NO_SHARES)
def test_no_share(text: str) -> None:
    assert match_fraction(text, 0) is None


MEASURED = ["by", "to", "over", "than", "about", "nearly", "almost", "approximately", "roughly", "least", "some", "around",
            "only", "just"]  # fmt: skip


@pytest.mark.parametrize("word", MEASURED)
def test_half_behind_a_word_that_measures(word: str) -> None:
    for text in (f"it fell {word} half since", f"it fell {word} a half since", f"it fell {word} one half since"):
        assert match_fraction(text, text.index("half")) is not None
    assert match_fraction(f"it fell {word}x half since", len(word) + 10) is None
    assert match_fraction(f"it fell {word} third since", len(word) + 9) is None


@pytest.mark.parametrize(
    "behind",
    [" a hundred", " a thousand", " a million", " a billion", " a trillion", " a dozen", " an hundred", "-time"],
)
def test_half_of_a_multiplier_is_no_share(behind: str) -> None:
    assert match_fraction(f"it fell to half{behind} since", 11) is None
    assert match_fraction("it fell to half a while since", 11) is not None


MAGNITUDES = [
    # words, amount, end
    ("dozens fled", "12", 6), ("scores of men", "20", 6), ("hundreds of men", "100", 8), ("thousands of men", "1000", 9),
    ("millions of men", "1000000", 8), ("billions of men", "1000000000", 8), ("trillions of men", "1000000000000", 9),
    ("tens of thousands fled", "10000", 17), ("tens of millions", "10000000", 16), ("hundreds of thousands", "100000", 21),
    ("scores of thousands", "20000", 19), ("dozens of thousands", "12000", 19), ("thousands of millions", "1000000000", 21),
    ("millions of millions", "1000000000000", 20), ("hundreds of billions", "100000000000", 20),
    ("several dozen", "12", 13), ("several hundred", "100", 15), ("a few thousand", "1000", 14), ("many million", "1000000", 12),
    ("several billion", "1000000000", 15), ("several hundred thousand", "100000", 24),
    ("a few hundred million", "100000000", 21), ("many thousand billion", "1000000000000", 21), ("Several Dozen", "12", 13),
]  # fmt: skip
NO_MAGNITUDES = ["hundreds fled", "scores", "scores fled", "thousandsof it", "several", "a few men", "tens of men", "several dozens"]  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "end"), MAGNITUDES)
def test_a_magnitude(text: str, amount: str, end: int) -> None:
    found = match_vague(text, 0)
    assert found is not None
    assert (found.amount, found.end, found.form) == (Decimal(amount), end, Form.VAGUE)
    assert found.quantum == found.scale == found.amount


@pytest.mark.parametrize("text", NO_MAGNITUDES)
def test_no_magnitude(text: str) -> None:
    assert match_vague(text, 0) is None


WORDS = [
    # words, amount, end, place of the last digit
    ("seven", "7", 5, "1"), ("ten", "10", 3, "1"), ("ninety", "90", 6, "1"), ("ninety-nine", "99", 11, "1"),
    ("ninety nine", "99", 11, "1"), ("two hundred", "200", 11, "100"), ("two hundred and forty", "240", 21, "1"),
    ("two hundred forty-one", "241", 21, "1"), ("hundred", "100", 7, "100"), ("two thousand", "2000", 12, "1000"),
    ("two thousand and six", "2006", 20, "1"), ("one million and six thousand", "1000000", 11, "1000000"),
    ("two million three hundred thousand", "2300000", 34, "1000"), ("a dozen", "12", 7, "1"), ("two dozen men", "24", 9, "1"),
    ("half a dozen", "6", 12, "1"), ("half an hundred", "50", 15, "100"), ("one-half million", "500000", 16, "1000000"),
    ("a half million", "500000", 14, "1000000"), ("a quarter million", "250000", 17, "1000000"),
    ("an hundred", "100", 10, "100"), ("a trillion", "1000000000000", 10, "1000000000000"), ("A billion", "1000000000", 9, "1000000000"),
    ("two and a half", "2.5", 14, "0.1"), ("two and a half million", "2500000", 22, "1000000"),
    ("two-and-a-half", "2.5", 14, "0.1"), ("two and one quarter", "2.25", 19, "0.1"), ("two and one third", "2.3333", 17, "0.1"),
    ("two and a halfway", "2", 3, "1"), ("two and three", "2", 3, "1"), ("two three", "2", 3, "1"), ("twenty ten", "20", 6, "1"),
    ("ten two", "10", 3, "1"), ("twenty two three", "22", 10, "1"), ("two hundred ninety-nine", "299", 23, "1"),
    ("two, three", "2", 3, "1"), ("two tn", "2", 3, "1"), ("two bln", "2", 3, "1"), ("five thousand thousand", "5000", 13, "1000"),
    ("two  hundred", "2", 3, "1"), ("six hundred and two thousand", "600", 11, "100"), ("thousand", "1000", 8, "1000"),
]  # fmt: skip
NO_WORDS = ["", "a", "a man", "half a man", "of two", "a quarter hour", "and two", "twosome", "an hour"]


@pytest.mark.parametrize(("text", "amount", "end", "place"), WORDS)
def test_words(text: str, amount: str, end: int, place: str) -> None:
    found = match_number_words(text, 0)
    assert found is not None
    assert (found.amount.quantize(Decimal("0.0001")), found.end) == (Decimal(amount), end)
    assert (found.quantum, found.form) == (Decimal(place), Form.WORDS)
    assert found.scale == max(found.quantum, 1)


@pytest.mark.parametrize("text", NO_WORDS)
def test_no_words(text: str) -> None:
    assert match_number_words(text, 0) is None


DIGITS = [
    # text, amount, end, place of the last digit
    ("1,234,567", "1234567", 9, "1"), ("1,234.5", "1234.5", 7, "0.1"), ("1,2345", "1", 1, "1"), ("12,34,567", "1234567", 9, "1"),
    ("1,23,45,678", "12345678", 11, "1"), ("1.234.567", "1234567", 9, "1"), ("1.234", "1.234", 5, "0.001"),
    ("1 234 567", "1234567", 9, "1"), ("12 3456", "12", 2, "1"), ("1234 567", "1234", 4, "1"), ("12.", "12", 2, "1"),
    ("1200", "1200", 4, "100"), ("120", "120", 3, "1"), ("0000", "0", 4, "1"), ("1000", "1000", 4, "1000"),
    ("2½", "2.5", 2, "0.01"), ("2¼ million", "2250000", 10, "10000"), ("2¾", "2.75", 2, "0.01"), ("2⅓", "2.3333", 2, "0.01"),
    ("2⅔", "2.6667", 2, "0.01"), ("2⅛", "2.125", 2, "0.01"),
    ("5 hundred", "500", 9, "100"), ("5-thousand", "5000", 10, "1000"), ("5million", "5000000", 8, "1000000"),
    ("5 Million", "5000000", 9, "1000000"), ("5 BN", "5000000000", 4, "1000000000"), ("5 tn", "5000000000000", 4, "1000000000000"),
    ("5 lakh", "500000", 6, "100000"), ("5 crore", "50000000", 7, "10000000"), ("5 millions", "5", 1, "1"),
    ("5  million", "5", 1, "1"), ("500 million", "500000000", 11, "1000000"), ("1,500 million", "1500000000", 13, "1000000"),
    ("1.25 million", "1250000", 12, "10000"), ("1" * 28, "1" * 28, 28, "1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "end", "place"), DIGITS)
def test_digits(text: str, amount: str, end: int, place: str) -> None:
    found = match_number(text, 0)
    assert found is not None
    assert (found.amount, found.end, found.quantum) == (Decimal(amount), end, Decimal(place))
    assert (found.start, found.form) == (0, Form.DIGITS)


@pytest.mark.parametrize("text", ["", "a5", "1" * 29, "1," + ",".join(["000"] * 8)])
def test_no_digits_that_count(text: str) -> None:
    assert match_number(text, 0) is None


def test_the_place_of_the_last_digit() -> None:
    assert quantum_of("1000") == 1000
    assert quantum_of("100") == 1
    assert quantum_of("0000") == 1
    assert quantum_of("1001") == 1
    assert quantum_of("1.000") == Decimal("0.001")


@pytest.mark.parametrize(
    ("text", "amount", "end", "place"),
    [("5k", "5000", 2, "1000"), ("5 M", "5000000", 3, "1000000"), ("500M", "500000000", 4, "1000000"),
     ("1,500M", "1500000000", 6, "1000000"), ("5.5B", "5500000000", 4, "100000000"), ("5Mx", "5", 1, "1"), ("5  M", "5", 1, "1"),
     ("5 million M", "5000000", 9, "1000000")],
)  # fmt: skip
def test_letters_behind_money(text: str, amount: str, end: int, place: str) -> None:
    number = match_number(text, 0)
    assert number is not None
    found = with_letter_scale(text, number)
    assert (found.amount, found.end, found.quantum) == (Decimal(amount), end, Decimal(place))


def test_a_number_under_another_multiplier() -> None:
    number = match_number("over 2.5 of it", 5)
    assert number is not None
    scaled = number.scaled(Decimal(1000))
    assert (scaled.amount, scaled.quantum, scaled.scale) == (Decimal(2500), Decimal(100), Decimal(1000))
    assert (scaled.start, scaled.end, scaled.form) == (5, 8, Form.DIGITS)
