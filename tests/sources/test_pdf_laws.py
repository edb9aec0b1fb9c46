"""Laws of page layout: wherever words stand, each is read once, and none is invented."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reportdiff.sources.pdf.pieces import Page, Piece
from reportdiff.sources.pdf.reader import read_layout

WORDS = (
    "Trade",
    "rose",
    "by",
    "12",
    "percent",
    "in",
    "2021.",
    "the",
    "deficit",
    "$4.5",
    "billion",
    "•",
    "Source:",
    "of",
)


PHRASES = tuple(" ".join(random.Random(n).choices(WORDS, k=1 + n % 6)) for n in range(120))
"""To draw the words one by one takes ten times as long as to read the page."""
PLACED = st.tuples(
    st.sampled_from([4.0, 12.0, 60.0, 150.0]),
    st.sampled_from(PHRASES),
    st.sampled_from([7.0, 10.0, 14.0]),
    st.booleans(),
)
"""The gap before a piece, its words, their size, and whether they are bold."""


@st.composite
def pages(draw: st.DrawFn) -> list[Page]:
    """Pages with words at any places, in any sizes."""
    found: list[Page] = []
    start = 0
    for number in range(1, draw(st.integers(1, 3)) + 1):
        words: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for y in sorted(draw(st.sets(st.integers(3, 60), max_size=15))):
            x = 50.0
            for gap, text, size, bold in draw(st.lists(PLACED, min_size=1, max_size=3)):
                x, width = x + gap, 0.5 * size * len(text)
                place = (start + at, start + at + len(text))
                first, order = 2.0 * size, len(pieces)
                pieces.append(Piece(number, (place,), text, x, x + width, 12.0 * y, size, "Times", bold, first, order))
                words.append(text)
                at += len(text) + 1
                x += width
        page = "\n".join(words)
        found.append(Page(number, start, page, pieces))
        start += len(page) + 1
    return found


@given(pages())
def test_no_word_is_lost_or_made(given_pages: list[Page]) -> None:
    text = read_layout(given_pages)
    told = Counter(text.content.replace("|", " ").replace("#", " ").split())
    put = Counter(word for page in given_pages for word in page.text.split())
    for word in put:
        # A small figure beside a larger word may be the mark of a note, a bullet becomes that of an item.
        if word not in ("•", "12"):
            assert told[word] == put[word], word
    assert not set(told) - set(put) - {"-"}


@given(pages())
def test_every_run_leads_to_its_characters(given_pages: list[Page]) -> None:
    text = read_layout(given_pages)
    for run in text.origin:
        assert run.part is not None
        there = given_pages[run.part - 1].text[run.source : run.source + run.length]
        here = text.content[run.start : run.start + run.length]
        assert here.replace("\n", " ") == there.replace("\n", " ")
