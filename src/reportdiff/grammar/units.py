"""Units of measure and denominators, as they stand behind a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from reportdiff.grammar.wordlists import any_of
from reportdiff.vocabulary.tables import load_table

DURATIONS = frozenset({"century", "decade", "year", "month", "week", "day", "hour", "minute", "second"})


class Unit(NamedTuple):
    """A unit and where the words for it end; ``nationality`` is the adjective in front of an ambiguous money name.

    ``power``: the power of ten that the words bear with the unit, and ``per`` the denominator ("mb/d", "cents").
    """

    name: str
    end: int
    nationality: str | None = None
    power: int = 0
    per: str | None = None


def _names_of(table: dict[str, list[str]]) -> dict[str, str]:
    return {spelling: unit for unit, spellings in table.items() for spelling in spellings}


def _first_words(names: Iterable[str]) -> frozenset[str]:
    """How names begin, in small letters, as far as :data:`_FIRST` and :data:`_PER_FIRST` read them."""
    return frozenset(found[1].lower() for name in names if (found := _FIRST.match(name)))


_FIRST = re.compile(r"[ -]?(?:U\.S\. |US )?(°?\w+|[%/(])", re.IGNORECASE)
_PER_FIRST = re.compile(r" ?(\w+|[/(])")
_UNITS = load_table("units")
_BUNDLED: dict[str, dict[str, Any]] = _UNITS["bundled"]
_SPELT = _names_of(_UNITS["units"]) | {spelling: spelling for spelling in _BUNDLED}
_LONG_SPELT = {spelling.lower(): unit for spelling, unit in _SPELT.items() if len(spelling) > 3}
_LONG = re.compile(rf"[ -]?(?:U\.S\. |US )?({any_of(_LONG_SPELT)})(?![A-Za-z0-9])", re.IGNORECASE)
_SHORT = re.compile(rf"[ -]?({any_of(s for s in _SPELT if len(s) <= 3)})(?![A-Za-z0-9]|-shirt)")
_OPENINGS = _first_words(_SPELT)
_PERS = {spelling.lower(): per for spelling, per in _names_of(_UNITS["per"]).items()}
_PER = re.compile(rf" ?(?:\([^()]{{0,20}}\) ?)?({any_of(_PERS)})(?![A-Za-z0-9])", re.IGNORECASE)
_AGO = re.compile(r" (?:ago|earlier|before|later|on(?! (?:[0-9A-Z]|the |[a-z]+day))|after)\b")
"""Behind "a year" it makes a time of it, and no rate."""
_PER_OPENINGS = _first_words(_PERS) | {"("}
_PER_INITIALS = frozenset(letter for word in _PER_OPENINGS for letter in (word[0], word[0].upper()))
_NEAR = 150
_OF_DATA = re.compile(
    r"[ -](?:pdf|file|document|download|upload|attachment|image|photo|video|data|memory|storage|disk)s?\b",
    re.IGNORECASE,
)
"""Behind letters that are a unit of oil, or of data: "a 60 mb file"."""
_ENDS = frozenset(",.;:)|")
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
"""The number of a footnote, between a figure and its unit."""


def match_unit(text: str, at: int) -> Unit | None:
    """Read the unit of measure at *at*, a space or hyphen before it included; None where none stands.

    >>> match_unit("450 GW of capacity", 3)
    Unit(name='GW', end=6, nationality=None, power=0, per=None)
    """
    if text[at : at + 1] in _SUPERSCRIPTS:
        at += 1
    beside = text[at : at + 1]
    if beside == "%":
        return Unit("percent", at + 1)
    if beside in _ENDS:
        return None
    first = _FIRST.match(text, at)
    if first is None or first[1].lower() not in _OPENINGS:
        return None
    if found := _LONG.match(text, at):
        return _unit(_LONG_SPELT[found[1].lower()], found.end())
    if (found := _SHORT.match(text, at)) and _is_among(text, at, found[1]):
        return _unit(_SPELT[found[1]], found.end())
    return None


def _is_among(text: str, at: int, name: str) -> bool:
    """False for letters that are a unit only near words which do not stand around *at*: "60 mb" of oil, or of data."""
    near = _BUNDLED.get(name, {}).get("near")
    if near and _OF_DATA.match(text, at + len(name) + 1):
        return False
    around = text[max(0, at - _NEAR) : at + _NEAR]
    return near is None or re.search(rf"\b{any_of(near)}", around, re.IGNORECASE) is not None


def _unit(name: str, end: int) -> Unit:
    bundle = _BUNDLED.get(name)
    return Unit(bundle["unit"], end, power=bundle["power"], per=bundle.get("per")) if bundle else Unit(name, end)


def match_per(text: str, at: int) -> tuple[str, int] | None:
    """Read the denominator at *at* (``per capita``, ``/1,000 live births``, ``annually``) and where it ends.

    >>> match_per("28.09 births/1,000 population", 12)
    ('1000-population', 29)
    """
    beside = text[at : at + 2]
    if beside[:1] not in ("/", "(") and (beside[:1] != " " or beside[-1] not in _PER_INITIALS):
        return None
    first = _PER_FIRST.match(text, at)
    if first is None or first[1].lower() not in _PER_OPENINGS:
        return None
    found = _PER.match(text, at)
    if found and _AGO.match(text, found.end()):
        return None
    return (_PERS[found[1].lower()], found.end()) if found else None
