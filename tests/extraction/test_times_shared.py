"""Times in front of figures and those that several share: which figure each is about; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

LEADING = [
    # the date of what is told in front of it
    ("Since the founding of the city in 1991, 9 ships sank.", ["9 count ship @1991-01-01..2023-05-01"]),
    ("The founding of the new club in 1991 has cost 9 ships.", ["9 count ship"]),
    ("The club was founded in 1991 and now has 9 ships.", ["9 count ship"]),
    ("The club joined in 1991 and has had 9 ships.", ["9 count ship"]),
    ("After its independence from Spain in 1821, the state has 9 ships.", ["9 count ship"]),
    ("After the war with the north in 1821, it has 9 ships.", ["9 count ship"]),
    ("After the coup by the old army in 1821, it has 9 ships.", ["9 count ship"]),
    ("After the crisis at the port in 1821, it has 9 ships.", ["9 count ship"]),
    ("After the revolution on the isle in 1821, it has 9 ships.", ["9 count ship"]),
    ("After the war for the isle in 1821, it has 9 ships.", ["9 count ship"]),
    ("After the storm on the isle in 1821, it has 9 ships.", ["9 count ship @1821"]),
    ("The bridge built in 1931 has 9 lanes.", ["9 count lane"]),
    ("The bridge was built in 1931 with 9 lanes.", ["9 count lane @1931"]),
    ("The old dam, completed in 1998 at a cost of $120 million, has 9 gates.", ["120000000 USD @1998", "9 count gate"]),
    ("The dam completed in 1998 with a loan of $120 million has 9 gates.", ["120000000 USD @1998", "9 count gate"]),
    ("The dam opened in 1998 by a firm of 120 men has 9 gates.", ["120 person man @1998", "9 count gate"]),
    ("The dam opened in 1998 for about 120 men has 9 gates.", ["approximately 120 person man @1998", "9 count gate"]),
    ("The loan maturing in 2031 with a rate of 7 percent has 9 banks.", ["7 percent", "9 count bank"]),
    ("The loan due in 2031 for about 7 men has 9 banks.", ["approximately 7 person man", "9 count bank"]),
    ("The bond expiring in 2031 at a rate of 7 percent has 9 banks.", ["7 percent", "9 count bank"]),
    ("The dam completed in 1998 under a loan of $120 million has 9 gates.", ["120000000 USD", "9 count gate"]),
    ("The dam completed in 1998 with a very old and long loan of $120 million has 9 gates.", ["120000000 USD", "9 count gate"]),
    # a bracket
    ("The total (2018) was 9 ships.", ["9 count ship @2018"]),
    ("The totals (2018) were 9 ships.", ["9 count ship @2018"]),
    ("The total (2018) is now 9 ships.", ["9 count ship"]),
    ("The totals (2018) are 9 ships.", ["9 count ship @2018"]),
    ("The total (2018) of 9 ships fell.", ["9 count ship @2018"]),
    ("The sum (2018) totaled 9 ships.", ["9 count ship @2018"]),
    ("The sum (2018) reached about 9 ships.", ["approximately 9 count ship @2018"]),
    ("The sum (2018) stood at 9 ships.", ["9 count ship @2018"]),
    ("The sum (2018) came to 9 ships.", ["9 count ship @2018"]),
    ("The sum (2018) amounted to 9 ships.", ["9 count ship @2018"]),
    ("Ships (2018): 9 ships", ["9 count @2018"]),
    ("Ships (2018) : 9 ships", ["9 count @2018"]),
    ("The law (2018) gave it 9 ships.", ["9 count ship"]),
    ("The law (2018: the old one) has 9 ships.", ["9 count ship"]),
    ("In the list (2018: 5 ships) it has 9 boats.", ["5 count ship @2018", "9 count boat"]),
    # a relative clause
    ("The bank, which moved in 1991, has 9 branches.", ["9 count branch"]),
    ("The man, who came in 1991, has 9 branches.", ["9 count branch"]),
    ("The port, where it stayed in 1991, has 9 branches.", ["9 count branch"]),
    ("The bank, whose head sang in 1991, has 9 branches.", ["9 count branch"]),
    ("The man, whom it met in 1991, has 9 branches.", ["9 count branch"]),
    ("The bank, which moved since 1991, has 9 branches.", ["9 count branch @1991-01-01..2023-05-01"]),
    ("The bank, which moved in 1991 with 9 branches, fell.", ["9 count branch @1991"]),
    ("The bank, in 1991, had 9 branches.", ["9 count branch @1991"]),
    ("The bank, which it left; in 1991, it had 9 branches.", ["9 count branch @1991"]),
    ("The bank, which moved with all of its old men and their many boys and girls to the far north in 1991, has 9 branches.", ["9 count branch"]),
    # clauses
    ("In 1991 it fell; it has 9 ships.", ["9 count ship"]),
    ("In 1991 it sold 7 ships; and 9 boats.", ["7 count ship @1991", "9 count boat @1991"]),
    ("In 1991 it sold ships; another 9 boats sank.", ["9 count boat @1991"]),
    ("In 1991 it sold ships; and another 9 boats sank.", ["9 count boat @1991"]),
    ("In 1991 it sold ships; 9 boats sank.", ["9 count boat @1991"]),
    ("In 1991, it sold 9 ships.", ["9 count ship @1991"]),
    ("By 1991, it sold 9 ships.", ["9 count ship @1991"]),
    ("Until 1991, it sold 9 ships.", ["9 count ship"]),
    ("In 1991 and in 1992, it sold 9 ships.", ["9 count ship @1991..1992"]),
    ("In 1991 it sold ships; and 9 boats sank.", ["9 count boat @1991"]),
    ("In 1991 it sold ships; or 9 boats sank.", ["9 count boat @1991"]),
    ("The bridge built between 1931 and 1935 has 9 lanes.", ["9 count lane"]),
    ("The club joined in 1991 and its men have 9 ships.", ["9 count ship"]),
    ("The club joined in 1991 with 9 ships.", ["9 count ship @1991"]),
    ("The dam completed in 1998 at the end of a long war of 120 men has 9 gates.", ["120 person man", "9 count gate"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LEADING)
def test_times_in_front_of_figures(text: str, expected: list[str]) -> None:
    assert told(text) == expected


SHARED = [
    # another clause or source
    ("It had 9 ships in 2020, but 7 boats.", ["9 count ship @2020", "7 count boat"]),
    ("It had 9 ships in 2020, while 7 boats sank.", ["9 count ship @2020", "7 count boat"]),
    ("It had 9 ships in 2020, whereas 7 boats sank.", ["9 count ship @2020", "7 count boat"]),
    ("It had 9 ships in 2020, and 7 boats.", ["9 count ship @2020", "7 count boat @2020"]),
    ("It had 9 ships in 2020; the board estimates 7.", ["9 count ship @2020", "7 count ship estimated"]),
    ("It had 9 ships in 2020; an estimate is 7 ships.", ["9 count ship @2020", "7 count ship estimated"]),
    ("It had 9 ships in 2020; the board estimated 7 ships.", ["9 count ship @2020", "7 count ship estimated"]),
    ("It had 9 ships in 2020; according to them, 7 ships.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; a report told of 7 ships.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board reports 7 ships.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board reported 7 ships.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board said 7 ships.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board says 7 ships.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board stated 7 ships.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board states 7 ships.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board attributes 7 ships to it.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board puts 7 ships there.", ["9 count ship @2020", "7 count ship"]),
    ("It had 9 ships in 2020; the board had 7 ships.", ["9 count ship @2020", "7 count ship @2020"]),
    # the older figure
    ("It was 9 percent in 2020 versus 7 percent.", ["9 percent @2020", "7 percent @2020"]),
    ("It was 9 percent, versus 7 percent in 2020.", ["9 percent", "7 percent @2020"]),
    ("It was 9 percent, compared with 7 percent in 2020.", ["9 percent", "7 percent @2020"]),
    ("It was 9 percent, compared to 7 percent in 2020.", ["9 percent", "7 percent @2020"]),
    ("It was 9 percent, up from 7 percent in 2020.", ["9 percent", "7 percent @2020"]),
    ("It was 9 percent, down from 11 percent in 2020.", ["9 percent", "11 percent @2020"]),
    ("It was 9 percent, and 7 percent in 2020.", ["9 percent @2020", "7 percent @2020"]),
    ("It rose to 9 percent from 7 percent in 2020.", ["9 percent", "7 percent @2020"]),
    ("It was 9 percent (7 percent in 2020).", ["9 percent", "7 percent @2020"]),
    ("It was 9 percent (down from 11) in 2020.", ["9 percent", "11 count @2020"]),
    ("It had 9 ships from 7 ports in 2020.", ["9 count ship @2020", "7 count port @2020"]),
    # a window of a pair
    ("It rose from 5 to 9 percent between 2010 and 2020.", ["5 percent @2010", "9 percent @2020"]),
    ("It rose from 5 to 9 percent from 2010 to 2020.", ["5 percent @2010", "9 percent @2020"]),
    ("It rose from 5 to 9 percent over the past five years.", ["5 percent @2018-05-01", "9 percent @2023-05-01"]),
    ("It rose from 5 to 9 percent since 2010.", ["5 percent @2010-01-01", "9 percent @2023-05-01"]),
    ("It rose from 5 to 9 percent in 2020.", ["5 percent", "9 percent @2020"]),
    ("It rose from 5 percent in 2010 to 9 percent.", ["5 percent @2010", "9 percent"]),
    ("It rose from 5 percent in 2010 to 9 percent in 2020.", ["5 percent @2010", "9 percent @2020"]),
    ("Since 2010 it rose from 5 to 9 percent.", ["5 percent @2010-01-01", "9 percent @2023-05-01"]),
    ("In 2020 it rose from 5 to 9 percent.", ["5 percent", "9 percent @2020"]),
    ("It rose from 5 to 9 percent from May 2010 to July 2010.", ["5 percent @2010-05-01..2010-05-31", "9 percent @2010-07-01..2010-07-31"]),
    ("It rose from 5 to 9 percent from May 5, 2010 to July 7, 2010.", ["5 percent @2010-05-05", "9 percent @2010-07-07"]),
    ("The forecast for 2020 rose from 5 to 9 percent.", ["5 percent @2020 forecast", "9 percent @2020 forecast"]),
    ("It cut its forecast for 2020 from 9 to 5 percent.", ["9 percent @2020 forecast", "5 percent @2020 forecast"]),
    ("It cut its projection for 2020 from 9 to 5 percent.", ["9 percent @2020 forecast", "5 percent @2020 forecast"]),
    ("It cut its estimate for 2020 from 9 to 5 percent.", ["9 percent @2020 estimated", "5 percent @2020 estimated"]),
    ("It cut its outlook for 2020 from 9 to 5 percent.", ["9 percent @2020 forecast", "5 percent @2020 forecast"]),
    ("It cut its budget for 2020 from 9 to 5 percent.", ["9 percent @2020", "5 percent @2020"]),
    ("It cut its target for 2020 from 9 to 5 percent.", ["9 percent @2020", "5 percent @2020"]),
    ("It cut its prediction for 2020 from 9 to 5 percent.", ["9 percent @2020", "5 percent @2020"]),
    ("It cut its workforce for 2020 from 9 to 5 percent.", ["9 percent", "5 percent @2020"]),
    # a change beside a pair
    ("It doubled from 5 to 10 ships between 2010 and 2020.", ["2 multiple @2010..2020", "5 count @2010", "10 count @2020"]),
    ("It rose 80 percent from 5 to 9 ships between 2010 and 2020.", ["80 percent-change @2010..2020", "5 count @2010", "9 count @2020"]),
    ("It rose from 5 to 9 ships between 2010 and 2020, an increase of 80 percent.", ["5 count ship @2010", "9 count ship @2020", "80 percent-change ship @2010..2020"]),
    ("It rose from 5 to 9 ships between 2010 and 2020, or 80 percent.", ["5 count ship @2010", "9 count ship @2020", "80 percent @2010..2020"]),
    ("It doubled from 5 ships in 2010 to 10 ships.", ["2 multiple @2010-01-01..2023-05-01", "5 count @2010", "10 count"]),
    # records
    ("It is at its lowest level since 2009, with 9 ships.", ["9 count ship"]),
    ("It had its worst year since 2009, with 9 ships.", ["9 count ship"]),
    ("It had its best year since 2009, with 9 ships.", ["9 count ship"]),
    ("It had its first loss since 2009, of 9 ships.", ["9 count ship"]),
    ("It lost the most since 2009, 9 ships.", ["9 count ship"]),
    ("It lost the least since 2009, 9 ships.", ["9 count ship"]),
    ("It is at its weakest level since 2009, with 9 ships.", ["9 count ship"]),
    ("It is in its most open state since 2009, with 9 ships.", ["9 count ship"]),
    ("It is in a state of rest since 2009, with 9 ships.", ["9 count ship @2009-01-01..2023-05-01"]),
    # handed on
    ("In 2020, it had 9 ships and 7 boats.", ["9 count ship @2020", "7 count boat @2020"]),
    ("It had 9 ships in 2020 and 7 boats.", ["9 count ship @2020", "7 count boat @2020"]),
    ("It had 9 ships (2020) and 7 boats.", ["9 count ship @2020", "7 count boat"]),
    ("It had 9 ships and 7 boats in 2020.", ["9 count ship @2020", "7 count boat @2020"]),
    ("It had 9 ships and 7 boats (2020).", ["9 count ship", "7 count boat @2020"]),
    ("It has 9 ships and 7 boats since 2020.", ["9 count ship @2020-01-01..2023-05-01", "7 count boat @2020-01-01..2023-05-01"]),
    ("It has 9 ships and has had 7 percent in 2020.", ["9 count ship", "7 percent @2020"]),
    ("It has 9 ships and sold 7 tons in 2020.", ["9 count ship @2020", "7 ton @2020"]),
    ("It has 9 ships and rose 7 percent since 2020.", ["9 count ship", "7 percent-change ship @2020-01-01..2023-05-01"]),
    ("It rose 9 percent and rose 7 percent since 2020.", ["9 percent-change @2020-01-01..2023-05-01", "7 percent-change @2020-01-01..2023-05-01"]),
    ("It has 9 ships and doubled since 2020.", ["9 count ship", "2 multiple ship @2020-01-01..2023-05-01"]),
    ("It has 9 ships and lost 7 percentage points since 2020.", ["9 count ship", "-7 percentage-point ship @2020-01-01..2023-05-01"]),
    ("It was 9%, up from 8% in 2020; for men 5%.", ["9 percent", "8 percent @2020", "5 percent @2020"]),
    ("It had 9 ships in 2020; for men 5 boats.", ["9 count ship @2020", "5 count boat @2020"]),
    ("The plan (2022: $3 million) has 9 parts.", ["3000000 USD @2022", "9 count part"]),
    ("The plan (2022: 3 ships) has 9 parts and 7 men.", ["3 count ship @2022", "9 count part", "7 person man"]),
    ("In 2020 it had 9 ships and its sister in the old and far north of the land, by the sea that never sleeps, and by the wide bay where no one lives now, had 7.", ["9 count ship @2020", "7 count ship"]),
    ("In 2020 it had 9 ships and its sister in the old and far north of the land, by the sea that never sleeps, had 7.", ["9 count ship @2020", "7 count ship @2020"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_times_that_figures_share(text: str, expected: list[str]) -> None:
    assert told(text) == expected


UNDATED = [
    ("It rose from 5 to 9 percent since 2010.", ["5 percent @2010", "9 percent"]),
    ("It had 9 ships since 2010.", ["9 count ship @2010-01-01.."]),
    ("It had 9 ships from 2010.", ["9 count ship @2010"]),
    ("It had 9 ships in 2010.", ["9 count ship @2010"]),
    ("It has 9 ships.", ["9 count ship"]),
    ("It had 9 ships since 2010, and 7 boats a year earlier.", ["9 count ship @2010-01-01..", "7 count boat @2010-01-01.."]),
    ("Exports doubled from 5 tons to 10 tons since 2014.", ["2 multiple @2014-01-01..", "5 ton @2014", "10 ton"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_an_undated_text(text: str, expected: list[str]) -> None:
    assert told(text, None) == expected
