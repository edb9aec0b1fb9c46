"""Tables as comma-separated values: text that no spreadsheet takes for a formula, figures that stay figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from reportdiff.records.json import canonical_number
from reportdiff.reports.escapes import escape_cell

Cell = str | int | Decimal | date | None
Row = Mapping[str, Cell]


def render_csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """A head of *columns* and a line a row; a cell is empty where the row has nothing for it.

    Every text stands in quotation marks, so that neither a semicolon nor a tab in it begins another cell.

    >>> print(render_csv(("name", "value"), [{"name": "=a;b", "value": Decimal(-11)}, {"name": None}]), end="")
    name,value
    "'=a;b",-11
    ,
    """
    lines = (",".join(_cell(row.get(column)) for column in columns) for row in rows)
    return "\n".join([",".join(columns), *lines, ""])


def _cell(value: Cell) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return canonical_number(value)
    if isinstance(value, date):
        return value.isoformat()
    escaped = escape_cell(value).replace('"', '""')
    return f'"{escaped}"'
