"""The page of one edition: its claims with their addresses, and the text that they stand in."""

from __future__ import annotations

from typing import NamedTuple

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.reports.site.addresses import name_claims
from reportdiff.reports.site.quotes import Quote, pieces_of
from reportdiff.reports.site.rows import free
from reportdiff.reports.site.sources import SourceView, name_subject, view_source
from reportdiff.reports.site.texts import Places, Sentence, view_text
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.periods import say_period
from reportdiff.reports.words.quotes import quotes_of
from reportdiff.reports.words.values import say_telling, say_value


class ClaimView(NamedTuple):
    """One claim: its address, what it is about, value and time, and its quote where the text does not stand beside."""

    anchor: str
    name: str
    kind: str
    value: str
    period: str
    telling: str
    quote: Quote | None


class EditionView(NamedTuple):
    """The page of one edition; without a text at hand there are no sentences."""

    title: str
    subject: str
    source: SourceView
    claims: tuple[ClaimView, ...]
    sentences: tuple[Sentence, ...]


def view_edition(snapshot: Snapshot) -> EditionView:
    """How the page of *snapshot* shows it: claims and text, each leading to the other."""
    names = name_claims(snapshot)
    rows = {claim: f"claim-{name}" for claim, name in names.items()}
    titles = {claim.id: free(f"{say_measure(claim)}: {say_value(claim)}") for claim in snapshot.claims}
    source = view_source(snapshot)
    ordered = sorted(snapshot.claims, key=lambda claim: (claim.position, claim.id))
    return EditionView(
        title=f"{name_subject(snapshot.subject)}: {source.label}",
        subject=name_subject(snapshot.subject),
        source=source,
        claims=tuple(_claim(claim, names[claim.id], snapshot) for claim in ordered),
        sentences=view_text(snapshot, Places(names, rows, titles)),
    )


def _claim(claim: Claim, anchor: str, snapshot: Snapshot) -> ClaimView:
    name = free(say_measure(claim))
    quote = None if snapshot.text is not None else Quote(pieces_of(quotes_of([claim], None)[0]))
    return ClaimView(
        anchor=anchor,
        name=name[:1].upper() + name[1:],
        kind=claim.kind.value,
        value=free(say_value(claim)),
        period=say_period(claim.period),
        telling=free(say_telling(claim)),
        quote=quote,
    )
