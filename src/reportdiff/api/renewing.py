"""Stored readings renewed: today's extraction over the bytes that were captured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reportdiff.api.aligning import write_series_of
from reportdiff.api.batch import Refused, Renewed, StoredReading, renew_batch
from reportdiff.api.engine import Workers, map_in_order, open_workers
from reportdiff.model.conventions import Conventions
from reportdiff.model.errors import UnreadableInput
from reportdiff.records.conventions import read_conventions
from reportdiff.records.settings import read_settings
from reportdiff.store.adding import read_files
from reportdiff.store.ids import subjects_of
from reportdiff.store.renewal import replace_record
from reportdiff.store.series import is_outdated
from reportdiff.store.snapshots import Store, find_store, list_ids
from reportdiff.store.validation import Problem, find_stale_annotations

_BATCH = 8


def renormalize(
    *, folder: str | Path = ".", check: bool = False, jobs: int = 1, engine: str | None = None
) -> Iterator[Renewed | Problem]:
    """Read every stored source anew and put each reading that differs in the place of the stored one, in order of id.

    With *check* nothing is written. *jobs* is how many processes read, *engine* the cluster that does instead, see
    :func:`reportdiff.api.engine.open_workers`. What is damaged is left as it is and yielded as a problem, and so are
    annotations about claims that were there before and are not read any more; these themselves are kept. After an
    interruption the next run does what is left. Raises :class:`NotFound` where there is no store,
    :class:`UnreadableInput` where it is locked or cannot be written, :class:`InvalidSettings` for annotations that
    cannot be read.
    """
    store = find_store(Path(folder))
    conventions = read_conventions(read_settings(store.root))
    changed: set[str] = set()
    broken: set[str] = set()
    with open_workers(jobs, engine) as workers:
        for before, outcome in _renew_all(store, workers, conventions):
            if isinstance(outcome, Refused):
                broken.add(outcome.place)
                yield Problem(snapshot=outcome.place, message=outcome.message)
                continue
            if outcome.changes_anything and not check:
                replace_record(store, outcome.id, before, outcome.record, outcome.text)
                changed.add(outcome.subject)
            yield outcome
        if not check:
            write_series_of(store, _outdated(store, changed), workers)
    yield from find_stale_annotations(store, broken)


def _renew_all(
    store: Store, workers: Workers, conventions: Conventions
) -> Iterator[tuple[tuple[bytes, bytes], Renewed | Refused]]:
    """For each stored snapshot the bytes of its record and text, and what becomes of it."""
    waiting: list[StoredReading | Refused] = []

    def batches() -> Iterator[tuple[StoredReading, ...]]:
        ids = list_ids(store)
        for start in range(0, len(ids), _BATCH):
            read = [_files_of(store, name, conventions) for name in ids[start : start + _BATCH]]
            waiting.extend(read)
            yield tuple(each for each in read if isinstance(each, StoredReading))

    for renewed in map_in_order(renew_batch, batches(), workers):
        done = iter(renewed)
        for _ in range(min(_BATCH, len(waiting))):
            stored = waiting.pop(0)
            if isinstance(stored, Refused):
                yield (b"", b""), stored
            else:
                yield (stored.record, stored.text), next(done)


def _files_of(store: Store, name: str, conventions: Conventions) -> StoredReading | Refused:
    try:
        files = read_files(store, name)
    except UnreadableInput as refusal:
        return Refused(place=name, message=str(refusal))
    return StoredReading(
        id=name,
        folder=str(store.path_of(name)),
        record=files.record,
        text=files.text,
        source=files.source,
        mapping=files.mapping,
        conventions=conventions,
    )


def _outdated(store: Store, changed: set[str]) -> set[str]:
    """The subjects that changed, and those whose series an interrupted run has left as they were."""
    subjects = set(subjects_of(list_ids(store)))
    return changed | {subject for subject in subjects - changed if is_outdated(store, subject)}
