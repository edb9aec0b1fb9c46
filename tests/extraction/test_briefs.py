"""What briefs and fact sheets tell beside each other: units, directions and times that belong to one figure alone.

Published September 1, 2023. A time that nothing tells is ``today``, that of an older level without a time ``-``.
"""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.claim import Claim
from reportdiff.model.period import Basis
from reportdiff.model.quantity import Quantity


def claims_of(text: str) -> list[Claim]:
    return [claim for claim in read_text(text, published="2023-09-01").claims if isinstance(claim.value, Quantity)]


def shown(claim: Claim) -> str:
    """The figure as ``amount..upper unit/per time``."""
    value = claim.value
    assert isinstance(value, Quantity)
    upper = "" if value.upper is None else f"..{value.upper}"
    return f"{value.amount}{upper} {value.unit}{f'/{value.per}' if value.per else ''} {time_of(claim)}"


def time_of(claim: Claim) -> str:
    first, last = claim.period.start, claim.period.end
    if claim.period.basis is Basis.PUBLISHED:
        return "today"
    if first is None or last is None:
        return "-"
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
    return str(first.year) if whole_year else f"{first}..{last}"


UNITS = [
    # a level is in another unit than its own change, and than a share that tells it again
    ("Enrolment fell by 6.5 percent to 81,400.", ["-6.5 percent-change today", "81400 count today"]),
    ("Enrolment rose 4 percent, up from 1,250.", ["4 percent-change today", "1250 count -"]),
    ("Landings grew by 9 percent to 98 in 2021.", ["9 percent-change 2021", "98 count 2021"]),
    ("Widows number 2,480, or 12% of the town.", ["2480 count today", "12 percent today"]),
    ("It rose 30, or 50 percent in turn.", ["30 percent today", "50 percent today"]),
    # units in figures
    ("The plant treats 41,000 m3 a day on 600 m2.", ["41000 m3/day today", "600 m2 today"]),
    ("Mines shipped 7,300 t of zinc.", ["7300 metric-ton today"]),
    ("The shop sold 700 t-shirts.", ["700 count today"]),
    # dollars of others
    ("Refunds cost F$3 million and G$9 million.", ["3000000 FJD today", "9000000 GYD today"]),
    ("Refunds cost Q$3 million and $9 million.", ["3000000 XXX today", "9000000 USD today"]),
    ("A bus fare is FBu 600.", ["600 BIF today"]),
    # what is no level of its own
    ("Per 100,000 people, 31 drowned.", ["31 count/100000-population today"]),
    ("The plan cuts the two-year mean of fires to 25.", ["2 year today", "25 count today"]),
    # what a hyphen or "and" does not join
    ("The yard has 7 cranes and has 60 berths.", ["7 count today", "60 count today"]),
    ("Band: 151-200", ["151..200 count today"]),
    ("Output of the 9 solar farms: 5 GW.", ["5 GW today"]),
    ("Of the 90 mills, 31 remain.", ["90 count today", "31 count today"]),
]  # fmt: skip

DIRECTIONS = [
    # a range across zero
    ("Growth ranged from -2% to 3%.", ["-2..3 percent today"]),
    ("Growth was between -5% and 3%.", ["3..-5 percent today"]),
    ("Growth went from -2% in 2020 to 3% in 2021.", ["-2 percent 2020", "3 percent 2021"]),
    ("Sales shrank by 8% in 2020 and by 3% in 2021.", ["-8 percent-change 2020", "-3 percent-change 2021"]),
    ("Sales grew by 8% in 2020 and by 3% in 2021.", ["8 percent-change 2020", "3 percent-change 2021"]),
    ("Rain was 15 percent below the five-year average.", ["-15 percent-change today"]),
    ("Rain was 15 percent above the long-term mean.", ["15 percent-change today"]),
    ("Output was 4 percent below its 1990 level.", ["-4 percent-change today"]),
    ("Output was 4 percent below its pre-war level.", ["-4 percent-change today"]),
    ("The hut lies 90 metres above the mean sea level.", ["90 m today"]),
    ("In 2012, 40 percent lived below the poverty level.", ["40 percent 2012"]),
    ("Catches were 7 percent lower in 2016 than in 2012.", ["-7 percent-change 2016"]),
]

TIMES = [
    # the level before a move has no time where none is told
    ("The toll was raised from $3 to $5.", ["3 USD -", "5 USD today"]),
    ("In 2021, the toll fell from $5 to $3.", ["5 USD -", "3 USD 2021"]),
    ("Stocks are 40 tons, down 20 percent from 50 tons.", ["40 ton today", "-20 percent-change today", "50 ton -"]),
    ("Stocks are 40 tons, down from 50 tons in 2019.", ["40 ton today", "50 ton 2019"]),
    # what a change is reckoned from is no time of it
    ("Noise fell by 3 percent from 2018, to 61 decibels.", ["-3 percent-change today", "61 count today"]),
    ("Noise fell by 3 percent from 2018 to 2020.", ["-3 percent-change 2018-01-01..2020-12-31"]),
    ("Vans hit 310 cyclists, twice as many as in 2015.", ["310 count today", "2 multiple today"]),
    ("In May 2022 tin cost $33 a kilogram, a record since 2011.", ["33 USD/kg 2022-05-01..2022-05-31"]),
    # another clause has a time of its own
    ("The levy is $8 per ton; it will rise to $12 per ton in 2027.", ["8 USD/ton today", "12 USD/ton 2027"]),
    ("The levy was raised to $8 per ton and will reach $12 per ton in 2027.", ["8 USD/ton today", "12 USD/ton 2027"]),
    ("The fee was 9% at that time; a fee of 15% is planned for 2026.", ["9 percent today", "15 percent 2026"]),
    ("Coal sold at $80; gas sold at $60 in 2019.", ["80 USD 2019", "60 USD 2019"]),
    ("Some 120 women study here, and 240 men were counted in 2016.", ["120 person today", "240 person 2016"]),
    ("In the 2021/22 crop year (April/March), exports were 9 tons.", ["9 ton 2021-01-01..2022-12-31"]),
    # how a part stands now
    ("It has $9 million for 2021-2024, of which 40 percent has been paid.",
     ["9000000 USD 2021-01-01..2024-12-31", "40 percent today"]),
    ("In 2019, 20 wells ran dry, of which 12 have been reopened.", ["20 count 2019", "12 count today"]),
    ("In 2019, 20 wells ran dry, of which 12 were reopened.", ["20 count 2019", "12 count 2019"]),
    # the year of a name, and a count like a year
    ("It leads 9 Horizon 2020 projects worth 3 million euros.", ["9 count today", "3000000 EUR today"]),
    ("Of the kites, about 2000 were sold and 3500 were kept.", ["2000 count today", "3500 count today"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*UNITS, *DIRECTIONS, *TIMES])
def test_each_figure_has_what_is_told_of_it(text: str, expected: list[str]) -> None:
    assert [shown(claim) for claim in claims_of(text)] == expected


def test_an_older_level_dates_nothing_behind_it() -> None:
    text = "Turnout was 61 percent, down from 70 percent in 2010. The League won 25 of the 46 seats."
    assert [shown(claim) for claim in claims_of(text)][2:] == ["25 count today", "46 count today"]


FIELDS = """# Profile

Visitors: 12,400 (2021). Length of stay: 4 days. Spending fell from $90 in 2018 to $70 in 2020; it must recover.

Mills: 131. Flour output fell from 9 tons in 2015 to 6 tons in 2019. Nine bakeries hold licences.

Grade: 71.5. Next review: 1 April 2025.
"""


def test_a_line_of_several_fields_and_sentences_is_read_part_by_part() -> None:
    told = [(claim.measure, shown(claim)) for claim in claims_of(FIELDS)]
    assert told == [
        ("open:visitors", "12400 person 2021"),
        ("open:length-of-stay", "4 day today"),
        ("open:spending", "90 USD 2018"),
        ("open:spending", "70 USD 2020"),
        ("open:mills", "131 count today"),
        ("open:flour-output", "9 ton 2015"),
        ("open:flour-output", "6 ton 2019"),
        ("open:bakeries-hold-licences", "9 count today"),
        ("open:grade", "71.5 count today"),
    ]


NAMES = [
    ("4G coverage is 68 percent, 5G coverage 12 percent.", ["open:4g-coverage", "open:5g-coverage"]),
    ("CO2 emissions were 19,400 tons.", ["open:co2-emissions"]),
    ("Sales in Q1 2023 were $5 million.", ["open:sales"]),
    ("The jail rate is 30 per 100,000 population.", ["open:jail-rate"]),
    ("One bed costs $40 in the 2020/21 financial year.", ["open:one-bed-costs"]),
    ("Farming contributes 6 percent of GDP and employs 20 percent of adults.",
     ["open:farming-contributes", "open:adults"]),
    ("Water coverage is at 79 percent and sewer coverage at 50 percent.", ["open:water-coverage", "open:sewer-coverage"]),
    ("Vacancies numbered 418 in May.", ["open:vacancies"]),
    ("Chile (12%), Fiji (11%) and Peru (9%) were the main suppliers.", ["open:main-suppliers"] * 3),
    ("Of whom? Of the pupils, 80 percent of whom were girls, most came.", ["open:girls"]),
    ("The fuel levy is $59 per ton of carbon.", ["open:fuel-levy"]),
    ("The fuel levy was raised to $59 per ton.", ["open:fuel-levy"]),
    ("In 2022 there were 17 fires, including 4 arsons, compared with 23 in 2021.",
     ["open:fires", "open:arsons", "open:fires"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measures"), NAMES)
def test_a_measure_is_called_by_what_the_figure_is_of(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text)] == measures


SIDES = [
    ("The current account deficit was 7 percent of GDP.", "deficit"),
    ("The current account surplus was 7 percent of GDP.", "surplus"),
    ("The current account balance was 7 percent of GDP.", None),
]


@pytest.mark.parametrize(("text", "side"), SIDES)
def test_a_deficit_is_told_from_a_balance(text: str, side: str | None) -> None:
    assert [dict(claim.dimensions).get("flow") for claim in claims_of(text)] == [side]


AREAS = [
    ("World military expenditure was $2.1 trillion.", "world"),
    ("Global military spending was $2.1 trillion.", "world"),
    ("Chile's military spending was $5 billion.", "CHL"),
    ("Military spending was $5 billion.", None),
]


@pytest.mark.parametrize(("text", "area"), AREAS)
def test_what_is_spent_is_of_the_country_or_the_world(text: str, area: str | None) -> None:
    assert [dict(claim.dimensions).get("area") for claim in claims_of(text)] == [area]
