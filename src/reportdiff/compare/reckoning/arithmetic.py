"""Whether the figures of a text, and of two texts, add up: where sums, shares, changes and derived figures meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby, product

from reportdiff.compare.reading.decisions import are_apart
from reportdiff.compare.reading.intervals import Interval
from reportdiff.compare.reading.periods import days_of
from reportdiff.compare.reading.telling import Tell, Telling, is_open, once, telling_of
from reportdiff.compare.reading.units import quantity_of
from reportdiff.compare.reckoning.derived import Derived, find_derived
from reportdiff.compare.reckoning.hedged import (
    Reckoned,
    Reckoning,
    level_of,
    meet,
    mirrored,
    percent_of,
    ratio_of,
    stated_change,
)
from reportdiff.compare.reckoning.ratios import CHANGES, find_changes
from reportdiff.compare.reckoning.share_lists import find_shares
from reportdiff.compare.reckoning.sums import find_sums
from reportdiff.model.claim import Claim, Dimensions
from reportdiff.model.document import Snapshot
from reportdiff.model.period import Precision
from reportdiff.model.span import Grade, Span

LONGEST_YEAR = 367


def reckon_within(snapshot: Snapshot, *, tell: Tell = telling_of) -> tuple[Reckoning, ...]:
    """Every sum, change, difference and list of shares that *snapshot* tells with its parts, in order of place.

    Nothing is reckoned without the text, nor with figures of suspect passages.
    """
    if snapshot.text is None:
        return ()
    found = list(_reckonings(tell(snapshot)))
    sound = (each for each in found if all(claim.reliability is not Grade.SUSPECT for claim in each.claims))
    return tuple(sorted(sound, key=lambda each: (each.claims[0].position, each.kind)))


def derive_figures(snapshot: Snapshot) -> tuple[Derived, ...]:
    """The figures that *snapshot* gives by their distance from printed ones; nothing without its text."""
    if snapshot.text is None:
        return ()
    return _derive(telling_of(snapshot))


def _derive(telling: Telling) -> tuple[Derived, ...]:
    return tuple(each for _, sentence in _sentences(telling) for each in find_derived(telling, sentence))


def reckon_between(old: Snapshot, new: Snapshot, *, tell: Tell = telling_of) -> tuple[Reckoning, ...]:
    """The changes and derived figures that one of two snapshots tells, against the levels that both print.

    Only figures of one vocabulary measure and scope are set against each other, and only changes whose both years are
    known; the levels may stand in either snapshot, but not both in the one that tells the change.
    """
    tellings = tell(old), tell(new)
    levels = [once(telling, _levels_in) for telling in tellings]
    found: list[Reckoning] = []
    for number, snapshot in enumerate((old, new)):
        if snapshot.text is not None:
            found += _derived_against(once(tellings[number], _derive), levels[1 - number])
        for change in once(tellings[number], _changes_in):
            every = [(claim, side == number) for side in (0, 1) for claim in levels[side].get(_level_of(change), ())]
            found += _change_against(change, every)
    return tuple(found)


def _levels_in(telling: Telling) -> Mapping[tuple[str, Dimensions], list[Claim]]:
    """The levels of each vocabulary measure and scope, in order of place."""
    levels: dict[tuple[str, Dimensions], list[Claim]] = {}
    for claim in telling.claims:
        if _is_level(claim):
            levels.setdefault((claim.measure, claim.dimensions), []).append(claim)
    return levels


def _changes_in(telling: Telling) -> tuple[Claim, ...]:
    """The figures that say how a level moved from one year to another."""
    return tuple(
        claim
        for claim in telling.claims
        if not is_open(claim) and claim.reliability is not Grade.SUSPECT and _ends_of(claim) is not None
    )


def _reckonings(telling: Telling) -> Iterator[Reckoning]:
    before: list[int] = []
    last = Span(0, 0)
    for place, sentence in _sentences(telling):
        near = before if place.start - last.end <= 2 else []
        yield from find_changes(telling, sentence)
        yield from find_sums(telling, sentence, near)
        before, last = sentence, place
    for _, line in groupby(range(len(telling.claims)), key=lambda index: _line_of(telling, index)):
        yield from find_shares(telling, list(line))


def _sentences(telling: Telling) -> Iterator[tuple[Span, list[int]]]:
    for place, indices in groupby(range(len(telling.claims)), key=lambda index: telling.sentences[index]):
        yield place, list(indices)


def _line_of(telling: Telling, index: int) -> int:
    return telling.text.rfind("\n", 0, telling.places[index].start)


def _is_level(claim: Claim) -> bool:
    return not is_open(claim) and quantity_of(claim).unit not in CHANGES and claim.reliability is not Grade.SUSPECT


def _derived_against(
    derived: tuple[Derived, ...], levels: Mapping[tuple[str, Dimensions], list[Claim]]
) -> Iterator[Reckoning]:
    for each in derived:
        for level in levels.get((each.level.measure, each.level.dimensions), ()):
            if _are_like(each.level, level) and days_of(level.period) == (each.start, each.end):
                fits = meet(each.made, level_of(level))
                yield Reckoning(Reckoned.DIFFERENCE, level, (each.level, each.difference), each.made, fits)


def _are_like(one: Claim, other: Claim) -> bool:
    """True for two levels of one vocabulary measure, scope and unit."""
    first, second = quantity_of(one), quantity_of(other)
    alike = (one.measure, one.dimensions, first.unit, first.per) == (
        other.measure,
        other.dimensions,
        second.unit,
        second.per,
    )
    return alike and not is_open(one) and not are_apart(one, other)


def _level_of(change: Claim) -> tuple[str, Dimensions]:
    """Measure and scope of the level that a change is one of."""
    return change.measure.removesuffix(".growth"), _scope_of(change)


def _change_against(change: Claim, like: list[tuple[Claim, bool]]) -> Iterator[Reckoning]:
    """A stated change against each pair of its levels at its two ends, at least one of them told elsewhere."""
    first, last = _ends_of(change) or (None, None)
    dated = [(_year_of(claim), claim, own) for claim, own in like if quantity_of(claim).unit != "percent"]
    begun = [(claim, own) for year, claim, own in dated if year is not None and year == first]
    ended = [(claim, own) for year, claim, own in dated if year is not None and year == last]
    for (old, own), (new, own_too) in product(begun, ended):
        told = quantity_of(old).unit == quantity_of(new).unit and not (own and own_too)
        ratio = ratio_of(old, new) if told else None
        if ratio is not None and not are_apart(old, new):
            yield _reckon_change(change, old, new, ratio)


def _scope_of(change: Claim) -> Dimensions:
    """The dimensions of a change but for those that make it one."""
    return tuple(pair for pair in change.dimensions if pair[0] not in ("change", "window_start"))


def _reckon_change(change: Claim, old: Claim, new: Claim, ratio: Interval) -> Reckoning:
    value = quantity_of(change)
    stated, made = stated_change(value), ratio if value.unit == "multiple" else percent_of(ratio)
    fits = meet(stated, made) or (value.unit != "multiple" and meet(mirrored(stated), made))
    return Reckoning(Reckoned.CHANGE, change, (old, new), made, fits)


def _ends_of(change: Claim) -> tuple[int, int] | None:
    """The two years that a change spans, told as a span of whole years; None for any other."""
    days = days_of(change.period)
    if days is None or quantity_of(change).unit not in ("percent-change", "multiple") or quantity_of(change).per:
        return None
    start, end = days
    spans = change.period.precision is Precision.SPAN and start.year < end.year
    return (start.year, end.year) if spans and _is_year_end(start, end) else None


def _is_year_end(start: date, end: date) -> bool:
    return (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31)


def _year_of(claim: Claim) -> int | None:
    """The one calendar year that a level is told of."""
    days = days_of(claim.period)
    if days is None or days[0].year != days[1].year or (days[1] - days[0]).days > LONGEST_YEAR:
        return None
    return days[0].year if _is_year_end(*days) else None
