"""Which of a sentence's time expressions each figure is about.

In order: attached behind the figure, leading in the sentence, handed on by a neighbour, inherited from the sentence or
heading before, and last the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reportdiff.extraction.figures import Figure
from reportdiff.grammar.calendar import Days, first_of, last_of
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.model.period import UNDATED, Basis, Period, Precision

_RELATIVE = re.compile(
    r"(?<![a-z]) ?\b(?:that|which|who|whose|where|when|after|before|following|established|founded|signed|launched|created|elected|born|built|adopted|ratified|enacted|"
    r"inaugurated|formed|passed|began|begun|introduced|first|until|independence|invasion|than|below|above|compared|due|maturing|expiring)\b"
)
_EVENT_BEFORE = re.compile(
    r"\b(?:found(?:ed|ing)|establish(?:ed|ment)|launch(?:ed)?|creat(?:ed|ion)|sign(?:ed|ing)|born|adopted|ratified|enacted|inception|independence|formed|joined|"
    r"invasion|elected|inaugurated|opened|introduced|passed|earthquake|coup|revolution|began|takeover|war|crisis|implementation|entered into force|took effect|came into force|expired|ended|withdrew|resigned|died|effective|pandemic)(?: (?:of|by|with|between|in|on|at|for)(?: [A-Za-z.’'-]+){1,8})? ?$",
    re.IGNORECASE,
)
_ANAPHORA = re.compile(
    r"(?:Of (?:this|these|those|that|the|which)\b|These\b|Those\b|This (?:amount|figure|total|includes?|included|sum|funding|support|assistance|represents?|number)\b|"
    r"Among (?:them|these|those)\b|The (?:total|remaining|remainder|rest|request|figure|latter)\b|It (?:also )?(?:includes?|included)\b|They (?:also )?(?:include|included)\b|Another\b)"
)
_OTHER_VERB = re.compile(r"\b(?:has|have|had|is|are|was|were|will|would|can|could|may|now|currently)\b")
_NEXT_CLAUSE = re.compile(r",? (?:it|they|he|she|the|its|their|this|that|there|we|exports|imports)\b")
_REDUCED = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bis )(?<!\bare )(?<!\bit )(?<!\bthey )(?<!\band )(?<!\bwho )"
    r"\b(?:built|founded|established|launched|created|signed|adopted|ratified|enacted|opened|completed|constructed|introduced|dating|formed|published|issued|due|maturing|expiring)"
    r"(?: (?:by|with|of)(?: [A-Za-z.’'-]+){1,6})? (?:in |on |between |from |to |back to )?$"
)
_FORECAST_BEFORE = re.compile(r"\b(?:forecasts?|projections?|estimates?|outlook|budget|target|prediction)\b[^.,;]{0,20}$")
_VALUE_AFTER = re.compile(r" (?:was|were|is|are|of|totaled|reached|stood at|came to|amounted to|:) (?:[a-z]+ ){0,2}$|: $")
_APPOSITION = re.compile(r", [^,;]{1,40},")
_RELATIVE_CLAUSE = re.compile(r", (?:which|who|where|whose|whom)\b[^,;]*$")
_BREAKDOWN = re.compile(r"\b(?:includ(?:e|es|ed|ing)|consist(?:s|ed|ing) of|compris(?:e|es|ed|ing)|were|was|are) ")
_ASIDE = re.compile(r" ?\([^()]{0,60}\)")


@dataclass(slots=True)
class Frame:
    """What the sentences before have told: the last stated days, the last pair of "from … to", and the heading's days."""

    last: TimeExpression | None = None
    pair: tuple[Days, Days] | None = None
    heading: TimeExpression | None = None


def assign_periods(
    text: str,
    start: int,
    end: int,
    figures: Sequence[Figure],
    times: Sequence[TimeExpression],
    frame: Frame,
    published: date | None,
) -> list[Period]:
    """The period of each figure of the sentence ``text[start:end]``, in order; *frame* is brought up to date."""
    strong = [t for t in times if not t.weak and (t.days is not None or t.role is Role.SAME)]
    attached = _attach(text, figures, strong)
    _deal_out(text, figures, strong, attached)
    taken = {id(t) for t in attached.values()}
    free = [t for t in strong if id(t) not in taken]
    chosen = [attached.get(n) or _leading(text, start, figure, free) for n, figure in enumerate(figures)]
    _hand_on(text, figures, chosen, attached)
    if not strong:
        based = any(t.role is Role.BASE for t in times) and all(figure.change_behind is not None for figure in figures)
        inherited = frame.last if based else _inherited(text, start, figures, frame)
        chosen = [inherited for _ in figures]
    periods = [_period(text, choice, published) for choice in chosen]
    _split_pairs(text, figures, chosen, attached, periods, frame, published)
    _cover_changes(figures, periods, published)
    told = [
        c
        for c, f in zip(chosen, figures, strict=True)
        if c and c.days and f.unit != "multiple" and f.change_behind is None
    ]
    frame.last = (
        max(told, key=lambda c: c.days.last if c.days else date.min)
        if told
        else next((t for t in strong if t.days), None)
    )
    return periods


def _attach(text: str, figures: Sequence[Figure], times: Sequence[TimeExpression]) -> dict[int, TimeExpression]:
    """The expressions that stand close behind a figure, by its index."""
    out: dict[int, TimeExpression] = {}
    for expression in times:
        n = next((i for i in range(len(figures) - 1, -1, -1) if figures[i].end <= expression.start), None)
        if n is None or n in out:
            continue
        if _attaches(text, figures[n], expression, out.get(n - 1)):
            out[n] = expression
    return out


def _deal_out(text: str, figures: Sequence[Figure], times: Sequence[TimeExpression], attached: dict[int, TimeExpression]) -> None:
    """Give each figure of a list its own year of the list behind it: "2.1, 2.8 and 3.3 percent in 2017, 2018 and 2019"."""
    for n, first in list(attached.items()):
        at = next(i for i, time in enumerate(times) if time is first)
        run = [first]
        while at + len(run) < len(times) and re.fullmatch(r",? (?:and )?|, ", text[run[-1].end : times[at + len(run)].start]):
            run.append(times[at + len(run)])
        low = n - len(run) + 1
        if len(run) < 2 or low < 0 or any(len(text[a.end : b.start]) > 24 for a, b in pairwise(figures[low : n + 1])):
            continue
        for index, time in zip(range(low, n + 1), run, strict=True):
            attached[index] = time


def _attaches(text: str, figure: Figure, expression: TimeExpression, _: TimeExpression | None) -> bool:
    gap = _ASIDE.sub("", text[figure.end : expression.start])
    if (
        figure.change_behind is not None
        and text.startswith("from ", expression.start)
        and expression.role is not Role.RANGE
    ):
        return False
    if figure.unit == "rank":
        gap = _APPOSITION.sub("", gap)
    if expression.role is Role.BRACKET:
        return len(gap) < 90 and ";" not in gap
    limit = 120 if expression.role in (Role.SINCE, Role.WINDOW, Role.RANGE) else 100
    if _NEXT_CLAUSE.match(text, expression.end) and gap.rstrip().endswith(","):
        return False
    if len(gap) > limit or ";" in gap or "—" in gap[:-1] or " as well as " in gap:
        return False
    inner = gap.rstrip(" ,(")
    if "," in inner or ")" in inner[2:] or re.search(r" and (?:in|by|from|since) ?$| and $", gap):
        return _is_series_comma(inner, expression)
    behind_noun = text[max(figure.end, figure.quote_end) : expression.start]
    words = _RELATIVE.search(behind_noun)
    if words and words.start() > 2:
        return False
    return not (
        expression.role is Role.POINT
        and text[expression.start : expression.start + 3]
        not in ("in ", "In ", "for", "on ", "dur", "at ", "as ", "as\u00a0")
        and len(inner) > 60
    )


def _is_series_comma(gap: str, expression: TimeExpression) -> bool:
    """True where the commas of the gap only part the nouns of a list ("coordination, monitoring and training since 2020")."""
    return (
        expression.role in (Role.SINCE, Role.WINDOW, Role.RANGE)
        and gap.count(",") <= 3
        and not re.search(r", (?:which|who|but|while|and [a-z]+ed)\b", gap)
    )


def _leading(text: str, start: int, figure: Figure, free: Sequence[TimeExpression]) -> TimeExpression | None:
    """The nearest expression before the figure that no other figure has taken and that is no mere aside."""
    before = [
        t for t in free
        if t.end <= figure.start and t.role is not Role.UNTIL
        and (t.role is not Role.BRACKET or _VALUE_AFTER.fullmatch(text, t.end, figure.quote_start))
    ]
    for expression in reversed(before):
        if not _is_aside(text, start, expression, figure):
            return expression
    return None


def _is_aside(text: str, start: int, expression: TimeExpression, figure: Figure) -> bool:
    """True for the date of an event that the clause of the figure does not share ("Founded in 1991, the club has 220 members")."""
    between = text[expression.end : figure.start]
    if "," in between and expression.role is Role.POINT and _RELATIVE_CLAUSE.search(text, max(start, expression.start - 120), expression.start):
        return (
            not _RELATIVE_CLAUSE.search(text, max(start, figure.start - 120), figure.start)
            or text.rfind(", wh", start, figure.start) > expression.start
        )
    if _REDUCED.search(text, max(start, expression.start - 70), expression.start):
        return True
    event = _EVENT_BEFORE.search(text, max(start, expression.start - 70), expression.start)
    if event and expression.role is Role.POINT and expression.start - start > 3:
        return "," in between or bool(re.search(r"\b(?:has|have|now)\b", between))
    return ";" in between and between.rpartition(";")[2].strip() not in ("", "and", "or", "another", "and another")


def _hand_on(
    text: str, figures: Sequence[Figure], chosen: list[TimeExpression | None], attached: dict[int, TimeExpression]
) -> None:
    """Give a figure without a time of its own that of the neighbour in its list: first the one before, then the one behind."""
    for n in range(len(figures)):
        before = chosen[n - 1] if n else None
        if (
            chosen[n] is None
            and before is not None
            and before.role is not Role.BRACKET
            and _in_one_list(text, figures[n - 1], figures[n])
        ):
            chosen[n] = chosen[n - 1]
    for n in range(len(figures) - 2, -1, -1):
        behind = chosen[n + 1]
        alike = figures[n].unit == figures[n + 1].unit or not _OTHER_VERB.search(
            text, figures[n].end, figures[n + 1].start
        )
        if (
            chosen[n] is None
            and alike
            and behind is not None
            and behind.role is not Role.BRACKET
            and behind.start > figures[n].end
            and _in_one_list(text, figures[n], figures[n + 1])
        ):
            chosen[n] = behind


def _in_one_list(text: str, left: Figure, right: Figure) -> bool:
    gap = text[left.end : right.start]
    return len(gap) < 130 and not re.search(r", (?:but|while|whereas)\b", gap)


def _inherited(text: str, start: int, figures: Sequence[Figure], frame: Frame) -> TimeExpression | None:
    if frame.last is not None and frame.last.days is not None:
        if _ANAPHORA.match(text, start) or _is_breakdown(text, start, figures):
            return frame.last
    if frame.last is not None and frame.last.role is Role.POINT and _tells_past(text, start, figures):
        return frame.last
    return frame.heading


def _tells_past(text: str, start: int, figures: Sequence[Figure]) -> bool:
    """True for a clause in the simple past, which goes on with the time of the sentence before."""
    before = text[start : figures[0].quote_start]
    return len(before) < 120 and bool(_PAST.search(before)) and not _NOT_PAST.search(before)


_PAST = re.compile(r"\b(?:was|were|had|fell|rose|grew|made|sold|bought|won|lost|spent|sent|gave|came|took|[a-z]{2,}ed)\b(?! by\b)")
_NOT_PAST = re.compile(r"\b(?:has|have|is|are|will|would|can|could|may|might|now|currently|to [a-z]+)\b")


def _is_breakdown(text: str, start: int, figures: Sequence[Figure]) -> bool:
    """True for a sentence that only parts the figure before it: "Exports included computers ($3 billion), cars ($2 billion)"."""
    in_brackets = sum(text[max(start, figure.quote_start - 1)] == "(" for figure in figures)
    return in_brackets == len(figures) and bool(_BREAKDOWN.search(text, start, figures[0].start))


def _period(text: str, choice: TimeExpression | None, published: date | None) -> Period:
    if choice is not None and choice.days is not None and choice.role is not Role.NOW:
        return _stated(choice.days, text[choice.start : choice.end])
    return of_publication(published)


def _stated(days: Days, words: str | None) -> Period:
    return Period(start=days.first, end=days.last, precision=days.precision, basis=Basis.STATED, text=words)


def of_publication(published: date | None) -> Period:
    """The period of a present-tense figure: the day of publication; undated where the text is."""
    if published is None:
        return UNDATED
    return Period(start=published, end=published, precision=Precision.DAY, basis=Basis.PUBLISHED)


def _split_pairs(
    text: str,
    figures: Sequence[Figure],
    chosen: Sequence[TimeExpression | None],
    attached: dict[int, TimeExpression],
    periods: list[Period],
    frame: Frame,
    published: date | None,
) -> None:
    """Give the two figures of "from A to B" the two ends of the window that they share."""
    for n, figure in enumerate(figures):
        m = figure.partner
        if m is None or m != n + 1 or m >= len(figures):
            continue
        first, second = attached.get(n), attached.get(m)
        common = chosen[n] if chosen[n] is chosen[m] else second if first is None else None
        if common is not None and common.role is Role.SAME and frame.pair:
            periods[n], periods[m] = (_stated(days, text[common.start : common.end]) for days in frame.pair)
        elif first is None and common is not None and common.days is not None:
            periods[n], periods[m] = _ends(text, common, published)
        elif first is not None and second is None and chosen[m] is first:
            periods[m] = of_publication(published)
        start, end = periods[n], periods[m]
        if (
            start.start
            and start.end
            and end.start
            and end.end
            and start.basis is Basis.STATED
            and start.precision
            and end.precision
        ):
            frame.pair = (Days(start.start, start.end, start.precision), Days(end.start, end.end, end.precision))


def _ends(text: str, common: TimeExpression, published: date | None) -> tuple[Period, Period]:
    """The two ends of a window; of a single point only the second figure is dated."""
    days, words = common.days, text[common.start : common.end]
    assert days is not None
    if common.role is Role.WINDOW:
        first, last = Days(days.first, days.first, Precision.DAY), Days(days.last, days.last, Precision.DAY)
    elif common.role in (Role.RANGE, Role.SINCE):
        first, last = first_of(days), last_of(days)
    elif _FORECAST_BEFORE.search(text, max(0, common.start - 40), common.start):
        return _stated(days, words), _stated(days, words)
    else:
        return UNDATED, _stated(days, words)
    return _stated(first, words), _stated(last, words)


def _cover_changes(figures: Sequence[Figure], periods: list[Period], published: date | None) -> None:
    """Give a change or multiple that stands beside a dated pair the time from the one to the other."""
    for n, figure in enumerate(figures):
        if figure.unit != "multiple" and figure.change_behind is None:
            continue
        if figure.partner is not None:
            continue
        pair = _neighbouring_pair(figures, n)
        if pair is None:
            continue
        first, second = periods[pair[0]], periods[pair[1]]
        if first.start and second.end and first.start <= second.end and first.basis is Basis.STATED:
            periods[n] = Period(start=first.start, end=second.end, precision=Precision.SPAN, basis=Basis.STATED)


def _neighbouring_pair(figures: Sequence[Figure], n: int) -> tuple[int, int] | None:
    for first in (n + 1, n - 2):
        if 0 <= first < len(figures) - 1 and figures[first].partner == first + 1:
            return first, first + 1
    return None
