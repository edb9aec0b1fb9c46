"""The time that a claim is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportdiff.model.noun import Noun


class Precision(StrEnum):
    """How finely a period was told."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    FISCAL_YEAR = "fiscal-year"
    DECADE = "decade"
    CENTURY = "century"
    SPAN = "span"


class Basis(StrEnum):
    """What tells the period: the text, the date of publication, or nothing."""

    STATED = "stated"
    PUBLISHED = "published"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Period(Noun):
    """Two days, both inclusive; both None when nothing tells. ``text`` is the expression that told it, if any.

    Of a text that is undated itself, "since 2014" tells the start alone: the end is None.
    """

    start: date | None
    end: date | None
    precision: Precision | None
    basis: Basis
    text: str | None = None


UNDATED = Period(start=None, end=None, precision=None, basis=Basis.NONE)
