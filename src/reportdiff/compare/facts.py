"""What became of office holders, dates of events and memberships between two snapshots."""

from __future__ import annotations

from itertools import product

from reportdiff.compare.pairing import Pairing, latest_of
from reportdiff.compare.periods import Relation, relate
from reportdiff.compare.reasons import explain_fact
from reportdiff.compare.telling import place_of
from reportdiff.compare.words import words_of
from reportdiff.model.change import Changed, ChangeKind
from reportdiff.model.claim import Claim, EventDate, Holder, Membership
from reportdiff.model.document import Snapshot

RECURRING = words_of(
    """election elections vote referendum summit meeting visit session dialogue census survey conference round
    anniversary ceremony inauguration protest attack review"""
)
"""Events that take place again and again: another date is another event."""

FactKey = tuple[str, str, str]


def fact_key(claim: Claim) -> FactKey | None:
    """What makes two facts speak of one thing: office, event, or member and set; None for claims of other kinds."""
    match claim.value:
        case Holder(office=office):
            return "holder", _folded(office), ""
        case EventDate(event=event):
            return "event", _folded(event), ""
        case Membership(member=member, set=group):
            return "membership", _folded(member), _folded(group)
        case _:
            return None


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def pair_facts(old: Snapshot, new: Snapshot) -> Pairing:
    """The facts of two snapshots set against each other, and those that only one of them tells."""
    sides = _facts_by_key(old), _facts_by_key(new)
    pairs: list[tuple[Claim, Claim]] = []
    for key in sorted(sides[0].keys() & sides[1].keys()):
        pairs.extend(_pairs_of_key(sides[0][key], sides[1][key]))
    paired = {id(claim) for pair in pairs for claim in pair}
    left = tuple(tuple(_uncovered(side, paired)) for side in sides)
    return Pairing(pairs=tuple(pairs), old_left=left[0], new_left=left[1])


def _facts_by_key(snapshot: Snapshot) -> dict[FactKey, list[Claim]]:
    facts: dict[FactKey, list[Claim]] = {}
    for claim in sorted(snapshot.claims, key=place_of):
        key = fact_key(claim)
        if key is not None:
            facts.setdefault(key, []).append(claim)
    return facts


def _pairs_of_key(old: list[Claim], new: list[Claim]) -> list[tuple[Claim, Claim]]:
    """What agrees, each fact once; then the latest two that can be set against each other."""
    agreeing: list[tuple[Claim, Claim]] = []
    for one, other in product(old, new):
        told = any(_says_the_same(one, first) or _says_the_same(other, second) for first, second in agreeing)
        if not told and _says_the_same(one, other):
            agreeing.append((one, other))
    latest = _latest_pair(old, new)
    if latest is None or any(
        _says_the_same(latest[0], one) and _says_the_same(latest[1], two) for one, two in agreeing
    ):
        return agreeing
    return agreeing if agreeing and isinstance(latest[0].value, EventDate) else [*agreeing, latest]


def _latest_pair(old: list[Claim], new: list[Claim]) -> tuple[Claim, Claim] | None:
    pairs = [pair for pair in product(_latest_told(old), _latest_told(new)) if _can_be_one(*pair)]
    return min(pairs, key=lambda pair: (not _says_the_same(*pair), place_of(pair[0]), place_of(pair[1])), default=None)


def _latest_told(claims: list[Claim]) -> tuple[Claim, ...]:
    """The facts of the latest period; of office holders those who came last."""
    latest = latest_of(tuple(claims))
    starts = [claim.value.since or "" for claim in latest if isinstance(claim.value, Holder)]
    if not starts:
        return latest
    return tuple(
        claim for claim in latest if isinstance(claim.value, Holder) and (claim.value.since or "") == max(starts)
    )


def _can_be_one(old: Claim, new: Claim) -> bool:
    match old.value, new.value:
        case Holder(organization=was), Holder(organization=now):
            return was is None or now is None or _folded(was) == _folded(now)
        case EventDate(event=event), EventDate():
            return _says_the_same(old, new) or not RECURRING.intersection(event.casefold().replace(".", "-").split("-"))
        case _:
            return True


def _says_the_same(one: Claim, other: Claim) -> bool:
    match one.value, other.value:
        case Holder() as was, Holder() as now:
            return _can_be_one(one, other) and _is_same_person(was.person, now.person)
        case EventDate(date=was_on), EventDate(date=now_on):
            return was_on == now_on or f"{was_on}-".startswith(f"{now_on}-") or f"{now_on}-".startswith(f"{was_on}-")
        case Membership(state=before), Membership(state=after):
            return (before == "left") == (after == "left")
        case _:
            return False


def _is_same_person(was: str | None, now: str | None) -> bool:
    """True when one name's words are all in the other's: titles and middle names come and go."""
    one, other = set(_folded(was or "").split()), set(_folded(now or "").split())
    return one == other or (bool(one and other) and (one <= other or other <= one))


def _uncovered(facts: dict[FactKey, list[Claim]], paired: set[int]) -> list[Claim]:
    """The facts that no pair holds and that say nothing but what a paired one says."""
    left: list[Claim] = []
    for claims in facts.values():
        told = [claim for claim in claims if id(claim) in paired]
        left.extend(claim for claim in claims if not any(_says_the_same(claim, other) for other in told))
    return left


def compare_facts(old: Claim, new: Claim) -> Changed:
    """The change between two facts of one key."""
    kind = _kind_of(old, new)
    return Changed(
        kind=kind, series=min(old.measure, new.measure), old=old, new=new, reason=explain_fact(kind, old, new)
    )


MOVES = {
    Relation.LATER: ChangeKind.UPDATE,
    Relation.EARLIER: ChangeKind.EARLIER,
    Relation.SAME: ChangeKind.CONTRADICTION,
    Relation.INCOMPARABLE: ChangeKind.UNDATED,
}


def _kind_of(old: Claim, new: Claim) -> ChangeKind:
    match old.value, new.value:
        case EventDate(date=was), EventDate(date=now) if was != now:
            return _kind_of_dates(was, now)
        case _ if _says_the_same(old, new):
            return ChangeKind.CONFIRMED
        case _:
            return MOVES[relate(old.period, new.period)]


def _kind_of_dates(was: str, now: str) -> ChangeKind:
    if now.startswith(f"{was}-"):
        return ChangeKind.REFINEMENT
    return ChangeKind.COARSENING if was.startswith(f"{now}-") else ChangeKind.CONTRADICTION
