"""Findings held against those that a project started with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportdiff.checks.aliases import KeysOf, fingerprints_of
from reportdiff.checks.catalogue import BINDING, RULES
from reportdiff.model.baseline import Known
from reportdiff.model.finding import BaselineState, Finding


def mark_states(findings: Iterable[Finding], baseline: Sequence[Known], keys_of: KeysOf) -> Iterator[Finding]:
    """The findings, each new or unchanged by *baseline*."""
    names = {known.fingerprint for known in baseline}
    for finding in findings:
        if names and finding.rule not in BINDING and names & fingerprints_of(finding, keys_of):
            yield replace(finding, baseline_state=BaselineState.UNCHANGED)
        else:
            yield finding


def find_absent(
    findings: Sequence[Finding], baseline: Iterable[Known], keys_of: KeysOf, *, draft: str | None
) -> tuple[Known, ...]:
    """What *baseline* has of a draft, or for None of what is stored, and *findings* have not any more."""
    concerned = [known for known in baseline if known.draft == draft]
    if not concerned:
        return ()
    names = {name for finding in findings for name in fingerprints_of(finding, keys_of)}
    return tuple(known for known in concerned if known.fingerprint not in names)


def finding_of(known: Known) -> Finding | None:
    """A finding of a baseline that is found no more; None where its rule is no more."""
    rule = next((rule for rule in RULES if rule.code == known.rule), None)
    if rule is None:
        return None
    return Finding(
        rule=rule,
        level=known.level,
        subject=known.subject,
        series=known.series,
        old=None,
        new=None,
        where=known.where,
        message=f"No longer found: {known.message}",
        fingerprint=known.fingerprint,
        baseline_state=BaselineState.ABSENT,
    )


def known_of(finding: Finding, *, draft: str | None) -> Known:
    """A finding as a baseline keeps it; *draft* is the path of the draft that it is in."""
    return Known(
        fingerprint=finding.fingerprint,
        rule=finding.rule.code,
        level=finding.level,
        subject=finding.subject,
        series=finding.series,
        where=finding.where,
        draft=draft,
        message=finding.message,
    )


def is_kept(finding: Finding) -> bool:
    """True for what a baseline may hold: neither what is waived, nor what must be mended."""
    return finding.waived is None and finding.rule not in BINDING and finding.baseline_state is not BaselineState.ABSENT
