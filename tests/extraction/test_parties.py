"""Whom a text is about, and whom it sets beside that country."""

from __future__ import annotations

import pytest

from reportdiff.extraction.measures.parties import Parties, counterpart
from reportdiff.vocabulary.loader import load_vocabulary

COUNTRIES = load_vocabulary().countries
CHILE_AND_US = "Chile trades with the U.S. and Brazil. U.S. exports to Chile rose; the United States and Chile agreed. "


@pytest.mark.parametrize(
    ("text", "known", "subject", "other"),
    [
        (CHILE_AND_US * 2, "CHL", "CHL", "USA"),
        (CHILE_AND_US * 2, "USA", "USA", "CHL"),
        ("Ghana borders Togo. Ghana grew. Ghana and Togo met.", None, "GHA", None),
        ("Growth slowed in Togo.", None, None, None),
        ("Chile and Peru, Chile and Peru, Chile and Peru, and Chile", "BOL", "BOL", None),
        ("Côte d’Ivoire, the U.K., the U.K., the U.K.", "CIV", "CIV", "GBR"),
    ],
)
def test_parties(text: str, known: str | None, subject: str | None, other: str | None) -> None:
    parties = Parties(text, COUNTRIES, known)
    assert (parties.subject, parties.other) == (subject, other)


def test_a_group_of_countries_is_never_the_counterpart() -> None:
    assert counterpart(["africa"] * 9 + ["GHA"], "GHA") == ("GHA", None)


def test_the_order_of_naming_does_not_matter() -> None:
    told = ["CHL", "USA", "USA", "BRA", "USA", "USA", "CHL"]
    assert counterpart(told, "CHL") == counterpart(told[::-1], "CHL") == ("CHL", "USA")
