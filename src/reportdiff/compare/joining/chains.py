"""Figures that one sentence strings together as one series: ``from $9 billion in 2009 to $14 billion in 2015``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportdiff.compare.reading.periods import is_stated
from reportdiff.compare.reading.tables import BAR, columns_of
from reportdiff.compare.reading.telling import Telling, field_label, once
from reportdiff.compare.reading.words import content_stems
from reportdiff.model.claim import Claim
from reportdiff.model.period import Basis
from reportdiff.model.quantity import Quantity
from reportdiff.model.span import Span

FARTHEST = 80
"""Characters between two figures of one chain."""


def chained(telling: Telling) -> list[tuple[int, int]]:
    """Neighbouring figures, by index, of one unit with times of their own and nothing but time between them.

    They stand so in one sentence, in lines of one label among other such lines ("Exports: 5 (2020)", "Exports: 6
    (2021)"), or in one row or column of a table.
    """
    numbers = range(1, len(telling.claims))
    links = [(number - 1, number) for number in numbers if _continues(telling, number - 1, number)]
    return [*links, *_repeated(telling), *columns_of(telling)]


def chain_numbers(telling: Telling) -> Mapping[int, int]:
    """The number of the chain that each figure hangs in, by index; figures that hang in none are left out."""
    members: dict[int, list[int]] = {}
    for one, other in once(telling, chained):
        first, second = members.setdefault(one, [one]), members.setdefault(other, [other])
        if first is not second:
            small, large = sorted((first, second), key=len)
            large += small
            members.update(dict.fromkeys(small, large))
    return {index: min(chain) for index, chain in members.items()}


def _continues(telling: Telling, one: int, other: int) -> bool:
    if telling.sentences[one] != telling.sentences[other]:
        return False
    if telling.text.startswith(BAR, telling.sentences[one].start) and not _of_one_length(telling, one, other):
        return False
    gap = Span(telling.places[one].end, telling.places[other].start)
    alike = _measure_alike(telling.claims[one], telling.claims[other]) or _is_moved(telling, one, other)
    if not 0 < gap.end - gap.start <= FARTHEST or not alike:
        return False
    return not content_stems(telling.text, gap)


def _is_moved(telling: Telling, one: int, other: int) -> bool:
    """True for an older level without a time and the one of today: "raised from $200 to $500"."""
    claims, places = (telling.claims[one], telling.claims[other]), (telling.places[one], telling.places[other])
    if (claims[0].period.basis, claims[1].period.basis) != (Basis.NONE, Basis.PUBLISHED):
        return False
    led = telling.text.endswith("from ", 0, places[0].start) and telling.text[places[0].end : places[1].start] == " to "
    return led and claims[0].measure == claims[1].measure and claims[0].dimensions == claims[1].dimensions


def _repeated(telling: Telling) -> Iterator[tuple[int, int]]:
    """Figures of lines of one label, one each, with nothing but such lines between them, of times of one length."""
    last: dict[str, int] = {}
    for number in range(len(telling.claims)):
        label = field_label(telling, number)
        if label is None or (number and not _follows(telling, number - 1, number)):
            last = {}
        if label is None:
            continue
        before = last.get(label)
        if before is not None and _is_again(telling, before, number):
            yield before, number
        last[label] = number


def _follows(telling: Telling, one: int, other: int) -> bool:
    """True for two figures with no words between their lines."""
    end, start = telling.sentences[one].end, telling.sentences[other].start
    return end >= start or not telling.text[end:start].strip()


def _is_again(telling: Telling, one: int, other: int) -> bool:
    first, second = telling.claims[one], telling.claims[other]
    if first.measure != second.measure or telling.sentences[one] == telling.sentences[other]:
        return False
    return _measure_alike(first, second) and _of_one_length(telling, one, other)


def _of_one_length(telling: Telling, one: int, other: int) -> bool:
    return telling.claims[one].period.precision is telling.claims[other].period.precision


def _measure_alike(one: Claim, other: Claim) -> bool:
    first, second = one.value, other.value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return False
    if (first.unit, first.per, one.dimensions) != (second.unit, second.per, other.dimensions):
        return False
    times = one.period, other.period
    return all(map(is_stated, times)) and (times[0].start, times[0].end) != (times[1].start, times[1].end)
