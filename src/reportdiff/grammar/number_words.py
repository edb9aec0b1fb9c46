"""Numbers in words, where they count: ``half a million``, ``three and a half``, ``forty-two``."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.grammar.numbers import ONE, SCALES, Form, Number, match_number
from reportdiff.grammar.wordlists import any_of, word_list
from reportdiff.vocabulary.tables import load_table

_ZERO = Decimal(0)
_UNITS, _TENS = word_list("numbers", "units"), word_list("numbers", "tens")
WORDS = {word: Decimal(n) for n, word in enumerate(_UNITS)} | {word: Decimal(10 * n) for n, word in enumerate(_TENS, 2)}
PARTS: dict[str, int] = load_table("grammar")["numbers"]["parts"]
_ROUND = r"(?:hundred|thousand|million|billion|trillion)"
_LEAD = re.compile(rf"(half an?|an?|one-half|a half|a quarter) (?={_ROUND}\b|dozen\b)", re.IGNORECASE)
_LEADS = dict.fromkeys(("half a", "half an", "one-half", "a half"), Decimal("0.5")) | {"a quarter": Decimal("0.25")}
_WORD = re.compile(r"[A-Za-z]+")
_JOINT = re.compile(r"[ -]")
_AND = re.compile(rf"[ -]and[ -](?={any_of(WORDS)}\b(?![ -]{_ROUND}\b))", re.IGNORECASE)
_AND_PART = re.compile(r"[ -]and[ -](?:an?|one)[ -](half|quarter|third)\b", re.IGNORECASE)


def match_number_words(text: str, at: int) -> Number | None:
    """Read the number in words that starts at *at*; None where none does.

    >>> match_number_words("three and a half million people", 0).amount
    Decimal('3500000.0')
    >>> match_number_words("forty-two", 0).amount, match_number_words("of them", 0)
    (Decimal('42'), None)
    """
    total, current, smallest, end, place = _ZERO, None, ONE, at, at
    if lead := _LEAD.match(text, at):
        current, place = _LEADS.get(lead[1].lower(), ONE), lead.end()
    while found := _WORD.match(text, place):
        word = found.group().lower()
        step = _step(word, total, current)
        if step is None:
            break
        (total, current, smallest), end = step, found.end()
        if part := _AND_PART.match(text, end):
            current = (current or _ZERO) + ONE / PARTS[part[1].lower()]
            smallest, end = Decimal("0.1"), part.end()
        joint = _AND.match(text, end) if word in ("hundred", "thousand", "million") else None
        joint = joint or _JOINT.match(text, end)
        if not joint:
            break
        place = joint.end()
    if end == at:
        return None
    return Number(total + (current or _ZERO), at, end, smallest, max(smallest, ONE), Form.WORDS)


def _step(word: str, total: Decimal, current: Decimal | None) -> tuple[Decimal, Decimal | None, Decimal] | None:
    """Take one more word: the sum so far, the group under way, and the place of the last digit; None if it ends."""
    if word in WORDS:
        joins = current is None or not current % 100 or (WORDS[word] < 10 and not current % 10 and current % 100 >= 20)
        return (total, (current or _ZERO) + WORDS[word], ONE) if joins else None
    count = ONE if current is None else current
    if word == "hundred":
        return total, count * 100, SCALES[word]
    if word == "dozen":
        return total, count * 12, ONE
    if word in SCALES and len(word) > 3 and not (current is None and total):
        return total + count * SCALES[word], None, SCALES[word]
    return None


def read_number(text: str) -> Decimal | None:
    """Read the figure that *text* consists of, in digits or in words; None if it is not one.

    >>> read_number("1,204"), read_number("forty-two"), read_number("2.5 billion")
    (Decimal('1204'), Decimal('42'), Decimal('2500000000.0'))
    >>> read_number("about")
    """
    stripped = text.strip()
    found = match_number(stripped, 0) or match_number_words(stripped, 0)
    return found.amount if found and found.end == len(stripped) else None
