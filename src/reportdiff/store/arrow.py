"""Tables in Arrow's form, which Parquet files hold and other programs pass on: the one door to pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import islice
from typing import Any

from reportdiff.model.errors import MissingPackage
from reportdiff.model.table import Cell, CellKind, Column

MOST_DECIMALS = 12
MOST_DIGITS = 38


def load_arrow() -> Any:
    """The package that reads and writes Parquet; :class:`MissingPackage` where it is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError:
        raise MissingPackage("a dataset needs", "pyarrow", "dataset") from None
    return pa


def schema_of(columns: Sequence[Column]) -> Any:
    """The types of *columns*: figures are decimals of 38 digits, 12 of them behind the point."""
    arrow = load_arrow()
    return arrow.schema([(column.name, _type_of(arrow, column.kind)) for column in columns])


def batches_of(columns: Sequence[Column], rows: Iterable[tuple[Cell, ...]], *, at_once: int) -> Iterator[Any]:
    """*rows* as record batches of no more than so many."""
    arrow, schema, remaining = load_arrow(), schema_of(columns), iter(rows)
    while batch := list(islice(remaining, at_once)):
        cells = [_cells(column.kind, values) for column, values in zip(columns, zip(*batch, strict=True), strict=True)]
        arrays = [arrow.array(values, type=field.type) for values, field in zip(cells, schema, strict=True)]
        yield arrow.record_batch(arrays, schema=schema)


def _type_of(arrow: Any, kind: CellKind) -> Any:
    match kind:
        case CellKind.NUMBER:
            return arrow.decimal128(MOST_DIGITS, MOST_DECIMALS)
        case CellKind.COUNT:
            return arrow.int64()
        case CellKind.DAY:
            return arrow.date32()
        case CellKind.TEXT:
            return arrow.string()


def _cells(kind: CellKind, values: Sequence[Cell]) -> Sequence[Cell]:
    return [_fit(value) for value in values] if kind is CellKind.NUMBER else values


def _fit(value: Cell) -> Decimal | None:
    """A figure as a column of fixed digits holds it: rounded behind the twelfth decimal, None beyond 26 digits."""
    if not isinstance(value, Decimal) or value.adjusted() >= MOST_DIGITS - MOST_DECIMALS:
        return None
    return value.quantize(Decimal(1).scaleb(-MOST_DECIMALS), ROUND_HALF_EVEN)
