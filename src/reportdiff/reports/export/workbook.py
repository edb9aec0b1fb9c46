"""Tables as a workbook: a sheet each, cells of their own type, and the observations as measure by edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reportdiff.model.errors import MissingPackage, UsageProblem
from reportdiff.model.table import Cell, CellKind, Column, Table
from reportdiff.reports.escapes import one_line

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""What a sheet holds, its head included."""
MOST_CHARACTERS = 32_767
"""What a cell holds."""
SURE_DIGITS = 15
"""A spreadsheet keeps figures as floats: what has more digits is written as text."""

_WIDTHS = {CellKind.DAY: 11, CellKind.NUMBER: 16, CellKind.COUNT: 9, CellKind.TEXT: 20}
_WIDE = {"quote": 50, "old_quote": 50, "new_quote": 50, "reason": 60, "name": 34, "series": 30, "value": 24}
_TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_NO_CLOCK = datetime(2000, 1, 1)  # noqa: DTZ001  a fixed day: the same tables give the same bytes


def render_workbook(tables: Iterable[Table]) -> bytes:
    """The tables as XLSX, with frozen heads and filters; what is text is never a formula or a link.

    Raises :class:`UsageProblem` for a table with more rows than a sheet holds, :class:`MissingPackage` where the
    package that writes workbooks is missing.
    """
    workbook_type = _load()
    kept = [replace(table, rows=list(table.rows)) for table in tables]
    out = BytesIO()
    book = workbook_type(out, _TEXT_ONLY)
    book.set_properties({"created": _NO_CLOCK, "title": "reportdiff"})
    formats = {CellKind.DAY: book.add_format({"num_format": "yyyy-mm-dd"}), None: book.add_format({"bold": True})}
    for table in (*kept, *_by_edition(kept)):
        _write_sheet(book, table, formats)
    _write_sheet(book, _describe(kept), formats)
    book.close()
    return out.getvalue()


def _load() -> type[Workbook]:
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise MissingPackage("writing XLSX needs", "xlsxwriter", "xlsx") from None
    found: type[Workbook] = Workbook
    return found


def _write_sheet(book: Workbook, table: Table, formats: dict[CellKind | None, Any]) -> None:
    rows = list(table.rows)
    if len(rows) >= MOST_ROWS:
        raise UsageProblem(f"{table.name}: {len(rows):,} rows are more than a sheet holds; take --format csv or sqlite")
    sheet = book.add_worksheet(table.name)
    for place, column in enumerate(table.columns):
        width = _WIDE.get(column.name, _WIDTHS[column.kind])
        sheet.set_column(place, place, width, formats.get(column.kind) if column.kind is CellKind.DAY else None)
        sheet.write_string(0, place, column.name, formats[None])
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(table.columns) - 1)


def _write_cell(sheet: Worksheet, row: int, place: int, cell: Cell, formats: dict[CellKind | None, Any]) -> None:
    match cell:
        case None:
            return
        case Decimal() | int():
            if len(Decimal(cell).as_tuple().digits) > SURE_DIGITS:
                sheet.write_string(row, place, f"{cell:f}")
            else:
                sheet.write_number(row, place, float(cell))
        case date():
            if cell.year < 1900:
                sheet.write_string(row, place, cell.isoformat())
            else:
                sheet.write_datetime(row, place, datetime(cell.year, cell.month, cell.day), formats[CellKind.DAY])  # noqa: DTZ001
        case _:
            sheet.write_string(row, place, one_line(cell)[:MOST_CHARACTERS])


def _by_edition(tables: Sequence[Table]) -> list[Table]:
    """The observations with a row for each series and period, and a column for each edition."""
    table = next((table for table in tables if table.name == "observations"), None)
    if table is None:
        return []
    at = {column.name: place for place, column in enumerate(table.columns)}
    editions: dict[str, str] = {}
    cells: dict[tuple[Cell, ...], dict[str, Cell]] = {}
    for row in table.rows:
        snapshot = str(row[at["snapshot"]])
        editions[snapshot] = f"{row[at['published']] or ''} {snapshot}"
        key = tuple(row[at[name]] for name in ("subject", "series", "name", "unit", "period_start", "period_end"))
        amount = row[at["amount"]]
        cells.setdefault(key, {}).setdefault(snapshot, row[at["value"]] if amount is None else amount)
    order = sorted(editions, key=lambda snapshot: editions[snapshot])
    heads = [column for column in table.columns if column.name in ("subject", "series", "name", "unit")]
    columns = (
        *heads[:3],
        heads[3],
        *(table.columns[at[name]] for name in ("period_start", "period_end")),
        *(Column(name=snapshot, meaning="what this edition says", kind=CellKind.NUMBER) for snapshot in order),
    )
    rows = [(*key, *(told.get(snapshot) for snapshot in order)) for key, told in cells.items()]
    return [Table(name="by edition", columns=columns, rows=rows)]


def _describe(tables: Iterable[Table]) -> Table:
    """What the columns of the other sheets mean."""
    heads = tuple(Column(name=name, meaning="") for name in ("table", "column", "kind", "meaning"))
    rows = [(t.name, column.name, column.kind.value, column.meaning) for t in tables for column in t.columns]
    return Table(name="columns", columns=heads, rows=rows)
