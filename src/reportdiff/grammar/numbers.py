"""Numbers in digits, with the words that multiply them."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from reportdiff.grammar.wordlists import any_of
from reportdiff.vocabulary.tables import load_table

ONE = Decimal(1)


class Form(Enum):
    """How a number was written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    VAGUE = "vague"


class Number(NamedTuple):
    """A number and where it stands.

    ``amount`` has the multiplier applied; ``scale`` is that multiplier (1 without one); ``quantum`` is the place of the
    last printed digit, multiplier applied. A fraction is the share itself (``a quarter`` is 0.25).
    """

    amount: Decimal
    start: int
    end: int
    quantum: Decimal
    scale: Decimal = ONE
    form: Form = Form.DIGITS

    def scaled(self, scale: Decimal) -> Number:
        """The same number under a multiplier that is said elsewhere."""
        return Number(self.amount * scale, self.start, self.end, self.quantum * scale, scale, self.form)


_WORDS = load_table("grammar")["numbers"]
SCALES = {word: Decimal(10**power) for word, power in _WORDS["scales"].items()}
_LETTERS = {letters: Decimal(10**power) for letters, power in _WORDS["letters"].items()}
_DIGITS = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:\.[0-9]{1,3}(?![0-9]))?"
    r"|[0-9]*\.?[0-9]+"
)
_BEFORE_POINT = frozenset(" (\n\t$€£¥~<>≥≤≈–—-|")
_BEHIND_PLACES = re.compile(r"[0-9]+(?:%| [a-z(]|[-–—](?=[0-9.])|[.,;)]?$)")
_SCALE = re.compile(rf"[ -]?({any_of(SCALES)})\b", re.IGNORECASE)
_LETTER_SCALE = re.compile(rf" ?({any_of(_LETTERS)})\b")
_SCALE_INITIALS = frozenset(letter for word in SCALES for letter in (word[0], word[0].upper()))
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125"}
_MOST_DIGITS = 28
"""A longer run of digits counts nothing, and no Decimal of the default precision holds it."""
_PLACES = tuple(ONE.scaleb(-places) for places in range(_MOST_DIGITS + 1))
_POWERS = tuple(Decimal(10**zeros) for zeros in range(_MOST_DIGITS + 1))
_CENTI = Decimal("0.01")


def quantum_of(digits: str) -> Decimal:
    """The place of the last of *digits* that counts: trailing zeros of an integer of four or more digits do not.

    >>> quantum_of("13.3"), quantum_of("130"), quantum_of("500000")
    (Decimal('0.1'), Decimal('1'), Decimal('100000'))
    """
    point = digits.find(".")
    if point >= 0:
        return _PLACES[len(digits) - point - 1]
    if len(digits) < 4 or not digits.strip("0"):
        return ONE
    return _POWERS[len(digits) - len(digits.rstrip("0"))]


def match_number(text: str, at: int) -> Number | None:
    """Read the number in digits that starts at *at*, with its multiplier; None for a number too long to count anything.

    >>> match_number("3.3 million households", 0).amount
    Decimal('3300000.0')
    """
    found = _DIGITS.match(text, at)
    if not found or found.end() - at > _MOST_DIGITS:
        return None
    digits, end = found.group(), found.end()
    if not digits.isdigit():
        digits = digits.replace(",", "").replace(" ", "")
        if digits.count(".") > 1:
            digits = digits.replace(".", "")
    amount, quantum = Decimal(digits), quantum_of(digits)
    if vulgar := _VULGAR.get(text[end : end + 1]):
        amount, quantum, end = amount + Decimal(vulgar), _CENTI, end + 1
    scale, end = _match_scale(text, end)
    if scale is ONE:
        return Number(amount, at, end, quantum)
    return Number(amount * scale, at, end, min(quantum, ONE) * scale, scale)


def start_of(text: str, start: int, at: int) -> int:
    """Where the number whose first digit stands at *at* begins: with its decimal point, where no digit is before it.

    >>> start_of("rose .5 percent", 0, 6), start_of("no.5 percent", 0, 3), start_of("end. 5 percent", 0, 5)
    (5, 3, 5)
    """
    point = at - 1
    if point < start or text[point] != "." or (point > start and text[point - 1] not in _BEFORE_POINT):
        return at
    return point if _BEHIND_PLACES.match(text, at) else at


def with_letter_scale(text: str, number: Number) -> Number:
    """The same number with the letters behind it as its multiplier, as they are with money: ``$4.4M``."""
    if number.scale is not ONE or not (found := _LETTER_SCALE.match(text, number.end)):
        return number
    scale = _LETTERS[found[1]]
    return Number(number.amount * scale, number.start, found.end(), min(number.quantum, ONE) * scale, scale)


def _match_scale(text: str, end: int) -> tuple[Decimal, int]:
    """The product of the multipliers that stand at *end*, and where they end."""
    beside = text[end : end + 1]
    initial = text[end + 1 : end + 2] if beside in (" ", "-") else beside
    if initial not in _SCALE_INITIALS:
        return ONE, end
    scale = ONE
    while found := _SCALE.match(text, end):
        scale, end = scale * SCALES[found[1].lower()], found.end()
    return scale, end
