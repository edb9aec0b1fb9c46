"""Which of a sentence's time expressions each figure is about.

In order: attached behind the figure, leading in the sentence, handed on by a neighbour, inherited from the sentence or
heading before, and last the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.times.attachment import attach_times
from reportdiff.extraction.times.dated_sentence import DatedSentence
from reportdiff.extraction.times.frames import Frame, inherited_time
from reportdiff.extraction.times.handing_on import hand_on, is_told_again, stands_now
from reportdiff.extraction.times.leading import LeadingTimes
from reportdiff.extraction.times.neighbours import is_held_against
from reportdiff.extraction.times.shifted_times import date_shifted, find_shifts, with_shifted
from reportdiff.extraction.times.stated import of_expression
from reportdiff.extraction.times.two_ends import cover_changes, split_pairs, undate_levels_before
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.model.period import Period

_OPENED = re.compile(r"(?: levels?| total| figure)? \(| (?:[a-z-]+ ){1,4}of (?:about |some |over |nearly )?")
"""Between the time of what is told for comparison and its figure: "than 2017 (5)", "above last year's crop of 8"."""
_RECORD_BEFORE = re.compile(
    r"\b(?:(?:high|low|weak|strong|bigg|larg|small|great|fast|slow|sharp|steep|deep|long|short|high|earli|lat)est|most|least"
    r"|worst|best|first|record|peak)(?: [a-z-]+){0,5} $"
)
_RECORD_REACH = 40
_MONTHS_OF_YEAR = re.compile(r"\([A-Z][a-z]+ ?[-/–] ?[A-Z][a-z]+\)")


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
    sentence = DatedSentence(text, figures, published, attach_times(text, figures, strong))
    if strong:
        _choose(sentence, start, strong)
    else:
        based = any(t.role is Role.BASE for t in times) and all(figure.moved for figure in figures)
        inherited = frame.last if based else inherited_time(text, start, figures, frame)
        sentence.chosen = [inherited] * len(figures)
    _date_in_brackets(sentence, [expression for expression in times if expression.weak and expression.days])
    sentence.periods = [of_expression(text, choice, published) for choice in sentence.chosen]
    split_pairs(sentence, frame)
    undate_levels_before(sentence)
    cover_changes(sentence)
    if shifts:
        sentence.periods = date_shifted(text, figures, sentence.periods, shifts)
    frame.last = _last_told(sentence, strong)
    return sentence.periods


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


def _choose(sentence: DatedSentence, start: int, strong: Sequence[TimeExpression]) -> None:
    """Find the expression that each figure is about among those of its own sentence."""
    attached = sentence.attached
    taken = {id(expression) for expression in attached.values()}
    leading = LeadingTimes(sentence.text, start, [expression for expression in strong if id(expression) not in taken])
    for n, figure in enumerate(sentence.figures):
        again = is_told_again(sentence, n)
        before = attached.get(n - 1) if again else None
        led = None if stands_now(sentence, n) else leading.find(figure)
        sentence.chosen.append(attached.get(n) or before or led)
    sentence.held = leading.held
    if len(sentence.figures) > 1 and None in sentence.chosen:
        hand_on(sentence)


def _date_in_brackets(sentence: DatedSentence, bases: Sequence[TimeExpression]) -> None:
    """Give a figure the time that its bracket stands behind, though another is compared with it: "than 2017 (5)"."""
    for base in bases:
        for n, figure in enumerate(sentence.figures):
            if _OPENED.fullmatch(sentence.text, base.end, figure.quote_start):
                sentence.chosen[n] = base


def _last_told(sentence: DatedSentence, strong: Sequence[TimeExpression]) -> TimeExpression | None:
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
