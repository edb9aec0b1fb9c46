"""What is chosen for a page: pairs of editions, the rows at the top, names in addresses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportdiff.compare.diff import diff_snapshots
from reportdiff.compare.dossier import choose_pairs
from reportdiff.model.document import Edition, Publisher, Snapshot, Subject
from reportdiff.reports.site.addresses import Names, comparison_path, link, slug
from reportdiff.reports.site.comparison import view_comparison
from reportdiff.reports.site.sources import name_subject
from reportdiff.reports.site.topics import name_topic, topic_of
from tests.compare.writing import figure, snapshot


def editions(publishers: str) -> tuple[Snapshot, ...]:
    """One a year, by publishers of one letter."""
    base = snapshot("Nothing.")
    return tuple(
        replace(
            base,
            id=f"land/{letter}-{2000 + year}",
            document=f"{letter}/land",
            publisher=Publisher(id=letter),
            edition=Edition(published=date(2000 + year, 1, 1)),
        )
        for year, letter in enumerate(publishers)
    )


@pytest.mark.parametrize(
    ("publishers", "pairs"),
    [
        ("a", []),
        ("ab", ["0-1"]),
        ("abc", ["0-1", "0-2", "1-2"]),
        ("aaaaaa", ["0-1", "0-5", "1-2", "2-3", "3-4", "4-5"]),
        ("ababac", ["0-1", "0-2", "0-5", "1-2", "1-3", "2-3", "2-4", "3-4", "3-5", "4-5"]),
    ],
)
def test_the_pairs_that_a_reader_would_ask_for(publishers: str, pairs: list[str]) -> None:
    found = choose_pairs(editions(publishers))
    assert [f"{old.edition.published.year - 2000}-{new.edition.published.year - 2000}" for old, new in found] == pairs  # type: ignore[union-attr]


def test_pages_of_many_editions_grow_with_their_number() -> None:
    assert len(choose_pairs(editions("a" * 24))) == 24


def test_names_are_never_given_twice() -> None:
    names = Names()
    told = [names.take(words) for words in ("Trade", "trade", "trade-2", "x" * 200, "x" * 200, "\u202e", "")]
    assert told == ["trade", "trade-2", "trade-2-2", "x" * 80, "x" * 80 + "-2", "x", "x-2"]


def test_addresses_are_relative() -> None:
    old, new = editions("ab")
    page = comparison_path(old, new)
    assert page == "land/compare/a-2000/b-2001.html"
    assert link(page, "land/index.html") == "../../index.html"
    assert link("index.html", page) == page


@pytest.mark.parametrize("words", ["javascript:x()", "../../x", "a/b", "a b", "a#b", "a?b", "é", "%2e"])
def test_a_name_holds_nothing_that_an_address_could_mean(words: str) -> None:
    assert set(slug(words)) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")


def test_a_named_measure_outweighs_a_larger_move_of_one_without_a_name() -> None:
    old = snapshot("Poverty was {25 percent|25 percent 2015 measure=poverty.rate}.\nBoats: {2 boats|2 count 2015}.")
    new = snapshot(
        "Poverty was {20 percent|20 percent 2020 measure=poverty.rate}.\nBoats: {90 boats|90 count 2020}.",
        published="2021-01-01",
        document="crs/peru",
    )
    view = view_comparison(diff_snapshots(old, new))
    assert [row.name for row in view.glance][:1] == ["Poverty rate"]


def test_a_contradiction_stands_first() -> None:
    old = snapshot(
        "Poverty was {25 percent|25 percent 2015 measure=poverty.rate}.\nGDP was {$9|9 USD 2015 measure=gdp.nominal}."
    )
    new = snapshot(
        "Poverty was {20 percent|20 percent 2020 measure=poverty.rate}.\nGDP was {$14|14 USD 2015 measure=gdp.nominal}.",
        published="2021-01-01",
        document="crs/peru",
    )
    view = view_comparison(diff_snapshots(old, new))
    assert [row.kind for row in view.glance] == ["contradicted", "changed"]
    assert view.kinds == (("contradicted", "Contradicted", 1), ("changed", "Changed", 1))


def test_measures_stand_under_the_topic_that_defines_them() -> None:
    topics = [topic_of(figure("1", measure=measure)) for measure in ("poverty.rate", "open:boats", "no.such.measure")]
    assert topics == ["economy", "own-words", "own-words"]
    assert name_topic("own-words") == "In the texts’ own words"


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        (Subject(id="us"), "United States"),
        (Subject(id="asean"), "ASEAN"),
        (Subject(id="trinidad-and-tobago"), "Trinidad and Tobago"),
        (Subject(id="world"), "World"),
        (Subject(id="national-grid"), "National Grid"),
        (Subject(id="us", name="Our Sun"), "Our Sun"),
    ],
)
def test_a_subject_has_the_name_it_was_given_or_that_of_its_country(subject: Subject, name: str) -> None:
    assert name_subject(subject) == name
