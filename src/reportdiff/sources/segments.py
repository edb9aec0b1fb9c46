"""Sentences of a passage, and sections out of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportdiff.model.text import Section
from reportdiff.sources.abbreviations import BEFORE_MORE, BEFORE_NAME, COMPANY, NEVER_LAST, NUMBERED, OPENERS

_END = re.compile(
    r"[.!?…][\"'”’»)\]]{0,3}(?:(?<=[^0-9\s].)[0-9]{1,3}|[⁰¹²³⁴-⁹]{1,3}|(?<=[”\"])[0-9]{1,3})? "
    r"(?=[\"“‘'«(\[$€£¥0-9A-Z\u00c0-\uffff])"
)
"""A closing mark with what may follow it (quotes, brackets, the number of a note), one space, and a possible start."""

_STARTERS = "\"“‘'«([$€£¥"
_OPENING = "\"“‘'«([ "
_NEXT = re.compile(r"[\"“‘'«(\[]*([^\W\d_]+)")
_BLOCK_START = re.compile(r"[0-9]{1,9}[.)](?:\s|$)|\[[^\]\s]{1,99}\]:")
"""What would begin a list item or a link's address if it stood at the start of a line."""


def sentence_breaks(text: str, start: int = 0) -> Iterator[int]:
    """Where in *text* the single space stands that parts two sentences, in order; one pass.

    >>> list(sentence_breaks("U.S. exports rose 3.5 percent. They fell in 2015.Next year, Brian A. Nichols left."))
    [30]
    """
    begin = start
    for found in _END.finditer(text, start):
        space = found.end() - 1
        if not _may_start(text[space + 1]) or _BLOCK_START.match(text, space + 1):
            continue
        if text[found.start()] != "." or _full_stop_ends(text, begin, found.start(), space):
            yield space
            begin = space + 1


def _may_start(character: str) -> bool:
    return character in _STARTERS or (character.isalnum() and not character.islower())


def _full_stop_ends(text: str, begin: int, stop: int, space: int) -> bool:
    """Whether the full stop at *stop*, in a sentence that starts at *begin*, ends it before the space at *space*."""
    word = text[max(begin, text.rfind(" ", begin, stop) + 1) : stop].lstrip(_OPENING)
    if not word:
        return text[stop - 1 : stop] not in ("", " ")
    if word.isdigit():
        return _number_ends(text, begin, stop - len(word))
    if not _may_abbreviate(word):
        return True
    return _abbreviation_ends(word, text, space)


def _number_ends(text: str, begin: int, at: int) -> bool:
    """Whether a full stop behind the number at *at* ends a sentence: not that of a list, nor that of "Figure 1."."""
    return at > begin and text[begin : at - 1].lower() not in NUMBERED


def _may_abbreviate(word: str) -> bool:
    if len(word) == 1:
        return word.isalpha()
    tail = word.rpartition("(")[2].rpartition("-")[2].rpartition("/")[2].lower()
    return "." in word or tail in BEFORE_NAME or tail in BEFORE_MORE or tail in COMPANY


def _abbreviation_ends(word: str, text: str, space: int) -> bool:
    lower = word.rpartition("(")[2].rpartition("-")[2].rpartition("/")[2].lower()
    if lower in BEFORE_NAME or lower in NEVER_LAST:
        return False
    if lower in ("no", "nos") and text[space + 1].isdigit():
        return False
    following = _NEXT.match(text, space + 1)
    opens = following is not None and following[1] in OPENERS
    if "." in word and not word.replace(".", "").isalpha():
        return not word[-1].isalpha() or len(word.rpartition(".")[2]) > 1 or opens
    if "." in word and len(lower.rpartition(".")[2]) > 3 and lower not in BEFORE_MORE:
        return True
    return opens


def sections_of(headings: Iterable[tuple[str, int, int]], end: int) -> tuple[Section, ...]:
    """Sections out of headings given as (title, level, start), in order, in a text that ends at *end*."""
    heads = list(headings)
    ends = [end] * len(heads)
    open_heads: list[int] = []
    for index, (_, level, start) in enumerate(heads):
        while open_heads and heads[open_heads[-1]][1] >= level:
            ends[open_heads.pop()] = start
        open_heads.append(index)
    return tuple(
        Section(title=title, level=level, start=start, end=stop)
        for (title, level, start), stop in zip(heads, ends, strict=True)
    )
