"""Sentences of several parts, each closed by a time of its own: what each figure of a part is about."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

PARTS = [
    ("It lost 15 men in 2 fires in 2018 and 20 men in 4 fires in 2019.",
     ["15 person man @2018", "2 count fire @2018", "20 person man @2019", "4 count fire @2019"]),
    ("It lost 15 men in 2 fires in 2018, and 20 men in 4 fires in 2019.",
     ["15 person man @2018", "2 count fire @2018", "20 person man @2019", "4 count fire @2019"]),
    ("It lost 15 men in 2018; 20 men died in 4 fires in 2019.",
     ["15 person man @2018", "20 person man @2019", "4 count fire @2019"]),
    ("It lent $5 million in 2018 and $6 million to 300 men in 2019.",
     ["5000000 USD @2018", "6000000 USD @2019", "300 person man @2019"]),
    ("Sales were $5 million in 2018 and $6 million, or 12 percent of the total, in 2019.",
     ["5000000 USD @2018", "6000000 USD @2019", "12 percent @2019"]),
    # the time behind the next figure is not that of a part
    ("It lost 15 men in 2018 and 20 ships, with 4 boats in 2019.",
     ["15 person man @2018", "20 count ship @2018", "4 count boat @2019"]),
    ("It lost 15 men in 2018 and 20 ships and 4 boats in 2019.",
     ["15 person man @2018", "20 count ship @2018", "4 count boat @2019"]),
    ("It lost 15 men in 2018 and 20 ships.", ["15 person man @2018", "20 count ship @2018"]),
    # what was done, and how often
    ("The 15 men were hurt in 2 fires in 2018.", ["15 person man @2018", "2 count fire @2018"]),
    ("The 15 old men were bitten by about 2 dogs in 2018.", ["15 person man @2018", "approximately 2 count dog @2018"]),
    ("The 15 men are hurt by 2 dogs in 2018.", ["15 person man", "2 count dog @2018"]),
    ("The 15 men were there, and 2 dogs barked in 2018.", ["15 person man", "2 count dog @2018"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_each_part_has_its_time(text: str, expected: list[str]) -> None:
    assert told(text) == expected
