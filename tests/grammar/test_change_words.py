"""Where the words stand that make a change of an amount, and what keeps them from it."""

from __future__ import annotations

import pytest

from reportdiff.grammar.direction import Direction, direction_of

RISE, FALL = (Direction.RISE, False), (Direction.FALL, False)
RISE_BEHIND, FALL_BEHIND = (Direction.RISE, True), (Direction.FALL, True)

TOLD = [
    # a verb and "by" or an article
    ("it grew by [5]", RISE), ("it grew by a [5]", RISE), ("it grew by an [8]", RISE), ("it grew an [8]", RISE),
    ("it grew by about [5]", RISE), ("it grew by an additional [5]", RISE), ("it grew by an estimated [5]", RISE),
    ("it grew a staggering [5]", RISE), ("it grew by an average of a [5]", RISE), ("it fell by [$5]", FALL),
    ("it grew in the last of these years by [5]", RISE), ("it fell off the old fisherman’s big red boat again by [5]", FALL),
    ("it fell off the old fisherman’s big red wooden boat once again by [5]", None),
    ("it fell off the boat a [5]", None), ("it fell, by [5]", FALL), ("IT GREW BY [5]", RISE), ("downgrew by [5]", None),
    ("it grew by a whole [5]", None),
    # verbs that stand right before a share
    ("it grew [5]", RISE), ("it grew another [5]", RISE), ("it fell further [5]", FALL), ("it outgrew [5]", None),
    ("it is up [5]", RISE), ("they make up [5]", None), ("they made up [5]", None), ("they took up [5]", None),
    ("they add up [5]", None), ("they set up [5]", None), ("it is down [5]", FALL), ("UP [5]", RISE),
    # nouns and "of" or "in … of"
    ("a rise of [5]", RISE), ("rises of [5]", RISE), ("a rise of a [5]", RISE), ("an increase of an [8]", RISE),
    ("a cut of about [5]", None), ("a drop in sales of [5]", FALL), ("a drop in the sales of some of [5]", FALL),
    ("a drop in the sales of one or two of [5]", None), ("a drop in of [5]", None), ("a raindrop of [5]", None),
    ("a drop for [5]", None), ("A DROP OF [5]", FALL),
    # behind the amount
    ("a [5] increase", RISE_BEHIND), ("a [5]-increase", RISE_BEHIND), ("a [5]–increase", RISE_BEHIND),
    ("a [5] - increase", RISE_BEHIND), ("[5] losses", FALL_BEHIND), ("[5] increases", RISE_BEHIND),
    ("a [5] real annual increase", RISE_BEHIND), ("a [5] year-on-year drop", FALL_BEHIND), ("a [5] INCREASE", RISE_BEHIND),
    ("a [5] increase rate", None), ("a [5] growth rate", None), ("a [5] growth target", None), ("a [5] growth forecast", None),
    ("a [5] growth plan", RISE_BEHIND), ("a [5] increaseful", None), ("a [5]increase", None), ("a [5], increase", None),
    ("[5] higher than", RISE_BEHIND), ("[5] much higher than", RISE_BEHIND), ("[5] less than", FALL_BEHIND),
    ("[5] far lower than", FALL_BEHIND), ("[5] to less than", None), ("[5] and more than", None), ("[5] for more than", None),
    ("[5] very much more than", None), ("[5] higher thanks", None),
    ("[5] people more than", RISE_BEHIND),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), TOLD)
def test_a_change_or_a_level(told: str, expected: tuple[Direction, bool] | None) -> None:
    begin, end = told.index("["), told.index("]") - 1
    bare = told.replace("[", "").replace("]", "")
    assert direction_of(bare, 0, begin, end) == expected
    assert direction_of(f"So {bare}", 3, begin + 3, end + 3) == expected


OF_NO_SHARE = [("it is up [5]", None), ("it fell [5]", None), ("a loss of [5]", None), ("losses of [5]", None),
               ("a rise of [5]", RISE), ("a decline of [5]", FALL), ("it fell by [5]", FALL), ("a gain of [5]", RISE)]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), OF_NO_SHARE)
def test_an_amount_that_is_no_share_needs_by_or_of(told: str, expected: tuple[Direction, bool] | None) -> None:
    begin, end = told.index("["), told.index("]") - 1
    assert direction_of(told.replace("[", "").replace("]", ""), 0, begin, end, share=False) == expected


def test_only_what_is_near_counts() -> None:
    assert direction_of(f"5{' ' * 100}more than", 0, 0, 1) is None
    assert direction_of("5 higher than", 0, 0, 1) == RISE_BEHIND
    assert direction_of("it fell by 5", 8, 11, 12) is None
