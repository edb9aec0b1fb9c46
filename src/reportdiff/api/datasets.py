"""A store's dataset: written, and asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.model.errors import UsageProblem

if TYPE_CHECKING:
    from reportdiff.model.table import Table


def write_dataset(target: str | Path, *, folder: str | Path = ".") -> Iterator[tuple[str, bool]]:
    """Bring the dataset at *target* up to what the store holds: each subject, and whether it had to be written.

    Subjects that the store no longer holds are removed. Raises :class:`NotFound` where there is no store,
    :class:`UnreadableInput` for a damaged snapshot, :class:`UsageProblem` without the packages that it needs.
    """
    from reportdiff.api.snapshots import list_ids, list_snapshots
    from reportdiff.api.tracing import list_series
    from reportdiff.store.dataset import forget_subjects, load_arrow, write_subject
    from reportdiff.store.snapshots import find_store

    load_arrow()
    store, place = find_store(Path(folder)), Path(target)
    subjects = tuple(dict.fromkeys(known.partition("/")[0] for known in list_ids(folder=folder)))
    forget_subjects(place, subjects)
    for subject in subjects:
        snapshots = tuple(list_snapshots(subject, folder=folder))
        yield subject, write_subject(place, store, snapshots, list_series(subject, folder=folder))


def ask(question: str | None = None, *, sql: str | None = None, dataset: str | Path) -> Table:
    """The answer of the dataset to a named question, or to a query in SQL over its tables; one of the two.

    Raises :class:`NotFound` for a question or dataset that is not there, :class:`UsageProblem` for SQL that is no
    single query or cannot be answered.
    """
    from reportdiff.store.query import ask as ask_named
    from reportdiff.store.query import ask_sql

    if (question is None) == (sql is None):
        raise UsageProblem("one question is asked at a time: give a name or --sql; --list shows the names")
    return ask_sql(Path(dataset), sql) if sql is not None else ask_named(Path(dataset), str(question))


def list_questions() -> dict[str, str]:
    """The named questions, each with what it asks."""
    from reportdiff.store import query

    return query.list_questions()
