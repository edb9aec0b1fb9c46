"""Who first said what a series says now, who last said it again, and who said otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from reportdiff.compare.reading.telling import place_of
from reportdiff.compare.timeline import Entry, Timeline, kind_between
from reportdiff.compare.verdicts.standing import Observation, Standing, latest_known
from reportdiff.model.change import AGREEING, CONFLICTS, ChangeKind
from reportdiff.model.document import judged_order

OTHERWISE = CONFLICTS | {ChangeKind.UNDATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """The answers for one series.

    ``first`` said the current value first, ``last`` said it again last, None where nobody did; ``otherwise`` said
    something else of that time, or what was overtaken or ran out since, in order of publication, the undated first,
    each with what that is called (``stale`` and ``expired`` for the latter).
    """

    timeline: Timeline
    current: Entry
    first: Entry
    last: Entry | None
    otherwise: tuple[tuple[str, Entry], ...]


def find_blame(timeline: Timeline) -> Blame:
    """Who is answerable for the latest observation of *timeline*, which must have one."""
    current = _current(timeline)
    ordered = sorted(timeline.entries, key=lambda entry: (judged_order(entry.snapshot), place_of(entry.claim)))
    kinds = {entry.number: _kind(entry, current) for entry in ordered if entry is not current}
    agreeing = [entry for entry in ordered if entry is current or kinds[entry.number] in AGREEING]
    again = [entry for entry in agreeing if entry.snapshot.id != agreeing[0].snapshot.id]
    return Blame(
        timeline=timeline,
        current=current,
        first=agreeing[0],
        last=again[-1] if again else None,
        otherwise=tuple(
            (said, entry) for entry in ordered if entry not in agreeing and (said := _otherwise(entry, kinds))
        ),
    )


def _current(timeline: Timeline) -> Entry:
    """The entry of the latest period, as it was told last; where nothing is dated, the one told last."""
    by_observation = {
        Observation(claim=entry.claim, known=entry.snapshot.edition.published): entry for entry in timeline.entries
    }
    latest = None if timeline.as_of is None else latest_known(by_observation, timeline.as_of)
    if latest is not None:
        return by_observation[latest]
    return max(timeline.entries, key=lambda entry: (judged_order(entry.snapshot), place_of(entry.claim)))


def _kind(entry: Entry, current: Entry) -> ChangeKind:
    pair = sorted((entry, current), key=lambda each: judged_order(each.snapshot))
    old, new = ((each.snapshot, each.claim) for each in pair)
    return kind_between(old, new)


def _otherwise(entry: Entry, kinds: dict[int, ChangeKind]) -> str | None:
    kind = kinds[entry.number]
    if kind in OTHERWISE:
        return kind.value
    standing = entry.judgement.standing
    return None if standing is Standing.CURRENT else standing.value
