"""Nouns: frozen values that are equal when they say the same."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest

from reportdiff import model
from reportdiff.model.claim import EventDate, Membership
from reportdiff.model.noun import Noun
from reportdiff.model.quantity import Comparator, Quantity

FIGURE = Quantity(amount=Decimal(22), unit="USD", comparator=Comparator.MORE_THAN)
MODULES = [import_module(f"reportdiff.model.{path.stem}") for path in Path(model.__path__[0]).glob("[a-z]*.py")]
NOUNS = sorted(
    {each for module in MODULES for each in vars(module).values() if isinstance(each, type) and issubclass(each, Noun)}
    - {Noun},
    key=lambda noun: noun.__name__,
)


def test_equal_means_saying_the_same() -> None:
    again = replace(FIGURE, unit="USD")
    assert again is not FIGURE
    assert again == FIGURE
    assert hash(again) == hash(FIGURE)
    assert {FIGURE: "known"}[again] == "known"


@pytest.mark.parametrize("change", [{"amount": Decimal(23)}, {"unit": "EUR"}, {"upper": Decimal(23)}, {"text": "$22"}])
def test_any_other_member_makes_another_value(change: dict[str, object]) -> None:
    assert replace(FIGURE, **change) != FIGURE  # type: ignore[arg-type]


def test_nouns_of_two_kinds_are_never_equal() -> None:
    event = EventDate(event="a", date="b", precision="c")
    assert event != Membership(member="a", set="b", state="c")
    assert event != ("a", "b", "c")


def test_a_noun_is_shown_with_all_that_it_says() -> None:
    assert repr(EventDate(event="treaty.signed", date="2006-04", precision="month")) == (
        "EventDate(event='treaty.signed', date='2006-04', precision='month')"
    )


def test_a_noun_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        FIGURE.unit = "EUR"  # type: ignore[misc]


@pytest.mark.parametrize("noun", NOUNS)
def test_every_member_counts(noun: type[Noun]) -> None:
    assert is_dataclass(noun)
    assert noun.__slots__ == tuple(field.name for field in fields(noun))
    assert (noun.__eq__, noun.__hash__, noun.__repr__) == (Noun.__eq__, Noun.__hash__, Noun.__repr__)
