"""The changelog of a subject for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.compare.chronicle import Chapter
from reportdiff.reports.screen import Screen, printable
from reportdiff.reports.words.changelog import cite, say_chapter, say_comparison

INDENT = "  "


def render_changelog_text(chapters: Sequence[Chapter], screen: Screen) -> str:
    """Edition by edition the sentences, each with its quotes below."""
    return "\n".join(line for chapter in chapters for line in _chapter(chapter, screen))


def _chapter(chapter: Chapter, screen: Screen) -> Iterator[str]:
    yield from (screen.paint("title", line) for line in screen.fold(say_chapter(chapter), "", INDENT))
    yield from screen.fold(say_comparison(chapter), INDENT, INDENT)
    for line in chapter.lines:
        yield ""
        yield from screen.fold(printable(line.sentence), "- ", INDENT)
        for source, quote in cite(line, everything=screen.everything):
            yield from screen.fold(f"{source}: {quote}", INDENT * 2, INDENT * 3)
    yield ""
    yield ""
