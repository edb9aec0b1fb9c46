"""A sentence while its figures are being dated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.times import TimeExpression
from reportdiff.model.period import Period


@dataclass(slots=True)
class DatedSentence:
    """A sentence under way: the expression that stands behind each figure, and the one that each figure is about.

    ``held`` are the ids of the expressions that no figure hands on.
    """

    text: str
    figures: Sequence[Figure]
    published: date | None
    attached: dict[int, TimeExpression]
    held: set[int] = field(default_factory=set)
    chosen: list[TimeExpression | None] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
