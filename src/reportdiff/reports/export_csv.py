"""A table as CSV (RFC 4180) that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

from reportdiff.model.table import Cell, Table
from reportdiff.reports.escapes import escape_cell


def render_csv(table: Table) -> str:
    """The table with its head; days as ISO 8601, figures as plain decimals, an empty field for what is not there.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_field(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _field(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return escape_cell(cell)
        case Decimal():
            return f"{cell:f}"
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
