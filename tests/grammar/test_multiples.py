"""Multiples and ranks, in words and in digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.grammar.multiples import as_multiple, match_multiple
from reportdiff.grammar.numbers import match_number
from reportdiff.grammar.ranks import match_rank

MULTIPLES = [
    ("doubled", "2"), ("redoubled", "2"), ("doubling", "2"), ("double the rate", "2"), ("twofold", "2"),
    ("twice as many", "2"), ("tripled", "3"), ("triple its share", "3"), ("threefold", "3"), ("quadrupled", "4"),
    ("quadruple their share", "4"), ("fourfold", "4"), ("quintupled", "5"), ("fivefold", "5"), ("tenfold", "10"),
    ("halved", "0.5"), ("halving", "0.5"), ("halve the rate", "0.5"),
]  # fmt: skip
NO_MULTIPLES = ["double taxation", "twice a week", "triple jump", "tenfolds", "half of it", "halve of it"]


@pytest.mark.parametrize(("text", "amount"), MULTIPLES)
def test_a_word_for_a_multiple(text: str, amount: str) -> None:
    found = match_multiple(text, 0)
    assert found is not None
    assert (found.amount, found.start, found.quantum) == (Decimal(amount), 0, Decimal("0.1"))


@pytest.mark.parametrize("text", NO_MULTIPLES)
def test_what_is_no_multiple(text: str) -> None:
    assert match_multiple(text, 0) is None


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("will double", "2"),
        ("to triple", "3"),
        ("would quadruple", "4"),
        ("may halve", "0.5"),
        ("to more than double", "2"),
    ],
)
def test_an_infinitive_behind_its_verb(text: str, amount: str) -> None:
    found = match_multiple(text, text.rindex(" ") + 1)
    assert found is not None
    assert found.amount == Decimal(amount)
    assert match_multiple(text.rsplit(" ", 1)[1], 0) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [("1.8 times as many", 9), ("3-times higher", 7), ("2.5x the rate", 4), ("12-fold", 7), ("3 fold", 6)],
)
def test_digits_with_their_word(text: str, end: int) -> None:
    number = match_number(text, 0)
    assert number is not None
    found = as_multiple(text, number)
    assert found is not None
    assert (found.amount, found.end) == (number.amount, end)


@pytest.mark.parametrize("text", ["3 times a week", "5 tons", "0 times as many", "4 folders", "3", "7 x-rays"])
def test_digits_without_it(text: str) -> None:
    number = match_number(text, 0)
    assert number is not None
    assert as_multiple(text, number) is None


RANKS = [
    ("fourth largest donor", "4", 20),
    ("14th-largest city", "14", 17),
    ("2nd most populous", "2", 17),
    ("third place in the world", "3", 11),
    ("ranked 14th", "14", 11),
    ("ranks 14 of 180", "14", 8),
    ("ranked it only number 7 of all", "7", 23),
    ("placed second", "2", 13),
    ("came 5th", "5", 8),
]


@pytest.mark.parametrize(("text", "amount", "end"), RANKS)
def test_a_rank(text: str, amount: str, end: int) -> None:
    found = match_rank(text, 0)
    assert found is not None
    assert (found.amount, found.end) == (Decimal(amount), end)


@pytest.mark.parametrize(
    "text",
    [
        "fourth annual forum",
        "third party",
        "third place mats",
        "ranked 14 percent",
        "ranked 1,400 ships",
        "came to 5",
        "14 largest",
    ],
)
def test_what_is_no_rank(text: str) -> None:
    assert match_rank(text, 0) is None
