"""Numbers that are figures by their surroundings, and those that only mark, name or date."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.quantity import Quantity


def told(text: str) -> list[str]:
    """Each figure as its amount and unit."""
    claims = read_text(text, published="2023-05-01").claims
    return [f"{claim.value.amount} {claim.value.unit}" for claim in claims if isinstance(claim.value, Quantity)]


SIGNS = [
    ("It grew by minus 5 percent of GDP.", ["-5 percent-change"]),
    ("The rate is -5.2%.", ["-5.2 percent"]),
    ("The rate (–5.2%) is low.", ["-5.2 percent"]),
    ("The rate: —5.2%.", ["-5.2 percent"]),
    ("The rate is −5.2%.", ["-5.2 percent"]),
]

SHARES_OF_TEN = [
    ("One in five adults smokes.", ["20 percent"]),
    ("One out of every four adults smokes.", ["25 percent"]),
    ("Two in three adults smoke.", ["66.6667 percent"]),
    ("Three out of ten adults smoke.", ["30 percent"]),
    ("About 3 in 10 adults smoke.", ["30 percent"]),
    ("About 3 out of every 10 adults smoke.", ["30 percent"]),
    ("About 7 in 100 adults smoke.", ["7 percent"]),
    ("About 5 in 1,000 adults smoke.", ["0.5 percent"]),
    ("About 9 in 20 adults smoke.", ["45 percent"]),
    ("A quarter of the adults smoke.", ["25 percent"]),
    ("Two-thirds of its exports are ores.", ["66.6667 percent"]),
]

MARKERS = [
    ("1) Ports grew. 2) Rivers fell.", []),
    ("It did (1) repair roads; (2) build ports; and (3) buy ships.", []),
    ("1. Ports grew.", []),
    ("It bought: 1) ships; 2) planes.", []),
]

NAMES = [
    ("It met the Group of Seven in Rome.", []),
    ("It met the seven ministers in Rome.", ["7 person"]),
    ("Under the Ten Year Plan it grew.", []),
    ("It adopted a Five-Year Plan.", []),
    ("It joined Defender Europe 21 too.", []),
    ("Europe 1,200 ships strong left.", ["1200 count"]),
    ("Under-five mortality fell.", []),
    ("The 26th meeting was held.", []),
    ("It has COVID-19 cases.", []),
    ("It flew F-16 jets.", []),
    ("Phone 202-555-0143 now.", []),
    ("On 9/11 it fell.", []),
]

UNITS = [
    ("It fell by 50 basis points.", ["-0.5 percentage-point"]),
    ("It took two decades.", ["20 year"]),
    ("It rose 3 points to a score of 62.", ["3 percentage-point", "62 count"]),
    ("It gave 5 pounds to it.", ["5 pound"]),
    ("It gave 5 British pounds to it.", ["5 GBP"]),
    ("It gave 5 million pounds to it.", ["5000000 pound"]),
    ("It gave $4.4M to it.", ["4400000 USD"]),
    ("It lost dozens of ports.", ["12 count"]),
    ("It lost hundreds of people.", ["100 person"]),
    ("It ranked 14th of all.", ["14 rank"]),
    ("It is the fourth largest donor.", ["4 rank"]),
    ("It doubled its fleet.", ["2 multiple"]),
    ("It sold 1.8 times as many.", ["1.8 multiple"]),
    ("It sold three times as many.", ["3 multiple"]),
]


@pytest.mark.parametrize(("text", "expected"), [*SIGNS, *SHARES_OF_TEN, *MARKERS, *NAMES, *UNITS])
def test_what_is_read_of_a_number(text: str, expected: list[str]) -> None:
    assert told(text) == expected
