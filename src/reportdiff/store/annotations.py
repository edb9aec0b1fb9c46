"""What people decided about a subject's claims: the file, and its application over the reading."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from reportdiff.model.annotation import Annotation
from reportdiff.model.claim import Claim, ClaimKind, Quote
from reportdiff.model.correction import Addition, Annotations, Correction
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.period import UNDATED, Period
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.span import Span
from reportdiff.records.files import read_stored_bytes
from reportdiff.store.corrections import correct_claim, quantum_of, stated_period
from reportdiff.store.snapshots import ANNOTATIONS

MAX_BYTES = 4_000_000
AROUND = 32


def read_annotations(path: Path, root: Path) -> Annotations:
    """What the file at *path*, below *root*, decides; nothing where there is none.

    Raises :class:`InvalidSettings` with file and key for what :mod:`reportdiff.records.annotations` does not read.
    """
    if not path.exists() and not path.is_symlink():
        return Annotations()
    from reportdiff.records.annotations import decode_annotations

    try:
        return decode_annotations(read_stored_bytes(path, root, limit=MAX_BYTES), name=str(path))
    except UnreadableInput as error:
        raise InvalidSettings(str(error)) from None


def annotated(snapshot: Snapshot, subject_folder: Path) -> Snapshot:
    """*snapshot* as the annotations beside it in *subject_folder* say that it reads."""
    path = subject_folder / ANNOTATIONS
    annotations = read_annotations(path, subject_folder)
    return snapshot if annotations == Annotations() else apply_annotations(snapshot, annotations, name=str(path))


def apply_annotations(snapshot: Snapshot, annotations: Annotations, *, name: str) -> Snapshot:
    """*snapshot* with its claims corrected, missing ones added, and each claim bearing what was decided about it.

    What is about other snapshots, or about claims that are gone, has no effect; see :func:`find_stale`. Raises
    :class:`InvalidSettings`, with *name* and the key, where a correction does not fit its claim.
    """
    claims = {claim.id: claim for claim in snapshot.claims}
    for addition in annotations.additions:
        claim = add_claim(snapshot, addition)
        if claim is not None:
            claims[claim.id] = claim
    for number, correction in enumerate(annotations.corrections):
        own = claim_named(correction.annotation.claims[0], snapshot.id, claims)
        if own is not None:
            claims[own] = correct_claim(claims[own], correction, name=f"{name}: at /correct/{number}/set")
    for decision in annotations.decisions:
        for about in decision.claims:
            own = claim_named(about, snapshot.id, claims)
            if own is not None:
                claims[own] = replace(claims[own], annotations=(*claims[own].annotations, decision))
    return replace(snapshot, claims=tuple(sorted(claims.values(), key=_order)))


def claim_named(about: str, snapshot: str, claims: Mapping[str, object]) -> str | None:
    """The id of the claim of *snapshot* that ``SNAPSHOT#CLAIM`` or ``CLAIM`` names; None where it names no such."""
    where, mark, claim = about.rpartition("#")
    return claim if claim in claims and (not mark or where == snapshot) else None


def add_claim(snapshot: Snapshot, addition: Addition) -> Claim | None:
    """The claim that *addition* adds to *snapshot*; None for another snapshot's, and where its quote is not found."""
    span = find_quote(snapshot, addition) if addition.snapshot == snapshot.id else None
    if span is None or snapshot.text is None:
        return None
    start, end = line_around(snapshot.text, span)
    return Claim(
        id=id_of_addition(addition),
        kind=ClaimKind.QUANTITY,
        measure=addition.measure,
        value=quantity_of(addition.amount, addition.unit, Comparator(addition.comparator), text=addition.quote),
        period=period_of(addition),
        quote=Quote(
            exact=addition.quote,
            prefix=snapshot.text[max(start, span.start - AROUND) : span.start],
            suffix=snapshot.text[span.end : min(end, span.end + AROUND)],
        ),
        position=span,
        sentence=Span(start, end),
        dimensions=addition.dimensions,
        annotations=(replace(addition.annotation, claims=(f"{snapshot.id}#{id_of_addition(addition)}",)),),
    )


def id_of_addition(addition: Addition) -> str:
    """The id of an added claim: it follows from its place, so that it stays when the figure is corrected."""
    place = "\0".join((addition.snapshot, addition.prefix, addition.quote))
    return hashlib.sha256(place.encode()).hexdigest()[:12]


def find_quote(snapshot: Snapshot, addition: Addition) -> Span | None:
    """Where the quote stands in the text: once, or once behind its prefix; None otherwise."""
    words = f"{addition.prefix}{addition.quote}"
    at = (snapshot.text or "").find(words)
    if snapshot.text is None or at < 0 or snapshot.text.find(words, at + 1) >= 0:
        return None
    return Span(at + len(addition.prefix), at + len(words))


def line_around(text: str, span: Span) -> tuple[int, int]:
    """The line, which is a sentence, that *span* stands in."""
    end = text.find("\n", span.end)
    return text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end


def quantity_of(amount: Decimal, unit: str, comparator: Comparator, *, text: str) -> Quantity:
    """A figure told by a person, as exact as its last digit that is not a closing zero of a large number."""
    from reportdiff.grammar.comparators import bounds

    low, high = bounds(amount, None, comparator, quantum_of(amount))
    return Quantity(amount=amount, unit=unit, comparator=comparator, lower_bound=low, upper_bound=high, text=text)


def period_of(addition: Addition) -> Period:
    """The stated period of an addition; undated where it names no days."""
    if addition.start is None or addition.end is None:
        return UNDATED
    return stated_period(addition.start, addition.end)


def find_stale(annotations: Annotations, snapshots: Mapping[str, Snapshot]) -> Iterator[tuple[str, str]]:
    """What is decided about claims that are not there any more: the claim, or snapshot, and what is the matter.

    *snapshots* are those of the subject, by id, as they were read and without annotations.
    """
    readings = {name: apply_additions(snapshot, annotations) for name, snapshot in snapshots.items()}
    for about in named_claims(annotations):
        if not any(claim_named(about, name, claims) for name, claims in readings.items()):
            yield about, "no such claim is read any more"
    for addition in annotations.additions:
        snapshot = snapshots.get(addition.snapshot)
        if snapshot is None:
            yield addition.snapshot, "no such snapshot is stored"
        elif find_quote(snapshot, addition) is None:
            yield addition.snapshot, f"{addition.quote[:60]!r} does not stand once in the text"


def apply_additions(snapshot: Snapshot, annotations: Annotations) -> dict[str, Claim]:
    """The claims of *snapshot* by id, with those that are added."""
    added = (add_claim(snapshot, addition) for addition in annotations.additions)
    return {claim.id: claim for claim in (*snapshot.claims, *added) if claim is not None}


def named_claims(annotations: Annotations) -> tuple[str, ...]:
    """The claims that decisions and corrections name, each once, in order."""
    every: tuple[Annotation, ...] = (*annotations.decisions, *(each.annotation for each in annotations.corrections))
    return tuple(dict.fromkeys(claim for annotation in every for claim in annotation.claims))


def with_decision(annotations: Annotations, decision: Annotation) -> Annotations:
    """*annotations* with a decision about claims; an earlier one about the very same claims gives way."""
    about = frozenset(decision.claims)
    kept = (each for each in annotations.decisions if frozenset(each.claims) != about)
    return replace(annotations, decisions=(*kept, decision))


def with_correction(annotations: Annotations, correction: Correction) -> Annotations:
    """*annotations* with a correction; of an earlier one of the claim, the members that are not set anew stay."""
    claim = correction.annotation.claims
    before = [each for each in annotations.corrections if each.annotation.claims == claim]
    members = {name: value for each in (*before, correction) for name, value in each.members}
    kept = (each for each in annotations.corrections if each.annotation.claims != claim)
    whole = replace(correction, members=tuple(sorted(members.items())))
    return replace(annotations, corrections=(*kept, whole))


def with_addition(annotations: Annotations, addition: Addition) -> Annotations:
    """*annotations* with a missing claim; an earlier one at the same place gives way."""
    place = addition.snapshot, addition.quote, addition.prefix
    kept = (each for each in annotations.additions if (each.snapshot, each.quote, each.prefix) != place)
    return replace(annotations, additions=(*kept, addition))


def _order(claim: Claim) -> tuple[int, int, str, str]:
    return claim.position.start, claim.position.end, claim.kind, claim.measure
