"""Sums, shares, changes and derived figures, in one text and across two."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.api import read_text
from reportdiff.compare.reading.intervals import Interval
from reportdiff.compare.reckoning.arithmetic import derive_figures, reckon_between, reckon_within
from reportdiff.compare.reckoning.hedged import meet, percent_of, ratio_of, stated_change, sum_of
from reportdiff.model.document import Snapshot
from tests.compare.writing import figure, quantity, snapshot


def read(text: str, *, published: str = "2024-06-01", publisher: str = "crs") -> Snapshot:
    return read_text(text, subject="utopia", publisher=publisher, published=published)


def outcomes(text: str) -> list[tuple[str, bool]]:
    return [(each.kind.value, each.fits) for each in reckon_within(read(text))]


CHANGES = [
    ("Trade with Utopia more than doubled, from $9 billion in 2009 to over $22 billion in 2022.", True),
    ("Trade with Utopia more than doubled, from $9 billion in 2009 to $14 billion in 2015.", False),
    ("Utopia halved its poverty rate, from 42% in 2007 to 20% in 2019.", True),
    ("Utopia halved its poverty rate, from 42% in 2007 to 30% in 2019.", False),
    ("Its trade tripled, from $3 billion in 2010 to $9.2 billion in 2020.", True),
    ("FDI increased from $37.2 billion to $159.2 billion, an increase of 328%.", True),
    ("FDI increased from $37.2 billion to $159.2 billion, an increase of 228%.", False),
    ("Exports increased from $134.2 billion in 2006 to $337.9 billion in 2025, a 150% increase.", True),
    ("Exports increased from $134.2 billion in 2006 to $337.9 billion in 2025, a 250% increase.", False),
    ("Imports increased from $198.2 billion in 2006 to $534.8 billion in 2025 (170% increase).", True),
    ("Imports increased from $198.2 billion in 2006 to $534.8 billion in 2025 (70% increase).", False),
    ("Exports fell by 50 percent, from $10.2 billion in 2019 to $5.1 billion in 2020.", True),
    ("Exports fell by 20 percent, from $10.2 billion in 2019 to $5.1 billion in 2020.", False),
    ("The poverty rate fell 5 percentage points, from 30 percent in 2010 to 25 percent in 2015.", True),
    ("The poverty rate fell 10 percentage points, from 30 percent in 2010 to 25 percent in 2015.", False),
]


@pytest.mark.parametrize(("text", "fits"), CHANGES)
def test_a_change_is_held_against_both_ends(text: str, fits: bool) -> None:
    assert outcomes(text) == [("change", fits)]


@pytest.mark.parametrize(
    "text",
    [
        "Incomes rose by 53 percent; extreme poverty dropped from 55 to 30 percent.",
        "Exports grew at an average annual rate of 5 percent, from $10 billion in 2010 to $16 billion in 2020.",
        "Exports rose from $10 billion to $16 billion, while imports doubled.",
        "Exports doubled and imports rose from $10 billion in 2010 to $12 billion in 2020.",
        "Exports rose from $10 billion to $16 billion and imports from $5 billion to $6 billion, a 20% increase.",
        "The rate rose from 2 percent in 2019 to 4 percent in 2020.",
        "Piracy more than doubled in 2018, with 10 attacks in 2018 compared with only one in 2017.",
    ],
)
def test_a_change_of_something_else_is_left_aside(text: str) -> None:
    assert outcomes(text) == []


SUMS = [
    ("More than $82 million went to Utopia, including more than $61 million for food and $21 million for health.", True),
    ("Some $82 million went to Utopia, including $61 million for food and $31 million for health.", False),
    ("More than $82 million went to Utopia, including $61 million for food and $31 million for health.", True),
    ("A package of $82 million, consisting of $61 million for food and $21 million for health, was given.", True),
    ("A package of $82 million, consisting of $61 million for food and $11 million for health, was given.", False),
    ("A package of $82 million, including $61 million for food and $11 million for health, was given.", True),
    ("There were 36 deaths in custody, including 21 by disease, nine by suicide, four by accident, and two by injury.", True),
    ("There were 36 deaths in custody, including 21 by disease, nine by suicide, four by accident, and 12 by injury.", False),
    (
        "The Administration requested $107.6 million for Utopia for FY2024. The FY2024 request includes $55 million in "
        "development assistance; $8.5 million for health; $41.3 million for police; $2 million for demining; and $800,000 "
        "for training.",
        True,
    ),
    (
        "The Administration requested $107.6 million for Utopia for FY2024. The FY2024 request includes $55 million in "
        "development assistance; $8.5 million for health; and $141.3 million for police.",
        False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fits"), SUMS)
def test_parts_are_held_against_the_whole(text: str, fits: bool) -> None:
    assert outcomes(text) == [("sum", fits)]


@pytest.mark.parametrize(
    "text",
    [
        "It gave places to 61 scholars, 66 teachers, 80 students, including 29 assistants, and 55 pupils.",
        "They held 187 persons, including 162 women, 120 children and 25 activists.",
        "Over $850 million was given, including $605 million in aid, as well as $969 million, including $11 million for health.",
        "It has 1,718 warheads on a triad consisting of 330 missiles, 12 submarines with 192 missiles, and 58 bombers.",
        "Exports included computers ($34.6 billion), parts ($28.5 billion) and vehicles ($24.8 billion).",
    ],
)  # fmt: skip
def test_what_may_be_counted_twice_is_left_aside(text: str) -> None:
    assert [each for each in outcomes(text) if each[0] == "sum"] == []


LISTS = [
    ("Religions: Catholic 66.4%, Protestant 22.4%, other 11.2%", [True]),
    ("Religions: Catholic 66.4%, Protestant 22.4%, other 1.9%, none 6.8%, unspecified 1.2%", [False]),
    ("Religions: Christian 71.2% (Charismatic 28.3%, Catholic 13.1%, other 29.8%), Muslim 17.6%, other 11.2%", [True, True]),
    ("Religions: Christian 71.2% (Charismatic 28.3%, Catholic 33.1%, other 29.8%), Muslim 17.6%, other 11.2%", [False, True]),
    ("Religions: Catholic 66.4%, Protestant 42.4%, other 11.2%; note: respondents could name more than one", []),
    ("Exports - partners: Mexico 69.8%, Netherlands 3.7%, France 3% (2004)", []),
    ("Commodities: copper 50%, other metals 7%, wood 6.5%, fish 9%", []),
    ("Literacy: total population: 64.5%, male: 75.9%, female: 53.5%", []),
    ("Election results: People 55%, Front 27.5%, other 17.5%, with 65% of the voters taking part", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fits"), LISTS)
def test_shares_that_name_a_remainder_make_a_hundred(text: str, fits: list[bool]) -> None:
    assert sorted(fit for kind, fit in outcomes(text) if kind == "shares") == sorted(fits)


@pytest.mark.parametrize(
    ("words", "year", "made"),
    [
        ("$1.5 million less than allocated to Utopia in FY2022", "2022-09-30", ("109000000", "109200000")),
        ("$1.5 million more than in 2022", "2022-12-31", ("106000000", "106200000")),
    ],
)
def test_a_distance_gives_the_figure_of_another_year(words: str, year: str, made: tuple[str, str]) -> None:
    (found,) = derive_figures(read(f"The Administration requested $107.6 million for Utopia for FY2024, {words}."))
    assert str(found.end) == year
    assert (found.made.lower, found.made.upper) == tuple(map(Decimal, made))


def test_a_stated_change_is_held_against_the_levels_of_both_texts() -> None:
    old = read("Two-way trade was $9 billion in 2009.", published="2017-01-25", publisher="state")
    for level, fits in (("$18.4 billion", True), ("$14 billion", False)):
        text = f"Two-way trade was {level} in 2015. Two-way trade doubled between 2009 and 2015."
        (found,) = reckon_between(old, read(text))
        assert (found.kind.value, found.fits) == ("change", fits)
    assert (
        reckon_between(old, read("Exports were $18.4 billion in 2015. Two-way trade doubled between 2009 and 2015."))
        == ()
    )


def test_a_derived_figure_is_held_against_what_another_text_prints() -> None:
    told = "Bilateral foreign assistance for Utopia was $107.6 million in 2023, $1.5 million less than in 2022."
    for level, fits in (("$109.1 million", True), ("$119 million", False)):
        old = read(f"Bilateral foreign assistance for Utopia was {level} in 2022.", publisher="state")
        assert [(each.kind.value, each.fits) for each in reckon_between(old, read(told))] == [("difference", fits)]


def test_a_text_against_itself_has_nothing_to_reckon_between() -> None:
    one = read(CHANGES[1][0])
    assert reckon_between(one, one) == ()


def test_without_the_text_nothing_is_reckoned() -> None:
    from dataclasses import replace

    assert reckon_within(replace(read(CHANGES[1][0]), text=None)) == ()


def test_intervals_are_closed_here() -> None:
    assert meet(Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), None))
    assert not meet(Interval(None, Decimal(2)), Interval(Decimal("2.1"), None))
    assert sum_of([figure("3", comparator="more-than"), figure("4")]).upper is None
    assert ratio_of(figure("0"), figure("4")) is None
    assert percent_of(Interval(Decimal("1.5"), None)).lower == 50
    assert stated_change(quantity("150", "percent-change")).lower == Decimal("144.5")


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6))
def test_a_sum_of_exact_parts_fits_whatever_their_order(parts: list[int]) -> None:
    made, other = (sum_of(figure(str(part)) for part in each) for each in (parts, parts[::-1]))
    assert made == other
    assert meet(made, Interval(Decimal(sum(parts)), Decimal(sum(parts))))


def test_suspect_passages_are_left_aside() -> None:
    from dataclasses import replace

    from reportdiff.model.text import Grade

    told = read(CHANGES[1][0])
    suspect = replace(told, claims=tuple(replace(claim, reliability=Grade.SUSPECT) for claim in told.claims))
    assert reckon_within(suspect) == ()
    assert reckon_within(snapshot("Nothing is told here.")) == ()
