"""Figures that both texts tell in the very same sentence."""

from __future__ import annotations

from reportdiff.compare.periods import Relation, is_stated, relate
from reportdiff.compare.telling import Free, Telling
from reportdiff.model.claim import Claim, Dimensions, Value
from reportdiff.model.span import Span

Print = tuple[int, int, str, Dimensions, Value]
"""Number of the sentence, place in it, measure, dimensions and value."""


def match_twins(old: Telling, new: Telling, free: Free) -> dict[int, int]:
    """*Free* old figures to new ones, by index: same sentence, place in it and reading; the first with the first."""
    known: dict[str, int] = {}
    sentences = _number_sentences(old, known), _number_sentences(new, known)
    waiting: dict[Print, list[int]] = {}
    for number in sorted(free[1], reverse=True):
        waiting.setdefault(_print_of(new, number, sentences[1]), []).append(number)
    pairs: dict[int, int] = {}
    for number in sorted(free[0]):
        candidates = waiting.get(_print_of(old, number, sentences[0]))
        if candidates and _at_one_time(old.claims[number], new.claims[candidates[-1]]):
            pairs[number] = candidates.pop()
    return pairs


def _number_sentences(telling: Telling, known: dict[str, int]) -> dict[Span, int]:
    """A number for each sentence, the same for the same words: a sentence may be long, and hold many figures."""
    numbers: dict[Span, int] = {}
    for span in telling.sentences:
        if span not in numbers:
            words = " ".join(telling.text[span.start : span.end].casefold().split())
            numbers[span] = known.setdefault(words, len(known))
    return numbers


def _print_of(telling: Telling, number: int, sentences: dict[Span, int]) -> Print:
    claim, sentence = telling.claims[number], telling.sentences[number]
    place = telling.places[number].start - sentence.start
    return sentences[sentence], place, claim.measure, claim.dimensions, claim.value


def _at_one_time(old: Claim, new: Claim) -> bool:
    """False when the sentence is told again of another time."""
    stated = is_stated(old.period) or is_stated(new.period)
    return not stated or relate(old.period, new.period) in (Relation.SAME, Relation.INCOMPARABLE)
