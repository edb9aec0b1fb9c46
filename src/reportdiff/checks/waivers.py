"""Waivers held against what is found: which of them hold, and which have expired, lapsed or lost what they were for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from reportdiff.checks import catalogue
from reportdiff.checks.aliases import KeysOf, fingerprints_of
from reportdiff.checks.findings import hash_of
from reportdiff.compare.verdicts.reasons import gist_of
from reportdiff.model.finding import Finding, Waived
from reportdiff.model.rule import Rule
from reportdiff.model.waiver import Waiver


class WaiverState(StrEnum):
    """Whether a waiver lets anything pass.

    ``lapsed``: a value that it was bound to has changed; ``unused``: nothing of the kind is found any more.
    """

    HOLDS = "holds"
    EXPIRED = "expired"
    LAPSED = "lapsed"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A waiver with its state; ``findings`` are what it waives, would waive, or what has taken its place."""

    waiver: Waiver
    state: WaiverState
    findings: tuple[Finding, ...] = ()


def judge_waivers(
    waivers: Sequence[Waiver], findings: Sequence[Finding], *, day: date | None, keys_of: KeysOf
) -> tuple[Judged, ...]:
    """Each waiver with its state on *day*, in order.

    Without a day, of which a store of undated reports has none, nothing with an end holds: what cannot be told must not
    let anything pass.
    """
    if not waivers:
        return ()
    waivable = [finding for finding in findings if finding.rule not in catalogue.BINDING]
    found: dict[str, list[Finding]] = {}
    for finding in waivable:
        for name in fingerprints_of(finding, keys_of):
            found.setdefault(name, []).append(finding)
    taken = {finding.fingerprint for waiver in waivers for finding in found.get(waiver.fingerprint, ())}
    free = [finding for finding in waivable if finding.fingerprint not in taken]
    return tuple(_judge(waiver, found.get(waiver.fingerprint, ()), free, day) for waiver in waivers)


def waive_findings(findings: Iterable[Finding], judged: Iterable[Judged]) -> Iterator[Finding]:
    """The findings, those that a waiver holds for marked as waived."""
    held = (each for each in judged if each.state is WaiverState.HOLDS)
    holding = {finding.fingerprint: each.waiver for each in held for finding in each.findings}
    for finding in findings:
        waiver = holding.get(finding.fingerprint)
        if waiver is None:
            yield finding
        else:
            waived = Waived(by=waiver.owner, reason=waiver.reason, until=waiver.until)
            yield replace(finding, waived=waived)


def check_waivers(judged: Iterable[Judged], *, day: date | None) -> Iterator[Finding]:
    """A finding for each waiver that lets nothing pass."""
    for each in judged:
        waiver, name = each.waiver, each.waiver.fingerprint
        if each.state is WaiverState.EXPIRED:
            when = f"the day is {day}" if day is not None else "nothing tells the day; give --as-of"
            todo = f"decide anew with reportdiff waive {name}, or mend the figures"
            yield _finding(catalogue.WAIVER_EXPIRED, waiver, f"held until {waiver.until}, and {when}: {todo}")
        elif each.state is WaiverState.LAPSED:
            successor = each.findings[0]
            now = " and ".join(say_values(successor))
            todo = f"decide anew with reportdiff waive {successor.fingerprint}, or mend the figures"
            yield _finding(catalogue.WAIVER_LAPSED, waiver, f"has lapsed, for it now reads {now}: {todo}")
        elif each.state is WaiverState.UNUSED:
            todo = "remove it with reportdiff waivers --prune"
            yield _finding(catalogue.WAIVER_UNUSED, waiver, f"waives nothing that is found any more: {todo}")


def say_values(finding: Finding) -> tuple[str, ...]:
    """The values that a finding is about, as they were printed, each once, in order."""
    return tuple(dict.fromkeys(" ".join(gist_of(claim).split()) for claim in finding.evidence))


def waiver_of(finding: Finding, *, owner: str, reason: str, until: date | None, draft: str | None) -> Waiver:
    """The waiver of a finding; *draft* is the path of the draft that it is in."""
    sides = [side for side in (finding.old, finding.new) if side is not None]
    return Waiver(
        fingerprint=finding.fingerprint,
        owner=owner,
        reason=reason,
        until=until,
        rule=finding.rule.code,
        subject=finding.subject,
        series=finding.series,
        snapshots=tuple(dict.fromkeys(side.snapshot.id for side in sides if not side.draft)),
        draft=draft if any(side.draft for side in sides) else None,
        values=say_values(finding),
    )


def _judge(waiver: Waiver, findings: Sequence[Finding], free: Sequence[Finding], day: date | None) -> Judged:
    if not findings:
        successors = tuple(each for each in free if _takes_the_place(each, waiver))
        state = WaiverState.LAPSED if successors else WaiverState.UNUSED
        return Judged(waiver=waiver, state=state, findings=successors)
    expired = waiver.until is not None and (day is None or day > waiver.until)
    state = WaiverState.EXPIRED if expired else WaiverState.HOLDS
    return Judged(waiver=waiver, state=state, findings=tuple(findings))


def _takes_the_place(finding: Finding, waiver: Waiver) -> bool:
    """True for what the same rule says of the same series of one of the snapshots, or the draft, of *waiver*."""
    if (finding.rule.code, finding.subject, finding.series) != (waiver.rule, waiver.subject, waiver.series):
        return False
    sides = [side for side in (finding.old, finding.new) if side is not None]
    in_draft = waiver.draft is not None and any(side.draft for side in sides)
    return in_draft or any(side.snapshot.id in waiver.snapshots for side in sides)


def _finding(rule: Rule, waiver: Waiver, what: str) -> Finding:
    values = f" of {' and '.join(waiver.values)}" if waiver.values else f" {waiver.fingerprint}"
    return Finding(
        rule=rule,
        level=rule.level,
        subject=waiver.subject,
        series=waiver.series,
        old=None,
        new=None,
        where=f"waivers.toml#{waiver.fingerprint}",
        message=f"The waiver{values} by {waiver.owner} {what}",
        fingerprint=hash_of(rule.code, waiver.fingerprint),
    )
