"""Sentences that look like a pattern of releases and are none; published July 15, 2023."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.quantity import Quantity


def rows(text: str) -> list[str]:
    """Each figure with its measure and the first and last day of its period."""
    return [
        f"{claim.value.amount:f} {claim.measure} {claim.period.start} {claim.period.end}"
        for claim in read_text(text, published="2023-07-15").claims
        if isinstance(claim.value, Quantity)
    ]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Poverty was 20 percent. It is estimated that 12 percent of homes lack water.",
         ["poverty.rate", "open:homes-lack-water"]),
        ("Unemployment was 8 percent. This is because 40 percent of firms closed.",
         ["unemployment.rate", "open:firms-closed"]),
        ("Inflation was 9 percent. This has pushed 12 percent of families into debt.",
         ["inflation.rate", "open:families-into-debt"]),
        ("GDP grew 5 percent in 2021. It was driven by services, which grew 8 percent.",
         ["gdp.growth", "open:driven-by-services"]),
        ("The population grew 2 percent. This increased the demand for water by 4 percent.",
         ["population.growth", "open:demand-for-water"]),
        ("The trade deficit was $4 billion. This was due to oil imports of $3 billion.",
         ["trade.balance", "open:oil-imports"]),
        ("The firm's revenue was $40 million. It raised $30 million from investors.",
         ["open:firm-revenue", "open:investors"]),
        ("Poverty was 20 percent in 2012. It fell to 15 percent in 2019.", ["poverty.rate"] * 2),
        ("Public debt was 40 percent of GDP in 2012. It was 30 percent of GDP in 2011.", ["debt.public"] * 2),
    ],
)  # fmt: skip
def test_only_a_bare_pronoun_takes_up_the_measure_before(text: str, measures: list[str]) -> None:
    assert [row.split()[1] for row in rows(text)] == measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rainfall was 30 percent below the average in 2020.", ["-30 open:rainfall 2020-01-01 2020-12-31"]),
        ("Rye output was 12 million tons above the target in 2021.",
         ["12000000 open:rye-output 2021-01-01 2021-12-31"]),
        ("Rye output was 12 tons below the average for 1999.", ["12 open:rye-output 2023-07-15 2023-07-15"]),
        ("During the same period last year, 300 people died.", ["300 open:people-died 2022-01-01 2022-12-31"]),
        ("300 people died in the region the previous year.",
         ["300 open:people-died-in-region 2022-07-15 2023-07-15"]),
    ],
)  # fmt: skip
def test_a_time_behind_a_yardstick(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Output included nickel 41,000 tons, copper 300,000 tons and zinc 12,000 tons.", ["41000", "300000", "12000"]),
        ("Per 100,000 people, 175 are in prison.", ["175"]),
        ("In phase 2, 300 homes were built.", ["300"]),
        ("In phases 2, 3 and 4, 300 homes were built.", ["300"]),
        ("Of the 40 children, 12 belong to the Roma.", ["40", "12"]),
    ],
)
def test_figures_behind_words_that_number(text: str, amounts: list[str]) -> None:
    assert [row.split()[0] for row in rows(text)] == amounts


@pytest.mark.parametrize(
    "word",
    """the this that a its their his her our annual yearly quarterly monthly weekly daily year-on-year year-over-year
    month-on-month month-over-month quarter-on-quarter largest biggest smallest sharpest steepest greatest highest
    lowest average mean median overall net total real nominal relative absolute percentage first second third last
    latest recent new further corresponding combined cumulative sharp steep""".split(),
)
def test_words_before_a_noun_of_change_that_opens_its_clause(word: str) -> None:
    (claim,) = read_text(f"{word.capitalize()} decline in ferry traffic was 3 percent.", published="2023-07-15").claims
    assert isinstance(claim.value, Quantity)
    assert (claim.value.unit, claim.value.amount) == ("percent-change", -3)


@pytest.mark.parametrize("light", "about almost already also approximately around at down just nearly now only over "
                                  "roughly some still then under up".split())  # fmt: skip
def test_light_words_between_a_pronoun_and_its_figure(light: str) -> None:
    (_, second) = rows(f"Poverty was 20 percent in 2012. It was {light} 12 percent in 2019.")
    assert second.split()[1] == "poverty.rate"


@pytest.mark.parametrize(
    "behind",
    """above 1999; after 1999; and falling; at present; before 1999; below 1999; but falling; by 2019; compared to 1999;
    during 2019; earlier; for 2019; from 1999; in 2019; last year; on average; per year; since 1999; then; this year;
    up to 2019; versus 1999; when measured; while falling; as of 2019; with rain; of GDP; of GNP""".split(";"),
)
def test_what_may_follow_a_figure_that_takes_up_a_measure(behind: str) -> None:
    assert rows(f"Poverty was 20 percent in 2012. It was 12 percent {behind.strip()}.")[1].split()[1] == "poverty.rate"
