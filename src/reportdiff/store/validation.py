"""Everything in a store looked at: records, seals, quotes and lineage."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import InvalidSettings, ReportdiffError, UnreadableInput
from reportdiff.records.files import read_stored_bytes, reason_of
from reportdiff.records.json import MAX_BYTES, load_json
from reportdiff.records.schema import validate
from reportdiff.records.series import read_series_json
from reportdiff.store.adding import CAPTURE, CAPTURE_SUM, MAPPING, read_companion
from reportdiff.store.ids import is_id
from reportdiff.store.seal import check_mapping, check_sum
from reportdiff.store.series import SERIES
from reportdiff.store.snapshots import ANNOTATIONS, RECORD, Store, list_ids, read_sealed, with_annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in the store; ``snapshot`` is the id, or the path below ``snapshots/`` of what has none."""

    snapshot: str
    message: str


Read: TypeAlias = Callable[[Store, str], Snapshot]
"""Reads a stored snapshot by its full id and refuses what is not as it ought to be."""


def validate_store(store: Store) -> Iterator[Problem]:
    """What is wrong with the snapshots of a store, in order of id; nothing for a sound one.

    Looked at: names of folders, the schema, the hashes of source, text and record, each quote at its position, whether
    what an edition supersedes is there, whether what people decided is about claims that are there, and whether
    ``series.json``, waivers and baseline can be read. Raises :class:`InvalidSettings` for annotations that cannot.
    """
    return _look_over(store, _read_by_schema)


def read_store(store: Store) -> tuple[tuple[Snapshot, ...], tuple[Problem, ...]]:
    """The sound snapshots of a store, as annotations have them, in order of id; and what is wrong with it.

    As :func:`validate_store`, but that the reader alone judges the records: it refuses what the schema refuses, at a
    fraction of the cost. Raises as that does.
    """
    sound: dict[str, Snapshot] = {}

    def read(store: Store, name: str) -> Snapshot:
        sound[name] = read_sealed(store, name)
        return sound[name]

    problems = tuple(_look_over(store, read))
    broken = {problem.snapshot for problem in problems}
    ids = [name for name in list_ids(store) if name in sound and name not in broken]
    return tuple(with_annotations(sound[name], store.path_of(name).parent) for name in ids), problems


def _look_over(store: Store, read: Read) -> Iterator[Problem]:
    yield from _find_links(store)
    shown = (path for subject in _subjects(store) for path in _shown_in(subject))
    folders = [path for path in shown if path.is_dir() or path.is_symlink()]
    names = {_name(path, store) for path in folders}
    broken: set[str] = set()
    for path in folders:
        for problem in _look_at_folder(store, path, names, read):
            broken.add(problem.snapshot)
            yield problem
    yield from find_stale_annotations(store, broken)
    for path in _in_subjects(store, SERIES):
        yield from _validate_series(store, path)
    yield from _validate_exceptions(store)


def _read_by_schema(store: Store, name: str) -> Snapshot:
    """A snapshot whose record the schema takes too, not the program's own reader alone."""
    snapshot, record = read_sealed(store, name), store.path_of(name) / RECORD
    data = read_stored_bytes(record, store.folder, limit=MAX_BYTES)
    validate(load_json(data, name=str(record)), "snapshot", name=str(record))
    return snapshot


def find_stale_annotations(store: Store, broken: Collection[str] = ()) -> Iterator[Problem]:
    """What people decided about claims that are not read any more; what names a *broken* snapshot is left aside."""
    for path in _in_subjects(store, ANNOTATIONS):
        from reportdiff.store.annotations import find_stale, read_annotations

        subject = path.parent.name
        own = list_ids(store, subject)
        snapshots = {known: read_sealed(store, known) for known in own if known not in broken}
        for about, why in find_stale(read_annotations(path, store.folder), snapshots):
            if not any(known in broken for known in ([about.partition("#")[0]] if "/" in about else own)):
                todo = "decide about the claim that is there now, and remove this"
                message = f"{subject}/{ANNOTATIONS}: {about}: {why}; {todo}"
                yield Problem(snapshot=f"{subject}/{ANNOTATIONS}#{about}", message=message)


def _look_at_folder(store: Store, path: Path, names: set[str], read: Read) -> Iterator[Problem]:
    name = _name(path, store)
    if not is_id(name):
        yield Problem(snapshot=name, message=f"{path}: no name of a snapshot; rename or remove the folder")
        return
    try:
        snapshot = read(store, name)
        unfit = list(_check_companions(store, snapshot))
    except ReportdiffError as error:
        yield Problem(snapshot=name, message=str(error))
        return
    yield from (Problem(snapshot=name, message=message) for message in unfit)
    before = snapshot.edition.supersedes
    if before is not None and before not in names:
        yield Problem(
            snapshot=name, message=f"{path / RECORD}: supersedes {before!r}, which is not stored; restore that one"
        )


def _check_companions(store: Store, snapshot: Snapshot) -> Iterator[str]:
    """One line for each file beside the source that is not as it was stored."""
    folder = store.path_of(snapshot.id)
    yield from check_mapping(snapshot, read_companion(store, snapshot.id, MAPPING), folder / MAPPING)
    capture, line = (read_companion(store, snapshot.id, name) for name in (CAPTURE, CAPTURE_SUM))
    if capture is not None and line is not None:
        yield from check_sum(capture, line, folder / CAPTURE)


def _validate_series(store: Store, path: Path) -> Iterator[Problem]:
    try:
        read_series_json(read_stored_bytes(path, store.folder, limit=MAX_BYTES), name=str(path))
    except ReportdiffError as error:
        yield Problem(snapshot=_name(path, store), message=str(error))


def _validate_exceptions(store: Store) -> Iterator[Problem]:
    """Waivers and baseline looked at for their form alone: whether they hold is for the gate to tell."""
    from reportdiff.store.baseline import BASELINE, read_baseline
    from reportdiff.store.waivers import WAIVERS, read_waivers

    for name, read in ((BASELINE, read_baseline), (WAIVERS, read_waivers)):
        try:
            read(store)
        except InvalidSettings as problem:
            yield Problem(snapshot=name, message=str(problem))


def _find_links(store: Store) -> Iterator[Problem]:
    """The subjects that are symbolic links: nobody looks behind them."""
    for path in _shown_in(store.folder):
        if path.is_symlink():
            message = f"{path}: a symbolic link in the store is not followed; put the folder itself there, or remove it"
            yield Problem(snapshot=_name(path, store), message=message)


def _subjects(store: Store) -> list[Path]:
    return [path for path in _shown_in(store.folder) if path.is_dir() and not path.is_symlink()]


def _in_subjects(store: Store, name: str) -> list[Path]:
    """The files or links called *name* in the folders of the subjects."""
    return [path for path in (subject / name for subject in _subjects(store)) if os.path.lexists(path)]


def _shown_in(folder: Path) -> list[Path]:
    """What lies in *folder* and is not hidden, by name."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UnreadableInput(f"{folder}: cannot be listed: {reason_of(error)}; check its permissions") from None


def _name(path: Path, store: Store) -> str:
    return path.relative_to(store.folder).as_posix()
