"""What neighbouring figures share, and what makes two numbers the ends of one range; published May 1, 2023."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.quantity import Comparator, Quantity


def told(text: str) -> list[str]:
    """Each figure as ``amount..upper unit/per counted``, its hedge before it unless it is exact."""
    return [_shown(claim.value, dict(claim.dimensions)) for claim in read_text(text, published="2023-05-01").claims
            if isinstance(claim.value, Quantity)]  # fmt: skip


def _shown(value: Quantity, dimensions: dict[str, str]) -> str:
    hedge = "" if value.comparator in (Comparator.EXACTLY, Comparator.BETWEEN) else f"{value.comparator.value} "
    upper = "" if value.upper is None else f"..{value.upper}"
    per = f"/{value.per}" if value.per else ""
    return f"{hedge}{value.amount}{upper} {value.unit}{per}"


RANGES = [
    ("Between 3 and 5 percent of it was lost.", ["3..5 percent"]),
    ("It lost between about 3 and 5 percent.", ["3..5 percent"]),
    ("It lost between approximately 3 and 5 percent.", ["3..5 percent"]),
    ("It lost between around 3 and 5 percent.", ["3..5 percent"]),
    ("It lost 3 and 5 percent.", ["3 percent", "5 percent"]),
    ("It costs 3 to 5 million dollars.", ["3000000..5000000 USD"]),
    ("It costs $3-5 million.", ["3000000..5000000 USD"]),
    ("It costs $3 – 5 million.", ["3000000..5000000 USD"]),
    ("It costs $3 million–$5 million.", ["3000000..5000000 USD"]),
    ("It costs $3 million to $5 million.", ["3000000..5000000 USD"]),
    ("It costs $5 million to $3 million.", ["5000000 USD", "3000000 USD"]),
    ("It takes three or four days.", ["3..4 day"]),
    ("It takes 10 or 40 days.", ["10 day", "40 day"]),
    ("It takes 10 or 20 days.", ["10..20 day"]),
    ("It takes 1 or 3 days.", ["1..3 day"]),
    ("It takes 1 or 4 days.", ["1 day", "4 day"]),
    ("Prices range from 3 to 5 dollars.", ["3..5 USD"]),
    ("Prices, ranging from 3 to 5 percent, fell.", ["3..5 percent"]),
    ("Prices ranged anywhere from 3 to 5 percent.", ["3..5 percent"]),
    ("Prices varied from about 3 to 5 percent.", ["3..5 percent"]),
    ("Prices vary from 3 to 5 percent.", ["3..5 percent"]),
    ("The share went from 3 to 5 percent.", ["3 percent", "5 percent"]),
    ("The temperature was -7 to -5 degrees Celsius.", ["-7..-5 degree-celsius"]),
    ("A share of 3 to 5 percent a year is likely.", ["3..5 percent/year"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_two_ends_of_one_range(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SHARED = [
    # a unit said once for several
    ("It grew 3, 5, and 7 percent in turn.", ["3 percent", "5 percent", "7 percent"]),
    ("It has 3 and 5 percent of them.", ["3 percent", "5 percent"]),
    ("The rate was 3 versus 5 percent.", ["3 percent", "5 percent"]),
    ("The rate was 3 vs. 5 percent.", ["3 percent", "5 percent"]),
    ("The rate was 3, compared with 5 percent.", ["3 percent", "5 percent"]),
    ("The rate was 3 compared to 5 percent.", ["3 percent", "5 percent"]),
    ("The rate was 3, against 5 percent.", ["3 percent", "5 percent"]),
    ("The rate was 3, but nearly 5 percent.", ["3 percent", "nearly 5 percent"]),
    ("The rate went from 3 to over 5 percent.", ["3 percent", "more-than 5 percent"]),
    ("The rate went from 3 to a 5 percent.", ["3 percent", "5 percent"]),
    ("The rate went from 55 percent to 30.", ["55 percent", "30 percent"]),
    ("The rate fell from 55 percent in 2009 to 30.", ["55 percent", "30 percent"]),
    ("The rate fell from 55 percent in 2009, to about 30.", ["55 percent", "approximately 30 percent"]),
    ("The rate was 55 percent, against 30.", ["55 percent", "30 percent"]),
    ("The rate was 55 percent, up from 30.", ["55 percent", "30 percent"]),
    ("The rate was 55 percent, down from 30.", ["55 percent", "30 percent"]),
    ("The rate was 55 percent for men and 30 for women.", ["55 percent", "30 percent"]),
    ("Members grew from 200 ships to nearly 330.", ["200 count", "nearly 330 count"]),
    ("Members grew from 200 ships in 2009 to nearly 330.", ["200 count", "nearly 330 count"]),
    # a multiplier said once
    ("It went from $9 to $22 billion.", ["9000000000 USD", "22000000000 USD"]),
    ("It spent $1.5 and $2 billion.", ["1500000000 USD", "2000000000 USD"]),
    ("It spent $1,500 and $2 billion.", ["1500 USD", "2000000000 USD"]),
    ("It spent $900 of $2 billion.", ["900 USD", "2000000000 USD"]),
    ("It had 3 to 5 million people.", ["3000000..5000000 person"]),
    # a noun said before
    ("It killed 17 people and injured 63.", ["17 person", "63 person"]),
    ("Of the 24 ports, 10 were closed and 14 remained.", ["24 count", "10 count", "14 count"]),
    ("The number of people in need fell from 1.9 billion to 836 million.", ["1900000000 person", "836000000 person"]),
    ("It sold 17 ships, 12 of them to banks.", ["17 count", "12 count"]),
    ("9 of its 11 ships sank.", ["9 count", "11 count"]),
    ("9 out of 11 ships sank.", ["9 count", "11 count"]),
    ("9 of the country’s 11 ships sank.", ["9 count", "11 count"]),
    ("Of these people, 10 died and 14 remained.", ["10 person", "14 person"]),
    ("It rose from 5 barrels a day to 9.", ["5 barrel/day", "9 barrel/day"]),
    ("It gave $1.5 million and $2 billion.", ["1500000 USD", "2000000000 USD"]),
    ("It gave $1,000 and $2 million.", ["1000 USD", "2000000 USD"]),
    ("It gave $1.5 and €2 billion.", ["1.5 USD", "2000000000 EUR"]),
    ("It paid 40 or 50 Mexican pesos.", ["40..50 MXN"]),
    ("It rose by 3 points.", ["3 percentage-point"]),
    ("It scored 3 points.", ["3 count"]),
    ("It lost dozens of ships.", ["order-of-magnitude 12 count"]),
    ("It rose from about 9 to at least 22 tons.", ["approximately 9 ton", "at-least 22 ton"]),
    # what does not reach over
    ("It ranked third, and 5 percent left.", ["3 rank", "5 percent"]),
    ("Trade doubled, to 5 percent of GDP.", ["2 multiple", "5 percent"]),
    ("It took 3 days; 5 percent left.", ["3 day", "5 percent"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_what_is_said_once_for_several(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SHOWN = [
    ("The score was 62.", ["62 count"]),
    ("Votes: 62", ["62 count"]),
    ("It hit 62.5.", ["62.5 count"]),
    ("It hit about 62.", ["approximately 62 count"]),
    ("It reached a record 62.", ["62 count"]),
    ("It totaled 400.", ["400 count"]),
    ("It totaled 1,400.", ["1400 count"]),
    ("It gave us 007.", []),
    ("We met seven.", []),
    ("They sang 62.", []),
]


@pytest.mark.parametrize(("text", "expected"), SHOWN)
def test_a_bare_number_needs_something_that_shows_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected
