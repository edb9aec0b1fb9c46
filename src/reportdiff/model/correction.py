"""What people decide about the claims of a subject, as it is kept beside its snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportdiff.model.annotation import Annotation
from reportdiff.model.noun import Noun


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Correction(Noun):
    """How a claim reads: dotted members of its record (``value.amount``, ``period.start``) and what they should be."""

    annotation: Annotation
    members: tuple[tuple[str, str | Decimal], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Addition(Noun):
    """A figure that the program did not read.

    ``quote`` stands in the text of *snapshot* once, or once behind ``prefix``; ``start`` and ``end`` are the days of
    the period, None where nothing tells.
    """

    annotation: Annotation
    snapshot: str
    quote: str
    measure: str
    amount: Decimal
    unit: str
    prefix: str = ""
    comparator: str = "exactly"
    start: date | None = None
    end: date | None = None
    dimensions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Annotations(Noun):
    """All that was decided about the claims of one subject; ``decisions`` say which claims are of one series."""

    decisions: tuple[Annotation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    additions: tuple[Addition, ...] = ()
