"""Worded shares and orders of magnitude: ``a quarter of``, ``two-thirds``, ``tens of thousands``, ``several dozen``."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.grammar.number_words import PARTS, WORDS
from reportdiff.grammar.numbers import ONE, SCALES, Form, Number
from reportdiff.grammar.wordlists import any_of, word_before
from reportdiff.vocabulary.tables import load_table

_FRACTION = re.compile(
    rf"(?:(?P<count>one|two|three|four|five|seven|nine|an?|[1-9])[ -])?(?P<part>{any_of(PARTS)})\b", re.IGNORECASE
)
_SHARE_OF = re.compile(r" (?:(?:of|the|its|their|all)\b|as (?:many|much(?! as\b)|large|big|high|long)\b)|[.,;)]|$")
"""Behind "half"; "half as fast" and "half as much as" tell how a change went, and no share of what changed."""
OF_A_POINT = re.compile(r" (?:of )?(?:an? )?(?:full )?(?:percentage|per ?cent) point\b")
"""Behind a fraction that is one of a percentage point: "by a quarter of a percentage point"."""
_HALVES = frozenset("first second last latter next past previous same corresponding comparable".split())
"""In front of a half that is a stretch of time: "the same half of 2019", "the first half of the season"."""
_MEASURED_BEFORE = re.compile(
    r"\b(?:by|to|over|than|about|nearly|almost|approximately|roughly|least|some|around|only|just)(?: a| one)?$",
    re.IGNORECASE,
)
_REACH = 24
_QUARTERS_BEFORE = re.compile(
    r"\b(?:first|last|latest|next|past|final|previous|preceding|recent|consecutive|all) $", re.IGNORECASE
)
_QUARTERS_BEHIND = re.compile(
    r" (?:(?:of|in) (?:the )?(?:(?:fiscal |financial |calendar )?year\b|FY|fiscal|(?:19|20)[0-9]{2})"
    r"|to |ended|ending|through )"
)
_VAGUE = {word: Decimal(size) for word, size in load_table("grammar")["numbers"]["vague"].items()}
_TIMES = _VAGUE | {"tens": Decimal(10), "": ONE}
_MAGNITUDE = re.compile(
    rf"(?:(?P<times>tens|hundreds|scores|dozens|thousands|millions) of )?(?P<scale>{any_of(_VAGUE)})\b"
    r"|(?:several|a few|many) (?P<few>dozen|hundred|thousand|million|billion)"
    r"(?: (?P<more>thousand|million|billion))?\b",
    re.IGNORECASE,
)
_DOZEN = Decimal(12)


def match_fraction(text: str, at: int) -> Number | None:
    """Read the worded share at *at*; None where the words are an ordinal or the quarter of a year.

    >>> match_fraction("two-thirds of exports", 0).amount.quantize(Decimal("0.01"))
    Decimal('0.67')
    >>> match_fraction("a third impeachment vote", 0)
    """
    found = _FRACTION.match(text, at)
    if not found:
        return None
    count, part, end = (found["count"] or "").lower(), found["part"].lower(), found.end()
    if not _is_share(text, at, end, count, part):
        return None
    times = WORDS.get(count) or (Decimal(count) if count.isdigit() else ONE)
    amount = times / PARTS[part]
    if amount > ONE:
        return None
    return Number(amount, at, end, amount / 10, ONE, Form.FRACTION)


_OF_A_SCALE = re.compile(r" an? (?:hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)


def _is_share(text: str, at: int, end: int, count: str, part: str) -> bool:
    if text.startswith("-", end) or _OF_A_SCALE.match(text, end):
        return False
    if part == "quarters" and (count == "four" or _are_of_a_year(text, at, end)):
        return False
    if part.endswith("s"):
        return count not in ("", "a", "an")
    if not count and (part == "quarter" or word_before(text, 0, at - 1) in _HALVES):
        return False
    if _SHARE_OF.match(text, end) or OF_A_POINT.match(text, end):
        return True
    return part == "half" and bool(_MEASURED_BEFORE.search(text, max(0, at - _REACH), at - 1))


def _are_of_a_year(text: str, at: int, end: int) -> bool:
    """True for quarters that are stretches of time: "the first three quarters of 2023"."""
    return bool(_QUARTERS_BEFORE.search(text, max(0, at - _REACH), at) or _QUARTERS_BEHIND.match(text, end))


def match_vague(text: str, at: int) -> Number | None:
    """Read an order of magnitude: ``tens of thousands`` 10,000, ``several dozen`` 12, ``millions of`` 1,000,000.

    >>> match_vague("tens of thousands of supporters", 0).amount
    Decimal('10000')
    """
    found = _MAGNITUDE.match(text, at)
    if not found:
        return None
    if few := found["few"]:
        amount = _DOZEN if few.lower() == "dozen" else SCALES[few.lower()]
        amount *= SCALES[found["more"].lower()] if found["more"] else ONE
    else:
        scale, times = found["scale"].lower(), (found["times"] or "").lower()
        amount = _VAGUE[scale] * _TIMES[times]
        if not times and scale != "dozens" and not text.startswith(" of", found.end()):
            return None
    return Number(amount, at, found.end(), amount, amount, Form.VAGUE)
