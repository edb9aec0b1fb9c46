"""What became of office holders, dates of events and memberships between two snapshots."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from reportdiff.compare.joining.likeness import scopes_clash
from reportdiff.compare.joining.pairing import Pairing, latest_of
from reportdiff.compare.reading.decisions import are_apart
from reportdiff.compare.reading.periods import is_stated
from reportdiff.compare.reading.telling import Telling, once, place_of
from reportdiff.compare.reading.words import words_of
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import Claim, EventDate, Holder, Membership

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


def pair_facts(old: Telling, new: Telling) -> Pairing:
    """The facts of two tellings set against each other, and those that only one of them tells."""
    names = _joined_keys((*old.facts, *new.facts))
    sides = (
        (_facts_by_key(old, names), _facts_by_key(new, names)) if names else (once(old, facts_of), once(new, facts_of))
    )
    pairs: list[tuple[Claim, Claim]] = []
    for key in sorted(sides[0].keys() & sides[1].keys()):
        pairs.extend(_pairs_of_key(sides[0][key], sides[1][key]))
    paired = {id(claim) for pair in pairs for claim in pair}
    left = tuple(tuple(_uncovered(side, paired)) for side in sides)
    return Pairing(pairs=tuple(pairs), old_left=left[0], new_left=left[1])


def _joined_keys(claims: Iterable[Claim]) -> dict[Annotation, FactKey]:
    """The first key of the facts that somebody decided are one."""
    names: dict[Annotation, FactKey] = {}
    for claim in claims:
        key = fact_key(claim)
        for annotation in claim.annotations if key is not None else ():
            if annotation.kind is AnnotationKind.SAME:
                names[annotation] = min(key or names[annotation], names.get(annotation, key or names[annotation]))
    return names


def facts_of(telling: Telling) -> Mapping[FactKey, list[Claim]]:
    """The facts of each key, in order of place."""
    return _facts_by_key(telling, {})


def _facts_by_key(telling: Telling, names: Mapping[Annotation, FactKey]) -> Mapping[FactKey, list[Claim]]:
    facts: dict[FactKey, list[Claim]] = {}
    for claim in telling.facts:
        key = fact_key(claim)
        if key is not None:
            joined = (names[annotation] for annotation in claim.annotations if annotation in names)
            facts.setdefault(min((key, *joined)), []).append(claim)
    return facts


def _pairs_of_key(old: list[Claim], new: list[Claim]) -> list[tuple[Claim, Claim]]:
    """What agrees, each fact once; then the latest two that can be set against each other."""
    agreeing: list[tuple[Claim, Claim]] = []
    for one, other in product(old, new):
        told = any(says_the_same(one, first) or says_the_same(other, second) for first, second in agreeing)
        if not told and says_the_same(one, other):
            agreeing.append((one, other))
    latest = _latest_pair(old, new)
    if latest is None or any(says_the_same(latest[0], one) and says_the_same(latest[1], two) for one, two in agreeing):
        return agreeing
    return agreeing if agreeing and isinstance(latest[0].value, EventDate) else [*agreeing, latest]


def _latest_pair(old: list[Claim], new: list[Claim]) -> tuple[Claim, Claim] | None:
    pairs = [pair for pair in product(_latest_told(old), _latest_told(new)) if can_be_one(*pair)]
    return min(pairs, key=lambda pair: (not says_the_same(*pair), place_of(pair[0]), place_of(pair[1])), default=None)


def _latest_told(claims: list[Claim]) -> tuple[Claim, ...]:
    """The facts of the latest period; of office holders those who came last."""
    latest = latest_of(tuple(claims))
    starts = [claim.value.since or "" for claim in latest if isinstance(claim.value, Holder)]
    if not starts:
        return latest
    return tuple(
        claim for claim in latest if isinstance(claim.value, Holder) and (claim.value.since or "") == max(starts)
    )


def can_be_one(old: Claim, new: Claim) -> bool:
    """False for facts of one key that are about two things: another organization or partner, an event that recurs."""
    if are_apart(old, new) or scopes_clash(old, new):
        return False
    match old.value, new.value:
        case Holder() as was, Holder() as now if was.person or now.person:
            unsaid = was.organization is None or now.organization is None
            return unsaid or _folded(was.organization or "") == _folded(now.organization or "")
        case EventDate(event=event), EventDate():
            same_day = _are_one_date(old, new)
            return same_day or not RECURRING.intersection(event.casefold().replace(".", "-").split("-"))
        case _:
            return True


def says_the_same(one: Claim, other: Claim) -> bool:
    """True for facts that agree on the matter: the holder, the day, whether it belongs; terms may be told otherwise."""
    if not can_be_one(one, other):
        return False
    match one.value, other.value:
        case Holder() as was, Holder() as now:
            if was.person is None and now.person is None:
                return _folded(was.organization or "") == _folded(now.organization or "")
            return _is_same_person(was.person, now.person)
        case EventDate(), EventDate():
            return _are_one_date(one, other)
        case Membership(state=before), Membership(state=after):
            return (before == "left") == (after == "left")
        case _:
            return False


def _are_one_date(one: Claim, other: Claim) -> bool:
    """True for two dates of events of which one is the other, or says it more finely."""
    if not isinstance(one.value, EventDate) or not isinstance(other.value, EventDate):
        return False
    return are_one_day(one.value.date, other.value.date)


def are_one_day(one: str, other: str) -> bool:
    """True for two dates of reduced precision of which one is the other, or says it more finely."""
    return f"{one}-".startswith(f"{other}-") or f"{other}-".startswith(f"{one}-")


def _is_same_person(was: str | None, now: str | None) -> bool:
    """True when one name's words are all in the other's: titles and middle names come and go."""
    one, other = set(_folded(was or "").split()), set(_folded(now or "").split())
    return one == other or (bool(one and other) and (one <= other or other <= one))


def _uncovered(facts: Mapping[FactKey, list[Claim]], paired: set[int]) -> list[Claim]:
    """The facts that no pair holds and that say nothing but what a paired one says."""
    left: list[Claim] = []
    for claims in facts.values():
        told = [claim for claim in claims if id(claim) in paired]
        left.extend(claim for claim in claims if not any(says_the_same(claim, other) for other in told))
    return left


def is_overtaken(claim: Claim, by: Claim) -> bool:
    """True for a fact of the present that another says is over: another holds the office, the member has left."""
    if not can_be_one(claim, by) or says_the_same(claim, by):
        return False
    match claim.value, by.value:
        case Holder(until=None) as was, Holder():
            return not is_stated(claim.period) or was.since is not None
        case Membership(state="belongs"), Membership(state="left"):
            return True
        case _:
            return False
