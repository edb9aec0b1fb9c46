"""A subject's series over all its snapshots: followed through time, and traced to who said what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.api.about import read_day
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import NotFound
from reportdiff.model.series import Member, SubjectSeries
from reportdiff.vocabulary.names import OPEN

if TYPE_CHECKING:
    from reportdiff.compare.blame import Blame
    from reportdiff.compare.timeline import Timeline
    from reportdiff.store.snapshots import Store


def list_series(subject: str, *, folder: str | Path = ".") -> tuple[SubjectSeries, ...]:
    """All series of a stored subject in order of id, those of a single claim among them.

    Taken from ``series.json`` where that is up to date, else made anew. Raises :class:`NotFound` for a subject that is
    not there.
    """
    from reportdiff.store.snapshots import find_store

    return _series_of(find_store(Path(folder)), subject, _snapshots_of(subject, folder))


def timelines(
    subject: str, measure: str | None = None, *, as_of: date | str | None = None, folder: str | Path = "."
) -> tuple[Timeline, ...]:
    """The timelines of a stored subject on a day: the one that *measure* names, else all, those with most told first.

    *measure* is a series' id, a key, part of one, or words. *as_of* is a day or ``YYYY-MM-DD``; what was published
    later is left out; by default the newest day of publication. Raises :class:`NotFound`, with the nearest names or the
    list of those that fit, and where nothing of it was known by then.
    """
    from reportdiff.compare.timeline import make_timelines
    from reportdiff.store.snapshots import find_store

    day = None if as_of is None else read_day(as_of, "--as-of")
    snapshots = _snapshots_of(subject, folder)
    every = _series_of(find_store(Path(folder)), subject, snapshots)
    chosen = every if measure is None else (_find(measure, every, snapshots, folder),)
    found = list(make_timelines(chosen, snapshots, day))
    if not found:
        what = "" if measure is None else f" of {chosen[0].id}"
        raise NotFound(f"{subject}: nothing{what} is known by {day}; give a later --as-of")
    return tuple(sorted(found, key=lambda timeline: (-_weight(timeline)[0], _weight(timeline)[1], timeline.series.id)))


def blame(subject: str, measure: str, *, as_of: date | str | None = None, folder: str | Path = ".") -> Blame:
    """Who first said what *measure* is now, who said it again last, and who said otherwise; see :func:`timelines`."""
    from reportdiff.compare.blame import find_blame

    (timeline,) = timelines(subject, measure, as_of=as_of, folder=folder)
    return find_blame(timeline)


def write_series(subjects: Iterable[str], *, folder: str | Path = ".") -> None:
    """Write ``series.json`` of each subject, as its snapshots and annotations now are; for whoever changed them."""
    from reportdiff.compare.joining.subject_series import align_subject
    from reportdiff.store import series
    from reportdiff.store.snapshots import find_store

    store = find_store(Path(folder))
    for subject in sorted(set(subjects)):
        series.write_series(store, subject, align_subject)


def _weight(timeline: Timeline) -> tuple[int, bool]:
    """How many observations there are, and whether the text's own words alone name them."""
    return len(timeline.entries), timeline.series.id.startswith(OPEN)


def _snapshots_of(subject: str, folder: str | Path) -> Sequence[Snapshot]:
    """From the dataset of the settings, where there is one that holds what the store holds; else from the files."""
    from reportdiff.api.snapshots import list_snapshots
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store, list_ids
    from reportdiff.store.subjects import read_subjects

    store = find_store(Path(folder))
    dataset = read_settings(store.root).dataset
    if dataset is None:
        return tuple(list_snapshots(subject, folder=folder))
    ids = list_ids(store, subject)
    return tuple(read_subjects(store, ids, dataset) if ids else list_snapshots(subject, folder=folder))


def _series_of(store: Store, subject: str, snapshots: Sequence[Snapshot]) -> tuple[SubjectSeries, ...]:
    """As the store has them, completed by the claims that are series of their own."""
    from reportdiff.compare.joining.subject_series import align_subject, name_singles
    from reportdiff.store.series import read_series

    stored = read_series(store, subject)
    return align_subject(snapshots) if stored is None else name_singles(stored, snapshots)


def _find(
    measure: str, every: Sequence[SubjectSeries], snapshots: Sequence[Snapshot], folder: str | Path
) -> SubjectSeries:
    from reportdiff.compare.lookup import NamedSeries, find_series
    from reportdiff.compare.verdicts.reasons import name_of

    claims = {Member(snapshot=each.id, claim=claim.id): claim for each in snapshots for claim in each.claims}
    named = [NamedSeries(series=series, name=name_of(claims[series.members[0]])) for series in every]
    try:
        return find_series(measure, named, partial(_keys_of, folder=folder)).series
    except NotFound as problem:
        raise NotFound(f"{snapshots[0].subject.id}: {problem}") from None


def _keys_of(words: str, *, folder: str | Path) -> Iterable[str]:
    """The measures that *words* name in the vocabulary of the program and of the project that *folder* lies in."""
    from reportdiff.api.configuring import conventions
    from reportdiff.vocabulary.loader import fold_label, load_vocabulary

    return load_vocabulary(conventions(folder=folder).vocabulary).labels.get(fold_label(words), ())
