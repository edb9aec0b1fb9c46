"""Wholes that a sentence tells together with their parts: "$82 million, including $61 million … and $21 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportdiff.compare.reading.periods import days_of
from reportdiff.compare.reading.telling import Telling, is_money
from reportdiff.compare.reading.units import quantity_of
from reportdiff.compare.reckoning.hedged import COUNTED, Reckoned, Reckoning, level_of, meet, sum_of
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Comparator

_HOLDS = re.compile(
    r"[^.;:$%]{0,160}?(?P<cue>\b(?:including|which includes?|that includes?|among them|of which|consisting of|"
    r"comprising|comprised of|composed of|made up of|divided into|broken down into)\b)[^.;:$%()]{0,40}"
)
_WHOLE_CUES = ("consist", "compris", "compos", "made up", "divided", "broken")
_AND_SO_ON = re.compile(r"[^.:$%]{0,200}?(?:,|;|\band\b|\bas well as\b|\bplus\b)[^.:$%]{0,40}")
_NESTED = re.compile(r"\b(?:including|includes?|of which|of whom|of these|of them|compared|total)\b")
_LED_ON = re.compile(r"\b(?:from|to|up|down|than|by) $")
_REQUEST = re.compile(
    r"(?:The|This|That|Its|Their) (?:[A-Z0-9][\w-]* ){0,3}"
    r"(?:request|appropriation|package|budget|funding|assistance|aid|announcement|amount|sum|total|allocation|"
    r"commitment|pledge) (?:includes?|comprises?|consists of|is made up of) "
)
LEAST_PARTS = 2


def find_sums(telling: Telling, sentence: Sequence[int], before: Sequence[int]) -> Iterator[Reckoning]:
    """The wholes of one sentence with their parts, by the indices of its figures and of those of the sentence before.

    A whole must be the first figure of its unit in the sentence, so that no list is taken apart in the middle. A list
    that is told to be all of it must make the whole; any other must not make more.
    """
    for start, index in enumerate(sentence):
        whole = telling.claims[index]
        if is_countable(whole) and not _has_like_before(telling, sentence[:start], whole):
            parts, entire = _parts_behind(telling, index, sentence[start + 1 :])
            if len(parts) >= LEAST_PARTS:
                yield _reckon(whole, parts, entire=entire)
    if before and sentence:
        yield from _across(telling, sentence, before)


def _reckon(whole: Claim, parts: tuple[Claim, ...], *, entire: bool) -> Reckoning:
    made, stated = sum_of(parts), level_of(whole)
    too_much = made.lower is not None and stated.upper is not None and made.lower > stated.upper
    fits = meet(made, stated) if entire else not too_much
    return Reckoning(Reckoned.SUM, whole, parts, made, fits)


def is_countable(claim: Claim) -> bool:
    """True for amounts of which there can be parts: money, people and things, physical quantities."""
    value = quantity_of(claim)
    vague = value.comparator is Comparator.ORDER_OF_MAGNITUDE or value.upper is not None
    kinds = (
        is_money(claim)
        or value.unit in {"person", "count"}
        or value.family in {"area", "volume", "mass", "energy", "power"}
    )
    return kinds and not vague and value.per is None


def _has_like_before(telling: Telling, before: Sequence[int], whole: Claim) -> bool:
    family = quantity_of(whole).family
    return any(quantity_of(telling.claims[index]).family == family for index in before)


def _parts_behind(telling: Telling, whole: int, behind: Sequence[int]) -> tuple[tuple[Claim, ...], bool]:
    """The parts that a list behind the whole names, and whether it says that they are all; none where it is unclear."""
    parts: list[Claim] = []
    at, entire = telling.places[whole].end, False
    for index in behind:
        claim, place = telling.claims[index], telling.places[index]
        gap = telling.text[at : place.start]
        if not parts:
            opened = _HOLDS.fullmatch(gap)
            if opened is None or not _is_part(claim, telling.claims[whole]):
                return (), False
            entire = opened["cue"].startswith(_WHOLE_CUES)
        elif not _goes_on(gap) or not _is_part(claim, telling.claims[whole]):
            # What comes behind may qualify the last part: no list that is broken off can be reckoned with.
            return (), False
        parts.append(claim)
        at = place.end
    rest = telling.text[at : telling.sentences[whole].end]
    return ((), False) if _NESTED.search(rest) else (tuple(parts), entire)


def _goes_on(gap: str) -> bool:
    """True for the words between two items of one list."""
    return _AND_SO_ON.fullmatch(gap) is not None and not _NESTED.search(gap) and not _LED_ON.search(gap)


def _is_part(part: Claim, whole: Claim) -> bool:
    """True for a part in the whole's unit; a count that names things of its own may count something twice."""
    one, other = quantity_of(part), quantity_of(whole)
    if one.per is not None or one.upper is not None or one.family != other.family:
        return False
    return _is_bare(part, whole) if one.unit in COUNTED else one.unit == other.unit


def _is_bare(part: Claim, whole: Claim) -> bool:
    """True for a count without a noun of its own, so that it counts what the whole does: ``21 by disease``."""
    own, counted = (dict(claim.dimensions).get("counted") for claim in (part, whole))
    return own in (None, counted) and len(part.quote.exact.split()) == 1


def _across(telling: Telling, sentence: Sequence[int], before: Sequence[int]) -> Iterator[Reckoning]:
    """A list of sums that "The request includes", with the one sum of the sentence before it that is as old."""
    first, start = telling.places[sentence[0]], telling.sentences[sentence[0]].start
    if not _REQUEST.fullmatch(telling.text, start, first.start):
        return
    parts = tuple(telling.claims[index] for index in sentence)
    gaps = pairwise(sentence)
    texts = [telling.text[telling.places[one].end : telling.places[other].start] for one, other in gaps]
    if not all(map(is_money, parts)) or not all(map(_goes_on, texts)):
        return
    largest = max((telling.claims[index] for index in before), key=lambda each: quantity_of(each).amount)
    unit = quantity_of(parts[0]).unit
    alike = all(quantity_of(part).unit == unit for part in (*parts, largest))
    if alike and days_of(largest.period) == days_of(parts[0].period) and len(parts) >= LEAST_PARTS:
        yield _reckon(largest, parts, entire=False)
