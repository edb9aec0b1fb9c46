"""Workbooks: values as shown, visible sheets, and files that are meant to harm."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.sources.registry import read_source
from reportdiff.sources.tables.xlsx import read_workbook
from tests.sources.claimed import told

openpyxl = pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")

Y2019, Y2020 = ("2019-01-01", "2019-12-31"), ("2020-01-01", "2020-12-31")


def book(*sheets: tuple[str, list[list[Any]]], form: str | None = None, hidden: str | None = None) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for row in sheet.iter_rows(min_row=2, min_col=2) if form else ():
            for cell in row:
                cell.number_format = form
        if title == hidden:
            sheet.sheet_state = "hidden"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_each_visible_sheet_reads_as_a_table() -> None:
    trade = [
        ["Table 1. Trade"],
        ["In millions of US dollars"],
        [],
        ["Flow", 2019, 2020],
        ["Exports", 47980, 42900.5],
        ["Source: bank"],
    ]
    rates = [["Year", "Poverty rate (%)"], [2019, 20.2], [2020, 30.1]]
    data = book(("Trade", trade), ("Rates", rates), ("Secret", [["Year", "x"], [2019, 5]]), hidden="Secret")
    text = read_workbook(data)
    assert told(text) == [
        ("trade.exports", "flow=exports", "47980000000 USD", *Y2019),
        ("trade.exports", "flow=exports", "42900500000 USD", *Y2020),
        ("poverty.rate", "", "20.2 percent", *Y2019),
        ("poverty.rate", "", "30.1 percent", *Y2020),
    ]
    assert {run.part for run in text.origin} == {1, 2}
    assert "Secret" not in text.content


@pytest.mark.parametrize(
    ("form", "value", "wanted"),
    [
        ("0.0%", 0.202, "20.2%"), ("0.00%", 0.1 + 0.2, "30%"), ('"$"#,##0', -1234.5, "-$1234.5"), ("[$€-407] #,##0", 5, "€5"),
        ("General", 2.2000000000000002, "2.2"), ("General", 1e21, "1000000000000000000000"), ("yyyy-mm-dd", date(2019, 3, 31), "2019-03-31"),
        ("General", True, "True"), ("0.0%", 0.151228598, "15.1%"), ("0%", 0.385, "39%"), ("#,##0.00", 2.345, "2.35"),
        ('0.0" x"', 1.26, "1.3"), ("0.00E+00", 12345.678, "12345.678"), ("#,##0.0,", 12345.678, "12345.678"),
    ],
)  # fmt: skip
def test_values_are_shown_as_their_format_says(form: str, value: object, wanted: str) -> None:
    text = read_workbook(book(("S", [["Item", "Total"], ["x", value], ["y", value]]), form=form))
    assert f"| {wanted} |" in text.content


def test_a_formula_gives_the_value_kept_with_it_and_never_runs() -> None:
    data = book(("S", [["Year", "GDP growth (%)"], [2019, "=1+1"], [2020, 3.1]]))
    assert [claim[2] for claim in told(read_workbook(data))] == ["3.1 percent"]


def test_a_mapping_travels_with_the_book() -> None:
    data = book(("S", [["Country", "Year", "GDP growth (%)"], ["Peru", 2019, 2.2], ["Chile", 2019, 0.8]]))
    text = read_source(data, name="b.xlsx", mapping=b'[where]\nCountry = "Peru"')
    assert told(text) == [("gdp.growth", "", "2.2 percent", *Y2019)]


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return file.getvalue()


GOOD = book(("S", [["Year", "GDP growth (%)"], [2019, 2.2]]))
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
HARMFUL = {
    "no archive": b"PK\x03\x04 and nothing more",
    "another archive": packed(a=b"x"),
    "bomb": with_part(GOOD, "xl/bomb.xml", b"0" * 300_000_000),
    "entities": with_part(GOOD, "xl/worksheets/sheet1.xml", ENTITIES),
    "external entity": with_part(GOOD, "xl/workbook.xml", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>'),
    "broken sheet": with_part(GOOD, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"),
    "cut off": GOOD[:-300],
    "many parts": packed(**{f"p{n}": b"" for n in range(6000)}),
    "no value": book(("S", [[]])),
}


@pytest.mark.parametrize("case", HARMFUL)
def test_a_harmful_book_is_one_line(case: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_source(HARMFUL[case], name="b.xlsx")
    assert str(refusal.value).startswith("b.xlsx: ") and "\n" not in str(refusal.value)


def test_macros_are_not_looked_at() -> None:
    text = read_source(with_part(GOOD, "xl/vbaProject.bin", b"Sub AutoOpen()"), name="b.xlsm")
    assert told(text) == [("gdp.growth", "", "2.2 percent", *Y2019)]
