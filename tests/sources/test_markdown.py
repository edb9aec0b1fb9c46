"""Markdown: markup goes but for headings, items and rows."""

from __future__ import annotations

import pytest

from reportdiff.model.text import BlockKind
from reportdiff.sources.markdown.reader import read_markdown


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("# Title #\n\nText\ngoes on.", "# Title\n\nText goes on."),
        ("Title\n=====\n\nPart\n---\nText.", "# Title\n\n## Part\n\nText."),
        ("**The Vision**  \n  \nThe two sides met\nin 2021.", "# The Vision\n\nThe two sides met in 2021."),
        ("First.\n\n**Pillar I: Roads**  \nThe plan.", "First.\n\n## Pillar I: Roads\n\nThe plan."),
        ("First.\n\n**Pillar I:\nRoads**  \nThe plan.", "First.\n\n## Pillar I: Roads\n\nThe plan."),
        ("**Number:** 5\n**Date:** today", "Number: 5\n\nDate: today"),
        ("Text one  \nText two", "Text one\n\nText two"),
        ("from $9 billion to over  \n$22 billion and  \nmore", "from $9 billion to over $22 billion and more"),
        ("-   **Chips:** The\n    two sides.\n    -   More\n        roads.\n-   End", "- Chips: The two sides.\n"
         "  - More roads.\n- End"),
        ("1.  Roads\n2.  Schools and\n    clinics", "1. Roads\n2. Schools and clinics"),
        ("* a\n\n* b", "- a\n\n- b"),
        ("- a\n\n    <!-- -->\n\n- b", "- a\n\n- b"),
        ("<!-- one\ntwo -->\nText", "Text"),
        ("| a|b |\n|---|:-:|\n| $9 | 5% ", "| a | b |\n| $9 | 5% |"),
        ("> The sides\n> agreed.", "The sides agreed."),
        ("```\nGDP 5\nCPI 6\n```", "GDP 5\n\nCPI 6"),
        ("Text[^1].\n\n[^1]: A note.\n[r]: http://x.org", "Text.\n\nA note."),
        ("---\n\n***\n\nText", "Text"),
        ("# # #\n\nText", "Text"),
        ("in\n2015. The end of\n3) it", "in 2015.\nThe end of 3) it"),
    ],
)  # fmt: skip
def test_markup_is_dropped_but_for_headings_items_and_rows(source: str, content: str) -> None:
    text = read_markdown(source)
    assert text.content == content
    assert read_markdown(content).blocks == text.blocks


def test_front_matter_is_no_part_of_the_text_but_gives_the_title() -> None:
    source = "---\ntitle: 'The U.S. \N{EN DASH} Chad Dialogue'\ndate: '2021-09-09'\n---\n \n**Vision**\n\nText."
    text = read_markdown(source)
    assert text.title == "The U.S. \N{EN DASH} Chad Dialogue"
    assert text.content == "# Vision\n\nText."
    assert source[text.origin[0].source :].startswith("Vision")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_markdown("---\n\nText: more.\n\n---\n\nEnd.").content == "Text: more.\n\nEnd."


def test_rows_items_and_headings_are_told_apart() -> None:
    text = read_markdown("# T\n\n- a\n  - b\n\n| c |\n\nd.")
    assert [(block.kind, block.level) for block in text.blocks] == [
        (BlockKind.HEADING, 1), (BlockKind.ITEM, 1), (BlockKind.ITEM, 2), (BlockKind.ROW, 0), (BlockKind.PARAGRAPH, 0),
    ]  # fmt: skip
