"""Figures that stand while the words that held them back are gone: a hedge dropped, a source no longer named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportdiff.checks import catalogue
from reportdiff.checks.findings import remark, say_side
from reportdiff.compare.verdicts.reasons import name_of, told
from reportdiff.model.change import AGREEING, Changed, ChangeKind, Diff
from reportdiff.model.claim import Claim, Modality
from reportdiff.model.finding import Finding, Side
from reportdiff.model.quantity import Comparator, Quantity


def check_framing(diffs: Iterable[Diff], *, draft: bool = False) -> Iterator[Finding]:
    """What a later text tells as certain, or on nobody's word, that an earlier one did not.

    With *draft*, the old side of each diff is a draft, which comes after all that is stored. Of several earlier texts
    the last of *diffs* counts: where that one has no hedge or source either, nothing was dropped.
    """
    found: dict[tuple[str, str], dict[str, Finding]] = {}
    for diff in diffs:
        pairs = [each for each in diff.changes if isinstance(each, Changed) and not each.technical]
        for change in pairs:
            if change.kind in AGREEING:
                found.pop(_later_claim(change, diff, draft=draft), None)
        for change in pairs:
            if change.kind is ChangeKind.FRAMING:
                losses = {finding.rule.code: finding for finding in _losses(change, diff, draft=draft)}
                found[_later_claim(change, diff, draft=draft)] = losses
    yield from (finding for losses in found.values() for finding in losses.values())


def _later_claim(change: Changed, diff: Diff, *, draft: bool) -> tuple[str, str]:
    return (diff.old.id, change.old.id) if draft else (diff.new.id, change.new.id)


def _losses(change: Changed, diff: Diff, *, draft: bool) -> Iterator[Finding]:
    old, new = Side(claim=change.old, snapshot=diff.old, draft=draft), Side(claim=change.new, snapshot=diff.new)
    before, after = (new, old) if draft else (old, new)
    name = name_of(after.claim)
    start = f"{name[:1].upper()}{name[1:]}: {told(after.claim)} stands without"
    end = f"({say_side(before)}; {say_side(after)})"
    if hedge := find_lost_hedge(before.claim, after.claim):
        message = f"{start} the hedge that it was told with, {hedge} {end}"
        yield remark(catalogue.HEDGE_DROPPED, change.series, old, new, message, at=after)
    if before.claim.attribution and not after.claim.attribution:
        message = f"{start} the source that it was credited to, {before.claim.attribution} {end}"
        yield remark(catalogue.ATTRIBUTION_DROPPED, change.series, old, new, message, at=after)


def find_lost_hedge(before: Claim, after: Claim) -> str | None:
    """The hedge that *before* tells a figure with and *after* does not: ``estimated``, ``approximately``, else None."""
    if before.modality is not Modality.REPORTED and after.modality is Modality.REPORTED:
        return before.modality.value
    one, other = before.value, after.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return None
    if one.comparator is not Comparator.EXACTLY and other.comparator is Comparator.EXACTLY:
        return one.comparator.value.replace("-", " ")
    return None
