"""The file of the findings that a project started with, beside the subjects."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from reportdiff.model.baseline import Known
from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.records.baseline import decode_baseline, dump_baseline
from reportdiff.records.files import read_stored_bytes, write_alone
from reportdiff.records.json import MAX_BYTES
from reportdiff.store.lock import locked
from reportdiff.store.snapshots import Store

BASELINE = "baseline.json"


def read_baseline(store: Store) -> tuple[Known, ...] | None:
    """The baseline of a store, None without the file; :class:`InvalidSettings` unless it can be read."""
    path = baseline_path(store)
    if not os.path.lexists(path):
        return None
    try:
        data = read_stored_bytes(path, store.root, limit=MAX_BYTES)
    except UnreadableInput as problem:
        raise InvalidSettings(str(problem)) from None
    return decode_baseline(data, name=str(path))


def change_baseline(store: Store, change: Callable[[tuple[Known, ...]], tuple[Known, ...]]) -> None:
    """Write the file anew with what *change* makes of the baseline, which is empty without one."""
    with locked(store.lock):
        write_alone(baseline_path(store), dump_baseline(change(read_baseline(store) or ())))


def baseline_path(store: Store) -> Path:
    """Where the baseline of a store lies."""
    return store.folder / BASELINE
