"""Units of measure, money and denominators, as they stand beside a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportdiff.vocabulary.tables import load_table

_CURRENCIES = load_table("currencies")
_UNITS = load_table("units")

SIGNS: dict[str, str] = _CURRENCIES["signs"]
CODES = frozenset(_CURRENCIES["codes"]["list"].split())
NAMES: dict[str, str] = _CURRENCIES["names"]
SHARED: dict[str, dict[str, str]] = _CURRENCIES["shared"]
DURATIONS = frozenset({"century", "decade", "year", "month", "week", "day", "hour", "minute", "second"})
_TITLE_WORDS = frozenset(
    {"won", "real", "sol", "som", "crown", "pound", "leu", "lei", "dong", "kip", "rand", "lek", "lev", "colon"}
)
"""Names of money that are also common words: read as money only behind a nationality or a multiplier."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and where the words for it end; ``nationality`` is the adjective in front of an ambiguous money name."""

    name: str
    end: int
    nationality: str | None = None


_SUPERSCRIPTS = tuple("⁰¹²³⁴⁵⁶⁷⁸⁹")


def _alternatives(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_BY_NAME = {spelling: unit for unit, spellings in _UNITS["units"].items() for spelling in spellings}
_LOWER = {spelling.lower(): unit for spelling, unit in _BY_NAME.items() if len(spelling) > 3}
_LONG = re.compile(rf"[ -]?(?:U\.S\. |US )?({_alternatives(list(_LOWER))})(?![A-Za-z0-9])", re.IGNORECASE)
_SHORT = re.compile(rf"[ -]?({_alternatives([s for s in _BY_NAME if len(s) <= 3])})(?![A-Za-z0-9])")
_PER = {spelling.lower(): per for per, spellings in _UNITS["per"].items() for spelling in spellings}
_PER_MATCH = re.compile(rf" ?(?:\([^()]{{0,20}}\) ?)?({_alternatives(list(_PER))})(?![A-Za-z0-9])", re.IGNORECASE)
_MONEY_WORDS = {name + s for name in SHARED for s in ("", "s")} | set(NAMES)
_MONEY = re.compile(
    rf"[ -]((?:[A-Z][A-Za-z.]{{1,14}} ){{0,2}})(?:in )?({_alternatives(sorted(_MONEY_WORDS))})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_CODE_AFTER = re.compile(r" ?([A-Z]{3}|€|£|₽|zł|Kč|kr)(?![A-Za-z0-9])")
_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS) | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def match_unit(text: str, at: int) -> Unit | None:
    """Read the unit of measure at *at*, a space or hyphen before it included; None where none stands.

    >>> match_unit("450 GW of capacity", 3)
    Unit(name='GW', end=6, nationality=None)
    """
    if text[at : at + 1] in _SUPERSCRIPTS:
        at += 1
    if text.startswith("%", at):
        return Unit("percent", at + 1)
    if found := _LONG.match(text, at):
        return Unit(_LOWER[found[1].lower()], found.end())
    if found := _SHORT.match(text, at):
        return Unit(_BY_NAME[found[1]], found.end())
    return None


def match_money(text: str, at: int, *, scaled: bool) -> Unit | None:
    """Read the money named behind a number (``pesos``, ``U.S. dollars``, ``EUR``); *scaled*: a multiplier stands before.

    The name of an ambiguous currency is given in the singular as ``unit`` for :func:`currency_of` to decide.
    """
    if found := _CODE_AFTER.match(text, at):
        code = SIGNS.get(found[1], found[1])
        return Unit(code, found.end()) if code in CODES else None
    found = _MONEY.match(text, at)
    if not found:
        return None
    name, adjective = found[2].lower(), found[1].strip() or None
    singular = name if name in SHARED or name in NAMES else name.removesuffix("s")
    if singular in _TITLE_WORDS and not adjective and not scaled and not text.startswith(" per", found.end()):
        return None
    return Unit(singular, found.end(), adjective)


def currency_of(name: str, country: str | None) -> str:
    """The ISO 4217 code of the money *name*, used in the country with the ISO 3166 code *country*; XXX where unknown.

    >>> currency_of("peso", "MEX"), currency_of("euro", None), currency_of("peso", None)
    ('MXN', 'EUR', 'XXX')
    """
    if name in CODES:
        return name
    by_country = SHARED.get(name) or SHARED.get(name.removesuffix("s"))
    if by_country and country in by_country:
        return by_country[country]
    if name in NAMES:
        return NAMES[name]
    if by_country and "default" in by_country:
        return by_country["default"]
    if by_country and len(by_country) == 1:
        return next(iter(by_country.values()))
    return "XXX"


def money_before(text: str, at: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands right before *at*, and where it starts.

    >>> money_before("worth US$5 billion", 9)
    ('USD', 6)
    """
    end = at - 1 if at and text[at - 1] == " " else at
    if not end or text[end - 1] not in _SIGN_ENDS:
        return None
    for length in (5, 4, 3, 2, 1):
        start = end - length
        sign = text[start:end] if start >= 0 else ""
        code = SIGNS.get(sign) or (sign if sign in CODES else None)
        if not code:
            continue
        if sign[0].isalpha() and start and (text[start - 1].isalnum() or text[start - 1] in "-."):
            return None
        if end == at and sign in CODES and sign not in SIGNS:
            return None
        return code, start
    return None


def match_per(text: str, at: int) -> tuple[str, int] | None:
    """Read the denominator at *at* (``per capita``, ``/1,000 live births``, ``annually``) and where it ends.

    >>> match_per("28.09 births/1,000 population", 12)
    ('1000-population', 29)
    """
    if text[at : at + 1] not in (" ", "/", "("):
        return None
    found = _PER_MATCH.match(text, at)
    return (_PER[found[1].lower()], found.end()) if found else None
