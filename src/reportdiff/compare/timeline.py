"""One figure or fact through all editions and publishers: what was said of which time, and what became of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from reportdiff.compare.reading.periods import days_of
from reportdiff.compare.reading.telling import place_of, printed
from reportdiff.compare.reading.units import in_one_unit
from reportdiff.compare.verdicts.fact_kinds import compare_facts
from reportdiff.compare.verdicts.figures import kind_of_figures
from reportdiff.compare.verdicts.standing import CURRENT, Judgement, Observation, Standing, judge_standing
from reportdiff.compare.verdicts.terms import end_ahead
from reportdiff.model.change import CONFLICTS, ChangeKind
from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot, Statement, Subject, judged_order
from reportdiff.model.quantity import Quantity
from reportdiff.model.series import SubjectSeries


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An observation: a claim and the snapshot that makes it, in order of period; ``number`` counts from 1.

    ``conflicts`` are the numbers of the observations that give another value for the same time, with what that is
    called; ``judgement`` is its standing on the timeline's day.
    """

    number: int
    snapshot: Snapshot
    claim: Claim
    judgement: Judgement
    conflicts: tuple[tuple[ChangeKind, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A series on a day: its observations known by then, the years between them that nothing is told of, first to
    last, and the snapshots that are silent on it. ``as_of`` is None where no snapshot is dated.
    """

    subject: Subject
    series: SubjectSeries
    as_of: date | None
    entries: tuple[Entry, ...]
    gaps: tuple[tuple[int, int], ...] = ()
    silent: tuple[Snapshot, ...] = ()

    @property
    def lead(self) -> Claim:
        """The claim that the series is named for: its first member, or the first that was known on the day."""
        told = {(entry.snapshot.id, entry.claim.id): entry.claim for entry in self.entries}
        known = (told.get((member.snapshot, member.claim)) for member in self.series.members)
        return next((claim for claim in known if claim is not None), self.entries[0].claim)


def make_timelines(
    every: Iterable[SubjectSeries], snapshots: Sequence[Snapshot], as_of: date | None
) -> Iterator[Timeline]:
    """The timelines of series of *snapshots*, which are all of one subject; what came later than *as_of* is left out,
    and with it those of which nothing was known.

    Without *as_of* the newest day of publication is taken. What an edition repeats within itself is shown once.
    """
    day = as_of or newest_day(snapshots)
    known = sorted((snapshot for snapshot in snapshots if _is_known(snapshot, day)), key=judged_order)
    claims = {(snapshot.id, claim.id): (snapshot, claim) for snapshot in known for claim in snapshot.claims}
    for series in every:
        members = [claims[key] for member in series.members if (key := (member.snapshot, member.claim)) in claims]
        if members:
            yield _make_timeline(series, _told_once(members), known, day)


def _make_timeline(
    series: SubjectSeries, told: Sequence[Statement], known: Iterable[Snapshot], day: date | None
) -> Timeline:
    observations = [Observation(claim=claim, known=snapshot.edition.published) for snapshot, claim in told]
    conflicts = _find_conflicts(told)
    entries = tuple(
        Entry(
            number=number,
            snapshot=snapshot,
            claim=claim,
            judgement=_judge(claim, observations, day),
            conflicts=tuple(conflicts.get(number, ())),
        )
        for number, (snapshot, claim) in enumerate(told, 1)
    )
    speaking = {snapshot.id for snapshot, _ in told}
    return Timeline(
        subject=told[0][0].subject,
        series=series,
        as_of=day,
        entries=entries,
        gaps=_find_gaps(entries),
        silent=tuple(snapshot for snapshot in known if snapshot.id not in speaking),
    )


def newest_day(snapshots: Iterable[Snapshot]) -> date | None:
    """The newest day of publication; None when nothing is dated."""
    days = (snapshot.edition.published for snapshot in snapshots)
    return max((day for day in days if day is not None), default=None)


def year_of(claim: Claim) -> int | None:
    """The year in which a claim's period ends; None when nothing tells."""
    days = days_of(claim.period)
    return None if days is None else days[1].year


def values_by_year(entries: Iterable[Entry]) -> Mapping[int, Decimal]:
    """The figure of each year as it was told last, all in one unit; empty for facts."""
    figures = [(year, entry) for entry in entries if (year := year_of(entry.claim)) is not None]
    figures.sort(key=lambda pair: (pair[0], judged_order(pair[1].snapshot)))
    last = {year: entry.claim.value for year, entry in figures if isinstance(entry.claim.value, Quantity)}
    if not last:
        return {}
    unit = last[max(last)]
    return {year: in_one_unit(value, unit)[0].amount for year, value in last.items()}


def kind_between(old: Statement, new: Statement) -> ChangeKind:
    """What the pair of two observations is called, as :func:`reportdiff.compare.diff.diff_snapshots` calls it."""
    if not isinstance(old[1].value, Quantity) or not isinstance(new[1].value, Quantity):
        return compare_facts(old[1], new[1]).kind
    same_document = old[0].document == new[0].document and old[0].id != new[0].id
    return kind_of_figures(old[1], new[1], same_document=same_document)


def _is_known(snapshot: Snapshot, day: date | None) -> bool:
    published = snapshot.edition.published
    return day is None or published is None or published <= day


def _told_once(members: Iterable[Statement]) -> list[Statement]:
    """Claims in order of period, those that nothing dates last; what a text says twice of the same days once."""
    first: dict[object, Statement] = {}
    for snapshot, claim in sorted(members, key=lambda pair: (judged_order(pair[0]), place_of(pair[1]))):
        first.setdefault((snapshot.id, days_of(claim.period), printed(claim) or claim.value), (snapshot, claim))
    return sorted(first.values(), key=lambda pair: (_period_key(pair[1]), judged_order(pair[0]), place_of(pair[1])))


def _period_key(claim: Claim) -> tuple[date, date]:
    start, end = days_of(claim.period) or (date.max, date.max)
    return end, start


def _judge(claim: Claim, series: Iterable[Observation], day: date | None) -> Judgement:
    """The standing of a claim; an end that was past when it was told is history, and nothing that has expired."""
    judgement = CURRENT if day is None else judge_standing(claim, series, day)
    return CURRENT if judgement.standing is Standing.EXPIRED and end_ahead(claim) is None else judgement


def _find_conflicts(told: Sequence[Statement]) -> dict[int, list[tuple[ChangeKind, int]]]:
    """Number of an observation → the conflicts that it is in, in order of the others' numbers."""
    found: dict[int, list[tuple[ChangeKind, int]]] = {}
    for one, other in sorted(_that_may_conflict(told)):
        old, new = sorted((told[one], told[other]), key=lambda pair: judged_order(pair[0]))
        kind = kind_between(old, new)
        if kind in CONFLICTS:
            found.setdefault(one + 1, []).append((kind, other + 1))
            found.setdefault(other + 1, []).append((kind, one + 1))
    return found


def _that_may_conflict(told: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Each two, by index, whose days meet, and of facts any two; *told* are in order of their last days."""
    facts = any(not isinstance(claim.value, Quantity) for _, claim in told)
    ends = [_period_key(claim)[0] for _, claim in told]
    for index, (_, claim) in enumerate(told):
        days = days_of(claim.period)
        met = index if days is None else bisect_left(ends, days[0], 0, index)
        yield from ((before, index) for before in range(0 if facts else met, index))


def _find_gaps(entries: Iterable[Entry]) -> tuple[tuple[int, int], ...]:
    figures = (entry.claim for entry in entries if isinstance(entry.claim.value, Quantity))
    years = sorted({year for claim in figures if (year := year_of(claim)) is not None})
    return tuple((one + 1, other - 1) for one, other in pairwise(years) if other - one > 1)
