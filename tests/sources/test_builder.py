"""Every transformation keeps the way of each character to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.text import BlockKind
from reportdiff.sources.builder import Draft, Passage, assemble, edited, find_origin, fold, gather


def whole(text: str) -> Passage:
    return Passage(text, ((0, len(text), 0),) if text else ())


def assert_leads_back(passage: Passage, source: str) -> None:
    for offset, length, start in passage.runs:
        here, there = passage.text[offset : offset + length], source[start : start + length]
        assert [c if not c.isspace() else " " for c in here] == [c if not c.isspace() else " " for c in there]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["from $9 billion in 2009 to over", "$22 billion"], "from $9 billion in 2009 to over $22 billion"),
        (["stem narcotics-", "related crime"], "stem narcotics-related crime"),
        (["Disease 2019 (COVID-", "19) pandemic"], "Disease 2019 (COVID-19) pandemic"),
        (["under the U.S.-", "Mexico pact"], "under the U.S.-Mexico pact"),
        (["small-", "and medium-sized firms"], "small- and medium-sized firms"),
        (["the range of 5 -", "6 percent"], "the range of 5 - 6 percent"),
        (["5\u00a0 \u2009percent\u200b of\tGDP"], "5 percent of GDP"),
    ],
)
def test_lines_are_joined_as_they_were_parted(lines: list[str], joined: str) -> None:
    source = "  \n".join(lines)
    slices = [(source.index(line), source.index(line) + len(line)) for line in lines]
    passage = gather(source, slices)
    assert passage.text == joined
    assert_leads_back(passage, source)


def test_a_line_cut_inside_a_word_goes_on_without_a_space() -> None:
    source = "The attorney g\neneral said"
    passage = gather(source, [(0, 14), (15, 26)], frozenset({14}))
    assert passage.text == "The attorney general said"


@given(st.text(alphabet="ab \t\n\u00a0\u2003\u200b", max_size=40))
def test_folding_leaves_single_spaces_and_leads_back(text: str) -> None:
    passage = fold(whole(text))
    assert passage.text == " ".join(text.replace("\u200b", "").split())
    assert_leads_back(passage, text)


@given(st.text(alphabet="abcdef", max_size=30), st.lists(st.integers(0, 30), max_size=6))
def test_deleting_keeps_the_rest_in_place(text: str, places: list[int]) -> None:
    cuts = sorted({place for place in places if place < len(text)})
    passage = edited(whole(text), [(at, at + 1, "") for at in cuts])
    assert passage.text == "".join(c for at, c in enumerate(text) if at not in cuts)
    assert_leads_back(passage, text)


def test_a_sentence_break_turns_one_space_into_a_line_feed() -> None:
    source = "It grew. It fell."
    text = assemble([Draft(BlockKind.PARAGRAPH, whole(source)), Draft(BlockKind.PARAGRAPH, Passage("End", ()))])
    assert text.content == "It grew.\nIt fell.\n\nEnd"
    assert [text.content[s.start : s.end] for s in text.sentences] == ["It grew.", "It fell.", "End"]
    assert find_origin(text, 9) == (9, None)
    assert find_origin(text, 18) is None
    assert find_origin(text, 19) is None
