"""How dates of the calendar are written, and the days that each names; published May 4, 2022, fiscal years from October."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.grammar.date_shapes import find_dates
from reportdiff.grammar.dates import is_span, is_yearless, read_calendar
from reportdiff.grammar.times import Anchor

ANCHOR = Anchor(date(2022, 5, 4))


def read(text: str, anchor: Anchor = ANCHOR, *, ahead: bool = False) -> list[tuple[str, str | None]]:
    """Each date as it stands, and its first and last day."""
    found = [(match.group(), read_calendar(match, anchor, ahead=ahead)) for match in find_dates(text, 0, len(text))]
    return [(words, f"{days.first} {days.last}" if days else None) for words, days in found]


DATES = [
    # a day
    ("2017-01-25", "2017-01-25 2017-01-25"), ("1998-12-31", "1998-12-31 1998-12-31"), ("2017-13-01", None),
    ("March 5, 2021", "2021-03-05 2021-03-05"), ("March 5 2021", "2021-03-05 2021-03-05"),
    ("March 5th, 2021", "2021-03-05 2021-03-05"), ("March 3rd, 2021", "2021-03-03 2021-03-03"),
    ("March 1st, 2021", "2021-03-01 2021-03-01"), ("March 2nd, 2021", "2021-03-02 2021-03-02"),
    ("Mar. 31, 2021", "2021-03-31 2021-03-31"), ("March 25 of 2021", "2021-03-25 2021-03-25"),
    ("25 January 2017", "2017-01-25 2017-01-25"), ("5 January, 2017", "2017-01-05 2017-01-05"),
    ("31st January 2017", "2017-01-31 2017-01-31"), ("February 30, 2021", None), ("30 February 2021", None),
    # days of one month, and of two
    ("March 5-7, 2021", "2021-03-05 2021-03-07"), ("March 5 to 7, 2021", "2021-03-05 2021-03-07"),
    ("March 5 – 7, 2021", "2021-03-05 2021-03-07"), ("March 5 and 7, 2021", "2021-03-05 2021-03-07"),
    ("March 5 through April 7, 2021", "2021-03-05 2021-04-07"), ("March 5 until May 1, 2021", "2021-03-05 2021-05-01"),
    ("24-25 January 2017", "2017-01-24 2017-01-25"), ("24 – 25 January 2017", "2017-01-24 2017-01-25"),
    ("24 and 25 January 2017", "2017-01-24 2017-01-25"), ("24 to 25 January 2017", "2017-01-24 2017-01-25"),
    ("March 7-5, 2021", "2021-03-07 2021-03-07"), ("March 5-32, 2021", "2021-03-05 2021-03-05"),
    ("25-24 January 2017", "2017-01-24 2017-01-24"),
    # a month and its parts
    ("March 2021", "2021-03-01 2021-03-31"), ("March, 2021", "2021-03-01 2021-03-31"),
    ("March of 2021", "2021-03-01 2021-03-31"), ("Sept. 2020", "2020-09-01 2020-09-30"),
    ("early March 2020", "2020-03-01 2020-03-10"), ("Early March 2020", "2020-03-01 2020-03-10"),
    ("mid-March 2020", "2020-03-11 2020-03-20"), ("Mid-March 2020", "2020-03-11 2020-03-20"),
    ("middle of March 2020", "2020-03-11 2020-03-20"), ("Middle of March 2020", "2020-03-11 2020-03-20"),
    ("late March 2020", "2020-03-21 2020-03-31"), ("late in March 2020", "2020-03-21 2020-03-31"),
    ("Late March 2020", "2020-03-21 2020-03-31"), ("end March 2020", "2020-03-01 2020-03-31"),
    # a fiscal year bears the name of the year in which it ends
    ("FY2024", "2023-10-01 2024-09-30"), ("FY 2024", "2023-10-01 2024-09-30"), ("FY24", "2023-10-01 2024-09-30"),
    ("FY'24", "2023-10-01 2024-09-30"), ("FY70", "1969-10-01 1970-09-30"), ("FY69", "2068-10-01 2069-09-30"),
    ("Fiscal 2024", "2023-10-01 2024-09-30"), ("fiscal year 2024", "2023-10-01 2024-09-30"),
    ("Fiscal Year 2024", "2023-10-01 2024-09-30"), ("fiscal year (FY) 2022", "2021-10-01 2022-09-30"),
    ("fiscal years 2007-2011", "2006-10-01 2011-09-30"), ("FY2007 to FY2011", "2006-10-01 2011-09-30"),
    ("FY2007 through FY 2011", "2006-10-01 2011-09-30"), ("FY2007 and FY2008", "2006-10-01 2008-09-30"),
    ("FY07–11", "2006-10-01 2011-09-30"), ("FY1999-01", "1998-10-01 2001-09-30"), ("FY2019/20", "2019-10-01 2020-09-30"),
    ("FY2007-'11", "2006-10-01 2011-09-30"),
    ("FY1700", "1699-10-01 1700-09-30"), ("FY2149", "2148-10-01 2149-09-30"),
    ("FY1699", None), ("FY2150", None), ("FY201", None), ("FY2011-2007", None), ("FY2011-201", None),
    ("FY1900-2000", "1899-10-01 2000-09-30"), ("FY1900-2001", None), ("FY2011-2011", "2010-10-01 2011-09-30"),
    ("first quarter of FY2022", "2021-10-01 2021-12-31"), ("second quarter of FY2022", "2022-01-01 2022-03-31"),
    ("third quarter of the fiscal year 2022", "2022-04-01 2022-06-30"),
    ("Fourth quarter of FY2022", "2022-07-01 2022-09-30"), ("first half of fiscal 2022", "2021-10-01 2022-03-31"),
    ("second half of FY2022", "2022-04-01 2022-09-30"),
    # quarters and halves of a year
    ("Q1 2021", "2021-01-01 2021-03-31"), ("Q4 of 2021", "2021-10-01 2021-12-31"),
    ("first quarter of 2020", "2020-01-01 2020-03-31"), ("third quarter 2020", "2020-07-01 2020-09-30"),
    ("fourth quarter of the year 2020", "2020-10-01 2020-12-31"), ("last quarter of 2020", "2020-10-01 2020-12-31"),
    ("First half of 2020", "2020-01-01 2020-06-30"), ("Second half of 2020", "2020-07-01 2020-12-31"),
    ("last half of 2020", "2020-07-01 2020-12-31"), ("first semester of 2020", "2020-01-01 2020-06-30"),
    ("second semester of 2020", "2020-07-01 2020-12-31"), ("third trimester of 2020", "2020-07-01 2020-09-30"),
    ("first nine months of 2022", "2022-01-01 2022-09-30"), ("First 9 months of 2022", "2022-01-01 2022-09-30"),
    ("first two months in 2022", "2022-01-01 2022-02-28"), ("first 10 months of 2022", "2022-01-01 2022-10-31"),
    ("first 12 months of 2022", "2022-01-01 2022-12-31"), ("first 13 months of 2022", "2022-01-01 2022-12-31"),
    # years, decades, centuries
    ("1400", "1400-01-01 1400-12-31"), ("2149", "2149-01-01 2149-12-31"),
    ("mid-2021", "2021-05-01 2021-08-31"), ("early 2021", "2021-01-01 2021-04-30"), ("late 2021", "2021-09-01 2021-12-31"),
    ("early in 2021", "2021-01-01 2021-04-30"), ("middle of 2021", "2021-05-01 2021-08-31"),
    ("2015-2019", "2015-01-01 2019-12-31"), ("2015–19", "2015-01-01 2019-12-31"), ("2015—19", "2015-01-01 2019-12-31"),
    ("2015/16", "2015-01-01 2016-12-31"), ("1999-00", "1999-01-01 2000-12-31"), ("2015 to 2019", "2015-01-01 2019-12-31"),
    ("2015 through 2019", "2015-01-01 2019-12-31"), ("2015 until 2019", "2015-01-01 2019-12-31"),
    ("2015-15", "2015-01-01 2015-12-31"), ("1700-2000", "1700-01-01 2000-12-31"), ("1700-2001", None),
    ("2019-2015", None),
    ("1980s", "1980-01-01 1989-12-31"), ("1980's", "1980-01-01 1989-12-31"), ("1980’s", "1980-01-01 1989-12-31"),
    ("late 1980s", "1986-01-01 1989-12-31"), ("mid-1990s", "1993-01-01 1996-12-31"), ("early 2000s", "2000-01-01 2003-12-31"),
    ("19th century", "1801-01-01 1900-12-31"), ("21st-century", "2001-01-01 2100-12-31"),
    ("1st century", "0001-01-01 0100-12-31"), ("22nd century", None), ("16th Century", "1501-01-01 1600-12-31"),
    ("sixteenth century", "1501-01-01 1600-12-31"), ("seventeenth century", "1601-01-01 1700-12-31"),
    ("eighteenth-century", "1701-01-01 1800-12-31"), ("Nineteenth century", "1801-01-01 1900-12-31"),
    ("twentieth century", "1901-01-01 2000-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "days"), DATES)
def test_a_date_alone_and_in_a_sentence(words: str, days: str | None) -> None:
    assert read(words) == [(words, days)]
    assert read(f"It met ({words}), and left.") == [(words, days)]
    assert read(f"It met in {words} again.") == [(words, days)]


PIECES = [
    ("2015-19 percent of it", [("2015", "2015-01-01 2015-12-31")]),
    ("2015-19% of it", [("2015", "2015-01-01 2015-12-31")]),
    ("2015-19.5 of it", [("2015", "2015-01-01 2015-12-31")]),
    ("2015 to 2019.5 of it", [("2015", "2015-01-01 2015-12-31"), ("2019", "2019-01-01 2019-12-31")]),
    ("2015 to 19 of it", [("2015", "2015-01-01 2015-12-31")]),
    ("20155", []),
    ("FY20244", []),
    ("FY24-255", [("FY24-255", None)]),
    ("FY24-25555", [("FY24", "2023-10-01 2024-09-30")]),
    ("Q5 2021", [("2021", "2021-01-01 2021-12-31")]),
    ("the 19th Century Fox", []),
    ("a centurion", []),
    ("the Marshall Plan", []),
    ("the Mayor, the Augustan age, a Decree, Junior", []),
    ("a Julian day", []),
    ("March 455", [("March", "2022-03-01 2022-03-31")]),
    ("1985s", [("1985", "1985-01-01 1985-12-31")]),
    ("2015, 2016 and 2018", [(f"{year}", f"{year}-01-01 {year}-12-31") for year in (2015, 2016, 2018)]),
    ("January 2020 and February 2020", [("January 2020", "2020-01-01 2020-01-31"),
                                        ("February 2020", "2020-02-01 2020-02-29")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PIECES)
def test_where_a_date_ends(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert read(text) == expected


YEARLESS = [
    # words, days before publication, days ahead of it
    ("July", "2021-07-01 2021-07-31", "2022-07-01 2022-07-31"),
    ("April", "2022-04-01 2022-04-30", "2023-04-01 2023-04-30"),
    ("May", "2022-05-01 2022-05-31", "2022-05-01 2022-05-31"),
    ("June 1", "2021-06-01 2021-06-01", "2022-06-01 2022-06-01"),
    ("December 31", "2021-12-31 2021-12-31", "2022-12-31 2022-12-31"),
    ("January 3", "2022-01-03 2022-01-03", "2023-01-03 2023-01-03"),
    ("3 January", "2022-01-03 2022-01-03", "2023-01-03 2023-01-03"),
    ("March 5-7", "2022-03-05 2022-03-07", "2023-03-05 2023-03-07"),
    ("late March", "2022-03-21 2022-03-31", "2023-03-21 2023-03-31"),
]


@pytest.mark.parametrize(("words", "past", "ahead"), YEARLESS)
def test_a_month_without_a_year_is_the_nearest_one(words: str, past: str, ahead: str) -> None:
    assert read(words) == [(words, past)]
    assert read(words, ahead=True) == [(words, ahead)]
    assert read(words, Anchor()) == [(words, None)]


@pytest.mark.parametrize(
    ("words", "span", "yearless"),
    [
        ("2015-2019", True, False), ("2015", False, False), ("March 5-7", True, True), ("March 5 to April 7, 2021", True, False),
        ("24 and 25 January", True, True), ("25 January 2017", False, False), ("25 January", False, True),
        ("FY2007-2011", True, False), ("FY2007", False, False), ("FY2019/20", False, False), ("March", False, True),
        ("March 2020", False, False), ("1980s", False, False),
    ],
)  # fmt: skip
def test_what_a_date_leaves_open(words: str, span: bool, yearless: bool) -> None:
    (found,) = find_dates(words, 0, len(words))
    assert (is_span(found), is_yearless(found)) == (span, yearless)


def test_only_the_given_stretch_is_read() -> None:
    text = "early 2015 and FY2016"
    assert [match.group() for match in find_dates(text, 6, 13)] == ["2015"]
    assert [match.group() for match in find_dates(text, 0, 8)] == []


def test_fiscal_years_begin_in_the_month_of_the_anchor() -> None:
    assert read("FY2022-23", Anchor(None, 4)) == [("FY2022-23", "2021-04-01 2023-03-31")]
    assert read("first quarter of FY2022", Anchor(None, 1)) == [("first quarter of FY2022", "2022-01-01 2022-03-31")]
