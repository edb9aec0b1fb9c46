"""Whether a figure is so, estimated, to come or only asked for, in whole sentences; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

MODALITIES = [
    ("It seeks $5 million.", ["5000000 USD requested"]),
    ("It is seeking $5 million.", ["5000000 USD requested"]),
    ("They seek $5 million.", ["5000000 USD requested"]),
    ("It seeks 5 men.", ["5 person man"]),
    ("It projects growth of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects real gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects GDP gains of 5 percent.", ["5 percent forecast"]),
    ("The bank projects inflation of 5 percent.", ["5 percent forecast"]),
    ("The bank projects a rise of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects an average of 5 percent.", ["5 percent forecast"]),
    ("The bank projects the rise at 5 percent.", ["5 percent forecast"]),
    ("The bank projects its gain at 5 percent.", ["5 percent forecast"]),
    ("The bank projects average gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects annual gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects economic gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects global gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects output of 5 tons.", ["5 ton forecast"]),
    ("The bank projects revenue of 5 tons.", ["5 ton forecast"]),
    ("The bank projects revenues of 5 tons.", ["5 ton forecast"]),
    ("The bank projects demand of 5 tons.", ["5 ton forecast"]),
    ("The bank projects exports of 5 tons.", ["5 ton forecast"]),
    ("The bank projects imports of 5 tons.", ["5 ton forecast"]),
    ("The bank projects further gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects stronger gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects slower gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects continued gains of 5 percent.", ["5 percent-change forecast"]),
    ("The bank projects 5 percent.", ["5 percent forecast"]),
    ("The bank projects $5 million.", ["5000000 USD forecast"]),
    ("The bank projects that sales rise 5 percent.", ["5 percent-change forecast"]),
    ("It runs projects that support 5 ports.", ["5 count port"]),
    ("It runs projects that are in 5 ports.", ["5 count port"]),
    ("It runs projects in 5 ports.", ["5 count port"]),
    ("It commits to give 5 ships.", ["5 count ship planned"]),
    ("It committed itself to give 5 ships.", ["5 count ship planned"]),
    ("It is committing to give 5 ships.", ["5 count ship planned"]),
    ("It commits 5 ships.", ["5 count ship"]),
    ("It has 5 ships by 2030.", ["5 count ship @2030 planned"]),
    ("By 2030 it has 5 ships.", ["5 count ship @2030 planned"]),
    ("By 2019 it had 5 ships.", ["5 count ship @2019"]),
    ("It is 5 percent and is projected at 4 percent.", ["5 percent", "4 percent forecast"]),
    ("It is 5 percent but is projected at 4 percent.", ["5 percent", "4 percent forecast"]),
    ("It is 5 percent and now is projected at 4 percent.", ["5 percent", "4 percent forecast"]),
    ("Some 5 percent is expected.", ["approximately 5 percent forecast"]),
    ("Some 5 percent was forecast.", ["approximately 5 percent forecast"]),
    ("Some 5 ports are planned.", ["approximately 5 count port planned"]),
    ("Some 5 ports is planned.", ["approximately 5 count port planned"]),
    ("Some 5 ports will be built.", ["approximately 5 count port planned"]),
    ("Some 5 ports will help it.", ["approximately 5 count port planned"]),
    ("Some 5 ports will support it.", ["approximately 5 count port planned"]),
    ("Some 5 ports will willow it.", ["approximately 5 count port"]),
    ("It was 5 percent (2010 est.).", ["5 percent @2010 estimated"]),
    ("It was 5 percent (by the board, est.).", ["5 percent estimated"]),
    ("It was 5 percent according to estimates.", ["5 percent estimated"]),
    ("It was 5 percent according to official estimates.", ["5 percent estimated"]),
    ("It was 5 percent according to them.", ["5 percent"]),
    ("It will sell 7; it has 5 ports.", ["5 count port"]),
    ("It will sell it: it has 5 ports.", ["5 count port"]),
    ("It will leave, and it has 5 ports.", ["5 count port"]),
    ("It will leave, but it has 5 ports.", ["5 count port"]),
    ("It will leave, while it has 5 ports.", ["5 count port"]),
    ("It will leave, which has 5 ports.", ["5 count port"]),
    ("It will leave, although it has 5 ports.", ["5 count port"]),
    ("It will leave, whereas it has 5 ports.", ["5 count port"]),
    ("It will leave (soon) and has 5 ports.", ["5 count port"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MODALITIES)
def test_modalities(text: str, expected: list[str]) -> None:
    assert told(text) == expected
