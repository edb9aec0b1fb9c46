"""Annotations as TOML, both ways: a strict reader that names file and key, and one canonical writer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.correction import Addition, Annotations, Correction
from reportdiff.model.errors import InvalidSettings
from reportdiff.records import fields
from reportdiff.records.claim import COMPARATORS, encode_day
from reportdiff.records.fields import Misfit, Record
from reportdiff.records.json import JsonValue, canonical_number
from reportdiff.records.snapshot import SNAPSHOT_ID
from reportdiff.records.toml import load_toml, quoted

HEADER = "# What people decided about the claims. Written by reportdiff annotate; comments are not kept.\n"

_TABLES = frozenset({"same", "different", "correct", "add"})
_WHO = frozenset({"author", "reason"})
_DAY = frozenset({"date"})
_ADDED = _WHO | {"snapshot", "quote", "measure", "amount", "unit"}
_ADDED_OPTIONAL = _DAY | {"prefix", "comparator", "start", "end", "dimensions"}
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def decode_annotations(data: bytes, *, name: str) -> Annotations:
    """The annotations that a TOML file holds; :class:`InvalidSettings` with *name* and the key unless it fits.

    Refused besides what the schema refuses: two corrections of one claim, and claims that are both one series and not.
    """
    table = load_toml(data, name=name)
    try:
        return _decode(_plain(table))
    except Misfit as misfit:
        raise InvalidSettings(f"{name}: at {misfit.pointer}: {misfit.problem}; correct it") from None


def dump_annotations(annotations: Annotations) -> bytes:
    """The one way in which annotations are written: each kind in order of what it is about, an entry a table."""
    lines = [HEADER]
    for kind in (AnnotationKind.SAME, AnnotationKind.DIFFERENT):
        of_kind = (decision for decision in annotations.decisions if decision.kind is kind)
        lines += [_entry(kind, {"claims": list(each.claims)}, each) for each in sorted(of_kind, key=_claims_of)]
    for correction in sorted(annotations.corrections, key=lambda each: each.annotation.claims):
        told: Record = {"claim": correction.annotation.claims[0], "set": dict(correction.members)}
        lines.append(_entry(AnnotationKind.CORRECT, told, correction.annotation))
    for addition in sorted(annotations.additions, key=lambda each: (each.snapshot, each.quote, each.prefix)):
        lines.append(_entry(AnnotationKind.ADD, _encode_addition(addition), addition.annotation))
    return "\n".join(lines).encode()


def _claims_of(annotation: Annotation) -> tuple[str, ...]:
    return annotation.claims


def _decode(table: JsonValue) -> Annotations:
    owner = fields.record(table, frozenset(), _TABLES)
    whole = {name: owner.get(name, []) for name in _TABLES}
    annotations = Annotations(
        decisions=(
            *fields.members(whole, "same", lambda value: _decode_decision(value, AnnotationKind.SAME)),
            *fields.members(whole, "different", lambda value: _decode_decision(value, AnnotationKind.DIFFERENT)),
        ),
        corrections=fields.members(whole, "correct", _decode_correction),
        additions=fields.members(whole, "add", _decode_addition),
    )
    _refuse_discord(annotations)
    return annotations


def _decode_decision(value: JsonValue, kind: AnnotationKind) -> Annotation:
    owner = fields.record(value, _WHO | {"claims"}, _DAY)
    claims = fields.members(owner, "claims", _decode_name)
    if len(claims) < 2 or len(set(claims)) < len(claims):
        raise Misfit("fewer than two claims, or one of them twice", ("claims",))
    return _decided(owner, kind, claims)


def _decode_correction(value: JsonValue) -> Correction:
    owner = fields.record(value, _WHO | {"claim", "set"}, _DAY)
    members = fields.member(owner, "set", _decode_members)
    claim = fields.word(owner, "claim")
    return Correction(annotation=_decided(owner, AnnotationKind.CORRECT, (claim,)), members=members)


def _decode_members(value: JsonValue) -> tuple[tuple[str, str | Decimal], ...]:
    if not isinstance(value, dict) or not value:
        raise Misfit(f"{fields.shown(value)} is not a table with something in it")
    return tuple((name, _decode_word_or_number(value, name)) for name in sorted(value))


def _decode_word_or_number(owner: Record, name: str) -> str | Decimal:
    value = owner[name]
    return fields.string(owner, name) if isinstance(value, str) else fields.number(owner, name)


def _decode_addition(value: JsonValue) -> Addition:
    owner = fields.record(value, _ADDED, _ADDED_OPTIONAL)
    whole: Record = {"prefix": "", "comparator": "exactly", "start": None, "end": None, "dimensions": {}, **owner}
    if (whole["start"] is None) != (whole["end"] is None):
        raise Misfit("a period has both a start and an end", ("start",))
    return Addition(
        annotation=_decided(owner, AnnotationKind.ADD, ()),
        snapshot=fields.matching(whole, "snapshot", SNAPSHOT_ID),
        quote=fields.word(whole, "quote"),
        prefix=fields.string(whole, "prefix"),
        measure=fields.word(whole, "measure"),
        amount=fields.number(whole, "amount"),
        unit=fields.word(whole, "unit"),
        comparator=fields.choice(whole, "comparator", COMPARATORS).value,
        start=fields.optional_day(whole, "start"),
        end=fields.optional_day(whole, "end"),
        dimensions=fields.member(whole, "dimensions", _decode_dimensions),
    )


def _decode_dimensions(value: JsonValue) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise Misfit(f"{fields.shown(value)} is not a table")
    return tuple((name, fields.word(value, name)) for name in sorted(value))


def _decode_name(value: JsonValue) -> str:
    return fields.word({"": value}, "")


def _decided(owner: Record, kind: AnnotationKind, claims: tuple[str, ...]) -> Annotation:
    return Annotation(
        kind=kind,
        author=fields.word(owner, "author"),
        reason=fields.word(owner, "reason"),
        claims=claims,
        decided=fields.optional_day({"date": owner.get("date")}, "date"),
    )


def _refuse_discord(annotations: Annotations) -> None:
    corrected: set[str] = set()
    for number, correction in enumerate(annotations.corrections):
        claim = correction.annotation.claims[0]
        if claim in corrected:
            raise Misfit(f"{claim} is corrected twice, keep one", ("correct", number, "claim"))
        corrected.add(claim)
    joined = [set(each.claims) for each in annotations.decisions if each.kind is AnnotationKind.SAME]
    apart = [each for each in annotations.decisions if each.kind is AnnotationKind.DIFFERENT]
    for number, decision in enumerate(apart):
        if any(len(together.intersection(decision.claims)) > 1 for together in joined):
            raise Misfit("these claims are told to be one series too, keep one", ("different", number, "claims"))


def _plain(value: Any) -> JsonValue:
    """TOML's own days as the texts that the records hold; what else TOML has and JSON has not is refused later."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, Decimal) and not value.is_finite():
        raise Misfit(f"{value} is no figure")
    return value if isinstance(value, bool | int | Decimal | str) else _plain_day(value)


def _plain_day(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _encode_addition(addition: Addition) -> Record:
    told: Record = {
        "snapshot": addition.snapshot,
        "quote": addition.quote,
        "measure": addition.measure,
        "amount": addition.amount,
        "unit": addition.unit,
    }
    may: Record = {
        "prefix": addition.prefix or None,
        "comparator": None if addition.comparator == "exactly" else addition.comparator,
        "start": encode_day(addition.start),
        "end": encode_day(addition.end),
        "dimensions": dict(addition.dimensions) or None,
    }
    return told | {name: value for name, value in may.items() if value is not None}


def _entry(kind: AnnotationKind, told: Record, who: Annotation) -> str:
    day = {} if who.decided is None else {"date": who.decided.isoformat()}
    whole: Record = {**told, "author": who.author, "reason": who.reason, **day}
    return "".join((f"[[{kind.value}]]\n", *_pairs(whole.items())))


def _pairs(pairs: Iterable[tuple[str, JsonValue]]) -> Iterator[str]:
    for name, value in pairs:
        yield f"{name if _BARE.fullmatch(name) else quoted(name)} = {_render(value)}\n"


def _render(value: JsonValue) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(pair.rstrip() for pair in _pairs(sorted(value.items())))} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_render, value))}]"
    return quoted(value) if isinstance(value, str) else canonical_number(_number(value))


def _number(value: JsonValue) -> int | Decimal:
    assert isinstance(value, int | Decimal)
    return value
