"""Patterns made of lists of words: they find what a plain alternation finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.grammar.wordlists import any_of, hint_of, hints_at, word_before, word_list

WORDS = st.lists(st.text("ab. -", min_size=1, max_size=6), min_size=1, max_size=8)


@given(WORDS, st.text("ab. -", max_size=30))
def test_any_of_finds_what_an_alternation_finds(words: list[str], text: str) -> None:
    plain = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
    assert [m.span() for m in re.finditer(any_of(words), text)] == [m.span() for m in plain.finditer(text)]


def test_titled_words_take_a_capital_at_each_beginning() -> None:
    pattern = re.compile(any_of(["this year"], titled=True))
    assert [bool(pattern.fullmatch(text)) for text in ("this year", "This year", "This Year", "thiS year")] == [
        True, True, True, False,
    ]  # fmt: skip


def test_a_hint_is_a_whole_word() -> None:
    hint = hint_of(["last", "so far"])
    text = "The blast lasted; so far at last."
    assert [text[found.start() + 1 : found.end()] for found in hint.finditer(text)] == ["so far", "last"]
    assert not hints_at(hint, text, 4, 16)
    assert hints_at(hint, text, 4, len(text))
    assert hints_at(hint, text, 0, 3), "the start of a text is not looked at"
    assert hints_at(hint, " AT LAST", 1, 8), "capitals are not looked at"


BEFORE = [
    ("rose to over ", 1, "over"),
    ("rose to (over ", 1, "over"),
    ("trade—about ", 1, "about"),
    ("note:some ", 1, "some"),
    ("approx. ", 1, "approx."),
    ("Akan 45%, ", 1, ""),
    ("mid-", 1, "mid"),
    ("year-end ", 1, "end"),
    ("", 0, ""),
    (" ", 1, ""),
    ("a" * 100, 0, "a" * 40),
]


@pytest.mark.parametrize(("text", "back", "word"), BEFORE)
def test_the_word_before(text: str, back: int, word: str) -> None:
    assert word_before(text, 0, len(text) - back) == word


def test_every_list_is_in_order() -> None:
    assert word_list("numbers", "ordinals")[3] == "fourth"
    assert "more than" in word_list("hedges", "more-than")
