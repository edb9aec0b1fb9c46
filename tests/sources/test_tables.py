"""Tables of characters: shapes told apart, observations with measure, value and period."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.text import BlockKind
from reportdiff.sources.builder import Passage
from reportdiff.sources.tables.cells import is_figure, plain_figure, read_time, unit_in, unit_of_column
from reportdiff.sources.tables.csv import find_delimiter, read_csv, read_tsv, scan_cells
from reportdiff.sources.tables.decimal_commas import with_points
from reportdiff.sources.tables.mapping import bundle, read_mapping, unbundle
from tests.sources.claimed import Short, misplaced, read_again, told

Y = {year: (f"{year}-01-01", f"{year}-12-31") for year in range(1999, 2026)}

WORLD_BANK_WIDE = """"Data Source","World Development Indicators",

"Last Updated Date","2023-12-18",

"Country Name","Country Code","Indicator Name","Indicator Code","2019","2020","2021",
"Peru","PER","GDP (current US$)","NY.GDP.MKTP.CD","228325820545.98","","2.23e+11",
"Peru","PER","GDP growth (annual %)","NY.GDP.MKTP.KD.ZG","2.24","-10.93","..",
"Peru","PER","Exports of goods (US$ million)","TX","47980","42900","63100",
"""
LONG = """country,indicator,year,value,unit,sex
Peru,Unemployment rate,2019,3.4,%,female
Peru,Unemployment rate,2019,2.9,%,male
Peru,Life expectancy at birth,2019,76.5,years,
Peru,Exports,2019,47.98,US$ billion,
Peru,GDP growth,2020,n/a,Percent,
Peru,Poverty rate,2019Q1,.5,Percent,
"""
YEARS_DOWN = """Year;GDP growth (%);Exports (US$ million);Population
2019;2.2;47980;32510453
2020;-10.9;42900;32971854
Source: Central bank
"""
CAPTIONED = """Table 1. Trade
In millions of US dollars

Flow\t2019\t2020
Exports\t47980\t42900.5
Imports\t41100\t34700
"""
API = """REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS
Peru,Exports,2019,47.98,US dollars,Billions,estimate
Peru,GDP growth,2019-03,2.2,Percent,,
"""
WIDE_BY_MEASURE = """Entity,Code,Year,Life expectancy at birth (years),Population
Peru,PER,2019,76.5,32510453
Peru,PER,2020,74.1,32971854
"""
GROUPED = """Item,2019,2020
Exports,,
Copper (US$ million),14000,13000
Imports,,
Copper (US$ million),20,30
"""


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            WORLD_BANK_WIDE,
            [
                ("gdp.nominal", "", "228325820545.98 USD", *Y[2019]),
                ("gdp.nominal", "", "223000000000 USD", *Y[2021]),
                ("gdp.growth", "", "2.24 percent", *Y[2019]),
                ("gdp.growth", "", "-10.93 percent", *Y[2020]),
                ("trade.exports", "flow=exports,sector=goods", "47980000000 USD", *Y[2019]),
                ("trade.exports", "flow=exports,sector=goods", "42900000000 USD", *Y[2020]),
                ("trade.exports", "flow=exports,sector=goods", "63100000000 USD", *Y[2021]),
            ],
        ),
        (
            LONG,
            [
                ("unemployment.rate", "sex=female", "3.4 percent", *Y[2019]),
                ("unemployment.rate", "sex=male", "2.9 percent", *Y[2019]),
                ("life.expectancy", "", "76.5 year", *Y[2019]),
                ("trade.exports", "flow=exports", "47980000000 USD", *Y[2019]),
                ("poverty.rate", "", "0.5 percent", "2019-01-01", "2019-03-31"),
            ],
        ),
        (
            YEARS_DOWN,
            [
                ("gdp.growth", "", "2.2 percent", *Y[2019]),
                ("trade.exports", "flow=exports", "47980000000 USD", *Y[2019]),
                ("population.total", "", "32510453 person", *Y[2019]),
                ("gdp.growth", "", "-10.9 percent", *Y[2020]),
                ("trade.exports", "flow=exports", "42900000000 USD", *Y[2020]),
                ("population.total", "", "32971854 person", *Y[2020]),
            ],
        ),
        (
            CAPTIONED,
            [
                ("trade.exports", "flow=exports", "47980000000 USD", *Y[2019]),
                ("trade.exports", "flow=exports", "42900500000 USD", *Y[2020]),
                ("trade.imports", "flow=imports", "41100000000 USD", *Y[2019]),
                ("trade.imports", "flow=imports", "34700000000 USD", *Y[2020]),
            ],
        ),
        (
            API,
            [
                ("trade.exports", "flow=exports", "47980000000 USD", *Y[2019]),
                ("gdp.growth", "", "2.2 percent", "2019-03-01", "2019-03-31"),
            ],
        ),
        (
            WIDE_BY_MEASURE,
            [
                ("life.expectancy", "", "76.5 year", *Y[2019]),
                ("population.total", "", "32510453 person", *Y[2019]),
                ("life.expectancy", "", "74.1 year", *Y[2020]),
                ("population.total", "", "32971854 person", *Y[2020]),
            ],
        ),
    ],
    ids=["world bank", "long", "years down", "captioned", "sdmx", "measures across"],
)
def test_a_table_of_observations_reads_as_claims(source: str, wanted: list[Short]) -> None:
    text = read_csv(source)
    assert told(text) == wanted
    assert read_again(text) == wanted


@pytest.mark.parametrize("source", [LONG, YEARS_DOWN, CAPTIONED, WIDE_BY_MEASURE, GROUPED])
def test_every_figure_leads_back_to_its_cell(source: str) -> None:
    assert misplaced(read_csv(source), source) == []


def test_what_stands_under_two_groups_is_not_one_measure() -> None:
    measures = {claim[:2] for claim in told(read_csv(GROUPED))}
    assert len(measures) == 2


def test_figures_of_several_places_never_share_a_measure() -> None:
    source = "country,indicator,year,value\nPeru,GDP growth,2019,2.2\nChile,GDP growth,2019,0.8\n"
    found = told(read_csv(source))
    assert len({claim[0] for claim in found}) == 2 and "gdp.growth" not in {claim[0] for claim in found}
    mapped = read_csv(source, b'[where]\ncountry = "Peru"')
    assert [claim[2] for claim in told(mapped)] == ["2.2 count"] or told(mapped)[0][0] == "gdp.growth"
    assert "Chile" not in mapped.content


def test_a_table_without_times_stays_in_rows() -> None:
    text = read_csv("Department,Capital,Population (2017)\nLima,Lima,9485405\nCusco | south,Cusco,1205527\n")
    assert text.content == (
        "| Department | Capital | Population (2017) |\n| Lima | Lima | 9485405 |\n| Cusco / south | Cusco | 1205527 |"
    )
    assert {block.kind for block in text.blocks} == {BlockKind.ROW}


def test_captions_and_notes_stay_beside_the_table() -> None:
    kinds = [
        (block.kind, read_csv(YEARS_DOWN).content[block.start : block.end]) for block in read_csv(YEARS_DOWN).blocks
    ]
    assert kinds[-1] == (BlockKind.PARAGRAPH, "Source: Central bank")
    assert read_csv(WORLD_BANK_WIDE).content.startswith("Data Source: World Development Indicators\n\n")


def test_quoted_cells_hold_delimiters_line_ends_and_quotation_marks() -> None:
    rows = list(scan_cells('a,"b, ""c""\r\nd",e\r\n"",f\n', ","))
    assert [[cell.text for cell in row] for row in rows] == [["a", 'b, "c" d', "e"], ["", "f"]]
    assert rows[0][1].runs[0] == (0, 4, 3)


def test_an_open_quotation_mark_swallows_nothing() -> None:
    rows = [[cell.text for cell in row] for row in scan_cells('a,"b\nc,d\n', ",")]
    assert rows == [["a", '"b'], ["c", "d"]]


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8"), max_size=8), min_size=1, max_size=4), min_size=1, max_size=4
    )
)
def test_any_cells_are_scanned_back(rows: list[list[str]]) -> None:
    clean = [[" ".join(cell.replace("\0", "").split()) for cell in row] for row in rows]
    source = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in clean)
    found = [[cell.text for cell in row] for row in scan_cells(source, ",")]
    assert [len(row) for row in found] == [len(row) for row in clean]


@given(st.text("ab,;|\t\"'\r\n 0123459.%$(){}[]-", max_size=120))
def test_any_characters_read_without_a_fault(source: str) -> None:
    for read in (read_csv, read_tsv):
        text = read(source)
        assert all(text.content[block.start : block.end] for block in text.blocks)


def test_the_delimiter_is_told_by_the_lines() -> None:
    assert find_delimiter('a,b\n"x;y;z;",2\n') == ","
    assert find_delimiter("a;b\n1,5;2\n") == ";"
    assert read_tsv("Year\tGDP growth (%)\n2019\t2.2\n").content == "GDP growth (%): 2.2% (2019)"


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("2019", "2019"), ("2019.0", "2019"), ("2019 [YR2019]", "2019"), ("YR2019", "2019"), ("FY 2019", "FY 2019"),
        ("2019/20", "2019/20"), ("2019Q3", "Q3 2019"), ("2019-Q3", "Q3 2019"), ("Q3 2019", "Q3 2019"),
        ("2019-03", "Mar 2019"), ("2019M12", "Dec 2019"), ("2019-03-31", "2019-03-31"), ("2019-03-31T00:00:00Z", "2019-03-31"),
        ("March 2019", "March 2019"), ("2019-13", None), ("19", None), ("Peru", None), ("32510453", None), ("3000 km", None),
    ],
)  # fmt: skip
def test_times_in_cells(cell: str, wanted: str | None) -> None:
    found = read_time(Passage(cell, ((0, len(cell), 0),)))
    assert (found.text if found else None) == wanted


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("2.2e+11", "220000000000"), (".5", "0.5"), ("-.5", "-0.5"), ("−3", "-3"), ("1,204.50", "1,204.50"), ("5e-3", "0.005"),
     ("1e999", "1e999"), ("ISO3.x", "ISO3.x")],
)  # fmt: skip
def test_figures_are_written_as_texts_write_them(cell: str, wanted: str) -> None:
    assert plain_figure(Passage(cell, ((0, len(cell), 0),))).text == wanted


@pytest.mark.parametrize(
    ("words", "before", "behind"),
    [
        ("US$ million", "US$", "million"), ("Millions of US dollars", "", "million US dollars"), ("% of GDP", "", "% of GDP"),
        ("annual %", "", "%"), ("EUR bn", "EUR ", "billion"), ("percentage points", "", ""), ("GDP", "", ""),
        ("Thousands", "", "thousand"), ("current US$", "US$", ""), ("Percent", "", "percent"),
        ("per thousand live births", "", ""), ("cases per million", "", ""), ("EUR per million units", "EUR ", ""),
    ],
)  # fmt: skip
def test_units_in_heads(words: str, before: str, behind: str) -> None:
    unit = unit_in(Passage(words, ()))
    found = [each if isinstance(each, str) else each.text for each in unit]
    assert found == [before, behind]


def test_a_column_of_units_may_hold_any_but_those_that_say_nothing() -> None:
    assert unit_of_column(Passage("years", ())).behind == Passage("years", ())
    assert unit_of_column(Passage("Index", ())).behind == ""
    assert unit_of_column(Passage("Thousand tonnes", ())).behind == Passage("thousand tonnes", ())
    assert unit_of_column(Passage("per million hours", ())).behind == Passage("per million hours", ())
    assert is_figure("12.5%") and not is_figure("12 to 15") and not is_figure("")


COMMAS = """Item;Unit;2021;2022
Policy rate;%;0,75;3,50
Loans;EUR million;12.418,5;-1.204
"""


def test_decimal_commas_are_read_as_points_and_lead_back_to_their_cells() -> None:
    text = read_csv(COMMAS)
    assert text.content.split("\n\n") == [
        "Policy rate: 0.75% (2021)",
        "Policy rate: 3.50% (2022)",
        "Loans: EUR 12,418.5 million (2021)",
        "Loans: -EUR 1,204 million (2022)",
    ]
    assert misplaced(text, COMMAS) == []


@pytest.mark.parametrize(
    "cells",
    ["1,204;1,311", "3.5;0,75", "1,204.5;12,75", "1,204,567;0,5", "1,204;1,311;1,408;0,5"],
)
def test_commas_stay_where_nothing_proves_that_decimals_follow(cells: str) -> None:
    assert f"{cells.replace(';', ' | ')} |" in read_csv(f"Item;{cells.count(';') * 'A;'}B\nx;{cells}\n").content


def changed_cells(source: str) -> list[list[str]]:
    rows = [[Passage(cell, ((0, len(cell), 0),)) for cell in line.split(";")] for line in source.splitlines()]
    return [[cell.text for cell in row] for row in with_points(rows)[1:]]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Area;Share;People\nx;3,5;12.418\ny;0,75;9.120", "x;3.5;12,418\ny;0.75;9,120"),
        ("Area;Share;People\nx;3,5;1,204\ny;12.418,5;2,350", "x;3.5;1.204\ny;12,418.5;2.350"),
        ("Area;Rate;Index\nx;3,5;0,204\ny;2,5;1,350", "x;3.5;0.204\ny;2.5;1.350"),
        ("Area;Rate\nx;3,5\ny;1.204", "x;3.5\ny;1,204"),
        ("Opinion;Yes;No\nx;45,5;54,5", "x;45.5;54.5"),
        ("Share;People\n3,5;12.418", "3.5;12,418"),
        ("Area;Share;Item no.\nx;3,5;1.204\ny;4,5;1,2", "x;3.5;1.204\ny;4.5;1,2"),
        ("Area;Share\nx;3,5;9.120\ny", "x;3.5;9,120\ny"),
        ("Day;Price\n01.02.2021;3,50\n02.02.2021;4,50", "01.02.2021;3.50\n02.02.2021;4.50"),
    ],
)
def test_each_column_changes_by_its_own_signs(source: str, wanted: str) -> None:
    assert changed_cells(source) == [line.split(";") for line in wanted.splitlines()]


@pytest.mark.parametrize(
    "rows",
    [
        "Table;Ref.;People\nA;1,2;1,204\nB;–;2,350\nC;2,3;3,120\nD;1,4;45",
        "Item;Code;Value\nA;3,4;1,204\nB;5,6;2,350",
        "Item;Notes;Value\nA;3,4;1,204\nB;5,6;1.204",
        "No;Value\n3,4;1,204",
        "Item;Seen in;Value\nA;1,2,4;1,204\nB;2,3;2,350",
    ],
)
def test_columns_that_point_elsewhere_prove_no_decimals(rows: str) -> None:
    assert changed_cells(rows) == [line.split(";") for line in rows.splitlines()[1:]]


@pytest.mark.parametrize("head", ["Section", "Area code", "Grade"])
def test_points_in_labels_stay(head: str) -> None:
    assert changed_cells(f"{head};Share\n1.204;3,5\n1.205;4,5") == [["1.204", "3.5"], ["1.205", "4.5"]]


def test_another_columns_proof_leaves_thousands() -> None:
    assert changed_cells("Area;Share;People\nx;3,5;1,204\ny;4,5;2,350") == [
        ["x", "3.5", "1,204"],
        ["y", "4.5", "2,350"],
    ]


def test_a_mapping_tells_columns_labels_and_what_is_left_out() -> None:
    source = "WHO,WHAT,WHEN,HOW MUCH\nPeru,X1,2019,2.2\nPeru,X2,2019,3.3\n"
    mapping = (
        b'[columns]\nWHO="place"\nWHAT="measure"\nWHEN="period"\n"HOW MUCH"="value"\n[labels]\nX1="GDP growth (%)"\n'
    )
    text = read_csv(source, mapping)
    assert "GDP growth (%): 2.2% (2019)" in text.content
    assert told(text)[0] == ("gdp.growth", "", "2.2 percent", *Y[2019])


@pytest.mark.parametrize(
    "data", [b"\xff", b"only = 1", b"where = 3", b"[where]\na = 3", b"[labels]\na = ''", b"zoo = 1"]
)
def test_a_bad_mapping_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidSettings, match="the mapping"):
        read_mapping(data)


def test_a_document_and_its_mapping_travel_as_one() -> None:
    assert unbundle(bundle(b"PK\x03\x04", b"only = []")) == (b"PK\x03\x04", b"only = []")
    assert unbundle(b"PK\x03\x04") == (b"PK\x03\x04", None)


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportdiff.sources.tables.csv.MOST_CELLS", 10)
    with pytest.raises(UnreadableInput, match="more than 10 cells"):
        read_csv("a,b,c\n" * 5)
