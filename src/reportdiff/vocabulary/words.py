"""Word classes and irregular forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportdiff.vocabulary.inflection import lemma


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClasses:
    """Words in lower case by their part in a sentence, as words.toml explains them.

    ``empty`` are all that carry no meaning of their own in the name of a measure; ``bridging`` are those that may stand
    between a measure and its figure.
    """

    function: frozenset[str]
    linking: frozenset[str]
    breaks: frozenset[str]
    listing: frozenset[str]
    of: frozenset[str]
    irregular: Mapping[str, str]
    empty: frozenset[str]
    bridging: frozenset[str]

    def lemma(self, word: str) -> str:
        """The singular of *word*, in lower case."""
        return lemma(word, self.irregular)


def read_word_classes(words: Mapping[str, str], irregular: Mapping[str, str]) -> WordClasses:
    """The classes from lists of words separated by blanks."""
    classes = {name: frozenset(text.split()) for name, text in words.items()}
    empty = classes["function"] | classes["hedge"] | classes["time"]
    return WordClasses(
        function=classes["function"],
        linking=classes["linking"],
        breaks=classes["breaks"],
        listing=classes["listing"],
        of=classes["of"],
        irregular=irregular,
        empty=empty,
        bridging=empty | classes["linking"],
    )
