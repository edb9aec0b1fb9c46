"""Heads of columns that tell a part of a year in short: each column has its own time."""

from __future__ import annotations

import pytest

from reportdiff import read_text

HEADS = [
    # a quarter, a half and the first months
    ("Q1/2022", "Q1/2023", "2023-01-01..2023-03-31"),
    ("1Q22", "1Q23", "2023-01-01..2023-03-31"),
    ("1Q 2022", "1Q 2023", "2023-01-01..2023-03-31"),
    ("Q1 22", "Q1 23", "2023-01-01..2023-03-31"),
    ("Q1-22", "Q1-23", "2023-01-01..2023-03-31"),
    ("Q1’22", "Q1’23", "2023-01-01..2023-03-31"),
    ("2022/Q1", "2023/Q1", "2023-01-01..2023-03-31"),
    ("2022Q1", "2023Q1", "2023-01-01..2023-03-31"),
    ("4Q97", "4Q98", "1998-10-01..1998-12-31"),
    ("1H22", "1H23", "2023-01-01..2023-06-30"),
    ("1H 2022", "1H 2023", "2023-01-01..2023-06-30"),
    ("H2/2022", "H2/2023", "2023-07-01..2023-12-31"),
    ("2022 H1", "2023 H1", "2023-01-01..2023-06-30"),
    ("9M22", "9M23", "2023-01-01..2023-09-30"),
    ("Q1–Q3/2022", "Q1–Q3/2023", "2023-01-01..2023-09-30"),
    ("Q1 FY22", "Q1 FY23", "2022-10-01..2022-12-31"),
    # a month
    ("Jan/22", "Jan/23", "2023-01-01..2023-01-31"),
    ("Jan/2022", "Jan/2023", "2023-01-01..2023-01-31"),
    ("Jan-22", "Jan-23", "2023-01-01..2023-01-31"),
    ("12/2022", "01/2023", "2023-01-01..2023-01-31"),
    ("2022/12", "2023/01", "2023-01-01..2023-01-31"),
    ("2022M12", "2023M01", "2023-01-01..2023-01-31"),
    # what looks like one: the year from one to the next, a day, a whole year
    ("2009/10", "2010/11", "2010-01-01..2011-12-31"),
    ("31/12/2022", "31/01/2023", "2023-01-31..2023-01-31"),
    ("FY22", "FY23", "2022-10-01..2023-09-30"),
    ("2022 H3", "2023 H3", "2023-01-01..2023-12-31"),
    ("2022M13", "2023M13", "2024-02-01..2024-02-01"),
    ("H1N1 22", "H1N1 23", "2024-02-01..2024-02-01"),
]


@pytest.mark.parametrize(("before", "head", "days"), HEADS)
def test_a_head_tells_a_part_of_a_year(before: str, head: str, days: str) -> None:
    table = f"| Item | {before} | {head} |\n|---|---|---|\n| Rye (tons) | 120 | 130 |\n| Oats (tons) | 220 | 230 |\n"
    claims = read_text(table, published="2024-02-01").claims
    assert [f"{claim.period.start}..{claim.period.end}" for claim in claims[1::2]] == [days, days]
    assert claims[0].period.start is not None
    assert days.startswith("2024") or claims[0].period.start < claims[1].period.start  # type: ignore[operator]
