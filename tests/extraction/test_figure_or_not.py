"""Numbers of items, shares, signs, names, units and hedges: what a figure is and what is none; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

FIGURES = [
    # the number of an item
    ("It did: (1) build roads; and (2) buy ships.", []),
    ("It did: (1) build roads; (2) buy ships.", []),
    ("It did: 1) build roads and 2) buy ships.", []),
    ("It did: 1) Roads; 2) Ships.", []),
    ("It did: 1. Roads were built; 2. Ships were sold.", []),
    ("It did: 1.Roads were built; 2.Ships were sold.", []),
    ("It did: 1. Roads were built of the old stone by a few hands of old men who came from the far and cold isles; 2. Ships were sold.", []),
    ("(3) It built roads.", []),
    ("3. It built roads.", []),
    ("13. It built roads.", []),
    ("| 3. It built roads.", []),
    ("- * # 3. It built roads.", []),
    ("It built roads (3) and it left.", []),
    ("It built roads (3) or it left.", []),
    ("It built (3).", []),
    ("It ran to 3. It built 5 roads.", ["3 count", "5 count road"]),
    ("113. It built roads.", []),
    # shares in digits and words
    ("It took one in five adults.", ["20 percent"]),
    ("It took one in every five adults.", ["20 percent"]),
    ("It took one out of every three adults.", ["33.3333 percent"]),
    ("It took one in a hundred adults.", ["1 percent"]),
    ("It took one in twenty adults.", ["5 percent"]),
    ("It took one in two adults.", ["50 percent"]),
    ("It took one in seven adults.", ["14.2857 percent"]),
    ("It took one out of every nine adults.", ["11.1111 percent"]),
    ("It took one in every hundred adults.", ["1 percent"]),
    ("It took one in four.", ["25 percent"]),
    ("It took one in eight adults.", ["12.5 percent"]),
    ("It took one in six adults.", ["16.6667 percent"]),
    ("It took one in tendons.", []),
    ("It took two in ten adults.", ["20 percent"]),
    ("It took 3 in 10 adults.", ["30 percent"]),
    ("It took 3 out of 10 adults.", ["30 percent"]),
    ("It took 3 out of every 100 adults.", ["3 percent"]),
    ("It took 3 in 1,000 adults.", ["0.3 percent"]),
    ("It took 3 in 20 adults.", ["15 percent"]),
    ("It took 3 in 10.", []),
    ("It took $3 in 10 cities.", ["3 USD", "10 count city"]),
    ("It took 3 million in 10 cities.", ["3000000 count", "10 count city"]),
    # a minus
    ("It was minus 5 percent.", ["-5 percent"]),
    ("It was -5 percent.", ["-5 percent"]),
    ("It was (-5 percent).", ["-5 percent"]),
    ("Rate:-5 percent", ["-5 percent"]),
    ("-5 percent", ["-5 percent"]),
    ("It was –5 percent.", ["-5 percent"]),
    ("It was in 2-5 percent.", ["2..5 percent"]),
    ("It was -$5 million.", ["-5000000 USD"]),
    ("It was −$5 million.", ["-5000000 USD"]),
    ("It was $-5 million.", ["-5000000 USD"]),
    ("It was 7-5 percent.", ["7 percent", "5 percent"]),
    ("It was 7--5 percent.", ["7 percent", "5 percent"]),
    # names
    ("It sold Model 35 ships.", []),
    ("It joined the Group of Seven in it.", []),
    ("It joined a group of seven ships.", ["7 count ship"]),
    ("It left the Ten ships.", []),
    ("The Ten Year Plan began.", []),
    ("It signed the Nine-Power Treaty.", []),
    ("The nine-member team came.", ["9 person member"]),
    ("It saw the Big Five States.", []),
    ("It saw Five States.", []),
    ("It took the under-five and over-65 groups.", []),
    ("Under-five deaths rose.", []),
    ("Over-65 groups rose.", []),
    ("It was COVID-19.", []),
    ("The 26th ship sank.", []),
    ("It came 26th of them.", ["26 rank"]),
    ("It ranks 26th in the world.", ["26 rank"]),
    ("It has 5G ships.", []),
    # money and letters
    ("It paid $5bn.", ["5000000000 USD"]),
    ("It paid $5 bn in May.", ["5000000000 USD @2023-05-01..2023-05-31"]),
    ("It paid $5m to them.", ["5000000 USD"]),
    ("It paid US$5 million.", ["5000000 USD"]),
    ("It paid 5 m to them.", ["5 m"]),
    ("It paid EUR 5.", ["5 EUR"]),
    # over, at its end
    ("It paid $5 billion over five years.", ["5000000000 USD", "5 year"]),
    ("It lasted over five years.", ["more-than 5 year"]),
    ("It takes over five years.", ["more-than 5 year"]),
    ("It paid over five dollars.", ["more-than 5 USD"]),
    ("It has 5 ships or more.", ["at-least 5 count ship"]),
    ("It has 5 or more ships.", ["at-least 5 count"]),
    ("It has 50+ ships.", ["at-least 50 count"]),
    ("It has 5 ships at least.", ["at-least 5 count ship"]),
    ("It has 5 percent at most.", ["at-most 5 percent"]),
    ("It fell by two-thirds.", ["-66.6667 percent-change"]),
    ("It fell by half of it.", ["-50 percent-change"]),
    ("Hundreds of ships sank.", ["order-of-magnitude 100 count ship"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures_and_what_is_none(text: str, expected: list[str]) -> None:
    assert told(text) == expected


UNITS = [
    ("It pumps 5 mb/d.", ["5000000 barrel/day"]),
    ("It has 36 million Mt.", ["36000000 metric-ton"]),
    ("It has 5 of the ports.", ["5 count port"]),
    ("It has 5 of which ports.", ["5 count port"]),
    ("It has 5 of its ports.", ["5 count port"]),
    ("It has 5 of his ports.", ["5 count port"]),
    ("It has 5 of her ports.", ["5 count port"]),
    ("It has 5 of their ports.", ["5 count port"]),
    ("It has 5 of our ports.", ["5 count port"]),
    ("It has 5 of these ports.", ["5 count port"]),
    ("It has 5 of those ports.", ["5 count port"]),
    ("It has 5 of all ports.", ["5 count port"]),
    ("It has 5 of some ports.", ["5 count port"]),
    ("It has dozens of ports.", ["order-of-magnitude 12 count port"]),
    ("It makes 5 million barrels of oil a day.", ["5000000 barrel/day"]),
    ("It makes 5 million barrels of crude oil per day.", ["5000000 barrel/day"]),
    ("It makes 5 million barrels of very heavy oil each day.", ["5000000 barrel/day"]),
    ("It makes 5 million barrels of the very heavy oil each day.", ["5000000 barrel"]),
    ("It makes 5 million tons of coal every week.", ["5000000 ton/week"]),
    ("It makes 5 million tons of coal each month.", ["5000000 ton/month"]),
    ("It makes 5 million tons of coal a year.", ["5000000 ton/year"]),
    ("It makes 5 million tons of coal per hour.", ["5000000 ton/hour"]),
    ("It makes 5 million tons of coal annually.", ["5000000 ton/year"]),
    ("It makes 5 million tons of coal daily.", ["5000000 ton/day"]),
    ("It makes 5 million tons of coal a yearling.", ["5000000 ton"]),
    ("It has 2.1 children born/woman.", ["2.1 person/woman child"]),
    ("It has 2.1 children born per woman.", ["2.1 person/woman"]),
    ("It has 9 people per km2.", ["9 person person"]),
    ("It is 5 decades old.", ["50 year"]),
    ("It is 2 centuries old.", ["200 year"]),
    ("It lasted a decade.", []),
    ("It lasted two decades of war.", ["20 year"]),
    ("It rose 5 points.", ["5 percentage-point"]),
    ("It rose by 5 points to 9 points.", ["5 percentage-point", "9 count point"]),
    ("The index was 5 points.", ["5 count point"]),
    ("It costs 5 British pounds.", ["5 GBP"]),
    ("It weighs 5 pounds.", ["5 pound"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_and_what_they_are_of(text: str, expected: list[str]) -> None:
    assert told(text) == expected
