"""Which facets of the telling moved between two texts, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportdiff.model.framing import (
    FEWEST_SENTENCES,
    MANNERS,
    Facet,
    Framing,
    Passage,
    Shift,
    count_manner,
    count_tones,
    count_words,
)

SURE = 2.0
"""Standard deviations from which on a move is reported: short texts and small counts stay below."""

FEWEST_WORDS = 3
"""So many words of tone, hedges, boosters or attributions must stand on the two sides together."""

SMALLEST_MOVE = {
    Facet.SALIENCE: Decimal(5),
    Facet.TONE: Decimal("0.3"),
    Facet.HEDGING: Decimal(3),
    Facet.BOOSTING: Decimal(3),
    Facet.ATTRIBUTION: Decimal(3),
}
"""Smaller moves than these are not worth a row, however sure they are."""


class _Counts(NamedTuple):
    """So many hits and misses on the old side and on the new one."""

    old_hits: int
    old_misses: int
    new_hits: int
    new_misses: int


def find_shifts(old: Framing, new: Framing, aspects: Sequence[str]) -> Iterator[Shift]:
    """The moves that are sure and large enough: of the whole first, then aspect by aspect in the order given."""
    if min(len(old.passages), len(new.passages)) < FEWEST_SENTENCES:
        return
    for aspect in (None, *aspects):
        sides = old.about(aspect), new.about(aspect)
        for facet in Facet:
            counts = _counts(facet, *sides, old, new)
            if (shift := _shift(facet, aspect, counts, old, new)) is not None:
                yield shift


def _shift(facet: Facet, aspect: str | None, counts: _Counts | None, old: Framing, new: Framing) -> Shift | None:
    was, now = old.measure(facet, aspect), new.measure(facet, aspect)
    if (
        counts is None
        or counts.old_hits + counts.new_hits + (facet is Facet.TONE) * (counts.old_misses + counts.new_misses)
        < FEWEST_WORDS
    ):
        return None
    weight = deviation(*counts)
    if was is None or now is None or abs(weight) < SURE or abs(now - was) < SMALLEST_MOVE[facet]:
        return None
    return Shift(
        aspect=aspect,
        facet=facet,
        old=was,
        new=now,
        weight=Decimal(str(round(weight, 2))),
        old_passages=_evidence(facet, old.about(aspect), rising=now < was),
        new_passages=_evidence(facet, new.about(aspect), rising=now > was),
    )


def _counts(
    facet: Facet, old: Sequence[Passage], new: Sequence[Passage], all_old: Framing, all_new: Framing
) -> _Counts | None:
    """What the sureness of a facet is told from: sentences for salience, words for the rest; None for too few."""
    if facet is Facet.SALIENCE:
        if len(old) == len(all_old.passages) and len(new) == len(all_new.passages):
            return None
        return _Counts(len(old), len(all_old.passages) - len(old), len(new), len(all_new.passages) - len(new))
    if min(len(old), len(new)) < FEWEST_SENTENCES:
        return None
    if facet is Facet.TONE:
        return _Counts(*count_tones(old), *count_tones(new))
    hits = count_manner(facet, old), count_manner(facet, new)
    words = count_words(old), count_words(new)
    return _Counts(hits[0], max(0, words[0] - hits[0]), hits[1], max(0, words[1] - hits[1]))


def deviation(old_hits: int, old_misses: int, new_hits: int, new_misses: int) -> float:
    """How far two shares lie apart, in standard deviations: the signed root of the log-likelihood ratio.

    Positive where the new share is larger. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
    Computational Linguistics 19 (1993), gives the ratio.
    """
    cells = (old_hits, old_misses), (new_hits, new_misses)
    total = sum(map(sum, cells))
    columns = old_hits + new_hits, old_misses + new_misses
    if not total or not all(map(sum, cells)):
        return 0.0
    surprise = 0.0
    for row in cells:
        for value, column in zip(row, columns, strict=True):
            if value:
                surprise += value * math.log(value * total / (sum(row) * column))
    root = math.sqrt(max(0.0, 2 * surprise))
    return root if new_hits * sum(cells[0]) > old_hits * sum(cells[1]) else -root


def _evidence(facet: Facet, passages: Sequence[Passage], *, rising: bool) -> tuple[Passage, ...]:
    """The passages behind a number, the most telling first: *rising* where this side has more of the facet."""
    if facet is Facet.SALIENCE:
        return tuple(sorted(passages, key=lambda p: (-len(p.positive) - len(p.negative), p.span)))
    sign = -1 if rising else 1
    if facet is Facet.TONE:
        return tuple(sorted(passages, key=lambda p: (sign * (len(p.positive) - len(p.negative)), p.span)))
    return tuple(sorted(passages, key=lambda p: (sign * len(MANNERS[facet](p)), p.span)))
