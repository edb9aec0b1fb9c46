"""The one place where figures, periods, measures and facts meet and become claims."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from reportdiff.extraction.facts.extract import FactDraft, extract_facts
from reportdiff.extraction.grades import Grades
from reportdiff.extraction.measures.name import name_measures
from reportdiff.extraction.mention import Circumstances, Mention
from reportdiff.extraction.mentions import scan_mentions
from reportdiff.model.claim import Claim, ClaimKind, Dimensions, Quote, Value
from reportdiff.model.period import Period
from reportdiff.model.quantity import Quantity
from reportdiff.model.text import Span, Text
from reportdiff.vocabulary.loader import Vocabulary

_AROUND = 32


def extract_claims(text: Text, circumstances: Circumstances, vocabulary: Vocabulary) -> tuple[Claim, ...]:
    """Every claim of *text*, in order of place; ``text.content[c.position.start:c.position.end] == c.quote.exact``.

    Nothing depends on the clock: relative times are read from ``circumstances.published``.
    """
    mentions = scan_mentions(text, circumstances)
    names = name_measures(text.content, mentions, vocabulary, circumstances)
    drafts = [(_as_draft(mention, *name), _paragraph(mention)) for mention, name in zip(mentions, names, strict=True)]
    drafts += [(draft, draft.sentence) for draft in extract_facts(text, circumstances, vocabulary)]
    drafts.sort(key=_by_place)
    namer, grades = _Namer(circumstances), Grades(text.reliability)
    return tuple(_claim(text.content, draft, around, namer, grades) for draft, around in drafts)


def _by_place(entry: tuple[FactDraft, Span | None]) -> tuple[int, int, str, str]:
    draft = entry[0]
    return draft.span.start, draft.span.end, draft.kind, draft.measure


def _as_draft(mention: Mention, measure: str, dimensions: Dimensions) -> FactDraft:
    return FactDraft(
        kind=ClaimKind.QUANTITY,
        measure=measure,
        value=_as_rate(mention.quantity, measure),
        period=mention.period,
        span=mention.span,
        sentence=mention.sentence,
        dimensions=dimensions,
        modality=mention.modality,
        attribution=mention.attribution,
    )


def _as_rate(quantity: Quantity, measure: str) -> Quantity:
    """A growth rate told as a change (``grew by 3 percent``) in percent, as other texts tell it."""
    if quantity.unit != "percent-change" or not measure.endswith(".growth"):
        return quantity
    return replace(quantity, unit="percent")


def _paragraph(mention: Mention) -> Span | None:
    """What the words around a quote are taken from; None for the cell of a table, which tells too little alone."""
    block = mention.block
    return None if mention.label and block.end - block.start < _AROUND else Span(block.start, block.end)


def _claim(content: str, draft: FactDraft, around: Span | None, namer: _Namer, grades: Grades) -> Claim:
    return Claim(
        id=namer.name(draft),
        kind=draft.kind,
        measure=draft.measure,
        value=draft.value,
        period=draft.period,
        quote=_quote(content, draft.span, around or Span(0, len(content))),
        position=draft.span,
        sentence=draft.sentence,
        dimensions=draft.dimensions,
        modality=draft.modality,
        attribution=draft.attribution,
        reliability=grades.worst(draft.span),
    )


def _quote(content: str, span: Span, around: Span) -> Quote:
    return Quote(
        exact=content[span.start : span.end],
        prefix=content[max(around.start, span.start - _AROUND) : span.start],
        suffix=content[span.end : min(around.end, span.end + _AROUND)],
    )


class _Namer:
    """Gives the claims of one edition their ids, in order of place."""

    def __init__(self, circumstances: Circumstances) -> None:
        self._edition = (circumstances.document, circumstances.edition)
        self._told: Counter[str] = Counter()

    def name(self, draft: FactDraft) -> str:
        """A hash of what the claim asserts, and an ordinal when that is told more than once."""
        parts = (
            *self._edition,
            draft.kind.value,
            draft.measure,
            draft.dimensions,
            _days(draft.period),
            _normalized(draft.value),
        )
        key = hashlib.sha256(repr(parts).encode()).hexdigest()[:12]
        self._told[key] += 1
        return key if self._told[key] == 1 else f"{key}.{self._told[key]}"


def _days(period: Period) -> tuple[str, str]:
    return (period.start.isoformat() if period.start else "", period.end.isoformat() if period.end else "")


def _normalized(value: Value) -> tuple[str, ...]:
    """What a value says, without the words it was printed in."""
    if isinstance(value, Quantity):
        return (_number(value.amount), _number(value.upper), value.unit, value.per or "", value.comparator.value)
    return tuple(str(getattr(value, name)) for name in value.__slots__)


def _number(number: Decimal | None) -> str:
    return "" if number is None else format(number, "f")
