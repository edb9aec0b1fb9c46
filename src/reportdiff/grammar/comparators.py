"""Hedges around a figure, and the interval that a hedged figure can mean."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.model.quantity import Comparator

_BEFORE = {
    Comparator.MORE_THAN: "more than|over|above|exceeding|exceeds|exceeded|in excess of|upwards of|upward of|greater than|higher than|well over|"
    "surpassing|surpassed|topping|topped|beyond|larger than|longer than|older than|better than",
    Comparator.AT_LEAST: "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|a minimum",
    Comparator.LESS_THAN: "less than|fewer than|under|below|lower than|smaller than|just under|just below|well under|shorter than|younger than",
    Comparator.AT_MOST: "up to|as many as|as much as|no more than|not more than|at most|a maximum of|maximum of|not exceeding|not to exceed|capped at",
    Comparator.APPROXIMATELY: "approximately|about|around|some|roughly|circa|approx\\.?|ca\\.|c\\.|an average of|on average|estimated at about|"
    "in the region of|on the order of|more or less|~|≈|nearly about",
    Comparator.NEARLY: "nearly|almost|close to|just short of|approaching|nearing|virtually|practically",
}  # fmt: skip
_BEFORE_KIND = {
    phrase.replace("\\", "").rstrip("?"): kind for kind, phrases in _BEFORE.items() for phrase in phrases.split("|")
}
_BEFORE_KIND |= {
    "approx": Comparator.APPROXIMATELY,
    "approx.": Comparator.APPROXIMATELY,
    "an average of": Comparator.EXACTLY,
    "on average": Comparator.EXACTLY,
}
_PHRASES = "|".join(sorted((p for phrases in _BEFORE.values() for p in phrases.split("|")), key=len, reverse=True))
HEDGE_BEFORE = re.compile(
    rf"(?<![A-Za-z])({_PHRASES})(?:,)? ?(?:a |an |the |another |an additional |additional |a total of |a combined |a further |as |[“\"‘'(]){{0,2}}$",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(
    word.replace("\\", "").rstrip("?.,") for phrases in _BEFORE.values() for phrase in phrases.split("|") for word in phrase.split()[-1:]
) | frozenset("a an the another additional of combined further as".split())
_SIGNS = {
    "<": Comparator.LESS_THAN, ">": Comparator.MORE_THAN, "≤": Comparator.AT_MOST, "≥": Comparator.AT_LEAST, "~": Comparator.APPROXIMATELY,
    "≈": Comparator.APPROXIMATELY,
}  # fmt: skip
HEDGE_AFTER = re.compile(
    r",? (?:or|and) (?P<more>more|greater|higher|above|over|larger|longer|older|better)\b(?! than)"
    r"|,? (?:or|and) (?P<less>less|fewer|lower|below|under|smaller|shorter|younger)\b(?! than)"
    r"|(?P<plus>\+|-plus)(?![0-9A-Za-z])|,? (?P<least>at least|at a minimum)\b|,? (?P<most>at most|at the most)\b|,? or so\b",
    re.IGNORECASE,
)


def hedge_before(text: str, start: int, at: int) -> tuple[Comparator, int] | None:
    """The hedge that ends right before the figure at *at*, not reaching back over *start*, and where it begins.

    >>> hedge_before("rose to over $22 billion", 0, 13)
    (<Comparator.MORE_THAN: 'more-than'>, 8)
    """
    if at > start and (sign := _SIGNS.get(text[at - 1])):
        return sign, at - 1
    low = max(start, at - 44)
    if at <= low or text[at - 1] not in " (“\"‘'~≈":
        return None
    if text[at - 1] == " " and text[max(low, text.rfind(" ", low, at - 1) + 1) : at - 1].lstrip("(“\"‘").rstrip(".,").lower() not in _LAST_WORDS:
        return None
    found = HEDGE_BEFORE.search(text, low, at)
    if not found:
        return None
    return _BEFORE_KIND[found[1].lower()], found.start(1)


def hedge_after(text: str, at: int) -> tuple[Comparator, int] | None:
    """The hedge right behind a figure (``or more``, ``+``), and where it ends.

    >>> hedge_after("50% or greater", 3)
    (<Comparator.AT_LEAST: 'at-least'>, 14)
    """
    if text[at : at + 1] not in (" ", ",", "+", "-"):
        return None
    found = HEDGE_AFTER.match(text, at)
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
    if not amount:
        return Decimal(1)
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def bounds(
    amount: Decimal, upper: Decimal | None, comparator: Comparator, quantum: Decimal, *, worded: bool = False
) -> tuple[Decimal | None, Decimal | None]:
    """The interval that a figure can mean, None for an open end; see the table of intervals in docs/data-model.md.

    *quantum* is the place of the last printed digit, multiplier applied; *worded* is a share told as a fraction. Comparators
    speak of the magnitude: the interval of a negative figure is mirrored.

    >>> bounds(Decimal("22e9"), None, Comparator.MORE_THAN, Decimal("1e9"))
    (Decimal('22000000000'), None)
    """
    size = abs(amount)
    low, high = _bounds_of_size(size, abs(upper) if upper is not None else None, comparator, quantum, worded)
    if amount < 0:
        low, high = (None if high is None else -high), (None if low is None else -low)
    return _plain(low), _plain(high)


def _bounds_of_size(
    size: Decimal, upper: Decimal | None, comparator: Comparator, quantum: Decimal, worded: bool
) -> tuple[Decimal | None, Decimal | None]:
    if comparator is Comparator.MORE_THAN or comparator is Comparator.AT_LEAST:
        return size, None
    if comparator is Comparator.LESS_THAN or comparator is Comparator.AT_MOST:
        return None, size
    if comparator is Comparator.BETWEEN:
        return size, upper if upper is not None else size
    if comparator is Comparator.ORDER_OF_MAGNITUDE:
        return size, size * 10
    coarse = size / 10 if worded else max(quantum, significant_quantum(size)) if quantum >= 1 else quantum
    if comparator is Comparator.NEARLY:
        return size - coarse, size
    if comparator is Comparator.APPROXIMATELY:
        return size - coarse, size + coarse
    return size - quantum / 2, size + quantum / 2


def _plain(number: Decimal | None) -> Decimal | None:
    """The same number without an exponent."""
    return None if number is None else Decimal(format(number.normalize(), "f"))
