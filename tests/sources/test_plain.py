"""Plain text: wrapped lines become paragraphs, and what was not wrapped stays apart."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportdiff.model.text import BlockKind, Text
from reportdiff.sources.markdown.reader import read_markdown
from reportdiff.sources.plain.reader import read_plain

PARAGRAPH, HEADING, ITEM = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM
FIELD, FURNITURE, ROW = BlockKind.FIELD, BlockKind.FURNITURE, BlockKind.ROW

WRAPPED = """\
The river basin is home to three million people, most of whom live
from fishing and from small farms. Since the early 2000s trade with
its neighbours has grown from $2 billion to over
$5 billion, and poverty has fallen by half.
The second paragraph begins without a blank line, which only the
short line above it tells.
"""


def blocks(text: Text) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text.content[block.start : block.end]) for block in text.blocks]


def test_wrapped_lines_are_one_paragraph_and_a_short_last_line_ends_it() -> None:
    assert blocks(read_plain(WRAPPED)) == [
        (PARAGRAPH, "The river basin is home to three million people, most of whom live from fishing and from small "
         "farms.\nSince the early 2000s trade with its neighbours has grown from $2 billion to over $5 billion, and "
         "poverty has fallen by half."),
        (PARAGRAPH, "The second paragraph begins without a blank line, which only the short line above it tells."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Office of Trade\nOffice of the Treasury and the Mint\nTravel Information\nPress",
         [PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH]),
        ("[People]\nPopulation: 27,012,899 (July 2000 est.)\nBirth rate: 24.48 births/1,000 population\n\n[Economy]\n"
         "GDP: $116 billion (1999 est.)\nExports: $5.9 billion", [HEADING, FIELD, FIELD, HEADING, FIELD, FIELD]),
        ("GDP: $14 billion", [FIELD]),
        ("Trade Today\n\n" + "Trade grew by 5 percent in 2019 and is set to grow further in the years ahead. " * 2,
         [HEADING, PARAGRAPH]),
        ("Support for Farmers\n\n* One project lent $3 million.\n\n* Another\n  built 12 roads.", [HEADING, ITEM, ITEM]),
        ("The plan has four goals:\n1. Roads\n2. Schools\n3. Clinics and\n   nurses", [PARAGRAPH, ITEM, ITEM, ITEM]),
        ("It rose by 5.\n2015. Another year it fell by 19) and more of the same went on.", [PARAGRAPH, PARAGRAPH]),
        ("Updated January 10, 2024\nTrade in Brief\n\nhttps://x.org/a\n\nIF12345\n\nPage 3 of 4",
         [FURNITURE, PARAGRAPH, FURNITURE, FURNITURE, FURNITURE]),
        ("Trade grew.\n\nDisclaimer\n\nThis text was written by 3 people.", [PARAGRAPH, FURNITURE, FURNITURE]),
    ],
)  # fmt: skip
def test_blocks_are_what_they_look_like(source: str, expected: list[BlockKind]) -> None:
    assert [kind for kind, _ in blocks(read_plain(source))] == expected


def test_run_in_headings_of_prose_are_no_fields() -> None:
    source = "\n\n".join(
        f"{name} Cooperation: The two sides agreed on 3 projects." for name in ("Trade", "Health", "Arms")
    )
    assert {kind for kind, _ in blocks(read_plain(source))} == {PARAGRAPH}


def test_plain_text_gains_no_mark_but_for_its_own_bullets() -> None:
    text = read_plain("Trade Today\n\n• Trade grew by 5 percent.\n• It fell.")
    assert text.content == "Trade Today\n\n- Trade grew by 5 percent.\n- It fell."
    assert text.title == "Trade Today"


def test_sections_run_from_heading_to_heading() -> None:
    text = read_plain(f"Trade Today\n\n{PROSE}\n\nHealth Tomorrow\n\n{PROSE}")
    assert [(section.title, section.level) for section in text.sections] == [("Trade Today", 1), ("Health Tomorrow", 2)]
    assert text.sections[0].end == len(text.content)


PROSE = "Trade grew by 5 percent in 2019 and is set to grow further in all of the years that lie ahead of us."


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("By Jane Roe", True),
        ("By the Numbers", False),
        ("Office of the Treasurer", True),
        ("Bureau of Coastal Affairs", True),
        ("Jane Q. Roe, Senior Analyst", True),
        ("Jane Roe, Minister for Trade", True),
        ("Trade, Investment and the President", False),
        ("Health Tomorrow", False),
    ],
)
def test_who_speaks_under_the_title_heads_no_section(line: str, is_byline: bool) -> None:
    text = read_plain(f"Trade Today\n\n{line}\n\n{PROSE}\n\n{PROSE}")
    assert [section.title for section in text.sections] == (["Trade Today"] if is_byline else ["Trade Today", line])


def test_the_same_words_further_down_head_a_section() -> None:
    text = read_plain("\n\n".join(["Trade Today", PROSE, "Health Tomorrow", PROSE, "Office of the Treasurer", PROSE]))
    assert [section.title for section in text.sections][-1] == "Office of the Treasurer"


MARKS = (
    "Trade grew by 5.2 percent $3 billion. U.S. The In (2019) Label: value - * + # ## > | ** * _ __ ` ``` ~~~ --- === 1."
    " 2) [a](b) ![x](y) [^1] [^1]: [r]: http://x.org <b> </b> <br> <sup>2</sup> <!-- --> &amp; &nbsp; \\* \\# \\ – COVID-"
    " end. yes! Disclaimer Contents Page IF12345 [Geography] a. Section ● \t É"
).split(" ")
LINES = st.lists(st.sampled_from(MARKS), max_size=9).map(" ".join)
INDENTS = st.sampled_from(["", "", "", "  ", "    ", "\t"])
ENDS = st.sampled_from(["", "", "  ", "\\"])
DOCUMENTS = st.lists(st.tuples(INDENTS, LINES, ENDS).map("".join), max_size=12).map("\n".join)


@given(DOCUMENTS)
@example("``` 1. Trade `")
@example("~~~ end. Trade")
def test_what_was_read_from_plain_text_reads_the_same_again(source: str) -> None:
    once = read_plain(source)
    again = read_markdown(once.content)
    assert (again.content, again.blocks, again.sentences) == (once.content, once.blocks, once.sentences)


@given(DOCUMENTS)
@example("``` end. Trade `")
def test_what_was_read_from_markdown_reads_the_same_again(source: str) -> None:
    once = read_markdown(source)
    again = read_markdown(once.content)
    assert (again.content, again.blocks, again.sentences) == (once.content, once.blocks, once.sentences)


@given(DOCUMENTS)
def test_letters_and_digits_lead_back_to_themselves(source: str) -> None:
    text = read_plain(source)
    for run in text.origin:
        for here, there in zip(
            text.content[run.start : run.start + run.length], source[run.source : run.source + run.length], strict=True
        ):
            assert here == there or not (here.isalnum() or there.isalnum()) or here == "²"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_are_read(line_end: str) -> None:
    source = line_end.join(["Trade grew by 5 percent in the year 2019 and went", "on to grow.", "", "It fell."])
    text = read_plain(source)
    assert text.content == "Trade grew by 5 percent in the year 2019 and went on to grow.\n\nIt fell."


@pytest.mark.parametrize(
    "source",
    ["Trade grew by 5 percent. " * 20_000, "\n" * 200_000, "ab cd\n" * 30_000, "*" * 200_000, "[" * 200_000,
     "<!--" * 50_000, "[a](" * 50_000, "> " * 50_000, "a" * 300_000, "the of a\n" * 20_000],
    ids=["one line", "blank", "short lines", "stars", "brackets", "comments", "links", "quotes", "one word", "small"],
)  # fmt: skip
def test_extreme_text_is_read(source: str) -> None:
    text = read_plain(source)
    assert len(text.content) <= 2 * len(source)
