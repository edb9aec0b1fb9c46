"""Snapshots in a store: made, opened, listed and looked after."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import NotFound

if TYPE_CHECKING:
    from reportdiff.store.adding import Stored
    from reportdiff.store.snapshots import Store
    from reportdiff.store.validation import Problem


def open_snapshot(name: str, *, folder: str | Path = ".") -> Snapshot:
    """The snapshot that *name* means, looked for in the store that *folder* lies in.

    *name* is an id, an unambiguous part of one, an address in git (``main:crs-2024``), the newest by a day
    (``france/crs@2024-06-01``), or the path of a snapshot's folder, of its JSON, or of a document that is read on the
    fly and bears its file's name.
    Raises :class:`NotFound` with the nearest ids, :class:`UnreadableInput` for what cannot be read.
    """
    from reportdiff.store.snapshots import load_named

    path = Path(name)
    if "\0" not in name and _is_document(path):
        from reportdiff.api.configuring import conventions
        from reportdiff.api.documents import read_document
        from reportdiff.records.files import read_bytes

        snapshot = read_document(read_bytes(path), name=path.name, conventions=conventions(folder=folder))
        return replace(snapshot, source=replace(snapshot.source, file=path.name))
    store = _find_store(folder)
    if store is not None and ":" in name and not os.path.exists(name):  # noqa: PTH110
        from reportdiff.store.history import load_address, split_address

        if address := split_address(name):
            return load_address(store, *address)
    return load_named(store, name)


def init(folder: str | Path = ".") -> Store:
    """Make a store in *folder*; what is there stays as it is."""
    from reportdiff.store.snapshots import create_store

    return create_store(Path(folder))


def add(snapshot: Snapshot, source: bytes, *, folder: str | Path = ".") -> Stored:
    """Keep *snapshot*, and the bytes that it was read from, in the store that *folder* lies in.

    The same bytes again change nothing; other bytes for the same document and day become a new edition. Raises
    :class:`NotFound` where there is no store, :class:`UnreadableInput` where it is locked or cannot be written.
    """
    (stored,) = add_all([(snapshot, source)], folder=folder)
    return stored


def add_all(read: Iterable[tuple[Snapshot, bytes]], *, folder: str | Path = ".") -> tuple[Stored, ...]:
    """As :func:`add` for each in turn; the series of their subjects are made once, at the end."""
    from reportdiff.api.tracing import write_series
    from reportdiff.store.adding import add_snapshot
    from reportdiff.store.series import read_series
    from reportdiff.store.snapshots import find_store

    store = find_store(Path(folder))
    stored = tuple(add_snapshot(store, snapshot, source) for snapshot, source in read)
    subjects = {each.snapshot.subject.id for each in stored}
    new = {each.snapshot.subject.id for each in stored if each.is_new}
    write_series(new | {each for each in subjects - new if read_series(store, each) is None}, folder=folder)
    return stored


def list_ids(*, folder: str | Path = ".") -> tuple[str, ...]:
    """The ids of all stored snapshots, sorted; :class:`NotFound` where there is no store."""
    from reportdiff.store import snapshots

    return snapshots.list_ids(snapshots.find_store(Path(folder)))


def list_snapshots(subject: str | None = None, *, folder: str | Path = ".") -> Iterator[Snapshot]:
    """The stored snapshots in order of id, all or of one *subject*; :class:`NotFound` where there is none of it."""
    from reportdiff.store.ids import subject_of, subjects_of, unknown_subject
    from reportdiff.store.snapshots import find_store, read_snapshot

    store = find_store(Path(folder))
    every = list_ids(folder=folder)
    ids = [known for known in every if subject is None or subject_of(known) == subject]
    if subject is not None and not ids:
        raise unknown_subject(subject, subjects_of(every))
    return (read_snapshot(store, known) for known in ids)


def validate(*, folder: str | Path = ".") -> Iterator[Problem]:
    """What is wrong in the store, in order of id: schema, hashes, quotes, lineage; nothing for a sound one."""
    from reportdiff.store.snapshots import find_store
    from reportdiff.store.validation import validate_store

    return validate_store(find_store(Path(folder)))


def find_whole_in_git(names: Iterable[str], *, folder: str | Path = ".") -> tuple[str, ...]:
    """Those of the snapshots *names* that the last commit holds whole, in order; none where there is no git or commit.

    *names* are full ids; what is no id of a snapshot is passed over. Raises :class:`NotFound` where there is no store.
    """
    from reportdiff.model.errors import UnreadableInput
    from reportdiff.store.history import open_history
    from reportdiff.store.snapshots import find_store

    store, whole, wanted = find_store(Path(folder)), [], frozenset(names)
    try:
        with open_history(store) as history:
            for committed in history.list_snapshots(history.resolve("HEAD")):
                if committed.id in wanted:
                    with suppress(UnreadableInput, NotFound):
                        whole.append(history.read(committed).id)
    except NotFound:
        return ()
    return tuple(whole)


def _find_store(folder: str | Path) -> Store | None:
    from reportdiff.store.snapshots import find_store

    try:
        return find_store(Path(folder))
    except NotFound:
        return None


def _is_document(path: Path) -> bool:
    """True for a file that is no snapshot, and for a name that could only be a file's; that one is refused as such."""
    from reportdiff.records.files import read_bytes
    from reportdiff.records.snapshot import looks_like_snapshot

    ending = path.suffix[1:]
    # os.path takes a name too long for any file as one that is not there; Path would raise.
    if not os.path.exists(path):  # noqa: PTH110
        return ending.isalpha()
    return path.is_file() and not looks_like_snapshot(read_bytes(path))
