"""Whole readings of single sentences: quote, printed words, interval and time of each figure; published May 1, 2023."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportdiff import read_text
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity


def _whole(claim: Claim, value: Quantity) -> Iterator[str]:
    """The parts of a claim: what is quoted, the words of the amount, its meaning, its interval, its time."""
    period = claim.period
    yield claim.quote.exact
    yield value.text or ""
    upper = "" if value.upper is None else f"..{value.upper}"
    per = f"/{value.per}" if value.per else ""
    yield f"{value.comparator.value} {value.amount}{upper} {value.unit}{per}"
    yield f"{value.lower_bound} to {value.upper_bound}"
    yield f"{period.start} {period.end} {period.precision and period.precision.value} {period.text or period.basis.value}"


READINGS = [
    (
        "About 12,400 households (38 percent) had piped water in 2019, up from 9,100 in 2011.",
        [
            "About 12,400 households | 12,400 | approximately 12400 count | 12300 to 12500 | 2019-01-01 2019-12-31 year in 2019",
            "38 percent | 38 percent | exactly 38 percent | 37.5 to 38.5 | 2019-01-01 2019-12-31 year in 2019",
            "9,100 | 9,100 | exactly 9100 count | 9050 to 9150 | 2011-01-01 2011-12-31 year in 2011",
        ],
    ),
    (
        "The fund lent at least $3.25 million a year between 2015 and 2018, or roughly €2.9 million.",
        [
            "at least $3.25 million a year | $3.25 million a year | at-least 3250000 USD/year | 3250000 to None | 2015-01-01 2018-12-31 span 2015 and 2018",
            "roughly €2.9 million | €2.9 million | approximately 2900000 EUR | 2800000 to 3000000 | 2015-01-01 2018-12-31 span 2015 and 2018",
        ],
    ),
    (
        "Wheat output fell by 7–9 percent to 1.2 million tonnes in the 2019/20 season.",
        [
            "7–9 percent | 7–9 percent | between -7..-9 percent-change | -9 to -7 | 2019-01-01 2020-12-31 span in the 2019/20",
            "1.2 million tonnes | 1.2 million tonnes | exactly 1200000 metric-ton | 1150000 to 1250000 | 2019-01-01 2020-12-31 span in the 2019/20",
        ],
    ),
    (
        "Nearly three-quarters of voters and one in five farmers backed it in March 2022.",
        [
            "Nearly three-quarters | three-quarters | nearly 75 percent | 67.5 to 75 | 2022-03-01 2022-03-31 month in March 2022",
            "one in five | one in five | exactly 20 percent | 19.5 to 20.5 | 2022-03-01 2022-03-31 month in March 2022",
        ],
    ),
    (
        "The lake covers 5,655 km2 and lies between 74 and 76 meters above the sea.",
        [
            "5,655 km2 | 5,655 km2 | exactly 5655 km2 | 5654.5 to 5655.5 | 2023-05-01 2023-05-01 day published",
            "74 and 76 meters | 74 and 76 meters | between 74..76 m | 74 to 76 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "Remittances more than doubled from US$1.1 billion in 2010 to US$2.6 billion in 2020.",
        [
            "more than doubled | doubled | more-than 2 multiple | 2 to None | 2010-01-01 2020-12-31 span stated",
            "US$1.1 billion | US$1.1 billion | exactly 1100000000 USD | 1050000000 to 1150000000 | 2010-01-01 2010-12-31 year in 2010",
            "US$2.6 billion | US$2.6 billion | exactly 2600000000 USD | 2550000000 to 2650000000 | 2020-01-01 2020-12-31 year in 2020",
        ],
    ),
    (
        "The mine produced 36 Mt of ore in FY2021, 40% more than in FY2020.",
        [
            "36 Mt | 36 Mt | exactly 36000000 metric-ton | 35500000 to 36500000 | 2020-10-01 2021-09-30 fiscal-year in FY2021",
            "40% | 40% | exactly 40 percent-change | 39.5 to 40.5 | 2020-10-01 2021-09-30 fiscal-year in FY2021",
        ],
    ),
    (
        "Infant deaths dropped from 61 to 28 per 1,000 live births over the past two decades.",
        [
            "61 | 61 | exactly 61 count/1000-live-births | 60.5 to 61.5 | 2003-05-01 2003-05-01 day over the past two decades",
            "28 per 1,000 live births | 28 per 1,000 live births | exactly 28 count/1000-live-births | 27.5 to 28.5 | 2023-05-01 2023-05-01 day over the past two decades",
        ],
    ),
    (
        "The deficit narrowed 0.4 percentage points, to -2.1 percent of GDP, in the first half of 2021.",
        [
            "0.4 percentage points | 0.4 percentage points | exactly -0.4 percentage-point | -0.45 to -0.35 | 2021-01-01 2021-06-30 span in the first half of 2021",
            "-2.1 percent | -2.1 percent | exactly -2.1 percent | -2.15 to -2.05 | 2021-01-01 2021-06-30 span in the first half of 2021",
        ],
    ),
    (
        "Some 5,000 to 7,000 people fled on March 5, 2022.",
        [
            "Some 5,000 to 7,000 people | 5,000 to 7,000 | between 5000..7000 person | 5000 to 7000 | 2022-03-05 2022-03-05 day on March 5, 2022",
        ],
    ),
    (
        "The ferry runs every 40 minutes and takes up to 300 passengers.",
        [
            "40 minutes | 40 minutes | exactly 40 minute | 39.5 to 40.5 | 2023-05-01 2023-05-01 day published",
            "up to 300 passengers | 300 | at-most 300 person | None to 300 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "The temperature averaged -3.5 °C in January, 1.2 degrees Celsius below normal.",
        [
            "-3.5 °C | -3.5 °C | exactly -3.5 degree-celsius | -3.55 to -3.45 | 2023-01-01 2023-01-31 month in January",
            "1.2 degrees Celsius | 1.2 degrees Celsius | exactly 1.2 degree-celsius | 1.15 to 1.25 | 2023-01-01 2023-01-31 month in January",
        ],
    ),
    (
        "Women hold 27 of the 130 seats; men hold the other 103.",
        [
            "27 | 27 | exactly 27 count | 26.5 to 27.5 | 2023-05-01 2023-05-01 day published",
            "130 seats | 130 | exactly 130 count | 129.5 to 130.5 | 2023-05-01 2023-05-01 day published",
            "103 | 103 | exactly 103 count | 102.5 to 103.5 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "The reactor will supply 1,650 MW from 2026.",
        [
            "1,650 MW | 1,650 MW | exactly 1650 MW | 1645 to 1655 | 2026-01-01 2026-12-31 year from 2026",
        ],
    ),
    (
        "Prices climbed 12.4% year on year in May, the fastest since 1998.",
        [
            "12.4% | 12.4% | exactly 12.4 percent-change | 12.35 to 12.45 | 2023-05-01 2023-05-31 month in May",
        ],
    ),
    (
        "The plant employs no more than 450 people, half of them women.",
        [
            "no more than 450 people | 450 | at-most 450 person | None to 450 | 2023-05-01 2023-05-01 day published",
            "half | half | exactly 50 percent | 47.5 to 52.5 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "The bill passed by 98 votes to 2, with 14 abstentions.",
        [
            "98 votes | 98 | exactly 98 count | 97.5 to 98.5 | 2023-05-01 2023-05-01 day published",
            "2 | 2 | exactly 2 count | 1.5 to 2.5 | 2023-05-01 2023-05-01 day published",
            "14 abstentions | 14 | exactly 14 count | 13.5 to 14.5 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "He was fined $250,000 and barred for ten years.",
        [
            "$250,000 | $250,000 | exactly 250000 USD | 245000 to 255000 | 2023-05-01 2023-05-01 day published",
            "ten years | ten years | exactly 10 year | 9.5 to 10.5 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "Net profit for the quarter was Rs 1,240 crore, against Rs 1,105 crore a year ago.",
        [
            "Rs 1,240 crore | Rs 1,240 crore | exactly 12400000000 INR | 12395000000 to 12405000000 | 2023-05-01 2023-05-01 day published",
            "Rs 1,105 crore | Rs 1,105 crore | exactly 11050000000 INR | 11045000000 to 11055000000 | 2022-05-01 2022-05-01 day a year ago",
        ],
    ),
    (
        "It was the country's fourth largest export in 2018 and ranked 14th worldwide.",
        [
            "fourth largest export | fourth largest export | exactly 4 rank | 3.5 to 4.5 | 2018-01-01 2018-12-31 year in 2018",
            "ranked 14th | ranked 14th | exactly 14 rank | 13.5 to 14.5 | 2018-01-01 2018-12-31 year in 2018",
        ],
    ),
    (
        "Growth was 2.1, 2.8 and 3.3 percent in 2017, 2018 and 2019.",
        [
            "2.1 | 2.1 | exactly 2.1 percent | 2.05 to 2.15 | 2017-01-01 2017-12-31 year in 2017",
            "2.8 | 2.8 | exactly 2.8 percent | 2.75 to 2.85 | 2018-01-01 2018-12-31 year 2018",
            "3.3 percent | 3.3 percent | exactly 3.3 percent | 3.25 to 3.35 | 2019-01-01 2019-12-31 year 2019",
        ],
    ),
    (
        "Police arrested 17 people in May 2022 and released 12 of them.",
        [
            "17 people | 17 | exactly 17 person | 16.5 to 17.5 | 2022-05-01 2022-05-31 month in May 2022",
            "12 | 12 | exactly 12 person | 11.5 to 12.5 | 2022-05-01 2022-05-31 month in May 2022",
        ],
    ),
    (
        "Some 1.5-2 million voters were abroad as of April 2023.",
        [
            "Some 1.5-2 million voters | 1.5-2 million | between 1500000..2000000 person | 1500000 to 2000000 | 2023-04-01 2023-04-30 month as of April 2023",
        ],
    ),
    (
        "Exports included copper ($2.4 billion), fish ($310 million) and timber (less than $90 million).",
        [
            "$2.4 billion | $2.4 billion | exactly 2400000000 USD | 2350000000 to 2450000000 | 2023-05-01 2023-05-01 day published",
            "$310 million | $310 million | exactly 310000000 USD | 309500000 to 310500000 | 2023-05-01 2023-05-01 day published",
            "less than $90 million | $90 million | less-than 90000000 USD | None to 90000000 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "Out of 64 districts, 12 lacked a hospital and fewer than half had a road that was paved.",
        [
            "64 districts | 64 | exactly 64 count | 63.5 to 64.5 | 2023-05-01 2023-05-01 day published",
            "12 | 12 | exactly 12 count | 11.5 to 12.5 | 2023-05-01 2023-05-01 day published",
            "fewer than half | half | less-than 50 percent | None to 50 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "Of the 24 consultations, nine were in June 2021.",
        [
            "24 consultations | 24 | exactly 24 count | 23.5 to 24.5 | 2021-06-01 2021-06-30 month in June 2021",
            "nine | nine | exactly 9 count | 8.5 to 9.5 | 2021-06-01 2021-06-30 month in June 2021",
        ],
    ),
    (
        "Per 100,000 people, 31 were in prison in 2020.",
        [
            "31 | 31 | exactly 31 count/100000-population | 30.5 to 31.5 | 2020-01-01 2020-12-31 year in 2020",
        ],
    ),
    (
        "Over the past five years, exports of tea doubled to 40,000 tons.",
        [
            "doubled | doubled | exactly 2 multiple | 1.95 to 2.05 | 2018-05-01 2023-05-01 span Over the past five years",
            "40,000 tons | 40,000 tons | exactly 40000 ton | 35000 to 45000 | 2018-05-01 2023-05-01 span Over the past five years",
        ],
    ),
    (
        "Since 2014, farmers planted 3.2 million trees, 120,000 of them last year.",
        [
            "3.2 million trees | 3.2 million | exactly 3200000 count | 3150000 to 3250000 | 2014-01-01 2023-05-01 span Since 2014",
            "120,000 | 120,000 | exactly 120000 count | 115000 to 125000 | 2022-01-01 2022-12-31 year last year",
        ],
    ),
    (
        "Completed in 1998 at a cost of $120 million, the dam now supplies 3 provinces.",
        [
            "$120 million | $120 million | exactly 120000000 USD | 119500000 to 120500000 | 1998-01-01 1998-12-31 year in 1998",
            "3 provinces | 3 | exactly 3 count | 2.5 to 3.5 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "Exports were $6 billion in 2019, compared with $5.2 billion the year before.",
        [
            "$6 billion | $6 billion | exactly 6000000000 USD | 5500000000 to 6500000000 | 2019-01-01 2019-12-31 year in 2019",
            "$5.2 billion | $5.2 billion | exactly 5200000000 USD | 5150000000 to 5250000000 | 2018-01-01 2018-12-31 year stated",
        ],
    ),
    (
        "The rate was 9 percent in May, up from 8 percent a month earlier; men stood at 5 percent.",
        [
            "9 percent | 9 percent | exactly 9 percent | 8.5 to 9.5 | 2023-05-01 2023-05-31 month in May",
            "8 percent | 8 percent | exactly 8 percent | 7.5 to 8.5 | 2023-04-01 2023-04-30 month stated",
            "5 percent | 5 percent | exactly 5 percent | 4.5 to 5.5 | 2023-05-01 2023-05-31 month in May",
        ],
    ),
    (
        "It owed $6.6 billion (3.5 months of imports) at the end of 2022.",
        [
            "$6.6 billion | $6.6 billion | exactly 6600000000 USD | 6550000000 to 6650000000 | 2022-01-01 2022-12-31 year at the end of 2022",
            "3.5 months | 3.5 months | exactly 3.5 month | 3.45 to 3.55 | 2022-01-01 2022-12-31 year at the end of 2022",
        ],
    ),
    (
        "About 5 million people, of whom 2 million are children, need help this year.",
        [
            "About 5 million people | 5 million | approximately 5000000 person | 4000000 to 6000000 | 2023-01-01 2023-12-31 year this year",
            "2 million | 2 million | exactly 2000000 count | 1500000 to 2500000 | 2023-01-01 2023-12-31 year this year",
        ],
    ),
    (
        "Enrolment rose from 55 to 83 percent between 2000 and 2015.",
        [
            "55 | 55 | exactly 55 percent | 54.5 to 55.5 | 2000-01-01 2000-12-31 year 2000 and 2015",
            "83 percent | 83 percent | exactly 83 percent | 82.5 to 83.5 | 2015-01-01 2015-12-31 year 2000 and 2015",
        ],
    ),
    (
        "Grain losses are expected to fall from 12 tons in 2023 to 9 tons in 2025.",
        [
            "12 tons | 12 tons | exactly 12 ton | 11.5 to 12.5 | 2023-01-01 2023-12-31 year in 2023",
            "9 tons | 9 tons | exactly 9 ton | 8.5 to 9.5 | 2025-01-01 2025-12-31 year in 2025",
        ],
    ),
    (
        "FY 2018: $121 million | FY 2019: $113 million",
        [
            "$121 million | $121 million | exactly 121000000 USD | 120500000 to 121500000 | 2017-10-01 2018-09-30 fiscal-year FY 2018",
            "$113 million | $113 million | exactly 113000000 USD | 112500000 to 113500000 | 2018-10-01 2019-09-30 fiscal-year FY 2019",
        ],
    ),
    (
        "Spain (23.6%) and Greece (21.0% in December 2011) had the highest rates.",
        [
            "23.6% | 23.6% | exactly 23.6 percent | 23.55 to 23.65 | 2023-05-01 2023-05-01 day published",
            "21.0% | 21.0% | exactly 21 percent | 20.95 to 21.05 | 2011-12-01 2011-12-31 month in December 2011",
        ],
    ),
    (
        "The airport served 900,000 passengers in 2019 and, after the pandemic, 640,000 in 2022.",
        [
            "900,000 passengers | 900,000 | exactly 900000 person | 850000 to 950000 | 2019-01-01 2019-12-31 year in 2019",
            "640,000 | 640,000 | exactly 640000 person | 635000 to 645000 | 2022-01-01 2022-12-31 year in 2022",
        ],
    ),
    (
        "From January to March 2023 police seized 1.2 tons of ivory and 300 kg of horn.",
        [
            "1.2 tons | 1.2 tons | exactly 1.2 ton | 1.15 to 1.25 | 2023-01-01 2023-03-31 span From January to March 2023",
            "300 kg | 300 kg | exactly 300 kg | 299.5 to 300.5 | 2023-01-01 2023-03-31 span From January to March 2023",
        ],
    ),
    (
        "The share of women in parliament was 11 percent in the 1990s and 31 percent as of last year.",
        [
            "11 percent | 11 percent | exactly 11 percent | 10.5 to 11.5 | 1990-01-01 1999-12-31 decade in the 1990s",
            "31 percent | 31 percent | exactly 31 percent | 30.5 to 31.5 | 2022-01-01 2022-12-31 year last year",
        ],
    ),
    (
        "Debt stood at 61.4% of GDP at the end of 2021, 2.5 percentage points lower than in 2020.",
        [
            "61.4% | 61.4% | exactly 61.4 percent | 61.35 to 61.45 | 2021-01-01 2021-12-31 year at the end of 2021",
            "2.5 percentage points | 2.5 percentage points | exactly -2.5 percentage-point | -2.55 to -2.45 | 2021-01-01 2021-12-31 year at the end of 2021",
        ],
    ),
    (
        "Next year the port will handle 2 million containers, 300,000 more than this year.",
        [
            "2 million containers | 2 million | exactly 2000000 count | 1500000 to 2500000 | 2024-01-01 2024-12-31 year Next year",
            "300,000 | 300,000 | exactly 300000 count | 250000 to 350000 | 2024-01-01 2024-12-31 year Next year",
        ],
    ),
    (
        "The herd numbered 12,000 a decade ago and 4,500 today.",
        [
            "12,000 | 12,000 | exactly 12000 count | 11500 to 12500 | 2013-05-01 2013-05-01 day a decade ago",
            "4,500 | 4,500 | exactly 4500 count | 4450 to 4550 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "Between 2010 and 2020 the number of cars grew by half, to 3.3 million.",
        [
            "half | half | exactly 50 percent-change | 47.5 to 52.5 | 2010-01-01 2020-12-31 span 2010 and 2020",
            "3.3 million | 3.3 million | exactly 3300000 count | 3250000 to 3350000 | 2010-01-01 2020-12-31 span 2010 and 2020",
        ],
    ),
    (
        "In the 2021/22 season growers shipped 41,000 tons, 12 percent below the average.",
        [
            "41,000 tons | 41,000 tons | exactly 41000 ton | 40500 to 41500 | 2021-01-01 2022-12-31 span In the 2021/22",
            "12 percent | 12 percent | exactly -12 percent-change | -12.5 to -11.5 | 2021-01-01 2022-12-31 span In the 2021/22",
        ],
    ),
    (
        "The project began in 2012 and has trained 1,900 teachers so far.",
        [
            "1,900 teachers | 1,900 | exactly 1900 person | 1850 to 1950 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "The court fined 14 firms a total of £2.3 million; three of them appealed.",
        [
            "14 firms | 14 | exactly 14 count | 13.5 to 14.5 | 2023-05-01 2023-05-01 day published",
            "£2.3 million | £2.3 million | exactly 2300000 GBP | 2250000 to 2350000 | 2023-05-01 2023-05-01 day published",
            "three | three | exactly 3 count | 2.5 to 3.5 | 2023-05-01 2023-05-01 day published",
        ],
    ),
    (
        "One in three adults and two out of five children were anemic in 2018.",
        [
            "One in three | One in three | exactly 33.3333 percent | 32.8333 to 33.8333 | 2018-01-01 2018-12-31 year in 2018",
            "two out of five | two out of five | exactly 40 percent | 39.5 to 40.5 | 2018-01-01 2018-12-31 year in 2018",
        ],
    ),
    (
        "More than 60 countries, among them 22 in Africa, signed in 2016.",
        [
            "More than 60 countries | 60 | more-than 60 count | 60 to None | 2016-01-01 2016-12-31 year in 2016",
            "22 | 22 | exactly 22 count | 21.5 to 22.5 | 2016-01-01 2016-12-31 year in 2016",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READINGS, ids=lambda each: each[:40] if isinstance(each, str) else "")
def test_all_that_a_figure_holds(text: str, expected: list[str]) -> None:
    claims = read_text(text, published="2023-05-01").claims
    assert [" | ".join(_whole(claim, claim.value)) for claim in claims if isinstance(claim.value, Quantity)] == expected
