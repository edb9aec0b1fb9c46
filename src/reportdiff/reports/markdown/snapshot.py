"""One snapshot in Markdown: a table a kind of claim, with the quotes folded away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.span import Grade
from reportdiff.reports.markdown.markup import escape_markdown, mark_strong
from reportdiff.reports.markdown.page import Part, Row, cell, part_lines
from reportdiff.reports.screen import Screen
from reportdiff.reports.text.snapshot import TITLES
from reportdiff.reports.words.annotations import say_annotations
from reportdiff.reports.words.counts import say_claims
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.quotes import quotes_of, say_source
from reportdiff.reports.words.values import say_claim

HEAD = ("what", "value", "remarks", "claim")


def render_snapshot_markdown(snapshot: Snapshot, _screen: Screen) -> str:
    """The claims of *snapshot*, kind by kind in order of place."""
    source = snapshot.source
    claims = say_claims(len(snapshot.claims))
    told = f"{say_source(snapshot)} · {snapshot.id} · {claims} · sha256 {source.sha256[:12]}…"
    lines = [line for part in _parts(snapshot) for line in part_lines(part, len(part.rows))]
    return "\n".join([f"## {escape_markdown(snapshot.title or snapshot.id)}", "", escape_markdown(told), *lines, ""])


def _parts(snapshot: Snapshot) -> Iterator[Part]:
    for kind, title in TITLES.items():
        claims = [claim for claim in snapshot.claims if claim.kind is kind]
        ordered = sorted(claims, key=lambda claim: (claim.sentence, claim.position))
        rows = [row for _, told in groupby(ordered, key=lambda claim: claim.sentence) for row in _rows(told, snapshot)]
        yield Part(f"{title.capitalize()} ({len(claims)})", HEAD, tuple(rows))


def _rows(claims: Iterator[Claim], snapshot: Snapshot) -> Iterator[Row]:
    """The claims of one sentence; the last of them has the quote of all."""
    told = list(claims)
    quotes = tuple(map(mark_strong, quotes_of(told, snapshot.text)))
    for claim in told:
        doubt = [] if claim.reliability is Grade.CLEAN else [claim.reliability.value]
        remarks = "; ".join([*doubt, *say_annotations([claim])])
        cells = (say_measure(claim), say_claim(claim), remarks, claim.id)
        yield Row(tuple(map(cell, cells)), quotes if claim is told[-1] else ())
