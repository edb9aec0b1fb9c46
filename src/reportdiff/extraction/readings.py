"""A sentence taken apart for its measures: words, phrases of the vocabulary, countries, and the places of its figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportdiff.extraction.mention import Mention
from reportdiff.vocabulary.countries import Place
from reportdiff.vocabulary.loader import Naming, Vocabulary

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|[0-9]+")
_POSSESSIVE = ("'s", "’s")


class Word(NamedTuple):
    """A word or run of digits of a sentence; ``gap`` is the punctuation between the word before and this one."""

    text: str
    lemma: str
    start: int
    end: int
    gap: str
    possessive: bool


class Hit(NamedTuple):
    """A phrase of the vocabulary: words ``first`` to ``end`` (exclusive) and what they name."""

    first: int
    end: int
    naming: Naming


class Named(NamedTuple):
    """A country: words ``first`` to ``end`` (exclusive)."""

    first: int
    end: int
    place: Place


class Figured(NamedTuple):
    """A figure: its quote is the words ``first`` to ``end`` (exclusive); ``bracketed`` if it opens a bracket."""

    first: int
    end: int
    bracketed: bool
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence with its figures in order."""

    words: Sequence[Word]
    hits: Sequence[Hit]
    named: Sequence[Named]
    figures: Sequence[Figured]

    def lemmas(self, first: int, end: int) -> list[str]:
        """The lemmas of the words from *first* to *end*, exclusive."""
        return [word.lemma for word in self.words[first:end]]

    def has_break(self, first: int, end: int, marks: str) -> bool:
        """True if one of the punctuation *marks* stands before any of the words *first* to *end*, exclusive."""
        return any(mark in word.gap for word in self.words[first:end] if word.gap for mark in marks)

    def is_taken(self, at: int) -> bool:
        """True for a word inside a figure's quote."""
        return any(figure.first <= at < figure.end for figure in self.figures)


def read_words(content: str, start: int, end: int, vocabulary: Vocabulary) -> list[Word]:
    """The words of ``content[start:end]`` in order."""
    words: list[Word] = []
    last = start
    lemma = vocabulary.words.lemma
    for match in _WORD.finditer(content, start, end):
        text, at, stop = match.group(), match.start(), match.end()
        gap = content[last:at]
        possessive = text.endswith(_POSSESSIVE) or content[stop : stop + 1] in ("'", "’")
        if possessive and text[-2:] in _POSSESSIVE:
            text = text[:-2]
        last = stop
        words.append(Word(text, lemma(text.lower()), at, stop, "" if gap == " " else gap.strip(), possessive))
    return words


def read_sentence(content: str, mentions: Sequence[Mention], vocabulary: Vocabulary) -> Reading:
    """Take the sentence apart that all *mentions* stand in."""
    sentence = mentions[0].sentence
    words = read_words(content, sentence.start, sentence.end, vocabulary)
    starts = [word.start for word in words]
    return Reading(
        words=words,
        hits=[Hit(*found) for found in vocabulary.phrases.find([word.lemma for word in words])],
        named=find_places(words, vocabulary),
        figures=[_place(mention, words, starts) for mention in mentions],
    )


def find_places(words: Sequence[Word], vocabulary: Vocabulary) -> list[Named]:
    """The countries named in *words*."""
    return [Named(*found) for found in vocabulary.countries.find([word.text.replace("’", "'") for word in words])]


def _place(mention: Mention, words: Sequence[Word], starts: Sequence[int]) -> Figured:
    first = bisect_left(starts, mention.span.start)
    if first and words[first - 1].end > mention.span.start:
        first -= 1
    end = max(bisect_left(starts, mention.span.end), first)
    bracketed = first < len(words) and "(" in words[first].gap
    return Figured(first, end, bracketed, mention)
