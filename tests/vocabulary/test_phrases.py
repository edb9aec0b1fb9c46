"""Phrases are found longest first, without overlaps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportdiff.vocabulary.phrases import PhraseTable


def table_of(*phrases: str) -> PhraseTable[str]:
    table: PhraseTable[str] = PhraseTable()
    for phrase in phrases:
        table.add(phrase.split(), phrase)
    return table


def test_the_longest_phrase_wins() -> None:
    table = table_of("trade", "free trade", "trade promotion agreement")
    found = list(table.find("free trade and the trade promotion agreement on trade".split()))
    assert found == [(0, 2, "free trade"), (4, 7, "trade promotion agreement"), (8, 9, "trade")]


def test_a_phrase_that_breaks_off_leaves_the_shorter_one() -> None:
    assert list(table_of("gdp", "gdp per capita").find("gdp per year".split())) == [(0, 1, "gdp")]


WORDS = st.lists(st.sampled_from("ab"), min_size=1, max_size=4)


@given(st.lists(WORDS, max_size=6), st.lists(st.sampled_from("abc"), max_size=30))
def test_what_is_found_is_there(phrases: list[list[str]], words: list[str]) -> None:
    table = table_of(*(" ".join(phrase) for phrase in phrases))
    last = 0
    for first, end, phrase in table.find(words):
        assert first >= last
        assert words[first:end] == phrase.split()
        last = end
