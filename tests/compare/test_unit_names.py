"""Units by the names that a reader knows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportdiff.compare.verdicts.amounts import say_figure
from reportdiff.compare.verdicts.unit_names import name_unit
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.vocabulary.tables import load_table

UNITS = sorted(load_table("units")["units"])
ALIKE = {"percent"}
"""Words of more than three letters that are the same for any number."""


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_a_symbol_or_has_a_name_for_many(unit: str) -> None:
    many = name_unit(unit, None)
    assert many == name_unit(unit, Decimal(2)) == name_unit(unit, Decimal(0))
    assert len(many) <= 3 or unit in ALIKE or "/" in many or name_unit(unit, Decimal(-1)) != many


@pytest.mark.parametrize(
    ("amount", "unit", "comparator", "words"),
    [
        ("3", "teu", Comparator.EXACTLY, "3 TEU"),
        ("5", "microgram", Comparator.MORE_THAN, "more than 5 micrograms"),
        ("-1", "metric-ton", Comparator.EXACTLY, "−1 metric ton"),
        ("36", "km2", Comparator.AT_MOST, "up to 36 km²"),
        ("5000000", "BTU", Comparator.EXACTLY, "5 million BTU"),
        ("2", "EUR", Comparator.BETWEEN, "€2"),
    ],
)
def test_a_figure_in_a_sentence(amount: str, unit: str, comparator: Comparator, words: str) -> None:
    assert say_figure(Quantity(amount=Decimal(amount), unit=unit, comparator=comparator)) == words
