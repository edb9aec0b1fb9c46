"""Which claims of one series are set against each other: one pair a period, and the latest of each side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from reportdiff.compare.joining.series import Series
from reportdiff.compare.reading.intervals import interval_of, overlap
from reportdiff.compare.reading.periods import Relation, days_of, relate, same_window
from reportdiff.compare.reading.sums import are_counts_so_far, are_other_sums
from reportdiff.compare.reading.telling import place_of, printed
from reportdiff.compare.reading.units import in_one_unit
from reportdiff.compare.verdicts.figures import printed_alike
from reportdiff.model.claim import Claim, Modality
from reportdiff.model.quantity import Quantity

Pair = tuple[Claim, Claim]

Sides = tuple[tuple[Claim, ...], tuple[Claim, ...]]

Alike = Callable[[Claim, Claim], int]
"""In how far two figures, of the old and the new text, are told in the same words: from 0 to 1000."""


AHEAD = frozenset({Modality.FORECAST, Modality.PLANNED, Modality.PROPOSED, Modality.REQUESTED})
"""How figures are told of a time to come."""

MOST_TELLINGS = 4
"""A figure may be told again and again: the most alike of so many tellings is quoted, so that cost stays linear."""


class Pairing(NamedTuple):
    """The pairs of a series, and the claims of each side whose key no pair covers."""

    pairs: tuple[Pair, ...]
    old_left: tuple[Claim, ...]
    new_left: tuple[Claim, ...]


class Matter(NamedTuple):
    """What is set against each other of one series; *series* is None where each claim's measure names its own."""

    series: str | None
    pairing: Pairing


def pair_series(series: Series, alike: Alike) -> Matter:
    """The observations of *series*, set against each other; *alike* says in how far two are told in the same words."""
    if not series.old or not series.new:
        left = _told_often(series.old, 1), _told_often(series.new, 1)
        return Matter(series.id, Pairing((), *left))
    pairing = pair_observations(series.old, series.new, alike, any_window=not series.by_key)
    return Matter(series=series.id, pairing=pairing)


def pair_observations(
    old: tuple[Claim, ...], new: tuple[Claim, ...], alike: Alike, *, any_window: bool = False
) -> Pairing:
    """One pair for each period that both sides tell, the best agreeing; and the latest two of different periods.

    Where forecasts reach further than what was measured, the latest two of either kind.
    The latest two must count over windows of one make, unless *any_window* is allowed.
    """
    olds, news = _told_often(old, 1), _told_often(new, 1)
    retold = _told_often(old, MOST_TELLINGS), _told_often(new, MOST_TELLINGS)
    pairs = _pairs_of_one_period(*retold, alike)
    latest = _latest_pair(*retold, alike, any_window=any_window)
    if latest is None and pairs and any(claim.modality in AHEAD for side in retold for claim in side):
        latest = _latest_pair(*_measured_alone(retold, pairs), alike, any_window=any_window)
    if latest is not None and latest not in pairs:
        pairs.append(latest)
    return Pairing(
        pairs=tuple(pairs),
        old_left=_uncovered(olds, [pair[0] for pair in pairs]),
        new_left=_uncovered(news, [pair[1] for pair in pairs]),
    )


def _measured_alone(sides: Sides, pairs: list[Pair]) -> Sides:
    """The claims of *sides* that are no forecasts and that no pair covers: what was last measured on each side."""
    old, new = (
        _uncovered(tuple(claim for claim in side if claim.modality not in AHEAD), [pair[number] for pair in pairs])
        for number, side in enumerate(sides)
    )
    return old, new


def _told_often(claims: tuple[Claim, ...], most: int) -> tuple[Claim, ...]:
    """*claims*, but of those that say the same of the very same days only the first *most*."""
    if len(claims) <= most:
        return claims
    times: dict[object, int] = {}
    kept: list[Claim] = []
    for claim in claims:
        said = days_of(claim.period), claim.period.basis, printed(claim)
        times[said] = times.get(said, 0) + 1
        if times[said] <= most:
            kept.append(claim)
    return tuple(kept)


def _pairs_of_one_period(old: tuple[Claim, ...], new: tuple[Claim, ...], alike: Alike) -> list[Pair]:
    news = _Times(new)
    candidates = [(one, other) for one in old for other in news.of_period(one)]
    pairs: list[Pair] = []
    paired = _Times(), _Times()
    for one, other in _ranked(candidates, alike):
        if not (paired[0].of_period(one) or paired[1].of_period(other)):
            pairs.append((one, other))
            paired[0].add(one)
            paired[1].add(other)
    return pairs


class _Times:
    """Claims by the years that their days lie in, so that those of one period are found without asking all."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self._years: dict[int | None, list[Claim]] = {}
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        for year in _years_of(claim):
            self._years.setdefault(year, []).append(claim)

    def of_period(self, claim: Claim) -> list[Claim]:
        """The claims of the period that *claim* is of."""
        near = {id(other): other for year in _years_of(claim) for other in self._years.get(year, ())}
        return [other for other in near.values() if _is_one_period(claim, other)]


def _years_of(claim: Claim) -> Iterable[int | None]:
    days = days_of(claim.period)
    return (None,) if days is None else range(days[0].year, days[1].year + 1)


def _is_one_period(one: Claim, other: Claim) -> bool:
    """True for the same period, and for two claims that nothing dates."""
    if days_of(one.period) is None and days_of(other.period) is None:
        return True
    return relate(one.period, other.period) is Relation.SAME


def _ranked(candidates: list[Pair], alike: Alike) -> list[Pair]:
    """First what agrees, then what is told in more of the same words, then what stands first."""
    if len(candidates) < 2:
        return candidates
    return sorted(candidates, key=lambda pair: (*_disagreement(*pair), -alike(*pair), *map(place_of, pair)))


def _disagreement(one: Claim, other: Claim) -> tuple[bool, bool, bool]:
    """Sorts a pair first that prints alike, then one that agrees, then one told of the very same days."""
    first, second = one.value, other.value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return True, True, True
    agree = overlap(*map(interval_of, in_one_unit(first, second)))
    return not printed_alike(first, second), not agree, days_of(one.period) != days_of(other.period)


def _latest_pair(old: tuple[Claim, ...], new: tuple[Claim, ...], alike: Alike, *, any_window: bool) -> Pair | None:
    """The latest observation of each side where their periods differ and their windows are of one make."""
    candidates = [(one, other) for one in latest_of(old) for other in latest_of(new)]
    if not candidates or any(_is_one_period(*pair) for pair in candidates):
        return None
    one, other = _ranked(candidates, alike)[0]
    stands = not _disagreement(one, other)[0]
    of_one_make = any_window or same_window(one.period, other.period)
    other_sums = are_other_sums(one, other) and not are_counts_so_far(one, other)
    return (one, other) if stands or (of_one_make and not other_sums) else None


def latest_of(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of the latest period; the undated ones where no claim is dated."""
    dated = [(days[1], days[0], claim) for claim in claims if (days := days_of(claim.period)) is not None]
    if not dated:
        return claims
    last = max((end, start) for end, start, _ in dated)
    return tuple(claim for end, start, claim in dated if (end, start) == last)


def _uncovered(claims: tuple[Claim, ...], paired: Iterable[Claim]) -> tuple[Claim, ...]:
    times = _Times(paired)
    return tuple(claim for claim in claims if not times.of_period(claim))
