"""Findings in reviewdog's format, with the newer figure as a suggestion."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.model.finding import Finding, Place
from reportdiff.model.settings import Level
from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.reports.escapes import one_line
from reportdiff.reports.markdown.markup import escape_markdown
from reportdiff.reports.platforms.locations import count_bytes, locate
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.findings import weighs
from reportdiff.reports.words.findings import find_replacement, say_sides, say_state

SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.INFO: "INFO", Level.NONE: "INFO"}


def render_findings_rdjson(findings: Sequence[Finding], _screen: Screen) -> str:
    """A ``DiagnosticResult``; columns count UTF-8 bytes.

    The messages are Markdown, as which reviewdog posts them. What is waived is of severity ``INFO`` and says so.
    """
    result: Record = {
        "source": {"name": "reportdiff"},
        "diagnostics": [_diagnostic(finding) for finding in findings],
    }
    return dump_json(result).decode()


def _diagnostic(finding: Finding) -> Record:
    location = locate(finding)
    state = say_state(finding)
    said = [f"{finding.message} [{state}]" if state else finding.message, *say_sides(finding)]
    where: Record = {"path": location.path}
    if location.place is not None:
        where["range"] = _range(location.place)
    words = find_replacement(finding)
    return {
        "message": "\n\n".join(escape_markdown(one_line(line)) for line in said),
        "location": where,
        "severity": SEVERITIES[finding.level] if weighs(finding) else "INFO",
        "code": {"value": finding.rule.code},
        "suggestions": [] if location.place is None or words is None else [{"range": where["range"], "text": words}],
    }


def _range(place: Place) -> Record:
    return {
        "start": {"line": place.line, "column": count_bytes(place.before, place.column)},
        "end": {"line": place.end_line, "column": count_bytes(place.end_before, place.end_column)},
    }
