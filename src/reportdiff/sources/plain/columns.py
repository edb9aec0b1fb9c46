"""Two columns that were interleaved line by line, parted again by the continuity of their lines.

Such a text comes from a page whose lines were written out by their height: row by row, the left column's line before
the right one's, and one alone where the other column has a gap. The rows are searched for in which the lines of both
columns go on best and every gap stands where gaps are common.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    onward = [join_score(line, following, known) for line, following in pairwise(traits)]
    single = sum(onward)
    steps = _search(traits, onward, known)
    best: tuple[float, State] | None = None
    for state, (score, _) in steps[-1].items():
        column, other, absent, right_top = state
        left_end = other if column == _RIGHT else len(traits) - 1
        if other >= 0:
            total = score - single + _turn_score(traits[left_end], traits[right_top], known)
            total -= _ENDED_EARLY * gap_scores(traits[other])[2][absent]
            if before is not None:
                total += _turn_score(before, traits[_left_top(steps, state)], known)
            if best is None or total > best[0]:
                best = total, state
    return None if best is None else Parting(*_columns(steps, best[1]), best[0])


def _turn_score(last: Trait, first: Trait, known: frozenset[object]) -> float:
    """How well a column goes on at the top of the next one; a new paragraph there is common, and tells little."""
    if last.ended and first.big:
        return _NEW_PARAGRAPH
    return min(join_score(last, first, known), _MOST_FOR_A_TURN)


class _Turn(NamedTuple):
    """What all states share when the next line comes: *at* is the last line, the scores are for going on behind it."""

    at: int
    next_row: float
    next_but_one: float | None
    beside: float | None
    missing: float


_Other = tuple[float, tuple[float, ...], tuple[float, ...], float | None]
"""What all states share that have the same last line in the other column, when the next line comes.

(how well the next line goes on there, what it costs by the rows of absence if it does, and if it does not, how well it
goes on in the very row of that line, if it can)
"""


def _search(traits: Sequence[Trait], onward: Sequence[float], known: frozenset[object]) -> list[Step]:
    """For each line the best scores of the states it can leave; a few states are kept for each.

    *onward* is how well each line goes on in the one behind it.
    """
    step: Step = {(_LEFT, -1, 0, -1): (0.0, None), (_RIGHT, -1, 1, 0): (_RIGHT_FIRST, None)}
    steps = [step]
    gaps = [gap_scores(trait) for trait in traits]
    for index in range(1, len(traits)):
        line = traits[index]
        turn = _turn(traits[index - 1], index - 1, onward[index - 1], gaps[index - 1], line, known)
        begins = 0.0 if line.big or index <= _TOP else _SMALL_START
        others: dict[int, _Other] = {-1: (begins, _NOT_BEGUN[line.big], _NOT_BEGUN[2], None)}
        for _, at, _, _ in step:
            if at not in others:
                others[at] = _other(traits[at], line, gaps[at], known)
        step = _best(_moves(step, turn, others))
        steps.append(step)
    return steps


def _turn(last: Trait, at: int, onward: float, gaps: Gaps, line: Trait, known: frozenset[object]) -> _Turn:
    behind = gaps[line.big]
    return _Turn(
        at=at,
        next_row=onward + behind[0],
        next_but_one=onward + behind[1] if last.ended else None,
        beside=_beside(last, line, known),
        missing=gaps[2][1],
    )


def _other(other: Trait, line: Trait, gaps: Gaps, known: frozenset[object]) -> _Other:
    shared = beside_score(other, line, known) + _BESIDE if other.part else None
    return join_score(other, line, known), gaps[line.big], gaps[2], shared


def _moves(step: Step, turn: _Turn, others: Mapping[int, _Other]) -> list[_Move]:
    """What the next line can do from each state of *step*; *others* are the last lines of the column it left."""
    at, next_row, next_but_one, beside, missing = turn
    moves: list[_Move] = []
    for state, (score, _) in step.items():
        column, other, absent, first = state
        join, resumed, waits, shared = others[other]
        here = waits[absent]
        longer = absent + 1 if absent < _MOST_ROWS else absent
        crossed = 1 - column
        begun = at + 1 if first < 0 else first
        moves.append((score + (next_row + waits[longer] - here), (column, other, longer, first), state))
        moves.append((score + (join + resumed[absent] - here), (crossed, at, 0, begun), state))
        if next_but_one is not None:
            longest = min(absent + 2, _MOST_ROWS)
            moves.append((score + (next_but_one + waits[longest] - here), (column, other, longest, first), state))
        if beside is not None:
            moves.append((score + beside, (column, other, absent, first), state))
        if column == _LEFT or next_but_one is not None:
            # The right column begins a row of its own, or a blank row stands before the left one's.
            moves.append((score + (join + resumed[longer] - here + missing), (crossed, at, 1, begun), state))
        if shared is not None and column == _RIGHT and not absent:
            moves.append((score + (shared - here), (_LEFT, at, 0, first), state))
    return moves


def _best(moves: list[_Move]) -> Step:
    """The states that the best of *moves* lead to, best first, each by its best one."""
    moves.sort(key=_SCORE, reverse=True)
    step: Step = {}
    for score, moved, state in moves:
        if moved not in step:
            step[moved] = (score, state)
            if len(step) == _BEAM:
                break
    return step


def _beside(last: Trait, line: Trait, known: frozenset[object]) -> float | None:
    """The score of *line* in one row and one column with *last*, as the cells of a table are; None if it cannot be."""
    if line.cut:
        return beside_score(last, line, known) + _BESIDE_CUT
    if not last.part or last.width + line.width > 1.1:
        return None
    return beside_score(last, line, known) + (0.0 if last.cut else _BESIDE_CELL if last.tiny else _BESIDE)


def _left_top(steps: Sequence[Step], state: State) -> int:
    """The first line of the left column; a right column that does not begin the page leaves that to the left one."""
    return 0 if state[3] else _columns(steps, state)[0][0]


def _columns(steps: Sequence[Step], state: State) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The lines of the left and of the right column on the way to the last *state*."""
    columns: tuple[list[int], list[int]] = ([], [])
    at: State | None = state
    for index in range(len(steps) - 1, -1, -1):
        if at is not None:
            columns[at[0]].append(index)
            at = steps[index][at][1]
    return tuple(reversed(columns[0])), tuple(reversed(columns[1]))
