"""Who said what, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from reportdiff.compare.blame import Blame
from reportdiff.compare.timeline import Entry
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.timeline import INDENT, say_name
from reportdiff.reports.words.periods import say_date, say_period
from reportdiff.reports.words.quotes import quotes_of, say_source
from reportdiff.reports.words.values import say_claim


def render_blame_text(blame: Blame, screen: Screen) -> str:
    """The current value, who first said it, who last said it again, and who said otherwise, each with the quote."""
    lines = [*_heading(blame, screen)]
    lines += _told("first said by", blame.first, screen)
    if blame.last is None:
        lines += ["", *screen.fold("Nobody has said it again.", INDENT, INDENT)]
    else:
        lines += _told("last confirmed by", blame.last, screen)
    for said, entry in blame.otherwise:
        lines += _told(f"otherwise ({said})", entry, screen)
    if not blame.otherwise:
        lines += ["", *screen.fold("Nobody has said otherwise.", INDENT, INDENT)]
    return "\n".join([*lines, ""])


def _heading(blame: Blame, screen: Screen) -> Iterator[str]:
    day = blame.timeline.as_of
    as_of = f", as of {say_date(day)}" if day else ""
    yield from (screen.paint("title", line) for line in screen.fold(f"{say_name(blame.timeline)}{as_of}", "", INDENT))
    yield from screen.fold(_say(blame.current), INDENT, INDENT * 2)


def _told(label: str, entry: Entry, screen: Screen) -> Iterator[str]:
    yield ""
    value = _say(entry)
    yield from screen.fold(f"{label} {say_source(entry.snapshot)}: {value}", INDENT, INDENT * 2)
    for quote in quotes_of([entry.claim], entry.snapshot.text):
        yield from screen.fold(quote, INDENT * 2, INDENT * 2)


def _say(entry: Entry) -> str:
    """The value with its time; a fact tells its own."""
    said, when = say_claim(entry.claim), say_period(entry.claim.period)
    return said if when in said or entry.claim.kind.value != "holder" else f"{said} ({when})"
