"""A finding as an editor shows it: a message beside the line, and a card when the pointer rests on the figure."""

from __future__ import annotations

from collections.abc import Iterable

from reportdiff.model.finding import Finding, Place
from reportdiff.reports.escapes import one_line
from reportdiff.reports.markdown.markup import escape_markdown
from reportdiff.reports.words.findings import quote_side, say_speaker, say_state, say_title


def render_hover(findings: Iterable[Finding]) -> str:
    """The findings on one place as Markdown: what is remarked, and who says otherwise in which words and when."""
    return "\n\n---\n\n".join("\n\n".join(_card(finding)) for finding in findings)


def _card(finding: Finding) -> Iterable[str]:
    state = say_state(finding)
    yield f"**{escape_markdown(say_title(finding))}**" + (f" ({escape_markdown(state)})" if state else "")
    yield escape_markdown(one_line(finding.message))
    for side in (finding.old, finding.new):
        if side is not None and not side.draft:
            yield f"> {escape_markdown(quote_side(side))}  \n> {escape_markdown(say_speaker(side))}"


def units_before(before: str) -> int:
    """How many UTF-16 code units, in which editors count columns, the characters of a line take.

    >>> units_before("Perú 🦙 ")
    8
    """
    return len(before.encode("utf-16-le", "surrogatepass")) // 2


def range_of(place: Place) -> tuple[tuple[int, int], tuple[int, int]]:
    """(line, column) of the start and of the end, exclusive, both from 0 and columns in UTF-16 code units."""
    start = units_before(place.before) if place.before else place.column - 1
    end = units_before(place.end_before) if place.end_before else place.end_column - 1
    return (place.line - 1, start), (place.end_line - 1, end)
