"""A table to hand on: columns with what they mean, and rows of plain cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Cell = str | int | Decimal | date | None


class CellKind(StrEnum):
    """What the cells of a column hold; any of them may be empty."""

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, the kind of its cells, and what they mean in one line."""

    name: str
    meaning: str
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A named table; each row has a cell for every column. The rows may be gone through once only."""

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
