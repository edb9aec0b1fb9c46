"""What two values for one thing amount to: contradiction, revision, spread, or no comparison at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportdiff.checks import catalogue
from reportdiff.checks.events import is_named_by_year
from reportdiff.checks.findings import remark, say_side
from reportdiff.checks.preference import say_preferred
from reportdiff.compare.conflicts import find_conflicts_within
from reportdiff.compare.reading.periods import is_published
from reportdiff.compare.reading.telling import Tell, is_open, telling_of
from reportdiff.model.change import Changed, ChangeKind, Diff, Dropped
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.rule import Rule

RULE_OF_KIND = {
    ChangeKind.CONTRADICTION: catalogue.CONTRADICTION_ACROSS,
    ChangeKind.REVISION: catalogue.REVISION,
    ChangeKind.SPREAD: catalogue.SPREAD,
    ChangeKind.UNDATED: catalogue.UNDATED,
    ChangeKind.NOT_COMPARABLE: catalogue.UNIT_MISMATCH,
}
"""What a change between two editions is remarked upon as; other kinds are no finding on a pair alone."""


def check_pair(diff: Diff, prefer: Sequence[str] = (), *, draft: bool = False) -> Iterator[Finding]:
    """The findings on two editions; with *draft*, the old one is a draft and not stored.

    *prefer* names publishers in order of trust: the finding says which of two sources wins.
    """
    for change in diff.changes:
        if not isinstance(change, Changed) or change.technical or change.kind not in RULE_OF_KIND:
            continue
        if is_named_by_year(change.old) or is_named_by_year(change.new):
            continue
        sides = Side(claim=change.old, snapshot=diff.old, draft=draft), Side(claim=change.new, snapshot=diff.new)
        yield find_conflict(RULE_OF_KIND[change.kind], change, sides, say_preferred(*sides, prefer))


def check_edition(snapshot: Snapshot, *, draft: bool = False, tell: Tell = telling_of) -> Iterator[Finding]:
    """Contradictions between the figures of one edition."""
    for change in find_conflicts_within(snapshot, tell=tell):
        if change.kind is ChangeKind.CONTRADICTION:
            old = Side(claim=change.old, snapshot=snapshot, draft=draft)
            new = Side(claim=change.new, snapshot=snapshot, draft=draft)
            yield find_conflict(catalogue.CONTRADICTION_WITHIN, change, (old, new))


def check_succession(diff: Diff) -> Iterator[Finding]:
    """What the next edition of one document repeats as of today, or leaves out without a word.

    Left out is what the vocabulary names, and of which the next edition gives nothing at all: a figure that gave way to
    that of another year was not left out.
    """
    told = {change.series for change in diff.changes if not isinstance(change, Dropped)}
    for change in diff.changes:
        if change.technical:
            continue
        if isinstance(change, Dropped) and change.kind is ChangeKind.DROPPED:
            if change.series in told or is_open(change.old):
                continue
            old = Side(claim=change.old, snapshot=diff.old)
            now = Side(claim=change.old, snapshot=diff.new)
            message = f"{change.reason} ({say_side(old)}; {say_side(now)})"
            yield remark(catalogue.DROPPED, change.series, old, None, message, at=now)
        elif isinstance(change, Changed) and _is_repeated(change):
            sides = Side(claim=change.old, snapshot=diff.old), Side(claim=change.new, snapshot=diff.new)
            yield find_conflict(catalogue.CARRIED_OVER, change, sides)


def find_conflict(rule: Rule, change: Changed, sides: tuple[Side, Side], ending: str = "") -> Finding:
    """The finding on two sides that differ, or that ought to; *ending* closes its sentence."""
    old, new = sides
    message = f"{change.reason} ({say_side(old)}; {say_side(new)}){ending}"
    return remark(rule, change.series, old, new, message, at=old if old.draft else new)


def _is_repeated(change: Changed) -> bool:
    """True where both editions date a figure by their own day of publication alone, and it is the same."""
    dated_by_both = is_published(change.old.period) and is_published(change.new.period)
    return change.kind is ChangeKind.CARRIED_OVER and dated_by_both
