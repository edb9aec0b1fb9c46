"""Findings as a report of GitLab's Code Quality."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from reportdiff.model.finding import Finding
from reportdiff.model.settings import Level
from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.reports.escapes import one_line
from reportdiff.reports.platforms.locations import locate
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.findings import weighs
from reportdiff.reports.words.findings import say_state, say_title

SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info", Level.NONE: "info"}


def render_findings_gitlab(findings: Sequence[Finding], _screen: Screen) -> str:
    """A JSON list, one member a finding, each with a fingerprint of its own: GitLab folds equal ones into one.

    GitLab knows no waivers: what is waived is of severity ``info`` and says so.
    """
    seen: Counter[str] = Counter()
    issues: list[Record] = []
    for finding in findings:
        path = locate(finding).path
        key = f"{finding.fingerprint}|{path}"
        issues.append(_issue(finding, path, hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:32]))
        seen[key] += 1
    return dump_json([*issues]).decode()


def _issue(finding: Finding, path: str, fingerprint: str) -> Record:
    place = locate(finding).place
    state = say_state(finding)
    lines: Record = {"begin": 1, "end": 1} if place is None else {"begin": place.line, "end": place.end_line}
    return {
        "description": one_line(f"{finding.message} [{state}]" if state else finding.message),
        "check_name": say_title(finding),
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.level] if weighs(finding) else "info",
        "location": {"path": path, "lines": lines},
    }
