"""Sentences as statistical offices and agencies write them in their releases; published July 15, 2023."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportdiff import read_text
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity


def told(text: str) -> Iterator[tuple[Claim, Quantity]]:
    for claim in read_text(text, published="2023-07-15").claims:
        if isinstance(claim.value, Quantity):
            yield claim, claim.value


def periods(text: str) -> list[str]:
    return [f"{value.amount:f} {claim.period.start} {claim.period.end}" for claim, value in told(text)]


def changes(text: str) -> list[str]:
    return [f"{value.amount:f} {value.unit} {dict(claim.dimensions).get('change', '-')}" for claim, value in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Imports grew 12 percent to $6 billion in May over the same month of last year.",
         ["12 2023-05-01 2023-05-31", "6000000000 2023-05-01 2023-05-31"]),
        ("Imports grew to $6 billion in May, from $5 billion in the same month last year.",
         ["6000000000 2023-05-01 2023-05-31", "5000000000 2022-05-01 2022-05-31"]),
        ("Sales in the first quarter came to $90 million, against $80 million in the same quarter of 2022.",
         ["90000000 2023-01-01 2023-03-31", "80000000 2022-01-01 2022-03-31"]),
        ("Sales in the first quarter came to $90 million, 4 percent more than in the corresponding quarter of 2022.",
         ["90000000 2023-01-01 2023-03-31", "4 2023-01-01 2023-03-31"]),
        ("As in 2021, the north had the highest number of floods, 14 floods.", ["14 2023-07-15 2023-07-15"]),
        ("Unlike in 2021, when 90 schools closed, 12 schools closed in 2022.",
         ["90 2021-01-01 2021-12-31", "12 2022-01-01 2022-12-31"]),
        ("Fewer patients were treated in 2022 (143 million), compared to 2021 (157 million).",
         ["143000000 2022-01-01 2022-12-31", "157000000 2021-01-01 2021-12-31"]),
        ("The jobless rate was 6.3 percent, unchanged from May.", ["6.3 2023-07-15 2023-07-15"]),
        ("The jobless rate was 6.3 percent, up from May.", ["6.3 2023-07-15 2023-07-15"]),
        ("Output is put at 19 tons, less than expected in the May report.", ["19 2023-07-15 2023-07-15"]),
        ("Ferries were 3 percent slower than eleven months ago.", ["3 2023-07-15 2023-07-15"]),
    ],
)  # fmt: skip
def test_what_is_compared_dates_no_figure(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Freight volume was 9 percent up in May on May 2022.", ["9 percent-change -"]),
        ("The rye crop is put at 25 tons, but 3 percent down on 2022.", ["25 ton -", "-3 percent-change -"]),
        ("The share was 30 percent down from 50 percent.", ["30 percent -", "50 percent -"]),
        ("Milk was 4 percent cheaper than in June.", ["-4 percent-change -"]),
        ("The increase of shipments to Fiji was 7 percent.", ["7 percent-change -"]),
        ("The decline in thefts was 7 percent.", ["-7 percent-change -"]),
        ("Farm jobs rose by 2,500 in June.", ["2500 count difference"]),
        ("Farm jobs were up by 2,500 in June.", ["2500 count difference"]),
        ("Rye stocks will increase by 8.7 million tons.", ["8700000 ton difference"]),
        ("Farm employment was 1,500 lower than reported.", ["-1500 count difference"]),
        ("The harvest is 28 tons or 13 percent lower than the last crop.",
         ["-28 ton difference", "-13 percent-change -"]),
        ("Output was 190 tons, less than forecast.", ["190 ton -"]),
        ("They set up a five-year fund of $6 million.", ["5 year -", "6000000 USD -"]),
    ],
)  # fmt: skip
def test_a_rise_is_no_level(text: str, expected: list[str]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Global rye stocks are anticipated to reach a new high of 19 million tons.", "open:global-rye-stocks"),
        ("Global rye stocks will themselves hit 19 million tons.", "open:global-rye-stocks"),
        ("Rye output is put at 19 million tons.", "open:rye-output"),
        ("Ship arrivals in 2022 showed a 13% increase.", "open:ship-arrivals"),
        ("Some $424 million is needed to rebuild the ports.", "open:needed-to-rebuild-ports"),
        ("Of the 40 harbours in the survey, 23 had two or more cranes.", "open:harbours-in-survey"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, expected: str) -> None:
    assert next(claim.measure for claim, _ in told(text)) == expected


def test_a_number_in_words_is_no_noun() -> None:
    found = [(claim.measure, value.amount) for claim, value in told("Of the 40 harbours, 23 had two or more cranes.")]
    assert found[1] == ("open:harbours", 23)


@pytest.mark.parametrize("place", ["in phase 3 to 5", "in phases 3 and 4", "in IPC Phase 3 or above"])
def test_phases_count_nothing(place: str) -> None:
    assert [value.amount for _, value in told(f"Some 15 percent of the people are {place}.")] == [15]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Output is 19 tons, less than forecast in the September report.", None),
        ("The FAO’s forecast puts output at 19 tons.", "FAO"),
        ("The rate fell to 3.9 percent, the Bureau of Labor of the State of Utopia reported.",
         "Bureau of Labor of the State of Utopia"),
        ("Some 19 percent are hungry, according to the May 2023 Harvest Survey.", "Harvest Survey"),
        ("Some 19 percent are hungry, according to The Economist.", "The Economist"),
    ],
)  # fmt: skip
def test_who_is_credited(text: str, source: str | None) -> None:
    assert [claim.attribution for claim, _ in told(text)] == [source]


def series(text: str) -> list[tuple[str, str]]:
    """The measure of each figure, with its area."""
    return [(claim.measure, dict(claim.dimensions).get("area", "-")) for claim, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The euro area (EA19) seasonally-adjusted unemployment rate was 9% in May 2023, down from 10% in May 2022.",
         [("unemployment.rate", "eurozone")] * 2),
        ("The EU28 unemployment rate was 8% in May 2023.", [("unemployment.rate", "european-union")]),
        ("Unemployment rose from 9% to 10% in the euro area and from 7% to 8% in the EU27.",
         [("unemployment.rate", "eurozone")] * 2 + [("unemployment.rate", "european-union")] * 2),
        ("The unemployment rate was 8% in 2012. It was 9% in 2011.", [("unemployment.rate", "-")] * 2),
        ("Ship arrivals reached 90 in 2012. It was 9% in 2011.", [("open:ship-arrivals", "-"), ("open:figure", "-")]),
        ("Ferries carried 90 bikes in 2012. This was 9 bikes more than in 2011.", [("open:bikes", "-")] * 2),
        ("Fishing fell 3%. It cost 9 fishers their boats.", [("open:fishing", "-"), ("open:fishers-boats", "-")]),
        ("The murder rate was 1.5 victims per 100,000 population, down 9% from 2021.", [("open:victims", "-")] * 2),
        ("The consumer price index rose 1.5% on a yearly basis in May, up from a 1.4% increase in April.",
         [("inflation.rate", "-")] * 2),
        ("Pension wealth rose 4% to $3 billion by the end of 2022, following a 5% gain in 2021.",
         [("open:pension-wealth", "-")] * 3),
        ("Boat sales fell for the third consecutive month, declining 3% to $5 million in May.",
         [("open:boat-sales", "-")] * 2),
        ("Less than half (49%) of divers were satisfied, down from 54% in 2019.",
         [("open:divers-satisfied", "-")] * 3),
        ("Courts opened 12 probes against 38 police officers.", [("open:probes", "-"), ("open:police-officers", "-")]),
        ("They raised enrolment from 800 in the 2016-17 school year to 1,200 in the 2019-20 school year.",
         [("open:enrolment", "-")] * 2),
    ],
)  # fmt: skip
def test_which_series_a_figure_belongs_to(text: str, expected: list[tuple[str, str]]) -> None:
    assert series(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fuel sales reached 97% of their 2014 level (45 tons) in 2018.",
         ["97 2018-01-01 2018-12-31", "45 2014-01-01 2014-12-31"]),
        ("The lowest rates were in Fiji (4%) and Nauru (5%), the highest in Tonga (21% in May 2022).",
         ["4 2023-07-15 2023-07-15", "5 2023-07-15 2023-07-15", "21 2022-05-01 2022-05-31"]),
        ("The rate was down by 0.1 points compared with July 2022 (7.7%).",
         ["-0.1 2023-07-15 2023-07-15", "7.7 2022-07-01 2022-07-31"]),
    ],
)  # fmt: skip
def test_a_bracket_has_its_own_time(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_a_fall_goes_on() -> None:
    assert changes("Unemployed persons decreased by 56 000 in the north and by 5 000 in the south.") == [
        "-56000 count difference",
        "-5000 count difference",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deaths of children under 5 years fell from 19 million in 1960 to 11 million in 1996.", [19000000, 11000000]),
        ("The reserve grew from 269km2 in 2009 to 2566km2 in 2016.", [269, 2566]),
        ("Reserves were above US dollars 3 billion.", [3000000000]),
    ],
)  # fmt: skip
def test_amounts(text: str, expected: list[int]) -> None:
    found = [value for _, value in told(text) if value.unit != "year"]
    assert [value.amount for value in found] == expected
    assert {value.unit for value in found} <= {"count", "person", "km2", "USD"}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("There are 14,688 Marine Protected Areas.", "14,688 Marine Protected Areas"),
        ("They met two Indigenous rights activists.", "two Indigenous rights activists"),
        ("Some 9,000 exchange alumni include leaders.", "Some 9,000 exchange alumni"),
        ("The city has 3 times as many cars.", "3 times"),
    ],
)
def test_quotes_end_with_their_noun(text: str, quote: str) -> None:
    assert [claim.quote.exact for claim, _ in told(text)] == [quote]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By March 2022, 77% of sites were sound, 4 percentage points fewer than recorded in March 2021 and 2 percentage"
         " points more than recorded in 2007.", ["77 2022-03-01 2022-03-31", "-4 2022-03-01 2022-03-31",
                                                 "2 2022-03-01 2022-03-31"]),
        ("Inflation was 14 percent in Q4-FY09, 8 percent in H1 FY10 and 7 percent in Q3 FY09.",
         ["14 2009-07-01 2009-09-30", "8 2009-10-01 2010-03-31", "7 2009-04-01 2009-06-30"]),
        ("In steady decline since 2000, they still caused 10 deaths in 2019, representing 18 percent of all.",
         ["10 2019-01-01 2019-12-31", "18 2019-01-01 2019-12-31"]),
    ],
)  # fmt: skip
def test_pieces_of_time(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Life expectancy at birth was 48 years in 1955; 59 years in 1975; and 65 years in 1995.",
         ["life.expectancy"] * 3),
        ("Inflation stood at 0.8 percent in May (-1.4 percent in May 2022).", ["inflation.rate"] * 2),
        ("Ferry use rose to 5 percent in 2022 and is projected to remain robust.", ["open:ferry-use"]),
    ],
)  # fmt: skip
def test_a_list_of_times_has_one_measure(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim, _ in told(text)] == measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 24 million men in the EU, of whom 17 million were in the euro area, were out of work.",
         [("open:men", "european-union"), ("open:men", "eurozone")]),
        ("Persons out of work rose by 900 in the EU27 and by 500 in the euro area.",
         [("open:persons-out-of-work", "european-union"), ("open:persons-out-of-work", "eurozone")]),
        ("The lowest unemployment rates were recorded in Austria (4.2%) and Fiji (4.9%).",
         [("unemployment.rate", "AUT"), ("unemployment.rate", "FJI")]),
        ("The lowest unemployment rates were recorded among nurses (4.2%).", [("open:unemployment-rates-among-nurses", "-")]),
        ("Some 24 million people need help, of whom 17 million are children.",
         [("open:people-need-help", "-"), ("open:need-help-children", "-")]),
    ],
)  # fmt: skip
def test_where_it_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert series(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police recorded 518 murders in the year to June, down 6% from 552 in the previous year.",
         ["518 2022-07-01 2023-06-30", "-6 2022-07-01 2023-06-30", "552 2021-07-01 2022-06-30"]),
        ("The rate was 8.4 in the year to June, down from 9.2 in the previous 12 months.",
         ["8.4 2022-07-01 2023-06-30", "9.2 2021-07-01 2022-06-30"]),
        ("There were 282 murders in 2021, compared with 236 in the previous reporting year.",
         ["282 2021-01-01 2021-12-31", "236 2020-01-01 2020-12-31"]),
        ("Thefts stood at 28,499, up 3% from 27,760 and above the old figure of 23,265 in 2019.",
         ["28499 2023-07-15 2023-07-15", "3 2023-07-15 2023-07-15", "27760 None None", "23265 2019-01-01 2019-12-31"]),
        ("Arrests are 7% below the old figure of 55,170 arrests in 2019.",
         ["-7 2023-07-15 2023-07-15", "55170 2019-01-01 2019-12-31"]),
        ("In 2022, arrivals were only 79% of 2019 numbers.", ["79 2022-01-01 2022-12-31"]),
        ("Asia is at 65 percent of the 2019 figure.", ["65 2023-07-15 2023-07-15"]),
        ("The 2019 figure was 65 percent.", ["65 2019-01-01 2019-12-31"]),
        ("Crime fell 9%, to the lowest level of recorded crime since 1998.", ["-9 2023-07-15 2023-07-15"]),
    ],
)  # fmt: skip
def test_older_figures_have_their_own_time(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales dropped 62% in 2020 and 59% in 2021.", ["-62 percent-change -", "-59 percent-change -"]),
        ("Arrivals were 160 million short of the old level.", ["160000000 count difference"]),
        ("Ferry traffic was 12% short of the old level.", ["-12 percent-change -"]),
    ],
)  # fmt: skip
def test_a_fall_of_two_years(text: str, expected: list[str]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forces recorded 51,527 thefts. This is down year on year by 5% from 54,215.", ["open:thefts"] * 3),
        ("Crime in Upper Vale and Lower Vale fell 9%.", ["open:crime-in-upper-vale-lower-vale"]),
        ("The IATA said it reached 96%.", ["open:figure"]),
    ],
)
def test_names_across_sentences(text: str, expected: list[str]) -> None:
    assert [claim.measure for claim, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rye output in 2022 is currently put at 540 tons.", ["540 2022-01-01 2022-12-31"]),
        ("The region's 2022 rye output is now forecast at 541 tons.", ["541 2022-01-01 2022-12-31"]),
        ("Rye stands at 540 tons now.", ["540 2023-07-15 2023-07-15"]),
        ("Rye reached 74 tons, well above last year's crop of 70 tons.",
         ["74 2023-07-15 2023-07-15", "70 2022-01-01 2022-12-31"]),
        ("The crop is 12 tons below the revised figure for 2022.", ["12 2023-07-15 2023-07-15"]),
        ("With 12 percent below the poverty line in 2022, it is poor.", ["12 2022-01-01 2022-12-31"]),
        ("Crops were up around 4 tons on the previous year.", ["4 2023-07-15 2023-07-15"]),
    ],
)  # fmt: skip
def test_a_yardstick_dates_nothing(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output will fall by 3 percent, or 36 tons, to 991 tons.",
         ["-3 percent-change -", "-36 ton difference", "991 ton -"]),
        ("Output will fall sharply, by 9 percent, to 198 tons.", ["-9 percent-change -", "198 ton -"]),
        ("There was a reduction in wheat output by 13 tons, to 101 tons.", ["-13 ton difference", "101 ton -"]),
        ("The crop is 4 tons above last year's.", ["4 ton difference"]),
        ("The crop is 4 tons above the average.", ["4 ton difference"]),
        ("The hut lies 2,000 meters above the sea.", ["2000 m -"]),
        ("The crop is 5 tons down from the last report.", ["-5 ton difference"]),
        ("The crop is 5 tons, down from 6 tons.", ["5 ton -", "6 ton -"]),
        ("Some 139, or 27 percent of the ships, sank.", ["139 count -", "27 percent -"]),
    ],
)  # fmt: skip
def test_a_difference_is_no_level(text: str, expected: list[str]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rye output in Chad is put at 122 tons, against 141 tons in 2022.", [("open:rye-output", "TCD")] * 2),
        ("In Chad, the latest count of all the old rye mills on the big river stands at 101.",
         [("open:old-rye-mills-on-big-river", "TCD")]),
        ("Chad's rye harvest was 101 tons, and Mali's 70 tons.",
         [("open:rye-harvest", "TCD"), ("open:rye-harvest", "MLI")]),
        ("Chad and Mali in Africa sold 70 tons of rye.", [("open:rye", "-")]),
    ],
)  # fmt: skip
def test_the_country_of_a_subject(text: str, expected: list[tuple[str, str]]) -> None:
    assert series(text) == expected


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("In China, India and Brazil, output fell 3 percent.", "-"),
        ("In France and Germany, 300 schools were closed.", "-"),
        ("In Rwanda and the Democratic Republic of the Congo, 300 people died.", "-"),
        ("In India and the United States officials said 300 schools were closed.", "-"),
        ("Rye output in Chad rose, unlike that in Mali, to 300 tons.", "-"),
        ("In Chad, rye output fell 3 percent.", "TCD"),
        ("Officials say that in Chad 300 schools closed.", "TCD"),
        ("Schools in Chad numbered 300.", "TCD"),
        ("There were 300 schools in Chad.", "TCD"),
    ],
)
def test_several_countries_are_no_area(text: str, area: str) -> None:
    assert [found for _, found in series(text)] == [area]


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("After floods in Pakistan, the agency sent 40 trucks.", "-"),
        ("After floods in Pakistan the number of trucks was 40.", "-"),
        ("The company, founded in Japan, has 300 employees.", "-"),
        ("The company founded in Japan had 300 employees.", "-"),
        ("Since the earthquake in Turkey, 300 schools were rebuilt.", "-"),
        ("Born in India, he founded 30 schools.", "-"),
        ("At a conference in Germany, donors pledged $300 million.", "-"),
        ("Officials in Germany were told that 300 schools had closed.", "-"),
        ("With operations in Brazil, the group employs 4,000 workers.", "-"),
        ("India's refusal cost the firm $40 million.", "-"),
        ("India's refusal hit the firm's profits by $40 million.", "-"),
        ("Chad's rye harvest was 300 tons.", "TCD"),
        ("It ranks 12th in the world.", "-"),
        ("It ranks 3rd in Africa.", "africa"),
        ("The Third World population was 3 billion.", "-"),
        ("The world population was 8 billion.", "world"),
    ],
)
def test_a_country_told_aside_is_no_area(text: str, area: str) -> None:
    assert [found for _, found in series(text)] == [area]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("They began to negotiate a 123 agreement.", []),
        ("They signed 123 agreements.", [123]),
        ("The 301 Act applies to 7 ports.", [7]),
    ],
)
def test_an_agreement_by_its_number(text: str, amounts: list[int]) -> None:
    assert [value.amount for _, value in told(text)] == amounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales in the second quarter rose to $9 million from $8 million in the second quarter last year.",
         ["9000000 2023-04-01 2023-06-30", "8000000 2022-04-01 2022-06-30"]),
        ("Income for the second quarter was $9 million, or $.19 per share, compared to $8 million, or $.17 per share, for"
         " the year ago period.", ["9000000 2023-04-01 2023-06-30", "0.19 2023-04-01 2023-06-30",
                                   "8000000 2022-04-01 2022-06-30", "0.17 2022-04-01 2022-06-30"]),
        ("For the nine month period ending March 31, 2023 income was $9 million, against $8 million in the year-earlier"
         " period.", ["9000000 2022-07-01 2023-03-31", "8000000 2021-07-01 2022-03-31"]),
        ("Sales in the third quarter of fiscal 2022 were $9 million, against $8 million in the same period in fiscal year"
         " 2021.", ["9000000 2022-04-01 2022-06-30", "8000000 2021-04-01 2021-06-30"]),
        ("Sales in the first quarter were $9 million, against $8 million in the comparable 2021 period.",
         ["9000000 2023-01-01 2023-03-31", "8000000 2021-01-01 2021-03-31"]),
    ],
)  # fmt: skip
def test_the_same_part_of_another_year(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


def test_a_share_of_stock_has_no_millions() -> None:
    text = "Income rose to $10 million, or $1.32 per share, compared to $5 million, or $0.83 per share."
    assert [f"{value.amount:f}" for _, value in told(text)] == ["10000000", "1.32", "5000000", "0.83"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net income, despite a doubling of the tax rate, rose by 13% to $4 million.", ["open:tax-rate"] + ["open:net-income"] * 2),
        ("Pretax income for the nine months ending March 31 advanced by 9%.", ["open:pretax-income"]),
    ],
)  # fmt: skip
def test_the_subject_before_an_aside(text: str, expected: list[str]) -> None:
    assert [claim.measure for claim, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "measure", "source"),
    [
        ("Utopia held 159 trillion cubic feet (Tcf) of proved natural gas reserves.", "gas.reserves", None),
        ("Its energy use was 2 quadrillion British thermal units.", "open:energy-use", None),
        ("According to the Rye & Hay Journal, output was 12 tons.", "open:output", "Rye & Hay Journal"),
    ],
)
def test_units_and_sources_with_signs(text: str, measure: str, source: str | None) -> None:
    ((claim, _),) = told(text)
    assert (claim.measure, claim.attribution) == (measure, source)
    assert "population" not in dict(claim.dimensions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The share of firms that reported a decrease in sales was 40 percent.", ["40 percent -"]),
        ("Spending on the reduction of emissions reached $3 billion in 2021.", ["3000000000 USD -"]),
        ("The budget after the reduction in spending was $3.2 billion.", ["3200000000 USD -"]),
        ("Unemployment before the rise in migration was 4 percent.", ["4 percent -"]),
        ("The number of jobs lost to the decline of mining was 3,000.", ["3000 count -"]),
        ("The probability of a rise in rates is 70 percent.", ["70 percent -"]),
        ("In May, the annual increase in deaths was 4 percent.", ["4 percent-change -"]),
        ("The largest year-on-year decrease in exports was $3 billion.", ["-3000000000 USD difference"]),
        ("Students scored 480 in reading, 10 points below the average.", ["480 count -", "-10 count difference"]),
        ("France scored 500 in maths, 30 points above the average for 2015.", ["500 count -", "30 count difference"]),
        ("The test score was 510. That was 10 points above the average.", ["510 count -", "10 count difference"]),
        ("The rate was 12 percent, 3 points above the average.", ["12 percent -", "3 percentage-point difference"]),
        ("The hospital has 120 beds, short of the 200 beds needed.", ["120 count -", "200 count -"]),
        ("The plan sets aside $40 million, short of what is needed.", ["40000000 USD -"]),
        ("Some 400 workers above the target age lost their jobs.", ["400 person -"]),
        ("About 40 schools above average size were built.", ["40 count -"]),
        ("Output was 400 tons above target, officials said.", ["400 ton difference"]),
        ("The ministry noted a reduction in tariffs by 12 countries.", ["12 count -"]),
        ("It saw growth in lending by 15 banks.", ["15 count -"]),
        ("An increase in attacks by 20 armed groups was reported.", ["20 count -"]),
        ("It saw a reduction in spending by $15 million.", ["-15000000 USD difference"]),
        ("Buyers must put 20 percent down.", ["20 percent -"]),
        ("Farmers pay 20 percent down for the land.", ["20 percent -"]),
        ("The bank advanced a $30 million loan.", ["30000000 USD -"]),
        ("It paid CAD$40 million and COP$4 billion.", ["40000000 CAD -", "4000000000 COP -"]),
        ("It paid MXN$4 billion and Y$3 million.", ["4000000000 MXN -", "3000000 XXX -"]),
    ],
)  # fmt: skip
def test_a_level_is_no_change(text: str, expected: list[str]) -> None:
    assert changes(text) == expected
