"""Tables on a terminal, as CSV and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from reportdiff.model.table import Cell, CellKind, Table
from reportdiff.records.json import JsonValue, dump_json
from reportdiff.reports.csv.rows import render_csv
from reportdiff.reports.escapes import one_line
from reportdiff.reports.screen import Screen

NARROWEST = 8
GAP = 2


def render_table(table: Table, form: str, screen: Screen) -> str:
    """*table* as ``text``, ``csv`` or ``json``: its columns, and a row as an object; the schema is ``answer``."""
    if form == "csv":
        return render_table_csv(table)
    return _as_json(table) if form == "json" else _as_text(table, screen)


def render_questions(questions: Mapping[str, str], form: str) -> str:
    """Named questions, each with what it asks, as ``text``, ``csv`` or ``json``; the schema is ``questions``."""
    if form == "csv":
        return render_csv(("question", "asks"), ({"question": name, "asks": asks} for name, asks in questions.items()))
    if form == "json":
        found: list[JsonValue] = [{"question": name, "asks": asks} for name, asks in questions.items()]
        return dump_json({"schema_version": 1, "questions": found}).decode()
    return "".join(f"{name:15} {asks}\n" for name, asks in questions.items())


def render_table_csv(table: Table) -> str:
    """*table* with its head, as :func:`reportdiff.reports.csv.rows.render_csv` writes it."""
    heads = [column.name for column in table.columns]
    return render_csv(heads, (dict(zip(heads, row, strict=True)) for row in table.rows))


def _as_json(table: Table) -> str:
    names = [column.name for column in table.columns]
    rows: list[JsonValue] = [dict(zip(names, map(_json_cell, row), strict=True)) for row in table.rows]
    columns: list[JsonValue] = [{"name": column.name, "kind": column.kind.value} for column in table.columns]
    return dump_json({"schema_version": 1, "columns": columns, "rows": rows}).decode()


def _json_cell(cell: Cell) -> JsonValue:
    return cell.isoformat() if isinstance(cell, date) else cell


def _as_text(table: Table, screen: Screen) -> str:
    """Aligned columns, long texts cut; where even that is too wide for the screen, a line for each field."""
    heads = [column.name for column in table.columns]
    rows = [[_shown(cell) for cell in row] for row in table.rows]
    if not rows:
        return "Nothing found.\n"
    widths = [max(len(head), *(len(row[i]) for row in rows)) for i, head in enumerate(heads)]
    room = screen.width - GAP * (len(widths) - 1)
    texts = [i for i, column in enumerate(table.columns) if column.kind is CellKind.TEXT]
    if not _narrow(widths, texts, room):
        return _as_records(heads, rows)
    rights = [column.kind in (CellKind.NUMBER, CellKind.COUNT) for column in table.columns]
    lines = [_line(cells, widths, rights) for cells in (heads, ["─" * width for width in widths], *rows)]
    return "\n".join(lines) + "\n"


def _narrow(widths: list[int], texts: Sequence[int], room: int) -> bool:
    """Take what is missing from the widest columns of text; False if they would be too narrow to read."""
    while sum(widths) > room:
        widest = max(texts, key=lambda i: widths[i], default=None)
        if widest is None or widths[widest] <= NARROWEST:
            return False
        widths[widest] -= 1
    return True


def _line(cells: Sequence[str], widths: Sequence[int], rights: Sequence[bool]) -> str:
    fitted = (
        cell.rjust(width) if right else _clipped(cell, width).ljust(width)
        for cell, width, right in zip(cells, widths, rights, strict=True)
    )
    return (" " * GAP).join(fitted).rstrip()


def _clipped(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: width - 1]}…"


def _as_records(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    width = max(map(len, heads))
    records = (
        "".join(f"{head.ljust(width)}  {cell}\n" for head, cell in zip(heads, row, strict=True) if cell) for row in rows
    )
    return "\n".join(records)


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return one_line(cell)
        case date():
            return cell.isoformat()
        case _:
            return f"{cell:f}" if not isinstance(cell, int) else str(cell)
