"""Figures that both texts tell in the very same sentence."""

from __future__ import annotations

from reportdiff.compare.periods import Relation, is_stated, relate
from reportdiff.compare.telling import Free, Telling
from reportdiff.model.claim import Claim, Dimensions, Value

Print = tuple[str, int, str, Dimensions, Value]
"""Sentence, place in it, measure, dimensions and value."""


def match_twins(old: Telling, new: Telling, free: Free) -> dict[int, int]:
    """*Free* old figures to new ones, by index: same sentence, place in it and reading; the first with the first."""
    waiting: dict[Print, list[int]] = {}
    for number in sorted(free[1], reverse=True):
        waiting.setdefault(_print_of(new, number), []).append(number)
    pairs: dict[int, int] = {}
    for number in sorted(free[0]):
        candidates = waiting.get(_print_of(old, number))
        if candidates and _at_one_time(old.claims[number], new.claims[candidates[-1]]):
            pairs[number] = candidates.pop()
    return pairs


def _print_of(telling: Telling, number: int) -> Print:
    claim, sentence = telling.claims[number], telling.sentences[number]
    words = " ".join(telling.text[sentence.start : sentence.end].casefold().split())
    return words, telling.places[number].start - sentence.start, claim.measure, claim.dimensions, claim.value


def _at_one_time(old: Claim, new: Claim) -> bool:
    """False when the sentence is told again of another time."""
    stated = is_stated(old.period) or is_stated(new.period)
    return not stated or relate(old.period, new.period) in (Relation.SAME, Relation.INCOMPARABLE)
