"""What a text claims, in short, and whether every figure stands in the source where its origin says."""

from __future__ import annotations

import re
from datetime import date

from reportdiff.extraction.claims import extract_claims
from reportdiff.extraction.mention import Circumstances
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity
from reportdiff.model.text import Text
from reportdiff.sources.builder import find_origin
from reportdiff.sources.markdown.reader import read_markdown
from reportdiff.vocabulary.loader import load_vocabulary

Short = tuple[str, str, str, str, str]
"""Measure, dimensions, amount with unit, first day, last day."""


def claims_of(text: Text) -> tuple[Claim, ...]:
    about = Circumstances(subject="Peru", publisher="wb", document="wb/peru", published=date(2024, 1, 10))
    return extract_claims(text, about, load_vocabulary())


def short(claim: Claim) -> Short:
    value = claim.value
    said = f"{format(value.amount, 'f')} {value.unit}" if isinstance(value, Quantity) else str(value)
    dimensions = ",".join(f"{name}={word}" for name, word in claim.dimensions)
    return claim.measure, dimensions, said, str(claim.period.start), str(claim.period.end)


def told(text: Text) -> list[Short]:
    return [short(claim) for claim in claims_of(text)]


def misplaced(text: Text, source: str) -> list[str]:
    """The figures whose first digit does not stand in *source* where the origin leads."""
    wrong = []
    for claim in claims_of(text):
        exact = claim.quote.exact
        for at in re.finditer(r"[1-9]", exact):
            place = find_origin(text, claim.position.start + at.start())
            if place is None or source[place[0]] != at[0]:
                wrong.append(exact)
            break
    return wrong


def read_again(text: Text) -> list[Short]:
    """What the stored text claims when it is read by itself."""
    return told(read_markdown(text.content))
