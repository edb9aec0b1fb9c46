"""Snapshots as JSON, both ways, with the law that every quote stands where its claim says.

The reader refuses what ``schemas/snapshot.schema.json`` refuses, without the cost of a schema.
"""

from __future__ import annotations

import re

from reportdiff.model.claim import Claim
from reportdiff.model.document import Edition, Extractor, Publisher, Snapshot, Source, Subject
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.span import Reliability, Section
from reportdiff.records import fields
from reportdiff.records.claim import GRADES, decode_claim, encode_claim, encode_day
from reportdiff.records.fields import Misfit, Record
from reportdiff.records.json import JsonValue, dump_json, load_json

SCHEMA_VERSION = 1

_PART = r"[a-z0-9][a-z0-9._-]{0,80}"
PART = re.compile(rf"^{_PART}$(?!\n)")
SNAPSHOT_ID = re.compile(rf"^({_PART}/)?{_PART}$(?!\n)")
_FILE = re.compile(r"^[^/\\\u0000-\u001f]{1,255}$(?!\n)")
_SHA256 = re.compile(r"^[0-9a-f]{64}$(?!\n)")

_HEAD_KEYS = frozenset(["id", "subject", "document", "edition", "publisher", "title", "source", "extractor"])
_KEYS = _HEAD_KEYS | {"schema_version", "reliability", "sections", "claims"}
_OPTIONAL_KEYS = frozenset({"text", "integrity"})
_SUBJECT_KEYS = frozenset({"id", "name", "code"})
_PUBLISHER_KEYS = frozenset({"id", "name"})
_EDITION_KEYS = frozenset({"label", "published", "status", "supersedes"})
_SOURCE_KEYS = frozenset({"file", "media_type", "sha256", "bytes", "url", "retrieved"})
_EXTRACTOR_KEYS = frozenset({"name", "version"})
_RELIABILITY_KEYS = frozenset({"start", "end", "grade", "reason"})
_SECTION_KEYS = frozenset({"title", "level", "start", "end"})
_INTEGRITY_KEYS = frozenset({"digest", "text_sha256"})


def dump_snapshot(snapshot: Snapshot) -> bytes:
    """The canonical JSON of a snapshot, with ``text`` where the text is at hand."""
    return dump_json(encode_snapshot(snapshot))


def read_snapshot_json(data: bytes, *, name: str, text: str | None = None) -> Snapshot:
    """The snapshot that a JSON file holds.

    *text* is what its positions refer to, if that lies beside the file. Raises :class:`UnreadableInput` with *name* for
    what is not strict JSON, does not fit the schema, is of a newer schema, or quotes what does not stand in the text.
    """
    return decode_snapshot(load_json(data, name=name), name=name, text=text)


def looks_like_snapshot(data: bytes) -> bool:
    """True for a JSON object that speaks of a ``schema_version``, however damaged: it is refused, not read as prose."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"schema_version"' in data


def encode_snapshot(snapshot: Snapshot) -> Record:
    """*snapshot* as a JSON object, with ``text`` unless it is None."""
    encoded: Record = {
        "schema_version": SCHEMA_VERSION,
        **encode_head(snapshot),
        "reliability": [
            {"start": run.start, "end": run.end, "grade": run.grade.value, "reason": run.reason}
            for run in snapshot.reliability
        ],
        "sections": [
            {"title": section.title, "level": section.level, "start": section.start, "end": section.end}
            for section in snapshot.sections
        ],
        "claims": [encode_claim(claim) for claim in snapshot.claims],
    }
    if snapshot.text is not None:
        encoded["text"] = snapshot.text
    return encoded


def encode_head(snapshot: Snapshot) -> Record:
    """Whose text a snapshot is and where it comes from, without what was read from it."""
    source, edition = snapshot.source, snapshot.edition
    return {
        "id": snapshot.id,
        "subject": {"id": snapshot.subject.id, "name": snapshot.subject.name, "code": snapshot.subject.code},
        "document": snapshot.document,
        "edition": {
            "label": edition.label,
            "published": encode_day(edition.published),
            "status": edition.status,
            "supersedes": edition.supersedes,
        },
        "publisher": {"id": snapshot.publisher.id, "name": snapshot.publisher.name},
        "title": snapshot.title,
        "source": {
            "file": source.file,
            "media_type": source.media_type,
            "sha256": source.sha256,
            "bytes": source.bytes,
            "url": source.url,
            "retrieved": source.retrieved,
        },
        "extractor": {"name": snapshot.extractor.name, "version": snapshot.extractor.version},
    }


def decode_snapshot(value: JsonValue, *, name: str, text: str | None = None) -> Snapshot:
    """The snapshot that a JSON value holds; see :func:`read_snapshot_json`."""
    _refuse_newer(value, name)
    try:
        snapshot = _decode(value, text)
    except Misfit as misfit:
        raise UnreadableInput(f"{name}: at {misfit.pointer}: {misfit.problem}; mend or restore the file") from None
    problem = next(iter(misplaced(snapshot)), None)
    if problem:
        raise UnreadableInput(f"{name}: {problem}; restore the file or add the source again")
    return snapshot


def misplaced(snapshot: Snapshot) -> list[str]:
    """One line for each claim whose quote does not stand at its position, or whose sentence lies outside the text."""
    if snapshot.text is None:
        return []
    text, size = snapshot.text, len(snapshot.text)
    return [
        f"claim {fields.shown(claim.id)} quotes {fields.shown(claim.quote.exact)}, but {_found(claim, text)}"
        for claim in snapshot.claims
        if text[claim.position.start : claim.position.end] != claim.quote.exact or claim.sentence.end > size
    ]


def _found(claim: Claim, text: str) -> str:
    position, sentence = claim.position, claim.sentence
    if text[position.start : position.end] == claim.quote.exact:
        return f"its sentence {sentence.start}-{sentence.end} ends behind the text's {len(text)} characters"
    there = fields.shown(text[position.start : position.end])
    return f"the text holds {there} at {position.start}-{position.end}"


def _refuse_newer(value: JsonValue, name: str) -> None:
    version = value.get("schema_version") if isinstance(value, dict) else None
    if type(version) is int and version > SCHEMA_VERSION:
        raise UnreadableInput(
            f"{name}: schema_version {version} is newer than the {SCHEMA_VERSION} that this reportdiff reads; "
            "upgrade it: pip install --upgrade reportdiff"
        )


def _decode(value: JsonValue, text: str | None) -> Snapshot:
    owner = fields.record(value, _KEYS, _OPTIONAL_KEYS)
    if type(owner["schema_version"]) is not int or owner["schema_version"] != SCHEMA_VERSION:
        raise Misfit(f"{fields.shown(owner['schema_version'])} is not {SCHEMA_VERSION}", ("schema_version",))
    if "integrity" in owner:
        fields.member(owner, "integrity", _check_integrity)
    own_text = fields.string(owner, "text") if "text" in owner else None
    return Snapshot(
        id=fields.matching(owner, "id", SNAPSHOT_ID),
        subject=fields.member(owner, "subject", _decode_subject),
        document=fields.word(owner, "document"),
        edition=fields.member(owner, "edition", _decode_edition),
        publisher=fields.member(owner, "publisher", _decode_publisher),
        source=fields.member(owner, "source", _decode_source),
        extractor=fields.member(owner, "extractor", _decode_extractor),
        title=fields.optional_string(owner, "title"),
        reliability=fields.members(owner, "reliability", _decode_reliability),
        sections=fields.members(owner, "sections", _decode_section),
        claims=fields.members(owner, "claims", decode_claim),
        text=own_text if text is None else text,
    )


def _decode_subject(value: JsonValue) -> Subject:
    owner = fields.record(value, _SUBJECT_KEYS)
    return Subject(
        id=fields.matching(owner, "id", PART),
        name=fields.optional_string(owner, "name"),
        code=fields.optional_string(owner, "code"),
    )


def _decode_publisher(value: JsonValue) -> Publisher:
    owner = fields.record(value, _PUBLISHER_KEYS)
    return Publisher(id=fields.matching(owner, "id", PART), name=fields.optional_string(owner, "name"))


def _decode_edition(value: JsonValue) -> Edition:
    owner = fields.record(value, _EDITION_KEYS)
    return Edition(
        label=fields.optional_string(owner, "label"),
        published=fields.optional_day(owner, "published"),
        status=fields.optional_string(owner, "status"),
        supersedes=fields.optional_matching(owner, "supersedes", SNAPSHOT_ID),
    )


def _decode_source(value: JsonValue) -> Source:
    owner = fields.record(value, _SOURCE_KEYS)
    return Source(
        file=fields.matching(owner, "file", _FILE),
        media_type=fields.word(owner, "media_type"),
        sha256=fields.matching(owner, "sha256", _SHA256),
        bytes=fields.count(owner, "bytes"),
        url=fields.optional_string(owner, "url"),
        retrieved=fields.optional_string(owner, "retrieved"),
    )


def _decode_extractor(value: JsonValue) -> Extractor:
    owner = fields.record(value, _EXTRACTOR_KEYS)
    return Extractor(name=fields.word(owner, "name"), version=fields.word(owner, "version"))


def _decode_reliability(value: JsonValue) -> Reliability:
    owner = fields.record(value, _RELIABILITY_KEYS)
    return Reliability(
        start=fields.count(owner, "start"),
        end=fields.count(owner, "end"),
        grade=fields.choice(owner, "grade", GRADES),
        reason=fields.string(owner, "reason"),
    )


def _decode_section(value: JsonValue) -> Section:
    owner = fields.record(value, _SECTION_KEYS)
    return Section(
        title=fields.string(owner, "title"),
        level=fields.count(owner, "level"),
        start=fields.count(owner, "start"),
        end=fields.count(owner, "end"),
    )


def _check_integrity(value: JsonValue) -> None:
    owner = fields.record(value, _INTEGRITY_KEYS)
    fields.matching(owner, "digest", _SHA256)
    fields.matching(owner, "text_sha256", _SHA256)
