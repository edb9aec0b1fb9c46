"""Timelines in Markdown: one with all its observations, or a list of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.compare.timeline import Entry, Timeline
from reportdiff.reports.markdown.markup import escape_markdown, mark_strong, render_table
from reportdiff.reports.markdown.page import Part, Row, cell, part_lines
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.timeline import say_entry, say_name, say_notes, say_years
from reportdiff.reports.words.periods import say_date, say_period
from reportdiff.reports.words.quotes import quotes_of, say_source

BARS = 50
"""Columns for a sparkline with its years."""


def render_timelines_markdown(timelines: Sequence[Timeline], screen: Screen) -> str:
    """One timeline in full with its quotes; of several those with two observations or more, the rest counted."""
    if len(timelines) == 1:
        return "\n".join([*_timeline(timelines[0]), ""])
    shown = [each for each in timelines if screen.everything or len(each.entries) > 1]
    subject, day = timelines[0].subject, timelines[0].as_of
    title = escape_markdown(f"{subject.name or subject.id}{f', as of {say_date(day)}' if day else ''}")
    rest = len(timelines) - len(shown)
    closing = ["", f"{rest} told once and not shown; `--all` writes them too."] if rest else []
    table = render_table(("what", "observations", "first", "latest", "years", "series"), map(_row, shown))
    return "\n".join([f"## {title}", "", table, *closing, ""])


def _row(timeline: Timeline) -> tuple[str, ...]:
    first, last = timeline.entries[0], timeline.entries[-1]
    conflicts = sum(len(entry.conflicts) for entry in timeline.entries) // 2
    count = f"{len(timeline.entries)}{f', {conflicts} in conflict' if conflicts else ''}"
    cells = say_name(timeline), count, _told(first), _told(last), say_years(timeline, BARS), timeline.series.id
    return tuple(map(cell, cells))


def _told(entry: Entry) -> str:
    return f"{say_entry(entry)} ({say_period(entry.claim.period)})"


def _timeline(timeline: Timeline) -> Iterator[str]:
    yield f"## {cell(say_name(timeline))}"
    yield ""
    day = f", as of {say_date(timeline.as_of)}" if timeline.as_of else ""
    number = len(timeline.entries)
    yield escape_markdown(f"{timeline.series.id} · {number} observation{'' if number == 1 else 's'}{day}")
    if years := say_years(timeline, BARS):
        yield from ("", escape_markdown(years))
    rows = tuple(_entry(entry, timeline) for entry in timeline.entries)
    yield from part_lines(Part("Observations", ("time", "value", "source", "remarks"), rows), len(rows))
    if timeline.silent:
        yield from ("", escape_markdown(f"Silent on it: {'; '.join(map(say_source, timeline.silent))}."))


def _entry(entry: Entry, timeline: Timeline) -> Row:
    remarks = "; ".join(note for _, note in say_notes(entry, timeline))
    source = say_source(entry.snapshot)
    cells = say_period(entry.claim.period), say_entry(entry), source, remarks
    quotes = quotes_of([entry.claim], entry.snapshot.text)
    return Row(tuple(map(cell, cells)), tuple(f"{escape_markdown(source)}: {mark_strong(quote)}" for quote in quotes))
