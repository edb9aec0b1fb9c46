"""Every word that binds a figure to its part of a sentence, in a sentence of its own, and one that does not."""

from __future__ import annotations

import pytest

from tests.extraction.told import told

HURT, DOGS, DOGS_2018 = "15 person man", "2 count dog", "2 count dog @2018"


@pytest.mark.parametrize("joint", "in by during at across through".split())
def test_what_was_done_is_of_the_time_of_how_often(joint: str) -> None:
    assert told(f"The 15 men were seen {joint} 2 towns in 2018.")[0] == f"{HURT} @2018"
    assert told(f"The child was seen {joint} 2 towns in 2018.")[0] == "2 count town @2018"


@pytest.mark.parametrize("words", ["seen for", "seen to", "seen from", "old as", "x by"])
def test_what_is_told_beside_it_is_not(words: str) -> None:
    assert told(f"The 15 men were {words} 2 dogs in 2018.")[0] == HURT


@pytest.mark.parametrize("deed", ["opened", "known", "built", "held", "made", "begun", "set up"])
def test_a_deed_before_the_time_keeps_it(deed: str) -> None:
    assert told(f"The 15 men were seen in 2 towns {deed} in 2018.") == [HURT, "2 count town @2018"]


@pytest.mark.parametrize(
    "gap", [", in ", "; in ", ": in ", " (in ", " and in ", " than in ", " below in ", " above in ", " from "]
)
def test_what_parts_two_figures_ends_the_part(gap: str) -> None:
    found = told(f"It lost 9 ships in 2018 and 15 men{gap}2 dogs in 2019.")
    assert found[1] != f"{HURT} @2019"


@pytest.mark.parametrize("joint", [" and ", ", and ", "; ", ", "])
def test_what_joins_two_parts(joint: str) -> None:
    assert told(f"It lost 9 ships in 2018{joint}15 men in 2 dogs in 2019.")[1] == f"{HURT} @2019"


@pytest.mark.parametrize("joint", [" with ", ", its ", " - ", ", of which "])
def test_what_joins_none(joint: str) -> None:
    assert told(f"It lost 9 ships in 2018{joint}15 men in 2 dogs in 2019.")[1] != f"{HURT} @2019"


@pytest.mark.parametrize("lead", ["by ", "by a ", "by another ", "by a further ", "by about ", "by some "])
def test_a_time_before_its_amount_is_of_that_alone(lead: str) -> None:
    first, second = told(f"In 2021 sales rose by 4 percent and fell in 2022 {lead}2 percent.")
    assert first == "4 percent-change @2021"
    assert told(f"Sales rose by 4 percent and fell in 2022 {lead}2 percent.")[0] == "4 percent-change"
    assert second.endswith("-2 percent-change @2022")


@pytest.mark.parametrize(
    "lead", [", another ", ", and another ", ", then another ", ", or another ", ", a further ", ", and by another "]
)
def test_a_further_change(lead: str) -> None:
    assert told(f"Fees fell by 3 percent{lead}5 percent in May.")[1].startswith("-5 percent-change")
    assert told(f"Fees were 3 percent{lead}5 percent in May.")[1].startswith("5 percent ")


BEHIND = [".", ", it said.", "; it said so.", " and rose again.", " in May.", " on Monday.", " over a year.", " during May.", " abroad.",
          " at home.", " next year.", " last year.", " this year.", " the following year."]  # fmt: skip


@pytest.mark.parametrize("end", BEHIND)
def test_behind_a_further_change_stands_nothing_else(end: str) -> None:
    assert told(f"Fees fell by 3 percent, another 5 percent{end}")[1].startswith("-5 percent-change")


@pytest.mark.parametrize("end", [" of firms closed.", " said so.", " were lost.", " onward trips."])
def test_what_is_told_of_others_is_no_further_change(end: str) -> None:
    assert told(f"Fees fell by 3 percent, another 5 percent{end}")[1].startswith("5 percent")


POINTS = ["a quarter of a percentage point", "half a percentage point", "a quarter percentage point", "half of a full percentage point",
          "a quarter of a percent point", "a quarter of a per cent point"]  # fmt: skip


@pytest.mark.parametrize("words", POINTS)
def test_fractions_of_a_point(words: str) -> None:
    (found,) = told(f"The bank cut its rate by {words}.")
    assert found in ("-0.25 percentage-point", "-0.5 percentage-point")


@pytest.mark.parametrize(
    "words", ["a quarter of a point of sale", "a quarter of a percentage", "a quarter of percentage pointers"]
)
def test_no_fractions_of_a_point(words: str) -> None:
    assert all("percentage-point" not in found for found in told(f"The bank cut its rate by {words}."))


@pytest.mark.parametrize(("words", "ends"), [("it", "@2023-05-01..2025-05-01"), ("they", "@2023-05-01..2025-05-01")])
def test_a_time_that_opens_a_clause_is_of_that_clause(words: str, ends: str) -> None:
    first, second = told(f"Growth was 1.1% and for the next two years {words} averages 1.7%.")
    assert first == "1.1 percent"
    assert second.endswith(ends)
