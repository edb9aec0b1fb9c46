"""The weightiest moves of a comparison, in a few rows for the top of its page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.compare.reading.telling import is_open
from reportdiff.model.change import Changed, ChangeKind, claim_of
from reportdiff.model.claim import Claim, Holder
from reportdiff.model.quantity import Quantity
from reportdiff.reports.site.rows import Row
from reportdiff.reports.site.svg import Svg
from reportdiff.reports.site.telling import AspectView

QUOTAS = {"contradicted": 3, "changed": 4, "added": 1, "gone": 1, "confirmed": 1}
"""Of each kind so many rows at most."""

MOST, MOST_ASPECTS, MOST_VALUES = 8, 3, 4

HEADLINES = (
    "population.total",
    "gdp.growth",
    "gdp.",
    "poverty.rate",
    "unemployment.rate",
    "inflation.",
    "trade.",
    "debt.",
    "life.expectancy",
    "budget.",
    "revenue.",
    "assistance.foreign",
    "military.",
    "emissions.",
    "refugees.",
    "displaced.",
)
"""Measures that readers ask for first, by the beginnings of their keys."""

NAMED, HEADLINE, FIGURE, OFFICE, DIMENSION, MOVE = 20.0, 26.0, 8.0, 28.0, 10.0, 10.0
"""What a name in the vocabulary, a headline, a figure and an office are worth, a dimension costs, a doubling adds."""

RESTATED = 30.0
"""What it adds that the value of a time that was told before is another now."""

OF_WHAT = frozenset({"flow", "partner", "reporter"})
"""Dimensions that tell what a measure is of; all others narrow it down."""

LARGEST_MOVE = 2.0
"""Beyond a fourfold value a move says more of its base than of the world."""


class GlanceRow(NamedTuple):
    """One row at the top: where its details stand, and what was, is and happened; ``told`` marks quoted phrases."""

    href: str
    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    verdict: str
    aside: str
    kind: str
    chart: Svg | None
    told: bool = False


def view_glance(rows: Sequence[Row], aspects: Sequence[AspectView]) -> tuple[GlanceRow, ...]:
    """The weightiest rows: what cannot both be right, what moved, what came, went and stands, and how it is told."""
    aspects_shown = [aspect for aspect in aspects if aspect.old_phrases and aspect.new_phrases][:MOST_ASPECTS]
    chosen: list[Row] = []
    for kind, quota in QUOTAS.items():
        ranked = sorted((row for row in rows if row.kind == kind and not row.small), key=lambda row: -weigh(row))
        chosen += ranked[:quota]
    room = MOST - len(aspects_shown)
    whole = [_of_whole(aspect) for aspect in aspects if aspect.whole and aspect.shifted]
    return (*(_of_row(row) for row in chosen[:room]), *whole, *(_of_aspect(aspect) for aspect in aspects_shown))


def weigh(row: Row) -> float:
    """How much a row says to somebody who has a minute: a name, a headline measure, a large move, little narrowed."""
    claim = claim_of(row.group.lead)
    weight = 0.0 if is_open(claim) else NAMED
    weight += FIGURE if isinstance(claim.value, Quantity) else 0.0
    weight += OFFICE if isinstance(claim.value, Holder) and row.group.is_pair else 0.0
    weight += _headline(claim) - DIMENSION * len(dict(claim.dimensions).keys() - OF_WHAT)
    if isinstance(row.group.lead, Changed):
        restated = RESTATED if row.group.lead.kind is ChangeKind.REVISION else 0.0
        return weight + restated + MOVE * _size_of_move(row.group.lead)
    return weight + (MOVE * math.log2(len(row.group.changes)) if isinstance(claim.value, Quantity) else 0.0)


def _headline(claim: Claim) -> float:
    """The earlier in the table, the more."""
    found = next((place for place, key in enumerate(HEADLINES) if claim.measure.startswith(key)), None)
    return 0.0 if found is None else HEADLINE * (1 - found / (2 * len(HEADLINES)))


def _size_of_move(change: Changed) -> float:
    """Doublings or halvings, up to two."""
    ratio = change.delta.ratio if change.delta else None
    if ratio is None or ratio <= 0:
        return 0.0
    return min(abs(math.log2(float(ratio))), LARGEST_MOVE)


def _of_row(row: Row) -> GlanceRow:
    line = row.lines[0]
    return GlanceRow(
        href=f"#{row.anchor}",
        name=row.name,
        old=_few(line.old),
        new=_few(line.new),
        verdict=line.verdict,
        aside="; ".join(aside.words for aside in row.asides[:1]),
        kind=row.kind,
        chart=line.chart,
    )


def _of_aspect(aspect: AspectView) -> GlanceRow:
    return GlanceRow(
        href=f"#{aspect.anchor}",
        name=aspect.name,
        old=tuple(f"“{words}”" for words in aspect.old_phrases[:2]),
        new=tuple(f"“{words}”" for words in aspect.new_phrases[:2]),
        verdict="told otherwise",
        aside="; ".join(move.said for move in aspect.moves),
        kind="framing",
        chart=None,
        told=True,
    )


def _of_whole(aspect: AspectView) -> GlanceRow:
    """The telling of the whole texts: the surest shift in the columns, the others beside it."""
    first, *others = aspect.moves
    return GlanceRow(
        href=f"#{aspect.anchor}",
        name="Telling as a whole",
        old=(f"{first.name} {first.old}",),
        new=(f"{first.name} {first.new}",),
        verdict="told otherwise",
        aside=" · ".join(each.said for each in others[:2]),
        kind="framing",
        chart=None,
        told=True,
    )


def _few(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) <= MOST_VALUES:
        return values
    return (*values[: MOST_VALUES - 1], f"and {len(values) - MOST_VALUES + 1} more")
