"""The changelog of a subject for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportdiff.compare.chronicle import Chapter, Line
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.words.changelog import cite, say_chapter, say_comparison
from reportdiff.reports.words.counts import name_kind

INDENT = "  "

SHOWN_EDITIONS = 5
SHOWN_SENTENCES = 25
"""So many of the newest editions stand on the short screen, and so many sentences of each; the rest is counted."""


def render_changelog_text(chapters: Sequence[Chapter], screen: Screen) -> str:
    """Edition by edition the sentences, each with its quotes below; the newest alone, unless the screen shows all."""
    shown = chapters if screen.everything else chapters[-SHOWN_EDITIONS:]
    earlier = chapters[: len(chapters) - len(shown)]
    lines = [*_earlier(earlier, screen), *(line for chapter in shown for line in _chapter(chapter, screen))]
    return "\n".join(lines).rstrip("\n") + "\n"


def _earlier(chapters: Sequence[Chapter], screen: Screen) -> Iterator[str]:
    """How many editions are folded away, and from when; nothing where none is."""
    if chapters:
        plural = "" if len(chapters) == 1 else "s"
        first = say_chapter(chapters[0])
        yield from screen.fold(f"{len(chapters)} earlier edition{plural}, the first {first}; --all shows them.")
        yield ""
        yield ""


def _rest(lines: Sequence[Line], screen: Screen) -> Iterator[str]:
    """How many sentences of each kind are folded away; nothing where none is."""
    if lines:
        counts = Counter(line.kind for line in lines)
        told = (f"{number} {name_kind(kind, number)}" for kind, number in counts.items())
        yield ""
        yield from screen.fold(f"And {len(lines)} more ({', '.join(told)}); --all shows them.", "", INDENT)


def _chapter(chapter: Chapter, screen: Screen) -> Iterator[str]:
    yield from (screen.paint("title", line) for line in screen.fold(say_chapter(chapter), "", INDENT))
    yield from screen.fold(say_comparison(chapter), INDENT, INDENT)
    shown = chapter.lines if screen.everything else chapter.lines[:SHOWN_SENTENCES]
    for line in shown:
        yield ""
        yield from screen.fold(printable(line.sentence), "- ", INDENT)
        for source, quote in cite(line, everything=screen.everything):
            yield from screen.fold(f"{source}: {quote}", INDENT * 2, INDENT * 3)
    yield from _rest(chapter.lines[len(shown) :], screen)
    yield ""
    yield ""
