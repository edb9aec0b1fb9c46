"""Watched terms through the reports on one subject, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.document import Snapshot
from reportdiff.model.framing import TermUse
from reportdiff.reports.markdown.markup import escape_markdown, render_table
from reportdiff.reports.markdown.page import cell
from reportdiff.reports.screen import Screen
from reportdiff.reports.words.quotes import say_source

Use = tuple[Snapshot, TermUse]


def render_uses_markdown(uses: Sequence[Sequence[Use]], _screen: Screen) -> str:
    """A row a term, a column a report: how often, and how often in 1,000 words; then the first and last use."""
    if not any(uses):
        return "There is no text to look through.\n"
    head = ("term", *(escape_markdown(say_source(snapshot)) for snapshot, _ in uses[0]), "first used", "last used")
    return f"{render_table(head, (tuple(_cells(term)) for term in uses))}\n"


def _cells(term: Sequence[Use]) -> Iterator[str]:
    yield cell(str(term[0][1].term))
    for _, use in term:
        yield f"{use.count} ({1000 * use.count / use.words:.1f})" if use.words else "–"
    told = [snapshot for snapshot, use in term if use.places]
    yield from (cell(say_source(snapshot)) for snapshot in (told[0], told[-1])) if told else ("never", "never")
