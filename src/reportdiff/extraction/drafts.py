"""Facts on their way to becoming claims, and the text as their readers look at it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportdiff.extraction.mention import Circumstances
from reportdiff.grammar.calendar import Days
from reportdiff.model.claim import ClaimKind, Dimensions, Modality, Value
from reportdiff.model.period import UNDATED, Basis, Period, Precision
from reportdiff.model.text import BlockKind, Span, Text
from reportdiff.vocabulary.loader import Vocabulary

_WORDS = re.compile(r"[A-Za-z]+")
_NAME_PARTS = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")
_INTRODUCED = re.compile(
    r"(?P<name>(?:[A-Z][\w’'.-]*|of|and|for|on|the|to|in)(?: (?:[A-Z][\w’'.-]*|of|and|for|on|the|to|in)){1,9}) "
    r"\((?:the )?[“\"]?(?P<short>[A-Z][A-Za-z&]{1,9})[”\"]?\)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDraft:
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
    """A text with what is known about it."""

    text: Text
    circumstances: Circumstances
    vocabulary: Vocabulary

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
        for found in _INTRODUCED.finditer(self.content):
            letters = sum(letter.isupper() for letter in found["short"])
            words = found["name"].split()
            capitals = [at for at, word in enumerate(words) if word[0].isupper()]
            if len(capitals) >= letters > 1:
                known.setdefault(found["short"], " ".join(words[capitals[-letters] :]))
        return known

    @cached_property
    def words(self) -> frozenset[str]:
        """Every run of letters in the text."""
        return frozenset(_WORDS.findall(self.content))

    def places_of(self, cues: frozenset[str]) -> list[int]:
        """Where the words *cues* stand, in order."""
        # A look for the few that occur is cheaper than a pattern tried everywhere.
        content, found = self.content, []
        for word in cues & self.words:
            at = content.find(word)
            while at >= 0:
                end = at + len(word)
                if not content[max(0, at - 1) : at].isalpha() and not content[end : end + 1].isalpha():
                    found.append(at)
                at = content.find(word, end)
        return sorted(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.text.sentences]

    @cached_property
    def _furniture(self) -> list[Span]:
        return [Span(block.start, block.end) for block in self.text.blocks if block.kind is BlockKind.FURNITURE]

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
