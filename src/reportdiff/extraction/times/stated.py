"""What a text says of a time, as a period of the model."""

from __future__ import annotations

from datetime import date

from reportdiff.grammar.calendar import Days
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.model.period import UNDATED, Basis, Period, Precision


def of_publication(published: date | None) -> Period:
    """The period of a present-tense figure: the day of publication; undated where the text is."""
    if published is None:
        return UNDATED
    return Period(start=published, end=published, precision=Precision.DAY, basis=Basis.PUBLISHED)


def of_days(days: Days, words: str | None = None) -> Period:
    """The period that the text states, in *words*."""
    return Period(start=days.first, end=days.last, precision=days.precision, basis=Basis.STATED, text=words)


def of_expression(text: str, choice: TimeExpression | None, published: date | None) -> Period:
    """The period of a figure that is about *choice*; that of publication where it is about no time that is told."""
    if choice is None or choice.days is None or choice.role is Role.NOW:
        return of_publication(published)
    words = text[choice.start : choice.end]
    if is_open(words, choice, published):
        return Period(start=choice.days.first, end=None, precision=Precision.SPAN, basis=Basis.STATED, text=words)
    return of_days(choice.days, words)


def is_open(words: str, expression: TimeExpression, published: date | None) -> bool:
    """True for a span of which an undated text tells only the start: "since 2014"."""
    return published is None and expression.role is Role.SINCE and words[:4].lower() != "from"
