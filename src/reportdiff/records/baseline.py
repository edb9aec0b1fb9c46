"""A baseline as JSON, both ways."""

from __future__ import annotations

from collections.abc import Iterable

from reportdiff.model.baseline import Known
from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.settings import Level
from reportdiff.records import fields
from reportdiff.records.fields import Misfit, Record
from reportdiff.records.json import JsonValue, dump_json, load_json
from reportdiff.records.waivers import FINGERPRINT

SCHEMA_VERSION = 1

_KEYS = frozenset({"schema_version", "findings"})
_KNOWN_KEYS = frozenset({"fingerprint", "rule", "level", "subject", "series", "where", "draft", "message"})
_LEVELS = {level.value: level for level in Level if level is not Level.NONE}


def decode_baseline(data: bytes, *, name: str) -> tuple[Known, ...]:
    """The findings that a baseline holds; :class:`InvalidSettings` with *name* and the place unless it fits."""
    try:
        return _decode(load_json(data, name=name))
    except UnreadableInput as problem:
        raise InvalidSettings(str(problem)) from None
    except Misfit as misfit:
        raise InvalidSettings(
            f"{name}: at {misfit.pointer}: {misfit.problem}; restore it, or remove it and write it anew"
        ) from None


def dump_baseline(known: Iterable[Known]) -> bytes:
    """The canonical JSON of a baseline."""
    found: list[JsonValue] = [_encode(each) for each in sorted(known, key=lambda each: each.fingerprint)]
    return dump_json({"schema_version": SCHEMA_VERSION, "findings": found})


def _decode(value: JsonValue) -> tuple[Known, ...]:
    owner = fields.record(value, _KEYS)
    if type(owner["schema_version"]) is not int or owner["schema_version"] != SCHEMA_VERSION:
        raise Misfit(f"version {fields.shown(owner['schema_version'])} is not {SCHEMA_VERSION}", ("schema_version",))
    known = fields.members(owner, "findings", _decode_known)
    if len({each.fingerprint for each in known}) < len(known):
        raise Misfit("a fingerprint stands there twice", ("findings",))
    return known


def _decode_known(value: JsonValue) -> Known:
    owner = fields.record(value, _KNOWN_KEYS)
    return Known(
        fingerprint=fields.matching(owner, "fingerprint", FINGERPRINT),
        rule=fields.word(owner, "rule"),
        level=fields.choice(owner, "level", _LEVELS),
        subject=fields.optional_string(owner, "subject"),
        series=fields.optional_string(owner, "series"),
        where=fields.word(owner, "where"),
        draft=fields.optional_string(owner, "draft"),
        message=fields.word(owner, "message"),
    )


def _encode(known: Known) -> Record:
    return {
        "fingerprint": known.fingerprint,
        "rule": known.rule,
        "level": known.level.value,
        "subject": known.subject,
        "series": known.series,
        "where": known.where,
        "draft": known.draft,
        "message": known.message,
    }
