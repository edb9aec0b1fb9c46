"""Figures that both texts tell in the very same sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportdiff.compare.reading.periods import Relation, is_stated, relate
from reportdiff.compare.reading.telling import Free, Telling, once
from reportdiff.model.claim import Claim, Dimensions, Value
from reportdiff.model.span import Span

Print = tuple[int, str, Dimensions, Value]
"""Place in the sentence, measure, dimensions and value."""


def match_twins(old: Telling, new: Telling, free: Free) -> dict[int, int]:
    """*Free* old figures to new ones, by index: same sentence, place in it and reading; the first with the first."""
    told = once(old, _sentences_of), once(new, _sentences_of)
    pairs: list[tuple[int, int]] = []
    for words, olds in told[0].items():
        if news := told[1].get(words):
            pairs += _match_sentences(
                old,
                new,
                [number for number in olds if number in free[0]],
                [number for number in news if number in free[1]],
            )
    return dict(sorted(pairs))


def _match_sentences(old: Telling, new: Telling, olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    """The twins among the figures of sentences that say the very same."""
    waiting: dict[Print, list[int]] = {}
    for number in reversed(news):
        waiting.setdefault(_print_of(new, number), []).append(number)
    for number in olds:
        candidates = waiting.get(_print_of(old, number))
        if candidates and _at_one_time(old.claims[number], new.claims[candidates[-1]]):
            yield number, candidates.pop()


def _sentences_of(telling: Telling) -> Mapping[str, list[int]]:
    """The words of each sentence, and its figures in order of place: the same words may stand in several places."""
    words: dict[Span, str] = {}
    found: dict[str, list[int]] = {}
    for number, span in enumerate(telling.sentences):
        if span not in words:
            words[span] = " ".join(telling.text[span.start : span.end].casefold().split())
        found.setdefault(words[span], []).append(number)
    return found


def _print_of(telling: Telling, number: int) -> Print:
    claim = telling.claims[number]
    place = telling.places[number].start - telling.sentences[number].start
    return place, claim.measure, claim.dimensions, claim.value


def _at_one_time(old: Claim, new: Claim) -> bool:
    """False when the sentence is told again of another time."""
    stated = is_stated(old.period) or is_stated(new.period)
    return not stated or relate(old.period, new.period) in (Relation.SAME, Relation.INCOMPARABLE)
