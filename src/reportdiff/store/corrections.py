"""A claim read as a person says that it reads."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import Claim
from reportdiff.model.correction import Correction
from reportdiff.model.errors import InvalidSettings
from reportdiff.model.period import Basis, Period, Precision
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.records.claim import decode_claim, encode_claim
from reportdiff.records.fields import Misfit, Record, nearest

PARTS = ("value", "period", "dimensions")
"""Members whose own members are set one by one."""

WHOLE = ("measure", "modality", "attribution")
FIGURE = frozenset({"value.amount", "value.upper", "value.comparator"})
BOUNDS = frozenset({"value.lower_bound", "value.upper_bound"})


def correct_claim(claim: Claim, correction: Correction, *, name: str) -> Claim:
    """*claim* with the members that *correction* sets; its id, quote and place stay, and it bears the correction.

    What follows from the members that are set is made to fit: the bounds of a figure, the precision and basis of a
    period. Raises :class:`InvalidSettings`, with *name* and the member, for what a claim of this kind cannot hold.
    """
    record = encode_claim(claim)
    told = dict(correction.members)
    for member, value in told.items():
        _set(record, member, value, name)
    if "measure" in told:
        record.pop("name", None)
    try:
        read = decode_claim(record)
    except Misfit as misfit:
        where = ".".join(map(str, misfit.path))
        raise InvalidSettings(f"{name}: {where} of claim {claim.id}: {misfit.problem}; correct it") from None
    return replace(
        _with_bounds(_with_precision(read, told), claim, told),
        annotations=(*claim.annotations, correction.annotation),
    )


def _set(record: Record, member: str, value: str | Decimal, name: str) -> None:
    """Put *value* where *member* says, null for an empty text."""
    part, _, inner = member.partition(".")
    owner = record.get(part) if part in PARTS and inner else record
    known = WHOLE if owner is record or not isinstance(owner, dict) else tuple(owner)
    key = inner if owner is not record else member
    if not isinstance(owner, dict) or (key not in known and part != "dimensions"):
        raise InvalidSettings(
            f"{name}: {member!r} is no member of a {record['kind']} claim that can be corrected"
            f"{nearest(member, _names(record))}; correct the name, or leave it out"
        )
    if value == "" and part == "dimensions":
        owner.pop(key, None)
    else:
        owner[key] = None if value == "" else value


def _paths(record: Record) -> tuple[str, ...]:
    """All that can be corrected of a claim."""
    parts = ((part, record[part]) for part in PARTS)
    return (*WHOLE, *(f"{part}.{key}" for part, inner in parts if isinstance(inner, dict) for key in inner))


def _names(record: Record) -> tuple[str, ...]:
    """All that can be corrected of a claim, the members of its parts by their own names too."""
    paths = _paths(record)
    return (*paths, *(path.rpartition(".")[2] for path in paths))


def _with_bounds(claim: Claim, before: Claim, told: dict[str, str | Decimal]) -> Claim:
    """*claim* with the interval that its figure can mean, unless the correction gives one."""
    if not FIGURE.intersection(told) or BOUNDS.intersection(told):
        return claim
    value, was = claim.value, before.value
    if not isinstance(value, Quantity) or not isinstance(was, Quantity):
        return claim
    from reportdiff.grammar.comparators import bounds

    quantum = quantum_of(value.amount)
    if was.comparator is Comparator.EXACTLY and value.amount == was.amount and was.lower_bound is not None:
        quantum = (was.amount - was.lower_bound) * 2
    low, high = bounds(value.amount, value.upper, value.comparator, quantum)
    return replace(claim, value=replace(value, lower_bound=low, upper_bound=high))


def quantum_of(amount: Decimal) -> Decimal:
    """The worth of the last digit of a figure as printed plainly; closing zeros count below 1,000 only.

    >>> quantum_of(Decimal(500000)), quantum_of(Decimal(130)), quantum_of(Decimal("13.3"))
    (Decimal('100000'), Decimal('1'), Decimal('0.1'))
    """
    exponent = (amount.normalize() if abs(amount) >= 1000 else amount).as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(f"{Decimal(1).scaleb(exponent):f}")


def _with_precision(claim: Claim, told: dict[str, str | Decimal]) -> Claim:
    """*claim* with a period that is stated, and as fine as the days tell, where the days alone were corrected."""
    start, end = claim.period.start, claim.period.end
    if not {"period.start", "period.end"}.intersection(told) or start is None or end is None:
        return claim
    stated = stated_period(start, end, text=claim.period.text)
    if "period.precision" in told:
        stated = replace(stated, precision=claim.period.precision)
    if "period.basis" in told:
        stated = replace(stated, basis=claim.period.basis)
    return replace(claim, period=stated)


def stated_period(start: date, end: date, *, text: str | None = None) -> Period:
    """The period between two days, as fine as they tell: a day, a whole month or year, else a span."""
    precision = Precision.SPAN
    if start == end:
        precision = Precision.DAY
    elif (start.year, start.month, start.day) == (end.year, 1, 1) and (end.month, end.day) == (12, 31):
        precision = Precision.YEAR
    elif (start.year, start.month, start.day) == (end.year, end.month, 1) and end.day == monthrange(*_month(end))[1]:
        precision = Precision.MONTH
    return Period(start=start, end=end, precision=precision, basis=Basis.STATED, text=text)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def correction_of(claim: str, members: dict[str, str | Decimal], who: Annotation) -> Correction:
    """A correction of the claim ``SNAPSHOT#CLAIM``."""
    annotation = replace(who, kind=AnnotationKind.CORRECT, claims=(claim,))
    return Correction(annotation=annotation, members=tuple(sorted(members.items())))
