"""Findings as GitHub's annotations: one workflow command a finding, within what a step may show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level
from reportdiff.reports.escapes import escape_command_data, escape_command_property
from reportdiff.reports.platforms.locations import locate
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.findings import weighs
from reportdiff.reports.words.findings import say_sides, say_title, take_gravest

MOST_OF_A_KIND = 10
"""GitHub shows so many annotations of a kind for a step, and drops the rest without a word."""

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def render_findings_github(findings: Sequence[Finding], _screen: Screen) -> str:
    """An annotation for each finding that counts; where there are more than fit, the last of the kind says how many.

    Columns count code points. What is waived stands in the step summary only.
    """
    counted = [finding for finding in findings if weighs(finding)]
    lines = (line for level in COMMANDS for line in _annotate([each for each in counted if each.level is level], level))
    return "".join(f"{line}\n" for line in lines)


def _annotate(findings: Sequence[Finding], level: Level) -> Iterator[str]:
    most = MOST_OF_A_KIND if len(findings) <= MOST_OF_A_KIND else MOST_OF_A_KIND - 1
    kept, left_out = take_gravest(findings, most)
    yield from (_annotation(finding) for finding in kept)
    if left_out:
        more = f"and {left_out} more of level {level.value}; --format text --all shows them all"
        yield f"::{COMMANDS[level]} title=reportdiff::{more}"


def _annotation(finding: Finding) -> str:
    location = locate(finding)
    told = [("file", location.path)]
    if location.place is not None:
        told += [("line", str(location.place.line)), ("col", str(location.place.column))]
    told.append(("title", say_title(finding)))
    properties = ",".join(f"{name}={escape_command_property(value)}" for name, value in told)
    message = "\n".join([finding.message.replace("\n", " "), *say_sides(finding)])
    return f"::{COMMANDS[finding.level]} {properties}::{escape_command_data(message)}"
