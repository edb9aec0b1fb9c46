"""Two columns that were interleaved line by line, parted again by the continuity of their lines.

Such a text comes from a page whose lines were written out by their height: row by row, the left column's line before
the right one's, and one alone where the other column has a gap. The rows are searched for in which the lines of both
columns go on best and every gap stands where gaps are common.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.sources.continuity import Trait, gap_scores, join_score

_BEAM = 10
_LEFT, _RIGHT = 0, 1
_LATE_START = (0.0, -2.0, -2.5, -3.0, -3.5, -4.0)
_SMALL_START = -1.5
_MOST_ROWS = 5
_BESIDE_CELL = -0.3
_BESIDE = -1.5

State = tuple[int, int, int]
"""(column of the last line, last line of the other column or -1, rows that the other column has been absent)."""

Step = dict[State, tuple[float, State | None]]
"""The best score of each state after a line, and the state before it."""


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
    best: Parting | None = None
    single = sum(join_score(line, following, known) for line, following in zip(traits, traits[1:], strict=False))
    for state, (score, _) in steps[-1].items():
        left, right = _columns(steps, state, len(traits))
        if left and right:
            total = score + join_score(traits[left[-1]], traits[right[0]], known)
            total += join_score(before, traits[left[0]], known) if before is not None else 0.0
            if best is None or total - single > best.evidence:
                best = Parting(left, right, total - single)
    return best


def _search(traits: Sequence[Trait], known: frozenset[object]) -> list[Step]:
    """For each line the best scores of the states it can leave.

    One loop over lines and states with little calling: it is the cost of the whole parting.
    """
    step: Step = {(_LEFT, -1, 0): (0.0, None), (_RIGHT, -1, 1): (-1.0, None)}
    steps = [step]
    gaps = [gap_scores(trait) for trait in traits]
    for index in range(1, len(traits)):
        at = index - 1
        last, line = traits[at], traits[index]
        own = gaps[at]
        onward = join_score(last, line, known)
        next_row = onward + own[line.big][0]
        next_but_one = onward + own[line.big][1] if last.ended else None
        beside = _beside(last, line, onward)
        fresh: Step = {}
        joins: dict[int, float] = {}
        for state, (score, _) in step.items():
            column, other, absent = state
            if other < 0:
                small = big = waits = _LATE_START
                join = 0.0 if line.big else _SMALL_START
            else:
                small, big, waits = gaps[other]
                if other not in joins:
                    joins[other] = join_score(traits[other], line, known)
                join = joins[other]
            resumed = big if line.big else small
            base = score - waits[absent]
            longer = absent + 1 if absent < _MOST_ROWS else absent
            moves = [((column, other, longer), base + next_row + waits[longer])]
            if next_but_one is not None:
                longest = min(absent + 2, _MOST_ROWS)
                moves.append(((column, other, longest), base + next_but_one + waits[longest]))
            if beside is not None:
                moves.append(((column, other, absent), score + beside))
            if column == _LEFT:
                moves.append(((_RIGHT, at, 0), base + join + resumed[absent]))
                moves.append(((_RIGHT, at, 1), base + join + resumed[longer] + own[2][1]))
            else:
                moves.append(((_LEFT, at, 0), base + join + resumed[absent]))
                if last.ended:
                    moves.append(((_LEFT, at, 1), base + join + resumed[longer] + own[2][1]))
                if other >= 0 and absent == 0 and traits[other].part:
                    moves.append(((_LEFT, at, 0), base + join + _BESIDE))
            for moved, total in moves:
                if moved not in fresh or total > fresh[moved][0]:
                    fresh[moved] = (total, state)
        step = dict(sorted(fresh.items(), key=lambda item: -item[1][0])[:_BEAM])
        steps.append(step)
    return steps


def _beside(last: Trait, line: Trait, onward: float) -> float | None:
    """The score of *line* standing in one row and one column with *last*, as the cells of a table do; None if it cannot."""
    if not last.part or last.width + line.width > 1.1:
        return None
    return onward + (0.0 if last.cut else _BESIDE_CELL if last.tiny else _BESIDE)


def _columns(steps: Sequence[Step], state: State, count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    columns: tuple[list[int], list[int]] = ([], [])
    at: State | None = state
    for index in range(count - 1, -1, -1):
        if at is not None:
            columns[at[0]].append(index)
            at = steps[index][at][1]
    return tuple(reversed(columns[0])), tuple(reversed(columns[1]))
