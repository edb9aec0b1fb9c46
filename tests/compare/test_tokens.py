"""Sentences are cut into words, figures with their units, and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.compare.prose.tokens import read_side, tokenize
from reportdiff.model.span import Span


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("rose to $14 billion.", ["rose", "to", "$14 billion", "."]),
        ("US$1.5 million a day", ["US$1.5 million", "a", "day"]),
        ("20 percent, 13.3% and −11 %", ["20 percent", ",", "13.3%", "and", "−11 %"]),
        ("1,285,216 sq km", ["1,285,216 sq km"]),
        ("2,290 metric tons in FY2024", ["2,290 metric tons", "in", "FY2024"]),
        ("3 percentage points", ["3 percentage points"]),
        ("a two-way, “U.S.-made” people’s COVID-19 vaccine", ["a", "two-way", ",", "“", "U.S", ".", "-", "made", "”", "people’s", "COVID-19", "vaccine"]),
        ("2015and the 7th", ["2015and", "the", "7th"]),
        ("2021-2026", ["2021", "-", "2026"]),
        ("e\u0301te\u0301 _a_", ["e\u0301te\u0301", "_a_"]),
        ("14 million-dollar", ["14 million-dollar"]),
    ],
)  # fmt: skip
def test_a_figure_is_one_token_with_its_unit(text: str, tokens: list[str]) -> None:
    assert [token.strip() for token in tokenize(text)] == tokens


@given(st.text())
def test_every_character_is_in_one_token(text: str) -> None:
    assert "".join(tokenize(text)) == " " + text.replace("\n", " ")


@given(st.text(), st.integers(0, 9))
def test_the_places_of_tokens_are_places_in_the_text(text: str, start: int) -> None:
    side = read_side(f"{'x' * start}{text}", Span(start, start + len(text)))
    assert side.places[0] == start - 1
    assert side.places[-1] == start + len(text)
