"""Claims as flat rows: what exports and the dataset hold of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reportdiff.model.claim import Characterization, Claim, EventDate, Holder, Membership, Value
from reportdiff.model.document import Snapshot
from reportdiff.model.quantity import Quantity
from reportdiff.model.series import Member, SubjectSeries
from reportdiff.model.table import Cell, CellKind, Column

TEXT, NUMBER, COUNT, DAY = CellKind.TEXT, CellKind.NUMBER, CellKind.COUNT, CellKind.DAY

CLAIM_COLUMNS = (
    Column(name="subject", meaning="what the report is about"),
    Column(name="snapshot", meaning="the id of the snapshot that makes the claim"),
    Column(name="document", meaning="the document that the snapshot is an edition of"),
    Column(name="publisher", meaning="who published it"),
    Column(name="published", meaning="the day of publication", kind=DAY),
    Column(name="edition", meaning="the edition's label"),
    Column(name="claim", meaning="the id of the claim"),
    Column(name="kind", meaning="quantity, date, holder, membership or characterization"),
    Column(name="measure", meaning="the measure's key"),
    Column(name="dimensions", meaning="what pins the measure down: name=value, joined by semicolons"),
    Column(name="series", meaning="the series of the subject that the claim belongs to"),
    Column(name="value", meaning="the figure as printed; for a fact, its value in words"),
    Column(name="amount", meaning="the figure, its multiplier applied", kind=NUMBER),
    Column(name="upper", meaning="the other end of a range", kind=NUMBER),
    Column(name="unit", meaning="currency code, percent, person, count, a physical unit"),
    Column(name="per", meaning="the denominator of a rate"),
    Column(name="unit_family", meaning="figures of different families are never compared"),
    Column(name="comparator", meaning="how the words around the figure bound it"),
    Column(name="lower_bound", meaning="the least that the words can mean", kind=NUMBER),
    Column(name="upper_bound", meaning="the most that the words can mean", kind=NUMBER),
    Column(name="period_start", meaning="the first day that the claim is about", kind=DAY),
    Column(name="period_end", meaning="the last day that the claim is about", kind=DAY),
    Column(name="period_precision", meaning="how finely the period was told"),
    Column(name="period_basis", meaning="stated, published or none"),
    Column(name="modality", meaning="reported, estimated, forecast, requested, planned or proposed"),
    Column(name="attribution", meaning="the source that the document names"),
    Column(name="reliability", meaning="clean, repaired or suspect"),
    Column(name="quote", meaning="the shortest run of the text that holds the claim"),
    Column(name="start", meaning="where the quote begins in the text, in characters", kind=COUNT),
    Column(name="end", meaning="where the quote ends, exclusive", kind=COUNT),
)

SeriesNames = Mapping[Member, str]
"""The id of the series that a claim belongs to, by the claim."""


def name_series(every: Iterable[SubjectSeries]) -> SeriesNames:
    """Each claim of the series with the id of its series."""
    return {member: series.id for series in every for member in series.members}


def claim_rows(snapshot: Snapshot, names: SeriesNames) -> Iterator[tuple[Cell, ...]]:
    """A row of ``CLAIM_COLUMNS`` for each claim; one without a series is known by its measure alone."""
    head = (
        snapshot.subject.id,
        snapshot.id,
        snapshot.document,
        snapshot.publisher.id,
        snapshot.edition.published,
        snapshot.edition.label,
    )
    for claim in snapshot.claims:
        series = names.get(Member(snapshot=snapshot.id, claim=claim.id), claim.measure)
        yield (*head, *_identity(claim, series), *_figure(claim.value), *_circumstances(claim))


def tell_value(value: Value) -> str:
    """A claim's value in words: a figure as printed, a fact with its parts joined by commas."""
    match value:
        case Quantity():
            return value.text
        case EventDate():
            return f"{value.event} {value.date}"
        case Holder():
            parts = (value.office, value.organization, value.person, _from(value.since), _until(value.until))
            return ", ".join(part for part in parts if part)
        case Membership():
            return f"{value.member} {value.state} {value.set}"
        case Characterization():
            return value.text


def tell_dimensions(claim: Claim) -> str:
    """The dimensions of a claim as ``name=value``, in order of name, joined by semicolons."""
    return "; ".join(f"{name}={value}" for name, value in claim.dimensions)


def _identity(claim: Claim, series: str) -> tuple[Cell, ...]:
    return claim.id, claim.kind.value, claim.measure, tell_dimensions(claim), series, tell_value(claim.value)


def _figure(value: Value) -> tuple[str | Decimal | None, ...]:
    if not isinstance(value, Quantity):
        return (None,) * 8
    return (
        value.amount,
        value.upper,
        value.unit,
        value.per,
        value.family,
        value.comparator.value,
        value.lower_bound,
        value.upper_bound,
    )


def _circumstances(claim: Claim) -> tuple[Cell, ...]:
    period = claim.period
    return (
        period.start,
        period.end,
        None if period.precision is None else period.precision.value,
        period.basis.value,
        claim.modality.value,
        claim.attribution,
        claim.reliability.value,
        claim.quote.exact,
        claim.position.start,
        claim.position.end,
    )


def _from(day: str | None) -> str | None:
    return f"since {day}" if day else None


def _until(day: str | None) -> str | None:
    return f"until {day}" if day else None
