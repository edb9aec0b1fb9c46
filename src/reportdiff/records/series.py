"""The series of a subject as JSON, both ways."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.series import Member, SubjectSeries
from reportdiff.records import fields
from reportdiff.records.fields import Misfit, Record
from reportdiff.records.json import JsonValue, dump_json, load_json
from reportdiff.records.snapshot import PART, SNAPSHOT_ID

SCHEMA_VERSION = 1

_BLANK = b"0" * 64
_DIGEST = re.compile(rb'^ "digest": "([0-9a-f]{64})",$', re.MULTILINE)
_SHA256 = re.compile(r"^[0-9a-f]{64}$(?!\n)")
_KEYS = frozenset({"schema_version", "subject", "made_from", "series", "digest"})
_SERIES_KEYS = frozenset({"id", "keys", "members"})
_MEMBER_KEYS = frozenset({"snapshot", "claim"})
_FILE_KEYS = frozenset({"file", "sha256"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRecord:
    """What ``series.json`` holds: the series of two claims and more, and the hashes of all that they were made from.

    ``made_from`` holds (path below the subject's folder, SHA-256 in hex), in order of path.
    """

    subject: str
    made_from: tuple[tuple[str, str], ...]
    series: tuple[SubjectSeries, ...]


def dump_series(record: SeriesRecord) -> bytes:
    """The canonical JSON of *record*, sealed: ``digest`` is the SHA-256 of the file with these 64 characters zeros."""
    encoded: Record = {
        "schema_version": SCHEMA_VERSION,
        "digest": _BLANK.decode(),
        "subject": record.subject,
        "made_from": [{"file": file, "sha256": sha256} for file, sha256 in record.made_from],
        "series": [encode_series(series) for series in record.series],
    }
    blank = dump_json(encoded)
    return blank.replace(_BLANK, hashlib.sha256(blank).hexdigest().encode(), 1)


def encode_series(series: SubjectSeries) -> Record:
    """A series as a JSON object."""
    members: list[JsonValue] = [{"snapshot": member.snapshot, "claim": member.claim} for member in series.members]
    return {"id": series.id, "keys": list(series.keys), "members": members}


def read_series_json(data: bytes, *, name: str) -> SeriesRecord:
    """The series that a JSON file holds; :class:`UnreadableInput` with *name* for what does not fit the schema."""
    try:
        record = _decode(load_json(data, name=name))
    except Misfit as misfit:
        raise UnreadableInput(
            f"{name}: at {misfit.pointer}: {misfit.problem}; remove the file: the next add makes it anew"
        ) from None
    _check_digest(data, name)
    return record


def _check_digest(data: bytes, name: str) -> None:
    found = _DIGEST.search(data)
    if found is None or hashlib.sha256(data.replace(found[1], _BLANK, 1)).hexdigest().encode() != found[1]:
        raise UnreadableInput(
            f"{name}: changed since it was written (its digest does not fit); remove it: the next add makes it anew"
        )


def _decode(value: JsonValue) -> SeriesRecord:
    owner = fields.record(value, _KEYS)
    if type(owner["schema_version"]) is not int or owner["schema_version"] != SCHEMA_VERSION:
        raise Misfit(f"version {fields.shown(owner['schema_version'])} is not {SCHEMA_VERSION}", ("schema_version",))
    return SeriesRecord(
        subject=fields.matching(owner, "subject", PART),
        made_from=fields.members(owner, "made_from", _decode_file),
        series=fields.members(owner, "series", _decode_series),
    )


def _decode_file(value: JsonValue) -> tuple[str, str]:
    owner = fields.record(value, _FILE_KEYS)
    return fields.word(owner, "file"), fields.matching(owner, "sha256", _SHA256)


def _decode_series(value: JsonValue) -> SubjectSeries:
    owner = fields.record(value, _SERIES_KEYS)
    return SubjectSeries(
        id=fields.word(owner, "id"),
        keys=_words(owner, "keys"),
        members=_some(fields.members(owner, "members", _decode_member), "members"),
    )


def _words(owner: Record, key: str) -> tuple[str, ...]:
    words = fields.members(owner, key, fields.as_word)
    if not words or len(set(words)) < len(words):
        raise Misfit("not a list of different words with at least one of them", (key,))
    return words


def _some(members: tuple[Member, ...], key: str) -> tuple[Member, ...]:
    if not members:
        raise Misfit("an empty list, where one member at least is expected", (key,))
    return members


def _decode_member(value: JsonValue) -> Member:
    owner = fields.record(value, _MEMBER_KEYS)
    return Member(snapshot=fields.matching(owner, "snapshot", SNAPSHOT_ID), claim=fields.word(owner, "claim"))
