"""Units, nouns and multipliers that are said once for several numbers, votes, and bare numbers; published May 1, 2023."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

JOINTS = [
    ("It costs $5 to 30 a day.", ["5..30 USD/day"]),
    ("It costs $5 or 6 a day.", ["5..6 USD/day"]),
    ("It costs $5 - 30 million.", ["5000000..30000000 USD"]),
    ("It costs $5–6 a day.", ["5..6 USD/day"]),
    ("It costs $5 to as much as 30.", ["5 USD", "at-most 30 count"]),
    ("It costs $5 and 30 men.", ["5 USD", "30 person man"]),
    ("It has 5, 6 and then 7 ports.", ["5 count port", "6 count port", "7 count port"]),
    ("It has 5; 6 and 7 ports.", ["5 count", "6 count port", "7 count port"]),
    ("It has 5/6 ports.", []),
    ("It has 3 or 9 ports.", ["3 count port", "9 count port"]),
    ("It has 3 but 9 ports.", ["3 count port", "9 count port"]),
    ("It is 3 versus 9 percent.", ["3 percent", "9 percent"]),
    ("It is 3 vs. 9 percent.", ["3 percent", "9 percent"]),
    ("It is 3 compared to 9 percent.", ["3 percent", "9 percent"]),
    ("It is 3 compared with 9 percent.", ["3 percent", "9 percent"]),
    ("It is 3 against 9 percent.", ["3 percent", "9 percent"]),
    ("It rose 3, then 9 percent.", ["3 percent", "9 percent"]),
    ("It rose to 3, and by 9 percent.", ["3 percent", "9 percent"]),
    ("It rose from 3 and from 9 percent.", ["3 percent", "9 percent"]),
    ("It went from 12 to 9 percent.", ["12 percent", "9 percent"]),
    ("It went from 12 (men) to 9 percent.", ["12 percent", "9 percent"]),
    ("It is 3. In it 9 percent fell.", ["3 count", "9 percent"]),
    ("It has 5, 6-member teams.", ["5 count", "6 count team"]),
    ("It is 5% or 3 million.", ["5 percent", "3000000 count"]),
    ("It spent 5 of its $20 million.", ["20000000 USD"]),
    ("It came 2nd or 3rd.", ["2 rank"]),
    ("It paid $5 and 3 million dollars.", ["5 USD", "3000000 USD"]),
    ("It paid $5 and 3 million euros.", ["5 USD", "3000000 EUR"]),
    ("It has 6, and $3 million.", ["6 count", "3000000 USD"]),
    ("It costs 6-$8 million.", ["6000000..8000000 USD"]),
    ("It cut 5 a day and 9 tons a week.", ["5 ton/day", "9 ton/week"]),
    ("It has 6, and two-thirds of ports.", ["6 count", "66.6667 percent"]),
    ("It saw a 3 and 5 percent decline.", ["-3 percent-change", "-5 percent-change"]),
    ("It grew from 1,500 to 20 million tons.", ["1500 ton", "20000000 ton"]),
    ("It grew from 1,000 to 20 million tons.", ["1000 ton", "20000000 ton"]),
    ("It grew from 750 to 900 million tons.", ["750000000 ton", "900000000 ton"]),
    ("It grew from 500 to 3 million tons.", ["500 ton", "3000000 ton"]),
    ("It has 2, 3 and 4 million tons.", ["2000000 ton", "3000000 ton", "4000000 ton"]),
    ("It has 2 or 3 million tons.", ["2000000..3000000 ton"]),
    ("It went from 5 to 3 mb/d.", ["5000000 barrel/day", "3000000 barrel/day"]),
    ("It went from 5 cents to 3.", ["0.05 USD", "0.03 USD"]),
    ("It costs between 3 and 5 cents.", ["0.03..0.05 USD"]),
    ("It grew from 3 percent a year to 5.", ["3 percent/year", "5 percent/year"]),
    ("It grew from 3 percent to 5 a year.", ["3 percent/year", "5 percent/year"]),
    ("It gave 30 percent of all the land there to 40.", ["30 percent", "40 count"]),
    ("It gave 30 percent of all the land to 40.", ["30 percent", "40 percent"]),
    ("It rose from 5 percent to 3 million.", ["5 percent", "3000000 count"]),
    ("It has 30 ports, compared with 40 then.", ["30 count port", "40 count port"]),
    ("It was 30 percent in 2010, versus 40 in 2012.", ["30 percent @2010", "40 percent @2012"]),
    ("It was 30 percent for boys, and 40 for girls.", ["30 percent", "40 percent"]),
    ("It was 30 percent during the war, against 40 then.", ["30 percent", "40 percent"]),
    ("It was 30 percent as of 2010, compared to 40 in 2012.", ["30 percent @2010", "40 percent @2012"]),
    ("It was 30 percent at that time, compared with 40 then.", ["30 percent", "40 percent"]),
    ("It was 30 percent at the end of the old war, from 40 then.", ["30 percent", "40 percent"]),
    ("It was 30 percent at the end of the very old war, from 40 then.", ["30 percent", "40 count"]),
    ("It was 30 percent in 2010, to 40 in 2012.", ["30 percent @2010", "40 percent @2012"]),
    ("It was 30 percent in 2010, up from 20 then.", ["30 percent @2010", "20 percent"]),
    ("It was 30 percent in 2010, down from 40 then.", ["30 percent @2010", "40 percent"]),
    ("It was 30 percent with 40 then.", ["30 percent"]),
    ("It was 30 percent against 40 then.", ["30 percent", "40 percent"]),
    ("It was 30 percent, versus 40 then.", ["30 percent", "40 percent"]),
    ("It was 30 percent, from 40 then.", ["30 percent", "40 percent"]),
    ("It was 30 percent, down from about 40 then.", ["30 percent", "approximately 40 percent"]),
    ("It saw a 3 and 5 percent rise.", ["3 percent-change", "5 percent-change"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JOINTS)
def test_what_a_joint_hands_over(text: str, expected: list[str]) -> None:
    assert told(text) == expected


NOUNS = [
    ("Of the 24 ports, 5 burned.", ["24 count port", "5 count port"]),
    ("Of these people, 10 died.", ["10 person person"]),
    ("Of those people, 10 died, and 14 remained.", ["10 person person", "14 person person"]),
    ("Of the 24 ports, 5 burned, killing 17 people and injuring 63.", ["24 count port", "5 count port", "17 person person", "63 person person"]),
    ("Of the ports, 5 percent burned.", ["5 percent"]),
    ("It has 3 of the 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 of its 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 of his 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 of her 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 of their 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 of all 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 of a total of 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 of some 20 ports.", ["3 count port", "approximately 20 count port"]),
    ("It has 3 of Peru’s 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 of 20 ports.", ["3 count port", "20 count port"]),
    ("It has 3 out of the 20 ports.", ["3 count port", "20 count port"]),
    ("It killed 17 people and injured 63.", ["17 person person", "63 person person"]),
    ("It killed 17 people and injured 63, it said.", ["17 person person", "63 person person"]),
    ("It killed 17 people and injured 63; it said.", ["17 person person", "63 person person"]),
    ("It killed 17 people and injured 63: it said.", ["17 person person", "63 person person"]),
    ("It killed 17 people (and injured 63) in it.", ["17 person person", "63 person person"]),
    ("It killed 17 people and injured 63", ["17 person person", "63 person person"]),
    ("It killed 17 people, 63 of them men.", ["17 person person", "63 person person"]),
    ("It killed 17 people, 63 of which died.", ["17 person person", "63 person person"]),
    ("It killed 17 people, 63 of those at sea.", ["17 person person", "63 person person"]),
    ("It killed 17 people, 63 of these at sea.", ["17 person person", "63 person person"]),
    ("It killed 17 people, 63 of whom died.", ["17 person person", "63 person person"]),
    ("It killed 17 people and 63 drowned.", ["17 person person", "63 person person"]),
    ("It killed 17 people and scored 63 above it.", ["17 person person", "63 count"]),
    ("It killed 17 men in the long war of the old north against the new south that went on for so many of the dark and cold years by that old river, and then it hurt 63.", ["17 person man"]),
    ("It killed 17 men in the long war of the old north against the new south that went on for so many of the dark and cold years, and then it hurt 63.", ["17 person man", "63 person man"]),
    ("It built 17 ports, then 63.", ["17 count port", "63 count port"]),
    ("The number of people there fell from 1.9 billion to 836 million.", ["1900000000 person person", "836000000 person person"]),
    ("The number of people without work rose to 5 million.", ["5000000 person person"]),
    ("The number of ports there fell from 1.9 million to 0.3 million.", ["1900000 count port", "300000 count port"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_a_noun_is_said_once(text: str, expected: list[str]) -> None:
    assert told(text) == expected


VOTES = [
    ("The members voted 12-7.", ["12 count vote", "7 count vote"]),
    ("The law was put to a vote 12-7.", ["12 count vote", "7 count vote"]),
    ("The house cast votes 12-7.", ["12 count vote", "7 count vote"]),
    ("Members voting 9-14 rejected it.", ["9 count vote", "14 count vote"]),
    ("The vote was 9–14.", ["9 count vote", "14 count vote"]),
    ("The votes fell 9 to 14.", ["9 count vote", "14 count vote"]),
    ("Voting was tied at 9-9.", ["9 count vote", "9 count vote"]),
    ("A majority of 12-7 backed it.", ["12 count vote", "7 count vote"]),
    ("The bill was adopted 12-7.", ["12 count vote", "7 count vote"]),
    ("The bill passed 12-7.", ["12 count vote", "7 count vote"]),
    ("The bill passed 12 to 7, it said.", ["12 count vote", "7 count vote"]),
    ("The bill passed by 12 to 7 votes.", ["12 count vote", "7 count vote"]),
    ("The treaty was ratified 12-7.", ["12 count vote", "7 count vote"]),
    ("The judge was confirmed 12-7.", ["12 count vote", "7 count vote"]),
    ("The plan was endorsed 12 to 7.", ["12 count vote", "7 count vote"]),
    ("The plan was approved 12-7.", ["12 count vote", "7 count vote"]),
    # who is for it is named first, and wins
    ("The plan was approved 9-14.", []),
    ("The plan was approved 9-9.", []),
    ("It devotes 9-14 of it.", []),
    ("It compassed 14-9 of it.", []),
    ("It voted; the score was 9-14.", ["9 count"]),
    ("It devotes to it a score of 12-7.", ["12 count"]),
    ("It passed; the score was 12-7.", ["12 count"]),
    ("It passed: the score was 12-7.", ["12 count"]),
    ("It passed. The score was 12-7.", ["12 count"]),
    ("It passed the law of the land that its old people had long asked it for on May 12-7.", []),
    ("In a 12-7 vote, it left.", ["12 count vote", "7 count vote"]),
    ("In a 12-7 split, it left.", ["12 count vote", "7 count vote"]),
    ("By a 12-7 majority, it left.", ["12 count vote", "7 count vote"]),
    ("It rose by 5 to 10 votes.", ["5..10 count vote"]),
    ("It rose by 5, 10 votes fewer.", ["5 count vote", "10 count vote"]),
    ("The score in a 12-7 voteless game fell.", ["12 count fell", "7 count fell"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VOTES)
def test_votes(text: str, expected: list[str]) -> None:
    assert told(text) == expected


GROUPS = [
    ("Some 74 percent among men and 51 among women read.", ["approximately 74 percent", "51 percent"]),
    ("It was 74 percent for men, and 51 for women.", ["74 percent", "51 percent"]),
    ("It was 74 percent for men but only 51 for women.", ["74 percent", "51 percent"]),
    ("It was 74 percent in towns versus just 51 in villages.", ["74 percent", "51 percent"]),
    ("It was 74 percent in towns against about 51 in villages.", ["74 percent", "approximately 51 percent"]),
    ("It was 74 percent in towns compared with over 51 in villages.", ["74 percent", "more-than 51 percent"]),
    ("It was 74 percent in towns compared to nearly 51 in villages.", ["74 percent", "nearly 51 percent"]),
    ("It was 74 percent in the larger coastal towns and 51 in villages.", ["74 percent", "51 percent"]),
    ("It was 74 percent in towns and 51 for men.", ["74 percent", "51 percent"]),
    ("The score was 53 for men and 56 for women.", ["53 count", "56 count"]),
    ("The score was 53 in towns and 56 in villages.", ["53 count", "56 count"]),
    ("The score was 53 for men and 56 in towns.", ["53 count"]),
    ("It chose women (212 of 353).", ["212 count", "353 count"]),
    ("It chose women (212 out of 353).", ["212 count", "353 count"]),
    ("It chose women (about 212 of 353).", ["approximately 212 count", "353 count"]),
    ("It chose women (353 of 212).", ["212 count"]),
    ("It chose women (212 of 212).", ["212 count", "212 count"]),
    ("It chose women (212, of 353).", ["353 count"]),
    ("It chose women (212 of 353.", ["353 count"]),
    ("It chose women 212 of 353).", ["353 count"]),
    ("It chose women, 212 of 353.", ["353 count"]),
    ("Most came from Laos (14), Chad (9) and the Republic of Korea (7).", ["14 count", "9 count", "7 count"]),
    ("Most came from Trinidad and Tobago (14) and Saint Vincent and the Grenadines (9).", ["14 count", "9 count"]),
    ("Most came from Laos (14), and from afar.", []),
    ("Most came from Annex (14), and from Chapter (9).", []),
    ("Most came with turkey (14), and with a jordan (9).", []),
    ("Most came from Laos (14, Chad (9.", []),
    ("Most came from Laos 14), Chad 9).", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_numbers_of_groups_and_parts(text: str, expected: list[str]) -> None:
    assert told(text) == expected


BARE = [
    ("Its model 1035 (2010) sold.", []),
    ("Its class 35 (2010) sold.", ["35 count @2010"]),
    ("Its class 35 (1995) sold.", ["35 count @1995"]),
    ("Its class 35 (May 1995) sold.", ["35 count @1995-05-01..1995-05-31"]),
    ("Its class 35 (FY2010) sold.", ["35 count @2009-10-01..2010-09-30"]),
    ("Its class 35 (20105) sold.", []),
    ("Its class 35 (3010) sold.", []),
    ("Its class 35 2010 sold.", []),
    ("Score: 35", ["35 count"]),
    ("The answer was seven.", []),
    ("The answer was seven million.", ["7000000 count"]),
    ("The answer was 7.", ["7 count"]),
    ("The answer was the 7.", ["7 count"]),
    ("It ran on 7.", []),
    ("It ran on 1,007.", ["1007 count"]),
    ("It ran on 0.7.", ["0.7 count"]),
    ("The answer was 0.7.", ["0.7 count"]),
    ("The answer was 07.", []),
    ("The answer was 0.", ["0 count"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_whether_a_bare_number_is_a_figure(text: str, expected: list[str]) -> None:
    assert told(text) == expected
