"""What adds up over time is not joined over stretches of other lengths; stocks, averages and prices are."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.api import diff
from reportdiff.compare.reading.sums import are_counts_so_far, are_other_sums
from reportdiff.model.change import Changed
from reportdiff.model.claim import Claim


def first(text: str, published: str) -> Claim:
    return read_text(text, published=published).claims[0]


QUARTER, YEAR = "in the first quarter of 2023", "in 2024"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Foreign reserves were $7 billion", "Foreign reserves were $8 billion"),
        ("The number of refugees was 3 million people", "The number of refugees was 3.2 million people"),
        ("Employment was 3 million", "Employment was 3.2 million"),
        ("Some 3 million people were employed", "Some 3.2 million people were employed"),
        ("The average house price was $300,000", "The average house price was $320,000"),
        ("Rye export prices were $300 a ton", "Rye export prices were $320 a ton"),
        ("Public debt was $7 billion", "Public debt was $8 billion"),
        ("Rye stocks stood at 30,000 tons", "Rye stocks stood at 31,000 tons"),
        ("The fund stood at $7 billion", "The fund stood at $8 billion"),
        ("The firm had 40,000 desks", "The firm had 41,000 desks"),
    ],
)
def test_stocks_and_prices_are_no_sums(old: str, new: str) -> None:
    assert not are_other_sums(first(f"{old} {QUARTER}.", "2023-05-02"), first(f"{new} {YEAR}.", "2025-02-03"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sales were $7 billion", "Sales were $30 billion"),
        ("Debt service was $7 billion", "Debt service was $30 billion"),
        ("Exports stood at $7 billion", "Exports stood at $30 billion"),
        ("Despite high prices, sales were $7 billion", "Despite high prices, sales were $30 billion"),
        ("The scheme took $7 billion", "The scheme took $30 billion"),
        ("The rye harvest was 30,000 tons", "The rye harvest was 90,000 tons"),
        ("The firm sold 40,000 cars", "The firm sold 190,000 cars"),
        ("Some 3,000 people died", "Some 9,000 people died"),
        ("There were 3,000 murders", "There were 9,000 murders"),
    ],
)
def test_flows_are_sums(old: str, new: str) -> None:
    quarter, year = first(f"{old} {QUARTER}.", "2023-05-02"), first(f"{new} {YEAR}.", "2025-02-03")
    assert are_other_sums(quarter, year)
    assert not are_other_sums(quarter, first(f"{new} in the third quarter of 2024.", "2025-02-03"))


def test_words_of_the_sentence_before_tell_nothing() -> None:
    told = "Deaths fell. The firm had 40,000 desks"
    assert not are_other_sums(first(f"{told} {QUARTER}.", "2023-05-02"), first(f"{told} {YEAR}.", "2025-02-03"))


@pytest.mark.parametrize(
    ("old", "new", "so_far"),
    [
        ("Through August 7", "Through July 16", True),
        ("Through September", "Through July", True),
        ("From January 1 to July 31", "Between January and April", False),
        ("Through November", "Through August", True),
        ("Through December", "Through October", False),
        ("Between February 1 and August 7", "Between February 1 and July 16", False),
    ],
)
def test_counts_of_two_years_so_far(old: str, new: str, *, so_far: bool) -> None:
    told, retold = (f"{words}, 56 workers died in the mines." for words in (old, new))
    one, other = first(told, "2019-12-31"), first(retold, "2021-12-31")
    assert are_counts_so_far(one, other) is so_far
    assert are_counts_so_far(other, one) is so_far
    assert are_counts_so_far(one, first(retold, "2019-12-31")) is so_far


@pytest.mark.parametrize(
    ("old", "new", "apart"),
    [
        ("From June to July 2023", "From January to December 2022", True),
        ("From 7 October to 14 October 2022", "From 1 January to 6 October 2022", True),
        ("From March to May 2022", "From April to June 2022", False),
        ("From March to May 2022", "In 2021", False),
    ],
)
def test_whatever_is_counted_from_a_time_to_a_time_is_a_sum(old: str, new: str, *, apart: bool) -> None:
    one, other = (first(f"{words}, 120 patients were treated in the camp.", "2023-10-15") for words in (old, new))
    assert are_other_sums(one, other) is apart
    assert are_other_sums(other, one) is apart


CASES = "the office registered {count} cases of fraud in public tenders"


def joined(old: str, new: str) -> list[str]:
    """What is said of the pairs of two reports of two years."""
    reports = read_text(old, published="2020-03-30"), read_text(new, published="2022-03-30")
    return [change.reason for change in diff(*reports).changes if isinstance(change, Changed)]


def test_what_reports_of_two_years_count_up_to_their_days_is_joined() -> None:
    old, new = f"Through September, {CASES}.".format(count=40), f"Through July, {CASES}.".format(count=31)
    assert joined(old, new) == [
        "Cases of fraud in public tenders: 31 cases (January to July 2021) after 40 cases (January to September 2019), over other months"
    ]


def test_a_running_count_of_one_year_is_joined() -> None:
    old, new = f"Through August 16, {CASES}.".format(count=312), f"Through October 15, {CASES}.".format(count=350)
    assert len(joined(old, new.replace("Through October", "Through September"))) == 1


def test_what_a_text_compares_with_another_year_is_joined_with_no_other_months() -> None:
    old = f"From January through September 2019, {CASES}. From January through September 2018, {CASES}."
    new = f"From January through October 2020, {CASES}. From January through October 2019, {CASES}."
    old, new = (text.replace("{count}", "{}") for text in (old, new))
    assert joined(old.format(1204, 1101), new.format(1352, 1230)) == []
