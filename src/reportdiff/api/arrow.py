"""Documents in Arrow's batches, to claims in Arrow's batches: what Spark's ``mapInArrow`` and its like are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportdiff.api.about import Told
from reportdiff.api.batch import Document, Reading, Refused, batched, read_batch
from reportdiff.model.errors import UsageProblem
from reportdiff.model.table import Cell, CellKind, Column
from reportdiff.records.claim_rows import CLAIM_COLUMNS, claim_rows
from reportdiff.store.arrow import MOST_DECIMALS, MOST_DIGITS, batches_of

TOLD = ("subject", "publisher", "published", "document", "edition", "url")
"""Columns of the documents besides ``place`` and ``data``; a column or a cell that is missing is told by nobody."""

READING_COLUMNS = (
    Column(name="place", meaning="the place of the document, as it was given"),
    Column(name="snapshot", meaning="the id of the snapshot; empty for a document that cannot be read"),
    Column(name="subject", meaning="what the report is about"),
    Column(name="claims", meaning="how many claims it makes", kind=CellKind.COUNT),
    Column(name="record", meaning="the snapshot with its claims, as a store holds it: canonical JSON"),
    Column(name="text", meaning="the text that the claims are quoted from"),
    Column(name="refused", meaning="why the document cannot be read; empty for one that can"),
)
"""What :func:`read_in_arrow` gives of each document."""

ROWS_AT_ONCE = 5_000


def read_in_arrow(batches: Iterable[Any]) -> Iterator[Any]:
    """What each document claims, one row of ``READING_COLUMNS`` for each, in their order.

    The record batches taken hold ``place`` (a path or address, whose ending tells the format), ``data`` (the bytes) and
    any of ``TOLD``, a day as ``YYYY-MM-DD``. A document that cannot be read spoils no other. Raises
    :class:`UsageProblem` where a column is missing, :class:`MissingPackage` where the package is.
    """
    for documents in batched(_documents(batches)):
        rows = map(_reading_row, documents, read_batch(documents))
        yield from batches_of(READING_COLUMNS, rows, at_once=ROWS_AT_ONCE)


def claims_in_arrow(batches: Iterable[Any]) -> Iterator[Any]:
    """One row of ``CLAIM_COLUMNS`` for each claim of what :func:`read_in_arrow` gave.

    A claim is known by its measure: which of a subject make one series is told once all of its snapshots are together.
    """
    from reportdiff.records.snapshot import read_snapshot_json

    for batch in batches:
        for row in batch.to_pylist():
            if row["record"] is not None:
                snapshot = read_snapshot_json(row["record"].encode(), name=row["place"], text=row["text"])
                yield from batches_of(CLAIM_COLUMNS, claim_rows(snapshot, {}), at_once=ROWS_AT_ONCE)


def spark_schema(columns: Iterable[Column]) -> str:
    """*columns* as Spark writes a schema."""
    types = {
        CellKind.TEXT: "string",
        CellKind.COUNT: "bigint",
        CellKind.DAY: "date",
        CellKind.NUMBER: f"decimal({MOST_DIGITS},{MOST_DECIMALS})",
    }
    return ", ".join(f"`{column.name}` {types[column.kind]}" for column in columns)


def _documents(batches: Iterable[Any]) -> Iterator[Document]:
    for batch in batches:
        missing = {"place", "data"}.difference(batch.schema.names)
        if missing:
            raise UsageProblem(f"documents without the column {min(missing)!r}; give place (text) and data (bytes)")
        for number in range(batch.num_rows):
            yield _document({name: batch.column(name)[number].as_py() for name in batch.schema.names})


def _document(row: Mapping[str, Any]) -> Document:
    told = Told(**{name: row[name] for name in TOLD if row.get(name) is not None})
    return Document(place=row["place"], name=row["place"], data=row["data"], told=told)


def _reading_row(document: Document, reading: Reading | Refused) -> tuple[Cell, ...]:
    if isinstance(reading, Refused):
        return (document.place, None, None, None, None, None, reading.message)
    head = reading.head
    return (document.place, head.id, head.subject.id, reading.claims, reading.record.decode(), reading.text, None)
