"""A store's dataset: written, and asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.model.errors import UsageProblem

if TYPE_CHECKING:
    from reportdiff.model.table import Table


def write_dataset(target: str | Path | None = None, *, folder: str | Path = ".") -> Iterator[tuple[str, bool]]:
    """Bring the dataset at *target* up to what the store holds: each subject, and whether it had to be written.

    Without *target* it is the dataset of the settings. Subjects that the store no longer holds are removed. Raises
    :class:`NotFound` where there is no store, :class:`UnreadableInput` for a damaged snapshot, :class:`MissingPackage`
    without the packages that it needs, and :class:`UsageProblem` where neither names a folder.
    """
    from reportdiff.api.snapshots import list_ids, list_snapshots
    from reportdiff.api.tracing import list_series
    from reportdiff.store.arrow import load_arrow
    from reportdiff.store.dataset import forget_subjects, is_fresh, write_subject
    from reportdiff.store.ids import subjects_of
    from reportdiff.store.snapshots import find_store

    load_arrow()
    store, place = find_store(Path(folder)), _place(target, folder)
    subjects = subjects_of(list_ids(folder=folder))
    forget_subjects(place, subjects)
    for subject in subjects:
        known = is_fresh(place, store, subject)
        if not known:
            snapshots = tuple(list_snapshots(subject, folder=folder))
            write_subject(place, store, snapshots, list_series(subject, folder=folder))
        yield subject, not known


def ask(
    question: str | None = None,
    *,
    sql: str | None = None,
    dataset: str | Path | None = None,
    folder: str | Path = ".",
) -> Table:
    """The answer of the dataset to a named question, or to a query in SQL over its tables; one of the two.

    Without *dataset* it is that of the settings of the store that *folder* lies in. Raises :class:`NotFound` for a
    question or dataset that is not there, :class:`UsageProblem` for SQL that is no single query or cannot be answered.
    """
    from reportdiff.store.query import ask as ask_named
    from reportdiff.store.query import ask_sql

    if (question is None) == (sql is None):
        raise UsageProblem("one question is asked at a time: give a name or --sql; --list shows the names")
    place = _place(dataset, folder)
    return ask_sql(place, sql) if sql is not None else ask_named(place, str(question))


def _place(told: str | Path | None, folder: str | Path) -> Path:
    """The folder of the dataset: the told one, else that of the settings."""
    if told is not None:
        return Path(told)
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    dataset = read_settings(find_store(Path(folder)).root).dataset
    if dataset is None:
        raise UsageProblem(
            'no dataset is named; name its folder (export -o, query --dataset), or set dataset = "DIR" in the settings'
        )
    return dataset


def list_questions() -> dict[str, str]:
    """The named questions, each with what it asks."""
    from reportdiff.store import query

    return query.list_questions()
