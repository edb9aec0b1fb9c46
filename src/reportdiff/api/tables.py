"""The store as tables: claims, observations of each series, and changes between the editions of a subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from reportdiff.model.table import Cell, CellKind, Column, Table

if TYPE_CHECKING:
    from reportdiff.compare.timeline import Entry, Timeline
    from reportdiff.model.change import Change, Diff
    from reportdiff.model.claim import Claim

TEXT, NUMBER, COUNT, DAY = CellKind.TEXT, CellKind.NUMBER, CellKind.COUNT, CellKind.DAY

OBSERVATION_COLUMNS = (
    Column(name="subject", meaning="what the reports are about"),
    Column(name="series", meaning="the id of the series"),
    Column(name="name", meaning="the series in words"),
    Column(name="period_start", meaning="the first day that the observation is about", kind=DAY),
    Column(name="period_end", meaning="the last day that the observation is about", kind=DAY),
    Column(name="value", meaning="the figure as printed; for a fact, its value in words"),
    Column(name="amount", meaning="the figure, its multiplier applied", kind=NUMBER),
    Column(name="unit", meaning="currency code, percent, person, count, a physical unit"),
    Column(name="lower_bound", meaning="the least that the words can mean", kind=NUMBER),
    Column(name="upper_bound", meaning="the most that the words can mean", kind=NUMBER),
    Column(name="snapshot", meaning="the snapshot that says so"),
    Column(name="publisher", meaning="who published it"),
    Column(name="published", meaning="the day of publication", kind=DAY),
    Column(name="claim", meaning="the id of the claim"),
    Column(name="standing", meaning="current, stale or expired, by the newest day of publication"),
    Column(name="conflicts", meaning="the kinds of conflict that the observation is in, and with which snapshots"),
    Column(name="quote", meaning="the shortest run of the text that holds the claim"),
)

CHANGE_COLUMNS = (
    Column(name="subject", meaning="what the reports are about"),
    Column(name="old_snapshot", meaning="the earlier of two snapshots"),
    Column(name="new_snapshot", meaning="the later one"),
    Column(name="series", meaning="the series that the change is in"),
    Column(name="name", meaning="the series in words"),
    Column(name="kind", meaning="what the change is called"),
    Column(name="news", meaning="yes, unless the new snapshot merely says again what the old one said"),
    Column(name="old_value", meaning="what the earlier snapshot says"),
    Column(name="old_amount", meaning="the earlier figure, its multiplier applied", kind=NUMBER),
    Column(name="old_period_end", meaning="the last day that the earlier claim is about", kind=DAY),
    Column(name="new_value", meaning="what the later snapshot says"),
    Column(name="new_amount", meaning="the later figure, its multiplier applied", kind=NUMBER),
    Column(name="new_period_end", meaning="the last day that the later claim is about", kind=DAY),
    Column(name="unit", meaning="the unit of the figures"),
    Column(name="difference", meaning="the later figure less the earlier one", kind=NUMBER),
    Column(name="percent", meaning="the difference in percent of the earlier figure", kind=NUMBER),
    Column(name="points", meaning="the difference in percentage points, for shares and rates", kind=NUMBER),
    Column(name="reason", meaning="the change in one sentence"),
    Column(name="old_quote", meaning="the shortest run of the earlier text that holds the claim"),
    Column(name="new_quote", meaning="the shortest run of the later text that holds the claim"),
)


def list_tables(subject: str | None = None, *, folder: str | Path = ".") -> tuple[Table, ...]:
    """Claims, observations and changes of one stored subject or of all, their rows read while they are gone through.

    Changes are those from each snapshot of a subject to the next in order of publication, the undated last. Raises
    :class:`NotFound` for a store or subject that is not there, and, while rows are read, :class:`UnreadableInput` for
    what is damaged.
    """
    from reportdiff.records.claim_rows import CLAIM_COLUMNS

    subjects = _subjects(subject, folder)
    return (
        Table(name="claims", columns=CLAIM_COLUMNS, rows=_claims(subjects, folder)),
        Table(name="observations", columns=OBSERVATION_COLUMNS, rows=_observations(subjects, folder)),
        Table(name="changes", columns=CHANGE_COLUMNS, rows=_changes(subjects, folder)),
    )


def _subjects(subject: str | None, folder: str | Path) -> tuple[str, ...]:
    from reportdiff.api.snapshots import list_ids, list_snapshots
    from reportdiff.store.ids import subjects_of

    if subject is None:
        return subjects_of(list_ids(folder=folder))
    list_snapshots(subject, folder=folder)
    return (subject,)


def _claims(subjects: Iterable[str], folder: str | Path) -> Iterator[tuple[Cell, ...]]:
    from reportdiff.api.snapshots import list_snapshots
    from reportdiff.api.tracing import list_series
    from reportdiff.records.claim_rows import claim_rows, name_series

    for subject in subjects:
        names = name_series(list_series(subject, folder=folder))
        for snapshot in list_snapshots(subject, folder=folder):
            yield from claim_rows(snapshot, names)


def _observations(subjects: Iterable[str], folder: str | Path) -> Iterator[tuple[Cell, ...]]:
    from reportdiff.api.tracing import timelines

    for subject in subjects:
        for timeline in timelines(subject, folder=folder):
            yield from (_observation_row(timeline, entry) for entry in timeline.entries)


def _changes(subjects: Iterable[str], folder: str | Path) -> Iterator[tuple[Cell, ...]]:
    from reportdiff.api.comparison import diff
    from reportdiff.api.snapshots import list_snapshots
    from reportdiff.model.document import shown_order

    for subject in subjects:
        for old, new in pairwise(sorted(list_snapshots(subject, folder=folder), key=shown_order)):
            compared = diff(old, new, allow_empty=True)
            yield from (_change_row(compared, change) for change in compared.changes)


def _observation_row(timeline: Timeline, entry: Entry) -> tuple[Cell, ...]:
    from reportdiff.compare.verdicts.reasons import name_of
    from reportdiff.records.claim_rows import tell_value

    snapshot, claim = entry.snapshot, entry.claim
    amount, unit, lower, upper = _figure(claim)
    return (
        timeline.subject.id,
        timeline.series.id,
        name_of(timeline.lead),
        claim.period.start,
        claim.period.end,
        tell_value(claim.value),
        amount,
        unit,
        lower,
        upper,
        snapshot.id,
        snapshot.publisher.id,
        snapshot.edition.published,
        claim.id,
        entry.judgement.standing.value,
        "; ".join(f"{kind.value} with {timeline.entries[number - 1].snapshot.id}" for kind, number in entry.conflicts),
        claim.quote.exact,
    )


def _change_row(compared: Diff, change: Change) -> tuple[Cell, ...]:
    from reportdiff.compare.verdicts.reasons import name_of
    from reportdiff.model.change import Added, Changed, Dropped, is_news

    old = None if isinstance(change, Added) else change.old
    new = None if isinstance(change, Dropped) else change.new
    named = new or old
    assert named is not None
    delta = change.delta if isinstance(change, Changed) else None
    return (
        compared.new.subject.id,
        compared.old.id,
        compared.new.id,
        change.series,
        name_of(named),
        change.kind.value,
        "yes" if is_news(change) else "no",
        *_side(old),
        *_side(new),
        _figure(named)[1],
        *((None, None, None) if delta is None else (delta.absolute, delta.percent, delta.points)),
        change.reason,
        None if old is None else old.quote.exact,
        None if new is None else new.quote.exact,
    )


def _side(claim: Claim | None) -> tuple[Cell, ...]:
    from reportdiff.records.claim_rows import tell_value

    return (None, None, None) if claim is None else (tell_value(claim.value), _figure(claim)[0], claim.period.end)


def _figure(claim: Claim) -> Sequence[Cell]:
    """Amount, unit and bounds of a figure; all None for a fact."""
    from reportdiff.model.quantity import Quantity

    value = claim.value
    if not isinstance(value, Quantity):
        return None, None, None, None
    return value.amount, value.unit, value.lower_bound, value.upper_bound
