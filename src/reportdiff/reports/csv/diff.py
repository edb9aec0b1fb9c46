"""A diff as comma-separated values."""

from __future__ import annotations

from collections.abc import Iterator

from reportdiff.model.change import Added, Change, Changed, ChangeKind, Diff, Dropped, is_news
from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.records.claim_rows import tell_dimensions
from reportdiff.reports.csv.claims import CLAIM_COLUMNS, claim_cells
from reportdiff.reports.csv.rows import Cell, Row, render_csv
from reportdiff.reports.csv.telling import framing_rows, wording_rows
from reportdiff.reports.screen import Screen
from reportdiff.reports.words.names import say_measure

DELTA = ("absolute", "percent", "ratio", "points")
COLUMNS = (
    *("aspect", "kind", "news", "technical", "series", "name", "dimensions"),
    *(f"old_{name}" for name in CLAIM_COLUMNS),
    *(f"new_{name}" for name in CLAIM_COLUMNS),
    *(f"delta_{name}" for name in DELTA),
    "reason",
)


def render_diff_csv(diff: Diff, _screen: Screen) -> str:
    """A line a change, the quiet ones too; then, where they were looked at, the telling and the wording."""
    return render_csv(COLUMNS, _rows(diff))


def _rows(diff: Diff) -> Iterator[Row]:
    yield from (_row(change, diff) for change in diff.changes)
    if diff.framing is not None:
        yield from framing_rows(diff, diff.framing)
    if diff.wording is not None:
        yield from wording_rows(diff, diff.wording)


def _row(change: Change, diff: Diff) -> Row:
    claim = change.old if isinstance(change, Dropped) else change.new
    return {
        "aspect": _aspect(change.kind, claim),
        "kind": change.kind.value,
        "news": is_news(change),
        "technical": change.technical,
        "series": change.series,
        "name": say_measure(claim),
        "dimensions": tell_dimensions(claim),
        **({} if isinstance(change, Added) else claim_cells(change.old, diff.old, "old_")),
        **({} if isinstance(change, Dropped) else claim_cells(change.new, diff.new, "new_")),
        **_delta_cells(change),
        "reason": change.reason,
    }


def _aspect(kind: ChangeKind, claim: Claim) -> str:
    if kind is ChangeKind.FRAMING:
        return "framing"
    return "figures" if claim.kind is ClaimKind.QUANTITY else "facts"


def _delta_cells(change: Change) -> dict[str, Cell]:
    if not isinstance(change, Changed) or change.delta is None:
        return {}
    return {f"delta_{name}": getattr(change.delta, name) for name in DELTA}
