"""Quotes as pages show them: in pieces, the claim's own words strong, with the place where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.reports.words.quotes import quotes_of

_MARKS = re.compile("[\x02\x03]")


class Piece(NamedTuple):
    """A run of a quote."""

    text: str
    strong: bool


class Quote(NamedTuple):
    """A quote in pieces; ``href`` is where it stands in its text, None where no page shows that."""

    pieces: tuple[Piece, ...]
    href: str | None = None


Places = Mapping[str, str]
"""Id of a claim → the address of its place in the text."""


def pieces_of(said: str) -> tuple[Piece, ...]:
    """What the reports' quotes mark as strong, as pieces."""
    parts = _MARKS.split(said)
    return tuple(
        Piece(part.replace("\N{NO-BREAK SPACE}", " "), number % 2 == 1) for number, part in enumerate(parts) if part
    )


def quote_claims(claims: Iterable[Claim], snapshot: Snapshot, places: Places) -> tuple[Quote, ...]:
    """The quotes behind *claims*, in order of place, claims of one sentence in one."""
    ordered = sorted(claims, key=lambda claim: (claim.sentence, claim.position))
    quotes: list[Quote] = []
    for _, group in groupby(ordered, key=lambda claim: claim.sentence):
        told = list(group)
        href = next((places[claim.id] for claim in told if claim.id in places), None)
        quotes += [Quote(pieces_of(said), href) for said in quotes_of(told, snapshot.text)]
    return tuple(dict.fromkeys(quotes))
