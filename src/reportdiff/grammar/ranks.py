"""Ranks by size ("fourth largest", "ranked 14th") and multiples ("doubled", "threefold", "1.8 times")."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.grammar.numbers import Number, match_number, match_number_words

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: Decimal(n) for n, word in enumerate(_ORDINAL_WORDS, 1)}
_ORDINAL = rf"(?P<word>{'|'.join(_ORDINAL_WORDS)})|(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th)"
_BY_SIZE = re.compile(rf"(?:{_ORDINAL})[- ](?:(?:[a-z]+est|most|least|leading)\b(?:[- ][a-z-]+)?|place\b(?= (?:in|among|on|of|for|worldwide|globally)\b))", re.IGNORECASE)
_RANKED = re.compile(
    rf"\b(?:rank(?:s|ed|ing)?|placed|finished|came|comes) (?:(?:it|them|the country|[A-Z][a-z]+) )?(?:(?:as|at|in|only|just|the) )*(?:number |No\. |#)?(?:{_ORDINAL}|(?P<plain>[0-9]{{1,3}})(?![0-9,.]?[0-9]|-| percent|%))",
    re.IGNORECASE,
)


def match_rank(text: str, at: int) -> Number | None:
    """Read the rank at *at*; None for an ordinal of sequence or of a name.

    >>> match_rank("fourth largest conservation donor", 0).amount, match_rank("fourth annual forum", 0)
    (Decimal('4'), None)
    """
    found = _RANKED.match(text, at) if text[at].lower() in "rpc" or text.startswith(("fini", "Fini"), at) else _BY_SIZE.match(text, at)
    if not found:
        return None
    groups = found.groupdict()
    word, digits = groups["word"], groups["digits"] or groups.get("plain")
    amount = ORDINALS[word.lower()] if word else Decimal(digits or 0)
    return Number(amount, at, found.end(), Decimal(1)) if amount else None


_VERBS = re.compile(
    r"(?P<two>(?:re)?doubl(?:ed|es|ing)\b|double(?= (?:the|its|their|that of|what)\b)|twofold\b|twice(?= (?:as|the|its|that|what)\b))"
    r"|(?P<three>tripl(?:ed|es|ing)\b|triple(?= (?:the|its|their)\b)|threefold\b)"
    r"|(?P<four>quadrupl(?:ed|es|ing)\b|quadruple(?= (?:the|its|their)\b)|fourfold\b)"
    r"|(?P<five>quintupl(?:ed|es|ing)\b|fivefold\b)|(?P<ten>tenfold\b)"
    r"|(?P<half>halv(?:ed|es|ing)\b|halve(?= (?:the|its|their)\b))",
    re.IGNORECASE,
)
_TO_VERB = re.compile(r"(?:to|will|would|could|would|may) (?:more than |nearly |almost |over )?$")
_INFINITIVE = re.compile(r"(?:double|triple|quadruple|halve)\b", re.IGNORECASE)
_VALUES = {
    "two": Decimal(2),
    "three": Decimal(3),
    "four": Decimal(4),
    "five": Decimal(5),
    "ten": Decimal(10),
    "half": Decimal("0.5"),
}
_INFINITIVES = {"double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "halve": Decimal("0.5")}
_TIMES = re.compile(
    r"[ -]times (?=(?:as|more|higher|larger|greater|the|its|that|less|lower|smaller|bigger|faster|what|over|earnings|sales|revenue|book|capacity|its|their|normal|average|annual|gross|net|prescribed)\b)|x(?= |\b)|[- ]?fold\b"
)


def match_multiple(text: str, at: int) -> Number | None:
    """Read the multiple at *at*: ``doubled`` 2, ``halved`` 0.5, ``1.8 times as many`` 1.8.

    >>> match_multiple("doubled under the agreement", 0).amount, match_multiple("double taxation", 0)
    (Decimal('2'), None)
    """
    if found := _VERBS.match(text, at):
        amount = next(_VALUES[name] for name, value in found.groupdict().items() if value)
        return Number(amount, at, found.end(), Decimal("0.1"))
    if (found := _INFINITIVE.match(text, at)) and _TO_VERB.search(text, max(0, at - 24), at):
        return Number(_INFINITIVES[found.group().lower()], at, found.end(), Decimal("0.1"))
    number = match_number(text, at) if text[at].isdigit() and text[at].isascii() else match_number_words(text, at)
    if number is None or number.amount <= 0 or (at and text[at - 1] in "$€£-."):
        return None
    times = _TIMES.match(text, number.end)
    return Number(number.amount, at, times.end(), number.quantum, form=number.form) if times else None
