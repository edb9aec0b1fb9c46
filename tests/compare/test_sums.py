"""What adds up over time is not joined over stretches of other lengths; stocks, averages and prices are."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.compare.reading.sums import are_other_sums
from reportdiff.model.claim import Claim


def first(text: str, published: str) -> Claim:
    return read_text(text, published=published).claims[0]


QUARTER, YEAR = "in the first quarter of 2023", "in 2024"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Foreign reserves were $7 billion", "Foreign reserves were $8 billion"),
        ("The number of refugees was 3 million people", "The number of refugees was 3.2 million people"),
        ("Employment was 3 million", "Employment was 3.2 million"),
        ("Some 3 million people were employed", "Some 3.2 million people were employed"),
        ("The average house price was $300,000", "The average house price was $320,000"),
        ("Rye export prices were $300 a ton", "Rye export prices were $320 a ton"),
        ("Public debt was $7 billion", "Public debt was $8 billion"),
        ("Rye stocks stood at 30,000 tons", "Rye stocks stood at 31,000 tons"),
        ("The fund stood at $7 billion", "The fund stood at $8 billion"),
        ("The firm had 40,000 desks", "The firm had 41,000 desks"),
    ],
)
def test_stocks_and_prices_are_no_sums(old: str, new: str) -> None:
    assert not are_other_sums(first(f"{old} {QUARTER}.", "2023-05-02"), first(f"{new} {YEAR}.", "2025-02-03"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sales were $7 billion", "Sales were $30 billion"),
        ("Debt service was $7 billion", "Debt service was $30 billion"),
        ("Exports stood at $7 billion", "Exports stood at $30 billion"),
        ("Despite high prices, sales were $7 billion", "Despite high prices, sales were $30 billion"),
        ("The scheme took $7 billion", "The scheme took $30 billion"),
        ("The rye harvest was 30,000 tons", "The rye harvest was 90,000 tons"),
        ("The firm sold 40,000 cars", "The firm sold 190,000 cars"),
        ("Some 3,000 people died", "Some 9,000 people died"),
        ("There were 3,000 murders", "There were 9,000 murders"),
    ],
)
def test_flows_are_sums(old: str, new: str) -> None:
    quarter, year = first(f"{old} {QUARTER}.", "2023-05-02"), first(f"{new} {YEAR}.", "2025-02-03")
    assert are_other_sums(quarter, year)
    assert not are_other_sums(quarter, first(f"{new} in the third quarter of 2024.", "2025-02-03"))


def test_words_of_the_sentence_before_tell_nothing() -> None:
    told = "Deaths fell. The firm had 40,000 desks"
    assert not are_other_sums(first(f"{told} {QUARTER}.", "2023-05-02"), first(f"{told} {YEAR}.", "2025-02-03"))


@pytest.mark.parametrize(
    ("old", "new", "apart"),
    [
        ("Through August 7", "Through July 16", False),
        ("Through August 7", "Through June 30", False),
        ("Through August 7", "Through June 12", True),
        ("Through August", "Through June", True),
        ("Between February 1 and August 7", "Between February 1 and July 16", True),
    ],
)
def test_counts_of_two_years_so_far_are_of_one_make(old: str, new: str, *, apart: bool) -> None:
    told, retold = (f"{words}, 56 workers died in the mines." for words in (old, new))
    assert are_other_sums(first(told, "2019-12-01"), first(retold, "2021-12-01")) is apart
    assert are_other_sums(first(told, "2021-12-01"), first(retold, "2021-12-01")) is (apart or old != "Through August")
