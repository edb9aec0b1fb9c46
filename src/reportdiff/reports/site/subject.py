"""The pages of a subject: its editions and how to compare them, its figures through time, its telling, its findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.compare.dossier import Dossier, Pair
from reportdiff.model.document import Snapshot
from reportdiff.reports.site.addresses import comparison_path, edition_path, link, name_claims, subject_path, topic_path
from reportdiff.reports.site.findings import FindingView, view_findings
from reportdiff.reports.site.series import SeriesView, shapes_of, view_series
from reportdiff.reports.site.sources import SourceView, name_publisher, name_subject, view_source
from reportdiff.reports.site.telling import SubjectTelling, view_subject_telling
from reportdiff.reports.site.topics import name_topic, order_of

FRONT = 12
"""So many charts stand on the front page of a subject."""

MOST_FINDINGS = 200


class EditionRow(NamedTuple):
    """An edition, its page, how many claims it makes, and the comparisons with it as the newer one."""

    source: SourceView
    href: str
    shape: int
    claims: int
    comparisons: tuple[tuple[str, str], ...]


class TopicRow(NamedTuple):
    """A part of the series: its page and how many stand there."""

    topic: str
    name: str
    href: str
    number: int


class ListRow(NamedTuple):
    """A series in the list of all: where its chart stands, and its view."""

    href: str
    series: SeriesView


class SubjectView(NamedTuple):
    """The front page of a subject."""

    title: str
    name: str
    editions: tuple[EditionRow, ...]
    publishers: tuple[tuple[str, int], ...]
    topics: tuple[TopicRow, ...]
    front: tuple[ListRow, ...]
    series: tuple[ListRow, ...]
    telling: SubjectTelling
    findings: tuple[FindingView, ...]
    more_findings: int
    newest: str


class TopicView(NamedTuple):
    """The page of one part of the series."""

    title: str
    subject: str
    name: str
    topics: tuple[TopicRow, ...]
    topic: str
    publishers: tuple[tuple[str, int], ...]
    series: tuple[SeriesView, ...]


def view_pages(dossier: Dossier, pairs: Sequence[Pair]) -> tuple[SubjectView, dict[str, TopicView]]:
    """The front page of the subject of *dossier*, and address → page of each part of its series.

    *pairs* are those that have a page. All these pages lie in one folder, so that addresses are the same from each.
    """
    page = subject_path(dossier.subject.id)
    claims = {snapshot.id: name_claims(snapshot) for snapshot in dossier.snapshots}
    series = view_series(dossier.timelines, page, shapes_of(dossier.snapshots), claims)
    topics = _topics(dossier, page, series)
    parts = [
        (topic_path(dossier.subject.id, each.topic), _view_topic(dossier, each, topics, series)) for each in topics
    ]
    return _view_front(dossier, pairs, topics, series), dict(parts)


def _view_front(
    dossier: Dossier, pairs: Sequence[Pair], topics: tuple[TopicRow, ...], series: Sequence[SeriesView]
) -> SubjectView:
    page = subject_path(dossier.subject.id)
    hrefs = {topic.topic: topic.href for topic in topics}
    rows = [ListRow(f"{hrefs[each.topic]}#{each.anchor}", each) for each in series]
    return SubjectView(
        title=name_subject(dossier.subject),
        name=name_subject(dossier.subject),
        editions=tuple(_edition(snapshot, dossier, pairs, page) for snapshot in reversed(dossier.snapshots)),
        publishers=_publishers(dossier),
        topics=topics,
        front=tuple(row for row in rows if row.series.chart is not None)[:FRONT],
        series=tuple(rows),
        telling=view_subject_telling(dossier),
        findings=view_findings(dossier.findings[:MOST_FINDINGS], page),
        more_findings=max(0, len(dossier.findings) - MOST_FINDINGS),
        newest=link(page, comparison_path(*pairs[-1])) if pairs else "",
    )


def _view_topic(
    dossier: Dossier, topic: TopicRow, topics: tuple[TopicRow, ...], series: Sequence[SeriesView]
) -> TopicView:
    subject = name_subject(dossier.subject)
    return TopicView(
        title=f"{subject}: {topic.name}",
        subject=subject,
        name=topic.name,
        topics=topics,
        topic=topic.topic,
        publishers=_publishers(dossier),
        series=tuple(each for each in series if each.topic == topic.topic),
    )


def _topics(dossier: Dossier, page: str, series: Sequence[SeriesView]) -> tuple[TopicRow, ...]:
    topics = sorted({each.topic for each in series}, key=order_of)
    return tuple(
        TopicRow(
            topic,
            name_topic(topic),
            link(page, topic_path(dossier.subject.id, topic)),
            sum(each.topic == topic for each in series),
        )
        for topic in topics
    )


def _publishers(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """The publishers by name, with the number of their marks."""
    names = {snapshot.publisher.id: name_publisher(snapshot) for snapshot in dossier.snapshots}
    return tuple((names[each], number % 6) for each, number in shapes_of(dossier.snapshots).items())


def _edition(snapshot: Snapshot, dossier: Dossier, pairs: Sequence[Pair], page: str) -> EditionRow:
    comparisons = (
        (f"against {view_source(old).label}", link(page, comparison_path(old, new)))
        for old, new in pairs
        if new.id == snapshot.id
    )
    return EditionRow(
        source=view_source(snapshot),
        href=link(page, edition_path(snapshot)),
        shape=shapes_of(dossier.snapshots)[snapshot.publisher.id] % 6,
        claims=len(snapshot.claims),
        comparisons=tuple(comparisons),
    )
