"""Like measures told in another currency, price base, denominator or unit family: shown together, never compared."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.matching import match_by_words
from reportdiff.compare.joining.pairing import Matter, Pairing, latest_of
from reportdiff.compare.reading.decisions import are_apart
from reportdiff.compare.reading.telling import Telling, is_money, is_open, place_of, unit_of
from reportdiff.model.claim import Claim, Dimensions
from reportdiff.model.quantity import Quantity

LEAST = 700
"""Words must agree this far where the unit does not."""

MOVES = frozenset({"change", "points", "rank"})
"""Families that say how another figure moved or ranked: they measure no level."""

Pair = tuple[Claim, Claim]


def join_unlike(matters: Sequence[Matter], reading: Reading) -> list[Matter]:
    """*matters*, with left-over figures of two of them joined where only the unit, denominator or prices differ."""
    unpaired = [matter for matter in matters if not matter.pairing.pairs]
    olds = tuple(claim for matter in unpaired for claim in matter.pairing.old_left)
    news = tuple(claim for matter in unpaired for claim in matter.pairing.new_left)
    pairs = [*_pairs_by_key(olds, news), *_pairs_by_words(olds, news, reading)]
    if not pairs:
        return list(matters)
    taken = {id(claim) for pair in pairs for claim in pair}
    kept = [matter._replace(pairing=_without(matter.pairing, taken)) for matter in matters]
    joined = [
        Matter(series=min(one.measure, other.measure), pairing=Pairing(pairs=((one, other),), old_left=(), new_left=()))
        for one, other in pairs
    ]
    return [*kept, *joined]


def _without(pairing: Pairing, taken: set[int]) -> Pairing:
    return pairing._replace(
        old_left=tuple(claim for claim in pairing.old_left if id(claim) not in taken),
        new_left=tuple(claim for claim in pairing.new_left if id(claim) not in taken),
    )


def _pairs_by_key(olds: tuple[Claim, ...], news: tuple[Claim, ...]) -> list[Pair]:
    """The latest figures of each vocabulary measure that the two sides tell in another way."""
    sides = _by_measure(olds), _by_measure(news)
    pairs = []
    for key in sorted(sides[0].keys() & sides[1].keys()):
        found = [
            (one, other)
            for one in latest_of(tuple(sides[0][key]))
            for other in latest_of(tuple(sides[1][key]))
            if told_otherwise(one, other)
        ]
        pairs.extend(sorted(found, key=lambda pair: (place_of(pair[0]), place_of(pair[1])))[:1])
    return pairs


def _by_measure(claims: tuple[Claim, ...]) -> dict[tuple[str, Dimensions], list[Claim]]:
    groups: dict[tuple[str, Dimensions], list[Claim]] = {}
    for claim in claims:
        if not is_open(claim):
            scope = tuple(pair for pair in claim.dimensions if pair[0] != "prices")
            groups.setdefault((claim.measure, scope), []).append(claim)
    return groups


def told_otherwise(old: Claim, new: Claim) -> bool:
    """True for two levels that differ in unit family, denominator or price base."""
    one, other = old.value, new.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or MOVES & {one.family, other.family}:
        return False
    if are_apart(old, new):
        return False
    prices = [dict(claim.dimensions).get("prices") for claim in (old, new)]
    return (one.family, one.per) != (other.family, other.per) or prices[0] != prices[1]


def _pairs_by_words(olds: tuple[Claim, ...], news: tuple[Claim, ...], reading: Reading) -> list[Pair]:
    """Sums of money that both texts tell in nearly the same words, in two currencies."""
    sides = [claim for claim in olds if is_money(claim)], [claim for claim in news if is_money(claim)]
    if not sides[0] or not sides[1] or len({unit_of(claim) for side in sides for claim in side}) < 2:
        return []
    old, new = reading.old.telling, reading.new.telling
    free = _indices(old, sides[0]), _indices(new, sides[1])
    found = match_by_words(reading, free, joinable=in_two_currencies, least=LEAST)
    return [(old.claims[row], new.claims[column]) for row, column in sorted(found.items())]


def _indices(telling: Telling, claims: list[Claim]) -> frozenset[int]:
    wanted = {id(claim) for claim in claims}
    return frozenset(index for index, claim in enumerate(telling.claims) if id(claim) in wanted)


def in_two_currencies(old: Claim, new: Claim) -> bool:
    """True for two sums of money in different currencies."""
    return is_money(old) and is_money(new) and unit_of(old) != unit_of(new) and not are_apart(old, new)
