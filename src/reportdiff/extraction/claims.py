"""The one place where figures, periods, measures and facts meet and become claims."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from reportdiff.extraction.facts import FactDraft, extract_facts
from reportdiff.extraction.measures import name_measures
from reportdiff.extraction.mention import Circumstances, Mention
from reportdiff.extraction.mentions import scan_mentions
from reportdiff.model.claim import Claim, ClaimKind, Dimensions, Quote, Value
from reportdiff.model.period import Period
from reportdiff.model.quantity import Quantity
from reportdiff.model.text import Grade, Span, Text
from reportdiff.vocabulary.loader import Vocabulary

_AROUND = 32


def extract_claims(text: Text, circumstances: Circumstances, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Every claim of *text*, in order of place; ``text.content[c.position.start:c.position.end] == c.quote.exact``.

    Nothing depends on the clock: relative times are read from ``circumstances.published``.
    """
    mentions = scan_mentions(text, circumstances)
    names = name_measures(text.content, mentions, vocabulary, circumstances)
    drafts = [_quantity_claim(text, mention, *name) for mention, name in zip(mentions, names, strict=True)]
    drafts += [_fact_claim(text, draft) for draft in extract_facts(text, circumstances, vocabulary)]
    drafts.sort(key=lambda claim: (claim.position.start, claim.position.end, claim.kind, claim.measure))
    return tuple(_with_ids(drafts, circumstances))


def _quantity_claim(text: Text, mention: Mention, measure: str, dimensions: Dimensions) -> Claim:
    block = Span(mention.block.start, mention.block.end)
    if mention.label and mention.block.end - mention.block.start < _AROUND:
        block = Span(0, len(text.content))
    return Claim(
        id="",
        kind=ClaimKind.QUANTITY,
        measure=measure,
        dimensions=dimensions,
        value=_as_rate(mention.quantity, measure),
        period=mention.period,
        modality=mention.modality,
        attribution=mention.attribution,
        quote=_quote(text.content, mention.span, block),
        position=mention.span,
        sentence=mention.sentence,
        reliability=_grade(text, mention.span),
    )


def _as_rate(quantity: Quantity, measure: str) -> Quantity:
    """A growth rate told as a change (``grew by 3 percent``) in percent, as other texts tell it."""
    if quantity.unit != "percent-change" or not measure.endswith(".growth"):
        return quantity
    return replace(quantity, unit="percent")


def _fact_claim(text: Text, draft: FactDraft) -> Claim:
    return Claim(
        id="",
        kind=draft.kind,
        measure=draft.measure,
        dimensions=draft.dimensions,
        value=draft.value,
        period=draft.period,
        modality=draft.modality,
        attribution=draft.attribution,
        quote=_quote(text.content, draft.span, draft.sentence),
        position=draft.span,
        sentence=draft.sentence,
        reliability=_grade(text, draft.span),
    )


def _quote(content: str, span: Span, around: Span) -> Quote:
    return Quote(
        exact=content[span.start : span.end],
        prefix=content[max(around.start, span.start - _AROUND) : span.start],
        suffix=content[span.end : min(around.end, span.end + _AROUND)],
    )


def _grade(text: Text, span: Span) -> Grade:
    """The worst grade of the passages that the span touches."""
    touching = {r.grade for r in text.reliability if r.start < span.end and span.start < r.end}
    return next((grade for grade in (Grade.SUSPECT, Grade.REPAIRED) if grade in touching), Grade.CLEAN)


def _with_ids(claims: Iterable[Claim], circumstances: Circumstances) -> Iterable[Claim]:
    """The same claims, each with an id: a hash of what it asserts, and an ordinal when it is told more than once."""
    told: Counter[str] = Counter()
    for claim in claims:
        key = _identity(claim, circumstances)
        told[key] += 1
        name = key if told[key] == 1 else f"{key}.{told[key]}"
        yield Claim(
            id=name, kind=claim.kind, measure=claim.measure, dimensions=claim.dimensions, value=claim.value, period=claim.period,
            modality=claim.modality, attribution=claim.attribution, quote=claim.quote, position=claim.position,
            sentence=claim.sentence, reliability=claim.reliability,
        )  # fmt: skip


def _identity(claim: Claim, circumstances: Circumstances) -> str:
    parts: Sequence[object] = (
        circumstances.document, circumstances.edition, claim.kind.value, claim.measure, claim.dimensions,
        _days(claim.period), _normalized(claim.value),
    )  # fmt: skip
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:12]


def _days(period: Period) -> tuple[str, str]:
    return (period.start.isoformat() if period.start else "", period.end.isoformat() if period.end else "")


def _normalized(value: Value) -> tuple[str, ...]:
    """What a value says, without the words it was printed in."""
    if isinstance(value, Quantity):
        return (_number(value.amount), _number(value.upper), value.unit, value.per or "", value.comparator.value)
    return tuple(str(getattr(value, name)) for name in value.__slots__)


def _number(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f")
