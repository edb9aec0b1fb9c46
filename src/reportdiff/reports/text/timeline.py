"""Timelines for the terminal: one in full, or all of a subject in a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.compare.timeline import Entry, Timeline, values_by_year, year_of
from reportdiff.compare.verdicts.standing import Standing
from reportdiff.model.change import ChangeKind
from reportdiff.model.quantity import Quantity
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.words.annotations import say_annotations
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.periods import say_date, say_period
from reportdiff.reports.words.quotes import quotes_of, say_publisher, say_source
from reportdiff.reports.words.sparkline import draw_sparkline
from reportdiff.reports.words.values import say_telling, say_value

INDENT = "  "
MOST_YEARS = 40
"""Bars of a sparkline, at most."""

SHOWN = 30
"""Timelines in the list on the short screen."""

ROLES = {ChangeKind.CONTRADICTION: "alarm", ChangeKind.REVISION: "alarm", ChangeKind.SPREAD: "news"}


def render_timeline_text(timeline: Timeline, screen: Screen) -> str:
    """The observations of one series in order of their period, with gaps, standings, conflicts and a sparkline."""
    return "\n".join([*_heading(timeline, screen), "", *_entries(timeline, screen), *_closing(timeline, screen), ""])


def render_timelines_text(timelines: Sequence[Timeline], screen: Screen) -> str:
    """One timeline in full; of several those with two observations or more, in a row or two each, the rest counted."""
    if len(timelines) == 1:
        return render_timeline_text(timelines[0], screen)
    several = [timeline for timeline in timelines if len(timeline.entries) > 1]
    shown = several if screen.everything else several[:SHOWN]
    lines = [line for timeline in shown for line in _row(timeline, screen)]
    return "\n".join([*_list_heading(timelines, screen), *lines, *_rest(timelines, several, shown, screen), ""])


def say_years(timeline: Timeline, room: int) -> str:
    """First and last year with a bar for each year between them; empty for facts and for a single year."""
    values = values_by_year(timeline.entries)
    bars = draw_sparkline(values, min(MOST_YEARS, room - len("2000  2000")))
    return f"{min(values)}\N{NO-BREAK SPACE}{bars}\N{NO-BREAK SPACE}{max(values)}" if bars else ""


def say_name(timeline: Timeline) -> str:
    """What the series measures, in words."""
    name = say_measure(timeline.lead)
    return name[:1].upper() + name[1:]


def _heading(timeline: Timeline, screen: Screen) -> Iterator[str]:
    yield from (screen.paint("title", line) for line in screen.fold(say_name(timeline), "", INDENT))
    publishers = dict.fromkeys(say_publisher(entry.snapshot) for entry in timeline.entries)
    day = f", as of {say_date(timeline.as_of)}" if timeline.as_of else ""
    told = f"{_count(len(timeline.entries), 'observation')} by {', '.join(publishers)}{day}"
    yield from screen.fold(f"{printable(timeline.series.id)} · {told}", INDENT, INDENT)
    years = say_years(timeline, screen.columns - len(INDENT))
    if years:
        yield screen.settle(f"{INDENT}{years}")


def _entries(timeline: Timeline, screen: Screen) -> Iterator[str]:
    rows = [(say_period(each.claim.period), say_entry(each), say_source(each.snapshot)) for each in timeline.entries]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    in_columns = not screen.narrow and sum(widths) + 3 * len(INDENT) <= screen.columns
    margin = " " * (widths[0] + 2 * len(INDENT)) if in_columns else INDENT * 3
    gaps = {last + 1: (first, last) for first, last in timeline.gaps}
    for entry, (when, value, source) in zip(timeline.entries, rows, strict=True):
        year = year_of(entry.claim)
        if year in gaps and isinstance(entry.claim.value, Quantity):
            yield screen.paint("quiet", f"{INDENT}{_say_gap(*gaps.pop(year))}")
        if in_columns:
            yield f"{INDENT}{when:<{widths[0]}}{INDENT}{value:<{widths[1]}}{INDENT}{source}"
        else:
            yield from screen.fold(f"{when}: {value}", INDENT, INDENT * 3)
            yield from screen.fold(source, margin, margin)
        yield from _below(entry, timeline, margin, screen)


def _below(entry: Entry, timeline: Timeline, margin: str, screen: Screen) -> Iterator[str]:
    """What there is to say of an observation, and on the long screen its quote."""
    for role, note in say_notes(entry, timeline):
        yield from (screen.paint(role, line) for line in screen.fold(note, margin, margin + INDENT))
    if screen.everything:
        for quote in quotes_of([entry.claim], entry.snapshot.text):
            yield from screen.fold(quote, margin, margin)


def say_entry(entry: Entry) -> str:
    """What an observation says, without its time: ``1.1 % (estimated, IMF)``."""
    telling = say_telling(entry.claim) if isinstance(entry.claim.value, Quantity) else ""
    return _free(f"{say_value(entry.claim)}{f' ({telling})' if telling else ''}")


def _free(text: str) -> str:
    """*text* that may be parted anywhere: it stands in a column."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def say_notes(entry: Entry, timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Conflicts with other observations, what became of this one, and what people decided, each with its role."""
    for kind, number in entry.conflicts:
        other = timeline.entries[number - 1]
        yield ROLES[kind], f"! {kind.value}: {say_source(other.snapshot)} says {say_entry(other)}"
    if entry.judgement.overtaken_by is not None:
        by = entry.judgement.overtaken_by
        known = f", known since {say_date(by.known)}" if by.known else ""
        yield "news", f"stale: overtaken by {_free(say_value(by.claim))} ({say_period(by.claim.period)}){known}"
    elif entry.judgement.standing is Standing.EXPIRED:
        yield "news", "expired: the end that it states is past"
    for said in say_annotations([entry.claim]):
        yield "label", said


def _say_gap(first: int, last: int) -> str:
    return f"⋮ nothing for {first}" if first == last else f"⋮ nothing for {first} to {last}"


def _closing(timeline: Timeline, screen: Screen) -> Iterator[str]:
    told = [f"Silent on it: {'; '.join(map(say_source, timeline.silent))}."] if timeline.silent else []
    told += [] if screen.everything else ["--all shows the quotes."]
    if told:
        yield ""
    for words in told:
        yield from (screen.paint("quiet", line) for line in screen.fold(words, INDENT, INDENT * 2))


def _list_heading(timelines: Sequence[Timeline], screen: Screen) -> Iterator[str]:
    subject, day = timelines[0].subject, timelines[0].as_of
    as_of = f", as of {say_date(day)}" if day else ""
    yield from screen.fold(
        f"{printable(subject.name or subject.id)}: {_count(len(timelines), 'figure')} and facts{as_of}"
    )
    yield ""


def _row(timeline: Timeline, screen: Screen) -> Iterator[str]:
    """Name, number of observations, years, first and latest value."""
    first, last = timeline.entries[0], timeline.entries[-1]
    values = " → ".join(dict.fromkeys(say_entry(entry) for entry in (first, last)))
    conflicts = sum(len(entry.conflicts) for entry in timeline.entries) // 2
    marks = [_count(len(timeline.entries), "observation"), *([_count(conflicts, "conflict")] if conflicts else [])]
    for line in screen.fold(say_name(timeline), "", INDENT):
        yield screen.paint("name", line)
    yield from screen.fold(f"{values}  {say_years(timeline, screen.columns - len(INDENT))}".rstrip(), INDENT, INDENT)
    yield from (
        screen.paint("quiet", line)
        for line in screen.fold(f"{printable(timeline.series.id)} · {', '.join(marks)}", INDENT, INDENT)
    )


def _rest(
    timelines: Sequence[Timeline], several: Sequence[Timeline], shown: Sequence[Timeline], screen: Screen
) -> Iterator[str]:
    yield ""
    if len(several) > len(shown):
        yield from screen.fold(f"And {len(several) - len(shown)} more with two observations or more; --all shows them.")
    single = len(timelines) - len(several)
    if single:
        yield from screen.fold(f"{_count(single, 'other')} told once; reportdiff show lists what an edition says.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
