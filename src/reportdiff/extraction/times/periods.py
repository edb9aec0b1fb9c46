"""Which of a sentence's time expressions each figure is about.

In order: attached behind the figure, leading in the sentence, handed on by a neighbour, inherited from the sentence or
heading before, and last the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.times.attachment import attach_times
from reportdiff.extraction.times.frames import Frame, inherited_time
from reportdiff.extraction.times.leading import LeadingTimes
from reportdiff.extraction.times.neighbours import (
    heads_bracket,
    in_one_bracket,
    in_one_list,
    is_base,
    is_held_against,
    moves,
)
from reportdiff.extraction.times.shifted_times import date_shifted, find_shifts, with_shifted
from reportdiff.grammar.calendar import Days, first_of, last_of
from reportdiff.grammar.related_times import ends_of
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.grammar.units import DURATIONS
from reportdiff.grammar.wordlists import any_of, word_list
from reportdiff.model.period import UNDATED, Basis, Period, Precision

_OTHER_VERB = re.compile(rf"\b{any_of(word_list('anaphora', 'present'))}\b")
_PERFECT_BEHIND = re.compile(r"(?: [a-z]+){0,3} (?:has|have) (?:already |now |since )?[a-z]+(?:ed|en|id|t)\b")
"""Behind a part of what was told it tells how things stand now: "of which 54 percent has been paid"."""
_MOVED_FROM = re.compile(r"\b(?:up|down) from $")
_OPENED = re.compile(r"(?: levels?| total| figure)? \(| (?:[a-z-]+ ){1,4}of (?:about |some |over |nearly )?")
"""Between the time of what is told for comparison and its figure: "than 2017 (5)", "above last year's crop of 8"."""
_TOLD_AGAIN = re.compile(
    r"[^,;()]{0,40}, (?:representing|accounting for|equivalent to|equal to|amounting to|making up|or)"
    r"(?: (?:about|some))? "
)
"""Between a figure and what it is in other terms, at the same time: "10 million in 2019, representing 18 percent"."""
_FORECAST_BEFORE = re.compile(
    r"\b(?:forecasts?|projections?|estimates?|outlook|budget|target|prediction)\b[^.,;]{0,20}$"
)
_FORECAST_REACH = 40
_RECORD_BEFORE = re.compile(
    r"\b(?:(?:high|low|weak|strong|bigg|larg|small|great|fast|slow|sharp|steep|deep|long|short|high|earli|lat)est|most|least"
    r"|worst|best|first|record|peak)(?: [a-z-]+){0,5} $"
)
_MONTHS_OF_YEAR = re.compile(r"\([A-Z][a-z]+ ?[-/–] ?[A-Z][a-z]+\)")
_RECORD_REACH = 40
_NEXT_PART = re.compile(r",? and\b|;")
_PARTED = re.compile(r"[,;:(]|\band\b")
_DONE_IN = re.compile(
    r"(?: [a-z-]+){0,4} (?:was|were) [a-z]{3,} (?:in|by|during|at|across|from|through|to|for) (?:[a-z]+ ){0,2}"
)
"""Between what was done and how often, at one time: "33,400 people were affected in 112 floods in 2018"."""
_LASTING = frozenset({Role.SINCE, Role.WINDOW, Role.RANGE})


@dataclass(slots=True)
class _Sentence:
    """A sentence under way: the expression that stands behind each figure, and the one that each figure is about.

    ``held`` are the ids of the expressions that no figure hands on.
    """

    text: str
    figures: Sequence[Figure]
    published: date | None
    attached: dict[int, TimeExpression]
    held: set[int] = field(default_factory=set)
    chosen: list[TimeExpression | None] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)


def assign_periods(
    text: str,
    start: int,
    figures: Sequence[Figure],
    times: Sequence[TimeExpression],
    frame: Frame,
    published: date | None,
) -> list[Period]:
    """The period of each figure of the sentence that begins at *start*, in order; *frame* is brought up to date."""
    shifts = find_shifts(text, figures, times)
    if times:
        times = with_shifted(text, start, figures, times, frame.last)
    known = (t for t in times if not t.weak and (t.days is not None or t.role is Role.SAME))
    strong = [each for each in known if not (_is_record(text, each) or _is_no_time(text, figures, each))]
    sentence = _Sentence(text, figures, published, attach_times(text, figures, strong))
    if strong:
        _choose(sentence, start, strong)
    else:
        based = any(t.role is Role.BASE for t in times) and all(figure.moved for figure in figures)
        inherited = frame.last if based else inherited_time(text, start, figures, frame)
        sentence.chosen = [inherited] * len(figures)
    _date_in_brackets(sentence, [expression for expression in times if expression.weak and expression.days])
    sentence.periods = [_period(text, choice, published) for choice in sentence.chosen]
    _split_pairs(sentence, frame)
    _undate_levels_before(sentence)
    _cover_changes(sentence)
    if shifts:
        sentence.periods = date_shifted(text, figures, sentence.periods, shifts)
    frame.last = _last_told(sentence, strong)
    return sentence.periods


def of_publication(published: date | None) -> Period:
    """The period of a present-tense figure: the day of publication; undated where the text is."""
    if published is None:
        return UNDATED
    return Period(start=published, end=published, precision=Precision.DAY, basis=Basis.PUBLISHED)


def of_days(days: Days, words: str | None = None) -> Period:
    """The period that the text states, in *words*."""
    return Period(start=days.first, end=days.last, precision=days.precision, basis=Basis.STATED, text=words)


def _is_record(text: str, expression: TimeExpression) -> bool:
    """True for the start of a record: "its weakest level since December" tells no time of the level."""
    if expression.role is not Role.SINCE:
        return False
    return bool(_RECORD_BEFORE.search(text, max(0, expression.start - _RECORD_REACH), expression.start))


def _is_no_time(text: str, figures: Sequence[Figure], expression: TimeExpression) -> bool:
    """True for the time that a change right before it is reckoned from, and for the months that a year is made of.

    "fell by 4 percent from 2019, to 8 tons", "in the 2023/24 marketing year (April/March)".
    """
    if expression.role is Role.BRACKET and text.endswith("year ", 0, expression.start):
        return _MONTHS_OF_YEAR.fullmatch(text, expression.start, expression.end) is not None
    if expression.role is Role.RANGE or not text.startswith("from ", expression.start):
        return False
    return any(figure.end == expression.start - 1 and figure.moved for figure in figures)


def _choose(sentence: _Sentence, start: int, strong: Sequence[TimeExpression]) -> None:
    """Find the expression that each figure is about among those of its own sentence."""
    attached = sentence.attached
    taken = {id(expression) for expression in attached.values()}
    leading = LeadingTimes(sentence.text, start, [expression for expression in strong if id(expression) not in taken])
    for n, figure in enumerate(sentence.figures):
        again = n > 0 and _TOLD_AGAIN.fullmatch(sentence.text, sentence.figures[n - 1].end, figure.quote_start)
        before = attached.get(n - 1) if again else None
        led = None if _stands_now(sentence, n) else leading.find(figure)
        sentence.chosen.append(attached.get(n) or before or led)
    sentence.held = leading.held
    if len(sentence.figures) > 1 and None in sentence.chosen:
        _hand_on(sentence)


def _date_in_brackets(sentence: _Sentence, bases: Sequence[TimeExpression]) -> None:
    """Give a figure the time that its bracket stands behind, though another is compared with it: "than 2017 (5)"."""
    for base in bases:
        for n, figure in enumerate(sentence.figures):
            if _OPENED.fullmatch(sentence.text, base.end, figure.quote_start):
                sentence.chosen[n] = base


def _hand_on(sentence: _Sentence) -> None:
    """Give a figure without a time that of the neighbour in its list: first the one before, then the one behind."""
    text, figures, chosen = sentence.text, sentence.figures, sentence.chosen
    for n in range(1, len(figures)):
        before = chosen[n - 1]
        if before is None or before.role is Role.BRACKET or id(before) in sentence.held or heads_bracket(text, before):
            continue
        if chosen[n] is not None or _stands_now(sentence, n) or _opens_next_part(sentence, n, before):
            continue
        if in_one_list(text, figures[n - 1], figures[n]):
            chosen[n] = _of_level(sentence, n) or before
    for n in range(len(figures) - 2, -1, -1):
        left, right, behind = figures[n], figures[n + 1], chosen[n + 1]
        if chosen[n] is not None or behind is None or behind.role is Role.BRACKET or behind.start <= left.end:
            continue
        if is_base(text, left, right) or heads_bracket(text, behind):
            continue
        if left.unit == right.unit and in_one_bracket(text, right, behind):
            continue
        if behind.role in _LASTING and moves(right) and not moves(left):
            continue
        alike = left.unit == right.unit or not _OTHER_VERB.search(text, left.end, right.start)
        if (alike or _DONE_IN.fullmatch(text, left.end, right.quote_start)) and in_one_list(text, left, right):
            chosen[n] = behind


def _opens_next_part(sentence: _Sentence, n: int, before: TimeExpression) -> bool:
    """True where a part closed with its own time, and the *n*-th figure opens one whose time stands behind the next.

    "150 people died in 12 accidents in 2018 and 200 people died in 14 accidents in 2019".
    """
    figures, behind = sentence.figures, sentence.attached.get(n + 1)
    if behind is None or before.start < figures[n - 1].end or behind.start < figures[n + 1].end:
        return False
    if not _NEXT_PART.match(sentence.text, before.end, figures[n].quote_start):
        return False
    gap = figures[n].end, figures[n + 1].quote_start
    return not _PARTED.search(sentence.text, *gap) or _TOLD_AGAIN.fullmatch(sentence.text, *gap) is not None


def _of_level(sentence: _Sentence, n: int) -> TimeExpression | None:
    """The time of the level before a base, which the *n*-th figure takes up again: "9%, up from 8% in May; men 5%"."""
    text, figures = sentence.text, sentence.figures
    if n < 2 or ";" not in text[figures[n - 1].end : figures[n].start]:
        return None
    return sentence.chosen[n - 2] if is_base(text, figures[n - 2], figures[n - 1]) else None


def _stands_now(sentence: _Sentence, n: int) -> bool:
    """True for a part told as it stands now: "5 plants in 2019, of which 3 have been closed"."""
    text, figure = sentence.text, sentence.figures[n]
    if n == 0 or not text.endswith((", of which ", ", of whom "), sentence.figures[n - 1].end, figure.quote_start):
        return False
    return _PERFECT_BEHIND.match(text, max(figure.end, figure.quote_end)) is not None


def _period(text: str, choice: TimeExpression | None, published: date | None) -> Period:
    if choice is None or choice.days is None or choice.role is Role.NOW:
        return of_publication(published)
    words = text[choice.start : choice.end]
    if _is_open(words, choice, published):
        return Period(start=choice.days.first, end=None, precision=Precision.SPAN, basis=Basis.STATED, text=words)
    return of_days(choice.days, words)


def _is_open(words: str, expression: TimeExpression, published: date | None) -> bool:
    """True for a span of which an undated text tells only the start: "since 2014"."""
    return published is None and expression.role is Role.SINCE and words[:4].lower() != "from"


def _split_pairs(sentence: _Sentence, frame: Frame) -> None:
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


def _undate_levels_before(sentence: _Sentence) -> None:
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
        if _is_open(words, common, published):
            return of_days(first, words), UNDATED
    elif _FORECAST_BEFORE.search(text, max(0, common.start - _FORECAST_REACH), common.start):
        first, last = days, days
    else:
        return UNDATED, of_days(days, words)
    return of_days(first, words), of_days(last, words)


def _cover_changes(sentence: _Sentence) -> None:
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


def _last_told(sentence: _Sentence, strong: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression with the latest days of a level that the sentence tells; without a figure's, its first one.

    That of an older level is none: "68 percent, down from 72 percent in 2011".
    """
    text, figures = sentence.text, sentence.figures
    bases = {n for n in sentence.attached if n and is_held_against(text, figures[n - 1], figures[n])}
    told = [
        (choice.days.last, -n, choice)
        for n, (choice, figure) in enumerate(zip(sentence.chosen, sentence.figures, strict=True))
        if choice and choice.days and figure.unit != "multiple" and not figure.moved and n not in bases
    ]
    of_bases = {id(sentence.attached[n]) for n in bases}
    return max(told)[2] if told else next((t for t in strong if t.days and id(t) not in of_bases), None)
