"""The file that says which claims of a subject make one series."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.series import SubjectSeries
from reportdiff.records.files import read_stored_bytes, write_alone
from reportdiff.records.json import MAX_BYTES
from reportdiff.records.series import SeriesRecord, dump_series, read_series_json
from reportdiff.store.lock import PATIENCE, locked
from reportdiff.store.snapshots import ANNOTATIONS, RECORD, Store, list_ids, read_snapshot

SERIES = "series.json"

Align = Callable[[Sequence[Snapshot]], tuple[SubjectSeries, ...]]
"""Puts the claims of one subject's snapshots into series."""

MOST_TRIES = 5


def write_series(store: Store, subject: str, align: Align, *, patience: float = PATIENCE) -> None:
    """Have ``series.json`` of *subject* say what *align* makes of its snapshots as they now lie in the store.

    Nothing is locked while *align* works; where another writer has come between, it is asked again. Raises
    :class:`UnreadableInput` when a snapshot is damaged, or the store is locked or cannot be written.
    """
    path = store.folder / subject / SERIES
    for _ in range(MOST_TRIES):
        made_from = hash_sources(store, subject)
        if not made_from:
            return
        data = dump_series(_record_of(store, subject, made_from, align))
        with locked(store.lock, patience=patience):
            if hash_sources(store, subject) == made_from:
                write_alone(path, data)
                return
    raise UnreadableInput(f"{path}: the snapshots change faster than their series are made; add again when they rest")


def read_series(store: Store, subject: str) -> tuple[SubjectSeries, ...] | None:
    """The series of two claims and more as ``series.json`` has them; None where it is missing, broken or outdated."""
    path = store.folder / subject / SERIES
    try:
        record = read_series_json(read_stored_bytes(path, store.root, limit=MAX_BYTES), name=str(path))
    except UnreadableInput:
        return None
    return record.series if record.made_from == hash_sources(store, subject) else None


def write_made(store: Store, subject: str, made_from: tuple[tuple[str, str], ...], data: bytes) -> bool:
    """Have ``series.json`` of *subject* hold *data*, unless it was *made_from* other files than now lie in the store.

    Then False; True when it is written. Raises :class:`UnreadableInput` as :func:`write_series`.
    """
    with locked(store.lock, patience=PATIENCE):
        if hash_sources(store, subject) != made_from:
            return False
        write_alone(store.folder / subject / SERIES, data)
        return True


def is_outdated(store: Store, subject: str) -> bool:
    """True where ``series.json`` of *subject* is there and says what its snapshots no longer do, or cannot be read."""
    return (store.folder / subject / SERIES).is_file() and read_series(store, subject) is None


def hash_sources(store: Store, subject: str) -> tuple[tuple[str, str], ...]:
    """The files that the series of *subject* depend on, below its folder, each with its SHA-256; by name."""
    folder = store.folder / subject
    names = [f"{known.partition('/')[2]}/{RECORD}" for known in list_ids(store, subject)]
    names += [ANNOTATIONS] if (folder / ANNOTATIONS).is_file() else []
    return tuple((name, _hash(folder / name, store)) for name in sorted(names))


def _record_of(store: Store, subject: str, made_from: tuple[tuple[str, str], ...], align: Align) -> SeriesRecord:
    snapshots = [read_snapshot(store, known) for known in list_ids(store, subject)]
    several = tuple(series for series in align(snapshots) if len(series.members) > 1)
    return SeriesRecord(subject=subject, made_from=made_from, series=several)


def _hash(path: Path, store: Store) -> str:
    return hashlib.sha256(read_stored_bytes(path, store.root)).hexdigest()
