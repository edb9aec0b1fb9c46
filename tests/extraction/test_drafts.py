"""What the readers of facts ask of a page: where words stand, and what abbreviations stand for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.extraction.facts.drafts import Page
from reportdiff.extraction.mention import Circumstances
from reportdiff.model.text import Text
from reportdiff.vocabulary.loader import load_vocabulary

VOCABULARY = load_vocabulary()
CUES = frozenset({"signed", "term", "a"})


def page_of(content: str) -> Page:
    return Page(Text(content=content), Circumstances(), VOCABULARY, CUES)


@given(st.lists(st.sampled_from(["signed", "term", "a", "é", "x", " ", "  ", "\n", "-", "9", "€", "\U0001f600"])))
def test_a_word_is_found_wherever_it_stands_alone(parts: list[str]) -> None:
    content = "".join(parts)
    expected = [found.start() for found in re.finditer(r"[A-Za-zé]+", content) if found[0] in CUES]
    assert page_of(content).places_of(CUES) == expected


def test_only_the_words_asked_for_are_found() -> None:
    assert page_of("a term was signed").places_of(frozenset({"term"})) == [2]


@pytest.mark.parametrize(
    ("content", "known"),
    [
        ("The World Trade Organization (WTO) met.", {"WTO": "World Trade Organization"}),
        ("the Bank of the South (the “BOS”)", {}),
        ("the Andean Free Zone (“AFZ”)", {"AFZ": "Andean Free Zone"}),
        ("Andean\nFree Zone (AFZ)", {}),
        (
            "Free Zone (FZ), Other Zone (OZ)\nThird Zone (TZ)",
            {"FZ": "Free Zone", "OZ": "Other Zone", "TZ": "Third Zone"},
        ),
        ("First Zone (FZ) and Free Zone (FZ)", {"FZ": "First Zone"}),
        ("exports (FOB) rose", {}),
    ],
)
def test_abbreviations_are_those_that_the_text_introduces(content: str, known: dict[str, str]) -> None:
    assert page_of(content).abbreviations == known
