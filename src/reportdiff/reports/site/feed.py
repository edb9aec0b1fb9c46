"""An Atom feed: an entry for each edition, with what it changed against the one before it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from xml.etree import ElementTree as ET

from reportdiff.model.change import Diff
from reportdiff.reports.screen import printable
from reportdiff.reports.site.addresses import link
from reportdiff.reports.site.comparison import ComparisonView

ATOM = "http://www.w3.org/2005/Atom"
SPACE = uuid.UUID("7c0f9a52-6a55-5a0c-9d3e-0b6d2b0f6f0a")
"""Ids are made in here, of what an entry is about: they never change."""


class EntryView(NamedTuple):
    """One edition's news: an id for good, its day, and its weightiest moves in a line each."""

    id: str
    title: str
    path: str
    day: str
    author: str
    lines: tuple[str, ...]
    summary: str


def view_entry(view: ComparisonView, diff: Diff, path: str) -> EntryView:
    """The entry on the newer edition of *diff*, which is dated."""
    day = diff.new.edition.published or date.min
    return EntryView(
        id=uuid.uuid5(SPACE, f"{diff.old.id} {diff.new.id}").urn,
        title=view.title,
        path=path,
        day=f"{day.isoformat()}T00:00:00Z",
        author=view.new.publisher,
        lines=tuple(_line(row.name, row.old, row.new, row.verdict) for row in view.glance),
        summary=" · ".join(view.counts),
    )


def render_feed(title: str, path: str, entries: Sequence[EntryView]) -> str:
    """The feed at *path*, the newest entry first; its own day is that of the newest entry."""
    ET.register_namespace("", ATOM)
    feed = ET.Element(f"{{{ATOM}}}feed")
    ordered = sorted(entries, key=lambda entry: (entry.day, entry.id), reverse=True)
    _add(feed, "id", uuid.uuid5(SPACE, path).urn)
    _add(feed, "title", f"{title}: what changed")
    _add(feed, "updated", ordered[0].day if ordered else "1970-01-01T00:00:00Z")
    ET.SubElement(feed, f"{{{ATOM}}}link", rel="self", href=link(path, path))
    ET.SubElement(feed, f"{{{ATOM}}}link", rel="alternate", href="index.html")
    _add(feed, "generator", "reportdiff")
    for entry in ordered:
        _add_entry(feed, entry, path)
    ET.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _add_entry(feed: ET.Element, entry: EntryView, path: str) -> None:
    element = ET.SubElement(feed, f"{{{ATOM}}}entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", entry.day)
    _add(ET.SubElement(element, f"{{{ATOM}}}author"), "name", entry.author)
    ET.SubElement(element, f"{{{ATOM}}}link", rel="alternate", href=link(path, entry.path))
    _add(element, "summary", entry.summary)
    _add(element, "content", "\n".join(entry.lines)).set("type", "text")


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    element.text = "\n".join(map(printable, text.split("\n")))
    return element


def _line(name: str, old: tuple[str, ...], new: tuple[str, ...], verdict: str) -> str:
    sides = " → ".join(side for side in ("; ".join(old), "; ".join(new)) if side)
    return f"{name}: {sides} ({verdict})"
