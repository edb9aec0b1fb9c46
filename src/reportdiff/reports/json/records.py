"""Reports for programs: the records' own canonical JSON."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.model.change import Diff
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Place, Side, Waived
from reportdiff.records.claim import encode_claim, encode_day
from reportdiff.records.diff import dump_diff
from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.records.snapshot import dump_snapshot
from reportdiff.reports.screen import Screen


def render_diff_json(diff: Diff, _screen: Screen) -> str:
    """A diff with every change, whatever the screen folds; the schema is ``diff``."""
    return dump_diff(diff).decode()


def render_snapshot_json(snapshot: Snapshot, _screen: Screen) -> str:
    """A snapshot with its text, where that is at hand; the schema is ``snapshot``."""
    return dump_snapshot(snapshot).decode()


def render_findings_json(findings: Sequence[Finding], _screen: Screen) -> str:
    """Findings in their order; the schema is ``findings``."""
    encoded: Record = {"schema_version": 1, "findings": [_encode_finding(finding) for finding in findings]}
    return dump_json(encoded).decode()


def _encode_finding(finding: Finding) -> Record:
    return {
        "rule": {"code": finding.rule.code, "name": finding.rule.name},
        "level": finding.level.value,
        "subject": finding.subject,
        "series": finding.series,
        "old": _encode_side(finding.old),
        "new": _encode_side(finding.new),
        "place": _encode_place(finding.place),
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "baseline_state": finding.baseline_state.value,
        "waived": _encode_waived(finding.waived),
    }


def _encode_waived(waived: Waived | None) -> Record | None:
    if waived is None:
        return None
    return {"owner": waived.by, "reason": waived.reason, "until": encode_day(waived.until)}


def _encode_side(side: Side | None) -> Record | None:
    if side is None:
        return None
    snapshot = side.snapshot
    return {
        "snapshot": None if side.draft else snapshot.id,
        "publisher": None if side.draft else snapshot.publisher.name or snapshot.publisher.id,
        "published": encode_day(snapshot.edition.published),
        "claim": encode_claim(side.claim),
    }


def _encode_place(place: Place | None) -> Record | None:
    if place is None:
        return None
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
