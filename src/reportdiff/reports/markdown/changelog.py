"""The changelog of a subject in Markdown, ready to paste."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.compare.chronicle import Chapter
from reportdiff.reports.markdown.markup import escape_markdown, mark_strong
from reportdiff.reports.screen import Screen
from reportdiff.reports.words.changelog import cite, say_chapter, say_comparison


def render_changelog_markdown(chapters: Sequence[Chapter], screen: Screen) -> str:
    """A heading an edition, the newest last, and under each sentence the quotes that it cites."""
    return "\n".join(line for chapter in chapters for line in _chapter(chapter, screen))


def _chapter(chapter: Chapter, screen: Screen) -> Iterator[str]:
    yield f"## {escape_markdown(say_chapter(chapter))}"
    yield ""
    yield escape_markdown(say_comparison(chapter))
    yield ""
    for line in chapter.lines:
        yield f"- {escape_markdown(line.sentence)}"
        for source, quote in cite(line, everything=screen.everything):
            yield f"  - {escape_markdown(source)}: {mark_strong(quote)}"
    if chapter.lines:
        yield ""
