"""A diff as JSON."""

from __future__ import annotations

from reportdiff.model.change import Added, Change, Changed, Delta, Diff, Dropped
from reportdiff.records.claim import encode_claim
from reportdiff.records.fields import Record
from reportdiff.records.framing import encode_framing
from reportdiff.records.json import dump_json
from reportdiff.records.snapshot import encode_head
from reportdiff.records.wording import encode_wording

SCHEMA_VERSION = 1


def dump_diff(diff: Diff) -> bytes:
    """The canonical JSON of a diff."""
    return dump_json(encode_diff(diff))


def encode_diff(diff: Diff) -> Record:
    """*diff* as a JSON object: heads of both snapshots, changes in their order, how the two tell and are worded."""
    return {
        "schema_version": SCHEMA_VERSION,
        "old": encode_head(diff.old),
        "new": encode_head(diff.new),
        "changes": [encode_change(change) for change in diff.changes],
        "framing": encode_framing(diff),
        "wording": encode_wording(diff),
    }


def encode_change(change: Change) -> Record:
    """A change as a JSON object with whole claims, null for the side or delta that it lacks."""
    old = None if isinstance(change, Added) else encode_claim(change.old)
    new = None if isinstance(change, Dropped) else encode_claim(change.new)
    delta = change.delta if isinstance(change, Changed) else None
    return {
        "kind": change.kind.value,
        "series": change.series,
        "old": old,
        "new": new,
        "delta": None if delta is None else encode_delta(delta),
        "reason": change.reason,
        "technical": change.technical,
    }


def encode_delta(delta: Delta) -> Record:
    """A delta as a JSON object."""
    return {
        "absolute": delta.absolute,
        "percent": delta.percent,
        "ratio": delta.ratio,
        "points": delta.points,
        "comparator": delta.comparator.value,
    }
