"""What happened, in few words, with the names and values that go with it; reports of all formats say it so."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.compare.reading.telling import unit_of
from reportdiff.compare.verdicts.moves import move_of
from reportdiff.compare.verdicts.reasons import difference_of
from reportdiff.model.change import Change, Changed, ChangeKind, Diff, claim_of
from reportdiff.model.claim import Claim, Holder, Membership
from reportdiff.reports.screen import printable
from reportdiff.reports.sections import Group
from reportdiff.reports.words.counts import changed_hands, has_expired
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.values import say_claim, say_holder_name

ASIDES = {ChangeKind.ADDED: "also new", ChangeKind.NOT_MENTIONED: "no longer told"}


def say_verdict(change: Changed, diff: Diff) -> str:
    """What happened, in few words: ``update, up more than 57 %``."""
    if changed_hands(change):
        said = "office changed hands"
    elif change.kind is ChangeKind.NOT_COMPARABLE:
        said = f"not comparable: another {difference_of(change.old, change.new)}"
    elif change.kind is ChangeKind.FRAMING:
        said = printable(change.reason)
    else:
        move = "" if change.kind is ChangeKind.CONFIRMED else move_of(change.delta, unit_of(change.new))
        said = ", ".join(part for part in (change.kind.value.replace("-", " "), move) if part)
    return f"{said}; the term told had expired" if has_expired(change, diff) else said


def name_group(group: Group) -> str:
    """The measure's name; for memberships the members, each once."""
    claim = claim_of(group.lead)
    if not isinstance(claim.value, Membership):
        return say_measure(claim)
    members = dict.fromkeys(say_measure(claim_of(change)) for change in group.changes)
    first, *rest = members
    return ", ".join([first, *(name.removeprefix("memberships of ") for name in rest)])


def values_of(changes: Sequence[Change]) -> list[str]:
    """The values in order, each once; of one person's terms of office the fullest."""
    fullest: dict[str, Claim] = {}
    for claim in map(claim_of, changes):
        who = say_holder_name(claim.value) if isinstance(claim.value, Holder) else claim.id
        fullest[who] = max((fullest.get(who, claim), claim), key=_dates_told)
    return list(dict.fromkeys(map(say_claim, fullest.values())))


def _dates_told(claim: Claim) -> int:
    return sum(map(bool, (claim.value.since, claim.value.until))) if isinstance(claim.value, Holder) else 0
