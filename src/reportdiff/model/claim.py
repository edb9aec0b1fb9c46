"""One assertion by one edition, with its quote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportdiff.model.annotation import Annotation
from reportdiff.model.noun import Noun
from reportdiff.model.period import Period
from reportdiff.model.quantity import Quantity
from reportdiff.model.span import Grade, Span

Dimensions = tuple[tuple[str, str], ...]
"""What pins a measure down: (name, value) pairs in order of name."""


class ClaimKind(StrEnum):
    """The kinds of claim; each has its own kind of value."""

    QUANTITY = "quantity"
    DATE = "date"
    HOLDER = "holder"
    MEMBERSHIP = "membership"
    CHARACTERIZATION = "characterization"


class Modality(StrEnum):
    """Whether the thing is so, is thought to be so, or is to come."""

    REPORTED = "reported"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    REQUESTED = "requested"
    PLANNED = "planned"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EventDate(Noun):
    """When an event took place: ``event`` is thing and verb (``trade-promotion-agreement.signed``).

    ``date`` is an ISO 8601 date of reduced precision (``2009``, ``2016-07``, ``2016-07-14``).
    """

    event: str
    date: str
    precision: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Holder(Noun):
    """Who holds an office; ``since`` and ``until`` are ISO 8601 dates of reduced precision, or None."""

    office: str
    person: str | None
    organization: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Membership(Noun):
    """``state`` is ``belongs``, ``joined`` or ``left``."""

    member: str
    set: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Characterization(Noun):
    """The words by which a text sums something up, under an aspect of the telling."""

    aspect: str
    text: str


Value = Quantity | EventDate | Holder | Membership | Characterization


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Quote(Noun):
    """The shortest run that holds the claim, and up to 32 characters before and after it in its paragraph."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Claim(Noun):
    """What an edition asserts. ``text[position.start:position.end] == quote.exact``, always.

    ``annotations`` are what people decided about it, empty for most. ``part`` is the page, or the part of a container,
    in which it stands, from 1 on; None where the source is plain text. ``name`` is what the project's own vocabulary
    calls the measure; None where the program knows what to call it.
    """

    id: str
    kind: ClaimKind
    measure: str
    value: Value
    period: Period
    quote: Quote
    position: Span
    sentence: Span
    dimensions: Dimensions = ()
    modality: Modality = Modality.REPORTED
    attribution: str | None = None
    reliability: Grade = Grade.CLEAN
    annotations: tuple[Annotation, ...] = ()
    part: int | None = None
    name: str | None = None
