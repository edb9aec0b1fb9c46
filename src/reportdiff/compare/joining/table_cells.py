"""Joins the figures of two texts' tables: first table to table, then row to row, then cell to cell of one time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from reportdiff.compare.reading.decisions import are_apart
from reportdiff.compare.reading.tables import Label, Slot, Table, numbers_of, tables_of
from reportdiff.compare.reading.telling import Free, Telling, is_same_amount
from reportdiff.compare.reading.words import SILENT, stem_of
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity

COMMON = 20
"""A label that more tables of one text have, or an amount that more rows print, brings no two of them together."""

LEAST_EQUAL, LEAST_DIGITS = 2, 6
"""So many amounts, different ones of so many digits together, prove two rows or tables that print them to be one."""

CLOSE = 10
"""Amounts lie close when they differ by less than the larger one divided by this."""

LEAST_SHARED, LEAST_CLOSE = 3, 6
"""So many shared cells must differ to show two tables to be two, and so many lie close to show them to be one."""

LEAP = 2
"""From one time to the next few figures of a table grow or shrink by more than this factor."""

Line = dict[Slot, int]
"""The figures of one row or column by time."""


class Shared(NamedTuple):
    """The cells of one label and time that two tables share: how many, which print one amount, how many lie close."""

    cells: int
    equal: list[Claim]
    close: int

    def are_proof(self, *, least_share: int = 2) -> bool:
        """True when enough is printed alike, and of all cells one in *least_share*."""
        amounts = {claim.value.amount.normalize() for claim in self.equal if isinstance(claim.value, Quantity)}
        digits = sum(len(amount.as_tuple().digits) for amount in amounts)
        return len(self.equal) >= LEAST_EQUAL and digits >= LEAST_DIGITS and len(self.equal) * least_share >= self.cells

    def are_close(self) -> bool:
        """True when three quarters of the cells lie close."""
        return self.close * 4 >= self.cells * 3


class TableMatch:
    """Which tables of two texts are one, and which of their figures tell of one row or column and one time.

    Two tables are one when most of what both hold is printed alike, or when it lies close under like captions. What
    one of them holds besides is of rows and times that the other lacks.
    """

    def __init__(self, old: Telling, new: Telling) -> None:
        self._claims = old.claims, new.claims
        self._tables = tables_of(old), tables_of(new)
        self._tellings = old, new
        self._apart: dict[tuple[int, int], bool] = {}

    @cached_property
    def _numbers(self) -> tuple[dict[int, int], dict[int, int]]:
        return numbers_of(self._tellings[0]), numbers_of(self._tellings[1])

    @cached_property
    def joined(self) -> list[tuple[Table, Table]]:
        """The pairs of tables that are one, each in one pair; none where another table is as likely."""
        ranked = sorted(self._candidates(), reverse=True)
        strengths: dict[tuple[int, int], list[int]] = {}
        for strength, row, column in ranked:
            strengths.setdefault((0, row), []).append(strength)
            strengths.setdefault((1, column), []).append(strength)
        return [
            (self._tables[0][row], self._tables[1][column])
            for strength, row, column in ranked
            if all(strength > max(strengths[key][1:], default=0) for key in ((0, row), (1, column)))
        ]

    def pairs(self, free: Free) -> Iterator[tuple[int, int]]:
        """The *free* old and new figures of one cell, by index."""
        for one, other in self.joined:
            for was, now in self._lines(one, other):
                for row, column in _cells_or_last(one.lines[was], other.lines[now]):
                    apart = are_apart(self._claims[0][row], self._claims[1][column])
                    if row in free[0] and column in free[1] and not apart:
                        yield row, column

    def outside(self, free: Free) -> Free:
        """The *free* figures of both texts that do not stand in a table that both have."""
        if not self.joined:
            return free
        olds = {index for table, _ in self.joined for index in table.cells}
        news = {index for _, table in self.joined for index in table.cells}
        return free[0] - olds, free[1] - news

    def tell_apart(self, row: int, column: int) -> bool:
        """True for an old and a new figure, by index, that stand in tables of different contents."""
        if not all(self._tables):
            return False
        one, other = self._numbers[0].get(row), self._numbers[1].get(column)
        if one is None or other is None:
            return False
        if (one, other) not in self._apart:
            self._apart[one, other] = self._differ(self._tables[0][one], self._tables[1][other])
        return self._apart[one, other]

    def _candidates(self) -> Iterator[tuple[int, int, int]]:
        """How sure two tables are one, with the numbers of both, for those that may be."""
        holders: dict[Label, list[int]] = {}
        for number, table in enumerate(self._tables[1]):
            for label in table.lines:
                holders.setdefault(label, []).append(number)
        for row, table in enumerate(self._tables[0]):
            near = {n for label in table.lines for n in holders.get(label, ()) if len(holders[label]) <= COMMON}
            for column in sorted(near):
                if strength := self._strength(table, self._tables[1][column]):
                    yield strength, row, column

    def _strength(self, one: Table, other: Table) -> int:
        """How sure two tables are one, 0 for too little."""
        shared = self._shared(one, other)
        if shared.are_proof():
            return 2 * len(shared.equal) + (one.caption == other.caption)
        rows = len(one.lines.keys() & other.lines.keys())
        if rows < LEAST_EQUAL or rows * 2 <= min(len(one.lines), len(other.lines)) or not shared.are_close():
            return 0
        captioned = bool(one.caption) and one.caption == other.caption
        close = shared.cells >= LEAST_CLOSE and not _are_other(one.caption, other.caption)
        return 1 + len(shared.equal) if captioned or close else 0

    def _differ(self, one: Table, other: Table) -> bool:
        """True when captions name other contents, or cells of one time hardly agree, or most leap from time to time."""
        shared = self._shared(one, other, dated=True)
        if shared.are_proof(least_share=4):
            return False
        if _are_other(one.caption, other.caption):
            return True
        if shared.cells:
            return shared.cells >= LEAST_SHARED and not shared.are_close()
        leaps = [
            _is_leap(*self._pair(*pair))
            for label, line in one.lines.items()
            for pair in _neighbours(line, other.lines.get(label, {}))
        ]
        return sum(leaps) * 2 > len(leaps)

    def _shared(self, one: Table, other: Table, *, dated: bool = False) -> Shared:
        cells = [
            self._pair(row, column)
            for label, line in one.lines.items()
            for row, column in _cells(line, other.lines.get(label, {}), dated=dated)
        ]
        equal = [was for was, now in cells if is_same_amount(was, now)]
        return Shared(len(cells), equal, sum(_are_close(was, now) for was, now in cells))

    def _pair(self, row: int, column: int) -> tuple[Claim, Claim]:
        return self._claims[0][row], self._claims[1][column]

    def _lines(self, one: Table, other: Table) -> Iterator[tuple[Label, Label]]:
        """The rows or columns that both tables have: those of one label, and those whose label alone changed."""
        yield from ((label, label) for label in one.lines if label in other.lines)
        renamed = list(dict.fromkeys(self._renamed(one, other)))
        times = Counter(was for was, _ in renamed), Counter(now for _, now in renamed)
        yield from ((was, now) for was, now in renamed if times[0][was] == times[1][now] == 1)

    def _renamed(self, one: Table, other: Table) -> Iterator[tuple[Label, Label]]:
        """The labels that changed, with those that they became.

        All lines of a row whose name changed prove it together, and the name changes for all of them.
        """
        lone = [label for label in one.lines if label not in other.lines]
        names: dict[tuple[str, str], list[tuple[Label, Label]]] = {}
        for was, now in dict.fromkeys(self._maybe_renamed(one, other)):
            if was[1:] == now[1:]:
                names.setdefault(_changed_part(was[0], now[0]), []).append((was, now))
        for name, pairs in names.items():
            if not self._is_renamed(one, other, pairs):
                continue
            for label in lone:
                new = _with_part(label, name)
                if new in other.lines and new not in one.lines:
                    yield label, new

    def _maybe_renamed(self, one: Table, other: Table) -> Iterator[tuple[Label, Label]]:
        """Labels that only one of the tables has, with those only the other has over an equal amount at one time."""
        holders: dict[object, list[Label]] = {}
        for label in (label for label in other.lines if label not in one.lines):
            for slot, column in other.lines[label].items():
                holders.setdefault((slot, _amount(self._claims[1][column])), []).append(label)
        for label in (label for label in one.lines if label not in other.lines):
            cells = ((slot, _amount(self._claims[0][row])) for slot, row in one.lines[label].items())
            found = (known for cell in cells if len(known := holders.get(cell, [])) <= COMMON)
            yield from ((label, now) for now in dict.fromkeys(now for known in found for now in known))

    def _is_renamed(self, one: Table, other: Table, pairs: list[tuple[Label, Label]]) -> bool:
        """True for lines of one unit with mostly the same amounts; where these are few, the names must be alike."""
        cells = [self._pair(*pair) for was, now in pairs for pair in _cells(one.lines[was], other.lines[now])]
        equal = [old for old, new in cells if is_same_amount(old, new)]
        shared = Shared(len(cells), equal, len(equal))
        named = any(_are_alike(was[0], now[0]) for was, now in pairs)
        return shared.are_proof() or (bool(equal) and len(equal) * 2 >= len(cells) and named)


def _changed_part(was: str, now: str) -> tuple[str, str]:
    """Two names without the words at their ends that are the same: of a row and a column the row's."""
    one, other = was.split("-"), now.split("-")
    while len(one) > 1 and len(other) > 1 and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return "-".join(one), "-".join(other)


def _with_part(label: Label, changed: tuple[str, str]) -> Label | None:
    """*label* with the new name in place of the old one; None where it bears another."""
    was, now = changed
    if label[0] != was and not label[0].startswith(f"{was}-"):
        return None
    return (now + label[0][len(was) :], *label[1:])


def _amount(claim: Claim) -> Decimal | None:
    return claim.value.amount if isinstance(claim.value, Quantity) else None


def _cells(one: Line, other: Line, *, dated: bool = False) -> list[tuple[int, int]]:
    """The figures of one time, those alone of a stated time where *dated*."""
    return [(index, other[slot]) for slot, index in one.items() if slot in other and not (dated and slot is None)]


def _cells_or_last(one: Line, other: Line) -> list[tuple[int, int]]:
    """The figures of one time; where two lines have no time in common, the last of each stand for their lines."""
    return _cells(one, other) or [(list(one.values())[-1], list(other.values())[-1])]


def _neighbours(one: Line, other: Line) -> list[tuple[int, int]]:
    """The two dated figures next to each other in time, of two lines of which one ends before the other begins."""
    times = [sorted(slot for slot in line if slot is not None) for line in (one, other)]
    if not all(times):
        return []
    if times[0][-1] < times[1][0]:
        return [(one[times[0][-1]], other[times[1][0]])]
    return [(one[times[0][0]], other[times[1][-1]])] if times[1][-1] < times[0][0] else []


def _is_leap(was: Claim, now: Claim) -> bool:
    if not isinstance(was.value, Quantity) or not isinstance(now.value, Quantity):
        return True
    one, other = sorted((abs(was.value.amount), abs(now.value.amount)))
    return other > one * LEAP


def _are_close(was: Claim, now: Claim) -> bool:
    if not isinstance(was.value, Quantity) or not isinstance(now.value, Quantity):
        return False
    one, other = was.value.amount, now.value.amount
    return abs(one - other) * CLOSE <= max(abs(one), abs(other))


def _are_other(one: frozenset[str], other: frozenset[str]) -> bool:
    """True for two captions that share less than two thirds of the shorter one."""
    return bool(one) and bool(other) and len(one & other) * 3 < 2 * min(len(one), len(other))


def _are_alike(one: str, other: str) -> bool:
    """True when the words of one name are all in the other."""
    first, second = ({stem_of(word) for word in name.split("-") if word not in SILENT} for name in (one, other))
    return bool(first) and bool(second) and (first <= second or second <= first)
