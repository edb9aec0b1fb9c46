"""The formats by name; a new one is a row. The module of a format is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportdiff.compare.chronicle import Chapter
    from reportdiff.compare.timeline import Timeline
    from reportdiff.model.change import Diff
    from reportdiff.model.document import Snapshot
    from reportdiff.model.finding import Finding
    from reportdiff.model.framing import Framing, TermUse
    from reportdiff.reports.screen import Screen

DIFF_FORMATS = {
    "text": "text_diff:render_diff_text",
    "json": "json:render_diff_json",
    "markdown": "markdown_diff:render_diff_markdown",
    "csv": "csv_diff:render_diff_csv",
    "html": "html_diff:render_diff_html",
}
SNAPSHOT_FORMATS = {
    "text": "text_snapshot:render_snapshot_text",
    "json": "json:render_snapshot_json",
    "markdown": "markdown_snapshot:render_snapshot_markdown",
    "csv": "csv_snapshot:render_snapshot_csv",
}
FINDING_FORMATS = {
    "text": "text_findings:render_findings_text",
    "line": "text_findings:render_findings_line",
    "json": "json:render_findings_json",
    "markdown": "markdown_findings:render_findings_markdown",
    "csv": "csv_findings:render_findings_csv",
    "sarif": "sarif:render_findings_sarif",
    "junit": "junit:render_findings_junit",
    "github": "github:render_findings_github",
    "gitlab": "gitlab:render_findings_gitlab",
    "rdjson": "rdjson:render_findings_rdjson",
}
TELLING_FORMATS = {
    "text": "text_tellings:render_tellings_text",
    "json": "telling_json:render_tellings_json",
    "markdown": "markdown_framing:render_tellings_markdown",
}
USE_FORMATS = {
    "text": "text_uses:render_uses_text",
    "json": "telling_json:render_uses_json",
    "markdown": "markdown_uses:render_uses_markdown",
}
TIMELINE_FORMATS = {
    "text": "text_timeline:render_timelines_text",
    "json": "timeline_json:render_timelines_json",
    "markdown": "markdown_timeline:render_timelines_markdown",
    "csv": "csv_timeline:render_timelines_csv",
}

CHANGELOG_FORMATS = {
    "text": "text_changelog:render_changelog_text",
    "markdown": "markdown_changelog:render_changelog_markdown",
    "json": "changelog_json:render_changelog_json",
}


def render_diff(diff: Diff, form: str, screen: Screen) -> str:
    """*diff* in a format of ``DIFF_FORMATS``."""
    return _find(DIFF_FORMATS[form])(diff, screen)


def render_snapshot(snapshot: Snapshot, form: str, screen: Screen) -> str:
    """*snapshot* in a format of ``SNAPSHOT_FORMATS``."""
    return _find(SNAPSHOT_FORMATS[form])(snapshot, screen)


def render_findings(findings: Sequence[Finding], form: str, screen: Screen) -> str:
    """*findings* in a format of ``FINDING_FORMATS``."""
    return _find(FINDING_FORMATS[form])(findings, screen)


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


def _find(row: str) -> Callable[[Any, Screen], str]:
    module, _, function = row.partition(":")
    found: Callable[[Any, Screen], str] = getattr(import_module(f"reportdiff.reports.{module}"), function)
    return found
