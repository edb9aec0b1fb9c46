"""Countries are found by name, adjective and the words for their people, the longest name first."""

from __future__ import annotations

import pytest

from reportdiff.vocabulary.loader import load_vocabulary

COUNTRIES = load_vocabulary().countries

FOUND = [
    ("The United States and Albania", ["USA", "ALB"]),
    ("U.S. exports to Peru", ["USA", "PER"]),
    ("Equatorial Guinea and Guinea and Papua New Guinea", ["GNQ", "GIN", "PNG"]),
    ("South Sudan Sudan", ["SSD", "SDN"]),
    ("Nigerien and Nigerian traders", ["NER", "NGA"]),
    ("the Democratic Republic of the Congo", ["COD"]),
    ("Filipinos Thais Danes Dutch", ["PHL", "THA", "DNK", "NLD"]),
    ("St. Lucia", ["LCA"]),
    ("North Korea South Korea", ["PRK", "KOR"]),
    ("Côte d'Ivoire", ["CIV"]),
    ("us the who", []),
]


@pytest.mark.parametrize(("text", "codes"), FOUND)
def test_countries_in_text(text: str, codes: list[str]) -> None:
    words = [word if word.count(".") > 1 else word.rstrip(".") for word in text.split()]
    assert [place.code for _, _, place in COUNTRIES.find(words)] == codes


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        ("peru", "PER"),
        ("us", "USA"),
        ("uk", "GBR"),
        ("south-korea", "KOR"),
        ("saudi-arabia", "SAU"),
        ("asean", "asean"),
        ("gardening", None),
        (None, None),
    ],
)
def test_a_subject_is_a_country_by_its_id(subject: str | None, code: str | None) -> None:
    assert COUNTRIES.code_of(subject) == code


def test_the_table_is_complete() -> None:
    states = {code for code in COUNTRIES.names if code.isupper()}
    assert len(states) == 250
    assert all(len(code) == 3 for code in states)
