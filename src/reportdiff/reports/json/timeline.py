"""Timelines for programs."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.compare.timeline import Entry, Timeline
from reportdiff.records.claim import encode_claim, encode_day
from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.reports.screen import Screen
from reportdiff.reports.words.names import say_measure


def render_timelines_json(timelines: Sequence[Timeline], _screen: Screen) -> str:
    """Each timeline with all its observations; those of a single one too. The schema is ``timeline``."""
    return dump_json(encode_timelines(timelines)).decode()


def encode_timelines(timelines: Sequence[Timeline]) -> Record:
    """*timelines*, at least one, as a JSON object."""
    return {
        "schema_version": 1,
        "subject": timelines[0].subject.id,
        "as_of": encode_day(timelines[0].as_of),
        "timelines": [_encode_timeline(timeline) for timeline in timelines],
    }


def _encode_timeline(timeline: Timeline) -> Record:
    return {
        "series": timeline.series.id,
        "keys": list(timeline.series.keys),
        "name": say_measure(timeline.lead),
        "observations": [encode_entry(entry) for entry in timeline.entries],
        "gaps": [{"first": first, "last": last} for first, last in timeline.gaps],
        "silent": [snapshot.id for snapshot in timeline.silent],
    }


def encode_entry(entry: Entry) -> Record:
    """One observation as a JSON object: the claim, who makes it, and what became of it."""
    by = entry.judgement.overtaken_by
    return {
        "number": entry.number,
        "snapshot": entry.snapshot.id,
        "publisher": entry.snapshot.publisher.name or entry.snapshot.publisher.id,
        "published": encode_day(entry.snapshot.edition.published),
        "claim": encode_claim(entry.claim),
        "standing": entry.judgement.standing.value,
        "overtaken_by": None if by is None else by.claim.id,
        "conflicts": [{"kind": kind.value, "number": number} for kind, number in entry.conflicts],
    }
