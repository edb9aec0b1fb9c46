"""Numbers and amounts as people read them: ``1.5 million``, ``$9 billion``, ``1,200``, ``36 km²``."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.compare.verdicts.unit_names import name_unit
from reportdiff.model.quantity import Comparator, Quantity, is_currency

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
SCALES = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
BARE_UNITS = frozenset({"person", "count"})
MOST_DECIMALS = 6
"""What bears more is a quotient, as of a third, and is rounded; what a text prints is not."""
LONGEST_SCALED = 7
"""Characters of a number before ``million``: what needs more is told in full."""

HEDGES = {
    Comparator.EXACTLY: "",
    Comparator.APPROXIMATELY: "about ",
    Comparator.NEARLY: "nearly ",
    Comparator.MORE_THAN: "more than ",
    Comparator.AT_LEAST: "at least ",
    Comparator.LESS_THAN: "less than ",
    Comparator.AT_MOST: "up to ",
    Comparator.BETWEEN: "",
    Comparator.ORDER_OF_MAGNITUDE: "",
}
"""The words in front of a figure that tell how it is bounded."""

_UNPARTED = re.compile(r"(?<![0-9.,])[0-9]{5,28}(?![0-9])")


def say_number(amount: Decimal) -> str:
    """A number as people read it: scaled from a million on, in groups of three below.

    >>> say_number(Decimal("1500000")), say_number(Decimal("500000")), say_number(Decimal("13.30"))
    ('1.5 million', '500,000', '13.3')
    """
    for scale, word in SCALES:
        if amount >= scale and len(f"{(amount / scale).normalize():f}") <= LONGEST_SCALED:
            return f"{_plain(amount / scale)} {word}"
    return _plain(amount)


def say_size(amount: Decimal, unit: str) -> str:
    """How large an amount is, without its sign: money with its sign, counts bare, the rest with the unit's own name.

    >>> say_size(Decimal("-4000000000"), "USD"), say_size(Decimal("1200"), "person"), say_size(Decimal("3"), "km")
    ('$4 billion', '1,200', '3 km')
    """
    number = say_number(abs(amount))
    if is_currency(unit):
        return f"{SYMBOLS.get(unit, unit + ' ')}{number}"
    return number if unit in BARE_UNITS else f"{number} {name_unit(unit, amount)}"


def say_figure(figure: Quantity) -> str:
    """A figure with its hedge, its sign and its unit, as it is and not as any text prints it.

    >>> say_figure(Quantity(amount=Decimal("-15000000000"), unit="USD", comparator=Comparator.MORE_THAN))
    'more than −$15 billion'
    """
    unit = "percent" if figure.unit == "percent-change" else figure.unit
    ends = [each for each in (figure.amount, figure.upper) if each is not None]
    told = " to ".join(f"{'−' if each < 0 else ''}{say_size(each, unit)}" for each in ends)
    return f"{HEDGES[figure.comparator]}{told}"


def part_digits(words: str) -> str:
    """The same words with long runs of digits in groups of three.

    >>> part_digits("US$18500000000"), part_digits("1,285,216 people in 2020")
    ('US$18,500,000,000', '1,285,216 people in 2020')
    """
    return _UNPARTED.sub(lambda found: f"{int(found.group()):,}", words)


def without_idle_zeros(number: str) -> str:
    """A number in digits without the zeros at its end that say nothing.

    >>> without_idle_zeros("13.30"), without_idle_zeros("2.0"), without_idle_zeros("100")
    ('13.3', '2', '100')
    """
    return number.rstrip("0").rstrip(".") if "." in number else number


def _plain(number: Decimal) -> str:
    digits = number.as_tuple().exponent
    if isinstance(digits, int) and digits < -MOST_DECIMALS and number >= 1:
        number = round(number, 1)
    return without_idle_zeros(f"{number:,f}")
