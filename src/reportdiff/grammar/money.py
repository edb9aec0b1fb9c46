"""Money: signs and codes in front of a number, names and codes behind it, and which currency a name means."""

from __future__ import annotations

import re

from reportdiff.grammar.units import Unit
from reportdiff.grammar.wordlists import any_of
from reportdiff.vocabulary.tables import load_table

_CURRENCIES = load_table("currencies")
_SIGNS: dict[str, str] = _CURRENCIES["signs"]
_CODES = frozenset(_CURRENCIES["codes"]["list"].split())
_NAMES: dict[str, str] = _CURRENCIES["names"]
_SHARED: dict[str, dict[str, str]] = _CURRENCIES["shared"]
_COMMON_WORDS = frozenset({"won", "real", "sol", "som", "crown", "pound", "leu", "lei", "dong", "kip", "rand", "lek"})
_COMMON_WORDS |= {"lev", "colon"}
"""Names of money that are also common words: read as money only behind a nationality or a multiplier."""
_HUNDREDTHS = frozenset(name.replace("-", " ") for name in _CURRENCIES["hundredths"]["list"].split())
_MONEY_WORDS = {name + s for name in _SHARED for s in ("", "s")} | set(_NAMES)
_MONEY = re.compile(
    rf"[ -](?:of )?(?:new )?((?:[A-Z][A-Za-z.]{{1,14}} ){{0,2}})(?:in )?((?i:{any_of(_MONEY_WORDS)}))(?![A-Za-z0-9])"
)
_NAMED = re.compile(rf"\b({any_of([*_SHARED, *_NAMES])})s?\b", re.IGNORECASE)
_NAMED_REACH = 90
_CODE_BEHIND = re.compile(r" ?([A-Z]{3}|€|£|₽|zł|Kč|kr)(?![A-Za-z0-9])")
_SIGN_ENDS = frozenset(sign[-1] for sign in _SIGNS) | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_CODE_LETTERS = 3
_UNKNOWN = "XXX"
"""Of a dollar with a letter before it that no table has."""
_LONGEST_SIGN = max(map(len, _SIGNS))


def match_money(text: str, at: int, *, scaled: bool) -> Unit | None:
    """Read the money named at *at*, behind a number: ``pesos``, ``U.S. dollars``, ``EUR``; None where none is.

    *scaled*: the number has a multiplier. A name comes in the singular, for :func:`currency_of` to decide.

    >>> match_money("40 Mexican pesos", 2, scaled=False)
    Unit(name='peso', end=16, nationality='Mexican', power=0, per=None)
    """
    if found := _CODE_BEHIND.match(text, at):
        code = _SIGNS.get(found[1], found[1])
        return Unit(code, found.end()) if code in _CODES else None
    found = None if text.startswith(" to ", at) else _MONEY.match(text, at)
    if not found:
        return None
    name, adjective = found[2].lower(), found[1].strip() or None
    singular = name if name in _SHARED or name in _NAMES else name.removesuffix("s")
    if singular in _COMMON_WORDS and not adjective and not scaled and not text.startswith(" per", found.end()):
        return None
    return Unit(singular, found.end(), adjective, -2 if singular.removesuffix("s") in _HUNDREDTHS else 0)


def money_called(word: str) -> str | None:
    """The ISO 4217 code that a sign or code of money means ("A$", "EUR"); None for any other word."""
    return _SIGNS.get(word) or (word if word in _CODES else None)


def money_told_before(text: str, at: int) -> str | None:
    """The last money named shortly before *at*, in the singular: "the shilling fell to 125 to the dollar"."""
    names = _NAMED.findall(text, max(0, at - _NAMED_REACH), at)
    return None if not names else names[-1].lower()


def users_of(name: str) -> dict[str, str]:
    """The countries (ISO 3166 alpha-3) that call their money *name*, and its code there; empty for a name of one."""
    return _SHARED.get(name) or _SHARED.get(name.removesuffix("s")) or {}


def currency_of(name: str, country: str | None) -> str:
    """The ISO 4217 code of the money *name*, used in the country with the ISO 3166 code *country*; XXX where unknown.

    >>> currency_of("peso", "MEX"), currency_of("euro", None), currency_of("peso", None)
    ('MXN', 'EUR', 'XXX')
    """
    if name in _CODES:
        return name
    by_country = users_of(name)
    if country in by_country:
        return by_country[country]
    if name in _NAMES:
        return _NAMES[name]
    if len(by_country) == 1:
        return next(iter(by_country.values()))
    return by_country.get("default", "XXX")


def money_before(text: str, at: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands right before *at*, and where it starts.

    >>> money_before("worth US$5 billion", 9)
    ('USD', 6)
    """
    end = at - 1 if at and text[at - 1] == " " else at
    if not end or text[end - 1] not in _SIGN_ENDS:
        return None
    for start in range(max(end - _LONGEST_SIGN, 0), end):
        sign = text[start:end]
        code = _SIGNS.get(sign) or (sign if sign in _CODES else None)
        if not code:
            continue
        if sign[0].isalpha() and sign[-1] == "$" and text[(first := _run_start(text, end - 1)) : end - 1] in _CODES:
            return text[first : end - 1], first
        if sign[0].isalpha() and start and (text[start - 1].isalnum() or text[start - 1] in "-."):
            return None
        if end == at and sign in _CODES and sign not in _SIGNS:
            return None
        if sign == "$" and start and text[start - 1].isalpha():
            first = _run_start(text, start)
            code = text[first:start]
            return code if code in _CODES else _UNKNOWN, first
        return code, start
    return None


def _run_start(text: str, end: int) -> int:
    """Where the letters before a sign begin, at most as many as a code has: "CAD$40 million"."""
    first = end
    while first and end - first < _CODE_LETTERS and text[first - 1].isalpha():
        first -= 1
    return first
