"""Noun phrases: what stays of them, and in what order."""

from __future__ import annotations

import pytest

from reportdiff.extraction.measures.phrases import Phrase


def test_a_phrase_ends_before_a_preposition_that_joins_nothing() -> None:
    assert Phrase(["of", "children", "out", "of", "school", "in"]).trimmed().words == [
        "children",
        "out",
        "of",
        "school",
    ]
    assert Phrase(["cases", "in", "of", "measles"]).trimmed().words == ["cases", "of", "measles"]
    assert Phrase([]).trimmed().words == []


def test_prepositions_do_not_count() -> None:
    phrase = Phrase(["assistance", "to", "ministry", "of", "finance"])
    assert phrase.content() == 3
    assert phrase.cut(2).words == ["assistance", "to", "ministry"]


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (["houses"], ["destroyed"], ["houses", "destroyed"]),
        (["people"], ["with", "people"], ["people"]),
        (["killings"], ["of", "defenders", "in"], ["killings", "of", "defenders"]),
    ],
)
def test_phrases_join_with_each_word_once(one: list[str], other: list[str], both: list[str]) -> None:
    assert Phrase(one).joined(Phrase(other)).words == both
