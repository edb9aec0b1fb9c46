"""What two values for one thing at one time amount to: contradiction, revision or spread."""

from __future__ import annotations

from collections.abc import Iterator

from reportdiff.checks import catalogue
from reportdiff.checks.events import is_named_by_year
from reportdiff.checks.findings import fingerprint_of, level_of, say_side
from reportdiff.compare.conflicts import find_conflicts_within
from reportdiff.model.change import Changed, ChangeKind, Diff
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Settings

RULE_OF_KIND = {
    ChangeKind.CONTRADICTION: catalogue.CONTRADICTION_ACROSS,
    ChangeKind.REVISION: catalogue.REVISION,
    ChangeKind.SPREAD: catalogue.SPREAD,
}
"""What a change between two editions is remarked upon as; other kinds are no finding."""


def check_pair(diff: Diff, settings: Settings, *, draft: bool = False) -> Iterator[Finding]:
    """The findings on two editions; with *draft*, the old one is a draft and not stored."""
    for change in diff.changes:
        if not isinstance(change, Changed) or change.technical or change.kind not in RULE_OF_KIND:
            continue
        if is_named_by_year(change.old) or is_named_by_year(change.new):
            continue
        sides = Side(claim=change.old, snapshot=diff.old, draft=draft), Side(claim=change.new, snapshot=diff.new)
        yield find_conflict(RULE_OF_KIND[change.kind], change, sides, settings)


def check_edition(snapshot: Snapshot, settings: Settings, *, draft: bool = False) -> Iterator[Finding]:
    """Contradictions between the figures of one edition."""
    for change in find_conflicts_within(snapshot):
        if change.kind is ChangeKind.CONTRADICTION:
            old = Side(claim=change.old, snapshot=snapshot, draft=draft)
            new = Side(claim=change.new, snapshot=snapshot, draft=draft)
            yield find_conflict(catalogue.CONTRADICTION_WITHIN, change, (old, new), settings)


def find_conflict(rule: Rule, change: Changed, sides: tuple[Side, Side], settings: Settings) -> Finding:
    """The finding on two sides that differ."""
    old, new = sides
    return Finding(
        rule=rule,
        level=level_of(rule, settings, draft=old.draft),
        subject=new.snapshot.subject.id,
        series=change.series,
        old=old,
        new=new,
        where=(old if old.draft else new).snapshot.id,
        message=f"{change.reason} ({say_side(old)}; {say_side(new)})",
        fingerprint=fingerprint_of(rule, change.series, change.old, change.new),
    )
