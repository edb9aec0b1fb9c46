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


def plain_figures(*lines):
    return figures("\n".join(["Utopia", "", *lines, ""]), "table.txt")


def test_a_column_of_units_names_no_row_and_gives_each_its_unit():
    text = table(
        "| Indicator | Unit | 2019 | 2020 |",
        "| Gas production | bcm | 24.5 | 26.5 |",
        "| Gas exports | bcm | 11.6 | 13.5 |",
        "| Crude oil production | thousand b/d | 775 | 694 |",
        "| Installed capacity | MW | 7,641 | 7,612 |",
        "| Tourism revenue | EUR million | 310 | 95 |",
    )
    assert [figure[1:4] for figure in figures(text)[::2]] == [
        (Decimal(24_500_000_000), "m3", "gas.production"),
        (Decimal(11_600_000_000), "m3", "gas.exports"),
        (Decimal(775_000), "barrel", "oil.crude.production"),
        (Decimal(7_641), "MW", "electricity.capacity"),
        (Decimal(310_000_000), "EUR", "tourism.receipts"),
    ]


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [
        ("Q2 2023", "2023-04-01", "2023-06-30"),
        ("2023 Q4", "2023-10-01", "2023-12-31"),
        ("2023Q4", "2023-10-01", "2023-12-31"),
        ("H1 2023", "2023-01-01", "2023-06-30"),
        ("9M 2023", "2023-01-01", "2023-09-30"),
        ("2023(a)", "2023-01-01", "2023-12-31"),
        ("2023e", "2023-01-01", "2023-12-31"),
        ("2023*", "2023-01-01", "2023-12-31"),
    ],
)
def test_a_head_that_is_a_time_dates_its_column_and_names_nothing(head, first, last):
    text = table(f"| Indicator | {head} |", "| Sales (EUR million) | 1,842 |")
    (claim,) = api.read_document(text.encode(), name="table.md", told=TOLD).claims
    assert (claim.measure, claim.dimensions, claim.value.unit) == ("open:sales", (), "EUR")
    assert (claim.period.start.isoformat(), claim.period.end.isoformat()) == (first, last)


def test_a_row_of_heads_that_says_what_is_an_estimate_names_nothing():
    text = table(
        "| | 2022 | 2023 | 2024 |", "| | Act. | Est. | Proj. |", "| Real GDP (percent change) | 4.9 | 5.1 | 5.0 |"
    )
    claims = api.read_document(text.encode(), name="table.md", told=TOLD).claims
    assert [(c.measure, c.dimensions, c.modality.value) for c in claims] == [
        ("gdp.growth", (), "reported"),
        ("gdp.growth", (), "estimated"),
        ("gdp.growth", (), "forecast"),
    ]


def test_the_parts_of_a_row_are_named_by_it_and_bear_its_unit():
    text = table(
        "| Indicator | 2023 Q4 |",
        "| Unemployment rate (%) | 14.7 |",
        "| Male | 11.9 |",
        "| Female | 17.3 |",
        "| Rural | 12.1 |",
    )
    claims = api.read_document(text.encode(), name="table.md", told=TOLD).claims
    assert [(c.measure, c.value.unit, dict(c.dimensions)) for c in claims] == [
        ("unemployment.rate", "percent", {}),
        ("unemployment.rate", "percent", {"sex": "male"}),
        ("unemployment.rate", "percent", {"sex": "female"}),
        ("unemployment.rate", "percent", {"area": "rural"}),
    ]


def test_what_else_a_bracket_says_beside_the_unit_parts_the_rows():
    text = table("| | 2023 |", "| Inflation (average, percent) | 7.7 |", "| Inflation (end of period, percent) | 6.6 |")
    told = figures(text)
    assert [figure[2] for figure in told] == ["percent", "percent"]
    assert told[0][3] != told[1][3]


def test_a_line_between_the_rows_gives_its_unit_to_those_below():
    text = table(
        "| | 2023 |",
        "| Percentage changes, volume | |",
        "| Private consumption | 1.7 |",
        "| Level (EUR billion) | |",
        "| GDP | 265 |",
    )
    assert [figure[2] for figure in figures(text)][:1] == ["percent"]


def test_a_unit_in_the_corner_holds_for_rows_without_one_of_their_own():
    text = table("| EUR million | Q2 2023 | Change |", "| Revenue | 1,842 | 7.4% |", "| EPS, EUR | 0.92 | 13.6% |")
    assert [figure[1:3] for figure in figures(text)] == [
        (Decimal(1_842_000_000), "EUR"),
        (Decimal("7.4"), "percent"),
        (Decimal("0.92"), "EUR"),
        (Decimal("13.6"), "percent"),
    ]


def test_the_caption_of_a_list_names_no_later_table():
    told = plain_figures(
        "Contribution to inflation (percentage points)",
        "",
        "Transport -0.42",
        "",
        "Index by division",
        "",
        "Division      Apr 2024   May 2024",
        "Transport        217.0      216.2",
        "Health           178.9      179.0",
    )
    assert [figure[2:4] for figure in told if figure[0] == "217.0"] == [("count", "open:transport")]


def test_goods_and_services_are_sectors_of_a_flow():
    text = table("| | Value (£ million) |", "| Exports of goods | 613 |", "| Exports of services | 480 |")
    claims = api.read_document(text.encode(), name="table.md", told=TOLD).claims
    assert [(c.measure, dict(c.dimensions)["sector"], c.value.amount) for c in claims] == [
        ("trade.exports", "goods", Decimal(613_000_000)),
        ("trade.exports", "services", Decimal(480_000_000)),
    ]


def test_a_table_that_says_nothing_of_purchasing_power_gives_nominal_amounts():
    text = table(
        "| | 2021 |",
        "| GDP (US$bn, current prices) | 26.2 |",
        "| GDP per capita (US$) | 2,859 |",
        "| GDP (PPP, US$ billion) | 40.1 |",
    )
    assert [figure[3] for figure in figures(text)] == ["gdp.nominal", "gdp.per-capita", "gdp.ppp"]


def test_amounts_with_their_multiplier_stand_in_columns_too():
    told = plain_figures(
        "Defence budget     2022       2023", "GDP (EUR)        267 bn     277 bn", "Spending (EUR)  5.45 bn    6.12 bn"
    )
    assert [(figure[1], figure[2], figure[4]) for figure in told] == [
        (Decimal(267_000_000_000), "EUR", 2022),
        (Decimal(277_000_000_000), "EUR", 2023),
        (Decimal(5_450_000_000), "EUR", 2022),
        (Decimal(6_120_000_000), "EUR", 2023),
    ]
