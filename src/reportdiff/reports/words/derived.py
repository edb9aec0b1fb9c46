"""Figures that follow from printed ones, in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportdiff.compare.reading.units import quantity_of
from reportdiff.compare.reckoning.derived import Derived
from reportdiff.model.period import Basis, Period, Precision
from reportdiff.model.quantity import Comparator
from reportdiff.reports.words.periods import say_period
from reportdiff.reports.words.values import say_quantity


def say_derived(figure: Derived) -> str:
    """A derived figure with its time: ``$109.1 million (FY2022)``; ``about`` where a figure behind it is hedged."""
    level, difference = quantity_of(figure.level), quantity_of(figure.difference)
    exact = level.comparator is difference.comparator is Comparator.EXACTLY
    lower, upper = figure.made.lower, figure.made.upper
    amount = level.amount if lower is None or upper is None else (lower + upper) / Decimal(2)
    comparator = Comparator.EXACTLY if exact else Comparator.APPROXIMATELY
    fiscal = (figure.start.month, figure.start.day) != (1, 1)
    precision = Precision.FISCAL_YEAR if fiscal else Precision.YEAR
    period = Period(start=figure.start, end=figure.end, precision=precision, basis=Basis.STATED)
    return f"{say_quantity(replace(level, amount=amount, comparator=comparator))} ({say_period(period)})"
