"""The vocabulary for programs, and what it could have besides."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.reports.screen import Screen
from reportdiff.vocabulary.measure import Measure
from reportdiff.vocabulary.proposal import Proposal


def render_measures_json(measures: Sequence[Measure], proposals: Sequence[Proposal], _screen: Screen) -> str:
    """Every measure with the words that lead to it, and the proposals; the schema is ``measures``."""
    encoded: Record = {
        "schema_version": 1,
        "measures": [_encode_measure(measure) for measure in measures],
        "proposals": [_encode_proposal(proposal) for proposal in proposals],
    }
    return dump_json(encoded).decode()


def _encode_measure(measure: Measure) -> Record:
    return {
        "key": measure.key,
        "name": measure.name,
        "families": [*sorted(measure.families)],
        "phrases": list(measure.phrases),
        "labels": list(measure.labels),
        "counts": list(measure.counts),
        "short": list(measure.short),
        "not": list(measure.vetoes),
        "unless": [*sorted(measure.unless)],
        "whole": [*sorted(measure.whole)],
        "takes": [*sorted(measure.takes)],
        "dimensions": dict(measure.dimensions),
        "change": measure.change,
    }


def _encode_proposal(proposal: Proposal) -> Record:
    return {
        "key": proposal.key,
        "name": proposal.name,
        "families": list(proposal.families),
        "phrases": list(proposal.phrases),
        "claims": proposal.claims,
        "snapshots": proposal.snapshots,
    }
