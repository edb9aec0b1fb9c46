"""The file of waivers beside the subjects."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.waiver import Waiver
from reportdiff.records.files import read_stored_bytes, write_alone
from reportdiff.records.json import MAX_BYTES
from reportdiff.records.waivers import decode_waivers, dump_waivers
from reportdiff.store.lock import locked
from reportdiff.store.snapshots import Store

WAIVERS = "waivers.toml"


def read_waivers(store: Store) -> tuple[Waiver, ...]:
    """The waivers of a store, none without the file; :class:`InvalidSettings` unless every one of them can be read."""
    path = waivers_path(store)
    if not os.path.lexists(path):
        return ()
    try:
        data = read_stored_bytes(path, store.root, limit=MAX_BYTES)
    except UnreadableInput as problem:
        raise InvalidSettings(str(problem)) from None
    return decode_waivers(data, name=str(path))


def change_waivers(store: Store, change: Callable[[tuple[Waiver, ...]], tuple[Waiver, ...]]) -> None:
    """Write the file anew with what *change* makes of the waivers; whole or not at all."""
    with locked(store.lock):
        write_alone(waivers_path(store), dump_waivers(change(read_waivers(store))))


def waivers_path(store: Store) -> Path:
    """Where the waivers of a store lie."""
    return store.folder / WAIVERS
