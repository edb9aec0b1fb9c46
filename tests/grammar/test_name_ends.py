"""Where a name in capitals begins and ends; whom a sentence credits; dates told in full or in part."""

from __future__ import annotations

import pytest

from reportdiff.grammar.attribution import read_attribution
from reportdiff.grammar.iso_dates import find_date, match_date
from reportdiff.grammar.names import find_title_before, match_person, match_title

PEOPLE = [
    ("J. Smith left", "J. Smith"), ("J.R. Smith left", "J.R. Smith"), ("Élise O’Neill-Roy, who", "Élise O’Neill-Roy"),
    ("Ana (born 1970)", "Ana"), ("Ana: yes", "Ana"), ("Ana. Then", "Ana"), ("Ana;", "Ana"), ("Ana)", "Ana"), ("Ana", "Ana"),
    ("Ana’s son", "Ana"), ("Ana's Friend", "Ana"), ("Jones’ son", "Jones"), ("Macron’s Paris", "Macron"),
    ("Ana de la Torre left", "Ana de la Torre"), ("Ana bin Omar", "Ana bin Omar"), ("de Ana", None), ("Ana de", "Ana"),
    ("Ana\nTorres left", "Ana\nTorres"), ("Ana  Torres", "Ana"), ("Ana–Torres", None), ("Anatole5 left", "Anatole5"),
    ("Ana In Rome", "Ana"), ("Ana March", "Ana"), ("Ana Government", "Ana"), ("Ana Monday’s talk", "Ana"), ("The Ana", None),
    ("Al", None), ("Bob", "Bob"), ("ana", None), ("", None), ("5", None),
    ("A. B. C. D. E. F. G. H. Zed", "A. B. C. D. E. F. G."), ("Ana, Torres", "Ana"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_a_person(text: str, name: str | None) -> None:
    found = match_person(text, 0, len(text))
    assert (found and found.text) == name
    inside = match_person(f"to {text}", 3, len(text) + 3)
    assert (inside and (inside.text, inside.start, inside.end)) == (name and (name, 3, 3 + len(name)))


def test_a_person_ends_with_the_stretch() -> None:
    found = match_person("Ana Torres", 0, 4)
    assert found is not None
    assert found.text == "Ana"
    assert match_person("Ana", 0, 0) is None


TITLES = [
    ("Clean Air Act of 1990", "Clean Air Act"), ("Treaty of Rome, of", "Treaty of Rome"), ("Bank of the South is", "Bank of the South"),
    ("Act and Plan of it", "Act and Plan"), ("Peace and the Law", "Peace and the Law"), ("Fund for Peace", "Fund for Peace"),
    ("Pact for the Future", "Pact for the Future"), ("Treaty on Trade", "Treaty on Trade"),
    ("Treaty on the Sea", "Treaty on the Sea"), ("Road to Rome", "Road to Rome"), ("War against Drugs", "War against Drugs"),
    ("Plaza de Mayo was", "Plaza de Mayo"), ("Under the Act", "Under the Act"), ("Treaty of May 5", "Treaty"),
    ("Treaty of March 1990", "Treaty"), ("Treaty of September 5", "Treaty"), ("Treaty of Maynooth", "Treaty of Maynooth"),
    ("Treaty of the river", "Treaty"), ("Johnson & Sons are", "Johnson & Sons"), ("U.S.–Chile Pact", "U.S."),
    ("U.S. Chile - Pact", "U.S. Chile"), ("Co-op Bank", "Co-op Bank"), ("Paris’s Law", "Paris’s Law"), ("Paris’s", "Paris"),
    ("Agenda 2030 is", "Agenda 2030"), ("Act,Plan", "Act"), ("treaty", None), ("", None), ("Éire Pact", "Éire Pact"),
    ("A " * 20 + "b", "A " * 15 + "A"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), TITLES)
def test_a_title(text: str, name: str | None) -> None:
    found = match_title(text, 0, len(text))
    assert (found and (found.text, found.start)) == (name and (name, 0))


def test_a_title_ends_with_the_stretch() -> None:
    found = match_title("Clean Air Act", 0, 9)
    assert found is not None
    assert (found.text, found.end) == ("Clean Air", 9)


TITLES_BEFORE = [
    ("the Treaty of Rome", "Treaty of Rome"), ("the Bank for the South", "Bank for the South"), ("signed Act and Plan", "Act and Plan"),
    ("a Road to Rome", "Road to Rome"), ("War against Drugs", "War against Drugs"), ("Plaza de Mayo", "Plaza de Mayo"),
    ("Growth in Africa", "Growth in Africa"), ("Treaty on Trade", "Treaty on Trade"), ("the Treaty from Rome", "Rome"),
    ("The Act", "Act"), ("Our Act", "Act"), ("Their Act", "Act"), ("In Act", "Act"), ("On Act", "Act"), ("Under Act", "Act"),
    ("A Act", "Act"), ("An Act", "Act"), ("Theory Act", "Theory Act"), ("Act of", None), ("act", None), ("", None),
    ("U.S.-Chile Act", "U.S.-Chile Act"), ("Sons & Act", "Sons & Act"), ("with, Act", "Act"), ("Rome, Act", "Act"),
    ("Rome–Act", "Act"), ("B " * 20 + "Act", "B " * 15 + "Act"), ("of Act", "Act"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), TITLES_BEFORE)
def test_a_title_before_a_place(text: str, name: str | None) -> None:
    found = find_title_before(text, 0, len(text))
    assert (found and (found.text, found.end)) == (name and (name, len(text)))
    assert found is None or text[found.start :] == name


def test_a_title_before_a_place_begins_with_the_stretch() -> None:
    found = find_title_before("the Clean Air Act", 10, 17)
    assert found is not None
    assert (found.text, found.start) == ("Air Act", 10)


SOURCES = [
    ("rose, according to the World Bank.", "World Bank"), ("rose, According to the Bank of Peru and the", "Bank of Peru"),
    ("according to the Ministry of Trade for it", "Ministry of Trade"), ("according to experts", None), ("The Bank says so", "Bank"),
    ("The Bank said so", "Bank"), ("The Bank states it", "Bank"), ("In the Bank estimates it", "Bank"), ("It estimates it", None),
    ("They said so", None), ("This Report found it", "Report"), ("The Bank (WB) projects it", "Bank"),
    ("The Bank (wb) projects it", None), ("The Bank projected it", "Bank"), ("The Bank reported it", "Bank"),
    ("The Bank forecasts it", "Bank"), ("The Bank calculated it", "Bank"), ("The Bank puts it", "Bank"), ("The Bank reporter", None),
    ("The Bank still says so", None), ("It said so; the Bank says so", "Bank"), ("The St. John’s Trade-Board said so", "St. John’s Trade-Board"),
    ("A B C said so", None), ("According to the A, it fell", "A"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_whom_a_sentence_credits(text: str, source: str | None) -> None:
    assert read_attribution(text, 0, len(text)) == source
    assert read_attribution(f"Yes. {text}", 5, 5 + len(text)) == source


def test_a_credit_ends_with_its_sentence() -> None:
    text = "It fell. The Bank said so."
    assert read_attribution(text, 0, 8) is None
    assert read_attribution(text, 9, 16) is None


MONTHS = [
    ("January", "01"), ("Jan.", "01"), ("Jan", "01"), ("February", "02"), ("Feb.", "02"), ("Feb", "02"), ("March", "03"),
    ("Mar.", "03"), ("Mar", "03"), ("April", "04"), ("Apr.", "04"), ("Apr", "04"), ("May", "05"), ("June", "06"), ("Jun.", "06"),
    ("Jun", "06"), ("July", "07"), ("Jul.", "07"), ("Jul", "07"), ("August", "08"), ("Aug.", "08"), ("Aug", "08"),
    ("September", "09"), ("Sept.", "09"), ("Sept", "09"), ("Sep.", "09"), ("Sep", "09"), ("October", "10"), ("Oct.", "10"),
    ("November", "11"), ("Nov.", "11"), ("December", "12"), ("Dec.", "12"), ("Dec", "12"),
]  # fmt: skip


@pytest.mark.parametrize(("month", "number"), MONTHS)
def test_every_month_in_every_order(month: str, number: str) -> None:
    for text, expected in (
        (f"{month} 2016", f"2016-{number}"), (f"{month} of 2016", f"2016-{number}"), (f"{month} 7, 2016", f"2016-{number}-07"),
        (f"{month} 7th 2016", f"2016-{number}-07"), (f"{month} 21st, 2016", f"2016-{number}-21"),
        (f"{month} 22nd, 2016", f"2016-{number}-22"), (f"{month} 23rd, 2016", f"2016-{number}-23"),
        (f"7 {month} 2016", f"2016-{number}-07"), (f"17 {month}, 2016", f"2016-{number}-17"),
    ):  # fmt: skip
        found = match_date(text, 0)
        assert found is not None, text
        assert (found.text, found.start, found.end) == (expected, 0, len(text))
        late = find_date(f"on the {text} x", 0, len(text) + 9)
        assert late is not None
        assert (late.text, late.start, late.end) == (expected, 7, 7 + len(text))


@pytest.mark.parametrize(
    "text", ["20095", "2009,5", "2009.5", "July 32, 2016", "31 June 2016", "3009", "July", "", "a 2009"]
)
def test_no_date(text: str) -> None:
    assert match_date(text, 0) is None


@pytest.mark.parametrize("text", ["2009, and", "2009.", "2009-5", "1000"])
def test_a_year(text: str) -> None:
    found = match_date(text, 0)
    assert found is not None
    assert (found.text, found.end) == (text[:4], 4)
