"""Two columns that were interleaved line by line, parted again by the continuity of their lines.

Such a text comes from a page whose lines were written out by their height. A line's successor in its own column is
then the next line but one, unless the other column has a gap there: the assignment of lines to columns is searched
for in which all lines go on best and every gap stands where gaps are common.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.sources.continuity import Trait, gap_score, join_score

_BEAM = 32
_LEFT_FIRST = 1.5
_LATE_START = -4.0
_SMALL_START = -1.5

Key = tuple[int, int, int]
"""(track of the last line, last line of the other track or -1, first line of the second track or -1)."""


class Parting(NamedTuple):
    """Which lines of a page stand in the left and in the right column, in order.

    ``evidence`` is the logarithm of how much better two columns explain the lines than one.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    evidence: float


def part_columns(traits: Sequence[Trait], known: frozenset[object], before: Trait | None) -> Parting | None:
    """The best parting of a page's lines into two columns; None for a page too short to tell.

    *before* is the last line of the page before, which the left column may go on with.
    """
    if len(traits) < 4:
        return None
    steps = _search(traits, known)
    single = steps[-1][(0, -1, -1)][0]
    best: tuple[float, Key, bool] | None = None
    for key, (score, _) in steps[-1].items():
        if key[2] >= 0:
            total, first_left = _with_turn(traits, known, key, before)
            if best is None or score + total > best[0]:
                best = (score + total, key, first_left)
    if best is None:
        return None
    first, second = _tracks(steps, best[1], len(traits))
    left, right = (first, second) if best[2] else (second, first)
    return Parting(left, right, best[0] - single)


def _search(traits: Sequence[Trait], known: frozenset[object]) -> list[dict[Key, tuple[float, Key | None]]]:
    """For each line the best scores of the states it can leave, with the state before.

    One loop over lines and states without calls of its own: it is the cost of the whole parting.
    """
    alone: Key = (0, -1, -1)
    states: dict[Key, tuple[float, Key | None]] = {alone: (0.0, None)}
    steps = [states]
    for index in range(1, len(traits)):
        last, line = traits[index - 1], traits[index]
        onward = join_score(last, line, known)
        start = (0.0 if index == 1 else _LATE_START) + (0.0 if line.big else _SMALL_START)
        fresh: dict[Key, tuple[float, Key | None]] = {}
        back: dict[int, float] = {}
        for key, (score, _) in states.items():
            track, other, first = key
            stay = score + onward
            turned: Key
            if other >= 0:
                trait = traits[other]
                rows = last.row - trait.row
                waited = gap_score(trait, rows)
                stay += gap_score(trait, line.row - trait.row) - waited
                if other not in back:
                    late = -3.0 if rows >= 1.75 and trait.ended and not line.big else 0.0
                    back[other] = join_score(trait, line, known) + late
                turned, switch = (1 - track, index - 1, first), score + back[other]
            else:
                turned, switch = (1, index - 1, index), score + start
            if key not in fresh or stay > fresh[key][0]:
                fresh[key] = (stay, key)
            if turned not in fresh or switch > fresh[turned][0]:
                fresh[turned] = (switch, key)
        best = sorted(fresh.items(), key=lambda item: -item[1][0])[:_BEAM]
        states = dict(best)
        states[alone] = fresh[alone]
        steps.append(states)
    return steps


def _with_turn(traits: Sequence[Trait], known: frozenset[object], key: Key, before: Trait | None) -> tuple[float, bool]:
    """How well the columns follow each other and the page before, and whether the first track is the left one."""
    track, other, start = key
    end = len(traits) - 1
    ends = (end, other) if track == 0 else (other, end)
    straight = _LEFT_FIRST + join_score(traits[ends[0]], traits[start], known)
    turned = join_score(traits[ends[1]], traits[0], known)
    if before is not None:
        straight += join_score(before, traits[0], known)
        turned += join_score(before, traits[start], known)
    return max(straight, turned), straight >= turned


def _tracks(
    steps: Sequence[dict[Key, tuple[float, Key | None]]], key: Key, count: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    tracks: tuple[list[int], list[int]] = ([], [])
    at: Key | None = key
    for index in range(count - 1, -1, -1):
        if at is not None:
            tracks[at[0]].append(index)
            at = steps[index][at][1]
    return tuple(reversed(tracks[0])), tuple(reversed(tracks[1]))
