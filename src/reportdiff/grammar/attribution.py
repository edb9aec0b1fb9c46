"""Whom a sentence credits with what it tells."""

from __future__ import annotations

import re

from reportdiff.grammar.calendar import MONTHS
from reportdiff.grammar.nations import country_code, nations_people
from reportdiff.grammar.wordlists import any_of, hints_at, word_list

_VERB_STEMS = any_of(word_list("attribution", "verbs"))
_ENDINGS = any_of(word_list("attribution", "endings"))
_SMALL = frozenset(word_list("attribution", "small"))
_PLACES = word_list("attribution", "places")
_WEEKDAYS = word_list("attribution", "weekdays")
_MONTHS = [month.capitalize() for month in MONTHS]
_NOT_SOURCES = frozenset([*word_list("attribution", "not-sources"), *_MONTHS])
_NO_NAMES = _SMALL | frozenset(_MONTHS)
"""What a name neither begins nor ends with."""
# "The Sunday Times" is a name, "on Sunday" is none.
_NO_DAY = rf"(?!(?<![Tt]he ){any_of(_WEEKDAYS)}\b)"
_JOINED = rf"(?:of|for|and|on(?! {any_of(_WEEKDAYS)}\b)) (?:the )?"
_NAME_PART = rf"(?:&|{_NO_DAY}[A-Z][A-Za-z.&’'-]{{0,40}}|{any_of(_SMALL)})"
_ATTRIBUTION = re.compile(
    rf"\b[Aa]ccording to (?:the )?(?:(?:{any_of(_MONTHS)} )?[12][0-9]{{3}} )?"
    rf"(?P<to>{_NAME_PART}(?: {_NAME_PART}){{0,8}})"
    rf"|\b(?P<by>(?:{_NO_DAY}[A-Z][A-Za-z.&’'-]{{1,40}} (?:{_JOINED})?){{1,8}})"
    rf"(?:\([A-Z]{{1,20}}\) )?(?:on {any_of(_WEEKDAYS)} )?{_VERB_STEMS}(?:{_ENDINGS})?\b"
)
_LEAD_REACH = 10
"""As many letters as the longest preposition in front of a place has, and its article and blanks."""
_HINT = re.compile(rf"[^A-Za-z0-9_](?:{_VERB_STEMS}|[Aa]ccording to )")


def read_attribution(text: str, start: int, end: int) -> str | None:
    """The source that the sentence ``text[start:end]`` credits, or None.

    >>> read_attribution("growth slowed to 2.7%, according to the International Monetary Fund.", 0, 68)
    'International Monetary Fund'
    """
    if not hints_at(_HINT, text, start, end):
        return None
    for found in _ATTRIBUTION.finditer(text, start, end):
        words = (found["to"] or found["by"]).strip(" .,").split()
        while words and words[-1] in _NO_NAMES:
            words.pop()
        words = _without_lead(words, _NO_NAMES) if found["to"] else _named_by(text, found.start(), words)
        if words and any(word[0].isupper() for word in words):
            return " ".join(words).removesuffix("'s").removesuffix("’s")
    return None


def _without_lead(words: list[str], leads: frozenset[str]) -> list[str]:
    return words[next((at for at, word in enumerate(words) if word not in leads), len(words)) :]


def _named_by(text: str, at: int, words: list[str]) -> list[str]:
    """The source among the *words* in front of a verb, which begin at *at*; only its short form behind a place."""
    named = _without_lead(words, _NOT_SOURCES)
    before = words[: len(words) - len(named)] or text[max(0, at - _LEAD_REACH) : at].split()
    article = before[-1:] == ["the"]
    if article:
        before.pop()
    if not before or before[-1] not in _PLACES or not named:
        return named
    if _is_country(named):
        return []
    if _is_country(named[:-1]):
        return named[-1:]
    if article:
        return named
    return named[-1:] if len(named) > 1 and named[-1].isupper() and named[-2] not in _SMALL else []


def _is_country(words: list[str]) -> bool:
    """True for the name of a country, not of its people: "the Netherlands", not "the Dutch"."""
    name = " ".join(words)
    return country_code(name) is not None and nations_people().isdisjoint({name.lower(), f"{name.lower()}s"})
