"""Units and denominators as reports of trade, climate and health write them."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

LETTERS = [
    ("About 1.2m people live there.", ["approximately 1200000 person person"]),
    ("It sold 3.5m tonnes.", ["3500000 metric-ton"]),
    ("The port moved 1.2m TEU.", ["1200000 teu"]),
    ("It moved 1.2m to 1.5m tonnes.", ["1200000..1500000 metric-ton"]),
    ("It has 2.5m jobs.", ["2500000 count job"]),
    ("It cost 3m euros.", ["3000000 EUR"]),
    ("Some 12k people ran.", ["approximately 12000 person person"]),
    ("The wall is 1.2m high.", ["1.2 m"]),
    ("The 200m race was won.", ["200 m"]),
    ("The 100m hurdles were won.", ["100 m"]),
    ("The tower has 300m cables.", ["300 m"]),
    ("It is 50m by 25m long.", ["50 m", "25 m"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_a_letter_that_multiplies(text: str, expected: list[str]) -> None:
    assert told(text) == expected


UNITS = [
    ("The port handled 3,500 TEU in 2020.", ["3500 teu @2020"]),
    ("The port handled 350 thousand TEUs in 2020.", ["350000 teu @2020"]),
    ("Traffic was 30 PB in 2020.", ["30 PB @2020"]),
    ("The mean was 25 µg/m³ in 2020.", ["25 microgram/m3 @2020"]),
    ("The mean was 25 μg/m3 in 2020.", ["25 microgram/m3 @2020"]),
    ("The mean was 25 micrograms per cubic metre.", ["25 microgram/m3"]),
    ("Emissions were 36 MtCO2e in 2020.", ["36000000 metric-ton @2020"]),
    ("Use was 36 Mtoe in 2020.", ["36000000 ton-oil-equivalent @2020"]),
    ("Loss was 5 Mha in 2020.", ["5000000 ha @2020"]),
    ("The pill has 5 mg of it.", ["5 mg"]),
    ("It has 5 TEUs and 3 teuchters.", ["5 teu", "3 count teuchter"]),
    ("It came to 30 PBX lines.", ["30 count line"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_a_unit_behind_a_number(text: str, expected: list[str]) -> None:
    assert told(text) == expected


DENOMINATORS = [
    ("There are 25 people per km2.", ["25 person/km2 person"]),
    ("There are 25 people per km² in 2020.", ["25 person/km2 person @2020"]),
    ("There are 25 people per sq. km.", ["25 person/km2 person"]),
    ("Rents were €12 per m2.", ["12 EUR/m2"]),
    ("There were 25 cases per 1 000 inhabitants.", ["25 count/1000-population case"]),
    ("There were 25 cases per 1 000 wet places.", ["25 count case"]),
    ("There are 25 people on 3 km2.", ["25 person person", "3 km2"]),
    ("There are 25 people in 1 000 towns.", ["25 person person", "1000 count town"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DENOMINATORS)
def test_a_denominator_behind_what_is_counted(text: str, expected: list[str]) -> None:
    assert told(text) == expected
