"""Numbers in digits and in words.

A number word is read only where it counts: ``two thirds``, ``half a million``, ``three and a half``, ``forty-two``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

ONE = Decimal(1)


class Form(Enum):
    """How a number was written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Number:
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


DIGITS = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])"
    r"|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])"
    r"|[0-9]+(?:\.[0-9]+)?"
)
SCALES = {
    "hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10) ** 6, "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12, "quadrillion": Decimal(10) ** 15, "lakh": Decimal(10) ** 5, "crore": Decimal(10) ** 7,
    "mn": Decimal(10) ** 6, "mln": Decimal(10) ** 6, "bn": Decimal(10) ** 9, "bln": Decimal(10) ** 9,
    "tn": Decimal(10) ** 12, "trn": Decimal(10) ** 12,
}  # fmt: skip
_LETTER_SCALES = {
    "k": Decimal(1000), "K": Decimal(1000), "m": Decimal(10) ** 6, "M": Decimal(10) ** 6, "mm": Decimal(10) ** 6,
    "MM": Decimal(10) ** 6, "mn": Decimal(10) ** 6, "bn": Decimal(10) ** 9, "b": Decimal(10) ** 9, "B": Decimal(10) ** 9,
    "BN": Decimal(10) ** 9, "Bn": Decimal(10) ** 9, "tn": Decimal(10) ** 12, "T": Decimal(10) ** 12,
}  # fmt: skip
_SCALE = re.compile(
    r"[ -]?(hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|mln|mn|bln|bn|trn|tn)\b", re.IGNORECASE
)
_LETTER_SCALE = re.compile(r" ?(k|K|MM|mm|M|mn|m|Bn|BN|bn|B|b|tn|T)\b")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: Decimal(n) for n, word in enumerate(_UNITS)} | {w: Decimal(10 * n) for n, w in enumerate(_TENS, 2)}
_PARTS = {
    name + plural: number
    for number, name in (
        (2, "half"),
        (3, "third"),
        (4, "quarter"),
        (5, "fifth"),
        (6, "sixth"),
        (8, "eighth"),
        (10, "tenth"),
    )
    for plural in ("", "s")
} | {"halves": 2}
VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125"}
_LEAD = re.compile(
    r"(half an?|an?|one-half|a half|a quarter) (?=(?:hundred|thousand|million|billion|trillion|dozen)\b)", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(r"[ -]")
_AND = re.compile(
    rf"[ -]and[ -](?=(?:{'|'.join([*_UNITS, *_TENS])})\b(?![ -](?:hundred|thousand|million|billion|trillion)\b))", re.IGNORECASE
)
_AND_PART = re.compile(r"[ -]and[ -](?:an?|one)[ -](half|quarter|third)\b", re.IGNORECASE)


def quantum_of(digits: str) -> Decimal:
    """The place of the last printed digit that counts: trailing zeros of an integer of four or more digits do not.

    >>> quantum_of("13.3"), quantum_of("130"), quantum_of("500,000")
    (Decimal('0.1'), Decimal('1'), Decimal('100000'))
    """
    whole, point, decimals = digits.partition(".")
    if point:
        return ONE.scaleb(-len(decimals))
    bare = whole.replace(",", "").replace(" ", "")
    return Decimal(10 ** (len(bare) - len(bare.rstrip("0")))) if len(bare) > 3 and bare.strip("0") else ONE


def match_number(text: str, at: int, *, money: bool = False) -> Number | None:
    """Read the number in digits that starts at *at*, with its multiplier; *money* lets a letter be one (``$4.4M``).

    >>> match_number("3.3 million households", 0).amount
    Decimal('3300000.0')
    """
    found = DIGITS.match(text, at)
    if not found:
        return None
    digits, end = found.group(), found.end()
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    amount, quantum = Decimal(digits.replace(",", "").replace(" ", "")), quantum_of(digits)
    vulgar = VULGAR.get(text[end : end + 1])
    if vulgar:
        amount, quantum, end = amount + Decimal(vulgar), Decimal("0.01"), end + 1
    scale, end = _match_scale(text, end, money)
    if scale != ONE and quantum > ONE:
        quantum = ONE
    return Number(amount * scale, at, end, quantum * scale, scale)


def _match_scale(text: str, end: int, money: bool) -> tuple[Decimal, int]:
    """The product of the multipliers that stand at *end*, and where they end."""
    if text[end : end + 1] not in (" ", "-") and not text[end : end + 1].isalpha():
        return ONE, end
    scale = ONE
    while found := _SCALE.match(text, end):
        scale, end = scale * SCALES[found[1].lower()], found.end()
    if scale == ONE and money and (found := _LETTER_SCALE.match(text, end)):
        return _LETTER_SCALES[found[1]], found.end()
    return scale, end


def match_number_words(text: str, at: int) -> Number | None:
    """Read the number in words that starts at *at*: ``forty-two``, ``half a million``, ``two-thirds``; None if it is none.

    >>> match_number_words("three and a half million people", 0).amount
    Decimal('3500000.0')
    """
    total, current, end, smallest = Decimal(0), None, at, ONE
    place = at
    if lead := _LEAD.match(text, at):
        current = {
            "half": Decimal("0.5"),
            "one-half": Decimal("0.5"),
            "a half": Decimal("0.5"),
            "a quarter": Decimal("0.25"),
        }.get(lead[1].lower().removesuffix(" an").removesuffix(" a"), ONE)
        place = lead.end()
    while found := _WORD.match(text, place):
        word = found.group().lower()
        step = _step(word, total, current)
        if step is None:
            break
        total, current, quantum = step
        smallest, end = quantum, found.end()
        if part := _AND_PART.match(text, end):
            current = (current or Decimal(0)) + ONE / _PARTS[part[1].lower()]
            smallest, end = Decimal("0.1"), part.end()
        joint = _AND.match(text, end) if word in ("hundred", "thousand", "million") else None
        joint = joint or _JOINT.match(text, end)
        if not joint:
            break
        place = joint.end()
    if end == at:
        return None
    amount = total + (current or Decimal(0))
    return Number(amount, at, end, smallest, smallest if smallest > 1 else ONE, Form.WORDS)


def _step(word: str, total: Decimal, current: Decimal | None) -> tuple[Decimal, Decimal | None, Decimal] | None:
    """Take one more number word: the sum so far, the group under way, and the place of the last digit; None if it ends."""
    if word in WORDS:
        joins = current is None or not current % 100 or (WORDS[word] < 10 and not current % 10 and current % 100 >= 20)
        if not joins:
            return None
        return total, (current or Decimal(0)) + WORDS[word], ONE
    if word == "hundred":
        return total, (ONE if current is None else current) * 100, Decimal(100)
    if word == "dozen":
        return total, (ONE if current is None else current) * 12, ONE
    if word in SCALES and len(word) > 3:
        if current is None and total:
            return None
        return total + (ONE if current is None else current) * SCALES[word], None, SCALES[word]
    return None


def read_number(text: str) -> Decimal | None:
    """Read the figure that *text* consists of; None if it is not one.

    >>> read_number("1,204"), read_number("forty-two"), read_number("2.5 billion")
    (Decimal('1204'), Decimal('42'), Decimal('2500000000.0'))
    >>> read_number("about")
    """
    stripped = text.strip()
    found = match_number(stripped, 0) if stripped[:1].isdigit() else match_number_words(stripped, 0)
    return found.amount if found and found.end == len(stripped) else None


FRACTION = re.compile(
    r"\b(?:(?P<count>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]even|[Aa]n?|[1-9])[ -])?"
    r"(?P<part>half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b",
    re.IGNORECASE,
)
_FRACTION_OF = re.compile(r" (?:of|the|its|their|all|as)\b|[.,;)]|$")
_VERB_BEFORE = re.compile(
    r"\b(?:by|to|over|than|about|nearly|almost|approximately|roughly|least|some|around|only|just)(?: a| one)?$",
    re.IGNORECASE,
)


def match_fraction(text: str, at: int) -> Number | None:
    """Read the worded share at *at* (``a quarter of``, ``two-thirds``, ``half``); None where the words are an ordinal.

    >>> match_fraction("two-thirds of exports", 0).amount.quantize(Decimal("0.01"))
    Decimal('0.67')
    >>> match_fraction("a third impeachment vote", 0)
    """
    found = FRACTION.match(text, at)
    if not found:
        return None
    count, part = (found["count"] or "").lower(), found["part"].lower()
    plural = part.endswith("s") and part != "halves" or part == "halves"
    counted = count not in ("", "a", "an")
    if plural and not counted:
        return None
    if text.startswith("-", found.end()):
        return None
    if part not in ("half", "halves") and not plural and not _FRACTION_OF.match(text, found.end()):
        return None
    if part == "half" and not (
        _FRACTION_OF.match(text, found.end()) or _VERB_BEFORE.search(text, max(0, at - 24), at - 1)
    ):
        return None
    if part.startswith("quarter") and not count:
        return None
    times = WORDS.get(count) or (Decimal(count) if count.isdigit() else ONE)
    amount = times / _PARTS[part]
    return Number(amount, at, found.end(), amount / 10, ONE, Form.FRACTION)


_VAGUE = {
    "dozens": Decimal(12), "scores": Decimal(20), "hundreds": Decimal(100), "thousands": Decimal(1000), "millions": Decimal(10) ** 6,
    "billions": Decimal(10) ** 9, "trillions": Decimal(10) ** 12,
}  # fmt: skip
VAGUE = re.compile(
    r"\b(?:(?P<times>tens|hundreds|scores|dozens|thousands|millions) of )?(?P<scale>hundreds|thousands|millions|billions|trillions|dozens|scores)\b"
    r"(?= of\b|\b)"
    r"|\b(?:several|a few|many) (?P<few>dozen|hundred|thousand|million|billion)(?: (?P<more>thousand|million|billion))?\b",
    re.IGNORECASE,
)


def match_vague(text: str, at: int) -> Number | None:
    """Read an order of magnitude: ``tens of thousands`` 10,000, ``several dozen`` 12, ``millions of`` 1,000,000.

    >>> match_vague("tens of thousands of supporters", 0).amount
    Decimal('10000')
    """
    found = VAGUE.match(text, at)
    if not found:
        return None
    if few := found["few"]:
        amount = Decimal(12) if few.lower() == "dozen" else SCALES[few.lower()]
        amount *= SCALES[found["more"].lower()] if found["more"] else ONE
    else:
        scale, times = found["scale"].lower(), (found["times"] or "").lower()
        amount = _VAGUE[scale] * {"tens": Decimal(10), "": ONE}.get(times, _VAGUE.get(times, ONE))
        if scale == "scores" and not text.startswith(" of", found.end()):
            return None
        if not times and scale != "dozens" and not text.startswith(" of", found.end()):
            return None
    return Number(amount, at, found.end(), amount, amount, Form.VAGUE)
