"""Words that are nothing but a unit, as a column of units, a head or the bracket of a label bears them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportdiff.grammar.money import currency_of, match_money, money_called, users_of
from reportdiff.grammar.nations import country_code
from reportdiff.grammar.numbers import ONE, SCALES
from reportdiff.grammar.units import match_per, match_unit

_SHORT_SCALES = {"mn": "million", "mln": "million", "bn": "billion", "bln": "billion", "tn": "trillion"}
_AFTER_MONEY = _SHORT_SCALES | {"m": "million", "b": "billion", "k": "thousand"}
_WORDED = r"(?:thousand|million|billion|trillion)s?|mn|mln|bn|bln|tn"
_ZEROS = re.compile(r"(?:['’‘]000s?|000s|000|1[, ]?000s?|1[, ]?000[, ]?000s?)(?= |$)")
"""A multiplier written in digits: "'000", "1,000 t"."""
_TONNES = re.compile(r"(?:(k)?t|MT)(?![A-Za-z])")
"""How tables alone write tonnes."""
_LEAD = re.compile(r"(?:[Ii]n |[Uu]nit: ?)")
_TAIL = re.compile(
    r" (?:at|in) (?:current|constant)\b.*$|,? ?(?:of )?CO(?:2|₂)(?:[ -]?(?:e|eq\.?|equiv(?:alents?|\.)?))?$"
)
"""What tells more of a unit: at whose prices it is, of which gas."""
_SCALED = re.compile(rf"(?P<scale>{_WORDED})(?: of)?(?: |$)(?P<rest>.*)", re.IGNORECASE)
_MONEY = re.compile(
    rf"(?P<money>(?:US |U\.S\. )?[Dd]ollars|[A-Za-z]{{0,3}}[$€£¥₹₦₽₩]|[A-Z]{{3}}) ?(?P<scale>(?i:{_WORDED})|[mbk])?"
)
_RATED_MONEY = re.compile(
    r"(?P<money>(?:US |U\.S\. )?[Dd]ollars|[A-Za-z]{0,3}[$€£¥]|[A-Z]{3})(?:/| per )(?P<thing>.{1,30})"
)
_PERCENT = re.compile(
    r"(?:annual )?(?:%|per ?cent|percentage|pct)s?"
    r"(?: (?:annual )?changes?\b.*| of [a-z].{0,40}| p\.?a\.?| y/?o?/?y.*)?|[yq]/?o?/?[yq] ?(?:%|per ?cent)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"percentage points?|p\.?p\.?t?s?", re.IGNORECASE)
_THREE = 3
_PEOPLE = frozenset({"people", "persons", "inhabitants"})
_PART = re.compile(r"[,;] ")
_BRACKET = re.compile(r" ?\(([^()]{1,80})\)$")
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
    if zeros := _ZEROS.match(words):
        words = f"{'million' if zeros.group().count('0') > _THREE else 'thousand'}{words[zeros.end() :]}"
    if _POINTS.fullmatch(words):
        return UnitWords(unit="percentage-point")
    if _PERCENT.fullmatch(words):
        return UnitWords(unit="percent")
    if money := _money(words):
        return money
    scaled = _SCALED.fullmatch(words)
    if scaled is None:
        return _physical(words, ONE)
    return _scaled(scaled["rest"], _scale(scaled["scale"]))


def _money(words: str) -> UnitWords | None:
    """Money with a multiplier ("US$ million"), or for what it is paid ("USD/month")."""
    if (found := _MONEY.fullmatch(words)) and (code := _code(found["money"], alone=found["scale"] is None)):
        return UnitWords(_scale(found["scale"]), code)
    if (rated := _RATED_MONEY.fullmatch(words)) and (code := _code(rated["money"], alone=False)):
        behind = f" per {rated['thing']}"
        per = match_per(behind, 0)
        return UnitWords(ONE, code, per[0]) if per and per[1] == len(behind) else None
    return None


def _scaled(rest: str, scale: Decimal) -> UnitWords | None:
    """What stands behind a multiplier: "thousand persons", "million euros"."""
    if not rest:
        return UnitWords(scale)
    if rest in _PEOPLE:
        return UnitWords(scale, "person")
    if (found := _MONEY.fullmatch(rest)) and found["scale"] is None and (code := _code(rest, alone=False)):
        return UnitWords(scale, code)
    return _named_money(rest, scale) or _physical(rest, scale)


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


def _named_money(words: str, scale: Decimal) -> UnitWords | None:
    """The money that *words* behind a multiplier name: its code ("Danish kroner"), or a name that several have."""
    money = match_money(f" {words}", 0, scaled=True)
    if money is None or money.end != len(words) + 1:
        return None
    if money.nationality is None and users_of(money.name):
        return UnitWords(scale, money.name)
    return UnitWords(scale, currency_of(money.name, country_code(money.nationality or "")))


def are_units(words: Sequence[str]) -> bool:
    """True where every one of *words* that is not empty is nothing but a unit, and some is.

    >>> are_units(["", "1,000 ha", "t/ha"]), are_units(["", "4.1"]), are_units(["", ""])
    (True, False, False)
    """
    told = [word for word in words if word]
    return bool(told) and all(read_unit_words(word) for word in told)


def _physical(words: str, scale: Decimal) -> UnitWords | None:
    if tonnes := _TONNES.match(words):
        words, scale = f"tonnes{words[tonnes.end() :]}", scale * (SCALES["thousand"] if tonnes[1] else ONE)
    text = f" {words}"
    unit = match_unit(text, 0)
    if unit is None:
        return None
    per, end = (unit.per, unit.end) if unit.end == len(text) else (match_per(text, unit.end) or (None, 0))
    return UnitWords(scale * Decimal(10) ** unit.power, unit.name, per) if end == len(text) else None


def _code(money: str, *, alone: bool) -> str | None:
    if money.lower().endswith("dollars"):
        return "USD"
    return None if alone and money in _NO_MONEY_ALONE else money_called(money)


def _scale(word: str | None) -> Decimal:
    if not word:
        return ONE
    folded = word.lower()
    return SCALES[_AFTER_MONEY.get(folded, folded.removesuffix("s"))]
