"""Snapshots put into a store, whole or not at all, and sources that are there already known again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import NotFound, UnreadableInput, UsageProblem
from reportdiff.records.files import read_stored_bytes, sync_folder, write_new
from reportdiff.records.json import MAX_BYTES
from reportdiff.records.snapshot import read_snapshot_json
from reportdiff.store.ids import check_id, next_edition
from reportdiff.store.lock import PATIENCE, locked
from reportdiff.store.seal import seal, source_name_of, sum_line
from reportdiff.store.snapshots import (
    RECORD,
    TEXT,
    Store,
    list_ids,
    read_sealed,
    refuse_write,
    sweep,
    unfinished,
)

MAPPING = "mapping.toml"
CAPTURE = "capture.warc.gz"
CAPTURE_SUM = "capture.sha256"
COMPANIONS = (MAPPING, CAPTURE)
"""What may lie beside a source: the mapping that it is read with, and the capture that it was taken from."""

_LATER = re.compile(r"\.[0-9]{1,4}")


class Stored(NamedTuple):
    """What became of an edition that was added: its snapshot as it now lies in the store.

    ``is_new`` is False if the same bytes were there before; ``supersedes`` names the edition of the same document and
    day that had other bytes.
    """

    snapshot: Snapshot
    is_new: bool
    supersedes: str | None = None


class Sealed(NamedTuple):
    """A snapshot as it is to be stored: *record* and *text* hold what the *head* may lack, its claims and its text."""

    head: Snapshot
    record: bytes
    text: str


class Files(NamedTuple):
    """The bytes of a stored snapshot's record, text and source, and of the mapping beside them, if there is one."""

    record: bytes
    text: bytes
    source: bytes
    mapping: bytes | None


def add_snapshot(store: Store, snapshot: Snapshot, source: bytes, *, patience: float = PATIENCE) -> Stored:
    """Keep *snapshot* with the bytes it was read from, whole or not at all.

    The id must come from :func:`reportdiff.store.ids.snapshot_id`. The same bytes for the same document and day change
    nothing; other bytes become the next edition of that day, which supersedes the one before. A reader never sees half
    of it. Raises :class:`UnreadableInput` when the store is locked or cannot be written.
    """
    if snapshot.text is None:
        raise UsageProblem(f"{snapshot.id}: a snapshot without its text cannot be stored; give the document itself")
    sealed = Sealed(head=snapshot, record=seal(snapshot), text=snapshot.text)
    return add_sealed(store, sealed, source, patience=patience)


def add_sealed(
    store: Store,
    sealed: Sealed,
    source: bytes,
    companions: Mapping[str, bytes] | None = None,
    *,
    patience: float = PATIENCE,
) -> Stored:
    """As :func:`add_snapshot`, for a reading that comes sealed from another process: it is not decoded.

    *companions* are files to lie beside the source, by name. A new one is given back as the head has it.
    """
    head = sealed.head
    _check_addable(store, head, source)
    subject_folder = store.path_of(head.id).parent
    try:
        subject_folder.mkdir(parents=True, exist_ok=True)
        with locked(store.lock, patience=patience):
            sweep(subject_folder)
            stored = _place_in(store, head)
            if stored.is_new:
                _write(store.path_of(stored.snapshot.id), _placed(sealed, stored), source, companions or {})
    except OSError as error:
        refuse_write(subject_folder, error)
    return stored


def _place_in(store: Store, snapshot: Snapshot) -> Stored:
    """Which edition of its document and day *snapshot* is, by what the store holds."""
    number, before = 1, None
    while store.path_of(name := next_edition(snapshot.id, number)).exists():
        there = read_sealed(store, name)
        if there.document == snapshot.document:
            if there.source.sha256 == snapshot.source.sha256:
                return Stored(snapshot=there, is_new=False)
            before = there.id
        number += 1
    edition = replace(snapshot.edition, supersedes=before or snapshot.edition.supersedes)
    return Stored(snapshot=replace(snapshot, id=name, edition=edition), is_new=True, supersedes=before)


def index_sources(store: Store) -> dict[str, tuple[str, ...]]:
    """The ids of the stored snapshots by the SHA-256 of their sources' bytes, as they lie there."""
    found: dict[str, list[str]] = {}
    for known in list_ids(store):
        for path in sorted(store.path_of(known).glob("source.*")):
            with suppress(UnreadableInput):
                found.setdefault(hashlib.sha256(read_stored_bytes(path, store.folder)).hexdigest(), []).append(known)
    return {sha256: tuple(ids) for sha256, ids in found.items()}


def read_companion(store: Store, snapshot: str, name: str) -> bytes | None:
    """A file that lies beside a snapshot's source; None where there is none."""
    path = store.path_of(snapshot) / name
    return read_stored_bytes(path, store.folder) if path.is_file() else None


def read_files(store: Store, snapshot: str) -> Files:
    """The files of a snapshot as they lie in the store, looked at by nobody; raises :class:`UnreadableInput`."""
    folder = store.path_of(snapshot)
    sources = sorted(folder.glob("source.*"))
    if len(sources) != 1:
        raise UnreadableInput(f"{folder}: {len(sources)} files are called source, where one is expected; restore it")
    return Files(
        record=read_stored_bytes(folder / RECORD, store.folder, limit=MAX_BYTES),
        text=read_stored_bytes(folder / TEXT, store.folder),
        source=read_stored_bytes(sources[0], store.folder),
        mapping=read_companion(store, snapshot, MAPPING),
    )


def is_edition_of(known: str, wanted: str) -> bool:
    """True if the id *known* is *wanted*, or that of a later edition of the same document and day."""
    return known == wanted or (known.startswith(wanted) and _LATER.fullmatch(known[len(wanted) :]) is not None)


def _check_addable(store: Store, head: Snapshot, source: bytes) -> None:
    check_id(head.id)
    if not store.folder.is_dir():
        raise NotFound(f"{store.folder}: there is no store; make one with reportdiff init")
    if hashlib.sha256(source).hexdigest() != head.source.sha256 or len(source) != head.source.bytes:
        raise UnreadableInput(f"{head.id}: the source changed while it was read; add it again")
    source_name_of(head, store.path_of(head.id))


def _placed(sealed: Sealed, stored: Stored) -> Sealed:
    """The record under the id that the store has given it."""
    if stored.snapshot == sealed.head:
        return sealed
    whole = read_snapshot_json(sealed.record, name=sealed.head.id, text=sealed.text)
    record = seal(replace(whole, id=stored.snapshot.id, edition=stored.snapshot.edition))
    return sealed._replace(head=stored.snapshot, record=record)


def _write(folder: Path, sealed: Sealed, source: bytes, companions: Mapping[str, bytes]) -> None:
    with unfinished(folder) as draft:
        draft.mkdir()
        write_new(draft / sealed.head.source.file, source)
        for name in sorted(companions):
            assert name in COMPANIONS
            write_new(draft / name, companions[name])
        if CAPTURE in companions:
            write_new(draft / CAPTURE_SUM, sum_line(companions[CAPTURE], CAPTURE))
        write_new(draft / TEXT, sealed.text.encode())
        write_new(draft / RECORD, sealed.record)
        sync_folder(draft)
        draft.rename(folder)
    sync_folder(folder.parent)
