"""Words in front of a figure and behind it that tell what it is of, or that it is none; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

HALVES = [
    # a half that is a stretch of time, and what tells how a change went
    ("Sales fell in the same half of 2019.", []),
    ("In the first half of the season, 20 men died.", ["20 person man"]),
    ("The second half of the tour cost $5 million.", ["5000000 USD"]),
    ("Sales were $5 million in the latter half of the crisis.", ["5000000 USD"]),
    ("In the corresponding half, sales were $5 million.", ["5000000 USD"]),
    ("The same men own half of the boats.", ["50 percent"]),
    ("The other half of the boats sank.", ["50 percent"]),
    ("The poorest half of the men own 5 boats.", ["50 percent", "5 count boat"]),
    ("The first men own half the boats.", ["50 percent"]),
    ("It grew half as fast as in 2019.", []),
    ("Sales grew half as much as in 2019.", []),
    ("Sales rose half as quickly as rents.", []),
    ("It sold half as many boats as in 2019.", ["50 percent"]),
    ("The lake is half as large as the sea.", ["50 percent"]),
    ("It paid half as much money as in 2019.", ["50 percent"]),
    ("Sales fell by half as rents rose.", ["-50 percent-change"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HALVES)
def test_a_half_of_a_year_is_no_share(text: str, expected: list[str]) -> None:
    assert told(text) == expected


PARTS = [
    # worded shares and multiples
    ("Nine-tenths of the men row.", ["90 percent"]),
    ("Nine tenths of the boats sank.", ["90 percent"]),
    ("After nine quarters of growth, 5 banks closed.", ["9 count quarter", "5 count bank"]),
    ("After five quarters of growth, 5 banks closed.", ["5 count quarter", "5 count bank"]),
    ("Three quarters of the boats sank.", ["75 percent"]),
    ("Nine of the boats sank.", ["9 count boat"]),
    ("Sales quintupled in 2020.", ["5 multiple @2020"]),
    ("The quintuplets own 5 boats.", ["5 count boat"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_a_worded_share_is_at_most_the_whole(text: str, expected: list[str]) -> None:
    assert told(text) == expected


TOLD_AGAIN = [
    # a number and its share of the whole
    ("The party won 13, or 27 percent, of the 48 seats.", ["13 count seat", "27 percent", "48 count seat"]),
    ("The party won 13, or 27 percent of the 48 seats.", ["13 count seat", "27 percent", "48 count seat"]),
    ("Of the men, 13, or 27 percent, were ill.", ["13 person man", "27 percent"]),
    ("Women won 13, or 27 percent.", ["27 percent"]),
    ("It rose by 13, or 27 percent, to 61.", ["13 count", "27 percent-change", "61 count"]),
    ("It will be 9, or 10 percent at best.", ["9 percent planned", "10 percent planned"]),
    ("The rates are 8, 9, or 10 percent.", ["8 percent", "9 percent", "10 percent"]),
    ("The rates are 8, 9, or 10 percent, as told.", ["8 percent", "9 percent", "10 percent"]),
    ("It was 9 or 10 percent, they said.", ["9..10 percent"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD_AGAIN)
def test_a_number_told_again_as_a_share(text: str, expected: list[str]) -> None:
    assert told(text) == expected


ASIDES = [
    # an older figure behind an aside
    ("There were 17 deaths, including 4 suicides, against 23 in 2019.", ["17 person death", "4 count suicide", "23 person death @2019"]),
    ("There were 17 deaths (including 4 suicides), against 23 in 2019.", ["17 person death", "4 count suicide", "23 person death @2019"]),
    ("There were 17 deaths in 2020, including 4 suicides and 3 murders, against 23 in 2019.", ["17 person death @2020", "4 count suicide @2020", "3 count murder @2020", "23 person death @2019"]),
    ("There were 17 deaths in 2020, including 4 suicides, compared with 23 the year before.", ["17 person death @2020", "4 count suicide @2020", "23 person death @2019"]),
    ("There were 17 deaths, against 23 in 2019.", ["17 person death", "23 person death @2019"]),
    ("There were 17 deaths and 4 suicides, against 5 in 2019.", ["17 person death", "4 count suicide", "5 count suicide @2019"]),
    ("There were 17 deaths, including 4 suicides, and 23 fires in 2019.", ["17 person death @2019", "4 count suicide @2019", "23 count fire @2019"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ASIDES)
def test_an_older_figure_is_of_what_stands_before_the_aside(text: str, expected: list[str]) -> None:
    assert told(text) == expected


CLAUSES = [
    # a clause that goes on with what stood before the place
    ("Of the prisoners, 300 came from 12 villages and 40 remain.", ["300 person prisoner", "12 count village", "40 person prisoner"]),
    ("300 men came from 12 villages and 40 remain.", ["300 person man", "12 count village", "40 person man"]),
    ("17 people were killed in 3 towns and 63 were injured.", ["17 person person", "3 count town", "63 person person"]),
    ("The raids killed 17 people in 3 towns and injured 63.", ["17 person person", "3 count town", "63 person person"]),
    ("9 boats were built in 3 docks and 4 were sold.", ["9 count boat", "3 count dock", "4 count"]),
    ("300 men live in 12 villages and 5 towns.", ["300 person man", "12 count village", "5 count town"]),
    ("The port has 300 men in 3 docks, of which 2 are closed.", ["300 person man", "3 count dock", "2 count dock"]),
    ("The 300 men have 9 boats and 4 were sold.", ["300 person man", "9 count boat", "4 count boat"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_a_clause_goes_on_with_those_it_began_with(text: str, expected: list[str]) -> None:
    assert told(text) == expected


FROM_MONEY = [
    # an older amount without its sign of money
    ("The fee was $9, up from 7.", ["9 USD", "7 USD"]),
    ("The fee was $9 in 2020, up from 7 in 2019.", ["9 USD @2020", "7 USD @2019"]),
    ("The loan was $9 million in 2020, down from 10 in 2019.", ["9000000 USD @2020", "10000000 USD @2019"]),
    ("The loan was $9 million, up from 7.5 million in 2019.", ["9000000 USD", "7500000 USD @2019"]),
    ("The fee rose to €9 from 7.", ["9 EUR", "7 EUR"]),
    ("The loan was $9 million, up from 7 loans.", ["9000000 USD", "7 count loan"]),
    ("The loan was $9 million, up from 500 in 2019.", ["9000000 USD", "500 count @2019"]),
    ("The loan was $9 million and had 7 in 2019.", ["9000000 USD", "7 count @2019"]),
    ("The fee rose to €9 from 7 banks.", ["9 EUR", "7 count bank"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FROM_MONEY)
def test_an_older_amount_is_of_the_same_money(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SPACED = [
    # a range with blanks around its dash
    ("The rate was 50 - 52 percent.", ["50..52 percent"]),
    ("Rates of 3 – 4 percent are usual.", ["3..4 percent"]),
    ("There were 10 - 15 ships.", ["10..15 count ship"]),
    ("Sales fell to 50 - 12 percent less than in May.", ["50 count", "-12 percent-change"]),
    ("Sales fell to 50 - 60 percent less than in May.", ["50 count", "-60 percent-change"]),
    ("It hit 120 ships - 130 percent of the total.", ["120 count ship", "130 percent"]),
    ("The game was 50 - 52.", ["50 count"]),
    ("It won in 2019 - 52 percent of the men voted.", ["52 percent @2019"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPACED)
def test_a_dash_between_blanks(text: str, expected: list[str]) -> None:
    assert told(text) == expected


POINTS = [
    # points of an index and of a share
    ("The index rose 3 points to 103.", ["3 count", "103 count"]),
    ("The PMI fell by 2 points to 51.", ["-2 count", "51 count"]),
    ("The score was 10 points below the average.", ["-10 count"]),
    ("The index fell 3 points, or 2 percent, to 103.", ["-3 count", "-2 percent-change", "103 count"]),
    ("Turnout fell by 10 points.", ["-10 percentage-point"]),
    ("The rate was 8 percent, 2 points below the average.", ["8 percent", "-2 percentage-point"]),
    ("The team won 3 points.", ["3 count point"]),
    ("The index is made of 10 points.", ["10 count"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POINTS)
def test_points_of_an_index(text: str, expected: list[str]) -> None:
    assert told(text) == expected
