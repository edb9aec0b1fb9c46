"""Which claims of all snapshots of a subject measure the same thing, whatever the order they were added in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.chains import chained
from reportdiff.compare.joining.facts import FactKey, fact_key
from reportdiff.compare.joining.groups import Groups, Node
from reportdiff.compare.joining.series import Scoped, agree, indices_by_key, key_of, match_free
from reportdiff.compare.reading.periods import days_of
from reportdiff.compare.reading.telling import Tell, Telling, is_open, once, place_of, printed, telling_of
from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import Claim, ClaimKind
from reportdiff.model.document import Snapshot, Statement, judged_order
from reportdiff.model.series import Member, SubjectSeries

REACH = 2
"""So many earlier editions of each document are looked at: a figure that was left out once is found again."""

APART = "~"
"""What parts a key from the claim by which a second series of that key is named."""


def align_subject(snapshots: Iterable[Snapshot], *, tell: Tell = telling_of) -> tuple[SubjectSeries, ...]:
    """All claims of *snapshots*, which must be of one subject, in series, in order of id; each claim in one.

    Vocabulary measures go by key, where an edition does not contradict itself under it; the rest by the likeness of
    words to earlier editions, one to one. What people decided of claims, which these bear, is never overruled. *tell*
    gives a snapshot's telling.
    """
    ordered = sorted(snapshots, key=judged_order)
    tellings = [tell(snapshot) for snapshot in ordered]
    groups = Groups([telling.claims for telling in tellings], _decided(tellings, AnnotationKind.DIFFERENT))
    for nodes in _decided(tellings, AnnotationKind.SAME):
        _join_all(groups, nodes)
    for number, telling in enumerate(tellings):
        for one, other in (*once(telling, chained), *_told_twice(telling)):
            groups.join((number, one), (number, other))
    for nodes in _nodes_by_key(tellings):
        _join_all(groups, nodes)
    for new, snapshot in enumerate(ordered):
        for old in _earlier(snapshot, ordered[:new]):
            _join_by_words(groups, tellings, old, new)
    found = [[(ordered[number], tellings[number].claims[index]) for number, index in nodes] for nodes in groups.all()]
    groups_of_all = [*found, *_groups_of_facts(ordered)]
    several = _named((group for group in groups_of_all if len(group) > 1), set())
    singles = (group for group in groups_of_all if len(group) == 1)
    return _in_order([*several, *_named(singles, {series.id for series in several})])


def _decided(tellings: Sequence[Telling], kind: AnnotationKind) -> list[list[Node]]:
    """The figures of each decision that somebody took on series."""
    decided: dict[Annotation, list[Node]] = {}
    for number, telling in enumerate(tellings):
        for index, claim in enumerate(telling.claims):
            for annotation in claim.annotations:
                if annotation.kind is kind:
                    decided.setdefault(annotation, []).append((number, index))
    return list(decided.values())


def _told_twice(telling: Telling) -> Iterator[tuple[int, int]]:
    """Figures that say the same of the same days under one key of the vocabulary, each with the first of them.

    Two that a text's own words name alike may well be of two things.
    """
    first: dict[object, int] = {}
    for index, claim in enumerate(telling.claims):
        if is_open(claim):
            continue
        known = first.setdefault((key_of(claim), days_of(claim.period), printed(claim)), index)
        if known != index:
            yield known, index


def _nodes_by_key(tellings: Sequence[Telling]) -> Iterator[list[Node]]:
    """The claims of each vocabulary key and scope, of those snapshots that do not contradict themselves under it.

    Single happenings stay out: a second package is not the new state of the first.
    """
    nodes: dict[Scoped, list[Node]] = {}
    for number, telling in enumerate(tellings):
        for key, indices in once(telling, indices_by_key).items():
            if agree([telling.claims[index] for index in indices]):
                nodes.setdefault(key, []).extend((number, index) for index in indices)
    yield from nodes.values()


def _join_all(groups: Groups, nodes: Sequence[Node]) -> None:
    """Join each with the first before it that it may be joined with."""
    for place, node in enumerate(nodes):
        any(groups.join(earlier, node) for earlier in nodes[:place])


def _earlier(snapshot: Snapshot, before: Sequence[Snapshot]) -> list[int]:
    """The numbers of the latest editions of each document before *snapshot*, its own document and the latest first."""
    by_document: dict[str, list[int]] = {}
    for number, other in enumerate(before):
        by_document.setdefault(other.document, []).append(number)
    near = [number for numbers in by_document.values() for number in numbers[-REACH:]]
    return sorted(near, key=lambda number: (before[number].document != snapshot.document, -number))


def _join_by_words(groups: Groups, tellings: Sequence[Telling], old: int, new: int) -> None:
    """Join the figures of two snapshots that measure the same, but for those that have found a partner there."""
    free = _without_partner(groups, tellings, old, new), _without_partner(groups, tellings, new, old)
    if free[0] and free[1]:
        pairs = match_free(Reading(tellings[old], tellings[new]), free)
        for row, column in sorted(pairs.items()):
            groups.join_if_apart((old, row), (new, column))


def _without_partner(groups: Groups, tellings: Sequence[Telling], number: int, other: int) -> frozenset[int]:
    indices = range(len(tellings[number].claims))
    return frozenset(index for index in indices if not groups.is_told_in((number, index), other))


def _groups_of_facts(ordered: Sequence[Snapshot]) -> list[list[Statement]]:
    groups: dict[FactKey, list[Statement]] = {}
    for snapshot in ordered:
        for claim in sorted(snapshot.claims, key=place_of):
            key = None if claim.kind is ClaimKind.QUANTITY else fact_key(claim)
            if key is not None:
                groups.setdefault(key, []).append((snapshot, claim))
    return list(groups.values())


def name_singles(several: Sequence[SubjectSeries], snapshots: Iterable[Snapshot]) -> tuple[SubjectSeries, ...]:
    """*several*, as :func:`align_subject` made them, with the claims in none of them as series of their own again."""
    joined = {member for series in several for member in series.members}
    singles = [
        [(snapshot, claim)]
        for snapshot in sorted(snapshots, key=judged_order)
        for claim in sorted(snapshot.claims, key=place_of)
        if Member(snapshot=snapshot.id, claim=claim.id) not in joined and _has_series(claim)
    ]
    return _in_order([*several, *_named(singles, {series.id for series in several})])


def _has_series(claim: Claim) -> bool:
    return claim.kind is ClaimKind.QUANTITY or fact_key(claim) is not None


def _named(groups: Iterable[Sequence[Statement]], taken: set[str]) -> list[SubjectSeries]:
    """Series with their ids; where an id is *taken*, that of the first claim is added."""
    series = []
    for told in groups:
        name = _name_of([claim for _, claim in told])
        unique = f"{name}{APART}{told[0][1].id}" if name in taken else name
        taken.add(name)
        members = tuple(Member(snapshot=snapshot.id, claim=claim.id) for snapshot, claim in told)
        keys = tuple(sorted({claim.measure for _, claim in told}))
        series.append(SubjectSeries(id=unique, keys=keys, members=members))
    return series


def _in_order(series: Iterable[SubjectSeries]) -> tuple[SubjectSeries, ...]:
    return tuple(sorted(series, key=lambda each: each.id))


def _name_of(claims: Sequence[Claim]) -> str:
    """The key of the vocabulary with its dimensions where a member has one, else the earliest open key."""
    claim = next((claim for claim in claims if not is_open(claim)), claims[0])
    if is_open(claim) or not claim.dimensions or claim.kind is not ClaimKind.QUANTITY:
        return claim.measure
    return f"{claim.measure}:{','.join(f'{name}={value}' for name, value in claim.dimensions)}"
