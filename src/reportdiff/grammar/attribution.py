"""Whom a sentence credits with what it tells."""

from __future__ import annotations

import re

from reportdiff.grammar.calendar import MONTHS
from reportdiff.grammar.wordlists import any_of, hints_at, word_list

_VERB_STEMS = any_of(word_list("attribution", "verbs"))
_ENDINGS = any_of(word_list("attribution", "endings"))
_SMALL = frozenset(word_list("attribution", "small"))
_MONTHS = [month.capitalize() for month in MONTHS]
_NOT_SOURCES = frozenset([*word_list("attribution", "not-sources"), *_MONTHS])
_LEADS = _SMALL | frozenset(_MONTHS)
_NAME_PART = rf"(?:&|[A-Z][A-Za-z.&’'-]{{0,40}}|{any_of(_SMALL)})"
_ATTRIBUTION = re.compile(
    rf"\b[Aa]ccording to (?:the )?(?:(?:{any_of(_MONTHS)} )?[12][0-9]{{3}} )?"
    rf"(?P<to>{_NAME_PART}(?: {_NAME_PART}){{0,8}})"
    r"|\b(?P<by>(?:[A-Z][A-Za-z.&’'-]{1,40} (?:(?:of|for|and|on) (?:the )?)?){1,8})"
    rf"(?:\([A-Z]{{1,20}}\) )?{_VERB_STEMS}(?:{_ENDINGS})?\b"
)
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
        while words and words[-1] in _SMALL:
            words.pop()
        while words and words[0] in (_NOT_SOURCES if found["by"] else _LEADS):
            words.pop(0)
        if words and any(word[0].isupper() for word in words):
            return " ".join(words).removesuffix("'s").removesuffix("’s")
    return None
