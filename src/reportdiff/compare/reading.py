"""Two tellings with all that joining them looks at, read once."""

from __future__ import annotations

import math
from collections.abc import Iterable

from reportdiff.compare.contexts import Contexts, Weights
from reportdiff.compare.marks import Marks, marks_of
from reportdiff.compare.sentences import Sentence, read_sentences
from reportdiff.compare.telling import Telling


class Side:
    """One of two tellings: its sentences, and the contexts and marks of its figures by their index."""

    def __init__(self, telling: Telling, sentences: list[Sentence], rarity: Weights) -> None:
        self.telling = telling
        self.sentences = sentences
        self.contexts = Contexts(telling, sentences, rarity)
        self._marks: dict[int, Marks] = {}

    def marks(self, index: int) -> Marks:
        """What binds the figure at *index*."""
        if index not in self._marks:
            self._marks[index] = marks_of(self.telling, index)
        return self._marks[index]


class Reading:
    """Two tellings side by side, with the rarity of each stem in both together."""

    def __init__(self, old: Telling, new: Telling) -> None:
        sentences = read_sentences(old), read_sentences(new)
        self.rarity = rarity_of([*sentences[0], *sentences[1]])
        self.old = Side(old, sentences[0], self.rarity)
        self.new = Side(new, sentences[1], self.rarity)


def rarity_of(sentences: Iterable[Sentence]) -> Weights:
    """How much each stem tells: the fewer of *sentences* use it, the more."""
    uses: dict[str, int] = {}
    total = 0
    for sentence in sentences:
        total += 1
        for stem in sentence.stems:
            uses[stem] = uses.get(stem, 0) + 1
    return {stem: round(100 * math.log(1 + total / count)) for stem, count in uses.items()}
