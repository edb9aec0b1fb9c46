"""Findings put together: their level, their sentence's ending, and a fingerprint that no run changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reportdiff.model.claim import Claim, EventDate, Holder, Membership
from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Finding, Side
from reportdiff.model.quantity import Quantity
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Level, Settings

GRAVITY = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2, Level.NONE: 3}


def level_of(rule: Rule, settings: Settings, *, draft: bool) -> Level:
    """The level that the settings give a rule by its name or code, else its default."""
    levels = dict(settings.levels)
    return levels.get(rule.name) or levels.get(rule.code) or (rule.draft_level if draft else rule.level)


def at_least(findings: Iterable[Finding], level: Level) -> bool:
    """True when a finding is as grave as *level* or graver."""
    return any(GRAVITY[finding.level] <= GRAVITY[level] for finding in findings)


def fingerprint_of(rule: Rule, series: str, *claims: Claim) -> str:
    """Sixteen hex digits of rule, series, periods and values: not of wording, lines or the order of the sides."""
    values = sorted("/".join(_normalized(claim)) for claim in claims)
    return hashlib.sha256("|".join((rule.code, series, *values)).encode()).hexdigest()[:16]


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
