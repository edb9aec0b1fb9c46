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
    ("It lent $4 million to 30 men in 2018, $6 million to 41 men in 2019 and $7 million to 50 men in 2020.",
     ["4000000 USD @2018", "30 person man @2018", "6000000 USD @2019", "41 person man @2019", "7000000 USD @2020", "50 person man @2020"]),
    # the time behind the next figure is not that of a part
    ("It lost 15 men in 2018 and 20 ships, with 4 boats in 2019.",
     ["15 person man @2018", "20 count ship @2018", "4 count boat @2019"]),
    ("It lost 15 men in 2018 and 20 ships and 4 boats in 2019.",
     ["15 person man @2018", "20 count ship @2018", "4 count boat @2019"]),
    ("It lost 15 men in 2018 and 20 ships.", ["15 person man @2018", "20 count ship @2018"]),
    # a clause that its time opens
    ("Growth was 1.1% and for the next two years it averages 1.7%.", ["1.1 percent", "1.7 percent @2023-05-01..2025-05-01"]),
    ("Growth was 1.1% and for the next two years 1.7%.", ["1.1 percent @2023-05-01..2025-05-01", "1.7 percent @2023-05-01..2025-05-01"]),
    # what something is held against
    ("It holds 900 tons, some 2.5 times its volume of 1990.", ["900 ton", "approximately 2.5 multiple"]),
    ("It made 300 trips fewer than the record of 2018.", ["-300 count trip"]),
    ("It had 45 ships in 2018, 12 fewer than the 57 it had in 2010.",
     ["45 count ship @2018", "-12 count ship @2018", "57 count @2010"]),
    # the time of the second alone
    ("The 22 men were tried for 45 murders in 1994.", ["22 person man", "45 count murder @1994"]),
    ("The 22 men were held in 12 jails opened in 2003.", ["22 person man", "12 count jail @2003"]),
    # what was done, and how often
    ("The 15 men were hurt in 2 fires in 2018.", ["15 person man @2018", "2 count fire @2018"]),
    ("The 15 old men were bitten by about 2 dogs in 2018.", ["15 person man @2018", "approximately 2 count dog @2018"]),
    ("The 15 men are hurt by 2 dogs in 2018.", ["15 person man", "2 count dog @2018"]),
    ("The 15 men were there, and 2 dogs barked in 2018.", ["15 person man", "2 count dog @2018"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_each_part_has_its_time(text: str, expected: list[str]) -> None:
    assert told(text) == expected
