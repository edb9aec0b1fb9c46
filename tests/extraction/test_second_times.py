"""The time of a second figure, told from that of the first, and times in digits; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

SECOND_TIMES = [
    ("6 ships sank in 2020 and 9 in the previous year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("6 ships sank in 2020, and 9 ships in the previous year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It paid $6 million in 2020 and $9 million in the previous year.", ["6000000 USD @2020", "9000000 USD @2019"]),
    ("6 ships and 9 boats sank in the previous year.", ["6 count ship @2022-05-01..2023-05-01", "9 count boat @2022-05-01..2023-05-01"]),
    ("Sales rose 6 percent in 2020 and 9 percent the year before.", ["6 percent-change @2020", "9 percent-change @2019"]),
    ("Sales rose 6 percent in 2020 and fell 9 percent the year before.", ["6 percent-change @2020", "-9 percent-change @2019"]),
    ("Sales rose by 6 percent in 2020, after rising by 9 percent a year earlier.", ["6 percent-change @2020", "9 percent-change @2019"]),
    ("Sales rose by 6 percent in 2020 and by 9 percent in the previous year.", ["6 percent-change @2020", "9 percent-change @2019"]),
    ("Sales rose 6 percent in 2020, up 9 percent from the year before.", ["6 percent-change @2020", "9 percent-change @2020"]),
    ("Sales rose 9 percent the year before.", ["9 percent-change"]),
    ("Sales were 5 tons in 2020, up 9 percent on the year before.", ["5 ton @2020", "9 percent-change @2020"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SECOND_TIMES)
def test_the_year_before(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SAME_PARTS = [
    ("It paid $6 million in May 2020, against $5 million in the same period a year earlier.", ["6000000 USD @2020-05-01..2020-05-31", "5000000 USD @2019-05-01..2019-05-31"]),
    ("It paid $6 million in May 2020, against $5 million in the same month one year earlier.", ["6000000 USD @2020-05-01..2020-05-31", "5000000 USD @2019-05-01..2019-05-31"]),
    ("It paid $6 million in May 2020, against $5 million in the comparable month last year.", ["6000000 USD @2020-05-01..2020-05-31", "5000000 USD @2019-05-01..2019-05-31"]),
    ("It paid $6 million in the first quarter of 2020 and $5 million in the comparable quarter of 2019.", ["6000000 USD @2020-01-01..2020-03-31", "5000000 USD @2019-01-01..2019-03-31"]),
    ("It paid $6 million in the first quarter of 2020, against $5 million in the same quarter the year before.", ["6000000 USD @2020-01-01..2020-03-31", "5000000 USD @2019-01-01..2019-03-31"]),
    ("It paid $6 million in May 2020, up 5 percent from the same period a year earlier.", ["6000000 USD @2020-05-01..2020-05-31", "5 percent-change @2020-05-01..2020-05-31"]),
    ("It paid $6 million in May 2020, against $5 million in a comparable month of 2019.", ["6000000 USD @2020-05-01..2020-05-31", "5000000 USD @2019"]),
    ("It paid $6 million in May 2020 and sold comparable boats for $5 million in 2019.", ["6000000 USD @2020-05-01..2020-05-31", "5000000 USD @2019"]),
    ("It paid $6 million in the first half of 2020, against $5 million in the comparable period one year ago.", ["6000000 USD @2020-01-01..2020-06-30", "5000000 USD @2019-01-01..2019-06-30"]),
    ("It paid $6 million in the first quarter of 2020, up from $5 million in the equivalent quarter of 2019.", ["6000000 USD @2020-01-01..2020-03-31", "5000000 USD @2019-01-01..2019-03-31"]),
    ("It paid $5 million in the same period last year.", ["5000000 USD @2022"]),
    ("It paid $5 million in the same period a year ago.", ["5000000 USD @2022"]),
    ("It paid $5 million, 5 percent more than in the same period last year.", ["5000000 USD", "5 percent-change"]),
    ("It has an equivalent 2019 boat for $5 million.", ["5000000 USD @2019"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SAME_PARTS)
def test_the_same_part_of_the_year_before(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SPANS = [
    ("The rate rose from 3 to 4 percent between 2012–16 and 2017–21.", ["3 percent @2012..2016", "4 percent @2017..2021"]),
    ("The rate rose from 3 to 4 percent between 2012-2016 and 2017-2021.", ["3 percent @2012..2016", "4 percent @2017..2021"]),
    ("The rate rose from 3 to 4 percent between 1998–99 and 2003–04.", ["3 percent @1998..1999", "4 percent @2003..2004"]),
    ("The rate fell by 3 percent from 2012–16 to 2017–21.", ["-3 percent-change @2012..2021"]),
    ("The rate rose from 3 to 4 percent between 2012 and 2021.", ["3 percent @2012", "4 percent @2021"]),
    ("The rate was 3 percent in 2012–16 and 4 percent in 2017–21.", ["3 percent @2012..2016", "4 percent @2017..2021"]),
    ("The rate fell by 3 percent from 2012 to 2021.", ["-3 percent-change @2012..2021"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_two_spans_of_years(text: str, expected: list[str]) -> None:
    assert told(text) == expected


PIECES = [
    ("Sales were 5 tons in Q1/2022.", ["5 ton @2022-01-01..2022-03-31"]),
    ("Sales were 5 tons in H2/2022.", ["5 ton @2022-07-01..2022-12-31"]),
    ("Sales were 5 tons in 1H 2022.", ["5 ton @2022-01-01..2022-06-30"]),
    ("Sales were 5 tons in 3Q 2022.", ["5 ton @2022-07-01..2022-09-30"]),
    ("Sales were 5 tons in 2022 H1.", ["5 ton @2022-01-01..2022-06-30"]),
    ("Sales were 5 tons in Q1–Q3/2022.", ["5 ton @2022-01-01..2022-09-30"]),
    ("Sales were 5 tons on 15/12/2022.", ["5 ton @2022-12-15"]),
    ("Sales of 1.1H 2022 were 5 tons.", ["5 ton @2022"]),
    ("Sales in H3 2022 were 5 tons.", ["5 ton @2022"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PIECES)
def test_a_piece_of_a_year_in_short(text: str, expected: list[str]) -> None:
    assert told(text) == expected


COUNTED_LIKE_YEARS = [
    ("About 2000 men worked in 5 mines when it closed.", ["approximately 2000 person man", "5 count mine"]),
    ("Some 1900 children were ill in 5 towns.", ["approximately 1900 person child", "5 count town"]),
    ("More than 1500 miners left 5 towns.", ["more-than 1500 person miner", "5 count town"]),
    ("At least 1900 migrants drowned in 5 wrecks.", ["at-least 1900 person migrant", "5 count wreck"]),
    ("Over 2000 officials met in 5 towns.", ["more-than 2000 person official", "5 count town"]),
    ("In about 2000 farmers began to leave 5 towns.", ["5 count town @2000"]),
    ("By about 1950 farmers had 5 barns.", ["5 count barn @1950"]),
    ("Around 2000, men left 5 towns.", ["5 count town @2000"]),
    ("In 2000 men left 5 towns.", ["5 count town @2000"]),
    ("About 2000 ships came into use in 5 towns.", ["5 count town @2000"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED_LIKE_YEARS)
def test_people_that_look_like_a_year(text: str, expected: list[str]) -> None:
    assert told(text) == expected
