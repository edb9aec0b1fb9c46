"""Two tellings with all that joining them looks at, read once."""

from __future__ import annotations

import math
from collections.abc import Iterable

from reportdiff.compare.contexts import Context, Contexts, Weights
from reportdiff.compare.likeness import overlap_of
from reportdiff.compare.marks import Marks, marks_of
from reportdiff.compare.sentences import Sentence, read_sentences
from reportdiff.compare.telling import Telling
from reportdiff.model.claim import Claim


class Side:
    """One of two tellings: its sentences, and the contexts and marks of its figures by their index."""

    def __init__(self, telling: Telling, sentences: list[Sentence], rarity: Weights) -> None:
        self.telling = telling
        self.sentences = sentences
        self.contexts = Contexts(telling, sentences, rarity)
        self._indices = {id(claim): index for index, claim in enumerate(telling.claims)}

    def marks(self, index: int) -> Marks:
        """What binds the figure at *index*."""
        return marks_of(self.telling, index)

    def context_of(self, claim: Claim) -> Context:
        """What stands around *claim*, a figure of this telling."""
        return self.contexts.of(self._indices[id(claim)])


class Reading:
    """Two tellings side by side, with the rarity of each stem in both together."""

    def __init__(self, old: Telling, new: Telling) -> None:
        sentences = read_sentences(old), read_sentences(new)
        self.rarity = rarity_of([*sentences[0], *sentences[1]])
        self.old = Side(old, sentences[0], self.rarity)
        self.new = Side(new, sentences[1], self.rarity)

    def alike(self, old: Claim, new: Claim) -> int:
        """How much the words near two figures, one of each telling, overlap: from 0 to 1000."""
        return overlap_of(self.old.context_of(old).near, self.new.context_of(new).near)


def rarity_of(sentences: Iterable[Sentence]) -> Weights:
    """How much each stem tells: the fewer of *sentences* use it, the more."""
    uses: dict[str, int] = {}
    total = 0
    for sentence in sentences:
        total += 1
        for stem in sentence.stems:
            uses[stem] = uses.get(stem, 0) + 1
    return {stem: round(100 * math.log(1 + total / count)) for stem, count in uses.items()}
