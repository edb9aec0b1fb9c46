"""Findings as a JUnit report, for the test view of a CI server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.checks.findings import trips
from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level
from reportdiff.reports.escapes import escape_xml
from reportdiff.reports.platforms.locations import locate
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.findings import weighs
from reportdiff.reports.words.findings import say_sides, say_state, say_title


def render_findings_junit(findings: Sequence[Finding], _screen: Screen, fail_on: Level) -> str:
    """A test a finding: failed for what fails the run, skipped for what is waived, passed with output for the rest.

    *fail_on* is the level from which on a run fails, so that the failures here and the exit code tell the same.
    Where nothing was found there is one test that passed, for a report without tests reads as a run that went wrong.
    """
    failures = sum(trips(finding, fail_on) for finding in findings)
    skipped = sum(not weighs(finding) for finding in findings)
    tests = max(1, len(findings))
    counts = f'tests="{tests}" failures="{failures}" errors="0" skipped="{skipped}" time="0"'
    cases = [line for finding in findings for line in _case(finding, fail_on)] or [
        '  <testcase classname="reportdiff" name="nothing found" time="0"/>'
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="reportdiff" tests="{tests}" failures="{failures}" errors="0" time="0">',
        f' <testsuite name="reportdiff" {counts}>',
        *cases,
        " </testsuite>",
        "</testsuites>",
    ]
    return "\n".join([*lines, ""])


def _case(finding: Finding, fail_on: Level) -> Iterator[str]:
    location = locate(finding)
    line = "" if location.place is None else f":{location.place.line}:{location.place.column}"
    name = escape_xml(f"{location.path}{line} [{finding.fingerprint}]")
    yield f'  <testcase classname="reportdiff.{escape_xml(finding.rule.name)}" name="{name}" time="0">'
    title = escape_xml(f"{say_title(finding)}: {finding.message}")
    body = "\n".join(escape_xml(said) for said in (*say_sides(finding), location.path + line))
    if trips(finding, fail_on):
        yield f'   <failure type="{finding.level.value}" message="{title}">{body}</failure>'
    elif not weighs(finding):
        yield f'   <skipped message="{escape_xml(say_state(finding))}: {title}"/>'
    else:
        yield f"   <system-out>{title}\n{body}</system-out>"
    yield "  </testcase>"
