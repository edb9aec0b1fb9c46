"""The formats by name; a new one is a row. The module of a format is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from reportdiff.model.settings import DEFAULTS

if TYPE_CHECKING:
    from reportdiff.compare.blame import Blame
    from reportdiff.compare.chronicle import Chapter
    from reportdiff.compare.timeline import Timeline
    from reportdiff.model.change import Diff
    from reportdiff.model.document import Snapshot
    from reportdiff.model.finding import Finding
    from reportdiff.model.framing import Framing, TermUse
    from reportdiff.model.rule import Rule
    from reportdiff.model.settings import Level
    from reportdiff.reports.screen import Screen
    from reportdiff.vocabulary.measure import Measure
    from reportdiff.vocabulary.proposal import Proposal

DIFF_FORMATS = {
    "text": "text.diff:render_diff_text",
    "json": "json.records:render_diff_json",
    "markdown": "markdown.diff:render_diff_markdown",
    "csv": "csv.diff:render_diff_csv",
    "html": "site.diff_page:render_diff_html",
}
SNAPSHOT_FORMATS = {
    "text": "text.snapshot:render_snapshot_text",
    "json": "json.records:render_snapshot_json",
    "markdown": "markdown.snapshot:render_snapshot_markdown",
    "csv": "csv.snapshot:render_snapshot_csv",
}
LIST_FORMATS = {"text": "text.snapshot:render_list_text", "json": "json.store:render_list_json"}
BLAME_FORMATS = {"text": "text.blame:render_blame_text", "json": "json.blame:render_blame_json"}
RULE_FORMATS = {"text": "text.findings:render_rules_text", "json": "json.rules:render_rules_json"}
MEASURE_FORMATS = {"text": "text.measures:render_measures_text", "json": "json.measures:render_measures_json"}
FINDING_FORMATS = {
    "text": "text.findings:render_findings_text",
    "line": "text.findings:render_findings_line",
    "json": "json.records:render_findings_json",
    "markdown": "markdown.findings:render_findings_markdown",
    "csv": "csv.findings:render_findings_csv",
    "sarif": "platforms.sarif:render_findings_sarif",
    "junit": "platforms.junit:render_findings_junit",
    "github": "platforms.github:render_findings_github",
    "gitlab": "platforms.gitlab:render_findings_gitlab",
    "rdjson": "platforms.rdjson:render_findings_rdjson",
}
GATED_FORMATS = frozenset({"junit"})
"""Those of ``FINDING_FORMATS`` that tell what made the run fail, and are told from which level on that is."""

PLATFORM_FORMATS = frozenset({"sarif", "junit", "github", "gitlab", "rdjson"})
"""Those of ``FINDING_FORMATS`` whose readers look for a file from the root of the repository."""

TELLING_FORMATS = {
    "text": "text.tellings:render_tellings_text",
    "json": "json.telling:render_tellings_json",
    "markdown": "markdown.framing:render_tellings_markdown",
}
USE_FORMATS = {
    "text": "text.uses:render_uses_text",
    "json": "json.telling:render_uses_json",
    "markdown": "markdown.uses:render_uses_markdown",
}
TIMELINE_FORMATS = {
    "text": "text.timeline:render_timelines_text",
    "json": "json.timeline:render_timelines_json",
    "markdown": "markdown.timeline:render_timelines_markdown",
    "csv": "csv.timeline:render_timelines_csv",
}

CHANGELOG_FORMATS = {
    "text": "text.changelog:render_changelog_text",
    "markdown": "markdown.changelog:render_changelog_markdown",
    "json": "json.changelog:render_changelog_json",
}


def render_diff(diff: Diff, form: str, screen: Screen) -> str:
    """*diff* in a format of ``DIFF_FORMATS``."""
    return _find(DIFF_FORMATS[form])(diff, screen)


def render_snapshot(snapshot: Snapshot, form: str, screen: Screen) -> str:
    """*snapshot* in a format of ``SNAPSHOT_FORMATS``."""
    return _find(SNAPSHOT_FORMATS[form])(snapshot, screen)


def render_list(snapshots: Sequence[Snapshot], form: str, screen: Screen) -> str:
    """What a store holds, in a format of ``LIST_FORMATS``."""
    return _find(LIST_FORMATS[form])(snapshots, screen)


def render_blame(blame: Blame, form: str, screen: Screen) -> str:
    """*blame* in a format of ``BLAME_FORMATS``."""
    return _find(BLAME_FORMATS[form])(blame, screen)


def render_rules(rules: Sequence[Rule], form: str, screen: Screen) -> str:
    """*rules* in a format of ``RULE_FORMATS``."""
    return _find(RULE_FORMATS[form])(rules, screen)


def render_measures(measures: Sequence[Measure], proposals: Sequence[Proposal], form: str, screen: Screen) -> str:
    """The vocabulary and what it could have besides, in a format of ``MEASURE_FORMATS``."""
    return _find(MEASURE_FORMATS[form])(measures, proposals, screen)


def render_findings(
    findings: Sequence[Finding], form: str, screen: Screen, *, fail_on: Level = DEFAULTS.fail_on
) -> str:
    """*findings* in a format of ``FINDING_FORMATS``; *fail_on* is the level from which on the run fails."""
    render = _find(FINDING_FORMATS[form])
    return render(findings, screen, fail_on) if form in GATED_FORMATS else render(findings, screen)


def render_timelines(timelines: Sequence[Timeline], form: str, screen: Screen) -> str:
    """*timelines*, which are of one subject, in a format of ``TIMELINE_FORMATS``."""
    return _find(TIMELINE_FORMATS[form])(timelines, screen)


def render_changelog(chapters: Sequence[Chapter], form: str, screen: Screen) -> str:
    """What the editions on one subject changed, in a format of ``CHANGELOG_FORMATS``."""
    return _find(CHANGELOG_FORMATS[form])(chapters, screen)


def render_tellings(tellings: Sequence[tuple[Snapshot, Framing]], form: str, screen: Screen) -> str:
    """How snapshots of one subject tell, in a format of ``TELLING_FORMATS``."""
    return _find(TELLING_FORMATS[form])(tellings, screen)


def render_uses(uses: Sequence[Sequence[tuple[Snapshot, TermUse]]], form: str, screen: Screen) -> str:
    """Watched terms through the snapshots of one subject, in a format of ``USE_FORMATS``."""
    return _find(USE_FORMATS[form])(uses, screen)


def _find(row: str) -> Callable[..., str]:
    module, _, function = row.partition(":")
    found: Callable[..., str] = getattr(import_module(f"reportdiff.reports.{module}"), function)
    return found
