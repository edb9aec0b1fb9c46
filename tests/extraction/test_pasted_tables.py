"""Tables as they are copied out of a page, with single blanks: units, times, parts, signs; and editions of them."""

from __future__ import annotations

import pytest

from reportdiff import api
from reportdiff.model.change import Changed
from reportdiff.model.quantity import Quantity

TOLD = api.Told(subject="utopia", publisher="office", published="2024-06-03")

HARBOUR = """\
Oakham Harbour

EUR million 2023 2022 Change %
Net sales 412.3 398.1 3.6
Operating profit 41.0 (3.2) ..
Cargo handled, million tonnes 3.2 3.1 3.2
Number of pilots 41 39 5.1
"""
BIRTHS = """\
Vital statistics

Q3 2023 Q4 2023
Live births 11 876 11 002
Deaths 8 765 8 901
Male 4 480 4 551
Female 4 285 4 350
"""
SCHOOLS = """\
Schools and pupils

School year 2020/21 2021/22
Primary schools 2,099 2,077
- of which private 109 n.a.
Pupils (thousands) 308 305.5¹
Percentage of pupils with a laptop 61.0 72.5
Teachers 14,201
Male 15.1 15.0
"""
OUTLOOK = """\
Outlook

2022 2023 2024
Actual Estimate Forecast
GDP growth, % 2.1 1.8 1.9
Unemployment rate, % 6.0 6.2 6.1
"""


def told(text: str) -> list[str]:
    claims = api.read_document(text.encode(), name="page.txt", told=TOLD).claims
    return [
        " ".join(
            [
                claim.measure.removeprefix("open:"),
                *(value for _, value in claim.dimensions),
                f"{claim.value.amount.normalize():f}",
                claim.value.unit,
                str(claim.period.start),
                str(claim.period.end),
                *([claim.modality.value] if claim.modality.value != "reported" else []),
            ]
        )
        for claim in claims
        if isinstance(claim.value, Quantity)
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            HARBOUR,
            """\
            net-sales 412300000 EUR 2023-01-01 2023-12-31
            net-sales 398100000 EUR 2022-01-01 2022-12-31
            net-sales change 3.6 percent 2023-01-01 2023-12-31
            operating-profit 41000000 EUR 2023-01-01 2023-12-31
            operating-profit -3200000 EUR 2022-01-01 2022-12-31
            cargo-handled 3200000 metric-ton 2023-01-01 2023-12-31
            cargo-handled 3100000 metric-ton 2022-01-01 2022-12-31
            cargo-handled change 3.2 percent 2023-01-01 2023-12-31
            number-of-pilots 41 count 2023-01-01 2023-12-31
            number-of-pilots 39 count 2022-01-01 2022-12-31
            number-of-pilots change 5.1 percent 2023-01-01 2023-12-31""",
        ),
        (
            BIRTHS,
            """\
            live-births 11876 count 2023-07-01 2023-09-30
            live-births 11002 count 2023-10-01 2023-12-31
            deaths 8765 count 2023-07-01 2023-09-30
            deaths 8901 count 2023-10-01 2023-12-31
            deaths male 4480 count 2023-07-01 2023-09-30
            deaths male 4551 count 2023-10-01 2023-12-31
            deaths female 4285 count 2023-07-01 2023-09-30
            deaths female 4350 count 2023-10-01 2023-12-31""",
        ),
        (
            OUTLOOK,
            """\
            gdp.growth 2.1 percent 2022-01-01 2022-12-31
            gdp.growth 1.8 percent 2023-01-01 2023-12-31 estimated
            gdp.growth 1.9 percent 2024-01-01 2024-12-31 forecast
            unemployment.rate 6 percent 2022-01-01 2022-12-31
            unemployment.rate 6.2 percent 2023-01-01 2023-12-31 estimated
            unemployment.rate 6.1 percent 2024-01-01 2024-12-31 forecast""",
        ),
    ],
)
def test_each_figure_has_its_unit_its_time_and_its_part(text: str, figures: str) -> None:
    assert told(text) == [line.strip() for line in figures.split("\n")]


def test_marks_of_notes_gaps_and_shares() -> None:
    found = told(SCHOOLS)
    assert "pupils 305500 count 2021-01-01 2022-12-31" in found
    assert "percentage-of-pupils-with-a-laptop 72.5 percent 2021-01-01 2022-12-31" in found
    assert [line.split()[:3] for line in found if "private" in line] == [["primary-schools", "of-which-private", "109"]]


def test_a_part_below_a_row_that_could_not_be_read_is_no_part_of_the_row_before() -> None:
    assert [line for line in told(SCHOOLS) if "14201" in line] == []
    assert all(line.startswith("teachers") for line in told(SCHOOLS) if " male " in line)


def test_one_unit_below_all_times_is_that_of_the_table() -> None:
    assert told("Accounts\n\n2023 2022\n£m £m\nRevenue 412 398\nCost of sales (310.5) (300.2)\n") == [
        "revenue 412000000 GBP 2023-01-01 2023-12-31",
        "revenue 398000000 GBP 2022-01-01 2022-12-31",
        "cost-of-sales -310500000 GBP 2023-01-01 2023-12-31",
        "cost-of-sales -300200000 GBP 2022-01-01 2022-12-31",
    ]


def test_brackets_around_what_is_no_money_are_no_minus() -> None:
    assert told("| Item | 2023 |\n|---|---|\n| Wells, m | (12.5) |\n")[0].split()[1] == "12.5"


def test_what_was_read_is_read_alike_again() -> None:
    for text in (HARBOUR, BIRTHS, SCHOOLS, OUTLOOK):
        snapshot = api.read_document(text.encode(), name="page.txt", told=TOLD)
        again = api.read_document(snapshot.text.encode(), name="text.md", told=TOLD)
        assert [claim.value for claim in again.claims] == [claim.value for claim in snapshot.claims]


FORESTS = """\
Forests of Utopia

2022 2021 2020
Restored wetlands, ha 1,204 1,190 1,015
Trails maintained, km 2,310 2,290 2,288
Hunting permits sold 48,210 47,903 46,330
Fires 31 40 37
"""
LATER_FORESTS = """\
Forests of Utopia

2023 2022 2021
Restored wetlands, ha 1,340 1,204 1,190
Trails in maintenance, km 2,350 2,310 2,290
Hunting permits sold 49,001 48,250 47,903
"""


def test_editions_are_joined_by_row_and_year() -> None:
    old, new = (
        api.read_document(
            text.encode(), name="page.txt", told=api.Told(subject="utopia", publisher="office", published=day)
        )
        for text, day in ((FORESTS, "2023-03-14"), (LATER_FORESTS, "2024-03-12"))
    )
    found = {
        (change.old.value.text, change.new.value.text, change.kind.value)
        for change in api.diff(old, new).changes
        if isinstance(change, Changed)
        and isinstance(change.old.value, Quantity)
        and isinstance(change.new.value, Quantity)
    }
    assert found >= {
        ("48,210", "48,250", "revision"),
        ("47,903", "47,903", "confirmed"),
        ("2,310", "2,310", "confirmed"),
        ("1,204", "1,340", "update"),
    }
    assert {one for one, _, _ in found}.isdisjoint({"31", "40", "37", "1,015", "2,288", "46,330"})
