"""The changelog of a subject for programs."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.compare.chronicle import Chapter, Line
from reportdiff.model.document import Snapshot
from reportdiff.records.claim import encode_claim, encode_day
from reportdiff.records.fields import Record
from reportdiff.records.json import dump_json
from reportdiff.reports.screen import Screen


def render_changelog_json(chapters: Sequence[Chapter], _screen: Screen) -> str:
    """Editions in order, each with its sentences and the whole claims behind them; the schema is ``changelog``."""
    return dump_json({"schema_version": 1, "editions": [_encode_chapter(chapter) for chapter in chapters]}).decode()


def _encode_chapter(chapter: Chapter) -> Record:
    return {
        **_encode_snapshot(chapter.snapshot),
        "against": [each.id for each in chapter.against],
        "changes": [_encode_line(line) for line in chapter.lines],
    }


def _encode_line(line: Line) -> Record:
    claims = [{**_encode_snapshot(snapshot), "claim": encode_claim(claim)} for snapshot, claim in line.claims]
    return {"sentence": line.sentence, "kind": line.kind.value, "series": line.series, "claims": list(claims)}


def _encode_snapshot(snapshot: Snapshot) -> Record:
    return {
        "snapshot": snapshot.id,
        "publisher": snapshot.publisher.id,
        "published": encode_day(snapshot.edition.published),
    }
