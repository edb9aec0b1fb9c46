"""Stored snapshots kept at hand with their tellings, for whoever asks for the same ones again and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reportdiff.compare.reading.telling import Telling, telling_of
from reportdiff.model.document import Snapshot
from reportdiff.store.snapshots import ANNOTATIONS, RECORD, TEXT, Store, read_snapshot

Stamp = tuple[tuple[int, int, int] | None, ...]


@dataclass(slots=True, eq=False)
class Shelf:
    """Snapshots as they were read last, and their tellings, by Python's id, as far as these were asked for.

    It grows by what is asked of it. Each is read again once one of its files is another than it was.
    """

    kept: dict[tuple[Store, str], tuple[Stamp, Snapshot]] = field(default_factory=dict)
    tellings: dict[int, Telling | None] = field(default_factory=dict)

    def read(self, store: Store, name: str) -> Snapshot:
        """A snapshot by its full id; raises as :func:`reportdiff.store.snapshots.read_snapshot`."""
        stamp = _stamp_of(store, name)
        known = self.kept.get((store, name))
        if known is not None:
            if known[0] == stamp:
                return known[1]
            self.tellings.pop(id(known[1]), None)
        snapshot = read_snapshot(store, name)
        self.kept[store, name] = stamp, snapshot
        self.tellings[id(snapshot)] = None
        return snapshot

    def tell(self, snapshot: Snapshot) -> Telling:
        """The telling of *snapshot*; it is kept as long as the snapshot is."""
        telling = self.tellings.get(id(snapshot)) or telling_of(snapshot)
        if id(snapshot) in self.tellings:
            self.tellings[id(snapshot)] = telling
        return telling


def _stamp_of(store: Store, name: str) -> Stamp:
    """What is another as soon as the files that a snapshot is read from are; None for one that is not there."""
    folder = store.path_of(name)
    return tuple(_look(path) for path in (folder / RECORD, folder / TEXT, folder.parent / ANNOTATIONS))


def _look(path: Path) -> tuple[int, int, int] | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_ino, about.st_size, about.st_mtime_ns
