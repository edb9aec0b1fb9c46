"""Facts on their way to becoming claims, and the text as their readers look at it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from reportdiff.extraction.mention import Circumstances
from reportdiff.grammar.calendar import Days
from reportdiff.model.claim import ClaimKind, Dimensions, Modality, Value
from reportdiff.model.period import UNDATED, Basis, Period, Precision
from reportdiff.model.text import FURNITURE, Span, Text
from reportdiff.vocabulary.loader import Vocabulary

_LETTERS_ALONE = bytes(code if chr(code).isalpha() and code < 128 else 32 for code in range(256))
_NAME_PARTS = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")
_SHORT = r"\((?:the )?[“\"]?(?P<short>[A-Z][A-Za-z&]{1,9})[”\"]?\)"
_INTRODUCING = re.compile(_SHORT)
_INTRODUCED = re.compile(
    r"(?P<name>(?:[A-Z][\w’'.-]*|of|and|for|on|the|to|in)(?: (?:[A-Z][\w’'.-]*|of|and|for|on|the|to|in)){1,9}) "
    + _SHORT
)


class FactDraft(NamedTuple):
    """What a text says of an event, an office or a membership, before it has an id. ``span`` is the quote."""

    kind: ClaimKind
    measure: str
    value: Value
    period: Period
    span: Span
    sentence: Span
    dimensions: Dimensions = ()
    modality: Modality = Modality.REPORTED
    attribution: str | None = None


@dataclass(frozen=True)
class Page:
    """A text with what is known about it; *cues* are the words whose places the readers of facts ask for."""

    text: Text
    circumstances: Circumstances
    vocabulary: Vocabulary
    cues: frozenset[str]

    @property
    def content(self) -> str:
        return self.text.content

    @cached_property
    def subject(self) -> str | None:
        """The code of the country that the text is about, None where it is about none."""
        return self.vocabulary.countries.code_of(self.circumstances.subject)

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """Abbreviations that the text introduces in brackets, with the names that they stand for."""
        known: dict[str, str] = {}
        for found in self._introduced():
            letters = sum(letter.isupper() for letter in found["short"])
            words = found["name"].split()
            capitals = [at for at, word in enumerate(words) if word[0].isupper()]
            if len(capitals) >= letters > 1:
                known.setdefault(found["short"], " ".join(words[capitals[-letters] :]))
        return known

    def _introduced(self) -> Iterator[re.Match[str]]:
        """Names with their abbreviations behind them, looked for only in lines that have such a bracket."""
        content, done = self.content, 0
        for bracket in _INTRODUCING.finditer(content):
            if bracket.start() >= done:
                start, end = content.rfind("\n", 0, bracket.start()) + 1, content.find("\n", bracket.end())
                done = end if end >= 0 else len(content)
                yield from _INTRODUCED.finditer(content, start, done)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each of the cues stands that the text has, in order."""
        content = self.content
        # All but letters blanked and the text split at the blanks: far quicker than a pattern from word to word.
        letters = f" {content} ".encode("ascii", "replace").translate(_LETTERS_ALONE).decode("ascii")
        places: dict[str, list[int]] = {}
        end = 0
        for word in filter(self.cues.__contains__, letters.split()):
            start = letters.find(f" {word} ", end)
            end = start + len(word)
            if not content[start - 1 : start].isalpha() and not content[end : end + 1].isalpha():
                places.setdefault(word, []).append(start)
        return places

    def places_of(self, cues: frozenset[str]) -> list[int]:
        """Where the words *cues* stand, which are among those of the page, in order."""
        places = self._places
        return sorted([at for word in places.keys() & cues for at in places[word]])

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.text.sentences]

    @cached_property
    def _furniture(self) -> list[Span]:
        return [Span(block.start, block.end) for block in self.text.blocks if block.kind is FURNITURE]

    @cached_property
    def _furniture_starts(self) -> list[int]:
        return [span.start for span in self._furniture]

    def sentence_at(self, place: int) -> Span | None:
        """The sentence around *place*; None outside of sentences and in page furniture."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or self.text.sentences[index].end <= place:
            return None
        before = bisect_right(self._furniture_starts, place) - 1
        if before >= 0 and place < self._furniture[before].end:
            return None
        return self.text.sentences[index]

    def countries_in(self, start: int, end: int) -> Iterator[str]:
        """The codes of the countries, not groups of them, named in the text from *start* to *end*, in order."""
        for _, _, place in self.vocabulary.countries.find(_NAME_PARTS.findall(self.content, start, end)):
            if place.code.isupper():
                yield place.code

    def as_published(self) -> Period:
        """The day of publication; undated where that is not known."""
        published = self.circumstances.published
        if published is None:
            return UNDATED
        return Period(start=published, end=published, precision=Precision.DAY, basis=Basis.PUBLISHED)


def stated(days: Days, text: str) -> Period:
    """The period that *text* states in so many words."""
    return Period(start=days.first, end=days.last, precision=days.precision, basis=Basis.STATED, text=text)


def span_of(first: date, last: date, text: str | None) -> Period:
    """The stated period between two days."""
    return Period(start=first, end=max(first, last), precision=Precision.SPAN, basis=Basis.STATED, text=text)
