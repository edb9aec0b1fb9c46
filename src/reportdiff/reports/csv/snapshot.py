"""A snapshot's claims as comma-separated values."""

from __future__ import annotations

from reportdiff.model.document import Snapshot
from reportdiff.records.claim_rows import tell_dimensions
from reportdiff.reports.csv.claims import CLAIM_COLUMNS, claim_cells
from reportdiff.reports.csv.rows import render_csv
from reportdiff.reports.screen import Screen
from reportdiff.reports.words.names import say_measure

COLUMNS = ("kind", "measure", "name", "dimensions", *CLAIM_COLUMNS, "reliability")


def render_snapshot_csv(snapshot: Snapshot, _screen: Screen) -> str:
    """A line a claim, in order of place."""
    ordered = sorted(snapshot.claims, key=lambda claim: (claim.position, claim.id))
    rows = (
        {
            "kind": claim.kind.value,
            "measure": claim.measure,
            "name": say_measure(claim),
            "dimensions": tell_dimensions(claim),
            **claim_cells(claim, snapshot),
            "reliability": claim.reliability.value,
        }
        for claim in ordered
    )
    return render_csv(COLUMNS, rows)
