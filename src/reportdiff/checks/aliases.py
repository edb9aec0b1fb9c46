"""All fingerprints of one finding: a series made from a text's own words has as many keys as texts that tell it."""

from __future__ import annotations

from collections.abc import Callable

from reportdiff.checks.findings import fingerprint_of
from reportdiff.compare.joining.subject_series import align_subject
from reportdiff.model.finding import Finding
from reportdiff.model.series import Member
from reportdiff.store.series import read_series
from reportdiff.store.snapshots import Store, list_ids, read_snapshot
from reportdiff.vocabulary.names import OPEN

KeysOf = Callable[[Finding], frozenset[str]]
"""The keys under which the series of a finding is known."""


def fingerprints_of(finding: Finding, keys_of: KeysOf) -> frozenset[str]:
    """The fingerprints that a finding has under each key of its series, its own among them."""
    if finding.series is None or not finding.series.startswith(OPEN) or finding.subject is None:
        return frozenset({finding.fingerprint})
    keys = {finding.series, *(claim.measure for claim in finding.evidence), *keys_of(finding)}
    others = {fingerprint_of(finding.rule, finding.subject, key, finding.evidence) for key in keys}
    return frozenset({finding.fingerprint, *others})


def keys_in(store: Store) -> KeysOf:
    """Looks the keys up in the series of *store*; a subject is read when it is first asked for."""
    known: dict[str, dict[Member, frozenset[str]]] = {}

    def keys_of(finding: Finding) -> frozenset[str]:
        subject = finding.subject or ""
        if subject not in known:
            known[subject] = _keys_by_member(store, subject)
        keys = known[subject]
        sides = (side for side in (finding.old, finding.new) if side is not None)
        members = (Member(snapshot=side.snapshot.id, claim=side.claim.id) for side in sides)
        return frozenset(key for member in members for key in keys.get(member, ()))

    return keys_of


def _keys_by_member(store: Store, subject: str) -> dict[Member, frozenset[str]]:
    every = read_series(store, subject)
    if every is None:
        every = align_subject([read_snapshot(store, known) for known in list_ids(store, subject)])
    return {member: frozenset(series.keys) for series in every for member in series.members}
