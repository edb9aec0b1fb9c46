"""Everything in a store looked at: records, seals, quotes and lineage."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportdiff.model.errors import ReportdiffError
from reportdiff.records.files import read_stored_bytes
from reportdiff.records.json import MAX_BYTES, load_json
from reportdiff.records.schema import validate
from reportdiff.records.series import read_series_json
from reportdiff.store.ids import is_id
from reportdiff.store.series import SERIES
from reportdiff.store.snapshots import ANNOTATIONS, RECORD, Store, list_ids, read_sealed


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in the store; ``snapshot`` is the id, or the path below ``snapshots/`` of what has none."""

    snapshot: str
    message: str


def validate_store(store: Store) -> Iterator[Problem]:
    """What is wrong with the snapshots of a store, in order of id; nothing for a sound one.

    Looked at: names of folders, the schema, the hashes of source, text and record, each quote at its position, whether
    what an edition supersedes is there, whether what people decided is about claims that are there, and whether
    ``series.json`` can be read. Raises :class:`InvalidSettings` for annotations that cannot be read.
    """
    folders = sorted(path for path in store.folder.glob("*/*") if not _is_hidden(path, store) and _is_folder(path))
    names = {_name(path, store) for path in folders}
    broken: set[str] = set()
    for path in folders:
        for problem in _validate_folder(store, path, names):
            broken.add(problem.snapshot)
            yield problem
    yield from find_stale_annotations(store, broken)
    for path in sorted(store.folder.glob(f"*/{SERIES}")):
        yield from _validate_series(store, path)


def find_stale_annotations(store: Store, broken: Collection[str] = ()) -> Iterator[Problem]:
    """What people decided about claims that are not read any more; what names a *broken* snapshot is left aside."""
    ids = list_ids(store)
    for path in sorted(store.folder.glob(f"*/{ANNOTATIONS}")):
        from reportdiff.store.annotations import find_stale, read_annotations

        subject = path.parent.name
        own = [known for known in ids if known.partition("/")[0] == subject]
        snapshots = {known: read_sealed(store, known) for known in own if known not in broken}
        for about, why in find_stale(read_annotations(path, store.folder), snapshots):
            if not any(known in broken for known in ([about.partition("#")[0]] if "/" in about else own)):
                todo = "decide about the claim that is there now, and remove this"
                message = f"{subject}/{ANNOTATIONS}: {about}: {why}; {todo}"
                yield Problem(snapshot=f"{subject}/{ANNOTATIONS}#{about}", message=message)


def _validate_folder(store: Store, path: Path, names: set[str]) -> Iterator[Problem]:
    name = _name(path, store)
    if not is_id(name):
        yield Problem(snapshot=name, message=f"{path}: no name of a snapshot; rename or remove the folder")
        return
    try:
        snapshot = read_sealed(store, name)
        record = path / RECORD
        data = read_stored_bytes(record, store.folder, limit=MAX_BYTES)
        validate(load_json(data, name=str(record)), "snapshot", name=str(record))
    except ReportdiffError as error:
        yield Problem(snapshot=name, message=str(error))
        return
    before = snapshot.edition.supersedes
    if before is not None and before not in names:
        yield Problem(snapshot=name, message=f"{record}: supersedes {before!r}, which is not stored; restore that one")


def _validate_series(store: Store, path: Path) -> Iterator[Problem]:
    try:
        read_series_json(read_stored_bytes(path, store.folder, limit=MAX_BYTES), name=str(path))
    except ReportdiffError as error:
        yield Problem(snapshot=_name(path, store), message=str(error))


def _is_hidden(path: Path, store: Store) -> bool:
    return any(part.startswith(".") for part in path.relative_to(store.folder).parts)


def _is_folder(path: Path) -> bool:
    return path.is_dir() or path.is_symlink()


def _name(path: Path, store: Store) -> str:
    return path.relative_to(store.folder).as_posix()
