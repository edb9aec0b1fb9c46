"""Figures that one sentence strings together as one series: ``from $9 billion in 2009 to $14 billion in 2015``."""

from __future__ import annotations

from reportdiff.compare.reading.periods import is_stated
from reportdiff.compare.reading.tables import columns_of
from reportdiff.compare.reading.telling import Telling, field_label
from reportdiff.compare.reading.words import content_stems
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity
from reportdiff.model.span import Span

FARTHEST = 80
"""Characters between two figures of one chain."""


def chained(telling: Telling) -> list[tuple[int, int]]:
    """Neighbouring figures, by index, of one unit with times of their own and nothing but time between them.

    They stand so in one sentence, in lines of one label that follow on each other ("Exports: 5 (2020)", "Exports: 6
    (2021)"), or in one row or column of a table.
    """
    numbers = range(1, len(telling.claims))
    links = [
        (number - 1, number)
        for number in numbers
        if _continues(telling, number - 1, number) or _is_repeated(telling, number - 1, number)
    ]
    return [*links, *columns_of(telling)]


def _continues(telling: Telling, one: int, other: int) -> bool:
    if telling.sentences[one] != telling.sentences[other]:
        return False
    gap = Span(telling.places[one].end, telling.places[other].start)
    if not 0 < gap.end - gap.start <= FARTHEST or not _measure_alike(telling.claims[one], telling.claims[other]):
        return False
    return not content_stems(telling.text, gap)


def _is_repeated(telling: Telling, one: int, other: int) -> bool:
    """True for the figures of two lines of one label, one each, that are told of times of one length."""
    first, second = telling.claims[one], telling.claims[other]
    if first.measure != second.measure or telling.sentences[one] == telling.sentences[other]:
        return False
    if not _measure_alike(first, second) or first.period.precision is not second.period.precision:
        return False
    label = field_label(telling, one)
    return label is not None and label == field_label(telling, other)


def _measure_alike(one: Claim, other: Claim) -> bool:
    first, second = one.value, other.value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return False
    if (first.unit, first.per, one.dimensions) != (second.unit, second.per, other.dimensions):
        return False
    times = one.period, other.period
    return all(map(is_stated, times)) and (times[0].start, times[0].end) != (times[1].start, times[1].end)
