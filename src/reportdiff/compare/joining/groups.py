"""Claims put together into series step by step: never two of one snapshot that do not belong together by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from reportdiff.compare.joining.likeness import measures_clash, scopes_clash
from reportdiff.model.claim import Claim

Node = tuple[int, int]
"""Number of a snapshot in order of date, and index of a claim in its telling."""


@dataclass(slots=True)
class Group:
    """Claims of one series; ``kinds`` holds a claim for each measure and scope among them."""

    nodes: list[Node]
    snapshots: set[int]
    kinds: dict[object, Claim] = field(default_factory=dict)


class Groups:
    """A growing division of claims into series: each begins alone."""

    def __init__(self, claims: Sequence[Sequence[Claim]], different: Iterable[Iterable[Node]] = ()) -> None:
        self._group_of = {
            (number, index): Group([(number, index)], {number}, {(claim.measure, claim.dimensions): claim})
            for number, told in enumerate(claims)
            for index, claim in enumerate(told)
        }
        self._apart: dict[Node, set[Node]] = {}
        for nodes in different:
            for one, other in combinations(nodes, 2):
                self._apart.setdefault(one, set()).add(other)
                self._apart.setdefault(other, set()).add(one)

    def join(self, one: Node, other: Node) -> bool:
        """Put two claims' groups together, unless somebody decided that these are different."""
        first, second = self._group_of[one], self._group_of[other]
        if first is second:
            return True
        if self._are_apart(first, second):
            return False
        if len(first.nodes) < len(second.nodes):
            first, second = second, first
        first.nodes += second.nodes
        first.snapshots |= second.snapshots
        first.kinds |= second.kinds
        for node in second.nodes:
            self._group_of[node] = first
        return True

    def join_if_apart(self, one: Node, other: Node) -> bool:
        """As :meth:`join`, but not where both groups have claims of one snapshot, or another measure or scope."""
        first, second = self._group_of[one], self._group_of[other]
        if first is not second and (first.snapshots & second.snapshots or _clash(first, second)):
            return False
        return self.join(one, other)

    def is_told_in(self, node: Node, snapshot: int) -> bool:
        """True when the group of a claim has a claim of that snapshot."""
        return snapshot in self._group_of[node].snapshots

    def all(self) -> list[list[Node]]:
        """The groups, each sorted, in the order of their first claims."""
        unique = {id(group): group for group in self._group_of.values()}
        return sorted(sorted(group.nodes) for group in unique.values())

    def _are_apart(self, first: Group, second: Group) -> bool:
        if not self._apart:
            return False
        members = set(second.nodes)
        return any(members & self._apart.get(node, set()) for node in first.nodes)


def _clash(first: Group, second: Group) -> bool:
    pairs = product(first.kinds.values(), second.kinds.values())
    return any(measures_clash(one, other) or scopes_clash(one, other) for one, other in pairs)
