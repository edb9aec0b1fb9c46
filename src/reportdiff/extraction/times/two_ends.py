"""The two ends of a move: "from 5 in 2010 to 9 in 2020", and the change or the level that stands beside them."""

from __future__ import annotations

import re
from datetime import date

from reportdiff.extraction.times.dated_sentence import DatedSentence
from reportdiff.extraction.times.frames import Frame
from reportdiff.extraction.times.stated import is_open, of_days, of_publication
from reportdiff.grammar.calendar import Days, first_of, last_of
from reportdiff.grammar.related_times import ends_of
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.grammar.units import DURATIONS
from reportdiff.model.period import UNDATED, Basis, Period, Precision

_MOVED_FROM = re.compile(r"\b(?:up|down) from $")
_FORECAST_BEFORE = re.compile(
    r"\b(?:forecasts?|projections?|estimates?|outlook|budget|target|prediction)\b[^.,;]{0,20}$"
)
_FORECAST_REACH = 40


def split_pairs(sentence: DatedSentence, frame: Frame) -> None:
    """Give the two figures of "from A to B" the two ends of the window that they share."""
    text, chosen, periods = sentence.text, sentence.chosen, sentence.periods
    for n, figure in enumerate(sentence.figures):
        m = n + 1
        if figure.partner != m:
            continue
        first, second = sentence.attached.get(n), sentence.attached.get(m)
        common = chosen[n] if chosen[n] is chosen[m] else second if first is None else None
        if common is not None and common.role is Role.SAME and frame.pair:
            periods[n], periods[m] = (of_days(days, text[common.start : common.end]) for days in frame.pair)
        elif first is None and common is not None and common.days is not None:
            periods[n], periods[m] = _ends(text, common, common.days, sentence.published)
        elif first is not None and second is None and chosen[m] is first:
            periods[m] = of_publication(sentence.published)
        elif common is None and first is None and periods[n].basis is Basis.PUBLISHED:
            periods[n] = UNDATED
        frame.pair = _pair_of(periods[n], periods[m]) or frame.pair


def undate_levels_before(sentence: DatedSentence) -> None:
    """Take the time of a new level from the older one behind it: "333 tons, down 95 percent from 6,200 tons"."""
    text, figures, periods = sentence.text, sentence.figures, sentence.periods
    for n in range(1, len(figures)):
        before, figure = figures[n - 1], figures[n]
        if (
            n in sentence.attached
            or figure.partner
            or figure.moved
            or not text.startswith("from ", figure.quote_start - 5)
        ):
            continue
        if before.moved or _MOVED_FROM.search(text, before.end, figure.quote_start):
            periods[n] = UNDATED


def cover_changes(sentence: DatedSentence) -> None:
    """Give a change or multiple that stands beside a dated pair the time from the one to the other."""
    figures, periods = sentence.figures, sentence.periods
    for n, figure in enumerate(figures):
        if figure.partner is not None or not (figure.unit == "multiple" or figure.moved):
            continue
        behind = n + 2 if n + 1 < len(figures) and figures[n + 1].unit in DURATIONS else n + 1
        pair = next((i for i in (behind, n - 2) if 0 <= i < len(figures) - 1 and figures[i].partner == i + 1), None)
        if pair is None:
            continue
        first, second = periods[pair], periods[pair + 1]
        if first.start and second.end and first.start <= second.end and first.basis is Basis.STATED:
            periods[n] = Period(start=first.start, end=second.end, precision=Precision.SPAN, basis=Basis.STATED)


def _pair_of(first: Period, second: Period) -> tuple[Days, Days] | None:
    if first.basis is not Basis.STATED:
        return None
    days = [Days(p.start, p.end, p.precision) for p in (first, second) if p.start and p.end and p.precision]
    return (days[0], days[1]) if len(days) == 2 else None


def _ends(text: str, common: TimeExpression, days: Days, published: date | None) -> tuple[Period, Period]:
    """The two ends of a window; of a single point only the second figure is dated."""
    words = text[common.start : common.end]
    if common.role is Role.RANGE and len(spans := ends_of(words)) > 1:
        return of_days(spans[0]), of_days(spans[1])
    if common.role is Role.WINDOW:
        first, last = Days(days.first, days.first, Precision.DAY), Days(days.last, days.last, Precision.DAY)
    elif common.role is Role.SINCE and days.precision is not Precision.SPAN and words[:4].lower() == "from":
        return UNDATED, of_days(days, words)
    elif common.role in (Role.RANGE, Role.SINCE):
        first, last = first_of(days), last_of(days)
        if is_open(words, common, published):
            return of_days(first, words), UNDATED
    elif _FORECAST_BEFORE.search(text, max(0, common.start - _FORECAST_REACH), common.start):
        first, last = days, days
    else:
        return UNDATED, of_days(days, words)
    return of_days(first, words), of_days(last, words)
