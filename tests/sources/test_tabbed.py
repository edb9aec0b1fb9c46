"""Tables set by tabs in plain text: which lines are rows, and what is but an indented line."""

from __future__ import annotations

import pytest

from reportdiff.model.text import BlockKind
from reportdiff.sources.builder import find_origin
from reportdiff.sources.plain.reader import read_plain

MILLS = "Mills by county\n\nCounty\tYear ending May 2020\tYear ending May 2021\nAsh\t1,204\t1,310\nOak\t88\t[x]\nElm\t\t17\n\nEnd.\n"


def rows(source: str) -> list[str]:
    text = read_plain(source)
    return [text.content[block.start : block.end] for block in text.blocks if block.kind is BlockKind.ROW]


def test_lines_with_equally_many_tabs_are_rows_with_their_heads() -> None:
    assert rows(MILLS) == [
        "| County | Year ending May 2020 | Year ending May 2021 |",
        "| Ash | 1,204 | 1,310 |",
        "| Oak | 88 | [x] |",
        "| Elm | | 17 |",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_cell_keeps_its_way_to_the_source(end: str) -> None:
    source = MILLS.replace("\n", end)
    text = read_plain(source)
    for words in ("Oak", "1,310", "[x]", "17"):
        found = find_origin(text, text.content.index(words))
        assert found is not None
        assert source.startswith(words, found[0])


@pytest.mark.parametrize(
    "source",
    [
        "\tThe mill was built in 1904.\n\tIt burnt in 1951.\n\tIt was rebuilt.\n",
        "One\ttwo\nthree\tfour\nfive\tsix\n",
        "Ash\t12\nOak\t14\t15\nElm\t16\t17\t18\n",
    ],
)
def test_indented_lines_words_and_lines_of_unlike_breadth_are_no_table(source: str) -> None:
    assert rows(source) == []


def test_fields_with_wide_gaps_between_them_are_parted() -> None:
    text = read_plain("Lee harbour\n\nBerths: 42   Land area: 1,210 ha\nOwner: the town of Lee\n")
    lines = [text.content[block.start : block.end] for block in text.blocks if block.kind is BlockKind.FIELD]
    assert lines == ["Berths: 42", "Land area: 1,210 ha", "Owner: the town of Lee"]


@pytest.mark.parametrize("line", ["He paid: 42   Nobody knew", "Berths: 42", "It was late.   Berths: 42"])
def test_a_line_with_one_field_is_not_parted(line: str) -> None:
    assert len(read_plain(f"{line}\n").blocks) == 1
