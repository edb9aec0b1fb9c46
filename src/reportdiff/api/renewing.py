"""Stored readings renewed: today's extraction over the bytes that were captured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportdiff.api.documents import read_again
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import ReportdiffError, UsageProblem
from reportdiff.store.renewal import Renewal, compare_readings, read_source_of, replace_reading
from reportdiff.store.snapshots import Store, find_store, list_ids, read_sealed
from reportdiff.store.validation import Problem, find_stale_annotations


def renormalize(*, folder: str | Path = ".", check: bool = False, jobs: int = 1) -> Iterator[Renewal | Problem]:
    """Read every stored source anew and put each reading that differs in the place of the stored one, in order of id.

    With *check* nothing is written. *jobs* is how many processes read. What is damaged is left as it is and yielded as
    a problem, and so are annotations about claims that were there before and are not read any more; these themselves
    are kept. Raises :class:`NotFound` where there is no store, :class:`UnreadableInput` where it is locked or cannot be
    written, :class:`InvalidSettings` for annotations that cannot be read.
    """
    store = find_store(Path(folder))
    if jobs < 1:
        raise UsageProblem(f"--jobs {jobs}: at least one process must read; give a number from 1 on")
    changed: set[str] = set()
    broken: set[str] = set()
    for outcome in _read_all(store, list_ids(store), jobs):
        if isinstance(outcome, Problem):
            broken.add(outcome.snapshot)
        elif outcome.changes_anything and not check:
            replace_reading(store, outcome)
            changed.add(outcome.new.subject.id)
        yield outcome
    if changed:
        from reportdiff.api.tracing import write_series

        write_series(sorted(changed), folder=folder)
    yield from find_stale_annotations(store, broken)


def _read_all(store: Store, ids: Sequence[str], jobs: int) -> Iterator[Renewal | Problem]:
    if jobs == 1 or len(ids) < 2:
        yield from (_read_one(store, name) for name in ids)
        return
    from concurrent.futures import ProcessPoolExecutor
    from itertools import repeat

    with ProcessPoolExecutor(max_workers=min(jobs, len(ids))) as pool:
        yield from pool.map(_read_one, repeat(store), ids)


def _read_one(store: Store, name: str) -> Renewal | Problem:
    try:
        old = read_sealed(store, name)
        return compare_readings(old, _read_anew(store, old))
    except ReportdiffError as error:
        return Problem(snapshot=name, message=str(error))


def _read_anew(store: Store, old: Snapshot) -> Snapshot:
    return read_again(old, read_source_of(store, old))
