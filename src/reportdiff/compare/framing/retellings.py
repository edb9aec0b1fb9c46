"""Sentences that two texts both hold, told with other words of framing: a hedge dropped, a source no longer named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportdiff.compare.reading.words import FUNCTION_WORDS, WORD, stem_of
from reportdiff.model.framing import Facet, Framing, Passage, Retelling

LIKE = 0.6
"""The share of common words from which on two sentences tell the same."""

FEWEST_STEMS = 3
FEWEST_BARE, MOST_OF_A_SOURCE = 2, 5
"""So few stems may be left of a sentence whose source is gone, and so many may name the source."""

COMMONEST = 12
"""A stem that more sentences of one side hold finds no partners: it would find too many."""


def find_retellings(old: Framing, new: Framing, old_text: str, new_text: str) -> Iterator[Retelling]:
    """The pairs in the order of the new text; a sentence that both hold word for word is left out."""
    same = _told(old, old_text) & _told(new, new_text)
    olds = [(p, _stems(old_text, p)) for p in old.passages if _words(old_text, p) not in same]
    news = [(p, _stems(new_text, p)) for p in new.passages if _words(new_text, p) not in same]
    for was, now in _pairs(olds, news):
        if facets := tuple(_facets(was, now)):
            yield Retelling(old=was, new=now, facets=facets)


def _told(framing: Framing, text: str) -> frozenset[str]:
    return frozenset(_words(text, passage) for passage in framing.passages)


def _words(text: str, passage: Passage) -> str:
    return " ".join(text[passage.span.start : passage.span.end].split())


def _stems(text: str, passage: Passage) -> frozenset[str]:
    """The stems of what a sentence says, without its words of framing."""
    framing = (*passage.hedges, *passage.attributions, *passage.boosters)
    left_out = FUNCTION_WORDS.union(*(told.split() for told in framing)) if framing else FUNCTION_WORDS
    words = map(str.lower, WORD.findall(text, passage.span.start, passage.span.end))
    return frozenset(stem_of(word) for word in words if word not in left_out and not word[0].isdigit())


def _pairs(
    olds: Sequence[tuple[Passage, frozenset[str]]], news: Sequence[tuple[Passage, frozenset[str]]]
) -> Iterator[tuple[Passage, Passage]]:
    """Each new sentence with the old one most like it, where each is the other's likest and they are like enough."""
    by_stem: dict[str, list[int]] = {}
    for index, (_, stems) in enumerate(olds):
        for stem in stems:
            by_stem.setdefault(stem, []).append(index)
    likest = [_likest(each, olds, by_stem) for each in news]
    best: dict[int, tuple[float, int]] = {}
    for number, found in enumerate(likest):
        if found is not None and (found[1] not in best or found[0] > best[found[1]][0]):
            best[found[1]] = (found[0], number)
    for index, (_, number) in sorted(best.items(), key=lambda item: item[1][1]):
        yield olds[index][0], news[number][0]


def _likest(
    each: tuple[Passage, frozenset[str]],
    olds: Sequence[tuple[Passage, frozenset[str]]],
    by_stem: Mapping[str, list[int]],
) -> tuple[float, int] | None:
    places = (by_stem.get(stem, ()) for stem in each[1])
    candidates = {index for found in places if len(found) <= COMMONEST for index in found}
    ranked = [(_likeness(each, olds[index]), -index) for index in candidates]
    likeness, index = max(ranked, default=(0.0, 0))
    return (likeness, -index) if likeness >= LIKE else None


def _likeness(one: tuple[Passage, frozenset[str]], other: tuple[Passage, frozenset[str]]) -> float:
    """The share of common stems; where one side alone names a source, its name may be all that it has more."""
    (passage, stems), (partner, others) = one, other
    common, fewer = len(stems & others), min(len(stems), len(others))
    if bool(passage.attributions) != bool(partner.attributions) and fewer >= FEWEST_BARE:
        bare, credited = (others, stems) if passage.attributions else (stems, others)
        if bare <= credited and len(credited) <= len(bare) + MOST_OF_A_SOURCE:
            return 1.0
    return common / len(stems | others) if fewer >= FEWEST_STEMS else 0.0


def _facets(old: Passage, new: Passage) -> Iterator[Facet]:
    """What was put in, taken out or turned; another word for the same does not count."""
    good, better = len(old.positive) - len(old.negative), len(new.positive) - len(new.negative)
    if good * better < 0:
        yield Facet.TONE
    for facet, was, now in (
        (Facet.HEDGING, old.hedges, new.hedges),
        (Facet.BOOSTING, old.boosters, new.boosters),
        (Facet.ATTRIBUTION, old.attributions, new.attributions),
    ):
        if bool(was) != bool(now):
            yield facet
