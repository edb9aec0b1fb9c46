"""The page of two editions: the weightiest moves, figures, facts, framing, the texts side by side, and findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reportdiff.model.change import Diff
from reportdiff.model.document import Snapshot
from reportdiff.reports.site.addresses import Names, name_claims
from reportdiff.reports.site.findings import FindingView
from reportdiff.reports.site.glance import GlanceRow, view_glance
from reportdiff.reports.site.rows import Row, Sides, free, place_rows, view_rows
from reportdiff.reports.site.sources import SourceView, name_subject, view_source
from reportdiff.reports.site.telling import AspectView, TellingView, view_telling
from reportdiff.reports.site.texts import Block, Places, view_texts
from reportdiff.reports.words.counts import say_counts, say_wording_counts
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.quotes import UNKNOWN
from reportdiff.reports.words.values import say_claim

KIND_WORDS = (
    ("contradicted", "Contradicted"),
    ("changed", "Changed"),
    ("added", "Added"),
    ("gone", "No longer told"),
    ("confirmed", "Confirmed"),
    ("technical", "Read anew"),
)


class ComparisonView(NamedTuple):
    """All that the page of two editions shows; ``kinds`` are those that occur, with their words and numbers."""

    title: str
    subject: str
    old: SourceView
    new: SourceView
    counts: tuple[str, ...]
    glance: tuple[GlanceRow, ...]
    figures: tuple[Row, ...]
    facts: tuple[Row, ...]
    kinds: tuple[tuple[str, str, int], ...]
    telling: TellingView | None
    blocks: tuple[Block, ...]
    wording: str
    findings: tuple[FindingView, ...]
    gone_word: str


def view_comparison(diff: Diff, findings: Iterable[FindingView] = ()) -> ComparisonView:
    """How *diff* is shown; *findings* are those on its two editions."""
    anchors = _anchors(diff.old, "old"), _anchors(diff.new, "new")
    hrefs = tuple({claim: f"#{name}" for claim, name in each.items()} for each in anchors)
    has_texts = diff.wording is not None
    sides = Sides(diff, hrefs[0] if has_texts else {}, hrefs[1] if has_texts else {})
    rows = view_rows(sides, Names())
    telling = view_telling(diff, (sides.old_places, sides.new_places))
    targets = _targets(rows, telling.aspects if telling else ())
    old, new = view_source(diff.old), view_source(diff.new)
    return ComparisonView(
        title=f"{_heading(diff)}: {old.label} → {new.label}",
        subject=_heading(diff),
        old=old,
        new=new,
        counts=tuple(free(part) for part in say_counts(diff).split("\N{NO-BREAK SPACE}· ")),
        glance=view_glance(rows, telling.aspects if telling else ()),
        figures=tuple(row for row in rows if not row.fact),
        facts=tuple(row for row in rows if row.fact),
        kinds=_kinds(rows),
        telling=telling,
        blocks=view_texts(
            diff,
            Places(anchors[0], targets[0], _titles(diff.old)),
            Places(anchors[1], targets[1], _titles(diff.new)),
        ),
        wording=free(say_wording_counts(diff.wording)) if diff.wording else "",
        findings=tuple(findings),
        gone_word="dropped" if diff.old.document == diff.new.document else "not mentioned",
    )


def _heading(diff: Diff) -> str:
    """The subject's name; words for two documents of which nobody told a subject."""
    subject = diff.new.subject
    return "What changed" if subject.id == UNKNOWN and not subject.name else name_subject(subject)


def _anchors(snapshot: Snapshot, side: str) -> dict[str, str]:
    return {claim: f"{side}-{name}" for claim, name in name_claims(snapshot).items()}


def _targets(rows: tuple[Row, ...], aspects: tuple[AspectView, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Id of a claim → where the page tells of it, for the old side and for the new one."""
    found = place_rows(rows)
    for aspect in aspects:
        for known, claims in zip(found, aspect.claims, strict=True):
            for claim in claims:
                known.setdefault(claim, aspect.anchor)
    return found


def _titles(snapshot: Snapshot) -> dict[str, str]:
    return {claim.id: free(f"{say_measure(claim)}: {say_claim(claim)}") for claim in snapshot.claims}


def _kinds(rows: tuple[Row, ...]) -> tuple[tuple[str, str, int], ...]:
    counted = ((kind, words, sum(row.kind == kind for row in rows)) for kind, words in KIND_WORDS)
    return tuple(each for each in counted if each[2])
