"""Words that are nothing but a unit, as a column of units, a head or the bracket of a label bears them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from reportdiff.grammar.money import money_called
from reportdiff.grammar.numbers import ONE, SCALES
from reportdiff.grammar.units import match_unit

_SHORT_SCALES = {"mn": "million", "mln": "million", "bn": "billion", "bln": "billion", "tn": "trillion"}
_AFTER_MONEY = _SHORT_SCALES | {"m": "million", "b": "billion", "k": "thousand"}
_WORDED = r"(?:thousand|million|billion|trillion)s?|mn|mln|bn|bln|tn"
_LEAD = re.compile(r"(?:[Ii]n |[Uu]nit: ?)")
_TAIL = re.compile(r" (?:at|in) (?:current|constant)\b.*$")
_SCALED = re.compile(rf"(?P<scale>{_WORDED})(?: of)?(?: |$)(?P<rest>.*)", re.IGNORECASE)
_MONEY = re.compile(
    rf"(?P<money>(?:US |U\.S\. )?[Dd]ollars|[A-Za-z]{{0,3}}[$€£¥₹₦₽₩]|[A-Z]{{3}}) ?(?P<scale>(?i:{_WORDED})|[mbk])?"
)
_PERCENT = re.compile(
    r"(?:annual )?(?:%|per ?cent|percentage|pct)s?"
    r"(?: (?:annual )?changes?\b.*| of [a-z].{0,40}| p\.?a\.?| y/?o?/?y.*)?|[yq]/?o?/?[yq] ?(?:%|per ?cent)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"percentage points?|p\.?p\.?t?s?", re.IGNORECASE)
_PEOPLE = frozenset({"people", "persons", "inhabitants"})
_PART = re.compile(r"[,;] ")
_BRACKET = re.compile(r" ?\(([^()]{1,48})\)$")
_NO_MONEY_ALONE = frozenset({"ALL", "TOP", "TRY", "CUP", "MOP", "GEL", "PEN"})
"""Codes of money that are also words, in capitals."""


class UnitWords(NamedTuple):
    """The multiplier and the unit that words name, with its denominator; a part that they do not name is as it was."""

    scale: Decimal = ONE
    unit: str | None = None
    per: str | None = None


def read_unit_words(words: str) -> UnitWords | None:
    """The unit that *words* consist of; None for any other words.

    >>> read_unit_words("US$ million").unit, read_unit_words("thousand b/d").per, read_unit_words("Exports")
    ('USD', 'day', None)
    """
    words = _TAIL.sub("", _LEAD.sub("", words.strip(), count=1)).strip()
    if not words:
        return None
    if _POINTS.fullmatch(words):
        return UnitWords(unit="percentage-point")
    if _PERCENT.fullmatch(words):
        return UnitWords(unit="percent")
    if (found := _MONEY.fullmatch(words)) and (code := _code(found["money"], alone=found["scale"] is None)):
        return UnitWords(_scale(found["scale"]), code)
    scaled = _SCALED.fullmatch(words)
    if scaled is None:
        return _physical(words, ONE)
    rest, scale = scaled["rest"], _scale(scaled["scale"])
    if not rest:
        return UnitWords(scale)
    if rest in _PEOPLE:
        return UnitWords(scale, "person")
    if (found := _MONEY.fullmatch(rest)) and found["scale"] is None and (code := _code(rest, alone=False)):
        return UnitWords(scale, code)
    return _physical(rest, scale)


def unit_behind(label: str) -> tuple[str, UnitWords | None]:
    """A label without the unit in the bracket at its end, and that unit; None where it bears none.

    What else the bracket says stays: it may tell one row from another.

    >>> unit_behind("GDP (EUR million)")[0], unit_behind("Inflation (average, percent)")[0]
    ('GDP', 'Inflation (average)')
    """
    if not label.endswith(")") or (found := _BRACKET.search(label)) is None:
        name, comma, last = label.rpartition(", ")
        told = read_unit_words(last) if comma else UnitWords(unit="percent") if label.endswith(" %") else None
        return (name or label.removesuffix(" %"), told) if told else (label, None)
    name = label[: found.start()].strip()
    if told := read_unit_words(found[1]):
        return name, told
    parts = _PART.split(found[1])
    for n, part in enumerate(parts):
        if len(parts) > 1 and (told := read_unit_words(part)):
            return f"{name} ({', '.join(parts[:n] + parts[n + 1 :])})", told
    return label, None


def _physical(words: str, scale: Decimal) -> UnitWords | None:
    unit = match_unit(f" {words}", 0)
    if unit is None or unit.end != len(words) + 1:
        return None
    return UnitWords(scale * Decimal(10) ** unit.power, unit.name, unit.per)


def _code(money: str, *, alone: bool) -> str | None:
    if money.lower().endswith("dollars"):
        return "USD"
    return None if alone and money in _NO_MONEY_ALONE else money_called(money)


def _scale(word: str | None) -> Decimal:
    if not word:
        return ONE
    folded = word.lower()
    return SCALES[_AFTER_MONEY.get(folded, folded.removesuffix("s"))]
