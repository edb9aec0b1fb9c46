"""Small shapes around figures: every form of "range from", markers of lists, dates of treaties and of buildings."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.grammar.names import match_title
from reportdiff.model.period import Basis
from reportdiff.model.quantity import Quantity


def told(text: str) -> list[str]:
    """Each figure as its amount, its other end and its unit."""
    values = [
        claim.value for claim in read_text(text, published="2023-05-01").claims if isinstance(claim.value, Quantity)
    ]
    return [f"{value.amount}{'' if value.upper is None else f'..{value.upper}'} {value.unit}" for value in values]


@pytest.mark.parametrize("verb", ["range", "ranges", "ranged", "ranging", "vary", "varies", "varied", "varying"])
@pytest.mark.parametrize("between", ["", "anywhere "])
@pytest.mark.parametrize("hedge", ["", "about "])
def test_every_form_of_a_range(verb: str, between: str, hedge: str) -> None:
    assert told(f"Rates {verb} {between}from {hedge}3 to 5 percent.") == ["3..5 percent"]


@pytest.mark.parametrize("of", ["the", "these", "those", "its", "their", "all"])
def test_the_people_of_an_opening_are_divided(of: str) -> None:
    assert told(f"Of {of} people, 10 died and 14 remained.") == ["10 person", "14 person"]


MONTHS = "January February March April May June July August September October November December".split()


@pytest.mark.parametrize(
    "month", [*MONTHS, "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
)
@pytest.mark.parametrize("joint", ["of", "on", "to"])
def test_a_title_ends_before_a_date(month: str, joint: str) -> None:
    text = f"Treaty {joint} {month} 5"
    found = match_title(text, 0, len(text))
    assert found is not None
    assert found.text == "Treaty"


MARKED = [
    "It did: (1) build roads; or (2) buy ships.", "It did (1) build roads, and (2) buy ships.", "It did: 1) build roads, 2) buy ships.",
    "It did so. (1) It built roads.", "It did; and (3) it built roads.", "- 1. Roads were built.", "12) Roads were built.", "1.) Roads were built.",
    "1. *Roads* were built.",
]  # fmt: skip


@pytest.mark.parametrize("text", MARKED)
def test_the_number_of_an_item_is_no_figure(text: str) -> None:
    assert told(text) == []


SHAPES = [
    ("It has a two-year plan.", ["2 year"]),
    ("It has a two-party system.", []),
    ("Its two ports are old.", ["2 count"]),
    ("It reached 007.", []),
    ("It paid for it; 5 percent left.", ["5 percent"]),
    ("It rose from 55 percent to 30 percent.", ["55 percent", "30 percent"]),
    ("It rose 55 percent to 30 tons.", ["55 percent-change", "30 ton"]),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_shapes(text: str, expected: list[str]) -> None:
    assert told(text) == expected


PARTICIPLES = "built founded established launched created signed adopted ratified enacted opened completed constructed introduced formed".split()


@pytest.mark.parametrize("participle", PARTICIPLES)
@pytest.mark.parametrize("joint", ["in ", "by the king in ", "with aid in ", "of stone in "])
def test_the_year_of_a_building_dates_no_figure(participle: str, joint: str) -> None:
    assert undated(f"The dam {participle} {joint}1931 has 9 gates.")


@pytest.mark.parametrize("joint", ["dating from ", "dating to "])
def test_the_age_of_a_building_dates_no_figure(joint: str) -> None:
    assert undated(f"The dam {joint}1931 has 9 gates.")


def undated(text: str) -> bool:
    (claim,) = [claim for claim in read_text(text, published="2023-05-01").claims if isinstance(claim.value, Quantity)]
    return claim.period.basis is not Basis.STATED
