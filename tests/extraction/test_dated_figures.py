"""Which time each figure of a sentence is about; published May 1, 2023, fiscal years from October on."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.period import Basis, Period
from reportdiff.model.quantity import Quantity

P = "published"


def told(text: str) -> list[tuple[str, str]]:
    """Each figure's amount and the time that it is about: a year, ``first..last`` day, or ``published``."""
    claims = [claim for claim in read_text(text, published="2023-05-01").claims if isinstance(claim.value, Quantity)]
    return [(str(claim.value.amount), _shown(claim.period)) for claim in claims if isinstance(claim.value, Quantity)]


def _shown(period: Period) -> str:
    if period.basis is not Basis.STATED:
        return period.basis.value
    assert period.start
    assert period.end
    first, last = period.start.isoformat(), period.end.isoformat()
    if first[4:] == "-01-01" and last[4:] == "-12-31":
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}..{last[:4]}"
    return f"{first}..{last}"


BEHIND = [
    ("It sold 9 ships in 2009 and 22 ships in 2015.", [("9", "2009"), ("22", "2015")]),
    ("It sold 9 ships (2009).", [("9", "2009")]),
    ("It sold 9 ships (mostly old ones) in 2009.", [("9", "2009")]),
    ("It sold 2.1, 2.8 and 3.3 percent in 2017, 2018 and 2019.", [("2.1", "2017"), ("2.8", "2018"), ("3.3", "2019")]),
    ("It sold 2.1 and 3.3 percent in 2017 and 2019.", [("2.1", "2017"), ("3.3", "2019")]),
    ("It has had 9 courses, books and training sites since 2020.", [("9", "2020-01-01..2023-05-01")]),
    ("It is the fourth largest donor, behind France, in 2019.", [("4", "2019")]),
    (f"It trained 9 men for the work of {'the old ' * 8}port since 2020.", [("9", "2020-01-01..2023-05-01")]),
    (f"It trained 9 men for the work of {'the old ' * 16}port since 2020.", [("9", P)]),
    (f"It trained 9 men for the work of {'the old ' * 8}port in 2020.", [("9", "2020")]),
    (f"It trained 9 men for the work of {'the old ' * 12}port in 2020.", [("9", P)]),
    (f"It trained 9 men for the work of {'the old ' * 16}port (2020).", [("9", P)]),
    ("It sold 9 ships; in 2009 it fell.", [("9", P)]),
    ("It sold 9 ships — in 2009 it fell.", [("9", P)]),
    ("It sold 9 ships as well as planes in 2009.", [("9", P)]),
    ("It has 9 ships, and in 2009 it fell.", [("9", P)]),
    ("It was up 3 percent from 2020.", [("3", P)]),
    ("It was more than double the number in 2020.", [("2", P)]),
]  # fmt: skip

LEADING = [
    ("In 2015, it sold 9 ships.", [("9", "2015")]),
    ("In 2015, it sold 9 ships and 22 boats.", [("9", "2015"), ("22", "2015")]),
    ("In 2015, it sold 9 ships, and in 2016, 22 boats.", [("9", "2015"), ("22", "2016")]),
    ("Founded in 1991, the club has 220 members.", [("220", P)]),
    ("The bank, which opened in 1991, has 220 members.", [("220", P)]),
    ("The bank signed in 1991, and now has 220 members.", [("220", P)]),
    ("Since its founding in 1991, it has sold 9 ships.", [("9", "1991-01-01..2023-05-01")]),
    ("In 1991 it fell; it has 9 ships.", [("9", P)]),
    ("In 1991 it sold 3 ships; and 9 boats.", [("3", "1991"), ("9", "1991")]),
    ("Its share (2009) was 9 percent.", [("9", "2009")]),
    ("Until 2015, it sold 9 ships.", [("9", P)]),
    ("The dam built in 1931 has 9 gates.", [("9", P)]),
]  # fmt: skip

PAIRS = [
    ("It rose from $9 billion in 2009 to $22 billion in 2015.", [("9000000000", "2009"), ("22000000000", "2015")]),
    ("From 2009 to 2015, it rose from $9 billion to $22 billion.", [("9000000000", "2009"), ("22000000000", "2015")]),
    ("It rose from 9 to 22 percent between 2009 and 2015.", [("9", "2009"), ("22", "2015")]),
    ("It rose from 9 to 22 percent in 2015.", [("9", "none"), ("22", "2015")]),
    ("It rose from $9 billion in 2009 to $22 billion.", [("9000000000", "2009"), ("22000000000", P)]),
    ("Over the past two years, it rose from 9 to 22 percent.",
     [("9", "2021-05-01..2021-05-01"), ("22", "2023-05-01..2023-05-01")]),
    ("It cut its forecast for 2024 from 9 to 7 percent.", [("9", "2024"), ("7", "2024")]),
    ("It doubled, from $9 billion in 2009 to $22 billion in 2015.",
     [("2", "2009..2015"), ("9000000000", "2009"), ("22000000000", "2015")]),
    ("From $9 billion in 2009 to $22 billion in 2015, it rose by 144 percent.",
     [("9000000000", "2009"), ("22000000000", "2015"), ("144", "2009..2015")]),
]  # fmt: skip

HANDED_ON = [
    # what a neighbour or a sentence before tells
    ("It sold 9 ships and 22 boats in 2015.", [("9", "2015"), ("22", "2015")]),
    ("It sold 9 ships in 2015, 22 boats and 3 planes.", [("9", "2015"), ("22", "2015"), ("3", "2015")]),
    ("It sold 9 ships in 2015, but 22 boats are left.", [("9", "2015"), ("22", P)]),
    ("It sold 9 ships in 2015, while 22 boats are left.", [("9", "2015"), ("22", P)]),
    ("It sold 9 ships in 2015, whereas 22 boats are left.", [("9", "2015"), ("22", P)]),
    ("It was 9 percent in 2015. Of this, 22 million was spent.", [("9", "2015"), ("22000000", "2015")]),
    ("In 2015 it sold 9 ships. It bought 22 boats.", [("9", "2015"), ("22", "2015")]),
    ("In 2015 it sold 9 ships. It has 22 boats.", [("9", "2015"), ("22", P)]),
    ("In 2015 it sold 9 ships. It will buy 22 boats.", [("9", "2015"), ("22", P)]),
    ("In 2015 it sold 9 ships. Exports included cars ($2 billion).", [("9", "2015"), ("2000000000", "2015")]),
    ("In 2015 it sold 9 ships. Those include 2 tankers.", [("9", "2015"), ("2", "2015")]),
    ("In 2015 it sold 9 ships. It changed hands. It bought 22 boats.", [("9", "2015"), ("22", "2015")]),
    ("In 2015 it sold 9 ships. Ships ahoy. It bought 22 boats.", [("9", "2015"), ("22", P)]),
    ("In 2015 it sold 9 ships. Its fleet: 22 boats.", [("9", "2015"), ("22", P)]),
    ("In 2015 it sold 9 ships. It has new hands. It bought 22 boats.", [("9", "2015"), ("22", P)]),
    ("In 2019, the economy is weak. It has 22 boats.", [("22", P)]),
    ("After 2019 the economy recovered. Inflation was 5 percent.", [("5", P)]),
    ("In 2019, the economy recovered. Inflation was 5 percent.", [("5", "2019")]),
    ("It was at its weakest level since 2009, at 5 percent.", [("5", P)]),
    ("It was the lowest since 2009, at 5 percent.", [("5", P)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*BEHIND, *LEADING, *PAIRS, *HANDED_ON])
def test_the_time_of_each_figure(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
