"""What each figure measures: a key of the vocabulary or an open one, and the dimensions that pin it down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportdiff.extraction.measures.label_measures import field_of_prose, is_field, name_by_label, with_part
from reportdiff.extraction.measures.parties import Parties
from reportdiff.extraction.measures.readings import read_sentence
from reportdiff.extraction.measures.sentence_measures import SentenceNamer
from reportdiff.extraction.mention import Circumstances, Mention
from reportdiff.model.claim import Dimensions
from reportdiff.vocabulary.loader import Vocabulary

Named = tuple[str, Dimensions]

_MOST_BETWEEN = 2
"""Characters between a sentence and the one right before it."""


def name_measures(
    content: str, mentions: Sequence[Mention], vocabulary: Vocabulary, circumstances: Circumstances
) -> list[Named]:
    """The measure and the dimensions of each of *mentions*, in their order.

    Mentions of one sentence follow each other: they share measure words. A figure that no phrase of the vocabulary
    surely names gets an open key from the words around it.
    """
    document = _Document(content, vocabulary, circumstances)
    named: list[Named] = []
    for labelled, group in groupby(mentions, key=lambda mention: is_field(content, mention)):
        if labelled:
            named.extend(name_by_label(content, mention, vocabulary) for mention in group)
        else:
            named.extend(document.name(list(group)))
    return named


class _Document:
    """One text under way: it knows its parties, and what the paragraph has named in full."""

    def __init__(self, content: str, vocabulary: Vocabulary, circumstances: Circumstances) -> None:
        self._content = content
        self._vocabulary = vocabulary
        countries = vocabulary.countries
        called = circumstances.subject
        self._parties = Parties(content, countries, countries.code_of(called), called)

    def name(self, mentions: list[Mention]) -> Iterator[Named]:
        """The measures of mentions in running text, sentence by sentence."""
        known: frozenset[str] = frozenset()
        block, before, last = None, None, None
        for span, group in groupby(mentions, key=lambda mention: mention.sentence):
            sentence = list(group)
            if sentence[0].block != block:
                block, known = sentence[0].block, frozenset()
            reading = read_sentence(self._content, sentence, self._vocabulary)
            known |= {key for hit in reading.hits for key in hit.naming[0]}
            known |= {change for key in known if (change := self._vocabulary.measures[key].change)}
            adjacent = last is not None and span.start - last.end <= _MOST_BETWEEN
            namer = SentenceNamer(reading, known, self._vocabulary, self._parties, before if adjacent else None)
            named = list(namer.name())
            before, last = namer.first, span
            field = field_of_prose(self._content, sentence[0])
            yield from named if field is None else ((key, with_part(pairs, field)) for key, pairs in named)
