"""Tables as offices print them: heads in several rows, rows of units, captions, gaps, parts of rows, times in titles."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pytest

from reportdiff import api
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity

TOLD = api.Told(subject="utopia", publisher="office", published="2024-06-03")


class Read(NamedTuple):
    """A figure as it was read."""

    amount: Decimal
    unit: str
    measure: str
    part: str
    days: str


def read(text: str, name: str = "table.md") -> list[Read]:
    claims = api.read_document(text.encode(), name=name, told=TOLD).claims
    return [found for claim in claims if (found := _read(claim))]


def _read(claim: Claim) -> Read | None:
    if not isinstance(claim.value, Quantity):
        return None
    value, dimensions = claim.value, dict(claim.dimensions)
    days = f"{claim.period.start}..{claim.period.end}" if claim.period.basis == "stated" else claim.period.basis.value
    unit = f"{value.unit}/{value.per}" if value.per else value.unit
    part = "-".join(dimensions[key] for key in ("part", "sex", "area") if key in dimensions)
    return Read(value.amount, unit, claim.measure.removeprefix("open:"), part, days)


def grid(*rows: str, above: str = "") -> str:
    head, *body = rows
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join(["# Utopia", "", *([above, ""] if above else []), head, rule, *body, ""])


def days_of(*rows: str, above: str = "") -> list[str]:
    return [each.days for each in read(grid(*rows, above=above))]


def units_of(*rows: str, above: str = "") -> list[tuple[Decimal, str]]:
    return [each[:2] for each in read(grid(*rows, above=above))]


def test_a_month_above_years_is_a_month_of_each() -> None:
    found = read(
        grid(
            "| Border post | May | | January–May | |",
            "| | 2022 | 2023 | 2022 | 2023 |",
            "| Norwich | 812 | 901 | 3,611 | 4,205 |",
        )
    )
    assert [each.days for each in found] == [
        "2022-05-01..2022-05-31",
        "2023-05-01..2023-05-31",
        "2022-01-01..2022-05-31",
        "2023-01-01..2023-05-31",
    ]
    assert {(each.measure, each.part) for each in found} == {("norwich", "")}


@pytest.mark.parametrize(
    ("heads", "days"),
    [
        ("| | 2021 | |\n| | Q1 | 2nd quarter |", ["2021-01-01..2021-03-31", "2021-04-01..2021-06-30"]),
        ("| | Mar-21 | Apr '21 |", ["2021-03-01..2021-03-31", "2021-04-01..2021-04-30"]),
        ("| | 2020 Jan | 2020 Feb |", ["2020-01-01..2020-01-31", "2020-02-01..2020-02-29"]),
        ("| | Year ending June 2021 | Year ended March 2020 |", ["2020-07-01..2021-06-30", "2019-04-01..2020-03-31"]),
        ("| | Jan-24 r | Feb-24 p |", ["2024-01-01..2024-01-31", "2024-02-01..2024-02-29"]),
        ("| | 3Q 2021 | First quarter 2022 |", ["2021-07-01..2021-09-30", "2022-01-01..2022-03-31"]),
        ("| | Marketing year 2021/22 | 2022/23 Est. |", ["2021-01-01..2022-12-31", "2022-01-01..2023-12-31"]),
    ],
)
def test_times_in_heads(heads: str, days: list[str]) -> None:
    found = read(grid(*heads.split("\n"), "| Barges built | 14 | 19 |"))
    assert [each.days for each in found] == days
    assert [(each.measure, each.part) for each in found] == [("barges-built", "")] * 2


def test_a_month_under_a_crop_year_is_when_it_was_said() -> None:
    found = read(grid("| Item | 2023/24 | |", "| | April | May |", "| Stocks | 31 | 32 |"))
    assert [(each.days, each.part) for each in found] == [("2023-01-01..2024-12-31", "")] * 2


def test_a_head_is_named_without_its_time() -> None:
    found = read(grid("| District | Marriages 2021 | Marriages 2022 | Divorces 2022 |", "| Hill | 310 | 322 | 98 |"))
    assert [(each.part, each.days[:4]) for each in found] == [
        ("marriages", "2021"),
        ("marriages", "2022"),
        ("divorces", "2022"),
    ]


@pytest.mark.parametrize("head", ["Change (%)", "% change", "Var. (%)", "Growth on previous year, %"])
def test_a_change_is_of_the_latest_of_the_columns_beside_it(head: str) -> None:
    assert days_of(
        f"| Line | Feb 2023 | Mar 2023 | Q1 2023 | Q1 2022 | {head} |", "| North | 10 | 12 | 33 | 30 | 10.0 |"
    )[-1] == ("2023-01-01..2023-03-31")


def test_a_row_of_units_is_no_figure_and_holds_for_its_columns() -> None:
    found = read(
        grid(
            "| Crop | 2022 | | |",
            "| | Area | Yield | Harvest |",
            "| | 1,000 ha | t/ha | 1,000 t |",
            "| Millet | 12.5 | 1.8 | 22.5 |",
        )
    )
    assert [(each.amount, each.unit, each.part) for each in found] == [
        (Decimal(12500), "ha", "area"),
        (Decimal("1.8"), "metric-ton/ha", "yield"),
        (Decimal(22500), "metric-ton", "harvest"),
    ]


@pytest.mark.parametrize(
    ("above", "amount", "unit"),
    [
        ("Rye: stocks, million tonnes", 4_200_000, "metric-ton"),
        ("EUR million", 4_200_000, "EUR"),
        ("Value in million euros; change in per cent", 4_200_000, "EUR"),
        ("kt CO2 equivalent", 4200, "metric-ton"),
        ("(USD million, end of period; preliminary data of the debt office)", 4_200_000, "USD"),
        ("Table 3. Loans by branch (thousands)", 4200, "count"),
        ("Deposits, USD/month", "4.2", "USD/month"),
        ("Market prices, USD/tonne", "4.2", "USD/ton"),
        ("Deposits, million Danish kroner", 4_200_000, "DKK"),
    ],
)
def test_the_line_above_a_table_gives_its_unit(above: str, amount: int | str, unit: str) -> None:
    assert units_of("| Item | 2021 |", "| Opening | 4.2 |", above=above) == [(Decimal(amount), unit)]


def test_a_multiplier_of_the_caption_is_for_no_share() -> None:
    found = units_of(
        "| Line | 2021 | 2022 | Change, % | Of total (%) |",
        "| Inland | 4.2 | 5.1 | 21.4 | 38 |",
        "| Load factor (%) | 71.2 | 73.5 | | |",
        above="Passengers (thousands)",
    )
    assert found == [
        (Decimal(4200), "count"),
        (Decimal(5100), "count"),
        (Decimal("21.4"), "percent"),
        (Decimal(38), "percent"),
        (Decimal("71.2"), "percent"),
        (Decimal("73.5"), "percent"),
    ]


def test_a_line_of_a_unit_alone_names_no_measure() -> None:
    thousands = read(grid("| Office | 2021 Actual |", "| Roads | 1200 |", above="In thousand US dollars"))
    millions = read(grid("| Office | 2021 Revised |", "| Roads | 1.2 |", above="In million US dollars"))
    assert thousands[0][:4] == millions[0][:4] == (Decimal(1_200_000), "USD", "roads", "")


def test_shares_of_a_section_are_no_unit_of_its_counts() -> None:
    found = read(
        grid(
            "| | Men | Women |",
            "| Cycles to work (%) | | |",
            "| 18–29 | 14 | 11 |",
            "| Number of answers | 2,310 | 2,544 |",
        )
    )
    assert [(each.amount, each.unit, each.measure, each.part) for each in found] == [
        (Decimal(14), "percent", "cycles-to-work", "18-29-male"),
        (Decimal(11), "percent", "cycles-to-work", "18-29-female"),
        (Decimal(2310), "count", "number-of-answers", "male"),
        (Decimal(2544), "count", "number-of-answers", "female"),
    ]


@pytest.mark.parametrize("gap", ["..", "-", "–", "n.a.", "n/m", "[x]", ":", "…"])
def test_a_gap_is_no_name(gap: str) -> None:
    found = read(grid("| Fishery | 2020 | 2021 |", f"| Herring | {gap} | 31 |"))
    assert [(each.amount, each.measure) for each in found] == [(Decimal(31), "herring")]


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("8 912", "8912"),
        ("12 004,5", "12004.5"),
        ("990,2", "990.2"),
        ("-3,75", "-3.75"),
        ("+13.4", "13.4"),
        ("1,204", "1204"),
    ],
)
def test_how_figures_are_written_in_cells(cell: str, amount: str) -> None:
    assert [each.amount for each in read(grid("| Port | 2021 |", f"| Lee | {cell} |"))] == [Decimal(amount)]


def test_what_pins_a_row_down_is_kept_beside_its_name() -> None:
    stations = read(grid("| Station | Kind | Ozone |", "| Mill | Road | 41 |", "| Park | Road | 52 |"))
    assert [(each.measure, each.part) for each in stations] == [("mill", "road-ozone"), ("park", "road-ozone")]
    countries = read(grid("| Country | Indicator | 2021 |", "| Kenya | GDP growth (%) | 7.6 |"))
    assert [(each.measure, each.part) for each in countries] == [("gdp.growth", "kenya")]


def test_of_which_belongs_to_the_row_above_it() -> None:
    found = read(
        grid(
            "| Item | 2021 |",
            "| Ferries | 60 |",
            "| of which electric | 12 |",
            "| of which leased | 9 |",
            "| Tugs | 8 |",
        )
    )
    assert [(each.measure, each.part) for each in found] == [
        ("ferries", ""),
        ("ferries", "of-which-electric"),
        ("ferries", "of-which-leased"),
        ("tugs", ""),
    ]


@pytest.mark.parametrize("label", ["Commercial 1/", "Commercial¹", "Commercial 2)", "Commercial*", "Commercial 1/ 2/"])
def test_marks_of_notes_are_no_part_of_a_name(label: str) -> None:
    assert [each.measure for each in read(grid("| Debt | 2021 |", f"| {label} | 170 |"))] == ["commercial"]


@pytest.mark.parametrize(
    ("above", "days"),
    [
        ("Rain by station, 2022 (mm)", "2022-01-01..2022-12-31"),
        ("Rain by station, July 2022", "2022-07-01..2022-07-31"),
        ("Rain by station since 2015", "published"),
        ("Index (2015 = 100)", "published"),
        ("Rain in 2019 and in 2022", "published"),
    ],
)
def test_a_title_dates_a_table_without_times(above: str, days: str) -> None:
    assert days_of("| Station | Gauge A | Gauge B |", "| Quay | 31 | 44 |", above=above) == [days] * 2


def test_months_are_of_the_year_of_the_title_and_the_year_is_their_sum() -> None:
    found = days_of("| Station | Nov | Dec | Year |", "| Quay | 31 | 44 | 2019 |", above="Rain by station, 2022 (mm)")
    assert found == ["2022-11-01..2022-11-30", "2022-12-01..2022-12-31", "2022-01-01..2022-12-31"]


def test_months_below_a_year_are_of_that_year() -> None:
    found = read(grid("| Period | US dollar |", "| 2022 | 7.1 |", "| 2023 | |", "| June | 7.4 |", "| July | 7.5 |"))
    assert [each.days for each in found] == [
        "2022-01-01..2022-12-31",
        "2023-06-01..2023-06-30",
        "2023-07-01..2023-07-31",
    ]
    assert {each.unit for each in found} == {"count"}


def test_zeros_count_where_the_table_is_not_rounded() -> None:
    def bounds(other: str) -> tuple[Decimal, Decimal]:
        text = grid("| Town | 2021 | 2022 |", f"| Ash | {other} | 2,300 |")
        value = api.read_document(text.encode(), name="t.md", told=TOLD).claims[-1].value
        assert isinstance(value, Quantity)
        return value.lower_bound, value.upper_bound

    exact, rounded = bounds("2,104"), bounds("2,100")
    assert exact[1] - exact[0] < 2 < rounded[1] - rounded[0]


def test_a_row_of_a_label_and_a_told_value_is_a_field() -> None:
    found = read(grid("| Item | Value |", "| Bus stops | 418 at 1.3.2022 (city works) |", "| Depots | 6 (2021) |"))
    assert [(each.amount, each.measure, each.days) for each in found] == [
        (Decimal(418), "bus-stops", "2022-03-01..2022-03-01"),
        (Decimal(6), "depots", "2021-01-01..2021-12-31"),
    ]


def test_a_heading_ends_a_table_that_had_but_heads() -> None:
    text = (
        "# A\n\n| Seat | Rye |\n|---|---|\n| Share | none (%) |\n\n## B\n\n| Year | Boats |\n|---|---|\n| 2020 | 14 |\n"
    )
    assert [each[:3] for each in read(text)] == [(Decimal(14), "count", "boats")]


def test_facts_in_a_list_are_fields() -> None:
    text = (
        "# Facts\n\n- Clinics per 1,000 people: 2.6 (2021)\n- Life expectancy at birth: 74 years (men 71, women 77)\n"
        "- Spending as % of GDP: 6.9 (2020)\n- Area: 18 km2; Population: 900 (2020)\n"
    )
    assert [(each.amount, each.unit, each.measure, each.part) for each in read(text)] == [
        (Decimal("2.6"), "count/1000-population", "clinics-per-1-000-people", ""),
        (Decimal(74), "year", "life.expectancy", ""),
        (Decimal(71), "year", "life.expectancy", "male"),
        (Decimal(77), "year", "life.expectancy", "female"),
        (Decimal("6.9"), "percent", "spending-as-of-gdp", ""),
        (Decimal(18), "km2", "land.area", ""),
        (Decimal(900), "person", "population.total", ""),
    ]


def test_fields_beside_each_other_on_a_plain_line() -> None:
    text = "Lee harbour\n\nFacts\n\nBerths: 42   Maximum draught: 17.4 m   Cranes: 8\n"
    assert [(each.amount, each.measure) for each in read(text, "facts.txt")] == [
        (Decimal(42), "berths"),
        (Decimal("17.4"), "maximum-draught"),
        (Decimal(8), "cranes"),
    ]


def test_figures_beside_each_other_before_what_they_count() -> None:
    text = "Lee harbour\n\nFacts\n\n48,210 sailors    6,340 arrivals since January    12 cranes\n72% of ships insured   8 tugs\n"
    assert [(each.amount, each.days) for each in read(text, "facts.txt")] == [
        (Decimal(48210), "published"),
        (Decimal(6340), "2024-01-01..2024-06-03"),
        (Decimal(12), "published"),
        (Decimal(72), "published"),
        (Decimal(8), "published"),
    ]


def test_an_earlier_value_in_brackets_is_the_same_measure_a_year_before() -> None:
    found = read("Lee harbour\n\nFacts\n\nTurnover: EUR 412 million (2021: EUR 380 million)\n", "facts.txt")
    assert [(each.measure, each.part, each.days) for each in found] == [
        ("turnover", "", "published"),
        ("turnover", "", "2021-01-01..2021-12-31"),
    ]


def test_the_last_columns_of_merged_heads_are_read() -> None:
    rows = ["Region,Births,,Deaths", ",2021,2022,2021,2022", "Hill,12,14,9,8", "Dale,22,21,17,19"]
    found = read("\n".join(rows) + "\n", "vital.csv")
    assert [(each.amount, each.part, each.days[:4]) for each in found][:4] == [
        (Decimal(12), "births", "2021"),
        (Decimal(14), "births", "2022"),
        (Decimal(9), "deaths", "2021"),
        (Decimal(8), "deaths", "2022"),
    ]
