"""What two sequences surely share: items that stand once in both, their equal neighbours, and the heaviest chain."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Pair = tuple[int, int]
"""An index of the old sequence and one of the new."""

FREE, TAKEN = -1, -2
"""The partner of what has none: it may still get one, or it may not."""


class Matching:
    """Which item of *old* stands for which of *new*, each at most once; grows by pairs.

    ``forward`` holds the partner of each old item, ``backward`` of each new one, ``FREE`` where there is none.
    """

    __slots__ = ("backward", "forward")

    def __init__(self, old: int, new: int) -> None:
        self.forward = [FREE] * old
        self.backward = [FREE] * new

    def pair(self, old: int, new: int) -> None:
        """Join two items that are free."""
        self.forward[old] = new
        self.backward[new] = old

    def pairs(self) -> list[Pair]:
        """All pairs in order of the old items."""
        return [(old, new) for old, new in enumerate(self.forward) if new >= 0]


class Gap(NamedTuple):
    """Items without a partner between two neighbours of a chain, in order; at least one side has some."""

    old: list[int]
    new: list[int]


def match_equal(old: Sequence[str], new: Sequence[str]) -> Matching:
    """Equal items that surely belong together: both ends, what stands once on either side, and equal neighbours.

    After Heckel, *A technique for isolating differences between files* (1978); linear in the number of items.
    """
    matching = Matching(len(old), len(new))
    start, old_end, new_end = common_ends(old, new)
    matching.forward[:start] = matching.backward[:start] = range(start)
    matching.forward[old_end:] = range(new_end, len(new))
    matching.backward[new_end:] = range(old_end, len(old))
    if start < old_end and start < new_end:
        for one, other in unique_pairs(old, new, (start, old_end), (start, new_end)):
            matching.pair(one, other)
        _extend(old, new, matching, start, old_end)
    return matching


def common_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """Where two sequences begin to differ, and where the part that differs ends on either side."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    old_end, new_end = len(old), len(new)
    while old_end > start and new_end > start and old[old_end - 1] == new[new_end - 1]:
        old_end -= 1
        new_end -= 1
    return start, old_end, new_end


def unique_pairs(old: Sequence[str], new: Sequence[str], within: Pair, other: Pair) -> list[Pair]:
    """Items that stand once in ``old[within]`` and once in ``new[other]``, in order of the old ones."""
    places = _single_places(new, *other)
    shared = _single_places(old, *within)
    return [(place, there) for item, place in shared.items() if place >= 0 and (there := places.get(item, FREE)) >= 0]


def chained(pairs: list[Pair], old: Sequence[str]) -> list[Pair]:
    """The heaviest choice of *pairs*, given in order of the *old* items, that is in order on both sides.

    An item weighs its length, neighbouring pairs go together, and of equal choices it is the first; the cost is that
    of sorting the runs of neighbours.
    """
    runs = runs_of(pairs)
    if all(pairs[start][1] > pairs[start - 1][1] for start in runs[1:]):
        return pairs
    bounds = list(pairwise([*runs, len(pairs)]))
    masses = [sum([len(old[place]) for place, _ in pairs[start:end]]) for start, end in bounds]
    chosen = _heaviest([pairs[start][1] for start in runs], masses)
    return [pair for (start, end), kept in zip(bounds, chosen, strict=True) if kept for pair in pairs[start:end]]


def gaps_of(matching: Matching, kept: Iterable[Pair]) -> Iterator[Gap]:
    """The free items between the pairs of a chain, gap by gap; gaps without any are passed over."""
    old_from = new_from = 0
    forward, backward = matching.forward, matching.backward
    for old_at, new_at in (*kept, (len(forward), len(backward))):
        if old_at > old_from or new_at > new_from:
            old = [index for index in range(old_from, old_at) if forward[index] == FREE]
            new = [index for index in range(new_from, new_at) if backward[index] == FREE]
            if old or new:
                yield Gap(old, new)
        old_from, new_from = old_at + 1, new_at + 1


def _single_places(items: Sequence[str], start: int, end: int) -> dict[str, int]:
    """Item → its place, negative for one that stands there more than once."""
    places: dict[str, int] = {}
    for place in range(start, end):
        item = items[place]
        places[item] = FREE if item in places else place
    return places


def _extend(old: Sequence[str], new: Sequence[str], matching: Matching, start: int, end: int) -> None:
    """Pair equal neighbours of pairs, first those behind, then those before."""
    forward, backward = matching.forward, matching.backward
    last_old, last_new = len(old) - 1, len(new) - 1
    for place in range(start, min(end, last_old)):
        there = forward[place]
        if (
            0 <= there < last_new
            and forward[place + 1] == FREE == backward[there + 1]
            and old[place + 1] == new[there + 1]
        ):
            matching.pair(place + 1, there + 1)
    for place in range(end - 1, max(start - 1, 0), -1):
        there = forward[place]
        if there > 0 and forward[place - 1] == FREE == backward[there - 1] and old[place - 1] == new[there - 1]:
            matching.pair(place - 1, there - 1)


def runs_of(pairs: Sequence[Pair]) -> list[int]:
    """Where in *pairs* a run of neighbours starts."""
    runs = []
    old_next = new_next = -2
    for number, (old, new) in enumerate(pairs):
        if old != old_next or new != new_next:
            runs.append(number)
        old_next, new_next = old + 1, new + 1
    return runs


def _heaviest(values: Sequence[int], masses: Sequence[int]) -> list[bool]:
    """Which of *values* make the heaviest rising choice: a tree of prefix maxima over their ranks (Fenwick 1994)."""
    ranks = sorted(values)
    size = len(ranks)
    best = [(0, FREE)] * (size + 1)
    before = [FREE] * size
    last, most = FREE, 0
    for number, value in enumerate(values):
        rank = bisect_left(ranks, value)
        mass, previous = 0, FREE
        node = rank
        while node:
            if best[node][0] > mass:
                mass, previous = best[node]
            node &= node - 1
        before[number] = previous
        mass += masses[number]
        if mass > most:
            last, most = number, mass
        node = rank + 1
        while node <= size:
            if mass > best[node][0]:
                best[node] = mass, number
            node += node & -node
    chosen = [False] * size
    while last != FREE:
        chosen[last], last = True, before[last]
    return chosen
