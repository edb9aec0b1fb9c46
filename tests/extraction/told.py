"""What a text tells, in short, for tables of sentences."""

from __future__ import annotations

from collections.abc import Iterator

from reportdiff import read_text
from reportdiff.model.claim import Claim, Modality
from reportdiff.model.period import Basis, Period
from reportdiff.model.quantity import Comparator, Quantity


def told(text: str, published: str | None = "2023-05-01") -> list[str]:
    """Each figure as ``hedge amount..upper unit/per counted @time modality``; what is usual is left out.

    A time is a year, some years or two days; the usual one is that of publication.
    """
    claims = read_text(text, published=published).claims
    return [" ".join(_parts(claim, claim.value)) for claim in claims if isinstance(claim.value, Quantity)]


def _parts(claim: Claim, value: Quantity) -> Iterator[str]:
    if value.comparator not in (Comparator.EXACTLY, Comparator.BETWEEN):
        yield value.comparator.value
    yield str(value.amount) if value.upper is None else f"{value.amount}..{value.upper}"
    yield f"{value.unit}/{value.per}" if value.per else value.unit
    if counted := dict(claim.dimensions).get("counted"):
        yield counted
    if claim.period.basis is Basis.STATED:
        yield f"@{_time(claim.period)}"
    if claim.modality is not Modality.REPORTED:
        yield claim.modality.value


def _time(period: Period) -> str:
    first, last = str(period.start or ""), str(period.end or "")
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}..{last[:4]}"
    return first if first == last else f"{first}..{last}"
