"""Values and periods in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reportdiff.model.claim import EventDate, Holder, Membership, Value
from reportdiff.model.period import UNDATED, Basis, Period, Precision
from reportdiff.model.quantity import Comparator, Quantity
from reportdiff.reports.words.names import say_measure
from reportdiff.reports.words.periods import say_iso, say_period
from reportdiff.reports.words.values import say_claim, say_holder, say_membership, say_quantity
from tests.reports.sample import claim, year

C = Comparator


@pytest.mark.parametrize(
    ("amount", "unit", "comparator", "words"),
    [
        ("22000000000", "USD", C.MORE_THAN, "over $22 billion"),
        ("107600000", "USD", C.EXACTLY, "$107.6 million"),
        ("800000", "USD", C.EXACTLY, "$800,000"),
        ("3200000", "PEN", C.EXACTLY, "PEN 3.2 million"),
        ("25", "percent", C.APPROXIMATELY, "about 25 %"),
        ("-11", "percent", C.EXACTLY, "−11 %"),
        ("53", "percent-change", C.EXACTLY, "up 53 %"),
        ("-50", "percent-change", C.MORE_THAN, "down over 50 %"),
        ("2", "multiple", C.MORE_THAN, "over 2×"),
        ("0.5", "multiple", C.EXACTLY, "0.5×"),
        ("3", "percentage-point", C.AT_MOST, "up to 3 points"),
        ("59", "year", C.EXACTLY, "59 years"),
        ("1", "year", C.EXACTLY, "1 year"),
        ("4", "rank", C.EXACTLY, "4th"),
        ("34000000", "person", C.NEARLY, "nearly 34 million"),
        ("10000", "person", C.ORDER_OF_MAGNITUDE, "tens of thousands"),
        ("1000000", "USD", C.ORDER_OF_MAGNITUDE, "millions of dollars"),
        ("1285216", "km2", C.EXACTLY, "1,285,216 km²"),
        ("1259200", "km2", C.EXACTLY, "1.2592 million km²"),
        ("1259200000", "USD", C.EXACTLY, "$1.2592 billion"),
        ("3.67251", "PEN", C.EXACTLY, "PEN 3.67251"),
        ("33.3333333333", "percent", C.EXACTLY, "33.3 %"),
        ("1234567890", "person", C.EXACTLY, "1,234,567,890"),
        ("3", "teu", C.EXACTLY, "3 TEU"),
        ("5", "microgram", C.EXACTLY, "5 micrograms"),
        ("1", "microgram", C.EXACTLY, "1 microgram"),
        ("5", "mg", C.EXACTLY, "5 mg"),
        ("2500000", "ton-oil-equivalent", C.EXACTLY, "2.5 million tons of oil equivalent"),
        ("12", "PJ", C.EXACTLY, "12 PJ"),
        ("7", "BTU", C.EXACTLY, "7 BTU"),
        ("6", "foot", C.NEARLY, "nearly 6 feet"),
        ("-3", "degree-celsius", C.EXACTLY, "−3 °C"),
        ("1000", "metric-ton", C.ORDER_OF_MAGNITUDE, "thousands of metric tons"),
        ("1000", "ha", C.ORDER_OF_MAGNITUDE, "thousands of ha"),
    ],
)
def test_a_figure_in_words(amount: str, unit: str, comparator: Comparator, words: str) -> None:
    assert say_quantity(Quantity(amount=Decimal(amount), unit=unit, comparator=comparator)) == words


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("30637585", "30,637,585 (2021)"),
        ("30,637,585", "30,637,585 (2021)"),
        ("30.6 million", "30.6 million (2021)"),
        ("1993", "1993 (2021)"),
    ],
)
def test_a_count_in_the_words_of_its_text_but_for_digits_that_nothing_parts(printed: str, words: str) -> None:
    amount = Decimal(30600000) if "million" in printed else Decimal(printed.replace(",", ""))
    count = claim(
        f"Population: {printed}", printed, "population.total", Quantity(amount=amount, unit="count"), year(2021)
    )
    assert " ".join(say_claim(count).split()) == words


@pytest.mark.parametrize(
    ("amount", "unit", "printed", "words"),
    [
        ("33.3333", "percent", "a third", "33 %"),
        ("66.6667", "percent", "two thirds", "67 %"),
        ("-33.3333", "percent-change", "a third", "down 33 %"),
        ("12.5", "percent", "one eighth", "12.5 %"),
        ("33.3333", "percent", "33.3333 percent", "33.3333 %"),
    ],
)
def test_a_share_in_words_gets_no_digits_that_nobody_printed(amount: str, unit: str, printed: str, words: str) -> None:
    assert say_quantity(Quantity(amount=Decimal(amount), unit=unit, comparator=C.EXACTLY, text=printed)) == words


def test_a_range_and_a_rate_in_words() -> None:
    span = Quantity(amount=Decimal(10), upper=Decimal(20), unit="percent", comparator=C.BETWEEN)
    assert say_quantity(span) == "10 % to 20 %"
    assert say_quantity(Quantity(amount=Decimal(9), unit="person", per="1000-population")) == "9 per 1,000 people"
    assert say_quantity(Quantity(amount=Decimal(500), unit="USD", per="year")) == "$500 a year"


def stated(start: date, end: date, precision: Precision) -> Period:
    return Period(start=start, end=end, precision=precision, basis=Basis.STATED)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (stated(date(2015, 1, 1), date(2015, 12, 31), Precision.YEAR), "2015"),
        (stated(date(2023, 10, 1), date(2024, 9, 30), Precision.FISCAL_YEAR), "FY2024"),
        (stated(date(2022, 12, 1), date(2022, 12, 31), Precision.MONTH), "Dec 2022"),
        (stated(date(2022, 12, 7), date(2022, 12, 7), Precision.DAY), "7 Dec 2022"),
        (stated(date(2022, 4, 1), date(2022, 6, 30), Precision.QUARTER), "Q2 2022"),
        (stated(date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE), "1990s"),
        (stated(date(1901, 1, 1), date(2000, 12, 31), Precision.CENTURY), "20th century"),
        (stated(date(2009, 1, 1), date(2022, 12, 31), Precision.SPAN), "2009–2022"),
        (stated(date(2017, 4, 26), date(2022, 4, 26), Precision.SPAN), "Apr 2017 – Apr 2022"),
        (stated(date(2023, 3, 11), date(2023, 3, 20), Precision.SPAN), "11–20 Mar 2023"),
        (Period(start=date(2017, 1, 25), end=date(2017, 1, 25), precision=None, basis=Basis.PUBLISHED), "Jan 2017"),
        (UNDATED, "undated"),
    ],
)
def test_a_period_in_words(period: Period, words: str) -> None:
    assert say_period(period) == words


@pytest.mark.parametrize(
    ("iso", "words"), [("2009", "2009"), ("2016-07", "Jul 2016"), ("2016-07-14", "14 Jul 2016"), ("soon", "soon")]
)
def test_a_date_of_reduced_precision_in_words(iso: str, words: str) -> None:
    assert say_iso(iso) == words


def test_facts_in_words() -> None:
    holder = Holder(office="president", person="A. B.", since="2016-07", until="2021-07")
    assert say_holder(holder) == "A. B. (since Jul 2016 until Jul 2021)"
    joined = Membership(member="Utopia", set="United Nations", state="joined")
    assert say_membership(joined) == "Utopia joined United Nations"
    values: list[Value] = [holder, joined, EventDate(event="treaty.signed", date="2009", precision="year")]
    assert len(values) == 3


@pytest.mark.parametrize(
    ("text", "measure", "name"),
    [
        ("Of them 5 people with HIV were cured.", "open:people-with-hiv", "people with HIV"),
        ("| EU | 5 |", "open:eu", "EU"),
        ("| TOTAL IN USE | 5 |", "open:total-use", "total use"),
        ("The rate is 5 today.", "open:eu", "eu"),
    ],
)
def test_names_from_the_text_keep_its_abbreviations(text: str, measure: str, name: str) -> None:
    value = Quantity(text="5", amount=Decimal(5), unit="count")
    assert say_measure(claim(text, "5", measure, value, year(2020))) == name
