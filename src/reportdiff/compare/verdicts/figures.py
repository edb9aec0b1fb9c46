"""What a pair of figures of one series is called, and by how much the figure moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reportdiff.compare.reading.direction import is_turned
from reportdiff.compare.reading.intervals import Interval, holds, interval_of, is_narrower, overlap
from reportdiff.compare.reading.periods import Relation, is_published, is_stated, relate
from reportdiff.compare.reading.units import in_one_unit, quantity_of
from reportdiff.compare.verdicts.moves import delta_of
from reportdiff.compare.verdicts.reasons import explain_framing, explain_pair
from reportdiff.model.change import Changed, ChangeKind
from reportdiff.model.claim import Claim, Modality
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.model.span import Grade

ESTIMATES = frozenset({Modality.ESTIMATED, Modality.FORECAST})


class FigurePair(NamedTuple):
    """Two figures of one series with what the table of kinds looks at."""

    old: Claim
    new: Claim
    old_quantity: Quantity
    new_quantity: Quantity
    old_interval: Interval
    new_interval: Interval
    relation: Relation
    agree: bool
    same_document: bool


def compare_figures(old: Claim, new: Claim, *, same_document: bool, series: str | None = None) -> Changed:
    """The change between two quantity claims of one series.

    *same_document*: both are told by editions of one document. *series* is the series' id, the old claim's measure
    where it is not given.
    """
    pair = _pair_of(old, new, same_document=same_document)
    kind = _kind_of(pair)
    delta = None if kind is ChangeKind.NOT_COMPARABLE else delta_of(pair.old_quantity, pair.new_quantity)
    return Changed(
        kind=kind,
        series=old.measure if series is None else series,
        old=old,
        new=new,
        delta=delta,
        reason=explain_pair(kind, old, new, delta),
    )


def kind_of_figures(old: Claim, new: Claim, *, same_document: bool) -> ChangeKind:
    """What :func:`compare_figures` calls the change, for who asks no more."""
    return _kind_of(_pair_of(old, new, same_document=same_document))


def _kind_of(pair: FigurePair) -> ChangeKind:
    return next((kind for fits, kind in KINDS if fits(pair)), ChangeKind.CONTRADICTION)


def compare_telling(old: Claim, new: Claim, *, series: str | None = None) -> Changed | None:
    """A ``framing`` change when hedge, attribution, modality or direction differ while the printed figure stands."""
    if not _print_alike(quantity_of(old), quantity_of(new)):
        return None
    if _telling(old) == _telling(new) and not is_turned(old, new):
        return None
    return Changed(
        kind=ChangeKind.FRAMING,
        series=old.measure if series is None else series,
        old=old,
        new=new,
        reason=explain_framing(old, new),
    )


def _telling(claim: Claim) -> tuple[Comparator, Modality, str | None]:
    return quantity_of(claim).comparator, claim.modality, claim.attribution


def _pair_of(old: Claim, new: Claim, *, same_document: bool) -> FigurePair:
    old_quantity, new_quantity = in_one_unit(quantity_of(old), quantity_of(new))
    old_interval, new_interval = interval_of(old_quantity), interval_of(new_quantity)
    return FigurePair(
        old=old,
        new=new,
        old_quantity=old_quantity,
        new_quantity=new_quantity,
        old_interval=old_interval,
        new_interval=new_interval,
        relation=relate(old.period, new.period),
        agree=overlap(old_interval, new_interval),
        same_document=same_document,
    )


def _is_suspect(pair: FigurePair) -> bool:
    return Grade.SUSPECT in (pair.old.reliability, pair.new.reliability)


def _is_unlike(pair: FigurePair) -> bool:
    """Another unit family, denominator or price base: the same thing measured in another way."""
    return (
        pair.old_quantity.family != pair.new_quantity.family
        or pair.old_quantity.per != pair.new_quantity.per
        or dict(pair.old.dimensions).get("prices") != dict(pair.new.dimensions).get("prices")
    )


def _is_repeated(pair: FigurePair) -> bool:
    both_published = is_published(pair.old.period) and is_published(pair.new.period)
    return both_published and printed_alike(pair.old_quantity, pair.new_quantity)


def _agrees_undated(pair: FigurePair) -> bool:
    """Neither tells a time, and they may be one: not "about 20" and "about 30", near by their hedges alone."""
    one, other = pair.old_quantity, pair.new_quantity
    hedged = one.comparator is other.comparator is Comparator.APPROXIMATELY and one.amount != other.amount
    close = not hedged or holds(pair.old_interval, other.amount) or holds(pair.new_interval, one.amount)
    return pair.relation is Relation.INCOMPARABLE and pair.agree and close


def _differs_undated(pair: FigurePair) -> bool:
    return pair.relation is Relation.INCOMPARABLE


def _dates_a_present(pair: FigurePair) -> bool:
    """One says it of its day of publication, the other of a time it states."""
    periods = pair.old.period, pair.new.period
    one_each = any(map(is_published, periods)) and any(map(is_stated, periods))
    return one_each and printed_alike(pair.old_quantity, pair.new_quantity)


def _is_later(pair: FigurePair) -> bool:
    return pair.relation is Relation.LATER


def _is_earlier(pair: FigurePair) -> bool:
    return pair.relation is Relation.EARLIER


def _is_refined(pair: FigurePair) -> bool:
    return pair.agree and is_narrower(pair.new_interval, pair.old_interval)


def _is_coarsened(pair: FigurePair) -> bool:
    return pair.agree and is_narrower(pair.old_interval, pair.new_interval)


def _agrees(pair: FigurePair) -> bool:
    return pair.agree


def _is_restated(pair: FigurePair) -> bool:
    return pair.same_document


def _is_spread(pair: FigurePair) -> bool:
    sources = pair.old.attribution, pair.new.attribution
    credited = None not in sources and sources[0] != sources[1]
    return credited or (pair.old.modality in ESTIMATES and pair.new.modality in ESTIMATES)


KINDS: tuple[tuple[Callable[[FigurePair], bool], ChangeKind], ...] = (
    (_is_suspect, ChangeKind.UNVERIFIABLE),
    (_is_unlike, ChangeKind.NOT_COMPARABLE),
    (_is_repeated, ChangeKind.CARRIED_OVER),
    (_agrees_undated, ChangeKind.CARRIED_OVER),
    (_differs_undated, ChangeKind.UNDATED),
    (_dates_a_present, ChangeKind.CONFIRMED),
    (_is_later, ChangeKind.UPDATE),
    (_is_earlier, ChangeKind.EARLIER),
    (_is_refined, ChangeKind.REFINEMENT),
    (_is_coarsened, ChangeKind.COARSENING),
    (_agrees, ChangeKind.CONFIRMED),
    (_is_restated, ChangeKind.REVISION),
    (_is_spread, ChangeKind.SPREAD),
)
"""The first row that fits names the change; where none does, it is a contradiction."""


def printed_alike(one: Quantity, other: Quantity) -> bool:
    """True when both print the same value with the same hedge, in digits or in words."""
    return _print_alike(one, other) and one.comparator is other.comparator


def _print_alike(one: Quantity, other: Quantity) -> bool:
    same_unit = one.unit == other.unit or {one.unit, other.unit} == {"person", "count"}
    return same_unit and (one.amount, one.upper, one.per) == (other.amount, other.upper, other.per)
