"""Aligns the sentences of two texts: equal, told anew, split, joined, in another place, or on one side only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from reportdiff.compare.prose.anchors import FREE, TAKEN, Gap, Matching, Pair, chained, gaps_of, match_equal, runs_of
from reportdiff.compare.prose.rewording import Likeness

ALIKE = 0.4
"""So much must two sentences share wherever they stand."""

ALIKE_IN_PLACE = 0.22
"""So much where both stand between the same neighbours."""

ALIKE_ELSEWHERE = 0.6
"""So much where they have changed places with others."""

IN_PLACE_BONUS = 0.1
"""What standing between the same neighbours is worth when one sentence is like several."""

HELD = 0.5
"""So much of a sentence must be in what the pair beside it leaves over, for it to be a part of one that was split."""

HELD_AT_LEAST, HELD_ALMOST = 0.15, 0.85
"""Or so much, where so much of it is in the whole."""

MOST_PARTS = 4
FEW_IN_PLACE, MOST_IN_PLACE = 16, 64
"""Combinations in a gap that are all looked at: for what is surely alike, and then for what is a little alike."""

FEWEST_WORDS = 4
"""Fewer words in another place may as well be other words that happen to be the same."""


class Aligned(NamedTuple):
    """Old sentences that are told as new ones, by index: one as one, one as several, or several as one.

    ``moved``: in another order than the rest.
    """

    old: range
    new: range
    moved: bool


def align(old: list[str], new: list[str]) -> list[Aligned]:
    """The sentences that belong together, in order of the old ones; those in none stand on one side only.

    Swapping the sides swaps the result, for the lesser side always goes first.
    """
    if new < old:
        swapped = (Aligned(pair.new, pair.old, pair.moved) for pair in align(new, old))
        return sorted(swapped, key=lambda pair: pair.old.start)
    matching = match_equal(old, new)
    gaps = _gaps(matching, old)
    for gap in gaps:
        _match_repeated(gap, old, new, matching)
    likeness = _likeness(old, new, matching)
    _match_reworded(gaps, matching, likeness)
    groups = _find_groups(matching, likeness)
    moved = _part_unsure(old, matching, likeness, groups)
    for gap in _gaps(matching, old):
        _match_in_place(gap, matching, likeness)
    return [_aligned(pair, groups, moved) for pair in matching.pairs()]


def _gaps(matching: Matching, old: Sequence[str]) -> list[Gap]:
    """What is free between the sentences that keep their order."""
    return list(gaps_of(matching, chained(matching.pairs(), old)))


def _match_repeated(gap: Gap, old: Sequence[str], new: Sequence[str], matching: Matching) -> None:
    """Pair equal sentences of a gap that stand there several times, the first with the first."""
    places: dict[str, list[int]] = {}
    for place in reversed(gap.old):
        places.setdefault(old[place], []).append(place)
    for place in gap.new:
        if waiting := places.get(new[place]):
            matching.pair(waiting.pop(), place)


def _likeness(old: Sequence[str], new: Sequence[str], matching: Matching) -> Likeness:
    """The words of what is free; of nothing where one side has nothing free."""
    free_old = {place: old[place] for place, there in enumerate(matching.forward) if there == FREE}
    free_new = {place: new[place] for place, there in enumerate(matching.backward) if there == FREE}
    return Likeness(free_old, free_new) if free_old and free_new else Likeness({}, {})


def _match_reworded(gaps: Sequence[Gap], matching: Matching, likeness: Likeness) -> None:
    """Pair sentences that are surely alike: those in one small gap, then the likest candidates of all the others."""
    gap_of: dict[int, int] = {}
    gap_of_new: dict[int, int] = {}
    for number, gap in enumerate(gaps):
        free = _free(gap, matching)
        if 0 < len(free.old) * len(free.new) <= FEW_IN_PLACE:
            _pair_best(_likely(product(*free), likeness), matching)
        gap_of.update(dict.fromkeys(free.old, number))
        gap_of_new.update(dict.fromkeys(free.new, number))
    free_old = [place for place in likeness.old if matching.forward[place] == FREE]
    free_new = [place for place in likeness.new if matching.backward[place] == FREE]
    found = _likely(likeness.candidates(free_old, free_new), likeness)
    near = (IN_PLACE_BONUS * (gap_of.get(old) == gap_of_new.get(new, FREE)) for _, old, new in found)
    _pair_best([(weight - bonus, old, new) for (weight, old, new), bonus in zip(found, near, strict=True)], matching)


def _free(gap: Gap, matching: Matching) -> Gap:
    """What is still free in a gap."""
    old = [place for place in gap.old if matching.forward[place] == FREE]
    return Gap(old, [place for place in gap.new if matching.backward[place] == FREE])


def _likely(pairs: Iterable[Pair], likeness: Likeness) -> list[tuple[float, int, int]]:
    """The pairs that are surely alike, each with how much, as a negative number."""
    weighed = ((likeness.of(old, new), old, new) for old, new in pairs)
    return [(-alike, old, new) for alike, old, new in weighed if alike >= ALIKE]


def _pair_best(found: list[tuple[float, int, int]], matching: Matching) -> None:
    """Pair the best first, each sentence once."""
    for _, old, new in sorted(found):
        if matching.forward[old] == FREE and matching.backward[new] == FREE:
            matching.pair(old, new)


def _find_groups(matching: Matching, likeness: Likeness) -> dict[int, Pair]:
    """Old sentence of a pair → how many more sentences, old and new, tell the same; these are taken.

    A count is negative for sentences before the pair.
    """
    groups: dict[int, Pair] = {}
    for old, new in matching.pairs():
        if old not in likeness.old:
            continue
        one, other = likeness.old[old], likeness.new[new]
        more = _grow(new, one, one - other, likeness.new, matching.backward, likeness)
        less = 0 if more else _grow(old, other, other - one, likeness.old, matching.forward, likeness)
        if more or less:
            groups[old] = less, more
    return groups


def _grow(
    place: int,
    whole: frozenset[str],
    left: frozenset[str],
    sentences: dict[int, frozenset[str]],
    partners: list[int],
    likeness: Likeness,
) -> int:
    """Take free sentences behind *place*, else those before it, as long as *whole* and what is *left* of it hold them.

    How many were taken, negative for those before.
    """
    for step in (1, -1):
        count, beside = 0, place + step
        while abs(count) < MOST_PARTS - 1 and beside in sentences and partners[beside] == FREE:
            words = sentences[beside]
            if not _holds(whole, left, words, likeness):
                break
            partners[beside] = TAKEN
            left -= words
            count += step
            beside += step
        if count:
            return count
    return 0


def _holds(whole: frozenset[str], left: frozenset[str], words: frozenset[str], likeness: Likeness) -> bool:
    """Whether *words* may be a part of *whole*: much of them is *left*, or nearly all in it and some left."""
    mass, still = likeness.mass(words), likeness.mass(words & left)
    if still >= HELD * mass:
        return True
    return still >= HELD_AT_LEAST * mass and likeness.mass(words & whole) >= HELD_ALMOST * mass


def _part_unsure(old: Sequence[str], matching: Matching, likeness: Likeness, groups: dict[int, Pair]) -> frozenset[int]:
    """Free again what is out of order and may as well be something else; the old sentences that surely moved."""
    pairs = matching.pairs()
    in_order = chained(pairs, old)
    if len(in_order) == len(pairs):
        return frozenset()
    kept = set(in_order)
    out = [pair for pair in pairs if pair not in kept]
    moved: list[int] = []
    for start, end in pairwise([*runs_of(out), len(out)]):
        run = out[start:end]
        if _is_sure(run, old, likeness):
            moved.extend(place for place, _ in run)
            continue
        for pair in run:
            _release(pair, matching, groups.pop(pair[0], (0, 0)))
    return frozenset(moved)


def _is_sure(run: Sequence[Pair], old: Sequence[str], likeness: Likeness) -> bool:
    """Whether neighbours that are out of order have enough words in common to be the same ones."""
    alike = (place for place, there in run if place not in likeness.old or likeness.of(place, there) >= ALIKE_ELSEWHERE)
    return sum(old[place].count(" ") + 1 for place in alike) >= FEWEST_WORDS


def _release(pair: Pair, matching: Matching, group: Pair) -> None:
    """Free both sentences of a pair, and those that were taken with them."""
    for side, place, more in zip((matching.forward, matching.backward), pair, group, strict=True):
        for taken in _reach(place, more):
            side[taken] = FREE


def _reach(place: int, more: int) -> range:
    """*place* and *more* places behind it, or before it where *more* is negative."""
    return range(place + min(more, 0), place + max(more, 0) + 1)


def _match_in_place(gap: Gap, matching: Matching, likeness: Likeness) -> None:
    """Pair what is a little alike and stands between the same neighbours, in the same order, the likest first."""
    old = [place for place in gap.old if place in likeness.old]
    new = [place for place in gap.new if place in likeness.new]
    if not 0 < len(old) * len(new) <= MOST_IN_PLACE:
        return
    found = sorted((-likeness.of(one, other), one, other) for one in old for other in new)
    done: list[Pair] = []
    for alike, one, other in found:
        if -alike >= ALIKE_IN_PLACE and all((one < a and other < b) or (one > a and other > b) for a, b in done):
            matching.pair(one, other)
            done.append((one, other))


def _aligned(pair: Pair, groups: dict[int, Pair], moved: frozenset[int]) -> Aligned:
    old, new = pair
    if old not in groups:
        return Aligned(range(old, old + 1), range(new, new + 1), old in moved)
    less, more = groups[old]
    return Aligned(_reach(old, less), _reach(new, more), old in moved)
