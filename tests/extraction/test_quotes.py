"""The words that a figure is quoted by: its number with sign, unit and denominator, its hedge, and what it counts."""

from __future__ import annotations

import pytest

from reportdiff import read_text
from reportdiff.model.quantity import Quantity


def quotes(text: str) -> list[str]:
    """The quotes of the figures, in order; each stands at its place, and so does what is printed in it."""
    snapshot = read_text(text, published="2023-05-01")
    told = []
    for claim in snapshot.claims:
        if isinstance(claim.value, Quantity):
            assert snapshot.text is not None
            assert snapshot.text[claim.position.start : claim.position.end] == claim.quote.exact
            told.append(claim.quote.exact)
    return told


QUOTES = [
    ("It sold 9 ships in 2015.", ["9 ships"]),
    ("It sold more than 9 old ships in 2015.", ["more than 9 old ships"]),
    ("It sold 9 or more.", ["9 or more"]),
    ("It spent over $22 billion on it.", ["over $22 billion"]),
    ("It spent US$22 billion on it.", ["US$22 billion"]),
    ("It spent 22 billion Chilean pesos on it.", ["22 billion Chilean pesos"]),
    ("It spent $2 a day or less on it.", ["$2 a day or less"]),
    ("It spent $2 per capita.", ["$2 per capita"]),
    ("It made 5 tons a day of it.", ["5 tons a day"]),
    ("It had 5 births per 1,000 people then.", ["5 births per 1,000 people"]),
    ("It lost up to 40 percent of it.", ["up to 40 percent"]),
    ("It lost an estimated 40 percent of it.", ["40 percent"]),
    ("It fell by about 40 percent.", ["about 40 percent"]),
    ("It lost 40 to 45 percent.", ["40 to 45 percent"]),
    ("It lost $3-5 million.", ["$3-5 million"]),
    ("It lost -5.2% of it.", ["-5.2%"]),
    ("It fell minus 5 percent of it.", ["minus 5 percent"]),
    ("It lost half of its ships.", ["half"]),
    ("It lost two-thirds of its ships.", ["two-thirds"]),
    ("One in five adults smokes.", ["One in five"]),
    ("About 3 in 10 adults smoke.", ["About 3 in 10"]),
    ("It is the fourth largest donor.", ["fourth largest donor"]),
    ("It ranked 14th of all.", ["ranked 14th"]),
    ("It more than doubled its fleet.", ["more than doubled"]),
    ("It sold tens of thousands of ships.", ["tens of thousands of ships"]),
    ("It sold several dozen ships.", ["several dozen ships"]),
    ("It sold half a million ships.", ["half a million ships"]),
    ("It sold forty-two ships.", ["forty-two ships"]),
    ("It grew from $9 billion to over $22 billion.", ["$9 billion", "over $22 billion"]),
    ("It has a 30-member team.", ["30-member"]),
    ("Its area is 1,285,216 sq km, it said.", ["1,285,216 sq km"]),
    ("It sold 9 ships and boats.", ["9 ships and boats"]),
    ("It lost 2½ percent.", ["2½ percent"]),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_the_words_of_a_figure(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


NONE = [
    "It is a two-party system.",
    "It joined the Five Eyes talks.",
    "It used Windows 9 computers.",
    "It met the Group of Twenty in Rome.",
    "It was on page 12, line 7.",
    "It signed it on January 25, 2017.",
    "It did so in the 1990s.",
    "It is one of the first.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_figure_is_quoted(text: str) -> None:
    assert quotes(text) == []
