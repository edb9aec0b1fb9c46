"""The columns in which every table of comma-separated values tells a claim."""

from __future__ import annotations

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.quantity import Quantity
from reportdiff.reports.csv.rows import Cell
from reportdiff.reports.words.quotes import say_publisher
from reportdiff.reports.words.values import say_value

CLAIM_COLUMNS = (
    "snapshot",
    "publisher",
    "published",
    "claim",
    "value",
    "amount",
    "upper",
    "unit",
    "per",
    "comparator",
    "period_start",
    "period_end",
    "basis",
    "modality",
    "attribution",
    "quote",
    "sentence",
    "start",
    "end",
)


def claim_cells(claim: Claim, snapshot: Snapshot, prefix: str = "") -> dict[str, Cell]:
    """The cells of a claim under ``CLAIM_COLUMNS``, each name led by *prefix*; a fact has no amount."""
    cells: dict[str, Cell] = {
        "snapshot": snapshot.id,
        "publisher": say_publisher(snapshot),
        "published": snapshot.edition.published,
        "claim": claim.id,
        "value": say_value(claim),
        **(_quantity_cells(claim.value) if isinstance(claim.value, Quantity) else {}),
        "period_start": claim.period.start,
        "period_end": claim.period.end,
        "basis": claim.period.basis.value,
        "modality": claim.modality.value,
        "attribution": claim.attribution,
        "quote": claim.quote.exact,
        "sentence": _sentence(claim, snapshot.text),
        "start": claim.position.start,
        "end": claim.position.end,
    }
    return {f"{prefix}{name}": cell for name, cell in cells.items()}


def _quantity_cells(value: Quantity) -> dict[str, Cell]:
    return {
        "amount": value.amount,
        "upper": value.upper,
        "unit": value.unit,
        "per": value.per,
        "comparator": value.comparator.value,
    }


def _sentence(claim: Claim, text: str | None) -> str:
    """The sentence around a claim; where the text is not at hand, what was stored around its quote."""
    if text is None:
        return f"{claim.quote.prefix}{claim.quote.exact}{claim.quote.suffix}"
    return text[claim.sentence.start : claim.sentence.end]
