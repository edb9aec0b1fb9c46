"""The snapshots of whole subjects: from the dataset where it holds what the files hold, else from the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from reportdiff.model.document import Snapshot
from reportdiff.store.ids import subject_of
from reportdiff.store.snapshots import Store, read_snapshot


def read_subjects(store: Store, ids: Iterable[str], dataset: Path | None) -> Iterator[Snapshot]:
    """The snapshots with these *ids*, which stand in order, just as :func:`read_snapshot` reads each of them.

    Raises what that raises, as soon as the files of a subject are damaged: the *dataset* is no longer asked then.
    """
    for subject, own in groupby(ids, subject_of):
        yield from _read_subject(store, subject, tuple(own), dataset)


def _read_subject(store: Store, subject: str, ids: Sequence[str], dataset: Path | None) -> Iterator[Snapshot]:
    fresh = None if dataset is None else _read_fresh(dataset, store, subject)
    by_id = {snapshot.id: snapshot for snapshot in fresh or ()}
    if not by_id.keys() >= set(ids):
        return (read_snapshot(store, known) for known in ids)
    return (by_id[known] for known in ids)


def _read_fresh(dataset: Path, store: Store, subject: str) -> tuple[Snapshot, ...] | None:
    if not dataset.is_dir():
        return None
    from reportdiff.store.dataset import read_fresh

    return read_fresh(dataset, store, subject)
