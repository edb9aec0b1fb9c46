"""A figure as it stands in a text, before it has a measure and becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reportdiff.model.claim import Modality
from reportdiff.model.period import Period
from reportdiff.model.quantity import Quantity
from reportdiff.model.text import Block, Span


class Mention(NamedTuple):
    """A figure with its place.

    ``span`` is the quote: hedge, figure and unit (``over $22 billion``); ``number`` the figure alone (``$22 billion``).
    ``counted`` holds the words for what is counted, as printed, from the first modifier to the head noun
    (``Venezuelan refugees and migrants``), None for money, shares and physical units without such words.
    ``moved``: the amount is itself a rise or a fall, not a level.
    ``label`` names the field or table cell the figure stands in, outermost part first (``("Birth rate", "male")``),
    empty in running text.
    """

    quantity: Quantity
    span: Span
    number: Span
    sentence: Span
    block: Block
    period: Period
    modality: Modality
    attribution: str | None = None
    counted: str | None = None
    moved: bool = False
    label: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known about an edition before its text is read."""

    subject: str | None = None
    publisher: str | None = None
    document: str | None = None
    published: date | None = None
    edition: str | None = None
    fiscal_year_start: int = 10
