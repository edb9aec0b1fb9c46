"""Who said what, for programs."""

from __future__ import annotations

from reportdiff.compare.blame import Blame
from reportdiff.records.claim import encode_day
from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.reports.json.timeline import encode_entry
from reportdiff.reports.screen import Screen
from reportdiff.reports.words.names import say_measure


def render_blame_json(blame: Blame, _screen: Screen) -> str:
    """The current observation, the first and the last of its value, and all others; the schema is ``blame``."""
    timeline = blame.timeline
    encoded: Record = {
        "schema_version": 1,
        "subject": timeline.subject.id,
        "as_of": encode_day(timeline.as_of),
        "series": timeline.series.id,
        "name": say_measure(timeline.lead),
        "current": encode_entry(blame.current),
        "first": encode_entry(blame.first),
        "last": None if blame.last is None else encode_entry(blame.last),
        "otherwise": [{"said": said, "observation": encode_entry(entry)} for said, entry in blame.otherwise],
    }
    return dump_json(encoded).decode()
