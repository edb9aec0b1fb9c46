"""Findings as comma-separated values."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.model.finding import Finding, Side
from reportdiff.reports.csv.claims import claim_cells
from reportdiff.reports.csv.rows import Cell, Row, render_csv
from reportdiff.reports.platforms.locations import locate
from reportdiff.reports.screen import Screen

SIDE = (
    "snapshot",
    "publisher",
    "published",
    "value",
    "amount",
    "unit",
    "comparator",
    "period_start",
    "period_end",
    "quote",
)
COLUMNS = (
    *("level", "code", "rule", "subject", "series", "path", "line", "column", "message"),
    *(f"old_{name}" for name in SIDE),
    *(f"new_{name}" for name in SIDE),
    *("fingerprint", "baseline_state", "waived_by", "waived_until", "waived_reason"),
)


def render_findings_csv(findings: Sequence[Finding], _screen: Screen) -> str:
    """A line a finding, in their order; what is waived too."""
    return render_csv(COLUMNS, map(_row, findings))


def _row(finding: Finding) -> Row:
    location, waived = locate(finding), finding.waived
    place = location.place
    return {
        "level": finding.level.value,
        "code": finding.rule.code,
        "rule": finding.rule.name,
        "subject": finding.subject,
        "series": finding.series,
        "path": location.path,
        "line": None if place is None else place.line,
        "column": None if place is None else place.column,
        "message": finding.message,
        **_side(finding.old, "old_"),
        **_side(finding.new, "new_"),
        "fingerprint": finding.fingerprint,
        "baseline_state": finding.baseline_state.value,
        "waived_by": None if waived is None else waived.by,
        "waived_until": None if waived is None else waived.until,
        "waived_reason": None if waived is None else waived.reason,
    }


def _side(side: Side | None, prefix: str) -> dict[str, Cell]:
    """The cells of a statement; a draft is no snapshot."""
    if side is None:
        return {}
    cells = claim_cells(side.claim, side.snapshot, prefix)
    return {**cells, f"{prefix}snapshot": None, f"{prefix}publisher": None} if side.draft else cells
