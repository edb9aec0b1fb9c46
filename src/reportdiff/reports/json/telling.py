"""Tellings and uses of terms for programs."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.model.document import Snapshot
from reportdiff.model.framing import Framing, TermUse
from reportdiff.records.claim import encode_day, encode_span
from reportdiff.records.fields import Record
from reportdiff.records.framing import encode_telling
from reportdiff.records.json import dump_json
from reportdiff.reports.screen import Screen


def render_tellings_json(tellings: Sequence[tuple[Snapshot, Framing]], _screen: Screen) -> str:
    """A list of snapshots with the numbers of their telling, as in a diff."""
    rows = [{**_encode_snapshot(snapshot), "telling": encode_telling(framing)} for snapshot, framing in tellings]
    return dump_json({"schema_version": 1, "tellings": list(rows)}).decode()


def render_uses_json(uses: Sequence[Sequence[tuple[Snapshot, TermUse]]], _screen: Screen) -> str:
    """A list of terms, each with its count in every snapshot and the sentences that hold it."""
    terms: list[Record] = [
        {"parts": list(row[0][1].term.parts), "uses": [_encode_use(*use) for use in row]} for row in uses if row
    ]
    return dump_json({"schema_version": 1, "terms": list(terms)}).decode()


def _encode_use(snapshot: Snapshot, use: TermUse) -> Record:
    places = [encode_span(place) for place in use.places]
    return {**_encode_snapshot(snapshot), "count": use.count, "words": use.words, "sentences": list(places)}


def _encode_snapshot(snapshot: Snapshot) -> Record:
    return {
        "snapshot": snapshot.id,
        "document": snapshot.document,
        "publisher": snapshot.publisher.id,
        "published": encode_day(snapshot.edition.published),
    }
