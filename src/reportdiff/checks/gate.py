"""The gate over a project: its store against itself, or against what a git revision had."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from reportdiff.checks.provenance import check_provenance
from reportdiff.checks.run import check_editions, unique
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Settings
from reportdiff.records.files import read_stored_bytes
from reportdiff.store.snapshots import RECORD, Store, list_ids, read_snapshot
from reportdiff.store.validation import validate_store


def check_store(store: Store, settings: Settings, *, as_of: date | None) -> tuple[Finding, ...]:
    """The findings on every stored snapshot, alone and against all earlier ones of its subject."""
    broken = tuple(validate_store(store))
    sound = _read_sound(store, (problem.snapshot for problem in broken))
    _refuse_empty(store, sound, anything=bool(broken))
    return unique([*check_provenance(broken, settings), *check_editions(sound, settings, as_of=as_of)])


def check_against(store: Store, revision: str, settings: Settings, *, as_of: date | None) -> tuple[Finding, ...]:
    """The findings on what the working tree has and *revision* had not, against itself and against what that had.

    Raises :class:`NotFound` where there is no such revision, no repository, or too little of its history.
    """
    from reportdiff.store.history import open_history

    broken = tuple(validate_store(store))
    sound = _read_sound(store, (problem.snapshot for problem in broken))
    with open_history(store) as history:
        committed = {each.id: each for each in history.list_snapshots(history.resolve(revision))}
        same = {name for name, each in committed.items() if _blob_of(store, name) == each.blobs.get(RECORD)}
        before = [history.read(each) for name, each in committed.items() if name not in same]
    _refuse_empty(store, (*sound, *before), anything=bool(broken))
    fresh = [snapshot for snapshot in sound if snapshot.id not in same]
    base = [*before, *(snapshot for snapshot in sound if snapshot.id in same)]
    return unique([*check_provenance(broken, settings), *check_editions(fresh, settings, as_of=as_of, base=base)])


def _read_sound(store: Store, broken: Iterable[str]) -> list[Snapshot]:
    left_out = set(broken)
    return [read_snapshot(store, name) for name in list_ids(store) if name not in left_out]


def _blob_of(store: Store, name: str) -> str | None:
    """The id that git gives to the working tree's record of a snapshot; None where there is none."""
    path = store.path_of(name) / RECORD
    if not path.is_file():
        return None
    data = read_stored_bytes(path, store.folder)
    # git's name for the content, not a safeguard: the records bear seals of their own
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _refuse_empty(store: Store, snapshots: Iterable[Snapshot], *, anything: bool) -> None:
    if not anything and not any(snapshot.claims for snapshot in snapshots):
        raise UnreadableInput(f"{store.folder}: no snapshot with a claim to check; add one with reportdiff add")
