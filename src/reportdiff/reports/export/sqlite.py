"""Tables as an SQLite database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from reportdiff.model.table import Cell, CellKind, Column, Table

_TYPES = {CellKind.TEXT: "TEXT", CellKind.NUMBER: "NUMERIC", CellKind.COUNT: "INTEGER", CellKind.DAY: "TEXT"}
_INDEXED = ("subject", "series", "snapshot", "measure")
_LARGEST = 2**63 - 1


def render_database(tables: Iterable[Table]) -> bytes:
    """The tables as one database file, and a table ``columns`` that says what each column means.

    Days are ISO 8601 texts; a figure is an integer where it is whole and fits in 64 bits, else a float.
    """
    with sqlite3.connect(":memory:") as base:
        base.execute('CREATE TABLE "columns" ("table" TEXT, "column" TEXT, "kind" TEXT, "meaning" TEXT)')
        for table in tables:
            _write_table(base, table)
        base.commit()
        data = base.serialize()
    base.close()
    return data


def _write_table(base: sqlite3.Connection, table: Table) -> None:
    heads = ", ".join(f'"{column.name}" {_TYPES[column.kind]}' for column in table.columns)
    base.execute(f'CREATE TABLE "{table.name}" ({heads})')
    marks = ", ".join("?" for _ in table.columns)
    base.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', _rows(table))  # noqa: S608  names of our own
    base.executemany('INSERT INTO "columns" VALUES (?, ?, ?, ?)', _meanings(table.name, table.columns))
    for column in table.columns:
        if column.name in _INDEXED:
            base.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')


def _rows(table: Table) -> Iterator[tuple[str | int | float | None, ...]]:
    return (tuple(_value(cell) for cell in row) for row in table.rows)


def _value(cell: Cell) -> str | int | float | None:
    match cell:
        case date():
            return cell.isoformat()
        case Decimal():
            whole = cell == cell.to_integral_value() and abs(cell) <= _LARGEST
            return int(cell) if whole else float(cell)
        case _:
            return cell


def _meanings(table: str, columns: Iterable[Column]) -> Iterator[tuple[str, str, str, str]]:
    return ((table, column.name, column.kind.value, column.meaning) for column in columns)
