"""Raised characters: the mark of a note, which is not told, and digits that are (``m²``, ``10⁶``, ``26th``)."""

from __future__ import annotations

import re

from reportdiff.sources.builder import Passage

_NOTE = re.compile(
    r"\[?(?:[0-9]{1,3}(?:[,;–-] ?[0-9]{1,3}){0,9}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶#]{1,3})\]?|\[[^\[\]]{1,40}\]"
)
_ORDINAL = frozenset(("st", "nd", "rd", "th", "s", "er", "o", "a"))
_DIGITS = re.compile(r"[-−–]?[0-9]{1,2}")
_RAISED = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
_UNIT_BEFORE = re.compile(
    r"(?:^|[^A-Za-z])(?:[kcdm]?m|mi|ft|in|yd|nm|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet)$|(?:^|[^0-9.,])10$"
)
_REACH = 14


def looks_like_mark(words: str) -> bool:
    """Whether *words* have the form of a note's mark: ``3``, ``[12]``, ``a``, ``†``, ``[citation needed]``."""
    return _NOTE.fullmatch(words) is not None


def is_raised_mark(words: str, before: str) -> bool:
    """Whether raised *words* behind *before* are the mark of a note.

    >>> is_raised_mark("2", "34 million"), is_raised_mark("2", "1,285,216 km"), is_raised_mark("th", "the 26")
    (True, False, False)
    """
    if words.lower() in _ORDINAL and before[-1:].isdigit():
        return False
    if _DIGITS.fullmatch(words) and _UNIT_BEFORE.search(before[-_REACH:]):
        return False
    return looks_like_mark(words)


def raised(passage: Passage) -> Passage:
    """Digits as raised digits, each where it stands; anything else stays as it is."""
    words = passage.text.strip()
    return Passage(passage.text.translate(_RAISED), passage.runs) if _DIGITS.fullmatch(words) else passage
