"""How far the passages of a text can be trusted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from reportdiff.model.text import Grade, Reliability, Span


class Grades:
    """The passages of a text that are not simply clean."""

    def __init__(self, passages: Iterable[Reliability]) -> None:
        told = sorted(passages, key=lambda passage: passage.start)
        worst_first = [(grade, [p for p in told if p.grade is grade]) for grade in (Grade.SUSPECT, Grade.REPAIRED)]
        self._passages = [(grade, _Passages(of_grade)) for grade, of_grade in worst_first if of_grade]

    def worst(self, span: Span) -> Grade:
        """The worst grade of the passages that *span* touches."""
        for grade, passages in self._passages:
            if passages.touch(span):
                return grade
        return Grade.CLEAN


class _Passages:
    """Passages of one grade, joined where they overlap."""

    def __init__(self, passages: Iterable[Reliability]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for passage in passages:
            if self._ends and passage.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], passage.end)
            else:
                self._starts.append(passage.start)
                self._ends.append(passage.end)

    def touch(self, span: Span) -> bool:
        """True where a passage shares a character with *span*."""
        last = bisect_left(self._starts, span.end) - 1
        return last >= 0 and span.start < self._ends[last]
