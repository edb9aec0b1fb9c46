"""A figure under way: what stands beside its number is added as it is read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportdiff.grammar.numbers import ONE, Number
from reportdiff.model.quantity import Comparator


@dataclass(slots=True)
class Figure:
    """A number, its unit, its hedge and its quote; positions are in the whole text.

    ``start`` and ``end`` enclose the number with its sign of money, unit and denominator, ``quote_start`` and
    ``quote_end`` the hedge and the counted noun too. ``amount`` is what the words mean, ``upper`` the other end of a
    range. ``bundled``: the multiplier that the word for the unit bears ("cents", "mb/d"). ``money_sign``: a sign of
    money stands before it; ``money_named``: ``unit`` is the name of a money, and ``nationality`` the adjective in
    front of it. ``change_behind``: the amount is itself a rise or fall, told behind it (True) or before it (False);
    None for a level. ``scored``: it is the first side of a vote or a change before its level, and no end of a range.
    ``partner``: the index of the other figure of "from A to B".
    """

    number: Number
    start: int
    end: int
    quote_start: int
    quote_end: int
    amount: Decimal
    unit: str | None = None
    per: str | None = None
    comparator: Comparator | None = None
    upper: Decimal | None = None
    bundled: Decimal = ONE
    counted: str | None = None
    nationality: str | None = None
    negative: bool = False
    scored: bool = False
    money_sign: bool = False
    money_named: bool = False
    change_behind: bool | None = None
    partner: int | None = None

    @property
    def bare(self) -> bool:
        """No unit and no counted noun stands beside it."""
        return self.unit is None and self.counted is None

    @property
    def moved(self) -> bool:
        """The amount is itself a rise or a fall, no level."""
        return self.change_behind is not None

    def multiply(self, scale: Decimal) -> None:
        """Put the figure under a multiplier that is said elsewhere: with a neighbour, or in the head of a column."""
        self.number = self.number.scaled(scale)
        self.amount *= scale

    def bundle(self, scale: Decimal) -> None:
        """Put the figure under the multiplier that the word for its unit bears."""
        self.multiply(scale)
        self.bundled = scale


def new_figure(number: Number) -> Figure:
    """The figure of *number* alone."""
    start, end = number.start, number.end
    return Figure(number, start, end, quote_start=start, quote_end=end, amount=number.amount)
