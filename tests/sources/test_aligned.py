"""Tables set by blanks: which lines are rows, and what is but prose with wide gaps."""

from __future__ import annotations

import pytest

from reportdiff.model.text import BlockKind
from reportdiff.sources.builder import find_origin
from reportdiff.sources.plain.reader import read_plain

SCHOOLS = """\
Number of schools by kind

                      2019    2020    2021
Primary schools        102      97      95
Secondary schools       85      88      90
Universities             4               5

The number of teachers rose to 4,000 in 2021.
"""


def rows(source: str) -> list[str]:
    text = read_plain(source)
    return [text.content[block.start : block.end] for block in text.blocks if block.kind is BlockKind.ROW]


def test_lines_of_a_label_and_figures_below_each_other_are_rows_with_their_heads() -> None:
    assert rows(SCHOOLS) == [
        "| | 2019 | 2020 | 2021 |",
        "| Primary schools | 102 | 97 | 95 |",
        "| Secondary schools | 85 | 88 | 90 |",
        "| Universities | 4 | | 5 |",
    ]


def test_words_over_some_of_the_columns_stand_between_the_heads_and_the_rows() -> None:
    table = """\
                      2019    2020    2021
                              Est.    Proj.
Primary schools        102      97      95
Secondary schools       85      88      90
"""
    assert rows(table)[:3] == [
        "| | 2019 | 2020 | 2021 |",
        "| | | Est. | Proj. |",
        "| Primary schools | 102 | 97 | 95 |",
    ]


def test_a_line_over_some_columns_below_no_heads_is_none() -> None:
    table = "A word about it.\n              Est.\nPrimary schools   102    97\nSecondary schools   85    88\n"
    assert all("Est." not in row for row in rows(table))


def test_each_figure_keeps_its_way_to_the_source() -> None:
    text = read_plain(SCHOOLS)
    for figure in ("102", "90", "Universities", "2020"):
        found = find_origin(text, text.content.index(figure))
        assert found is not None and SCHOOLS.startswith(figure, found[0])


@pytest.mark.parametrize(
    "source",
    [
        "Trade was 3  4 percent in 2019  and rose\nto 5  6 percent in 2020  and fell again.",
        "Population    34 million\nArea    1.2 million km2",
        "The port  handled 3 ships   in 2019 and   4 in 2020.\nIt was built  for 12 ships   and cost   $4 billion.",
        "One row alone   102   97   95",
        "| Primary | 102 | 97 |\n| Secondary | 85 | 88 |",
    ],
)
def test_prose_fields_and_a_lone_line_are_no_table(source: str) -> None:
    assert [row for row in rows(source) if not source.startswith("|")] == []


def test_a_line_whose_cells_belong_to_no_column_is_no_row() -> None:
    table = "Primary schools   102    97\nSecondary schools   85    88\n"
    assert len(rows(table)) == 2
    assert rows(f"{table}Nursery    7                         9\n")[:2] == rows(table)
    assert len(rows(f"{table}Nursery    7                         9\n")) == 2
