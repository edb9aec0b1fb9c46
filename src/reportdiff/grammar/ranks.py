"""Ranks by size: "fourth largest", "ranked 14th"."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.grammar.numbers import ONE, Number
from reportdiff.grammar.wordlists import any_of, word_list

ORDINALS = {word: Decimal(n) for n, word in enumerate(word_list("numbers", "ordinals"), 1)}
_ORDINAL = rf"(?P<word>{any_of(ORDINALS)})|(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th)"
_SMALL = "(?:as|at|in|only|just|the)"
_BY_SIZE = re.compile(
    rf"(?:{_ORDINAL})[- ](?:(?:[a-z]+est|{any_of(word_list('ranks', 'adjectives'))})\b(?:[- ][a-z-]+)?"
    rf"|place\b(?= {any_of(word_list('ranks', 'behind-place'))}\b))",
    re.IGNORECASE,
)
_RANKED = re.compile(
    rf"\b{any_of(word_list('ranks', 'verbs'))} (?:(?:it|them|the country|(?-i:[A-Z][a-z]+)) )?(?:{_SMALL} )*"
    rf"(?:number |No\. |#)?(?:{_ORDINAL}|(?P<plain>[0-9]{{1,3}})(?![0-9,.]?[0-9]|-| percent|%))",
    re.IGNORECASE,
)


def match_rank(text: str, at: int) -> Number | None:
    """Read the rank at *at*; None for an ordinal of sequence or of a name.

    >>> match_rank("fourth largest conservation donor", 0).amount, match_rank("fourth annual forum", 0)
    (Decimal('4'), None)
    """
    found = _RANKED.match(text, at) or _BY_SIZE.match(text, at)
    if not found:
        return None
    groups = found.groupdict()
    word, digits = groups["word"], groups["digits"] or groups.get("plain")
    amount = ORDINALS[word.lower()] if word else Decimal(digits or 0)
    return Number(amount, at, found.end(), ONE) if amount else None
