"""Which claims of one series are set against each other: one pair a period, and the latest of each side."""

from __future__ import annotations

from dataclasses import dataclass

from reportdiff.compare.figures import printed_alike
from reportdiff.compare.intervals import interval_of, overlap
from reportdiff.compare.periods import Relation, days_of, relate, same_window
from reportdiff.compare.series import Series
from reportdiff.compare.telling import place_of, printed
from reportdiff.compare.units import in_one_unit
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The pairs of a series, and the claims of each side whose key no pair covers."""

    pairs: tuple[tuple[Claim, Claim], ...]
    old_left: tuple[Claim, ...]
    new_left: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What is set against each other of one series; *series* is None where each claim's measure names its own."""

    series: str | None
    pairing: Pairing


def pair_series(series: Series) -> Matter:
    """The observations of *series*, set against each other."""
    return Matter(series=series.id, pairing=pair_observations(series.old, series.new, any_window=not series.by_key))


def pair_observations(old: tuple[Claim, ...], new: tuple[Claim, ...], *, any_window: bool = False) -> Pairing:
    """One pair for each period that both sides tell, the best agreeing; and the latest two of different periods.

    The latest two must count over windows of one make, unless *any_window* is allowed.
    """
    olds, news = _told_once(old), _told_once(new)
    pairs = _pairs_of_one_period(olds, news)
    latest = _latest_pair(olds, news, any_window=any_window)
    if latest is not None and latest not in pairs:
        pairs.append(latest)
    return Pairing(
        pairs=tuple(pairs),
        old_left=tuple(claim for claim in olds if not _is_covered(claim, [pair[0] for pair in pairs])),
        new_left=tuple(claim for claim in news if not _is_covered(claim, [pair[1] for pair in pairs])),
    )


def _told_once(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """*claims* without those that say again what an earlier one says of the very same days."""
    first: dict[object, Claim] = {}
    for claim in claims:
        first.setdefault((days_of(claim.period), claim.period.basis, printed(claim)), claim)
    return tuple(first.values())


def _pairs_of_one_period(old: tuple[Claim, ...], new: tuple[Claim, ...]) -> list[tuple[Claim, Claim]]:
    candidates = [(one, other) for one in old for other in new if _is_one_period(one, other)]
    candidates.sort(key=lambda pair: (*_disagreement(*pair), place_of(pair[0]), place_of(pair[1])))
    pairs: list[tuple[Claim, Claim]] = []
    for one, other in candidates:
        if not any(_is_one_period(one, told) or _is_one_period(other, retold) for told, retold in pairs):
            pairs.append((one, other))
    return pairs


def _is_one_period(one: Claim, other: Claim) -> bool:
    """True for the same period, and for two claims that nothing dates."""
    if days_of(one.period) is None and days_of(other.period) is None:
        return True
    return relate(one.period, other.period) is Relation.SAME


def _disagreement(one: Claim, other: Claim) -> tuple[bool, bool, bool]:
    """Sorts a pair first that prints alike, then one that agrees, then one told of the very same days."""
    first, second = one.value, other.value
    if not isinstance(first, Quantity) or not isinstance(second, Quantity):
        return True, True, True
    agree = overlap(*map(interval_of, in_one_unit(first, second)))
    return not printed_alike(first, second), not agree, days_of(one.period) != days_of(other.period)


def _latest_pair(old: tuple[Claim, ...], new: tuple[Claim, ...], *, any_window: bool) -> tuple[Claim, Claim] | None:
    """The latest observation of each side where their periods differ and their windows are of one make."""
    candidates = [(one, other) for one in latest_of(old) for other in latest_of(new)]
    candidates.sort(key=lambda pair: (*_disagreement(*pair), place_of(pair[0]), place_of(pair[1])))
    if not candidates or any(_is_one_period(*pair) for pair in candidates):
        return None
    one, other = candidates[0]
    alike = not _disagreement(one, other)[0]
    return candidates[0] if alike or any_window or same_window(one.period, other.period) else None


def latest_of(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims of the latest period; the undated ones where no claim is dated."""
    dated = [(days[1], days[0], claim) for claim in claims if (days := days_of(claim.period)) is not None]
    if not dated:
        return claims
    last = max((end, start) for end, start, _ in dated)
    return tuple(claim for end, start, claim in dated if (end, start) == last)


def _is_covered(claim: Claim, paired: list[Claim]) -> bool:
    return any(_is_one_period(claim, other) for other in paired)
