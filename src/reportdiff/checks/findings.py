"""Findings put together: their sentence's ending, their order, and a fingerprint that no run changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from reportdiff.checks.catalogue import PROVENANCE
from reportdiff.model.claim import Claim, EventDate, Holder, Membership
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import BaselineState, Finding, Side
from reportdiff.model.quantity import Quantity
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Level

GRAVITY = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2, Level.NONE: 3}


def remark(
    rule: Rule, series: str, old: Side, new: Side | None, message: str, *, at: Side, evidence: Sequence[Claim] = ()
) -> Finding:
    """The finding of a rule on one or two statements, at the level that the rule has by default.

    *at* is the side that is remarked upon; *evidence* the claims that the fingerprint is made of, both sides' where it
    is not given.
    """
    claims = tuple(evidence) or tuple(side.claim for side in (old, new) if side is not None)
    subject = (new or old).snapshot.subject.id
    return Finding(
        rule=rule,
        level=rule.draft_level if old.draft else rule.level,
        subject=subject,
        series=series,
        old=old,
        new=new,
        where=at.snapshot.id,
        message=message,
        fingerprint=fingerprint_of(rule, subject, series, claims),
        evidence=claims,
    )


def trips(finding: Finding, level: Level) -> bool:
    """True where a finding makes a run fail from *level* on; from ``none`` on, only what was not stored as it is now.

    What cannot be read was not compared with anything: no level makes that a pass.
    """
    if finding.rule == PROVENANCE:
        return True
    if finding.waived is not None or finding.baseline_state is BaselineState.ABSENT or level is Level.NONE:
        return False
    return GRAVITY[finding.level] <= GRAVITY[level]


def fingerprint_of(rule: Rule, subject: str, series: str, claims: Iterable[Claim]) -> str:
    """Sixteen hex digits of rule, series, periods and values: not of wording, lines or the order of the sides."""
    values = sorted("/".join(_normalized(claim)) for claim in claims)
    return hash_of(rule.code, subject, series, *values)


def hash_of(*parts: str) -> str:
    """Sixteen hex digits that stand for some words."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def said_by(claim: Claim) -> tuple[object, ...]:
    """What a claim says, however it is worded: equal for two that tell the same of the same time."""
    return claim.measure, claim.dimensions, claim.modality, claim.attribution, _normalized(claim)


def say_side(side: Side) -> str:
    """Who says it, and when: ``crs, 2024-01-10``."""
    if side.draft:
        return "the draft"
    return say_snapshot(side.snapshot)


def say_snapshot(snapshot: Snapshot) -> str:
    """Publisher and day of a snapshot."""
    return f"{snapshot.publisher.name or snapshot.publisher.id}, {snapshot.edition.published or 'undated'}"


def order_of(finding: Finding) -> tuple[str, int, int, int, str, str]:
    """Findings by place in a draft, else the gravest first; ties by code and fingerprint."""
    place = finding.place
    where = (place.path, place.line, place.column) if place else ("", 0, 0)
    return *where, GRAVITY[finding.level], finding.rule.code, finding.fingerprint


def _normalized(claim: Claim) -> tuple[str, ...]:
    period = claim.period
    days = (str(period.start or ""), str(period.end or ""))
    match claim.value:
        case Quantity(amount=amount, upper=upper, unit=unit, per=per, comparator=comparator):
            return *days, f"{amount.normalize():f}", str(upper or ""), unit, per or "", comparator.value
        case EventDate(event=event, date=date):
            return *days, event, date
        case Holder(office=office, person=person, until=until):
            return *days, office, person or "", until or ""
        case Membership(member=member, set=group, state=state):
            return *days, member, group, state
        case value:
            return *days, value.aspect, value.text
