"""The claims of a store as Parquet files, a folder a subject: for questions over many of them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from reportdiff import __version__
from reportdiff.model.claim import ClaimKind
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.series import SubjectSeries
from reportdiff.model.table import Cell, CellKind, Column
from reportdiff.records.claim_rows import CLAIM_COLUMNS, claim_rows, name_series
from reportdiff.records.files import make_folder, read_stored_bytes, write_atomically
from reportdiff.records.snapshot import dump_snapshot, read_snapshot_json
from reportdiff.store.arrow import batches_of, load_arrow, schema_of
from reportdiff.store.series import hash_sources
from reportdiff.store.snapshots import TEXT, Store, list_ids

DATASET_VERSION = 2
CLAIMS, LATEST, SNAPSHOTS = "claims", "latest", "snapshots"
TABLES = (CLAIMS, LATEST, SNAPSHOTS)
ROWS_AT_ONCE = 20_000

KEY = Column(
    name="key",
    kind=CellKind.COUNT,
    meaning="a number for series, unit family, denominator and period: figures with one key must agree",
)
DATASET_COLUMNS = (*(column for column in CLAIM_COLUMNS if column.name != "subject"), KEY)
"""The columns of the claims, and of the latest ones among them; the subject is told by the folder."""
SNAPSHOT_COLUMNS = (
    Column(name="snapshot", meaning="the id of the snapshot"),
    Column(name="document", meaning="the document that the snapshot is an edition of"),
    Column(name="publisher", meaning="who published it"),
    Column(name="published", meaning="the day of publication", kind=CellKind.DAY),
    Column(name="title", meaning="the title of the document"),
    Column(name="claims", meaning="how many claims it makes", kind=CellKind.COUNT),
    Column(name="record", meaning="the whole snapshot with its text, as normalize prints it"),
)

Row = tuple[Cell, ...]

_AT = {column.name: place for place, column in enumerate(CLAIM_COLUMNS)}
_SERIES, _KIND, _PERIOD_END, _PUBLISHED = (_AT[name] for name in ("series", "kind", "period_end", "published"))
QUANTITY = ClaimKind.QUANTITY.value
_MADE_FROM = b"reportdiff.made_from"
_VERSION = b"reportdiff.version"


def is_fresh(folder: Path, store: Store, subject: str) -> bool:
    """True where the dataset's files of *subject* say that they were made from what the store holds now."""
    stamp = _stamp(store, subject)
    return all(read_stamp(folder, subject, table) == stamp for table in TABLES)


def write_subject(folder: Path, store: Store, snapshots: Sequence[Snapshot], series: Iterable[SubjectSeries]) -> None:
    """Write the claims of one subject, the latest among them, and its snapshots into the dataset at *folder*.

    Raises :class:`MissingPackage` where the package that writes Parquet is missing, :class:`UnreadableInput` where
    *folder* cannot be written.
    """
    subject = snapshots[0].subject.id
    stamp = _stamp(store, subject)
    names = name_series(series)
    _write(_path(folder, SNAPSHOTS, subject), SNAPSHOT_COLUMNS, map(_snapshot_row, snapshots), stamp)
    latest: dict[str, Row] = {}
    told = (row for snapshot in snapshots for row in claim_rows(snapshot, names))
    rows = _keyed(_watch_latest(told, latest))
    _write(_path(folder, CLAIMS, subject), DATASET_COLUMNS, rows, stamp)
    _write(_path(folder, LATEST, subject), DATASET_COLUMNS, _keyed(latest[name] for name in sorted(latest)), stamp)


def forget_subjects(folder: Path, known: Iterable[str]) -> tuple[str, ...]:
    """Remove from the dataset what is not among the *known* subjects; the names of what was removed."""
    kept = frozenset(known)
    gone = sorted({path.name.partition("=")[2] for path in folder.glob("*/subject=*")}.difference(kept))
    for subject in gone:
        for table in TABLES:
            shutil.rmtree(_path(folder, table, subject).parent, ignore_errors=True)
    return tuple(gone)


def read_fresh(folder: Path, store: Store, subject: str) -> tuple[Snapshot, ...] | None:
    """The snapshots of *subject* as the dataset holds them.

    None where it does not hold what the store holds now, is damaged, or the package that reads it is missing.
    """
    path = _path(folder, SNAPSHOTS, subject)
    if not path.is_file():
        return None
    try:
        stamp = read_stamp(folder, subject, SNAPSHOTS)
        records = None if stamp is None or stamp != _stamp(store, subject) else _read_records(path)
        return None if records is None else tuple(read_snapshot_json(each, name=str(path)) for each in records)
    except UnreadableInput:
        return None


def read_stamp(folder: Path, subject: str, table: str = CLAIMS) -> bytes | None:
    """What the dataset's file of *subject* was made from; None where there is none that can be read."""
    path = _path(folder, table, subject)
    if not path.is_file():
        return None
    arrow = load_arrow()
    try:
        told = arrow.parquet.read_schema(path).metadata or {}
    except (arrow.lib.ArrowException, OSError):
        return None
    stamp: bytes | None = told.get(_MADE_FROM)
    return stamp


def _read_records(path: Path) -> list[bytes] | None:
    """The records of a file of snapshots; None for one that is damaged, or made otherwise."""
    arrow = load_arrow()
    try:
        with arrow.parquet.ParquetFile(path, page_checksum_verification=True) as file:
            if not file.schema_arrow.equals(schema_of(SNAPSHOT_COLUMNS)):
                return None
            records = file.read(columns=["record"]).column("record").to_pylist()
    except (arrow.lib.ArrowException, OSError, ValueError):
        return None
    return None if None in records else [record.encode() for record in records]


def _path(folder: Path, table: str, subject: str) -> Path:
    return folder / table / f"subject={subject}" / "part-0.parquet"


def _stamp(store: Store, subject: str) -> bytes:
    """A hash of all that the dataset's files of a subject depend on, and of what vouches for it.

    The text and the source of a snapshot are among it: a store that was tampered with is not to be answered for.
    """
    made_from = hash_sources(store, subject), tuple(_hash_beside(store, subject))
    return hashlib.sha256(repr((DATASET_VERSION, __version__, made_from)).encode()).hexdigest().encode()


def _hash_beside(store: Store, subject: str) -> Iterator[tuple[str, str]]:
    """The text and the source of each snapshot of a subject, below the store, each with its SHA-256; by name."""
    for known in list_ids(store, subject):
        folder = store.path_of(known)
        for path in sorted((folder / TEXT, *folder.glob("source.*"))):
            yield f"{known}/{path.name}", hashlib.sha256(read_stored_bytes(path, store.root)).hexdigest()


def _snapshot_row(snapshot: Snapshot) -> Row:
    return (
        snapshot.id,
        snapshot.document,
        snapshot.publisher.id,
        snapshot.edition.published,
        snapshot.title,
        len(snapshot.claims),
        dump_snapshot(snapshot).decode(),
    )


def _watch_latest(rows: Iterable[Row], latest: dict[str, Row]) -> Iterator[Row]:
    """The *rows* as they come; *latest* holds in the end, for each series, the latest figure that passed.

    That is the one of the latest period, as the newest edition tells it, and the first where an edition tells it twice.
    """
    for row in rows:
        if row[_KIND] == QUANTITY and row[_PERIOD_END] is not None:
            known = latest.get(series := str(row[_SERIES]))
            if known is None or _time_of(row) > _time_of(known):
                latest[series] = row
        yield row


def _time_of(row: Row) -> tuple[date, date]:
    """The end of a row's period, and the day when it was told; the first of all days where none is known."""
    end, told = row[_PERIOD_END], row[_PUBLISHED]
    return (end if isinstance(end, date) else date.min, told if isinstance(told, date) else date.min)


def _keyed(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield (*row[1:], _key_of(row))


def _key_of(row: Row) -> int:
    named = ("subject", "series", "unit_family", "per", "period_start", "period_end")
    told = "\x1f".join(str(row[_AT[name]]) for name in named)
    return int.from_bytes(hashlib.blake2b(told.encode(), digest_size=8).digest(), "big", signed=True)


def _write(path: Path, columns: Sequence[Column], rows: Iterable[Row], stamp: bytes) -> None:
    """Write *rows* as one Parquet file, whole or not at all."""
    arrow, version = load_arrow(), str(DATASET_VERSION).encode()
    schema = schema_of(columns).with_metadata({_MADE_FROM: stamp, _VERSION: version})
    sink = arrow.BufferOutputStream()
    with arrow.parquet.ParquetWriter(sink, schema, compression="zstd", write_page_checksum=True) as writer:
        for batch in batches_of(columns, rows, at_once=ROWS_AT_ONCE):
            writer.write_batch(batch)
    make_folder(path.parent)
    write_atomically(path, sink.getvalue().to_pybytes())
