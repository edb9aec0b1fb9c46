"""Two columns that were interleaved line by line, parted again by the continuity of their lines.

Such a text comes from a page whose lines were written out by their height: row by row, the left column's line before
the right one's, and one alone where the other column has a gap. The rows are searched for in which the lines of both
columns go on best and every gap stands where gaps are common.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from reportdiff.sources.plain.continuity import Gaps, Trait, beside_score, gap_scores, join_score

_BEAM = 10
_LEFT, _RIGHT = 0, 1
_LATE_START = (0.0, -2.2, -2.5, -2.9, -3.2, -3.5)
_NOT_BEGUN: Gaps = (_LATE_START, _LATE_START, _LATE_START)
_SMALL_START = -1.2
_TOP = 2
_NEW_PARAGRAPH = 0.5
_MOST_FOR_A_TURN = 1.5
_RIGHT_FIRST = -3.0
_MOST_ROWS = 5
_BESIDE_CELL = 0.7
_BESIDE = -3.9
_BESIDE_CUT = 3.7
_ENDED_EARLY = 0.45
"""The part of the cost of a gap that a column gets back which has no more lines on the page."""

State = tuple[int, int, int, int]
"""(column of the last line, last line of the other column or -1, rows that one has been absent, first right line)."""

Step = dict[State, tuple[float, State | None]]
"""The best score of each state after a line, and the state before it."""

_Move = tuple[float, State, State]
"""(score, state that it leads to, state that it comes from)"""

_SCORE = itemgetter(0)


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
    single = sum(join_score(line, following, known) for line, following in pairwise(traits))
    for state, (score, _) in steps[-1].items():
        left, right = _columns(steps, state, len(traits))
        if left and right:
            total = score - single + _turn_score(traits[left[-1]], traits[right[0]], known)
            total -= _ENDED_EARLY * gap_scores(traits[state[1]])[2][state[2]]
            total += _turn_score(before, traits[left[0]], known) if before is not None else 0.0
            if best is None or total > best.evidence:
                best = Parting(left, right, total)
    return best


def _turn_score(last: Trait, first: Trait, known: frozenset[object]) -> float:
    """How well a column goes on at the top of the next one; a new paragraph there is common, and tells little."""
    if last.ended and first.big:
        return _NEW_PARAGRAPH
    return min(join_score(last, first, known), _MOST_FOR_A_TURN)


class _Turn(NamedTuple):
    """What all states share when the next line comes: *at* is the last line, the scores are for going on behind it."""

    at: int
    big: bool
    next_row: float
    next_but_one: float | None
    beside: float | None
    missing: float


def _search(traits: Sequence[Trait], known: frozenset[object]) -> list[Step]:
    """For each line the best scores of the states it can leave; a few states are kept for each."""
    step: Step = {(_LEFT, -1, 0, -1): (0.0, None), (_RIGHT, -1, 1, 0): (_RIGHT_FIRST, None)}
    steps = [step]
    gaps = [gap_scores(trait) for trait in traits]
    for index in range(1, len(traits)):
        line = traits[index]
        turn = _turn(traits[index - 1], line, index - 1, known)
        joins: dict[int, float] = {-1: 0.0 if line.big or index <= _TOP else _SMALL_START}
        moves: list[_Move] = []
        for state, (score, _) in step.items():
            other = state[1]
            if other not in joins:
                joins[other] = join_score(traits[other], line, known)
            wait = gaps[other] if other >= 0 else _NOT_BEGUN
            shared = None
            if other >= 0 and not state[2] and state[0] == _RIGHT and traits[other].part:
                shared = beside_score(traits[other], line, known) + _BESIDE
            moves += _moves(state, score, turn, joins[other], wait, shared)
        step = _best(moves)
        steps.append(step)
    return steps


def _best(moves: list[_Move]) -> Step:
    """The states that the best of *moves* lead to, best first, each by its best one."""
    step: Step = {}
    for score, moved, state in sorted(moves, key=_SCORE, reverse=True):
        if moved not in step:
            step[moved] = (score, state)
            if len(step) == _BEAM:
                break
    return step


def _turn(last: Trait, line: Trait, at: int, known: frozenset[object]) -> _Turn:
    onward = join_score(last, line, known)
    own = gap_scores(last)
    behind = own[line.big]
    return _Turn(
        at=at,
        big=line.big,
        next_row=onward + behind[0],
        next_but_one=onward + behind[1] if last.ended else None,
        beside=_beside(last, line, known),
        missing=own[2][1],
    )


def _moves(state: State, score: float, turn: _Turn, join: float, gaps: Gaps, shared: float | None) -> list[_Move]:
    """What the next line can do from *state*, which has the *score*.

    *join*, *gaps* and *shared* are those of the last line of the other column: how well the next line goes on there,
    what its absence costs, and how well the next line goes on in the very row of that line, if it can.
    """
    column, other, absent, first = state
    waits = gaps[2]
    resumed = gaps[turn.big]
    here = waits[absent]
    longer = absent + 1 if absent < _MOST_ROWS else absent
    crossed = 1 - column
    begun = turn.at + 1 if first < 0 else first
    moves = [
        (score + (turn.next_row + waits[longer] - here), (column, other, longer, first), state),
        (score + (join + resumed[absent] - here), (crossed, turn.at, 0, begun), state),
    ]
    if turn.next_but_one is not None:
        longest = min(absent + 2, _MOST_ROWS)
        moves.append((score + (turn.next_but_one + waits[longest] - here), (column, other, longest, first), state))
    if turn.beside is not None:
        moves.append((score + turn.beside, (column, other, absent, first), state))
    if column == _LEFT or turn.next_but_one is not None:
        # The right column begins a row of its own, or a blank row stands before the left one's.
        gain = join + resumed[longer] - here + turn.missing
        moves.append((score + gain, (crossed, turn.at, 1, begun), state))
    if shared is not None:
        moves.append((score + (shared - here), (_LEFT, turn.at, 0, first), state))
    return moves


def _beside(last: Trait, line: Trait, known: frozenset[object]) -> float | None:
    """The score of *line* in one row and one column with *last*, as the cells of a table are; None if it cannot be."""
    if line.cut:
        return beside_score(last, line, known) + _BESIDE_CUT
    if not last.part or last.width + line.width > 1.1:
        return None
    return beside_score(last, line, known) + (0.0 if last.cut else _BESIDE_CELL if last.tiny else _BESIDE)


def _columns(steps: Sequence[Step], state: State, count: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    columns: tuple[list[int], list[int]] = ([], [])
    at: State | None = state
    for index in range(count - 1, -1, -1):
        if at is not None:
            columns[at[0]].append(index)
            at = steps[index][at][1]
    return tuple(reversed(columns[0])), tuple(reversed(columns[1]))
