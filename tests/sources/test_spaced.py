"""Tables set by single blanks: which lines are rows below a line of times, and what is but prose."""

from __future__ import annotations

import pytest

from reportdiff.model.text import BlockKind
from reportdiff.sources.builder import find_origin
from reportdiff.sources.plain.figures_at_end import read_ending
from reportdiff.sources.plain.reader import read_plain
from reportdiff.sources.plain.spaced import find_spaced
from reportdiff.sources.plain.time_heads import read_time_head

FERRIES = """\
Ferries of the lake

2021 2020 2019
Passengers

Tickets sold, thousands 1,310 640 1,502
- of which season tickets 210 .. 305

Fleet and crew
Boats in service on the last day of
December 14 13 13
Share of sailings on time, % 91.2 93.0 88.7*

Two boats were sold in 2021.
"""


def rows(source: str) -> list[str]:
    text = read_plain(source)
    return [text.content[block.start : block.end] for block in text.blocks if block.kind is BlockKind.ROW]


def body(head: str, *lines: str) -> list[str]:
    return rows("\n".join([head, *lines, ""]))[1:]


def test_lines_below_times_are_rows_with_the_headings_and_without_the_gaps_between_them() -> None:
    assert rows(FERRIES) == [
        "| | 2021 | 2020 | 2019 |",
        "| Passengers | | | |",
        "| Tickets sold, thousands | 1,310 | 640 | 1,502 |",
        "| of which season tickets | 210 | .. | 305 |",
        "| Fleet and crew | | | |",
        "| Boats in service on the last day of December | 14 | 13 | 13 |",
        "| Share of sailings on time, % | 91.2 | 93.0 | 88.7* |",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_cell_keeps_its_way_to_the_source(end: str) -> None:
    source = FERRIES.replace("\n", end)
    text = read_plain(source)
    for words in ("1,310", "of which", "Boats in", "December 14"[:8], "88.7", "Fleet"):
        found = find_origin(text, text.content.index(words))
        assert found is not None
        assert source.startswith(words, found[0])


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("2019 2020", ["2019", "2020"]),
        ("Item 2020* 2019", ["Item", "2020*", "2019"]),
        ("2017/18 2018/19", ["2017/18", "2018/19"]),
        ("FY 2022 FY 2023", ["FY 2022", "FY 2023"]),
        ("Q3 2022 Q4 2022 Q1 2023", ["Q3 2022", "Q4 2022", "Q1 2023"]),
        ("2022 Q4 2023 Q1", ["2022 Q4", "2023 Q1"]),
        ("2022Q4 2023Q1", ["2022Q4", "2023Q1"]),
        ("H1 2023 H1 2022", ["H1 2023", "H1 2022"]),
        ("Jan 2024 Feb. 2024", ["Jan 2024", "Feb. 2024"]),
        ("Jan-Mar 2024 Jan-Mar 2023", ["Jan-Mar 2024", "Jan-Mar 2023"]),
        ("April Jul", ["April", "Jul"]),
        ("Q1 Q2 Q3 Q4", ["Q1", "Q2", "Q3", "Q4"]),
        ("31 May 2024 29 Feb 2024", ["31 May 2024", "29 Feb 2024"]),
        ("USD m May 31, 2024 Feb. 29, 2024", ["USD m", "May 31, 2024", "Feb. 29, 2024"]),
        ("(million EUR) 2010 2015 2020", ["(million EUR)", "2010", "2015", "2020"]),
        ("2022 2023e 2024 (forecast)", ["2022", "2023e", "2024 (forecast)"]),
        ("2023 2022 Change %", ["2023", "2022", "Change %"]),
        ("Cattle and sheep 2023 2022 +/-", ["Cattle and sheep", "2023", "2022", "+/-"]),
    ],
)
def test_lines_of_times_are_heads(line: str, heads: list[str]) -> None:
    found = read_time_head(line)
    assert found is not None
    label = [line[slice(*found.label)]] if found.label else []
    assert label + [line[slice(*column)] for column in found.columns] == heads


@pytest.mark.parametrize(
    "line",
    [
        "2019",
        "In 2019 2020",
        "2019 2020.",
        "2019 2019",
        "2019 2021 2020",
        "2022 Q1 2023 Q2 2023",
        "Q1 Q2 Q1 Q2",
        "Farms 2015 1998",
        "Half-year 2023 2022",
        "Year ended 30 June 2023 2022",
        "Item Unit 2023 2022",
        "Item Note 2023 2022",
        "2019 12 2020",
        "It was the mayor who May 2020 May 2021 told, and then 2022",
    ],
)
def test_other_lines_are_no_heads(line: str) -> None:
    assert read_time_head(line) is None


@pytest.mark.parametrize(
    ("line", "number", "figures"),
    [
        ("Ewes 4 5 6", 3, ["4", "5", "6"]),
        ("Balance -1.2 (3) −4", 3, ["-1.2", "(3)", "−4"]),
        ("Net debt € 12 US$ 14.5", 2, ["€ 12", "US$ 14.5"]),
        ("Rate 4.1 % 5%", 2, ["4.1 %", "5%"]),
        ("Lambs n.a. – 7¹", 3, ["n.a.", "–", "7¹"]),
        ("Area 12 345 9 876", 2, ["12 345", "9 876"]),
        ("Income 5 517 919 5 513 130,5", 2, ["5 517 919", "5 513 130,5"]),
        ("Exports 1.2 million 1.3 million", 2, ["1.2 million", "1.3 million"]),
        ("Goats 12 345 678", 2, []),
        ("Programme 2020 12 14", 2, []),
        ("Hens 4 5", 3, []),
        ("Ducks .. –", 2, []),
    ],
)
def test_figures_at_the_end_of_a_line(line: str, number: int, figures: list[str]) -> None:
    ending = read_ending(line, number)
    assert ending is not None
    assert [line[start:end] for start, end in ending.figures] == figures


@pytest.mark.parametrize("line", ["Boats and crews", "He sold 4 boats.", ""])
def test_a_line_that_ends_in_words_has_no_figures(line: str) -> None:
    assert read_ending(line, 2) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Barns 4 5",),
        ("The council bought land in 4 5", "The mayor sold it for 6 7"),
        ("The barns were repaired. Then came 4 5", "The roof fell. It cost 6 7"),
        ("Barns 4", "Mills 5", "Inns 6"),
        ("Barns 4 5 6", "Mills 5 6 7", "Inns 6 7 8"),
        ("The council met twice, and at the end of the day it was the mayor who", "said what follows.", "Inns 6 7"),
        ("4 5", "6 7"),
    ],
)
def test_prose_and_lines_with_other_figures_are_no_table(lines: tuple[str, ...]) -> None:
    assert rows("\n".join(["2019 2020", *lines, ""])) == []


def test_rows_without_a_line_of_times_are_none() -> None:
    assert rows("Barns 4 5\nMills 5 6\n") == []


def test_the_table_ends_with_its_last_row() -> None:
    end = ("Source: the council", "Inns 6 7")
    assert body("2019 2020", "Barns 4 5", "Mills 5 6", "Built of stone", *end) == [
        "| Barns | 4 | 5 |",
        "| Mills | 5 | 6 |",
    ]
    assert len(body("2019 2020", "Barns 4 5", "Mills 5 6", "", "", "", "", "Inns 6 7")) == 2


def test_a_line_with_a_figure_missing_stays_one_cell() -> None:
    assert body("2019 2020", "Barns 4 5", "Mills 5 6", "Inns 6", "Towers 7 8")[2:] == [
        "| Inns 6 |",
        "| Towers | 7 | 8 |",
    ]


def test_ages_are_labels_and_dots_that_lead_to_figures_are_none() -> None:
    assert body("2019 2020", "All ages ...... 40 50", "15–64 30 38", "65+ 10 12") == [
        "| All ages | 40 | 50 |",
        "| 15–64 | 30 | 38 |",
        "| 65+ | 10 | 12 |",
    ]


def test_heads_repeated_on_the_next_page_begin_another_table() -> None:
    assert len(body("2019 2020", "Barns 4 5", "Mills 5 6", "2019 2020", "Inns 6 7", "Towers 7 8")) == 5


def test_years_as_figures_are_rows_below_the_heads() -> None:
    assert body("Item 2020 2019", "Barns 2019 2018", "Mills 1900 1990") == [
        "| Barns | 2019 | 2018 |",
        "| Mills | 1900 | 1990 |",
    ]


def test_units_and_status_below_the_times_and_months_above_them_are_heads() -> None:
    lines = ("Sales 4 5", "Costs (3) (4)")
    assert rows("\n".join(["2020 2019", "£m £m", *lines, ""]))[1] == "| | £m | £m |"
    assert rows("\n".join(["2020 2021", "Actual Forecast", *lines, ""]))[1] == "| | Actual | Forecast |"
    assert rows("\n".join(["January–June", "2020 2019", *lines, ""]))[:2] == [
        "| | January–June | |",
        "| | 2020 | 2019 |",
    ]


@pytest.mark.parametrize("above", ["Three months ended\n", "Half-year report of the mill\n\n"])
def test_years_below_a_part_that_is_not_understood_head_no_table(above: str) -> None:
    assert rows(f"{above}2020 2019\nSales 4 5\nCosts 3 4\n") == []


@pytest.mark.parametrize(
    "above", ["Published 14 March 2021\n\n", "Key figures, May 3, 2021\n", "The year in figures\n"]
)
def test_a_day_above_years_leaves_them_whole(above: str) -> None:
    assert len(rows(f"{above}2020 2019\nSales 4 5\nCosts 3 4\n")) == 3


def test_lines_of_other_tables_are_left_alone() -> None:
    assert find_spaced(["2019 2020", "Barns 4 5", "Mills 5 6"], {1, 2}) == {}
