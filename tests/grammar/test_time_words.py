"""What words around a date make of it, and how two dates become one span; published May 4, 2022."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor, Role, TimeExpression
from reportdiff.grammar.windows import scan_starts

ANCHOR = Anchor(date(2022, 5, 4))


def told(text: str, anchor: Anchor = ANCHOR) -> list[str]:
    """Each expression as ``words: role first last``, with what else it is."""
    return [_shown(text, time) for time in scan_times(text, 0, len(text), anchor)]


def _shown(text: str, time: TimeExpression) -> str:
    marks = [mark for mark in ("weak", "estimated", "yearless") if getattr(time, mark)]
    days = [str(time.days.first), str(time.days.last)] if time.days else []
    return f"{text[time.start : time.end]}: {' '.join([time.role.value, *days, *marks])}"


LED = [
    # a span that ends where a day of publication or a month tells
    ("It grew so far in 2022.", ["so far in 2022: point 2022-01-01 2022-05-04"]),
    ("It grew to date in 2022.", ["to date in 2022: point 2022-01-01 2022-05-04"]),
    ("It grew thus far during 2022.", ["thus far during 2022: point 2022-01-01 2022-05-04"]),
    ("It grew so far 2022.", ["so far 2022: point 2022-01-01 2022-05-04"]),
    ("It grew so far in 2021.", ["so far: now 2022-05-04 2022-05-04", "in 2021: point 2021-01-01 2021-12-31"]),
    ("It grew through March, it said.", ["through March: point 2022-01-01 2022-03-31 yearless"]),
    ("It grew through the end of March 2021.", ["through the end of March 2021: point 2021-01-01 2021-03-31"]),
    ("It grew through March 5, 2021.", ["through March 5, 2021: until 2021-03-05 2021-03-05"]),
    ("It grew through 2021.", ["through 2021: until 2021-01-01 2021-12-31"]),
    ("It grew until March 2021.", ["until March 2021: until 2021-03-01 2021-03-31"]),
    # months that ended with a day
    ("for the three months ended March 31, 2021",
     ["for the three months ended March 31, 2021: point 2021-01-01 2021-03-31"]),
    ("in the six months to June 2021", ["in the six months to June 2021: point 2021-01-01 2021-06-30"]),
    ("during the 9 months ending September 2021",
     ["during the 9 months ending September 2021: point 2021-01-01 2021-09-30"]),
    ("over the twelve months through June 2021",
     ["over the twelve months through June 2021: point 2020-07-01 2021-06-30"]),
    ("the eighteen months ended June 2021", ["the eighteen months ended June 2021: point 2020-01-01 2021-06-30"]),
    ("the year ended on June 30, 2021", ["the year ended on June 30, 2021: point 2020-07-01 2021-06-30"]),
    ("the fiscal year ended June 30, 2021", ["the fiscal year ended June 30, 2021: point 2020-07-01 2021-06-30"]),
    ("the financial year ended June 2021", ["the financial year ended June 2021: point 2020-07-01 2021-06-30"]),
    ("the quarter ended June 2021", ["the quarter ended June 2021: point 2021-04-01 2021-06-30"]),
    ("the fiscal quarter ended June 2021", ["the fiscal quarter ended June 2021: point 2021-04-01 2021-06-30"]),
    ("the half-year ended June 2021", ["the half-year ended June 2021: point 2021-01-01 2021-06-30"]),
    ("the half year to June 2021", ["the half year to June 2021: point 2021-01-01 2021-06-30"]),
    # since
    ("It has grown since 2023.", ["since 2023: since 2023-01-01 2023-12-31"]),
    ("It grew from 2015.", ["from 2015: since 2015-01-01 2015-12-31"]),
    ("It fell since the war began in 2015.", ["since the war began in 2015: since 2015-01-01 2022-05-04"]),
    ("It fell since they met on March 5, 2021.", ["since they met on March 5, 2021: since 2021-03-05 2022-05-04"]),
    # a month ahead
    ("It is expected to open in July, it said.", ["in July: point 2022-07-01 2022-07-31 yearless"]),
    ("It is scheduled for July, it said.", ["for July: point 2022-07-01 2022-07-31 yearless"]),
    ("It plans to open in July, it said.", ["in July: point 2022-07-01 2022-07-31 yearless"]),
    ("It is set to open in July, it said.", ["in July: point 2022-07-01 2022-07-31 yearless"]),
    ("Its upcoming fair in July opens.", ["in July: point 2022-07-01 2022-07-31 yearless"]),
    ("It is slated to open in July, it said.", ["in July: point 2022-07-01 2022-07-31 yearless"]),
    ("It is to open in July, it said.", ["in July: point 2022-07-01 2022-07-31 yearless"]),
    ("They are to open in July, it said.", ["in July: point 2022-07-01 2022-07-31 yearless"]),
    ("They plan to open in July, it said.", ["in July: point 2022-07-01 2022-07-31 yearless"]),
    ("It opened in July, and will close.", ["in July: point 2021-07-01 2021-07-31 yearless"]),
    # brackets
    ("15 (2010) of it", ["(2010): bracket 2010-01-01 2010-12-31"]),
    ("15 (2010 est) of it", ["(2010 est): bracket 2010-01-01 2010-12-31 estimated"]),
    ("15 (2010 est.) of it", ["(2010 est.): bracket 2010-01-01 2010-12-31 estimated"]),
    ("15 (2010 estimate) of it", ["(2010 estimate): bracket 2010-01-01 2010-12-31 estimated"]),
    ("15 (2010 census) of it", ["(2010 census): bracket 2010-01-01 2010-12-31"]),
    ("15 (2010 proj.) of it", ["(2010 proj.): bracket 2010-01-01 2010-12-31"]),
    ("15 (2010 projected) of it", ["(2010 projected): bracket 2010-01-01 2010-12-31"]),
    ("15 (2010 FY) of it", ["(2010 FY): bracket 2010-01-01 2010-12-31"]),
    ("15 (2010 survey) of it", ["(2010 survey): bracket 2010-01-01 2010-12-31"]),
    ("15 (2010 data) of it", ["(2010 data): bracket 2010-01-01 2010-12-31"]),
    ("15 (2010 data only) of it", ["2010: point 2010-01-01 2010-12-31"]),
    ("15 (2010 only) of it", ["(2010 only): bracket 2010-01-01 2010-12-31"]),
    ("15 (2010, the latest year) of it", ["(2010, the latest year): bracket 2010-01-01 2010-12-31"]),
    ("15 (as of June 2010) of it", ["(as of June 2010): bracket 2010-06-01 2010-06-30"]),
    ("15 (2010 of them) of it", ["2010: point 2010-01-01 2010-12-31"]),
    ("15 (7 more in 2010) of it", ["in 2010: point 2010-01-01 2010-12-31"]),
    # a law, a price level: no date of a figure
    ("It grew in constant 2015 prices.", ["2015: point 2015-01-01 2015-12-31 weak"]),
    ("the 2010 United Nations convention on it", ["2010: point 2010-01-01 2010-12-31"]),
    ("the 2010 census", ["2010: point 2010-01-01 2010-12-31"]),
    ("the 2010 protests", ["2010: point 2010-01-01 2010-12-31 weak"]),
    ("the 2010 U.S.–Korea Agreement", ["2010: point 2010-01-01 2010-12-31 weak"]),
    ("the 2010 Act, in force", ["2010: point 2010-01-01 2010-12-31 weak"]),
    ("the 2010 Actors", ["2010: point 2010-01-01 2010-12-31"]),
    ("in 2010 U.S. dollars", ["in 2010: point 2010-01-01 2010-12-31 weak"]),
    ("in 2010 US dollars", ["in 2010: point 2010-01-01 2010-12-31 weak"]),
    ("in 2010 dollars", ["in 2010: point 2010-01-01 2010-12-31 weak"]),
    ("the Trade Act 2010", ["2010: point 2010-01-01 2010-12-31 weak"]),
    ("the Trade Act of 2010", ["of 2010: point 2010-01-01 2010-12-31 weak"]),
    ("Agenda 2030", ["2030: point 2030-01-01 2030-12-31 weak"]),
    # a month needs a preposition where it may be a common word
    ("It opened in May, it said.", ["in May: point 2022-05-01 2022-05-31 yearless"]),
    ("It opened since March, it said.", ["since March: since 2022-03-01 2022-05-04 yearless"]),
    ("It opened by March, it said.", ["by March: target 2022-03-01 2022-03-31 yearless"]),
    ("It opened until March, it said.", ["until March: until 2022-03-01 2022-03-31 yearless"]),
    ("It was as of March, it said.", ["as of March: point 2022-03-01 2022-03-31 yearless"]),
    ("It fell during March, it said.", ["during March: point 2022-03-01 2022-03-31 yearless"]),
    ("It fell in early March, it said.", ["in early March: point 2022-03-01 2022-03-10 yearless"]),
    ("It fell in mid-March, it said.", ["in mid-March: point 2022-03-11 2022-03-20 yearless"]),
    ("It fell in late May, it said.", ["in late May: point 2022-05-21 2022-05-31 yearless"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LED)
def test_a_date_and_the_words_around_it(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SPANS = [
    ("between 2015 and 2017", ["2015 and 2017: range 2015-01-01 2017-12-31"]),
    ("It rose from March 2015 through May 2016", ["from March 2015 through May 2016: range 2015-03-01 2016-05-31"]),
    ("It rose from 2015 until 2016", ["from 2015 until 2016: range 2015-01-01 2016-12-31"]),
    ("in fiscal years 2015 and 2017", ["in fiscal years 2015 and 2017: range 2014-10-01 2017-09-30"]),
    ("It rose in 2015 and 2016", ["in 2015 and 2016: range 2015-01-01 2016-12-31"]),
    ("It rose in 2015 and 2017", ["in 2015: point 2015-01-01 2015-12-31", "2017: point 2017-01-01 2017-12-31"]),
    ("in 2014, 2015 and 2016", ["in 2014: point 2014-01-01 2014-12-31", "2015: point 2015-01-01 2015-12-31",
                                "2016: point 2016-01-01 2016-12-31"]),
    ("It ran March 2015 until May 2016", ["March 2015 until May 2016: range 2015-03-01 2016-05-31"]),
    ("It rose in June 2016, and fell in July", ["in June 2016: point 2016-06-01 2016-06-30",
                                                "in July: point 2016-07-01 2016-07-31 yearless"]),
    ("It rose by June 2016, and fell in July", ["by June 2016: target 2016-06-01 2016-06-30",
                                                "in July: point 2021-07-01 2021-07-31 yearless"]),
    ("It rose in 2015-2016, and fell in July", ["in 2015-2016: range 2015-01-01 2016-12-31",
                                                "in July: point 2021-07-01 2021-07-31 yearless"]),
    ("It began in 2015 and lasted until 2016", ["in 2015: point 2015-01-01 2015-12-31",
                                                "until 2016: until 2016-01-01 2016-12-31"]),
    ("between February and May 2015", ["February and May 2015: range 2015-02-01 2015-05-31"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_two_dates(text: str, expected: list[str]) -> None:
    assert told(text) == expected


NO_DATES = [
    "It has 2010 people", "It has 2010 troops", "It is 2010 km long", "It is 2010% of it", "It is 2010 percent",
    "It is 2010,500 more", "model A2010", "paid £2010", "file 12/2010", "on #2010", "of 0.2010 of it", "of 7,2010",
    "It may rise", "The March on it", "Their May on it", "They march", "Maya", "on 31/25 January",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert told(text) == []


def test_a_year_behind_a_full_stop_opens_a_sentence_and_ends_no_code() -> None:
    assert told("sales rose.2015 was good") == ["2015: point 2015-01-01 2015-12-31"]
    assert told("version X.2015 was good") == []


STARTS = [
    ("since the pandemic", date(2020, 3, 11)),
    ("since the COVID-19 pandemic began", date(2020, 3, 11)),
    ("since the outbreak of the coronavirus pandemic", date(2020, 3, 11)),
    ("since the onset of the global pandemic", date(2020, 3, 11)),
    ("since the start of the full-scale invasion", date(2022, 2, 24)),
    ("Since the very beginning of the pandemic", date(2020, 3, 11)),
    ("since 9/11", date(2001, 9, 11)),
    ("since the global financial crisis started", date(2008, 9, 15)),
    ("since the start of this year", date(2022, 1, 1)),
    ("Since the beginning of the year", date(2022, 1, 1)),
    ("since start of this year", date(2022, 1, 1)),
]


@pytest.mark.parametrize(("words", "first"), STARTS)
def test_a_start_that_readers_know(words: str, first: date) -> None:
    (found,) = scan_starts(f"Sales, {words}, rose.", 0, len(words) + 14, ANCHOR)
    assert (found.start, found.end) == (7, 7 + len(words))
    assert found.days is not None
    assert (found.days.first, found.days.last, found.role) == (first, date(2022, 5, 4), Role.SINCE)


def test_a_start_after_publication_is_none() -> None:
    text = "since the pandemic began"
    assert list(scan_starts(text, 0, len(text), Anchor(date(2020, 3, 10)))) == []
    assert len(list(scan_starts(text, 0, len(text), Anchor(date(2020, 3, 11))))) == 1
