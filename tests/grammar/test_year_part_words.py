"""Each way in which a part of a year is named without it, months of a quarter, and lists of days; published May 4, 2022."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.grammar.money import match_money
from reportdiff.grammar.numbers import match_number, quantum_of
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.ranks import match_rank
from reportdiff.grammar.times import Anchor

ANCHOR = Anchor(date(2022, 5, 4))


def told(text: str) -> list[tuple[str, str | None]]:
    """The words of each expression and its days."""
    times = scan_times(text, 0, len(text), ANCHOR)
    return [
        (text[time.start : time.end], f"{time.days.first} {time.days.last}" if time.days else None) for time in times
    ]


LEADS = ["in", "In", "during", "During", "for", "For", "over", "Over", "of", "throughout", "from", "to", "than"]


@pytest.mark.parametrize("lead", LEADS)
def test_the_first_quarter_behind(lead: str) -> None:
    ((words, days),) = told(f"So {lead} the first quarter, it said")
    assert words.endswith("the first quarter")
    assert days in ("2022-01-01 2022-03-31", None)


PARTS = [
    ("the first quarter", "2022-01-01 2022-03-31"), ("the second quarter", "2021-04-01 2021-06-30"), ("the third quarter", "2021-07-01 2021-09-30"),
    ("the fourth quarter", "2021-10-01 2021-12-31"), ("the final quarter", "2021-10-01 2021-12-31"), ("the first half", "2021-01-01 2021-06-30"),
    ("the second half", "2021-07-01 2021-12-31"), ("the first three months", "2022-01-01 2022-03-31"),
    ("the first 2 months", "2022-01-01 2022-02-28"), ("the first nine months", "2021-01-01 2021-09-30"),
    ("Q1", "2022-01-01 2022-03-31"), ("Q2", "2021-04-01 2021-06-30"), ("Q4", "2021-10-01 2021-12-31"),
    ("the first quarter of the year", "2022-01-01 2022-03-31"), ("the first quarter of this year", "2022-01-01 2022-03-31"),
    ("the first quarter of the current year", "2022-01-01 2022-03-31"), ("the first quarter of last year", "2021-01-01 2021-03-31"),
    ("the first quarter of the previous year", "2021-01-01 2021-03-31"), ("the second half of last year", "2021-07-01 2021-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "days"), PARTS)
@pytest.mark.parametrize("lead", ["in", "during"])
def test_a_part_of_the_year_is_the_last_one_up_to_publication(part: str, days: str, lead: str) -> None:
    assert told(f"It grew {lead} {part}, it said.") == [(f"{lead} {part}", days)]


@pytest.mark.parametrize(
    "behind", [" of 2015", " 2015", " of FY2015", " of fiscal year 2015", " in 2015", " of the year 2015"]
)
def test_with_its_year_it_is_a_date_of_the_calendar(behind: str) -> None:
    (first, *rest) = told(f"It grew in the first quarter{behind}, it said.")
    assert rest == []
    assert first[1] is not None
    assert first[1][:4] in ("2014", "2015")


DAYS = [
    ("on 3, 5 and 7 March 2021", "2021-03-03 2021-03-07"), ("on 24 and 25 January 2017", "2017-01-24 2017-01-25"),
    ("on 24, and 25 January 2017", "2017-01-24 2017-01-25"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "days"), DAYS)
def test_days_of_one_month(words: str, days: str) -> None:
    assert told(f"It met {words}, it said.") in ([(words, days)], [("on " + words[3:], days)])


@pytest.mark.parametrize("joint", ["and", "to", "through", "until"])
def test_what_joins_two_ends_of_a_span(joint: str) -> None:
    assert told(f"It grew between March 2015 {joint} May 2016, it said.")[-1][1] == "2015-03-01 2016-05-31"
    assert told(f"It grew from March 2015 {joint} May 2016, it said.")[-1][1] in (
        "2015-03-01 2016-05-31",
        "2016-05-01 2016-05-31",
    )


@pytest.mark.parametrize(("text", "place"), [("0." + "1" * 26, 26), ("1." + "0" * 25, 25)])
def test_the_finest_places(text: str, place: int) -> None:
    assert quantum_of(text).as_tuple().exponent == -place
    found = match_number(text, 0)
    assert found is not None
    assert found.end == len(text)


def test_the_roundest_number() -> None:
    assert quantum_of("1" + "0" * 27) == 10**27


def test_what_begins_inside_a_word() -> None:
    assert match_rank("outranked 14th", 3) is None
    assert match_money("40 Big Old New pesos", 2, scaled=False) is None
    assert match_money("40 Old New pesos", 2, scaled=False) is not None
