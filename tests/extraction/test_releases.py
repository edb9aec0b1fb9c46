"""Sentences as statistical offices and agencies write them in their releases; published July 15, 2023."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportdiff import read_text
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity


def told(text: str) -> Iterator[tuple[Claim, Quantity]]:
    for claim in read_text(text, published="2023-07-15").claims:
        if isinstance(claim.value, Quantity):
            yield claim, claim.value


def periods(text: str) -> list[str]:
    return [f"{value.amount:f} {claim.period.start} {claim.period.end}" for claim, value in told(text)]


def changes(text: str) -> list[str]:
    return [f"{value.amount:f} {value.unit} {dict(claim.dimensions).get('change', '-')}" for claim, value in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Imports grew 12 percent to $6 billion in May over the same month of last year.",
         ["12 2023-05-01 2023-05-31", "6000000000 2023-05-01 2023-05-31"]),
        ("Imports grew to $6 billion in May, from $5 billion in the same month last year.",
         ["6000000000 2023-05-01 2023-05-31", "5000000000 2022-05-01 2022-05-31"]),
        ("Sales in the first quarter came to $90 million, against $80 million in the same quarter of 2022.",
         ["90000000 2023-01-01 2023-03-31", "80000000 2022-01-01 2022-03-31"]),
        ("Sales in the first quarter came to $90 million, 4 percent more than in the corresponding quarter of 2022.",
         ["90000000 2023-01-01 2023-03-31", "4 2023-01-01 2023-03-31"]),
        ("As in 2021, the north had the highest number of floods, 14 floods.", ["14 2023-07-15 2023-07-15"]),
        ("Unlike in 2021, when 90 schools closed, 12 schools closed in 2022.",
         ["90 2021-01-01 2021-12-31", "12 2022-01-01 2022-12-31"]),
        ("Fewer patients were treated in 2022 (143 million), compared to 2021 (157 million).",
         ["143000000 2022-01-01 2022-12-31", "157000000 2021-01-01 2021-12-31"]),
        ("The jobless rate was 6.3 percent, unchanged from May.", ["6.3 2023-07-15 2023-07-15"]),
        ("The jobless rate was 6.3 percent, up from May.", ["6.3 2023-07-15 2023-07-15"]),
        ("Output is put at 19 tons, less than expected in the May report.", ["19 2023-07-15 2023-07-15"]),
        ("Ferries were 3 percent slower than eleven months ago.", ["3 2023-07-15 2023-07-15"]),
    ],
)  # fmt: skip
def test_what_is_compared_dates_no_figure(text: str, expected: list[str]) -> None:
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Freight volume was 9 percent up in May on May 2022.", ["9 percent-change -"]),
        ("The rye crop is put at 25 tons, but 3 percent down on 2022.", ["25 ton -", "-3 percent-change -"]),
        ("The share was 30 percent down from 50 percent.", ["30 percent -", "50 percent -"]),
        ("Milk was 4 percent cheaper than in June.", ["-4 percent-change -"]),
        ("The increase of shipments to Fiji was 7 percent.", ["7 percent-change -"]),
        ("The decline in thefts was 7 percent.", ["-7 percent-change -"]),
        ("Farm jobs rose by 2,500 in June.", ["2500 count difference"]),
        ("Farm jobs were up by 2,500 in June.", ["2500 count difference"]),
        ("Rye stocks will increase by 8.7 million tons.", ["8700000 ton difference"]),
        ("Farm employment was 1,500 lower than reported.", ["-1500 count difference"]),
        ("The harvest is 28 tons or 13 percent lower than the last crop.",
         ["-28 ton difference", "-13 percent-change -"]),
        ("Output was 190 tons, less than forecast.", ["190 ton -"]),
        ("They set up a five-year fund of $6 million.", ["5 year -", "6000000 USD -"]),
    ],
)  # fmt: skip
def test_a_rise_is_no_level(text: str, expected: list[str]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Global rye stocks are anticipated to reach a new high of 19 million tons.", "open:global-rye-stocks"),
        ("Global rye stocks will themselves hit 19 million tons.", "open:global-rye-stocks"),
        ("Rye output is put at 19 million tons.", "open:rye-output"),
        ("Ship arrivals in 2022 showed a 13% increase.", "open:ship-arrivals"),
        ("Some $424 million is needed to rebuild the ports.", "open:needed-to-rebuild-ports"),
        ("Of the 40 harbours in the survey, 23 had two or more cranes.", "open:harbours-in-survey"),
    ],
)  # fmt: skip
def test_what_is_measured(text: str, expected: str) -> None:
    assert next(claim.measure for claim, _ in told(text)) == expected


def test_a_number_in_words_is_no_noun() -> None:
    found = [(claim.measure, value.amount) for claim, value in told("Of the 40 harbours, 23 had two or more cranes.")]
    assert found[1] == ("open:harbours", 23)


@pytest.mark.parametrize("place", ["in phase 3 to 5", "in phases 3 and 4", "in IPC Phase 3 or above"])
def test_phases_count_nothing(place: str) -> None:
    assert [value.amount for _, value in told(f"Some 15 percent of the people are {place}.")] == [15]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Output is 19 tons, less than forecast in the September report.", None),
        ("The FAO’s forecast puts output at 19 tons.", "FAO"),
        ("The rate fell to 3.9 percent, the Bureau of Labor of the State of Utopia reported.",
         "Bureau of Labor of the State of Utopia"),
        ("Some 19 percent are hungry, according to the May 2023 Harvest Survey.", "Harvest Survey"),
        ("Some 19 percent are hungry, according to The Economist.", "The Economist"),
    ],
)  # fmt: skip
def test_who_is_credited(text: str, source: str | None) -> None:
    assert [claim.attribution for claim, _ in told(text)] == [source]
