"""When the part of a list that a figure is of, or the age it is of, keeps it from another figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from reportdiff.compare.reading.periods import Relation, is_stated, relate
from reportdiff.compare.reading.telling import Telling, is_same_amount
from reportdiff.compare.reading.words import SILENT, stem_of
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity

PREFIX_LENGTH = 4
"""Letters by which two spellings of one name begin."""

LEADS = frozenset({"include", "includes", "including", "mostly", "mainly", "note", "description"})
"""Words that lead to a part, or stand in the place of its name."""

RESIDUE = frozenset({"other", "others", "unspecified", "unknown", "remaining"})
"""Words for what the named parts of a list leave over."""

CARRIED = 3
"""A stem that so many parts of one measure have is of the label that they stand under (``election-results-…``)."""

OLDEST = 200
RANGE = re.compile(r"\b([0-9]{1,3})-(?:to-)?([0-9]{1,3})\b")
UNDER = re.compile(r"\b(?:under|below|younger-than)-([0-9]{1,3})\b")
OVER = re.compile(r"\b([0-9]{1,3})(?:-years)?-(?:and|or)-(?:over|older|above)\b")


class Parts(NamedTuple):
    """The parts of lists that a telling has figures for, by measure, and the stems that several of one measure have."""

    names: Mapping[str, frozenset[str]]
    carried: Mapping[str, frozenset[str]]


def parts_told(telling: Telling) -> Parts:
    """The parts of the lists in *telling*, gathered once."""
    if telling.notes.parts is None:
        telling.notes.parts = _parts_told(telling)
    return telling.notes.parts


def _parts_told(telling: Telling) -> Parts:
    names: dict[str, set[str]] = {}
    for claim in telling.claims:
        if part := _bare(part_of(claim)):
            names.setdefault(claim.measure, set()).add(part)
    return Parts({measure: frozenset(told) for measure, told in names.items()}, dict(_carried(names)))


def _carried(names: Mapping[str, set[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    for measure, told in names.items():
        uses = Counter(stem for name in told for stem in _stems(name)) if len(told) >= CARRIED else Counter[str]()
        yield measure, frozenset(stem for stem, count in uses.items() if count >= CARRIED)


def part_of(claim: Claim) -> str | None:
    """The part of a list that a figure is of; None for any other figure."""
    return next((value for name, value in claim.dimensions if name == "part"), None)


def are_other_parts(was: Claim, now: Claim, parts: tuple[Parts, Parts]) -> bool:
    """True where the part that one figure is of has a figure of its own in the other text's list.

    True also for parts of other ages, for a named part and what is left over, and, where value or time moved, for
    names with nothing in common.
    """
    if was.dimensions == now.dimensions:
        return False
    one, other = _bare(part_of(was)), _bare(part_of(now))
    if one != other and (_is_told(one, was, parts[1]) or _is_told(other, now, parts[0])):
        return True
    ages = _age_of(was), _age_of(now)
    if None not in ages:
        return ages[0] != ages[1]
    if one == other or not one or not other or was.measure != now.measure:
        return False
    residues = RESIDUE.intersection(one.split("-")), RESIDUE.intersection(other.split("-"))
    if any(residues) and residues[0].isdisjoint(residues[1]):
        return True
    return not _stands(was, now) and not _may_be_one_name(one, other, _carried_in(was.measure, parts))


def _is_told(part: str, claim: Claim, others: Parts) -> bool:
    return part in others.names.get(claim.measure, ())


def _carried_in(measure: str, parts: tuple[Parts, Parts]) -> frozenset[str]:
    return parts[0].carried.get(measure, frozenset()) | parts[1].carried.get(measure, frozenset())


def _stands(was: Claim, now: Claim) -> bool:
    """True for one amount that no two other times are stated for; nothing at all may be said of many parts."""
    if not is_same_amount(was, now) or not isinstance(was.value, Quantity) or not was.value.amount:
        return False
    both = is_stated(was.period) and is_stated(now.period)
    return not both or relate(was.period, now.period) is Relation.SAME


@lru_cache(maxsize=1 << 12)
def _bare(part: str | None) -> str:
    """The name of a part without the words that lead to it; empty where it has no other."""
    words = (part or "").split("-")
    first = next((n for n, word in enumerate(words) if word in RESIDUE or not (word in LEADS or word in SILENT)), None)
    return "" if first is None else "-".join(words[first:])


def _may_be_one_name(one: str, other: str, carried: frozenset[str]) -> bool:
    """True for names that share a stem of their own or their beginning, for a name and its initials, and for none."""
    first, second = _own(one, carried), _own(other, carried)
    stems = _stems(first), _stems(second)
    if not all(stems) or first[:PREFIX_LENGTH] == second[:PREFIX_LENGTH] or not stems[0].isdisjoint(stems[1]):
        return True
    return any(short == "".join(word[:1] for word in long.split("-")) for short, long in ((one, other), (other, one)))


def _own(name: str, carried: frozenset[str]) -> str:
    return "-".join(word for word in name.split("-") if stem_of(word) not in carried)


@lru_cache(maxsize=1 << 12)
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem_of(word) for word in name.split("-") if word and word not in SILENT)


def _age_of(claim: Claim) -> tuple[int, int] | None:
    """The first and last year of the age that a dimension tells; None where none does."""
    told = next((value for name, value in claim.dimensions if name == "age"), None)
    return _years_of(told if told is not None else part_of(claim) or "")


@lru_cache(maxsize=1 << 10)
def _years_of(words: str) -> tuple[int, int] | None:
    if "age" not in words and "year" not in words and "under" not in words:
        return None
    if found := RANGE.search(words):
        return int(found[1]), int(found[2])
    if found := UNDER.search(words):
        return 0, int(found[1]) - 1
    found = OVER.search(words)
    return (int(found[1]), OLDEST) if found else None
