"""Word classes and irregular forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportdiff.vocabulary.inflection import singular


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClasses:
    """Words in lower case by their part in a sentence, as words.toml explains them.

    ``empty`` are all that carry no meaning of their own in the name of a measure; ``bridging`` are those that may stand
    between a measure and its figure.
    """

    function: frozenset[str]
    hedge: frozenset[str]
    time: frozenset[str]
    linking: frozenset[str]
    breaks: frozenset[str]
    listing: frozenset[str]
    of: frozenset[str]
    purpose: frozenset[str]
    source: frozenset[str]
    joint: frozenset[str]
    part_of: frozenset[str]
    share_stop: frozenset[str]
    predicate: frozenset[str]
    instance: frozenset[str]
    moving: frozenset[str]
    adding: frozenset[str]
    verb: frozenset[str]
    possessing: frozenset[str]
    anyone: frozenset[str]
    whole: frozenset[str]
    area: frozenset[str]
    homeland: frozenset[str]
    programme: frozenset[str]
    phrase_end: frozenset[str]
    general: frozenset[str]
    ordinal: frozenset[str]
    unit: frozenset[str]
    irregular: Mapping[str, str]
    empty: frozenset[str]
    bridging: frozenset[str]

    def lemma(self, word: str) -> str:
        """The singular of *word*, in lower case."""
        return self.irregular.get(word) or singular(word)


def read_word_classes(words: Mapping[str, str], irregular: Mapping[str, str]) -> WordClasses:
    """The classes from lists of words separated by blanks, a list for each."""
    classes = {name: frozenset(text.split()) for name, text in words.items()}
    empty = classes["function"] | classes["hedge"] | classes["time"]
    return WordClasses(**classes, irregular=irregular, empty=empty, bridging=empty | classes["linking"])
