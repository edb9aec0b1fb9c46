"""The times that sentences take over from those before; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

INHERITED = [
    ("It rose from 5 to 9 percent between 2010 and 2020. In the same period, it fell from 4 to 3 tons.", ["5 percent @2010", "9 percent @2020", "4 ton @2010", "3 ton @2020"]),
    ("It rose from 5 percent in 2010 to 9 percent in 2020. In the same period, it fell from 4 to 3 tons.", ["5 percent @2010", "9 percent @2020", "4 ton @2010", "3 ton @2020"]),
    ("It rose from 5 to 9 percent. In the same period, it fell from 4 to 3 tons.", ["5 percent", "9 percent", "4 ton", "3 ton"]),
    ("It rose from 5 to 9 percent in 2020. In the same period, it fell from 4 to 3 tons.", ["5 percent", "9 percent @2020", "4 ton", "3 ton"]),
    ("It had 9 ships in 2010. It sold 7 boats.", ["9 count ship @2010", "7 count boat @2010"]),
    ("It had 9 ships in 2010. They sold 7 boats.", ["9 count ship @2010", "7 count boat @2010"]),
    ("It had 9 ships in 2010. Of these, 7 boats sank.", ["9 count ship @2010", "7 count boat @2010"]),
    ("It had 9 ships in 2010. These were worth 7 tons.", ["9 count ship @2010", "7 ton @2010"]),
    ("It had 9 ships in 2010. Among them were 7 boats.", ["9 count ship @2010", "7 count boat @2010"]),
    ("It had 9 ships in 2010. The total was 7 tons.", ["9 count ship @2010", "7 ton @2010"]),
    ("It had 9 ships in 2010. The rest were 7 boats.", ["9 count ship @2010", "7 count boat @2010"]),
    ("It had 9 ships in 2010. Another 7 boats sank.", ["9 count ship @2010", "7 count boat @2010"]),
    ("It had 9 ships in 2010. It included 7 boats.", ["9 count ship @2010", "7 count boat @2010"]),
    ("It has 9 ships in 2010. It now has 7 boats.", ["9 count ship @2010", "7 count boat"]),
    ("It had 9 ships in 2010 and 8 in 2012. Of these, 7 boats sank.", ["9 count ship @2010", "8 count ship @2012", "7 count boat @2012"]),
    ("It had 9 ships in 2012 and 8 in 2010. Of these, 7 boats sank.", ["9 count ship @2012", "8 count ship @2010", "7 count boat @2012"]),
    ("It had 9 ships in 2010, which doubled in 2012. Of these, 7 boats sank.", ["9 count ship @2010", "2 multiple ship @2012", "7 count boat @2010"]),
    ("It had 9 ships in 2010 and rose by 8 percent in 2012. Of these, 7 boats sank.", ["9 count ship @2010", "8 percent-change ship @2012", "7 count boat @2010"]),
    ("It doubled in 2012. Of these, 7 boats sank.", ["2 multiple @2012", "7 count boat @2012"]),
    ("It began in 2012. Of these, 7 boats sank.", ["7 count boat"]),
    ("It began there. Of these, 7 boats sank.", ["7 count boat"]),
    ("It had 9 ships in 2010. Exports fell by 8 percent.", ["9 count ship @2010", "-8 percent-change @2010"]),
    ("It had 9 ships in 2010. Exports fell by 8 percent from a year earlier.", ["9 count ship @2010", "-8 percent-change @2010"]),
    ("It rose by 9 percent in 2010. It fell by 8 percent from a year earlier.", ["9 percent-change @2010", "-8 percent-change @2010"]),
    ("It had 9 ships in 2010. Compared with 2009, exports fell by 8 percent.", ["9 count ship @2010", "-8 percent-change @2010"]),
    ("It had 9 ships in 2010. Compared with 2009, it has 8 men and fell by 8 percent.", ["9 count ship @2010", "8 person man", "-8 percent-change man"]),
    ("It had 9 ships in 2010. Exports were 8 tons.", ["9 count ship @2010", "8 ton @2010"]),
    ("It had 9 ships in 2010. Its exports were 8 tons.", ["9 count ship @2010", "8 ton @2010"]),
    ("It had 9 ships in 2010. Exports are 8 tons.", ["9 count ship @2010", "8 ton"]),
    ("It had 9 ships in 2010, worth $5 million. They were 8 years old.", ["9 count ship @2010", "5000000 USD @2010", "8 year @2010"]),
    ("In 2019, the port closed. It had 9 ships.", ["9 count ship @2019"]),
    ("In 2019 the port closed. It had 9 ships.", ["9 count ship"]),
    ("Since 2019, the port is closed. It had 9 ships.", ["9 count ship"]),
    ("The port closed in 2019. It had 9 ships.", ["9 count ship"]),
    ("It had 9 ships in 2010. The old port closed. It had 7 boats.", ["9 count ship @2010", "7 count boat @2010"]),
    ("It had 9 ships in 2010. The old port is closed. It had 7 boats.", ["9 count ship @2010", "7 count boat"]),
    ("It had 9 ships in 2010. The port is to be closed. It had 7 boats.", ["9 count ship @2010", "7 count boat"]),
    ("It had 9 ships in 2010. Exports included ships ($2 million).", ["9 count ship @2010", "2000000 USD @2010"]),
    ("It had 9 ships in 2010. Exports are ships ($2 million) and boats ($3 million).", ["9 count ship @2010", "2000000 USD @2010", "3000000 USD @2010"]),
    ("It had 9 ships in 2010. Exports are ships ($2 million) and $3 million.", ["9 count ship @2010", "2000000 USD", "3000000 USD"]),
    ("It had 9 ships in 2010. Six million men, 3.4 million women.", ["9 count ship @2010", "6000000 person man @2010", "3400000 person woman @2010"]),
    ("It had 9 ships in 2010. Six million men and 3.4 million women.", ["9 count ship @2010", "6000000 person man @2010", "3400000 person woman @2010"]),
    ("It had 9 ships in 2010. Six million men, and 3.4 million women.", ["9 count ship @2010", "6000000 person man @2010", "3400000 person woman @2010"]),
    ("It had 9 ships in 2010. There are 6 million men, 3.4 million women.", ["9 count ship @2010", "6000000 person man", "3400000 person woman"]),
    ("It had 9 ships in 2010. Six million men.", ["9 count ship @2010", "6000000 person man"]),
    ("It has had 9 ships since 2010. It sold 7 boats.", ["9 count ship @2010-01-01..2023-05-01", "7 count boat"]),
    ("It had 9 ships in 2010. It had been asked to send 7 boats.", ["9 count ship @2010", "7 count boat"]),
    ("It had 9 ships in 2010. Led by 7 men, it left.", ["9 count ship @2010", "7 person man"]),
    ("It had 9 ships in 2010. The law was widened by 7 men.", ["9 count ship @2010", "7 person man @2010"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INHERITED)
def test_times_of_sentences_before(text: str, expected: list[str]) -> None:
    assert told(text) == expected
