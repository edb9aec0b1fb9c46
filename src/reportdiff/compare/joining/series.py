"""Which claims of two snapshots measure the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.chains import chained
from reportdiff.compare.joining.marks import is_happening, scope_of
from reportdiff.compare.joining.matching import match_by_words
from reportdiff.compare.joining.table_cells import TableMatch
from reportdiff.compare.joining.twins import match_twins
from reportdiff.compare.reading.decisions import joints_of, part_groups
from reportdiff.compare.reading.intervals import interval_of, overlap
from reportdiff.compare.reading.periods import Relation, relate
from reportdiff.compare.reading.telling import Free, Telling, field_labels, is_open, once, printed
from reportdiff.compare.reading.units import in_one_unit
from reportdiff.model.claim import Claim, Dimensions
from reportdiff.model.quantity import Quantity

MOST_PRINTS = 12
"""A key that holds more different values of one period is no key."""

Key = tuple[str, Dimensions, str, str]
"""Measure, dimensions, unit family and denominator."""

Scoped = tuple[Key, frozenset[str]]
"""A key, and the groups that the words around a figure narrow it down to."""

Node = tuple[int, int]
"""Side (0 old, 1 new) and index of a claim."""


class Series(NamedTuple):
    """Figures of two snapshots that measure one thing, in order of place; a side may be empty.

    ``by_key``: a key of the vocabulary says that they are one, and not the words around them.
    """

    id: str
    old: tuple[Claim, ...]
    new: tuple[Claim, ...]
    by_key: bool = False


def align_series(reading: Reading) -> tuple[Series, ...]:
    """All figures of both tellings in series, each figure in one, in the order of their first figures.

    Vocabulary measures go by key, unless an edition contradicts itself under that key; the rest by likeness of words.
    What people decided about two claims stands above both.
    """
    old, new = sides = reading.old.telling, reading.new.telling
    keyed = _groups_by_key(sides)
    taken = {node for group in keyed for node in group}
    free = _free(old, 0, taken), _free(new, 1, taken)
    nodes = [(number, index) for number in (0, 1) for index in sorted(free[number])]
    rest = _joined(nodes, _links(reading, free))
    rest = [part for group in rest for part in _parted(group, sides)]
    found = _decided([(group, True) for group in keyed] + [(group, False) for group in rest], sides)
    return tuple(_series_of(group, sides, by_key=by_key) for group, by_key in sorted(found))


def _parted(group: list[Node], sides: tuple[Telling, Telling]) -> list[list[Node]]:
    """*group* in parts, where somebody decided that some of its claims are not of one series."""
    if len(group) == 1:
        return [group]
    claims = [sides[number].claims[index] for number, index in group]
    if not any(claim.annotations for claim in claims):
        return [group]
    parts = part_groups(zip(group, claims, strict=True))
    return [[node for node, _ in part] for part in parts]


def _decided(groups: list[tuple[list[Node], bool]], sides: tuple[Telling, Telling]) -> list[tuple[list[Node], bool]]:
    """*groups*, those put together of whose claims somebody decided that they are of one series."""
    if not any(claim.annotations for side in sides for claim in side.claims):
        return groups
    by_key = {node: keyed for group, keyed in groups for node in group}
    links = [(group[0], node) for group, _ in groups for node in group[1:]]
    every = [(node, sides[node[0]].claims[node[1]]) for node in sorted(by_key)]
    joined = _joined(sorted(by_key), [*links, *joints_of(every)])
    before = {tuple(group) for group, _ in groups}
    return [(group, by_key[group[0]] and tuple(group) in before) for group in joined]


def _free(side: Telling, number: int, taken: set[Node]) -> frozenset[int]:
    return frozenset(index for index in range(len(side.claims)) if (number, index) not in taken)


def key_of(claim: Claim) -> Key:
    """What makes claims of a vocabulary measure one series."""
    value = claim.value
    family, per = (value.family, value.per or "") if isinstance(value, Quantity) else ("", "")
    return claim.measure, claim.dimensions, family, per


def _groups_by_key(sides: tuple[Telling, Telling]) -> list[list[Node]]:
    """The claims of each vocabulary key and scope that both sides hold and neither contradicts itself under.

    Single happenings stay out: a second package is not the new state of the first.
    """
    old, new = (once(side, indices_by_key) for side in sides)
    groups = (
        [*((0, index) for index in told), *((1, index) for index in new[key])]
        for key, told in old.items()
        if key in new
    )
    fields = (part for group in groups for part in _fields_apart(group, sides))
    return [group for part in fields for group in _parted(part, sides) if _is_sound(group, sides)]


def indices_by_key(telling: Telling) -> Mapping[Scoped, list[int]]:
    """The figures of each vocabulary key and scope, by index in order of place, but for single happenings."""
    told: dict[Scoped, list[int]] = {}
    for index, claim in enumerate(telling.claims):
        if not is_open(claim) and not is_happening(telling, index):
            told.setdefault((key_of(claim), scope_of(telling, index)), []).append(index)
    return told


def _fields_apart(group: list[Node], sides: tuple[Telling, Telling]) -> list[list[Node]]:
    """The figures of field lines that both sides have, apart from what is told elsewhere under the same key."""
    known = [once(side, field_labels) for side in sides]
    labels = {(number, index): known[number][index] for number, index in group}
    told = [{labels[node] for node in group if node[0] == number} - {None} for number in (0, 1)]
    shared = told[0] & told[1]
    fields = [node for node in group if labels[node] in shared]
    return [fields, [node for node in group if labels[node] not in shared]] if fields else [group]


def _is_sound(group: list[Node], sides: tuple[Telling, Telling]) -> bool:
    members = tuple([sides[number].claims[index] for side, index in group if side == number] for number in (0, 1))
    return all(members) and all(map(agree, members))


def agree(claims: list[Claim]) -> bool:
    """True when no two claims of exactly one period contradict each other."""
    if len(claims) == 1:
        return True
    told: dict[object, dict[str, Claim]] = {}
    for claim in claims:
        period = claim.period
        told.setdefault((period.start, period.end, period.precision, period.basis), {})[printed(claim)] = claim
    return all(
        len(values) <= MOST_PRINTS and not any(contradict(*pair) for pair in combinations(values.values(), 2))
        for values in told.values()
    )


def contradict(one: Claim, other: Claim) -> bool:
    """True for two figures of one key that cannot both be right: the same period, and no value in common."""
    first, second = one.value, other.value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return False
    same = relate(one.period, other.period) is Relation.SAME
    return same and not overlap(*map(interval_of, in_one_unit(first, second)))


def _links(reading: Reading, free: Free) -> list[tuple[Node, Node]]:
    """Which of the *free* claims belong together: twins, those alike in words, and the links of chains."""
    pairs = [((0, row), (1, column)) for row, column in match_free(reading, free).items()]
    chains = [
        ((number, one), (number, other))
        for number, side in enumerate((reading.old.telling, reading.new.telling))
        for one, other in once(side, chained)
        if one in free[number] and other in free[number]
    ]
    return [*pairs, *chains]


def match_free(reading: Reading, free: Free) -> dict[int, int]:
    """The *free* old claims to new ones, by index, one to one: cells of tables, twins, then those alike in words.

    What else stands in a table that both texts have is of rows that only one has: words join it to nothing. Nor do
    they join figures of tables that are told of different things.
    """
    old, new = reading.old.telling, reading.new.telling
    tables = TableMatch(old, new)
    cells = dict(tables.pairs(free))
    outside = tables.outside(free)
    alike = match_twins(old, new, outside).items()
    twins = {row: column for row, column in alike if not tables.tell_apart(row, column)}
    left = outside[0] - twins.keys(), outside[1] - set(twins.values())
    return cells | twins | match_by_words(reading, left, apart=tables.tell_apart)


def _joined(nodes: list[Node], links: Iterable[tuple[Node, Node]]) -> list[list[Node]]:
    """The groups that *links* make of *nodes*."""
    group_of = {node: [node] for node in nodes}
    for one, other in links:
        first, second = group_of[one], group_of[other]
        if first is not second:
            first.extend(second)
            for node in second:
                group_of[node] = first
    unique = {id(group): group for group in group_of.values()}
    return [sorted(group) for group in unique.values()]


def _series_of(group: list[Node], sides: tuple[Telling, Telling], *, by_key: bool) -> Series:
    if len(group) == 1:
        number, index = group[0]
        alone = (sides[number].claims[index],)
        return Series(alone[0].measure, () if number else alone, alone if number else (), by_key)
    members = tuple(tuple(sides[number].claims[index] for side, index in group if side == number) for number in (0, 1))
    return Series(id=_id_of(members), old=members[0], new=members[1], by_key=by_key)


def _id_of(members: tuple[tuple[Claim, ...], ...]) -> str:
    """The vocabulary's measure where a member has one, else the open key of the side told first."""
    claims = [claim for side in members for claim in side]
    named = sorted(claim.measure for claim in claims if not is_open(claim))
    return named[0] if named else claims[0].measure
