"""An example of what each command prints besides the records that are kept, and of each part of it."""

from __future__ import annotations

from typing import Any

from reportdiff.model.span import Span
from reportdiff.records.claim import encode_span
from tests.records.test_snapshot import RECORD

VALUES: list[Any] = [[{"a": []}], {"a": ["a"]}, {"a": [""]}, {"a": [1]}]
"""Values that one keyword each refuses where the rest lets them pass."""

HEAD = {
    key: RECORD[key] for key in ("id", "subject", "document", "edition", "publisher", "title", "source", "extractor")
}
STORED = {**HEAD, "claims": 3}
ADDITION = {"source": "a.txt", "snapshot": "peru/crs-2024-01-10", "is_new": True, "supersedes": "x", "claims": 3}
REFUSAL = {"source": None, "message": "…"}
RENEWAL = {"snapshot": "peru/crs-2024-01-10", "is_changed": False, "claims": 3, "added": 0, "gone": 0, "altered": 0}
PROBLEM = {"snapshot": "peru/crs-2024-01-10", "message": "…"}
MEASURE = {
    "key": "port.throughput",
    "name": "throughput",
    "families": ["mass"],
    "phrases": ["cargo handled"],
    "labels": [],
    "counts": [],
    "short": [],
    "not": [],
    "unless": [],
    "whole": [],
    "takes": ["area"],
    "dimensions": {"mode": "sea"},
    "change": None,
}
PROPOSAL = {"key": "a", "name": "a", "families": ["count"], "phrases": ["a"], "claims": 2, "snapshots": 1}
RULE = {
    "code": "RD101", "name": "contradiction", "level": "error", "draft_level": "none", "summary": "…",
    "can_be_waived": True, "page": "# RD101",
}  # fmt: skip
OBSERVATION = {
    "number": 1,
    "snapshot": "peru/crs-2024-01-10",
    "publisher": "CRS",
    "published": "2024-01-10",
    "claim": RECORD["claims"][0],
    "standing": "stale",
    "overtaken_by": "c",
    "conflicts": [{"kind": "spread", "number": 2}],
}
OTHER = {"said": "stale", "observation": OBSERVATION}
ROW = {"snapshot": "peru/crs-2024-01-10", "document": "crs/peru", "publisher": "crs", "published": "2024-01-10"}
NUMBERS = {
    "aspect": None, "sentences": 1, "words": 9, "salience": 100, "tone": None, "hedging": 0, "boosting": 0, "attribution": 0,
}  # fmt: skip
TELLING = {"whole": NUMBERS, "aspects": [{**NUMBERS, "aspect": "economy"}]}
SPAN = encode_span(Span(0, 9))
USE = {**ROW, "count": 1, "words": 9, "sentences": [SPAN]}
TERM = {"parts": ["rule of law"], "uses": [USE]}
WAIVER = {
    "fingerprint": "0123456789abcdef", "owner": "A", "reason": "B", "until": None, "rule": "RD102", "subject": "peru",
    "series": "trade", "draft": None, "snapshots": ["peru/crs-2024-01-10"], "values": ["$14 billion"], "state": "holds",
}  # fmt: skip
SETTING = {"name": "prefer", "value": ["crs"], "origin": "default"}
COLUMN = {"name": "amount", "kind": "number"}
QUESTION = {"question": "latest", "asks": "…"}


def _of(**members: Any) -> dict[str, Any]:
    return {"schema_version": 1, **members}


EXAMPLES: dict[str, Any] = {
    "snapshots": _of(snapshots=[STORED]),
    "additions": _of(added=[ADDITION], refused=[REFUSAL]),
    "renewals": _of(renewals=[RENEWAL], problems=[PROBLEM]),
    "problems": _of(snapshots=1, problems=[PROBLEM]),
    "measures": _of(measures=[MEASURE], proposals=[PROPOSAL]),
    "rules": _of(rules=[RULE]),
    "blame": _of(
        subject="peru",
        as_of="2024-01-10",
        series="trade",
        name="trade",
        current=OBSERVATION,
        first=OBSERVATION,
        last=None,
        otherwise=[OTHER],
    ),
    "framing": _of(tellings=[{**ROW, "telling": TELLING}]),
    "terms": _of(terms=[TERM]),
    "waiver-states": _of(waivers=[WAIVER]),
    "config": _of(settings=[SETTING, *({**SETTING, "value": value} for value in ("x", 10, {"level": "info"}))]),
    "answer": _of(columns=[COLUMN], rows=[{"amount": 1, "unit": "USD", "per": None, "open": True}]),
    "questions": _of(questions=[QUESTION]),
}
PARTS: list[tuple[str, str | None, list[Any]]] = [
    ("snapshots", "snapshot", [STORED]),
    ("additions", "addition", [ADDITION]),
    ("additions", "refusal", [REFUSAL]),
    ("renewals", "renewal", [RENEWAL]),
    ("renewals", "problem", [PROBLEM]),
    ("problems", "problem", [PROBLEM]),
    ("measures", "measure", [MEASURE]),
    ("measures", "proposal", [PROPOSAL]),
    ("rules", "rule", [RULE]),
    ("blame", "other", [OTHER]),
    ("framing", "row", [EXAMPLES["framing"]["tellings"][0]]),
    ("framing", "telling", [TELLING]),
    ("framing", "measures", TELLING["aspects"]),
    ("terms", "term", [TERM]),
    ("terms", "use", [USE]),
    ("terms", "span", [SPAN]),
    ("waiver-states", "waiver", [WAIVER]),
    ("config", "setting", EXAMPLES["config"]["settings"]),
    ("answer", "column", [COLUMN]),
    ("questions", "question", [QUESTION]),
]
