"""Figures as offices of statistics, banks and agencies print them, each rule beside what it must not touch."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.claim import Holder
from reportdiff.model.quantity import Quantity
from tests.extraction.told import told

GROUPED = [
    pytest.param(blank, id=name)
    for name, blank in {
        "plain": " ",
        "thin": "\u2009",
        "narrow": "\u202f",
        "unbroken": "\u00a0",
        "figure": "\u2007",
    }.items()
]


@pytest.mark.parametrize("blank", GROUPED)
def test_a_blank_groups_thousands_before_a_decimal_point_too(blank: str) -> None:
    assert told(f"Output was 2{blank}841.0 million tonnes.") == ["2841000000 metric-ton"]
    assert told(f"It fell to 268{blank}000 tons.") == ["268000 ton"]
    assert told(f"It is 1{blank}234.5 tons.") == ["1234.5 ton"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2022 841.5 tons came.", ["841.5 ton @2022"]),
        ("It is 12 84.5 tons.", ["84.5 ton"]),
        ("It is 3.4 841.5 tons.", ["3.4 ton", "841.5 ton"]),
    ],
)
def test_a_blank_groups_nothing_else(text: str, expected: list[str]) -> None:
    assert told(text)[-1:] == expected[-1:]


MOVED = [
    ("Jobs fell by 36,000 (0.1%).", ["-36000 count", "-0.1 percent-change"]),
    ("Stocks declined by 0.4 million barrels (1.2 percent).", ["-400000 barrel", "-1.2 percent-change"]),
    ("Sales rose by 90 tons (about 4%).", ["90 ton", "approximately 4 percent-change"]),
    ("Jobs stood at 36,000 (0.1%).", ["36000 count", "0.1 percent"]),
    ("Jobs fell by 36,000 (12% of the total).", ["-36000 count", "12 percent"]),
    ("The rate fell by 3 percent (2%).", ["-3 percent-change", "2 percent"]),
    ("Supply rose 1.7 tons to 103.8 tons.", ["1.7 ton", "103.8 ton"]),
    ("Supply fell 36,000 to 1.2 million.", ["-36000 count", "1200000 count"]),
    ("Supply will increase 5 tons to a record 103 tons.", ["5 ton planned", "103 ton planned"]),
    ("Supply grew 12 tons to a new high of 130 tons.", ["12 ton", "130 ton"]),
    ("Supply rose 5 to 20 tons.", ["5..20 ton"]),
    ("Supply rose 5 tons to 9 tons.", ["5..9 ton"]),
    ("Prices rose $2 to $8 million.", ["2000000..8000000 USD"]),
    ("They lost 5 tons to 90 ships.", ["5 ton", "90 count ship"]),
]


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_a_change_beside_its_level_or_its_share(text: str, expected: list[str]) -> None:
    assert told(text) == expected


DISTANCES = [
    ("Sales were 268,000 higher.", ["268000 count"], "difference"),
    ("Sales were 300 tons lower in May.", ["-300 ton @2023-05-01..2023-05-31"], "difference"),
    ("The jobless rate was 0.2 percentage points lower.", ["-0.2 percentage-point"], "difference"),
    ("Sales were 5 percent higher.", ["5 percent-change"], None),
    ("They paid 5 percent higher taxes.", ["5 percent"], None),
    ("It has 12 lower courts.", ["12 count court"], None),
    ("It has 12 higher education colleges.", ["12 count college"], None),
    ("Oil stocks fell by 60 mb.", ["-60000000 barrel"], "difference"),
    ("Crude oil stocks are at 2,841 mb.", ["2841000000 barrel"], None),
    ("The storm had a pressure of 960 mb.", ["960 count mb"], None),
    ("The soil held 60 mb.", ["60 count mb"], None),
]


@pytest.mark.parametrize(("text", "expected", "change"), DISTANCES)
def test_distances_and_barrels(text: str, expected: list[str], change: str | None) -> None:
    assert told(text) == expected
    assert dict(read_text(text, published="2023-05-01").claims[0].dimensions).get("change") == change


AGES = [
    ("They worked as young as 12, and nearly 55 percent of the girls did.", ["nearly 55 percent"]),
    ("Drivers as old as 90 were seen.", []),
    ("Miners as young as 14 years dig.", []),
    ("Some dig from age five.", []),
    ("The rate of the young (under 25) was 14 percent.", ["14 percent"]),
    ("Pensions (over 65) cost 14 percent.", ["14 percent"]),
    ("Costs as low as 12 percent were seen.", ["12 percent"]),
    ("Deaths were few (under 3) in May.", ["less-than 3 count"]),
    ("Losses (under 25 percent) were small.", ["less-than 25 percent"]),
    ("It grew 8, 9, and 12 percent of output.", ["8 percent", "9 percent", "12 percent"]),
    ("It is 8 and 12 percent of output.", ["8 percent", "12 percent"]),
]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_ages_and_shares(text: str, expected: list[str]) -> None:
    assert [line.split(" @")[0] for line in told(text)] == expected


NAMING = [
    ("Patients rate it 8.6 out of 10.", ["8.6 count"]),
    ("The score was 7.25 out of 20.", ["7.25 count"]),
    ("About 3 out of 10 adults smoke.", ["approximately 30 percent"]),
    ("The 30-day readmission rate was 12.4 percent.", ["12.4 percent"]),
    ("The four-year graduation rate was 87.1 percent.", ["87.1 percent"]),
    ("The 10-year bond yield was 4.2 percent.", ["4.2 percent"]),
    ("A 30-day closure cost $5 million.", ["30 day", "5000000 USD"]),
    ("A four-year term began.", ["4 year"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMING)
def test_numbers_that_only_name_what_is_measured(text: str, expected: list[str]) -> None:
    assert told(text) == expected


OUTLOOKS = [
    ("The Committee projects headline inflation to average 5.9 per cent.", ["5.9 percent forecast"]),
    ("The Bank projects core inflation to remain at 3 percent.", ["3 percent forecast"]),
    ("The Fund backs projects to reach 500 tons.", ["500 ton"]),
    ("It runs projects in schools to reach 500 tons.", ["500 ton"]),
    ("Growth is expected to slow to 5 percent by the end of the year.", ["5 percent @2023 forecast"]),
    ("Growth will slow to 5 percent by year-end.", ["5 percent @2023 planned"]),
    ("Growth slowed to 5 percent by the end of the year.", ["5 percent"]),
    ("Growth is expected to slow to 5 percent by the end of the year 2030.", ["5 percent @2030 forecast"]),
    (
        "Inflation, which was 8 percent in April 2022, is expected to be 5 percent by the end of the year.",
        ["8 percent @2022-04-01..2022-04-30", "5 percent @2023 forecast"],
    ),
    ("Inflation, 8 percent in May 2024, is expected to stay.", ["8 percent @2024-05-01..2024-05-31 forecast"]),
]


@pytest.mark.parametrize(("text", "expected"), OUTLOOKS)
def test_what_is_to_come(text: str, expected: list[str]) -> None:
    assert told(text) == expected


AGO = [
    ("Orders fell 12 percent from a year ago. Prices moved lower, to $4.", ["-12 percent-change", "4 USD"]),
    ("Compared with two years ago, orders fell 12 percent.", ["-12 percent-change"]),
    ("Orders rose 9 percent over a year ago.", ["9 percent-change"]),
    ("A year ago, orders were 300 tons.", ["300 ton @2022-05-01"]),
    ("Orders were 300 tons two years ago.", ["300 ton @2021-05-01"]),
    (
        "It had 9 GW in 2013, nearly double the 5 GW of 2008.",
        ["9 GW @2013", "nearly 2 multiple @2013", "5 GW @2008"],
    ),
    ("Compared with June 2022, the jobless decreased by 268 000.", ["-268000 count"]),
]


@pytest.mark.parametrize(("text", "expected"), AGO)
def test_what_a_change_is_reckoned_from_dates_nothing(text: str, expected: list[str]) -> None:
    assert told(text) == expected


NAMES = [
    ("The Food Price Index averaged 118.3 points.", ["open:food-price-index"]),
    (
        "The Cereal Index was at 120.2 points, down 1.7 points (1.4 percent).",
        ["open:cereal-index", "open:cereal-index", "open:cereal-index"],
    ),
    (
        "The Sugar Index fell to 129 points while the Dairy Index rose by 2.5 points to 139 points.",
        ["open:sugar-index", "open:dairy-index", "open:dairy-index"],
    ),
    ("The team won 118 points.", ["open:points"]),
    ("The index is old. She won 118 points.", ["open:points"]),
    ("The Board voted to cut the key fee by 2 percent to 6 percent.", ["open:key-fee", "open:key-fee"]),
    (
        "The Board decided to raise the policy rate by 50 basis points to 6.75 percent.",
        ["open:policy-rate", "interest.policy"],
    ),
    ("Unemployment was 5 percent, and rose by 2 points to 7 percent.", ["unemployment.rate"]),
    ("World output is set to rise 5 percent.", ["open:world-output"]),
    ("The plan to improve output cost 5 dollars.", ["open:improve-output-cost"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_measures_are_named_by_what_moves(text: str, expected: list[str]) -> None:
    claims = read_text(text, published="2023-05-01").claims
    named = [claim.measure for claim in claims if isinstance(claim.value, Quantity)]
    assert named[: len(expected)] == expected


TABLE = """
| Item | 2022 | Change (%) | Var. | Share (%) |
|---|---|---|---|---|
| Exports | 904 | (2.6) | (12) | (2.9) |
| Imports | (905) | 2.6 | -13 | 2.9 |
"""


def test_brackets_below_a_head_of_changes_are_below_zero() -> None:
    claims = read_text(TABLE, published="2023-05-01").claims
    amounts = [str(claim.value.amount) for claim in claims if isinstance(claim.value, Quantity)]
    assert amounts == ["904", "-2.6", "-12", "2.9", "905", "2.6", "-13", "2.9"]


def test_the_multiplier_of_a_row_is_for_all_its_cells() -> None:
    rows = (
        "| Item | May 2022 | Change |\n|---|---|---|\n| Vacancies (thousands) | 904 | −12 |\n| Rate (%) | 4.2 | 0.1 |\n"
    )
    claims = read_text(rows, published="2023-05-01").claims
    amounts = [str(claim.value.amount) for claim in claims if isinstance(claim.value, Quantity)]
    assert amounts == ["904000", "-12000", "4.2", "0.1"]


HOLDERS = [
    ("We met. The Minister of Interior, Ms. Lea Ora, spoke.", [("interior-minister", "Lea Ora")]),
    ("We met. The Minister of Trade and Labor, Dr. Ann Ber, spoke.", [("minister-of-trade-and-labor", "Ann Ber")]),
    ("Medical director: Dr. Paul Ren", [("medical-director", "Paul Ren")]),
    ("City Manager: Rhea Lind", [("city-manager", "Rhea Lind")]),
    ("Minister of Health: Dr. Ann Ber", [("minister-of-health", "Ann Ber")]),
    ("Prime minister: Ann Ber", [("prime-minister", "Ann Ber")]),
    ("The medical director said: Paul Ren left.", []),
    ("The former Minister of Health, Ann Ber, spoke.", []),
    ("The Minister of Education, Youth and Sports, spoke.", []),
    ("City Manager: to be named", []),
]


@pytest.mark.parametrize(("text", "expected"), HOLDERS)
def test_holders_with_their_styles(text: str, expected: list[tuple[str, str]]) -> None:
    values = [claim.value for claim in read_text(text, published="2023-05-01").claims]
    assert [(value.office, value.person) for value in values if isinstance(value, Holder)] == expected
