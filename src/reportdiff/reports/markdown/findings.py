"""Findings in Markdown: for a page, and for the summary of a CI step, which has little room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.finding import Finding
from reportdiff.reports.markdown.markup import escape_markdown, render_table
from reportdiff.reports.platforms.locations import locate
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.findings import say_levels, weighs
from reportdiff.reports.words.findings import say_sides, say_state, say_title, take_gravest

HEAD = ("Level", "File", "Line", "Rule", "What")
SET_ASIDE = (*HEAD, "Why it does not count")
SUMMARY_BYTES = 900_000
"""A summary of more than 1 MiB a step is dropped whole; this leaves room for what other commands write."""

LEAST_ROOM = 2_000
"""Bytes for everything but the rows."""


def render_findings_markdown(findings: Sequence[Finding], _screen: Screen) -> str:
    """How many of each level, a table of what counts with both quotes, and one of what is waived or found no more."""
    return "\n".join(_page(say_levels(findings), findings))


def render_summary(findings: Sequence[Finding], room: int = SUMMARY_BYTES) -> str:
    """The same in *room* bytes at most: where that is not enough the gravest findings, and how many are left out.

    Empty where there is no room for a table at all.
    """
    if room < LEAST_ROOM:
        return ""
    ordered = take_gravest(findings, len(findings)).kept
    most = _count_fitting(ordered, room - LEAST_ROOM)
    shown = findings if most == len(findings) else ordered[:most]
    return "\n".join(_page(say_levels(findings), shown, len(findings) - most))


def _count_fitting(findings: Sequence[Finding], room: int) -> int:
    """How many of *findings*, from the first on, fit into *room* bytes."""
    for number, finding in enumerate(findings):
        room -= len(" | ".join([*_row(finding), escape_markdown(say_state(finding)), ""]).encode()) + 1
        if room < 0:
            return number
    return len(findings)


def _page(levels: str, findings: Sequence[Finding], left_out: int = 0) -> Iterator[str]:
    yield f"**{escape_markdown(levels)}**\n"
    counted = [finding for finding in findings if weighs(finding)]
    aside = [finding for finding in findings if not weighs(finding)]
    if counted:
        yield f"{render_table(HEAD, map(_row, counted))}\n"
    if aside:
        yield "Waived, or found no more:\n"
        yield f"{render_table(SET_ASIDE, ([*_row(each), escape_markdown(say_state(each))] for each in aside))}\n"
    if left_out:
        yield f"And {left_out} more, less grave, for which there is no room here.\n"


def _row(finding: Finding) -> list[str]:
    location = locate(finding)
    line = "" if location.place is None else f"{location.place.line}:{location.place.column}"
    said = [finding.message, *say_sides(finding)]
    return [
        finding.level.value,
        escape_markdown(location.path),
        line,
        escape_markdown(say_title(finding)),
        "<br>".join(map(escape_markdown, said)),
    ]
