"""The store as CSV, XLSX and SQLite: typed, harmless, and the same bytes each time."""

import csv
import io
import json
import sqlite3
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.model.table import CellKind, Column, Table
from reportdiff.reports.export.sqlite import render_database
from reportdiff.reports.export.tables import render_table, render_table_csv
from reportdiff.reports.export.workbook import render_workbook
from reportdiff.reports.screen import Screen

ROOT = Path(__file__).resolve().parents[2]
FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "=cmd|' /C calc'!A1", "＝1+1", "\n=1", " =1"]

COLUMNS = (
    Column(name="name", meaning="a text"),
    Column(name="amount", meaning="a figure", kind=CellKind.NUMBER),
    Column(name="day", meaning="a day", kind=CellKind.DAY),
    Column(name="start", meaning="a count", kind=CellKind.COUNT),
)


def table(*names):
    rows = [(name, Decimal("-11.5"), date(2020, 1, 31), 7) for name in names]
    return Table(name="claims", columns=COLUMNS, rows=rows)


def tables():
    return api.list_tables(folder=ROOT)


def sheets(data):
    return pytest.importorskip("openpyxl").load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula_in_csv(text):
    (_, row) = csv.reader(io.StringIO(render_table_csv(table(text))))
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "＝"))
    assert row[1:] == ["-11.5", "2020-01-31", "7"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula_in_a_workbook(text):
    pytest.importorskip("xlsxwriter")
    row = sheets(render_workbook([table(text)]))["claims"][2]
    assert [cell.data_type for cell in row] == ["s", "n", "d", "n"]
    assert [cell.value for cell in row[1:]] == [-11.5, datetime.fromisoformat("2020-01-31"), 7]


def test_the_tables_of_the_shipped_store():
    claims, observations, changes = ([*each.rows] for each in tables())
    assert len(claims) == sum(len(snapshot.claims) for snapshot in api.list_snapshots(folder=ROOT))
    names = [column.name for column in tables()[2].columns]
    told = [dict(zip(names, row, strict=True)) for row in changes]
    poverty = next(row for row in told if row["series"] == "poverty.rate" and row["kind"] == "update")
    assert (poverty["old_amount"], poverty["new_amount"], poverty["points"]) == (Decimal(25), Decimal(20), Decimal(-5))
    assert {row["kind"] for row in told if row["news"] == "no"} <= {"confirmed", "carried-over", "unverifiable"}
    standings = {row[[column.name for column in tables()[1].columns].index("standing")] for row in observations}
    assert standings == {"current", "stale"} | (standings & {"expired"})


def test_every_row_has_a_cell_for_every_column():
    for each in tables():
        assert {len(row) for row in each.rows} == {len(each.columns)}


def test_the_workbook_shows_each_measure_by_edition():
    pytest.importorskip("xlsxwriter")
    book = sheets(render_workbook(tables()))
    assert book.sheetnames == ["claims", "observations", "changes", "by edition", "columns"]
    head, *rows = book["by edition"].iter_rows(values_only=True)
    assert head[-3:] == ("peru/state-2017-01-25", "peru/usaid-2022-04-26", "peru/crs-2024-01-10")
    trade = {row[5].year: row[-3:] for row in rows if row[1].startswith("trade.two-way:flow")}
    assert trade == {2009: (9e9, None, 9e9), 2015: (14e9, None, None), 2022: (None, None, 22e9)}
    assert book["claims"].freeze_panes == "A2"
    assert book["claims"].auto_filter.ref.startswith("A1:")


def test_the_database_answers_in_sql(tmp_path):
    path = tmp_path / "peru.db"
    path.write_bytes(render_database(tables()))
    base = sqlite3.connect(path)
    query = "SELECT amount, typeof(amount) FROM claims WHERE measure = 'gdp.growth' ORDER BY amount"
    assert base.execute(query).fetchall() == [(-11, "integer"), (1.1, "real"), (2.7, "real"), (13.3, "real")]
    described = base.execute("SELECT count(*) FROM columns WHERE meaning = ''").fetchone()
    assert described == (0,)


def test_exports_repeat_byte_for_byte():
    pytest.importorskip("xlsxwriter")
    for render in (render_workbook, render_database, lambda every: "".join(map(render_table_csv, every))):
        assert render(tables()) == render(tables())


def test_a_figure_with_more_digits_than_a_spreadsheet_keeps_is_written_whole():
    pytest.importorskip("xlsxwriter")
    rows = [("n", Decimal("1234567890123456.5"), None, None)]
    book = sheets(render_workbook([Table(name="claims", columns=COLUMNS, rows=rows)]))
    assert book["claims"]["B2"].value == "1234567890123456.5"


@pytest.mark.parametrize("width", [40, 80, 120])
def test_an_answer_fits_the_screen_or_is_told_line_by_line(width):
    shown = render_table(table("a" * 60, "b"), "text", Screen(width=width))
    lines = shown.splitlines()
    assert all(len(line) <= width for line in lines) or lines[0].startswith("name ")
    assert "-11.5" in shown


def test_an_empty_answer_says_so():
    assert render_table(table(), "text", Screen()) == "Nothing found.\n"
    answer = json.loads(render_table(table(), "json", Screen()))
    assert (answer["rows"], [each["name"] for each in answer["columns"]]) == (
        [],
        [each.name for each in table().columns],
    )
