"""How alike two sentences are in their words, and which may be one told anew: an inverted index with weights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import log

from reportdiff.compare.reading.words import FUNCTION_WORDS

WORD = re.compile(r"[^\W_]+")

_WORDS_ALONE = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
"""What becomes of the characters of ASCII: small letters and figures are words, and the rest parts them."""

COMMON = 16
"""A word that more free sentences of the old side hold does not lead to candidates: it keeps the index linear."""

FEWEST = 200
"""Texts with fewer free sentences are weighed as if they had so many, lest a word told twice seem common."""

FINE = 1000
FAINT = 200
"""Units of weight: what a word that carries meaning has of them, and what a word of grammar has."""

CANDIDATES = 4
NEAR_BEST = 0.6
"""Candidates that share less than this part of what the best one shares are not looked at."""


class Likeness:
    """The words of the free sentences on both sides, weighed by how rare they are among them.

    ``old`` and ``new``: the words of each free sentence by its index.
    """

    __slots__ = ("_masses", "_weights", "new", "old")

    def __init__(self, old: Mapping[int, str], new: Mapping[int, str]) -> None:
        self.old = {index: words_of(text) for index, text in old.items()}
        self.new = {index: words_of(text) for index, text in new.items()}
        self._weights = _weigh([*self.old.values(), *self.new.values()])
        self._masses = tuple(
            {index: self.mass(words) for index, words in side.items()} for side in (self.old, self.new)
        )

    def mass(self, words: Iterable[str]) -> int:
        """What *words* weigh together; whole numbers, so that the order of a set plays no part."""
        return sum(map(self._weights.__getitem__, words))

    def of(self, old: int, new: int) -> float:
        """The share of their words, by weight, that two sentences have in common: Dice's coefficient, 0 to 1."""
        both = self._masses[0][old] + self._masses[1][new]
        return 2 * self.mass(self.old[old] & self.new[new]) / both if both else 0.0

    def candidates(self, old: Iterable[int], new: Iterable[int]) -> Iterator[tuple[int, int]]:
        """For each of *new* the few of *old* that share most of its rarer words."""
        index = self._index(old)
        weights = self._weights
        for place in new:
            scores: dict[int, int] = {}
            for word in index.keys() & self.new[place]:
                weight = weights[word]
                for other in index[word]:
                    scores[other] = scores.get(other, 0) + weight
            if scores:
                least = max(scores.values()) * NEAR_BEST
                best = sorted((-score, other) for other, score in scores.items() if score >= least)
                yield from ((other, place) for _, other in best[:CANDIDATES])

    def _index(self, old: Iterable[int]) -> dict[str, list[int]]:
        """Word → the sentences that hold it, for words that carry meaning and are not common."""
        index: dict[str, list[int]] = {}
        for place in old:
            for word in self.old[place] - FUNCTION_WORDS:
                index.setdefault(word, []).append(place)
        return {word: places for word, places in index.items() if len(places) <= COMMON}


def words_of(text: str) -> frozenset[str]:
    """The different words of *text*, in lower case.

    >>> sorted(words_of("The U.S. gave, in 2015, $8.8 million"))
    ['2015', '8', 'gave', 'in', 'million', 's', 'the', 'u']
    """
    if text.isascii():  # a table and a split take half of the time of the expression
        return frozenset(text.translate(_WORDS_ALONE).split())
    return frozenset(WORD.findall(text.lower()))


def _weigh(sentences: Sequence[frozenset[str]]) -> dict[str, int]:
    """Word → its weight: the rarer the heavier, words of grammar faint."""
    holders = Counter(chain.from_iterable(sentences))
    number = max(FEWEST, len(sentences))
    rarity = {count: log(1 + number / count) for count in set(holders.values())}
    fine = {count: int(rare * FINE) for count, rare in rarity.items()}
    weights = {word: fine[count] for word, count in holders.items()}
    for word in FUNCTION_WORDS & holders.keys():
        weights[word] = int(rarity[holders[word]] * FAINT)
    return weights
