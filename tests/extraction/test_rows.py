"""Rows of tables and lines of fields as people set them: a year in a column of its own, units in labels, labels in values."""

from decimal import Decimal

import pytest

from reportdiff import api

TOLD = api.Told(subject="utopia", publisher="bank", published="2024-06-01")


def figures(text, name="table.md"):
    claims = api.read_document(text.encode(), name=name, told=TOLD).claims
    return [
        (c.quote.exact, c.value.amount, c.value.unit, c.measure, c.period.start and c.period.start.year)
        for c in claims
        if c.kind.value == "quantity"
    ]


def table(head, *rows):
    return "\n".join(["# Utopia", "", head, "|---" * (head.count("|") - 1) + "|", *rows, ""])


@pytest.mark.parametrize("dated", ["Year", "Reporting year", "Date", "Period"])
@pytest.mark.parametrize("named", ["Value", "Latest value", "Amount"])
def test_a_column_of_years_dates_its_row_and_is_no_figure(dated, named):
    text = table(
        f"| Indicator | {named} | {dated} |",
        "| GDP growth (%) | 4.2 | 2021 |",
        "| Exports (US$ billion) | 14.7 | 2022 |",
    )
    assert figures(text) == [
        ("4.2", Decimal("4.2"), "percent", "gdp.growth", 2021),
        ("14.7", Decimal(14_700_000_000), "USD", "trade.exports", 2022),
    ]


def test_a_unit_in_a_label_holds_for_years_across_too():
    text = table("| Indicator | 2020 | 2021 |", "| Exports (US$ million) | 14,472 | 14,727 |")
    assert [figure[1:3] for figure in figures(text)] == [
        (Decimal(14_472_000_000), "USD"), (Decimal(14_727_000_000), "USD"),
    ]  # fmt: skip


def test_the_next_label_is_not_what_a_figure_counts():
    text = "Utopia\n\nPeople\n\nPopulation: total: 34,589,092 male: 16,902,073 female: 17,687,019 (2024 est.)\n\nInternet users: total: 19,533,560 note: data are for 2013\n"
    assert [figure[0] for figure in figures(text, "fields.txt")] == [
        "34,589,092",
        "16,902,073",
        "17,687,019",
        "19,533,560",
    ]


def test_only_the_first_of_several_undated_values_is_of_today():
    text = "Utopia\n\nEconomy\n\nInflation rate: 8.4% | 9.8% | 12.3%\n\nExports: $14.5 billion | $16.7 billion (2021 est.)\n"
    assert [(figure[0], figure[4]) for figure in figures(text, "fields.txt")] == [
        ("8.4%", 2024), ("9.8%", None), ("12.3%", None), ("$14.5 billion", None), ("$16.7 billion", 2021),
    ]  # fmt: skip


def test_a_table_that_other_text_broke_off_goes_on_with_the_next_year():
    prose = (
        "The ministry publishes these figures every year and explains in a separate paper how each of them came about."
    )
    first = [
        "Funding of the Office",
        "Fiscal years 2015 through 2018, in millions of dollars",
        "Year",
        "Requested",
        "Enacted",
    ]
    cells = ["2015", "$5.1", "$4.9", "2016", "$5.3", "$5.0"]
    rest = ["2017", "$5.6", "$5.2", "2018", "$5.8", "$5.5"]
    text = "\n\n".join([*first, *cells, prose, *rest, ""])
    told = {(amount, year) for _, amount, unit, _, year in figures(text, "table.txt") if unit == "USD"}
    assert (Decimal(5_600_000), 2016) in told
    assert (Decimal(5_500_000), 2017) in told
