"""The whole site: every page with its address, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reportdiff.compare.dossier import Dossier, Pair, choose_pairs
from reportdiff.model.change import Diff
from reportdiff.model.document import Snapshot
from reportdiff.reports.site.addresses import comparison_path, edition_path, link, subject_path
from reportdiff.reports.site.comparison import view_comparison
from reportdiff.reports.site.edition import view_edition
from reportdiff.reports.site.feed import EntryView, render_feed, view_entry
from reportdiff.reports.site.findings import findings_between, view_findings
from reportdiff.reports.site.sources import name_subject, view_source
from reportdiff.reports.site.subject import view_pages
from reportdiff.reports.site.templates import fill

INDEX, FEED = "index.html", "feed.xml"

Compare = Callable[[Dossier, Snapshot, Snapshot], Diff]
"""Sets two editions of a dossier against each other in full."""


class Page(NamedTuple):
    """A file of the site: its path below the folder, with ``/``, and what it holds."""

    path: str
    content: str


class SubjectCard(NamedTuple):
    """A subject on the first page."""

    name: str
    href: str
    editions: int
    publishers: str
    years: str
    claims: int
    newest: str
    newest_href: str
    news: tuple[str, ...]


class IndexView(NamedTuple):
    """The first page."""

    title: str
    subjects: tuple[SubjectCard, ...]


def render_site(dossiers: Iterator[Dossier], compare: Compare) -> Iterator[Page]:
    """All pages of the site over *dossiers*, and a feed of what each new edition changed."""
    cards: list[SubjectCard] = []
    entries: list[EntryView] = []
    for dossier in dossiers:
        pairs = choose_pairs(dossier.snapshots)
        told: list[EntryView] = []
        yield from _render_comparisons(dossier, pairs, compare, told)
        yield from _render_subject(dossier, pairs)
        subject = dossier.subject.id
        yield Page(f"{subject}/{FEED}", render_feed(name_subject(dossier.subject), f"{subject}/{FEED}", told))
        cards.append(_card(dossier, pairs, told))
        entries += told
    yield Page(INDEX, fill("index.html", IndexView("Reports compared", tuple(cards)), home="", up="", feed=FEED))
    yield Page(FEED, render_feed("Reports compared", FEED, entries))


def _render_comparisons(
    dossier: Dossier, pairs: Sequence[Pair], compare: Compare, told: list[EntryView]
) -> Iterator[Page]:
    """A page a pair; *told* is given an entry for each edition against the one before it."""
    neighbours = set(zip((s.id for s in dossier.snapshots), (s.id for s in dossier.snapshots[1:]), strict=False))
    for old, new in pairs:
        path = comparison_path(old, new)
        diff = compare(dossier, old, new)
        view = view_comparison(diff, view_findings(findings_between(dossier.findings, old, new), path))
        if (old.id, new.id) in neighbours and new.edition.published is not None:
            told.append(view_entry(view, diff, path))
        yield Page(
            path,
            fill(
                "comparison.html",
                view,
                home=link(path, INDEX),
                up=link(path, subject_path(dossier.subject.id)),
                feed=link(path, f"{dossier.subject.id}/{FEED}"),
                old_page=link(path, edition_path(old)),
                new_page=link(path, edition_path(new)),
            ),
        )


def _render_subject(dossier: Dossier, pairs: Sequence[Pair]) -> Iterator[Page]:
    path = subject_path(dossier.subject.id)
    front, parts = view_pages(dossier, pairs)
    above = {"home": link(path, INDEX), "feed": FEED}
    yield Page(path, fill("subject.html", front, up="", **above))
    for part, view in parts.items():
        yield Page(part, fill("topic.html", view, up="index.html", **above))
    for snapshot in dossier.snapshots:
        page = edition_path(snapshot)
        addresses = {"home": link(page, INDEX), "up": link(page, path), "feed": "../feed.xml"}
        yield Page(page, fill("edition.html", view_edition(snapshot), **addresses))


def _card(dossier: Dossier, pairs: Sequence[Pair], entries: Sequence[EntryView]) -> SubjectCard:
    snapshots = dossier.snapshots
    years = [each.edition.published.year for each in snapshots if each.edition.published]
    span = f"{min(years)}–{max(years)}" if years and min(years) < max(years) else str(*years[:1])
    return SubjectCard(
        name=name_subject(dossier.subject),
        href=subject_path(dossier.subject.id),
        editions=len(snapshots),
        publishers=", ".join(dict.fromkeys(view_source(each).publisher for each in snapshots)),
        years=span,
        claims=sum(len(each.claims) for each in snapshots),
        newest=view_source(snapshots[-1]).label,
        newest_href=comparison_path(*pairs[-1]) if pairs else "",
        news=entries[-1].lines[:4] if entries else (),
    )
