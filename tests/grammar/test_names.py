"""Names of people and treaties, by their capitals."""

from __future__ import annotations

import pytest

from reportdiff.grammar.iso_dates import find_date
from reportdiff.grammar.names import find_title_before, match_person, match_title

PEOPLE = [
    ("Ollanta Humala took office", "Ollanta Humala"),
    ("Brian A. Nichols; other officials", "Brian A. Nichols"),
    ("Javier Pérez de Cuéllar was", "Javier Pérez de Cuéllar"),
    ("Ursula von der Leyen (since 2019)", "Ursula von der Leyen"),
    ("Alberto Kenyo FUJIMORI Fujimori (since 28 July 1990)", "Alberto Kenyo FUJIMORI Fujimori"),
    ("Macron’s government", "Macron"),
    ("Joko Widodo and others", "Joko Widodo"),
    ("of the republic", None),
    ("Administration requested", None),
]


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_a_person(text: str, name: str | None) -> None:
    found = match_person(text, 0, len(text))
    assert (found.text if found else None) == name
    assert found is None or text[found.start : found.end] == name


TITLES = [
    ("North Atlantic Treaty in 1949", "North Atlantic Treaty"),
    ("U.S.-Chile Free Trade Agreement, which", "U.S.-Chile Free Trade Agreement"),
    ("Japan-U.S. Clean Energy Partnership (JUCEP)", "Japan-U.S. Clean Energy Partnership"),
    ("Convention on the Rights of the Child in May 1990", "Convention on the Rights of the Child"),
    ("Memorandum of Understanding in November 2023", "Memorandum of Understanding"),
]


@pytest.mark.parametrize(("text", "name"), TITLES)
def test_a_title(text: str, name: str) -> None:
    found = match_title(text, 0, len(text))
    assert found is not None
    assert found.text == name


BEFORE = [
    ("The U.S.-Chile Free Trade Agreement", "U.S.-Chile Free Trade Agreement"),
    ("since the Treaty of Amity and Cooperation", "Treaty of Amity and Cooperation"),
    ("after an agreement", None),
]


@pytest.mark.parametrize(("text", "name"), BEFORE)
def test_a_title_before_a_place(text: str, name: str | None) -> None:
    found = find_title_before(text, 0, len(text))
    assert (found.text if found else None) == name


DATES = [
    ("in July 2016,", "2016-07"),
    ("on 28 July 1990)", "1990-07-28"),
    ("on Dec. 7, 2022.", "2022-12-07"),
    ("in 2009.", "2009"),
    ("on February 30, 2020", None),
    ("some 20095 people", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_a_date_of_reduced_precision(text: str, date: str | None) -> None:
    found = find_date(text, 0, len(text))
    assert (found.text if found else None) == date
