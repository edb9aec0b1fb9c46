"""Timelines as comma-separated values."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.compare.timeline import Entry, Timeline
from reportdiff.reports.csv.claims import CLAIM_COLUMNS, claim_cells
from reportdiff.reports.csv.rows import Row, render_csv
from reportdiff.reports.screen import Screen
from reportdiff.reports.words.names import say_measure

COLUMNS = ("subject", "series", "name", "number", *CLAIM_COLUMNS, "standing", "overtaken_by", "conflicts")


def render_timelines_csv(timelines: Sequence[Timeline], _screen: Screen) -> str:
    """A line an observation, the series one after the other, each in order of period."""
    return render_csv(COLUMNS, (_row(timeline, entry) for timeline in timelines for entry in timeline.entries))


def _row(timeline: Timeline, entry: Entry) -> Row:
    by = entry.judgement.overtaken_by
    return {
        "subject": timeline.subject.id,
        "series": timeline.series.id,
        "name": say_measure(timeline.lead),
        "number": entry.number,
        **claim_cells(entry.claim, entry.snapshot),
        "standing": entry.judgement.standing.value,
        "overtaken_by": None if by is None else by.claim.id,
        "conflicts": "; ".join(f"{kind.value} {number}" for kind, number in entry.conflicts),
    }
