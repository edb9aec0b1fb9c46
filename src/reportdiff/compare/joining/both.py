"""Two tellings with all that joining them looks at, read once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping

from reportdiff.compare.joining.contexts import Context, Contexts, Weights
from reportdiff.compare.joining.likeness import overlap_of
from reportdiff.compare.joining.marks import Marks, marks_of
from reportdiff.compare.reading.sentences import read_sentences
from reportdiff.compare.reading.telling import Telling, once
from reportdiff.model.claim import Claim


class Side:
    """One of two tellings: its sentences, and the contexts and marks of its figures by their index."""

    def __init__(self, telling: Telling, rarity: Weights) -> None:
        self.telling = telling
        self.sentences = read_sentences(telling)
        self.contexts = Contexts(telling, rarity)
        self._indices = once(telling, _indices_of)

    def marks(self, index: int) -> Marks:
        """What binds the figure at *index*."""
        return marks_of(self.telling, index)

    def context_of(self, claim: Claim) -> Context:
        """What stands around *claim*, a figure of this telling."""
        return self.contexts.of(self._indices[id(claim)])


class Reading:
    """Two tellings side by side, with the rarity of each stem in both together."""

    def __init__(self, old: Telling, new: Telling) -> None:
        self.rarity = rarity_in(old, new)
        self.old = Side(old, self.rarity)
        self.new = Side(new, self.rarity)

    def alike(self, old: Claim, new: Claim) -> int:
        """How much the words near two figures, one of each telling, overlap: from 0 to 1000."""
        return overlap_of(self.old.context_of(old).near, self.new.context_of(new).near)


def rarity_in(old: Telling, new: Telling) -> Weights:
    """How much each stem tells: the fewer sentences of both tellings use it, the more."""
    uses = dict(once(old, _uses_of))
    for stem, count in once(new, _uses_of).items():
        uses[stem] = uses.get(stem, 0) + count
    total = len(read_sentences(old)) + len(read_sentences(new))
    weights = {count: round(100 * math.log(1 + total / count)) for count in set(uses.values())}
    return {stem: weights[count] for stem, count in uses.items()}


def _uses_of(telling: Telling) -> Mapping[str, int]:
    """How many sentences of *telling* use each stem."""
    return Counter(stem for sentence in read_sentences(telling) for stem in sentence.stems)


def _indices_of(telling: Telling) -> Mapping[int, int]:
    return {id(claim): index for index, claim in enumerate(telling.claims)}
