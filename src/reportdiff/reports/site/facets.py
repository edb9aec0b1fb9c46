"""The small charts of how texts tell: one facet of one aspect, a mark for each edition, all on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reportdiff.model.framing import Facet
from reportdiff.reports.site.scales import Scale
from reportdiff.reports.site.svg import Svg, drawing, line, path

WIDTH, HEIGHT, SIDE = 168, 30, 10
ROOM = 18
"""Marks that lie nearer than this have no arrow between them."""


def highest(facet: Facet, values: Iterable[Decimal | None]) -> float:
    """The end of the common scale of a facet; for the tone always 1."""
    return 1.0 if facet is Facet.TONE else max([float(value) for value in values if value is not None] + [1.0])


def facet_chart(facet: Facet, values: Sequence[Decimal | None], top: float, title: str, said: Sequence[str]) -> Svg:
    """A mark for each of *values*, one an edition in their order, the last one full; nothing for None."""
    low = -1.0 if facet is Facet.TONE else 0.0
    scale = Scale(low, top, SIDE, WIDTH - SIDE)
    middle = HEIGHT / 2
    zero = scale.place(0)
    shapes = [line(SIDE, middle, WIDTH - SIDE, middle, "axis"), line(zero, 7, zero, HEIGHT - 7, "zero")]
    places = [None if value is None else scale.place(float(value)) for value in values]
    shapes += _reach([place for place in places if place is not None], middle) if places and places[-1] else []
    for number, place in enumerate(places):
        if place is not None:
            role, radius = ("new dot", 5) if number == len(places) - 1 else ("old dot", 4)
            shapes.append(f'<circle class="{role}" cx="{place:.1f}" cy="{middle:.1f}" r="{radius}"/>')
    return drawing(WIDTH, HEIGHT, "facet", title, " → ".join(said), shapes)


def _reach(places: Sequence[float], middle: float) -> list[str]:
    """An arrow from the first mark to the last, where there is room for one."""
    first, last = places[0], places[-1]
    if abs(last - first) < ROOM:
        return []
    back = -4 if last > first else 4
    tip = last + back * 1.4
    head = path([(tip + back, middle - 4), (tip, middle), (tip + back, middle + 4)], "tip")
    return [line(first, middle, last, middle, "reach"), head]
