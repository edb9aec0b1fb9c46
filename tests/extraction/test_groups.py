"""Figures that are told of one group of people, alone or beside another."""

from __future__ import annotations

import pytest

from reportdiff import read_text

CASES = [
    (
        "Life expectancy is 53 years for men and 56 for women.",
        [("life.expectancy", {"sex": "male"}), ("life.expectancy", {"sex": "female"})],
    ),
    (
        "Life expectancy at birth: 53 years for men and 56 for women.",
        [("life.expectancy", {"sex": "male"}), ("life.expectancy", {"sex": "female"})],
    ),
    (
        "Unemployment was 5 percent for men and 7 for women.",
        [("unemployment.rate", {"sex": "male"}), ("unemployment.rate", {"sex": "female"})],
    ),
    (
        "Adult literacy was 74 percent among men and 51 among women in 2010.",
        [("education.literacy", {"sex": "male"}), ("education.literacy", {"sex": "female"})],
    ),
    ("Life expectancy is 53 years for men.", [("life.expectancy", {"sex": "male"})]),
    (
        "Support of 40 percent among youth and 25 percent among adults.",
        [("open:support", {"population": "youth"}), ("open:support", {"population": "adult"})],
    ),
]


@pytest.mark.parametrize(("text", "told"), CASES, ids=[text[:40] for text, _ in CASES])
def test_each_figure_has_the_measure_and_the_group_it_is_told_of(
    text: str, told: list[tuple[str, dict[str, str]]]
) -> None:
    claims = sorted(read_text(text, published="2024-06-15").claims, key=lambda claim: claim.position)
    assert [(claim.measure, dict(claim.dimensions)) for claim in claims] == told


def test_money_for_a_group_is_no_rate_of_it() -> None:
    (claim,) = read_text("Aid of $5 million for women was announced.").claims
    assert "sex" not in dict(claim.dimensions)
