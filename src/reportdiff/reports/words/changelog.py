"""What all formats of the changelog say around its sentences: headings, and whom a sentence cites."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportdiff.compare.chronicle import Chapter, Line
from reportdiff.reports.screen import printable
from reportdiff.reports.words.counts import say_claims
from reportdiff.reports.words.periods import say_date
from reportdiff.reports.words.quotes import quotes_of, say_publisher, say_source

MOST_QUOTES = 3
"""Quotes under one sentence; more are counted."""


def say_chapter(chapter: Chapter) -> str:
    """``10 Jan 2024: crs, “Country Overview”``."""
    snapshot = chapter.snapshot
    day = say_date(snapshot.edition.published) if snapshot.edition.published else "Undated"
    title = f", “{printable(snapshot.title)}”" if snapshot.title else ""
    return f"{day}: {say_publisher(snapshot)}{title}"


def say_comparison(chapter: Chapter) -> str:
    """Against what an edition is held, and where that leads to nothing, that it does."""
    if not chapter.against:
        return f"The first report on the subject, with {say_claims(len(chapter.snapshot.claims))}."
    against = " and ".join(map(say_source, chapter.against))
    return f"Against {against}:" if chapter.lines else f"Nothing new against {against}."


def cite(line: Line, *, everything: bool) -> Iterator[tuple[str, str]]:
    """Who says it (publisher, day and id of the snapshot), each with a quote whose words may be emphasized."""
    told = [
        (f"{say_source(snapshot)}, {printable(snapshot.id)}", quote)
        for snapshot, members in groupby(line.claims, key=lambda each: each[0])
        for quote in quotes_of([claim for _, claim in members], snapshot.text)
    ]
    shown = told if everything else told[:MOST_QUOTES]
    yield from shown
    if len(told) > len(shown):
        yield told[0][0], f"and {len(told) - len(shown)} more"
