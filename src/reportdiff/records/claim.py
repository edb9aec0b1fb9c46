"""Claims as JSON, both ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import (
    Characterization,
    Claim,
    ClaimKind,
    Dimensions,
    EventDate,
    Holder,
    Membership,
    Modality,
    Quote,
    Value,
)
from reportdiff.model.period import UNDATED, Basis, Period, Precision
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.span import Grade, Span
from reportdiff.records import fields
from reportdiff.records.fields import Misfit, Record
from reportdiff.records.json import JsonValue

MAX_CONTEXT = 32
"""How many characters of its paragraph a quote may carry on either side."""

GRADES = {grade.value: grade for grade in Grade}
_KINDS = {kind.value: kind for kind in ClaimKind}
_MODALITIES = {modality.value: modality for modality in Modality}
COMPARATORS = {comparator.value: comparator for comparator in Comparator}
_PRECISIONS = {precision.value: precision for precision in Precision}
_BASES = {basis.value: basis for basis in Basis}
_STATES = {state: state for state in ("belongs", "joined", "left")}
_REDUCED_DATE = re.compile(r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$(?!\n)")

_CLAIM_KEYS = frozenset(
    [
        "id",
        "kind",
        "measure",
        "dimensions",
        "value",
        "period",
        "modality",
        "attribution",
        "quote",
        "position",
        "sentence",
        "reliability",
    ]
)
_OPTIONAL_CLAIM_KEYS = frozenset({"annotations", "part", "name"})
_ANNOTATION_KEYS = frozenset({"kind", "author", "reason", "claims", "date"})
_ANNOTATION_KINDS = {kind.value: kind for kind in AnnotationKind}
_QUOTE_KEYS = frozenset({"exact", "prefix", "suffix"})
_PERIOD_KEYS = frozenset({"start", "end", "precision", "basis", "text"})
_QUANTITY_KEYS = frozenset(["amount", "upper", "unit", "per", "comparator", "lower_bound", "upper_bound", "text"])
_DATE_KEYS = frozenset({"event", "date", "precision"})
_HOLDER_KEYS = frozenset({"office", "organization", "person", "since", "until"})
_MEMBERSHIP_KEYS = frozenset({"member", "set", "state"})
_CHARACTERIZATION_KEYS = frozenset({"aspect", "text"})


def encode_claim(claim: Claim) -> Record:
    """*claim* as a JSON object: every member written out, null where there is nothing.

    ``annotations`` are left out where nobody decided anything: in the store they have a file of their own; ``part`` is
    where the source has no parts, ``name`` where the program's own vocabulary names the measure.
    """
    encoded: Record = {
        "id": claim.id,
        "kind": claim.kind.value,
        "measure": claim.measure,
        "dimensions": dict(claim.dimensions),
        "value": encode_value(claim.value),
        "period": encode_period(claim.period),
        "modality": claim.modality.value,
        "attribution": claim.attribution,
        "quote": {"exact": claim.quote.exact, "prefix": claim.quote.prefix, "suffix": claim.quote.suffix},
        "position": encode_span(claim.position),
        "sentence": encode_span(claim.sentence),
        "reliability": claim.reliability.value,
    }
    if claim.part is not None:
        encoded["part"] = claim.part
    if claim.name is not None:
        encoded["name"] = claim.name
    if claim.annotations:
        encoded["annotations"] = [_encode_annotation(annotation) for annotation in claim.annotations]
    return encoded


def decode_claim(value: JsonValue) -> Claim:
    """The claim that a JSON object holds; :class:`Misfit` unless it fits the schema."""
    owner = fields.record(value, _CLAIM_KEYS, _OPTIONAL_CLAIM_KEYS)
    kind = fields.choice(owner, "kind", _KINDS)
    return Claim(
        id=fields.word(owner, "id"),
        kind=kind,
        measure=fields.word(owner, "measure"),
        value=fields.member(owner, "value", _VALUES[kind]),
        period=fields.member(owner, "period", decode_period),
        quote=fields.member(owner, "quote", _decode_quote),
        position=fields.member(owner, "position", fields.span),
        sentence=fields.member(owner, "sentence", fields.span),
        dimensions=fields.member(owner, "dimensions", _decode_dimensions),
        modality=fields.choice(owner, "modality", _MODALITIES),
        attribution=fields.optional_string(owner, "attribution"),
        reliability=fields.choice(owner, "reliability", GRADES),
        annotations=fields.members(owner, "annotations", _decode_annotation) if "annotations" in owner else (),
        part=_decode_part(owner) if "part" in owner else None,
        name=fields.word(owner, "name") if "name" in owner else None,
    )


def encode_value(value: Value) -> Record:
    """A claim's value as a JSON object with the members of its kind."""
    match value:
        case Quantity():
            return _encode_quantity(value)
        case EventDate():
            return {"event": value.event, "date": value.date, "precision": value.precision}
        case Holder():
            return {
                "office": value.office,
                "organization": value.organization,
                "person": value.person,
                "since": value.since,
                "until": value.until,
            }
        case Membership():
            return {"member": value.member, "set": value.set, "state": value.state}
        case Characterization():
            return {"aspect": value.aspect, "text": value.text}


def encode_period(period: Period) -> Record:
    """A period as a JSON object, days as ISO 8601."""
    return {
        "start": encode_day(period.start),
        "end": encode_day(period.end),
        "precision": None if period.precision is None else period.precision.value,
        "basis": period.basis.value,
        "text": period.text,
    }


def decode_period(value: JsonValue) -> Period:
    """The period that a JSON object holds."""
    owner = fields.record(value, _PERIOD_KEYS)
    period = Period(
        start=fields.optional_day(owner, "start"),
        end=fields.optional_day(owner, "end"),
        precision=fields.optional_choice(owner, "precision", _PRECISIONS),
        basis=fields.choice(owner, "basis", _BASES),
        text=fields.optional_string(owner, "text"),
    )
    return UNDATED if period == UNDATED else period


def encode_day(day: date | None) -> str | None:
    """A day as ISO 8601."""
    return None if day is None else day.isoformat()


def encode_span(span: Span) -> Record:
    """A run of code points as ``{start, end}``."""
    return {"start": span.start, "end": span.end}


def _encode_annotation(annotation: Annotation) -> Record:
    return {
        "kind": annotation.kind.value,
        "author": annotation.author,
        "reason": annotation.reason,
        "claims": list(annotation.claims),
        "date": encode_day(annotation.decided),
    }


def _decode_annotation(value: JsonValue) -> Annotation:
    owner = fields.record(value, _ANNOTATION_KEYS)
    return Annotation(
        kind=fields.choice(owner, "kind", _ANNOTATION_KINDS),
        author=fields.word(owner, "author"),
        reason=fields.word(owner, "reason"),
        claims=fields.members(owner, "claims", fields.as_word),
        decided=fields.optional_day(owner, "date"),
    )


def _encode_quantity(quantity: Quantity) -> Record:
    return {
        "amount": quantity.amount,
        "upper": quantity.upper,
        "unit": quantity.unit,
        "per": quantity.per,
        "comparator": quantity.comparator.value,
        "lower_bound": quantity.lower_bound,
        "upper_bound": quantity.upper_bound,
        "text": quantity.text,
    }


def _decode_quantity(value: JsonValue) -> Quantity:
    owner = fields.record(value, _QUANTITY_KEYS)
    return Quantity(
        amount=fields.number(owner, "amount"),
        unit=fields.word(owner, "unit"),
        comparator=fields.choice(owner, "comparator", COMPARATORS),
        upper=fields.optional_number(owner, "upper"),
        per=fields.optional_string(owner, "per"),
        lower_bound=fields.optional_number(owner, "lower_bound"),
        upper_bound=fields.optional_number(owner, "upper_bound"),
        text=fields.string(owner, "text"),
    )


def _decode_date(value: JsonValue) -> EventDate:
    owner = fields.record(value, _DATE_KEYS)
    return EventDate(
        event=fields.word(owner, "event"),
        date=fields.matching(owner, "date", _REDUCED_DATE),
        precision=fields.choice(owner, "precision", _PRECISIONS).value,
    )


def _decode_holder(value: JsonValue) -> Holder:
    owner = fields.record(value, _HOLDER_KEYS)
    return Holder(
        office=fields.word(owner, "office"),
        person=fields.optional_string(owner, "person"),
        organization=fields.optional_string(owner, "organization"),
        since=fields.optional_matching(owner, "since", _REDUCED_DATE),
        until=fields.optional_matching(owner, "until", _REDUCED_DATE),
    )


def _decode_membership(value: JsonValue) -> Membership:
    owner = fields.record(value, _MEMBERSHIP_KEYS)
    return Membership(
        member=fields.word(owner, "member"),
        set=fields.word(owner, "set"),
        state=fields.choice(owner, "state", _STATES),
    )


def _decode_characterization(value: JsonValue) -> Characterization:
    owner = fields.record(value, _CHARACTERIZATION_KEYS)
    return Characterization(aspect=fields.word(owner, "aspect"), text=fields.word(owner, "text"))


def _decode_part(owner: Record) -> int:
    part = fields.count(owner, "part")
    if part < 1:
        raise Misfit("parts are counted from 1", ("part",))
    return part


def _decode_quote(value: JsonValue) -> Quote:
    owner = fields.record(value, _QUOTE_KEYS)
    return Quote(
        exact=fields.word(owner, "exact"),
        prefix=fields.short_string(owner, "prefix", MAX_CONTEXT),
        suffix=fields.short_string(owner, "suffix", MAX_CONTEXT),
    )


def _decode_dimensions(value: JsonValue) -> Dimensions:
    if not isinstance(value, dict):
        raise Misfit(f"{fields.shown(value)} is not an object")
    return tuple((name, fields.word(value, name)) for name in sorted(value))


_VALUES: Mapping[ClaimKind, Callable[[JsonValue], Value]] = {
    ClaimKind.QUANTITY: _decode_quantity,
    ClaimKind.DATE: _decode_date,
    ClaimKind.HOLDER: _decode_holder,
    ClaimKind.MEMBERSHIP: _decode_membership,
    ClaimKind.CHARACTERIZATION: _decode_characterization,
}
