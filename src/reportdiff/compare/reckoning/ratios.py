"""Changes that a sentence tells together with both ends: "more than doubled, from … to …", "an increase of 328%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportdiff.compare.reading.intervals import Interval
from reportdiff.compare.reading.telling import Telling
from reportdiff.compare.reading.units import quantity_of
from reportdiff.compare.reckoning.hedged import (
    Reckoned,
    Reckoning,
    difference_of,
    level_of,
    meet,
    mirrored,
    percent_of,
    ratio_of,
    stated_change,
)
from reportdiff.model.claim import Claim

CHANGES = frozenset({"percent-change", "multiple", "percentage-point"})
NO_LEVELS = CHANGES | {"rank", "year", "month", "week", "day", "hour"}

# A time or a place behind a figure, that leads to nothing new.
_ASIDE = r"(?: (?:in|by|at|during|as of|on) [^,;:.()$%]{2,30})?(?: \([^()$%]{4,30}\))?"
_FROM = re.compile(r"\bfrom (?:about |around |just )?$")
_TO = re.compile(rf"{_ASIDE},? to (?:a record |a total of |an estimated |just |about |around )?")
_BACK = re.compile(rf"{_ASIDE},? (?:up |down )from (?:just |about |around )?")
_LEAD = re.compile(r"[^.;:$%]{0,60}?(?:,| –| —)? ?from (?:just |about |around )?")
_TO_NEW = re.compile(r"(?: [a-z]+)?,? to (?:reach |a record |about |around |just )?")
_OTHER_CLAUSE = re.compile(r"\b(?:while|whereas|but|though|although|as well as|and)\b")
_NOUN = r"(?:increase|rise|growth|gain|jump|surge|decline|decrease|drop|fall|reduction|expansion|contraction)"
_BEHIND = re.compile(
    rf"{_ASIDE}(?:,| \(|;| –| —)?(?: |(?<=\())(?:or |representing |marking |i\.e\., |up |down )?"
    rf"(?:(?:an?|the) )?(?P<of>{_NOUN} of )?"
)
_NAMED = re.compile(rf"(?:[- ]percent)? {_NOUN}\b")
_RATE = re.compile(r"\b(?:annual|annually|average|averaging|per year|a year|each year|year[- ]on[- ]year|compound)\b")
_AROUND_RATE = 30


def find_changes(telling: Telling, sentence: Sequence[int]) -> Iterator[Reckoning]:
    """The changes of one sentence, by the indices of its figures in order, each with the two levels it is told of.

    Only one pair of levels must stand in the sentence, and nothing but a time between them and the change.
    """
    pairs = list(_pairs(telling, sentence))
    if len(pairs) != 1:
        return
    (old, new) = pairs[0]
    for index in sentence:
        claim = telling.claims[index]
        if quantity_of(claim).unit in CHANGES and _is_told_of(telling, index, old, new, sentence):
            made = _made(claim, telling.claims[old], telling.claims[new])
            if made is not None:
                fits = any(meet(way, made_so) for way in _ways(claim) for made_so in made)
                yield Reckoning(Reckoned.CHANGE, claim, (telling.claims[old], telling.claims[new]), made[0], fits)


def _pairs(telling: Telling, sentence: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The levels that are told as "from … to …", or as "…, up from …", the old one first."""
    levels = [index for index in sentence if quantity_of(telling.claims[index]).unit not in NO_LEVELS]
    for one, other in pairwise(levels):
        first, second = telling.places[one], telling.places[other]
        if not _are_alike(telling.claims[one], telling.claims[other]) or second.start - first.end > 120:
            continue
        between = telling.text[first.end : second.start]
        lead = telling.text[max(telling.sentences[one].start, first.start - 20) : first.start]
        if _TO.fullmatch(between) and _FROM.search(lead):
            yield one, other
        elif _BACK.fullmatch(between):
            yield other, one


def _are_alike(one: Claim, other: Claim) -> bool:
    first, second = quantity_of(one), quantity_of(other)
    return (first.unit, first.per) == (second.unit, second.per) and first.upper is None and second.upper is None


def _is_told_of(telling: Telling, index: int, old: int, new: int, sentence: Sequence[int]) -> bool:
    """True where nothing but the change's own words lead from it to the pair, or from the pair to it."""
    place, text = telling.places[index], telling.text
    first, last = sorted((old, new))
    around = text[max(telling.sentences[index].start, place.start - _AROUND_RATE) : place.end + _AROUND_RATE]
    if _RATE.search(around) or quantity_of(telling.claims[index]).per is not None:
        return False
    if index < first:
        between = text[place.end : telling.places[first].start]
        adjacent = not any(index < other < first for other in sentence)
        led_on = _LEAD.fullmatch(between) or (new < old and _TO_NEW.fullmatch(between))
        return adjacent and bool(led_on) and not _OTHER_CLAUSE.search(between)
    if index < last or any(last < other < index for other in sentence):
        return False
    led = _BEHIND.fullmatch(text, telling.places[last].end, place.start)
    return led is not None and (led["of"] is not None or bool(_NAMED.match(text, place.end)))


def _ways(change: Claim) -> tuple[Interval, ...]:
    """What a change can mean; a sign may be told by the verb, and is not held against it."""
    stated = stated_change(quantity_of(change))
    return (stated,) if quantity_of(change).unit == "multiple" else (stated, mirrored(stated))


def _made(change: Claim, old: Claim, new: Claim) -> tuple[Interval, ...] | None:
    """The change that two levels make, in every sense that its unit has; None where they make none."""
    unit, share = quantity_of(change).unit, quantity_of(old).unit == "percent"
    if unit == "percentage-point":
        return (difference_of(old, new),) if share else None
    ratio = ratio_of(old, new)
    if ratio is None or level_of(old).lower == 0:
        return None
    if unit == "multiple":
        return (ratio,)
    return (percent_of(ratio), difference_of(old, new)) if share else (percent_of(ratio),)
