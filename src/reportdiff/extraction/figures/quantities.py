"""What a figure says: its amount, its unit, and the interval that it can mean."""

from __future__ import annotations

import re

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.figures.figure_units import POINT
from reportdiff.grammar.comparators import bounds, plain
from reportdiff.grammar.money import currency_of, users_of
from reportdiff.grammar.nations import country_code
from reportdiff.grammar.numbers import Form
from reportdiff.model.quantity import Comparator, Quantity

_NAMES = re.compile(r"\b[A-Z][a-z]+(?:[’']s)?")
_NAMES_REACH = 160


def quantity_of(text: str, figure: Figure, country: str | None, printed: str) -> Quantity:
    """The quantity of *figure* in *text*, a report about *country* (ISO 3166 alpha-3); *printed* is the same text as
    it was, before characters that look alike became one.
    """
    comparator = figure.comparator or Comparator.EXACTLY
    amount, upper, quantum = figure.amount, figure.upper, figure.number.quantum
    worded = figure.number.form is Form.FRACTION
    if worded:
        quantum *= 100
    if figure.negative:
        amount, upper = -amount, None if upper is None else -upper
    low, high = bounds(amount, upper, comparator, quantum, worded=worded)
    return Quantity(
        amount=plain(amount),
        unit=_unit_of(text, figure, country),
        comparator=comparator,
        upper=None if upper is None else plain(upper),
        per=figure.per,
        lower_bound=low,
        upper_bound=high,
        text=printed[figure.start : figure.end],
    )


def _unit_of(text: str, figure: Figure, country: str | None) -> str:
    unit = "count" if figure.unit in (None, POINT) else figure.unit
    if unit == "percent" and figure.change_behind is not None:
        return "percent-change"
    if figure.money_named:
        named = country_code(figure.nationality) if figure.nationality else None
        return currency_of(unit, named or _country_before(text, figure, unit) or country)
    return unit


def _country_before(text: str, figure: Figure, unit: str) -> str | None:
    """The country whose money is meant: the last one named before the figure that calls its money *unit*."""
    users = users_of(unit)
    for word in reversed(_NAMES.findall(text, max(0, figure.start - _NAMES_REACH), figure.start)):
        code = country_code(word.removesuffix("’s").removesuffix("'s"))
        if code in users:
            return code
    return None
