"""Editions as pages name them."""

from __future__ import annotations

from typing import NamedTuple

from reportdiff.model.document import Snapshot, Subject
from reportdiff.reports.screen import printable
from reportdiff.reports.words.periods import say_date
from reportdiff.reports.words.quotes import say_publisher
from reportdiff.vocabulary.loader import load_vocabulary

SHORT_ID = 6


class SourceView(NamedTuple):
    """Who says it, when, under which title; ``edition`` is empty where nothing names it."""

    id: str
    publisher: str
    day: str
    title: str
    edition: str
    url: str

    @property
    def label(self) -> str:
        """``CRS, 10 Jan 2024``."""
        return f"{self.publisher}, {self.day}"


def view_source(snapshot: Snapshot) -> SourceView:
    """How a page names *snapshot*."""
    published = snapshot.edition.published
    return SourceView(
        id=snapshot.id,
        publisher=name_publisher(snapshot),
        day=say_date(published) if published else "undated",
        title=printable(snapshot.title or ""),
        edition=printable(snapshot.edition.label or ""),
        url=printable(snapshot.source.url or ""),
    )


def name_publisher(snapshot: Snapshot) -> str:
    """The publisher's name; a short id in capitals, for it is most often an abbreviation."""
    name = say_publisher(snapshot)
    is_id = snapshot.publisher.name is None and name == snapshot.publisher.id
    return name.upper() if is_id and name.isalpha() and len(name) <= SHORT_ID else name


def name_subject(subject: Subject) -> str:
    """The subject's name; without one that of the country, else its id with capitals."""
    countries = load_vocabulary().countries
    return printable(subject.name or countries.name_of(subject.id) or subject.id.replace("-", " ").title())
