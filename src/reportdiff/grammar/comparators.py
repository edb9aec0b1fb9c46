"""Hedges around a figure, and the interval that a hedged figure can mean."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.grammar.numbers import ONE
from reportdiff.grammar.wordlists import any_of, word_before, word_list
from reportdiff.model.quantity import Comparator
from reportdiff.vocabulary.tables import load_table

_HALF = Decimal("0.5")
_FINEST = Decimal("0.0001")
_MOST_PLACES = 12
"""No figure is printed with more places behind the point: they are left by a division."""
Interval = tuple[Decimal | None, Decimal | None]
_BEFORE = {phrase: Comparator(kind) for kind, phrases in load_table("grammar")["hedges"].items() for phrase in phrases}
_FILLERS = "a |an |the |another |an additional |additional |a total of |a combined |a further |as |[“\"‘'(]"
_HEDGE_BEFORE = re.compile(rf"(?<![A-Za-z])({any_of(_BEFORE)}),? ?(?:{_FILLERS}){{0,2}}$", re.IGNORECASE)
_REACH = 44
_AMOUNT_BEFORE = re.compile(r"[0-9](?P<share>%| percent| per cent| percentage points?)?(?: [a-z]+)? $")
_AMOUNT_REACH = 40
_LAST_WORDS = frozenset(phrase.split()[-1].rstrip(".") for phrase in _BEFORE) | frozenset(
    "a an the another additional of combined further as".split()
)
_SIGNS = {
    "<": Comparator.LESS_THAN,
    ">": Comparator.MORE_THAN,
    "≤": Comparator.AT_MOST,
    "≥": Comparator.AT_LEAST,
    "~": Comparator.APPROXIMATELY,
    "≈": Comparator.APPROXIMATELY,
}
_HEDGE_BEHIND = re.compile(
    rf",? (?:or|and) (?P<more>{any_of(word_list('hedges-behind', 'more'))})\b(?! than| the\b|-)"
    rf"|,? (?:or|and) (?P<less>{any_of(word_list('hedges-behind', 'less'))})\b(?! than|-)"
    r"|(?P<plus>\+|-plus)(?![0-9A-Za-z])|,? (?P<least>at least|at a minimum)\b|,? (?P<most>at most|at the most)\b"
    r"|,? or so\b",
    re.IGNORECASE,
)


def hedge_before(text: str, start: int, at: int) -> tuple[Comparator, int] | None:
    """The hedge that ends right before the figure at *at*, not reaching back over *start*, and where it begins.

    >>> hedge_before("rose to over $22 billion", 0, 13)
    (<Comparator.MORE_THAN: 'more-than'>, 8)
    """
    if at <= start:
        return None
    before = text[at - 1]
    if sign := _SIGNS.get(before):
        return sign, at - 1
    if before == " ":
        if word_before(text, start, at - 1).rstrip(".,") not in _LAST_WORDS:
            return None
    elif before not in "(“\"‘'":
        return None
    found = _HEDGE_BEFORE.search(text, max(start, at - _REACH), at)
    if not found or _is_difference(text, start, found, at):
        return None
    return _BEFORE[found[1].lower()], found.start(1)


def _is_difference(text: str, start: int, found: re.Match[str], at: int) -> bool:
    """True where an amount before tells by how much: "12 percent more than 57 ships", "12 fewer than the 57"."""
    if not text.endswith(" than", start, found.end(1)):
        return False
    amount = _AMOUNT_BEFORE.search(text, max(start, found.start(1) - _AMOUNT_REACH), found.start(1))
    return amount is not None and (amount["share"] is not None or text.startswith(" the ", found.end(1), at))


def hedge_behind(text: str, at: int) -> tuple[Comparator, int] | None:
    """The hedge right behind a figure (``or more``, ``+``), and where it ends.

    >>> hedge_behind("50% or greater", 3)
    (<Comparator.AT_LEAST: 'at-least'>, 14)
    """
    found = _HEDGE_BEHIND.match(text, at)
    if not found:
        return None
    if found["more"] or found["plus"] or found["least"]:
        return Comparator.AT_LEAST, found.end()
    if found["less"] or found["most"]:
        return Comparator.AT_MOST, found.end()
    return Comparator.APPROXIMATELY, found.end()


def significant_quantum(amount: Decimal) -> Decimal:
    """The place of the last digit of *amount* that is not zero.

    >>> significant_quantum(Decimal("500"))
    Decimal('1E+2')
    """
    exponent = amount.normalize().as_tuple().exponent
    return ONE.scaleb(exponent if isinstance(exponent, int) else 0)


def bounds(
    amount: Decimal, upper: Decimal | None, comparator: Comparator, quantum: Decimal, *, worded: bool = False
) -> Interval:
    """The interval that a figure can mean, None for an open end.

    *quantum* is the place of the last printed digit, multiplier applied; *worded* is a share told as a fraction.
    Comparators speak of the magnitude: the interval of a negative figure is mirrored, but for a range, which tells both
    of its ends. The table of intervals stands in docs/data-model.md.

    >>> bounds(Decimal("22e9"), None, Comparator.MORE_THAN, Decimal("1e9"))
    (Decimal('22000000000'), None)
    >>> bounds(Decimal("-11"), None, Comparator.AT_LEAST, Decimal(1))
    (None, Decimal('-11'))
    >>> bounds(Decimal(-5), Decimal(-3), Comparator.BETWEEN, Decimal(1))
    (Decimal('-5'), Decimal('-3'))
    """
    if comparator is Comparator.BETWEEN:
        ends = sorted((amount, amount if upper is None else upper))
        return plain(ends[0]), plain(ends[1])
    size = abs(amount)
    if comparator is Comparator.EXACTLY:
        half = quantum * _HALF
        low: Decimal | None = size - half
        high: Decimal | None = size + half
    elif comparator in _OPEN:
        low, high = (size, None) if _OPEN[comparator] else (None, size)
    elif comparator is Comparator.ORDER_OF_MAGNITUDE:
        low, high = size, size * 10
    else:
        low, high = _around(size, comparator, quantum, worded=worded)
    if amount < 0:
        low, high = (None if high is None else -high), (None if low is None else -low)
    return (None if low is None else plain(low)), (None if high is None else plain(high))


_OPEN = {
    Comparator.MORE_THAN: True,
    Comparator.AT_LEAST: True,
    Comparator.LESS_THAN: False,
    Comparator.AT_MOST: False,
}
"""Comparators that give one bound: whether it is the lower one."""


def _around(size: Decimal, comparator: Comparator, quantum: Decimal, *, worded: bool) -> tuple[Decimal, Decimal]:
    """The interval of ``approximately`` and ``nearly``."""
    coarse = size / 10 if worded else max(quantum, significant_quantum(size)) if quantum >= 1 else quantum
    return size - coarse, size if comparator is Comparator.NEARLY else size + coarse


def plain(number: Decimal) -> Decimal:
    """The same number without an exponent and without zeros behind the point; what a division leaves is rounded.

    >>> plain(Decimal("2500000000.0")), plain(Decimal("1E+2")), plain(Decimal(100) / 3)
    (Decimal('2500000000'), Decimal('100'), Decimal('33.3333'))
    """
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_MOST_PLACES:
        number = number.quantize(_FINEST)
    return Decimal(format(number.normalize(), "f"))
