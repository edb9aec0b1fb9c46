"""What a store holds of each subject, gathered for pages that people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.api.snapshots import list_ids, list_snapshots
from reportdiff.model.document import Snapshot, shown_order
from reportdiff.model.errors import NotFound
from reportdiff.store.ids import subjects_of, unknown_subject

if TYPE_CHECKING:
    from reportdiff.compare.dossier import Dossier
    from reportdiff.model.change import Diff
    from reportdiff.model.finding import Finding


def list_subjects(subject: str | None = None, *, folder: str | Path = ".") -> tuple[str, ...]:
    """The ids of the stored subjects, sorted, or *subject* alone; :class:`NotFound` where there is nothing of it."""
    subjects = subjects_of(list_ids(folder=folder))
    if subject is not None and subject not in subjects:
        raise unknown_subject(subject, subjects)
    if not subjects:
        raise NotFound("the store is empty, so that there is nothing to show; add a report with reportdiff add")
    return subjects if subject is None else (subject,)


def dossiers(subject: str | None = None, *, folder: str | Path = ".") -> Iterator[Dossier]:
    """All that the store holds of each subject, or of *subject* alone, one after the other in order of id.

    Raises :class:`NotFound` for a store or subject that is not there, and for a store without snapshots.
    """
    subjects = list_subjects(subject, folder=folder)
    every = tuple(list_snapshots(folder=folder))
    return (_gather(each, every, folder) for each in subjects)


def compare_in(dossier: Dossier, old: Snapshot, new: Snapshot) -> Diff:
    """*old* against *new*, editions of *dossier*: figures, facts, framing, and wording where both texts are at hand."""
    from reportdiff.compare.diff import diff_snapshots
    from reportdiff.compare.framing.compared import compare_framing
    from reportdiff.compare.prose.wording import diff_wording

    told = {snapshot.id: framing for snapshot, framing in dossier.tellings}
    framing = compare_framing(old, new, told.get(old.id), told.get(new.id))
    return replace(diff_snapshots(old, new), framing=framing, wording=diff_wording(old, new))


def _gather(subject: str, every: Sequence[Snapshot], folder: str | Path) -> Dossier:
    from reportdiff.api.telling import tellings
    from reportdiff.api.tracing import timelines
    from reportdiff.compare.dossier import Dossier

    own = [snapshot for snapshot in every if snapshot.subject.id == subject]
    snapshots = sorted(own, key=shown_order)
    claims = any(snapshot.claims for snapshot in snapshots)
    return Dossier(
        subject=snapshots[-1].subject,
        snapshots=tuple(snapshots),
        timelines=timelines(subject, folder=folder) if claims else (),
        findings=_find_on(snapshots, every, folder),
        tellings=tellings(subject, folder=folder),
    )


def _find_on(snapshots: Sequence[Snapshot], every: Sequence[Snapshot], folder: str | Path) -> tuple[Finding, ...]:
    """What the gate finds on the editions of one subject, as of the newest day of the store."""
    from reportdiff.checks.gate import Looked, settle
    from reportdiff.checks.run import look_at_editions
    from reportdiff.compare.timeline import newest_day
    from reportdiff.records.settings import read_settings
    from reportdiff.store.snapshots import find_store

    store = find_store(Path(folder))
    settings = read_settings(store.root)
    day = newest_day(every)
    found = look_at_editions(snapshots, settings, as_of=day)
    others = frozenset(each.id for each in every) - frozenset(each.id for each in snapshots)
    return settle(Looked(findings=found, day=day, newest=day, partial=True, passed_over=others), store, settings)
