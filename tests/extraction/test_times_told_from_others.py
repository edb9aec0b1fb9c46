"""Times told from another time of the text; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

SHIFTED = [
    ("It sold 6 ships in 2020, from 2 ships in the year before.", ["6 count ship @2020", "2 count ship @2019"]),
    ("It sold 6 ships in 2020, and 2 ships during the year before.", ["6 count ship @2020", "2 count ship @2019"]),
    ("It sold 6 ships in 2020 and 9 ships for the year before.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020 and 9 ships in the preceding year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020 and 9 ships in the prior year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020 and 9 ships in the prior calendar year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020 and 9 ships in the preceding fiscal year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in May 2020 and 9 ships a month earlier.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2020-04-01..2020-04-30"]),
    ("It sold 6 ships on May 4, 2020 and 9 ships a week before.", ["6 count ship @2020-05-04", "9 count ship @2020-04-27"]),
    ("It sold 6 ships on May 4, 2020 and 9 ships two days later.", ["6 count ship @2020-05-04", "9 count ship @2020-05-06"]),
    ("It sold 6 ships in 2020 and 9 ships a decade earlier.", ["6 count ship @2020", "9 count ship @2010"]),
    ("It sold 6 ships in 2020 and 9 ships a century earlier.", ["6 count ship @2020", "9 count ship @1920"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 ships a quarter earlier.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-10-01..2019-12-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 ships the quarter before.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-10-01..2019-12-31"]),
    ("It sold 6 ships in 2020 and 9 ships, a year earlier.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020 and 9 ships 10 years earlier.", ["6 count ship @2020", "9 count ship @2010"]),
    ("It sold 6 ships in 2020 and 9 ships 100 years earlier.", ["6 count ship @2020", "9 count ship @1920"]),
    ("It sold 6 ships in 2020. A year earlier, it sold 9 ships.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020. Two years later it sold 9 ships.", ["6 count ship @2020", "9 count ship @2022"]),
    ("It sold 6 ships (2020). A year earlier, it sold 9 ships.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships from 2018 to 2020. A year earlier, it sold 9 ships.", ["6 count ship @2018..2020", "9 count ship @2017..2019"]),
    ("It sold 6 ships (2020) and two years later 9 ships.", ["6 count ship @2020", "9 count ship @2022"]),
    ("It sold 6 ships from May to June 2020 and two years later 9 ships.", ["6 count ship @2020-05-01..2020-06-30", "9 count ship @2022-05-01..2022-06-30"]),
    ("It was up 6 percent in 2020, from 2 percent the year before.", ["6 percent-change @2020", "2 percent @2019"]),
    ("It sold 6 ships in January to May 2020 and 9 ships in the same period of the previous year.", ["6 count ship @2020-01-01..2020-05-31", "9 count ship @2019-01-01..2019-05-31"]),
    ("It sold 6 ships in January to May 2020 and 9 ships in the same period of 2019.", ["6 count ship @2020-01-01..2020-05-31", "9 count ship @2019-01-01..2019-05-31"]),
    ("It sold 6 ships in May 2020 and 9 ships in the same month last year.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
    ("It sold 6 ships in May 2020 and 9 ships in the same month of 2019.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 ships in the corresponding quarter of 2019.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in the first half of 2020 against 9 ships in the same period last year.", ["6 count ship @2020-01-01..2020-06-30", "9 count ship @2019-01-01..2019-06-30"]),
    ("It sold 6 ships in the first half of 2020 against 9 ships in the same period of the prior year.", ["6 count ship @2020-01-01..2020-06-30", "9 count ship @2019-01-01..2019-06-30"]),
    ("It sold 6 ships in the first half of 2020 against 9 ships the same period of the preceding year.", ["6 count ship @2020-01-01..2020-06-30", "9 count ship @2019-01-01..2019-06-30"]),
    ("It sold 6 ships in 2020 against 9 ships in the same period of 2019.", ["6 count ship @2020", "9 count ship @2019"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHIFTED)
def test_a_time_told_from_another(text: str, expected: list[str]) -> None:
    assert told(text) == expected


AGAINST = [
    ("It sold 6 ships in 2020, against 9 in the previous year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020, down from 9 in the previous year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020, compared to 9 the previous year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020, compared with about 9 during the previous year.", ["6 count ship @2020", "approximately 9 count ship @2019"]),
    ("It sold 6 ships in 2020, versus some 9 for the previous year.", ["6 count ship @2020", "approximately 9 count ship @2019"]),
    ("It sold 6 ships in 2020, from over 9 in the previous financial year.", ["6 count ship @2020", "more-than 9 count ship @2019"]),
    ("It sold 6 ships in 2020, from 9 in the previous reporting year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020, from 9 in the previous calendar year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020, from 9 in the previous fiscal year.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020, from 9 boats in the previous year.", ["6 count ship @2020", "9 count boat @2019"]),
    ("It paid $6 million in 2020, from $9.5 million in the previous year.", ["6000000 USD @2020", "9500000 USD @2019"]),
    ("It paid $6 in 2020, from $9.50 in the previous year.", ["6 USD @2020", "9.5 USD @2019"]),
    ("It paid €6 in 2020, from €9 in the previous year.", ["6 EUR @2020", "9 EUR @2019"]),
    ("It paid £6 in 2020, from £9 in the previous year.", ["6 GBP @2020", "9 GBP @2019"]),
    ("It was 6 percent in 2020, from 9 percent in the previous year.", ["6 percent @2020", "9 percent @2019"]),
    ("It was 6 per cent in 2020, from 9 per cent in the previous year.", ["6 percent @2020", "9 percent @2019"]),
    ("It was 6% in May 2020, from 9% in the previous month.", ["6 percent @2020-05-01..2020-05-31", "9 percent @2020-04-01..2020-04-30"]),
    ("It was 6% in the second quarter of 2020, from 9% in the previous quarter.", ["6 percent @2020-04-01..2020-06-30", "9 percent @2020-01-01..2020-03-31"]),
    ("It was 6% in the second quarter of 2020, from 9% in the preceding quarter.", ["6 percent @2020-04-01..2020-06-30", "9 percent @2020-01-01..2020-03-31"]),
    ("It was 6% in 2020, from 9% in the prior year.", ["6 percent @2020", "9 percent @2019"]),
    ("It was 6% in 2020, from 9% in the preceding year.", ["6 percent @2020", "9 percent @2019"]),
    ("It was 6% in 2020, from 9% the preceding fiscal year.", ["6 percent @2020", "9 percent @2019"]),
    ("It was 6% in the 1990s, from 9% in the previous decade.", ["6 percent @1990..1999", "9 percent @1980..1989"]),
    ("It rose by 6% in 2020, from 9% in the previous year.", ["6 percent-change @2020", "9 percent @2019"]),
    ("It rose by 6% in 2020 to 9%, from 8% a year earlier.", ["6 percent-change @2020", "9 percent @2020", "8 percent @2019"]),
    ("It sold 6 ships in 2020, double the total, and 9 ships a year earlier.", ["6 count ship @2020", "2 multiple ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020, up 5 percent, and 9 ships a year earlier.", ["6 count ship @2020", "5 percent-change ship @2020", "9 count ship @2019"]),
    ("It rose by 6 percent in fiscal year 2020, and had 9 ships a year earlier.", ["6 percent-change @2019-10-01..2020-09-30", "9 count @2018-10-01..2019-09-30"]),
    ("It rose by 6 percent in May 2020, and had 9 ships a year earlier.", ["6 percent-change @2020-05-01..2020-05-31", "9 count @2019-05-01..2019-05-31"]),
    ("It sold 6 ships in 2020 and 9 ships one year earlier.", ["6 count ship @2020", "9 count ship @2019"]),
    ("It sold 6 ships in 2020 and 9 ships eleven years earlier.", ["6 count ship @2020", "9 count ship @2009"]),
    ("It sold 6 ships in 2020 and 9 ships Two Years Earlier.", ["6 count ship @2020", "9 count ship @2018"]),
    ("It sold 6 ships on February 29, 2020 and 9 ships a year earlier.", ["6 count ship @2020-02-29", "9 count ship @2019-02-28"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 in the same quarter of 2019.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in May 2020 and 9 in the same month in 2019.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
    ("It sold 6 ships in May 2020 and 9 in the corresponding month of 2019.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
    ("It sold 6 ships in May 2020, from 9 in the corresponding month of 2019.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
    ("It sold 6 ships in May 2020, against 9 in the same month of 2019, and 4 in 2018.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31", "4 count ship @2018"]),
    ("It sold 6 ships in May 2020, up from the same month of 2019.", ["6 count ship @2020-05-01..2020-05-31"]),
    ("It sold 6 ships in May 2020, 5 percent more than in the same month of 2019.", ["6 count ship @2020-05-01..2020-05-31", "5 percent-change ship @2020-05-01..2020-05-31"]),
    ("It sold 6 ships in May 2020, 5 percent more than the same month of 2019.", ["6 count ship @2020-05-01..2020-05-31", "5 percent-change ship @2020-05-01..2020-05-31"]),
    ("It sold 6 ships in May 2020, up 5 percent on the same month of 2019.", ["6 count ship @2020-05-01..2020-05-31", "5 percent-change ship @2020-05-01..2020-05-31"]),
    ("It sold 6 ships in May 2020, up 5 percent over the same month of 2019.", ["6 count ship @2020-05-01..2020-05-31", "5 percent-change ship @2020-05-01..2020-05-31"]),
    ("It sold 6 ships in May 2020. In the same month of 2019, it sold 9.", ["6 count ship @2020-05-01..2020-05-31"]),
    ("It sold 6 ships in May 2020. In the same month of the year 2019, it sold 9.", ["6 count ship @2020-05-01..2020-05-31"]),
    ("It sold 6 ships in May 2020, 9 ships in July and 3 ships in 2019.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2020-07-01..2020-07-31", "3 count ship @2019"]),
    ("It sold 6 ships from January to May 2020 and 9 ships for the same period in 2019.", ["6 count ship @2020-01-01..2020-05-31", "9 count ship @2019-01-01..2019-05-31"]),
    ("It sold 6 ships from January to May 2020 and 9 ships in the same period of May 2019.", ["6 count ship @2020-01-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
    ("It sold 6 ships from January to May 2020 and 9 in the comparable 2019 period.", ["6 count ship @2020-01-01..2020-05-31", "9 count ship @2019-01-01..2019-05-31"]),
    ("It sold 6 ships from January to May 2020 and 9 in the same 2019 months.", ["6 count ship @2020-01-01..2020-05-31", "9 count ship @2019-01-01..2019-05-31"]),
    ("It sold 6 ships in May 2020 and 9 in the same 2019 month.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 in the corresponding 2019 quarter.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in the first half of 2020 and 9 in the corresponding 2019 town.", ["6 count ship @2020-01-01..2020-06-30", "9 count ship @2019"]),
    ("It sold 6 ships in May 2020, from 9 in the year-ago month.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
    ("It sold 6 ships in the first quarter of 2020, from 9 in the year-ago quarter.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 in the year-ago quarter.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 in the year-earlier period.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in fiscal 2020 and 9 in the same period of fiscal 2019.", ["6 count ship @2019-10-01..2020-09-30", "9 count ship @2018-10-01..2019-09-30"]),
    ("It sold 6 ships in the first quarter of fiscal 2020 and 9 in the same quarter of fiscal 2019.", ["6 count ship @2019-10-01..2019-12-31", "9 count ship @2018-10-01..2018-12-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 in the prior-year quarter.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 in the prior year quarter.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 in the year ago period.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in the first quarter of 2020 and 9 in the year-earlier comparable quarter.", ["6 count ship @2020-01-01..2020-03-31", "9 count ship @2019-01-01..2019-03-31"]),
    ("It sold 6 ships in the first half of 2020 and 9 in the year earlier corresponding period.", ["6 count ship @2020-01-01..2020-06-30", "9 count ship @2019-01-01..2019-06-30"]),
    ("The rate was 5 percent in 2020, against about 7 per cent in the previous year.", ["5 percent @2020", "approximately 7 percent @2019"]),
    ("The rate was 5 percent in 2020, compared with some 7 percent in the previous year.", ["5 percent @2020", "approximately 7 percent @2019"]),
    ("The rate was 5 percent in 2020, compared to over 7% in the previous year.", ["5 percent @2020", "more-than 7 percent @2019"]),
    ("Sales were $500 million in 2020, versus $552 million in the previous year.", ["500000000 USD @2020", "552000000 USD @2019"]),
    ("Sales were €500 million in 2020, from €552 million in the previous year.", ["500000000 EUR @2020", "552000000 EUR @2019"]),
    ("Sales were £5.5 million in 2020, against £4.25 million in the previous year.", ["5500000 GBP @2020", "4250000 GBP @2019"]),
    ("The clinic saw 500 cases in 2020, down from 552 cases in the previous year.", ["500 count case @2020", "552 count case @2019"]),
    ("Sales were 5 tons in the first quarter of 1996, against 4 tons in the comparable 1995 quarter.", ["5 ton @1996-01-01..1996-03-31", "4 ton @1995-01-01..1995-03-31"]),
    ("Sales were 5 tons in May 1996, against 4 tons in the comparable 1995 month.", ["5 ton @1996-05-01..1996-05-31", "4 ton @1995-05-01..1995-05-31"]),
    ("Exports doubled from 5 tons to 10 tons since 2014.", ["2 multiple @2014-01-01..2023-05-01", "5 ton @2014-01-01", "10 ton @2023-05-01"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AGAINST)
def test_the_time_of_an_older_figure(text: str, expected: list[str]) -> None:
    assert told(text) == expected


UNDATED_AGAINST = [
    ("It sold 6 ships, and 9 ships a year earlier.", ["6 count ship", "9 count ship"]),
    ("It sold 6 ships by May 2020 and 9 ships a year earlier.", ["6 count ship @2020-05-01..2020-05-31", "9 count ship @2019-05-01..2019-05-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNDATED_AGAINST)
def test_the_time_of_an_older_figure_in_an_undated_text(text: str, expected: list[str]) -> None:
    assert told(text, None) == expected
