"""Multiples: "doubled", "threefold", "1.8 times as many"."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.grammar.numbers import Number
from reportdiff.grammar.wordlists import any_of, word_list

_VERBS = re.compile(
    r"(?P<two>(?:re)?doubl(?:ed|es|ing)\b|double(?= (?:the|its|their|that of|what)\b)|twofold\b"
    r"|twice(?= (?:as|the|its|that|what)\b))"
    r"|(?P<three>tripl(?:ed|es|ing)\b|triple(?= (?:the|its|their)\b)|threefold\b)"
    r"|(?P<four>quadrupl(?:ed|es|ing)\b|quadruple(?= (?:the|its|their)\b)|fourfold\b)"
    r"|(?P<five>quintupl(?:ed|es|ing)\b|fivefold\b)|(?P<ten>tenfold\b)"
    r"|(?P<half>halv(?:ed|es|ing)\b|halve(?= (?:the|its|their)\b))",
    re.IGNORECASE,
)
_VALUES = {
    "two": Decimal(2),
    "three": Decimal(3),
    "four": Decimal(4),
    "five": Decimal(5),
    "ten": Decimal(10),
    "half": Decimal("0.5"),
}
_INFINITIVE = re.compile(r"(?:double|triple|quadruple|halve)\b", re.IGNORECASE)
_INFINITIVES = {"double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "halve": Decimal("0.5")}
_VERB_BEFORE = re.compile(r"(?:to|will|would|could|may) (?:more than |nearly |almost |over )?$")
_REACH = 24
_TIMES = re.compile(rf"[ -]times(?= {any_of(word_list('multiples', 'times'))}\b)|x(?= |\b)|[- ]?fold\b")
_TIMES_BESIDE = frozenset({" t", "-t", " f", "-f", "x ", "fo"})
_TENTH = Decimal("0.1")


def match_multiple(text: str, at: int) -> Number | None:
    """Read the multiple that is a word at *at*: ``doubled`` 2, ``halved`` 0.5.

    >>> match_multiple("doubled under the agreement", 0).amount, match_multiple("double taxation", 0)
    (Decimal('2'), None)
    """
    if found := _VERBS.match(text, at):
        return Number(_VALUES[str(found.lastgroup)], at, found.end(), _TENTH)
    if (found := _INFINITIVE.match(text, at)) and _VERB_BEFORE.search(text, max(0, at - _REACH), at):
        return Number(_INFINITIVES[found.group().lower()], at, found.end(), _TENTH)
    return None


def as_multiple(text: str, number: Number) -> Number | None:
    """The multiple that *number* and the words behind it make: ``1.8 times as many`` 1.8; None where they make none.

    >>> from reportdiff.grammar.numbers import match_number
    >>> as_multiple("1.8 times as many", match_number("1.8 times as many", 0)).end
    9
    """
    beside = text[number.end : number.end + 2]
    if beside not in _TIMES_BESIDE and beside[:1] != "x":
        return None
    if number.amount <= 0 or (number.start and text[number.start - 1] in "$€£-."):
        return None
    times = _TIMES.match(text, number.end)
    return Number(number.amount, number.start, times.end(), number.quantum, form=number.form) if times else None
