"""Hyphens at the end of a line: those that only part a word for want of room, and those that the word has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

_COMPOUND = re.compile(r"(?<!\w)\w+(?:-\w+)+")
_WORD = re.compile(r"[^\W\d_]+(?!-)")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPLIT = re.compile(r"[^\W\d_]+-\s{1,3}[^\W\d_]+")
_LONGEST_WORD = 40
_KEPT_BEFORE = frozenset(
    """all anti bi co counter cross de double ex extra far full half high inter intra long low macro mega micro mid mini
    mono multi near non off one over part post pre pro pseudo quasi re self semi short single sub super third trans two
    three four five ultra un under well year zero""".split()
)


class Hyphens:
    """Tells by the other words of a document whether a line-end hyphen belongs to the word.

    *breaks* are the places in *source* of hyphens that stand for a line end too.
    """

    def __init__(self, source: str, breaks: Iterable[int] = ()) -> None:
        self._source = source
        self._breaks = tuple(breaks)

    def parts_word(self, end: int, start: int) -> bool:
        """Whether the hyphen before *end* goes when the line is joined with what begins at *start*.

        It stays where a figure or a capital is beside it, where the document has the compound elsewhere, and where
        both halves are words of their own.
        """
        source = self._source
        if end < 2 or source[end - 1] != "-" or not source[end - 2].islower() or not source[start].islower():
            return False
        first, second = _word_before(source, end - 1), _LETTERS.match(source, start)
        return bool(first) and second is not None and self._is_one(first.lower(), second[0].lower())

    def _is_one(self, first: str, second: str) -> bool:
        if first + second in self._words:
            return True
        if f"{first}-{second}" in self._compounds or first in _KEPT_BEFORE:
            return False
        return not (self._words[first] and self._words[second])

    @cached_property
    def _lines(self) -> str:
        """The source, each line-end hyphen followed by a line end, and the words that it parts taken out."""
        parts: list[str] = []
        at = 0
        for place in self._breaks:
            parts += (self._source[at : place + 1], "\n")
            at = place + 1
        return _SPLIT.sub(" ", "".join(parts) + self._source[at:])

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(word.lower() for word in _WORD.findall(self._lines))

    @cached_property
    def _compounds(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _COMPOUND.findall(self._lines))


def _word_before(source: str, end: int) -> str:
    """The letters before *end*; none where a hyphen stands before them."""
    start = end
    while start > 0 and end - start < _LONGEST_WORD and source[start - 1].isalpha():
        start -= 1
    return source[start:end] if start == 0 or source[start - 1] != "-" else ""
