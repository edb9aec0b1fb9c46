"""The claims of a store as Parquet files, a folder a subject: for questions over many of them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput, UsageProblem
from reportdiff.model.series import SubjectSeries
from reportdiff.model.table import Cell, CellKind, Column
from reportdiff.records.claim_rows import CLAIM_COLUMNS, claim_rows, name_series
from reportdiff.records.files import write_atomically
from reportdiff.records.snapshot import dump_snapshot, read_snapshot_json
from reportdiff.store.series import hash_sources
from reportdiff.store.snapshots import Store

DATASET_VERSION = 1
CLAIMS, SNAPSHOTS = "claims", "snapshots"
MOST_DECIMALS = 12
MOST_DIGITS = 38
ROWS_AT_ONCE = 20_000

KEY = Column(
    name="key",
    kind=CellKind.COUNT,
    meaning="a number for series, unit family, denominator and period: figures with one key must agree",
)
DATASET_COLUMNS = (*(column for column in CLAIM_COLUMNS if column.name != "subject"), KEY)
"""The columns of the claims; the subject is told by the folder."""
SNAPSHOT_COLUMNS = (
    Column(name="snapshot", meaning="the id of the snapshot"),
    Column(name="document", meaning="the document that the snapshot is an edition of"),
    Column(name="publisher", meaning="who published it"),
    Column(name="published", meaning="the day of publication", kind=CellKind.DAY),
    Column(name="title", meaning="the title of the document"),
    Column(name="claims", meaning="how many claims it makes", kind=CellKind.COUNT),
    Column(name="record", meaning="the whole snapshot with its text, as normalize prints it"),
)

_AT = {column.name: place for place, column in enumerate(CLAIM_COLUMNS)}
_MADE_FROM = b"reportdiff.made_from"
_VERSION = b"reportdiff.version"


def write_subject(folder: Path, store: Store, snapshots: Sequence[Snapshot], series: Iterable[SubjectSeries]) -> bool:
    """Write the claims and snapshots of one subject into the dataset at *folder*; False if they are there already.

    Raises :class:`UsageProblem` where the package that writes Parquet is missing, :class:`UnreadableInput` where
    *folder* cannot be written.
    """
    subject = snapshots[0].subject.id
    stamp = _stamp(store, subject)
    if read_stamp(folder, subject) == stamp:
        return False
    arrow = load_arrow()
    names = name_series(series)
    _write(arrow, _path(folder, SNAPSHOTS, subject), SNAPSHOT_COLUMNS, map(_snapshot_row, snapshots), stamp)
    rows = (row for snapshot in snapshots for row in _dataset_rows(claim_rows(snapshot, names)))
    _write(arrow, _path(folder, CLAIMS, subject), DATASET_COLUMNS, rows, stamp)
    return True


def forget_subjects(folder: Path, known: Iterable[str]) -> tuple[str, ...]:
    """Remove from the dataset what is not among the *known* subjects; the names of what was removed."""
    kept = frozenset(known)
    gone = sorted({path.name.partition("=")[2] for path in folder.glob("*/subject=*")}.difference(kept))
    for subject in gone:
        for table in (CLAIMS, SNAPSHOTS):
            shutil.rmtree(_path(folder, table, subject).parent, ignore_errors=True)
    return tuple(gone)


def read_fresh(folder: Path, store: Store, subject: str) -> tuple[Snapshot, ...] | None:
    """The snapshots of *subject* as the dataset holds them; None where it does not hold what the store holds now."""
    if not _path(folder, CLAIMS, subject).is_file() or read_stamp(folder, subject) != _stamp(store, subject):
        return None
    path = _path(folder, SNAPSHOTS, subject)
    records = load_arrow().parquet.read_table(path, columns=["record"], partitioning=None).column("record").to_pylist()
    return tuple(read_snapshot_json(record.encode(), name=str(path)) for record in records)


def read_stamp(folder: Path, subject: str) -> bytes | None:
    """What the dataset's files of *subject* were made from; None where there are none that can be read."""
    path = _path(folder, CLAIMS, subject)
    if not path.is_file():
        return None
    arrow = load_arrow()
    try:
        told = arrow.parquet.read_schema(path).metadata or {}
    except (arrow.lib.ArrowException, OSError):
        return None
    stamp: bytes | None = told.get(_MADE_FROM)
    return stamp


def load_arrow() -> Any:
    """The package that reads and writes Parquet; :class:`UsageProblem` names the extra where it is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError:
        raise UsageProblem("a dataset needs two packages more; pip install 'reportdiff[dataset]'") from None
    return pa


def _path(folder: Path, table: str, subject: str) -> Path:
    return folder / table / f"subject={subject}" / "part-0.parquet"


def _stamp(store: Store, subject: str) -> bytes:
    """A hash of all that the dataset's files of a subject depend on."""
    made_from = hash_sources(store, subject)
    return hashlib.sha256(repr((DATASET_VERSION, made_from)).encode()).hexdigest().encode()


def _snapshot_row(snapshot: Snapshot) -> tuple[Cell, ...]:
    return (
        snapshot.id,
        snapshot.document,
        snapshot.publisher.id,
        snapshot.edition.published,
        snapshot.title,
        len(snapshot.claims),
        dump_snapshot(snapshot).decode(),
    )


def _dataset_rows(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield (*row[1:], _key_of(row))


def _key_of(row: tuple[Cell, ...]) -> int:
    named = ("subject", "series", "unit_family", "per", "period_start", "period_end")
    told = "\x1f".join(str(row[_AT[name]]) for name in named)
    return int.from_bytes(hashlib.blake2b(told.encode(), digest_size=8).digest(), "big", signed=True)


def _write(arrow: Any, path: Path, columns: Sequence[Column], rows: Iterable[tuple[Cell, ...]], stamp: bytes) -> None:
    """Write *rows* as one Parquet file, whole or not at all."""
    version = str(DATASET_VERSION).encode()
    schema = arrow.schema([(column.name, _type_of(arrow, column.kind)) for column in columns])
    schema = schema.with_metadata({_MADE_FROM: stamp, _VERSION: version})
    sink = arrow.BufferOutputStream()
    with arrow.parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        remaining = iter(rows)
        while batch := list(islice(remaining, ROWS_AT_ONCE)):
            cells = [_cells(kind.kind, values) for kind, values in zip(columns, zip(*batch, strict=True), strict=True)]
            arrays = [arrow.array(values, type=field.type) for values, field in zip(cells, schema, strict=True)]
            writer.write_batch(arrow.record_batch(arrays, schema=schema))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableInput(f"{path.parent}: cannot be made: {error.strerror}; name another folder with -o") from None
    write_atomically(path, sink.getvalue().to_pybytes())


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
