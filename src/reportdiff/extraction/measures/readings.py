"""A sentence taken apart for its measures: words, phrases of the vocabulary, countries, and its figures' places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportdiff.extraction.mention import Mention
from reportdiff.vocabulary.countries import Place
from reportdiff.vocabulary.loader import Naming, Vocabulary
from reportdiff.vocabulary.words import WordClasses

_WORD = re.compile(r"[a-z]+(?=[ ,])|(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|[0-9]+")
_DETERMINERS = frozenset({"the", "all", "both", "its", "their", "our"})
_ABBREVIATION = re.compile(r" \([A-Za-z][A-Za-z0-9/]{0,5}\)(?= of )")
"""Behind a unit, which it only shortens: "159 trillion cubic feet (Tcf) of natural gas"."""
_POSSESSIVE = ("'s", "’s")


class Word(NamedTuple):
    """A word or run of digits of a sentence; ``gap`` is the punctuation between the word before and this one."""

    text: str
    lower: str
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
    """A figure: its quote is the words ``first`` to ``end`` (exclusive).

    ``family`` is its unit family as measures name it; ``bracketed`` is true if it opens a bracket.
    """

    first: int
    end: int
    family: str
    bracketed: bool
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence with its figures in order.

    ``foreign`` are the places of the words that name countries, ``taken`` of those inside a figure's quote; ``firsts``
    and ``ends`` are where the figures begin and end, each in order.
    """

    words: Sequence[Word]
    hits: Sequence[Hit]
    named: Sequence[Named]
    figures: Sequence[Figured]
    foreign: frozenset[int]
    taken: frozenset[int]
    firsts: Sequence[int]
    ends: Sequence[int]
    classes: WordClasses

    def lemmas(self, first: int, end: int) -> list[str]:
        """The lemmas of the words from *first* to *end*, exclusive."""
        return [word.lemma for word in self.words[first:end]]

    def has_break(self, first: int, end: int, marks: str) -> bool:
        """True if one of the punctuation *marks* stands before any of the words *first* to *end*, exclusive."""
        return any(mark in word.gap for word in self.words[first:end] if word.gap for mark in marks)

    def is_taken(self, at: int) -> bool:
        """True for a word inside a figure's quote."""
        return at in self.taken

    def past_determiners(self, at: int) -> int:
        """The first word from *at* on that is no "the", "all" or "its"."""
        while at < len(self.words) and self.words[at].lower in _DETERMINERS:
            at += 1
        return at

    def tells(self, at: int) -> bool:
        """True for a word with a meaning of its own: no grammar, hedge, time, number or country."""
        word = self.words[at]
        if at in self.foreign or word.lower in self.classes.bridging or word.lemma in self.classes.bridging:
            return False
        return word.text[0].isalpha() and not word.lower.endswith("ly")

    def clause_of(self, figure: Figured) -> tuple[int, int]:
        """The words around *figure* up to another figure or a semicolon, as (first, end)."""
        before = bisect_right(self.ends, figure.first)
        behind = bisect_left(self.firsts, figure.end)
        begin = self.ends[before - 1] if before else 0
        end = self.firsts[behind] if behind < len(self.firsts) else len(self.words)
        for at in range(min(figure.first, len(self.words) - 1), begin, -1):
            if ";" in self.words[at].gap or ":" in self.words[at].gap:
                begin = at
                break
        for at in range(figure.end, end):
            if ";" in self.words[at].gap:
                return begin, at
        return begin, end


def read_words(content: str, start: int, end: int, classes: WordClasses) -> list[Word]:
    """The words of ``content[start:end]`` in order."""
    words: list[Word] = []
    last, lemma = start, classes.lemma
    for match in _WORD.finditer(content, start, end):
        at, stop = match.span()
        text, gap = content[at:stop], content[last:at]
        possessive = text.endswith(_POSSESSIVE)
        if possessive:
            text = text[:-2]
        last = stop
        lower = text.lower()
        words.append(Word(text, lower, lemma(lower), at, stop, "" if gap == " " else gap.strip(), possessive))
    return words


def _without(words: list[Word], start: int, end: int) -> list[Word]:
    """The words but for those of ``content[start:end]``, after which the others go on as if nothing stood there."""
    kept = [word for word in words if not start <= word.start < end]
    at = bisect_left([word.start for word in kept], end)
    kept[at : at + 1] = [word._replace(gap="") for word in kept[at : at + 1]]
    return kept


def read_sentence(content: str, mentions: Sequence[Mention], vocabulary: Vocabulary) -> Reading:
    """Take the sentence apart that all *mentions* stand in."""
    sentence = mentions[0].sentence
    words = read_words(content, sentence.start, sentence.end, vocabulary.words)
    for mention in mentions:
        if shortened := _ABBREVIATION.match(content, mention.span.end):
            words = _without(words, *shortened.span())
    starts = [word.start for word in words]
    written = [word.text.replace("’", "'") for word in words]
    if content.find("$", sentence.start, sentence.end) >= 0:
        written = [
            "$" if content.startswith("$", word.end) else text for word, text in zip(words, written, strict=True)
        ]
    named = [Named(*found) for found in vocabulary.countries.find(written)]
    figures = [_place(mention, words, starts, vocabulary) for mention in mentions]
    return Reading(
        words=words,
        hits=[Hit(*found) for found in vocabulary.phrases.find([word.lemma for word in words])],
        named=named,
        figures=figures,
        taken=frozenset(at for figure in figures for at in range(figure.first, figure.end)),
        firsts=sorted(figure.first for figure in figures),
        ends=sorted(figure.end for figure in figures),
        foreign=frozenset(at for each in named for at in range(each.first, each.end)),
        classes=vocabulary.words,
    )


def _place(mention: Mention, words: Sequence[Word], starts: Sequence[int], vocabulary: Vocabulary) -> Figured:
    first = bisect_left(starts, mention.span.start)
    if first and words[first - 1].end > mention.span.start:
        first -= 1
    end = max(bisect_left(starts, mention.span.end), first)
    bracketed = first < len(words) and "(" in words[first].gap
    return Figured(first, end, vocabulary.family_of(mention.quantity.unit), bracketed, mention)
