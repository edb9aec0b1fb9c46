"""One figure or fact through all editions, as a subject's pages show it: a chart, and the table beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reportdiff.compare.reading.telling import is_open
from reportdiff.compare.timeline import Entry, Timeline
from reportdiff.compare.verdicts.standing import Standing
from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.model.document import Snapshot
from reportdiff.reports.site.addresses import Names, edition_path, link
from reportdiff.reports.site.charts import points_of, spark, timeline_chart
from reportdiff.reports.site.rows import free
from reportdiff.reports.site.sources import name_publisher, view_source
from reportdiff.reports.site.svg import Svg
from reportdiff.reports.site.topics import FACTS, topic_of
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.periods import say_period
from reportdiff.reports.words.values import say_telling, say_value
from reportdiff.vocabulary.names import OPEN

KINDS = {True: "fact", False: "figure"}


class EntryView(NamedTuple):
    """One observation: its time, value, who says it, where, and what is to be remarked."""

    period: str
    value: str
    telling: str
    publisher: str
    shape: int
    source: str
    href: str
    remark: str
    conflict: bool


class SeriesView(NamedTuple):
    """A series with its address and its observations; ``chart`` is None for what cannot be drawn."""

    anchor: str
    name: str
    key: str
    topic: str
    kind: str
    conflicts: int
    publishers: tuple[str, ...]
    latest: str
    span: str
    chart: Svg | None
    spark: Svg | None
    entries: tuple[EntryView, ...]


Shapes = Mapping[str, int]
"""Id of a publisher → the number of its mark."""

Claims = Mapping[str, Mapping[str, str]]
"""Id of a snapshot → id of a claim → its address in the edition's page."""


def shapes_of(snapshots: Iterable[Snapshot]) -> dict[str, int]:
    """A mark for each publisher, in order of first publication."""
    return {each: number for number, each in enumerate(dict.fromkeys(s.publisher.id for s in snapshots))}


def view_series(timelines: Iterable[Timeline], page: str, shapes: Shapes, claims: Claims) -> tuple[SeriesView, ...]:
    """All *timelines* in their order, as *page* shows them."""
    names = Names()
    return tuple(_view(timeline, page, shapes, claims, names) for timeline in timelines)


def _view(timeline: Timeline, page: str, shapes: Shapes, claims: Claims, names: Names) -> SeriesView:
    lead = timeline.lead
    name = free(say_measure(lead))
    topic = topic_of(lead)
    return SeriesView(
        anchor=names.take(timeline.series.id.removeprefix(OPEN)),
        name=name[:1].upper() + name[1:],
        key=timeline.series.id if not is_open(lead) else "in the text's own words",
        topic=topic,
        kind=KINDS[topic == FACTS],
        conflicts=sum(len(entry.conflicts) for entry in timeline.entries) // 2,
        publishers=tuple(sorted({name_publisher(entry.snapshot) for entry in timeline.entries})),
        latest=free(_value(timeline.entries[-1].claim)),
        span=_span(timeline),
        chart=timeline_chart(timeline, shapes),
        spark=spark(points_of(timeline)),
        entries=tuple(_entry(entry, timeline, page, shapes, claims) for entry in timeline.entries),
    )


def _value(claim: Claim) -> str:
    return say_value(claim)


def _span(timeline: Timeline) -> str:
    told = list(dict.fromkeys(say_period(entry.claim.period) for entry in timeline.entries))
    return told[0] if len(told) == 1 else f"{told[0]} … {told[-1]}"


def _entry(entry: Entry, timeline: Timeline, page: str, shapes: Shapes, claims: Claims) -> EntryView:
    snapshot, claim = entry.snapshot, entry.claim
    place = claims.get(snapshot.id, {}).get(claim.id, "")
    return EntryView(
        period=say_period(claim.period),
        value=free(_value(claim)),
        telling=free(say_telling(claim)) if claim.kind is ClaimKind.QUANTITY else "",
        publisher=name_publisher(snapshot),
        shape=shapes.get(snapshot.publisher.id, 0) % 6,
        source=view_source(snapshot).day,
        href=f"{link(page, edition_path(snapshot))}#{place}",
        remark=_remark(entry, timeline),
        conflict=bool(entry.conflicts),
    )


def _remark(entry: Entry, timeline: Timeline) -> str:
    told = []
    for kind, other in entry.conflicts:
        against = timeline.entries[other - 1]
        who, what = name_publisher(against.snapshot), free(_value(against.claim))
        told.append(f"{kind.value.replace('-', ' ')} with {who}, {what}")
    by = entry.judgement.overtaken_by
    if by is not None:
        told.append(f"stale: overtaken by {free(_value(by.claim))} ({say_period(by.claim.period)})")
    elif entry.judgement.standing is Standing.EXPIRED:
        told.append("expired: the end that it states is past")
    return "; ".join(told)
