"""Charts set by hand: one figure through time, and one figure's move between two editions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportdiff.compare.reading.intervals import interval_of
from reportdiff.compare.reading.units import in_one_unit
from reportdiff.compare.timeline import Entry, Timeline
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.reports.site.scales import FEWEST_YEARS, Scale, middle_of, ticks_between, year_of, year_ticks
from reportdiff.reports.site.svg import Svg, drawing, line, mark, path, words
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.quotes import say_source
from reportdiff.reports.words.values import say_amount, say_claim

WIDTH, HEIGHT = 560, 216
LEFT, RIGHT, TOP, BOTTOM = 84, 14, 12, 26
OPEN_END = 18
"""An interval without a bound runs on for so many units, and ends in an arrow."""

MOVE_WIDTH, MOVE_HEIGHT, MARGIN = 168, 34, 12
LONG = 1.5
"""A period of more years is drawn as long as it is."""

NEAR, BESIDE = 4.0, 9.0
"""Marks nearer than the one stand beside each other at the distance of the other."""

SHORTEST = 0.5
"""Years that a small line has to span."""

LARGEST = 1e300


class Point(NamedTuple):
    """A figure in a chart: ``x`` in years, the value and the ends of what it can mean, None for no bound."""

    x: float
    value: float
    lower: float | None
    upper: float | None
    entry: Entry


def timeline_chart(timeline: Timeline, shapes: Mapping[str, int]) -> Svg | None:
    """Every dated figure of *timeline* by its period; None where there are fewer than two.

    A mark for each, shaped by its publisher (id → number in *shapes*), with its interval; conflicts are ringed.
    """
    points = points_of(timeline)
    if len(points) < 2:
        return None
    across, rungs = _across(points), _rungs(points)
    upward = Scale(rungs[0], rungs[-1], HEIGHT - BOTTOM, TOP)
    body = [*_grid(across, upward, rungs, _unit_of(timeline)), *_threads(points, across, upward)]
    for point, aside in zip(points, _asides(points, across, upward), strict=True):
        body += _figure(point, across.place(point.x) + aside, upward, across, shapes)
    title = f"{say_measure(timeline.lead)} over time"
    told = "; ".join(f"{say_claim(point.entry.claim)}, {say_source(point.entry.snapshot)}" for point in points)
    return drawing(WIDTH, HEIGHT, "chart", title, told, body)


def points_of(timeline: Timeline) -> list[Point]:
    """The dated figures of *timeline*, all in the unit of the last, in order of period."""
    found: list[Point] = []
    unit = next((e.claim.value for e in reversed(timeline.entries) if isinstance(e.claim.value, Quantity)), None)
    for entry in timeline.entries:
        x = middle_of(entry.claim.period)
        if x is None or unit is None or not isinstance(entry.claim.value, Quantity):
            continue
        value = in_one_unit(entry.claim.value, unit)[0]
        lower, upper = _ends(value)
        if abs(float(value.amount)) < LARGEST and entry.claim.value.family == unit.family:
            found.append(Point(x, float(value.amount), lower, upper, entry))
    return found


def move_chart(old: Claim, new: Claim, name: str) -> Svg | None:
    """Where a figure was and is, each with what it can mean, on one scale; None for what cannot stand on one."""
    if not isinstance(old.value, Quantity) or not isinstance(new.value, Quantity):
        return None
    if old.value.family != new.value.family:
        return None
    figures = in_one_unit(old.value, new.value)
    intervals = [_ends(figure) for figure in figures]
    amounts = [float(figure.amount) for figure in figures]
    ends = [end for each in intervals for end in each if end is not None]
    low, high = min(amounts + ends), max(amounts + ends)
    if low == high or max(abs(low), abs(high)) > LARGEST:
        return None
    scale = Scale(low, high, MARGIN + OPEN_END, MOVE_WIDTH - MARGIN - OPEN_END)
    body = [line(4, 17, MOVE_WIDTH - 4, 17, "axis")]
    for role, height, (lower, upper), amount in zip(("old", "new"), (11, 23), intervals, amounts, strict=True):
        body += _lying(lower, upper, scale, height, role)
        body.append(mark(0, scale.place(amount), height, f"{role} dot"))
    told = f"before {say_claim(old)}, after {say_claim(new)}"
    return drawing(MOVE_WIDTH, MOVE_HEIGHT, "move", f"{name}: before and after", told, body)


def spark(points: Sequence[Point]) -> Svg | None:
    """A series as a small line, for a list; None for fewer than two points, or where they are of one time."""
    if len(points) < 2 or points[-1].x - points[0].x < SHORTEST:
        return None
    across = Scale(points[0].x, points[-1].x, 4, 92)
    values = [point.value for point in points]
    upward = Scale(min(values), max(values) if max(values) > min(values) else min(values) + 1, 20, 4)
    dots = [(across.place(point.x), upward.place(point.value)) for point in points]
    last = f'<circle class="end" cx="{dots[-1][0]:.1f}" cy="{dots[-1][1]:.1f}" r="2.5"/>'
    head = '<svg class="spark" viewBox="0 0 96 24" width="96" height="24" aria-hidden="true">'
    return Svg(f"{head}{path(list(dots), 'thread')}{last}</svg>")


def _ends(quantity: Quantity) -> tuple[float | None, float | None]:
    """The ends of what a hedged figure can mean, None for no bound; a plain one is taken as it is printed."""
    if quantity.comparator is Comparator.EXACTLY and quantity.upper is None:
        return float(quantity.amount), float(quantity.amount)
    interval = interval_of(quantity)
    lower, upper = (None if end is None else float(end) for end in (interval.lower, interval.upper))
    return lower, upper


def _across(points: Sequence[Point]) -> Scale:
    days = [day for point in points for day in (point.entry.claim.period.start, point.entry.claim.period.end) if day]
    low, high = min(map(year_of, days)), max(map(year_of, days))
    room = max(FEWEST_YEARS - (high - low), 0) / 2 + (high - low) * 0.02
    return Scale(low - room, high + room, LEFT, WIDTH - RIGHT)


def _rungs(points: Sequence[Point]) -> list[float]:
    """The values that the grid is drawn at; from zero on where that costs the figures less than half the height."""
    values = [value for p in points for value in (p.value, p.lower, p.upper) if value is not None]
    low, high = min(values), max(values)
    if 0 < low < high * 0.5:
        low = 0
    if low == high:
        low, high = low - abs(low) / 4, high + abs(high) / 4
    return ticks_between(low, high, 4)


def _unit_of(timeline: Timeline) -> str:
    value = next(e.claim.value for e in reversed(timeline.entries) if isinstance(e.claim.value, Quantity))
    return "percent" if value.unit == "percent-change" else value.unit


def _grid(across: Scale, upward: Scale, rungs: Sequence[float], unit: str) -> list[str]:
    shapes = []
    for rung in rungs:
        y = upward.place(rung)
        label = say_amount(Decimal(f"{rung:.10g}"), "" if unit == "rank" else unit).strip()
        shapes += [line(LEFT, y, WIDTH - RIGHT, y, "grid"), words(LEFT - 8, y + 4, label, "y")]
    for year in year_ticks(across.low - 0.5, across.high - 0.5, 8):
        x = across.place(year + 0.5)
        shapes += [line(x, HEIGHT - BOTTOM, x, HEIGHT - BOTTOM + 4, "tick"), words(x, HEIGHT - 8, str(year), "x")]
    return shapes


def _threads(points: Sequence[Point], across: Scale, upward: Scale) -> list[str]:
    """A thin line through what was told last of each time."""
    last: dict[float, Point] = {}
    for point in points:
        known = last.get(point.x)
        if known is None or _published(point) >= _published(known):
            last[point.x] = point
    dots = [(across.place(x), upward.place(point.value)) for x, point in sorted(last.items())]
    return [path([*dots], "thread")] if len(dots) > 1 else []


def _published(point: Point) -> str:
    return str(point.entry.snapshot.edition.published or "")


def _asides(points: Sequence[Point], across: Scale, upward: Scale) -> list[float]:
    """How far each mark stands aside, so that none hides another: marks of one place stand beside each other."""
    places = [(round(across.place(point.x) / NEAR), round(upward.place(point.value) / NEAR)) for point in points]
    before: dict[tuple[int, int], int] = {}
    found = []
    for place in places:
        number = before[place] = before.get(place, -1) + 1
        found.append((number - (places.count(place) - 1) / 2) * BESIDE)
    return found


def _figure(point: Point, x: float, upward: Scale, across: Scale, shapes: Mapping[str, int]) -> list[str]:
    """A mark with all that belongs to it; *x* is where it stands."""
    y = upward.place(point.value)
    shape = shapes.get(point.entry.snapshot.publisher.id, 0)
    role = f"s{shape % 6}"
    drawn = _standing(point, x, upward, role)
    period = point.entry.claim.period
    if period.start and period.end and year_of(period.end) - year_of(period.start) > LONG:
        drawn.append(line(across.place(year_of(period.start)), y, across.place(year_of(period.end)), y, f"{role} span"))
    if point.entry.conflicts:
        drawn.append(f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="9"/>')
    drawn.append(mark(shape, x, y, f"{role} dot"))
    return drawn


def _standing(point: Point, x: float, upward: Scale, role: str) -> list[str]:
    """What a hedged figure can mean, as an upright bar; an end without a bound ends in an arrow."""
    y = upward.place(point.value)
    top = y - OPEN_END if point.upper is None else upward.place(point.upper)
    foot = y + OPEN_END if point.lower is None else upward.place(point.lower)
    drawn = [line(x, top, x, foot, f"{role} range")] if foot - top > 1 else []
    if point.upper is None:
        drawn.append(path([(x - 3.5, top + 5), (x, top), (x + 3.5, top + 5)], f"{role} arrow"))
    if point.lower is None:
        drawn.append(path([(x - 3.5, foot - 5), (x, foot), (x + 3.5, foot - 5)], f"{role} arrow"))
    return drawn


def _lying(lower: float | None, upper: float | None, scale: Scale, y: int, role: str) -> list[str]:
    """The same, lying."""
    left = scale.start - OPEN_END if lower is None else scale.place(lower)
    right = scale.end + OPEN_END if upper is None else scale.place(upper)
    drawn = [line(left, y, right, y, f"{role} range")] if right - left > 1 else []
    if upper is None:
        drawn.append(path([(right - 5, y - 3.5), (right, y), (right - 5, y + 3.5)], f"{role} arrow"))
    if lower is None:
        drawn.append(path([(left + 5, y - 3.5), (left, y), (left + 5, y + 3.5)], f"{role} arrow"))
    return drawn
