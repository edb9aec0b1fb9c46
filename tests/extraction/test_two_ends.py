"""Two numbers that are one range, or one measure at two times; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

ENDS = [
    ("It rose from as low as 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from as little as 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from as few as 3 to 5 ships between 2010 and 2020.", ["3 count ship @2010", "5 count ship @2020"]),
    ("It rose from the current 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from its present 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from an existing 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from a previous 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from a prior 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from a former 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from its original 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from its initial 3 to 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from about 3 to nearly 5 percent between 2010 and 2020.", ["approximately 3 percent @2010", "nearly 5 percent @2020"]),
    ("It rose from 3 percent to a record 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from 3 percent to a high of 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It rose from 3 percent to a total of 5 percent between 2010 and 2020.", ["3 percent @2010", "5 percent @2020"]),
    ("It fell from 5 percent to a low of 3 percent between 2010 and 2020.", ["5 percent @2010", "3 percent @2020"]),
    ("It fell from 5 percent to a record of 3 percent between 2010 and 2020.", ["5 percent @2010", "3 percent @2020"]),
    ("It fell from 5 percent and to 3 percent between 2010 and 2020.", ["5 percent @2010", "3 percent @2020"]),
    ("It fell from 5 percent; to 3 percent between 2010 and 2020.", ["5 percent @2010..2020", "3 percent @2010..2020"]),
    ("It fell by 3 to 5 percent.", ["-3..-5 percent-change"]),
    ("It fell by 3 percent to 5 percent.", ["-3 percent-change", "5 percent"]),
    ("It grew by 3 million to 5 million.", ["3000000 count", "5000000 count"]),
    ("From 3 ships a year to 5 ships a year it grew.", ["3 count/year ship", "5 count/year ship"]),
    ("From 3 tons a year it grew to 500 tons.", ["3 ton/year", "500 ton"]),
    ("It grew from 3 tons a year to 5 tons.", ["3 ton/year", "5 ton/year"]),
    ("It grew from 3 tons to 5 tons a year.", ["3 ton/year", "5 ton/year"]),
    ("It grew from 3 tons a year to 500 tons.", ["3 ton/year", "500 ton"]),
    ("It takes 3 or 5 days.", ["3..5 day"]),
    ("It takes 3 or 7 days.", ["3 day", "7 day"]),
    ("It takes 1 or 3 days.", ["1..3 day"]),
    ("It takes 1 or 4 days.", ["1 day", "4 day"]),
    ("It is -5 to -3 percent.", ["-5..-3 percent"]),
    ("It is 3 to 3 percent.", ["3 percent", "3 percent"]),
    ("It is between around 3 and 5 percent.", ["3..5 percent"]),
    ("Between 3 and 5 percent left.", ["3..5 percent"]),
    ("It is 3 and 5 percent.", ["3 percent", "5 percent"]),
    ("It costs between $3 and $5 million.", ["3000000..5000000 USD"]),
    ("It ranges from about 3 to 5 percent.", ["3..5 percent"]),
    ("It varied from 3 to 5 percent.", ["3..5 percent"]),
    ("It is varying anywhere from 3 to 5 percent.", ["3..5 percent"]),
    ("It came 3rd or 5th.", ["3 rank"]),
    ("It is 3 percent in some of these years and to 5 percent.", ["3 percent", "5 percent"]),
    ("It is 3 percent, in the south of it, to 5 percent.", ["3 percent", "5 percent"]),
    ("It has 3 ships to 5 boats.", ["3 count ship", "5 count boat"]),
    ("It saw a 3 to 5 percent decline.", ["-3..-5 percent-change"]),
    ("It cost 3–5 million dollars a year.", ["3000000..5000000 USD/year"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_two_ends(text: str, expected: list[str]) -> None:
    assert told(text) == expected
