"""Points of a rate or of an index, letters that are a length, labels with numbers, and what is told of places."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from tests.extraction.told import told

POINTS = [
    (
        "The jobless rate, unlike the price index, rose 0.4 points to 3.1 percent.",
        ["0.4 percentage-point", "3.1 percent"],
    ),
    ("The jobless rate, unlike the price index, rose 0.4 points.", ["0.4 percentage-point"]),
    ("Exam scores improved and the pass rate rose 4 points to 81 percent.", ["4 percentage-point", "81 percent"]),
    ("In the poll sentiment fell; the share of doubters rose 5 points.", ["5 percentage-point"]),
    ("In the poll sentiment fell; support for the plan rose 5 points.", ["5 percentage-point"]),
    ("In the Happiness Index report, the literacy rate rose 3 points.", ["3 percentage-point"]),
    ("The index rose 2 points, but unemployment fell 3 points.", ["2 count", "-3 percentage-point"]),
    ("The turnout rate rose 2 points while the index fell 3 points.", ["2 percentage-point", "-3 count"]),
    ("The factory index, helped by the lower lending rate, rose 3 points.", ["3 count"]),
    ("The index of consumer inflation rose 3 points.", ["3 count"]),
    ("The share price index fell 12 points.", ["-12 count"]),
    ("The index fell in May. In June it rose 3 points.", ["3 count @2022-06-01..2022-06-30"]),
    ("The index fell in May. In Rome turnout rose 3 points.", ["3 percentage-point"]),
    ("The index rose 3 points as inflation fell to 4 percent.", ["3 count", "4 percent"]),
    ("Retail sentiment fell by 5 points to 43.", ["-5 count", "43 count"]),
    ("The wage index averaged 118.3 points.", ["118.3 count"]),
]

LETTERS = [
    ("She won the 100m women's final.", ["100 m"]),
    ("The 200m people’s march began.", ["200 m"]),
    ("Pupils ran the 100m children's race.", ["100 m"]),
    ("He ran the 5k men's race.", []),
    ("Within 10m visitors can see the reef.", ["10 m"]),
    ("Every 200m people can rest.", ["200 m"]),
    ("From 10m visitors can see the reef.", ["10 m"]),
    ("It saw a fall from 10m visitors to 8m visitors.", ["10000000 person visitor", "8000000 person visitor"]),
    ("It has 5m people.", ["5000000 person person"]),
    ("It sold 3.5m tonnes.", ["3500000 metric-ton"]),
]

LABELS = [
    ("Quintile 2 - 14 percent of income.", ["14 percent"]),
    ("Question 4 - 20 percent said no.", ["20 percent"]),
    ("Objective 2 - 11 percent of the target was met.", ["11 percent"]),
    ("Group 3 - 12 percent of workers.", ["12 percent"]),
    ("Option 1 - 8 percent.", ["8 percent"]),
    ("Women 30 - 45 percent.", ["45 percent"]),
    ("Its share in group 3 - 12 percent - is low.", ["12 percent"]),
    ("About 50 - 52 percent of girls agreed.", ["50..52 percent"]),
    ("Prices rose 20 - 25 percent.", ["20..25 percent"]),
]

PLACES = [
    ("Floods killed 17 people in 30 villages and 12 were cut off.", ["17 person person", "30 count village"]),
    ("A quake hurt 300 people in 12 schools and 3 were closed.", ["300 person person", "12 count school"]),
    ("It found 30 workers at 12 sites and 4 were sealed.", ["30 person worker", "12 count site"]),
    ("It employs 300 people at 12 depots and 4 are being built.", ["300 person person", "12 count depot"]),
    ("Fires hurt 17 people in 12 towns and 9 were evacuated.", ["17 person person", "12 count town"]),
    ("Fires hurt 17 people in 12 towns and 9 are missing.", ["17 person person", "12 count town", "9 person person"]),
    ("Fires hurt 17 people in 12 towns and 9 have died.", ["17 person person", "12 count town", "9 person person"]),
    ("Fires hurt 17 people in 12 towns and killed 9.", ["17 person person", "12 count town", "9 person person"]),
]

TIMES = [
    ("Reserves will total 12 billion dollars by year-end 2024.", ["12000000000 USD @2024 planned"]),
    ("The plant may employ 300 people by year-end 2025.", ["300 person person @2025"]),
    ("The plant will employ 300 people by the end of the year, 2025.", ["300 person person @2025 planned"]),
    ("Reserves will total 12 billion dollars by year-end.", ["12000000000 USD @2023 planned"]),
    ("Before about 1950 farmers used oxen.", []),
    ("Prior to around 1960 women could not vote.", []),
    ("It grew to around 2000 women.", ["approximately 2000 person woman"]),
    ("Case No. H2/2022 has 30 plaintiffs.", ["30 count plaintiff"]),
    ("It fined 30 firms under decree Q1/2021.", ["30 count firm"]),
    ("It sold 30 ships in H2/2022.", ["30 count ship @2022-07-01..2022-12-31"]),
    ("A 60 mb file of the oil ministry was sent.", ["60 count file"]),
    ("Oil output fell to 60 mb.", ["60000000 barrel"]),
]


@pytest.mark.parametrize(("text", "figures"), [*POINTS, *LETTERS, *LABELS, *PLACES, *TIMES])
def test_each_number_is_of_what_its_sentence_tells(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The five-year survival rate was 60 percent.", "open:survival-rate"),
        ("The ten-week survival rate was 60 percent.", "open:survival-rate"),
        ("The long survival rate was 60 percent.", "open:long-survival-rate"),
    ],
)
def test_an_adjective_of_time_leaves_no_part_in_a_name(text: str, measure: str) -> None:
    assert [claim.measure for claim in read_text(text, published="2023-05-01").claims] == [measure]
