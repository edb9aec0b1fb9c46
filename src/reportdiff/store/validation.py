"""Everything in a store looked at: records, seals, quotes and lineage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportdiff.model.errors import ReportdiffError
from reportdiff.records.files import read_stored_bytes
from reportdiff.records.json import MAX_BYTES, load_json
from reportdiff.records.schema import validate
from reportdiff.store.ids import is_id
from reportdiff.store.snapshots import RECORD, Store, read_snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in the store; ``snapshot`` is the id, or the path below ``snapshots/`` of what has none."""

    snapshot: str
    message: str


def validate_store(store: Store) -> Iterator[Problem]:
    """What is wrong with the snapshots of a store, in order of id; nothing for a sound one.

    Looked at: names of folders, the schema, the hashes of source, text and record, each quote at its position, and
    whether what an edition supersedes is there.
    """
    folders = sorted(path for path in store.folder.glob("*/*") if not _is_hidden(path, store) and _is_folder(path))
    names = {_name(path, store) for path in folders}
    for path in folders:
        yield from _validate_folder(store, path, names)


def _validate_folder(store: Store, path: Path, names: set[str]) -> Iterator[Problem]:
    name = _name(path, store)
    if not is_id(name):
        yield Problem(snapshot=name, message=f"{path}: no name of a snapshot; rename or remove the folder")
        return
    try:
        snapshot = read_snapshot(store, name)
        record = path / RECORD
        data = read_stored_bytes(record, store.folder, limit=MAX_BYTES)
        validate(load_json(data, name=str(record)), "snapshot", name=str(record))
    except ReportdiffError as error:
        yield Problem(snapshot=name, message=str(error))
        return
    before = snapshot.edition.supersedes
    if before is not None and before not in names:
        yield Problem(snapshot=name, message=f"{record}: supersedes {before!r}, which is not stored; restore that one")


def _is_hidden(path: Path, store: Store) -> bool:
    return any(part.startswith(".") for part in path.relative_to(store.folder).parts)


def _is_folder(path: Path) -> bool:
    return path.is_dir() or path.is_symlink()


def _name(path: Path, store: Store) -> str:
    return path.relative_to(store.folder).as_posix()
