"""Whether words tell a rise or a fall, and whether the amount beside them is the change itself."""

from __future__ import annotations

import pytest

from reportdiff.grammar.direction import Direction, direction_of

RISE, FALL = Direction.RISE, Direction.FALL
BEFORE, BEHIND = False, True

TOLD = [
    ("sales fell by [5 percent]", FALL, BEFORE),
    ("sales rose sharply by [5 percent]", RISE, BEFORE),
    ("sales rose a record [5 percent]", RISE, BEFORE),
    ("sales rose by a further [5 percent]", RISE, BEFORE),
    ("sales fell by an extra [5 percent]", FALL, BEFORE),
    ("a rise of [5 percent]", RISE, BEFORE),
    ("an increase in total sales of [5 percent]", RISE, BEFORE),
    ("a [5 percent] annual decline", FALL, BEHIND),
    ("[5 percent] higher than", RISE, BEHIND),
    ("[5 percent] lower than", FALL, BEHIND),
    ("[5 percent] real growth", RISE, BEHIND),
    ("a [5-percent] drop", FALL, BEHIND),
]
OF_SHARES_ONLY = [
    ("sales rose [5 percent]", RISE),
    ("prices were up [5 percent]", RISE),
    ("prices were down [5 percent]", FALL),
    ("sales increased another [5 percent]", RISE),
    ("sales dropped further [5 percent]", FALL),
    ("the currency lost [5 percent]", FALL),
    ("a loss of [5 percent]", FALL),
]
LEVELS = [
    "sales rose to [5 percent]",
    "growth slowed to [5 percent]",
    "by [5 percent]",
    "[5 percent] growth rate",
    "[5 percent] fewer ports than",
    "[5 percent] than",
    "[5 percent]",
    "sales fell, and [5 percent]",
    "a share of [5 percent]",
]


def read(told: str, *, share: bool) -> tuple[Direction, bool] | None:
    """The direction of the amount in square brackets."""
    begin, end = told.index("["), told.index("]") - 1
    return direction_of(told.replace("[", "").replace("]", ""), 0, begin, end, share=share)


@pytest.mark.parametrize(("told", "direction", "behind"), TOLD)
def test_a_change_is_told(told: str, direction: Direction, *, behind: bool) -> None:
    assert read(told, share=True) == read(told, share=False) == (direction, behind)


@pytest.mark.parametrize(("told", "direction"), OF_SHARES_ONLY)
def test_a_bare_verb_tells_the_change_of_a_share_alone(told: str, direction: Direction) -> None:
    assert read(told, share=True) == (direction, BEFORE)
    assert read(told, share=False) is None


@pytest.mark.parametrize("told", LEVELS)
def test_a_level_is_no_change(told: str) -> None:
    assert read(told, share=True) is None


def test_what_stands_before_the_sentence_is_not_read() -> None:
    text = "Sales rose by 5 percent."
    assert direction_of(text, 0, 14, 23) == (RISE, BEFORE)
    assert direction_of(text, 14, 14, 23) is None
    assert direction_of(text, 11, 14, 23) is None
