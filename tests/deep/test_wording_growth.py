"""The cost of comparing wording grows with the texts: counted in calls, so that no clock can blur it."""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from reportdiff.compare.prose.wording import compare_texts
from tests.deep.tally import WORDING, Tally

pytestmark = pytest.mark.deep

LARGEST_FACTOR = 2.3
WORDS = "alpha beta gamma delta of the in and trade grew percent report people area water prison law court".split()
Pair = tuple[str, str]


def lines(count: int, length: int, seed: int) -> list[str]:
    dice = random.Random(seed)
    return [" ".join([*dice.choices(WORDS, k=length), str(dice.randrange(10**6))]) for _ in range(count)]


def edited(count: int) -> Pair:
    old = lines(count, 12, 1)
    return "\n".join(old), "\n".join(line.replace("trade", "commerce") for line in old)


def shuffled(count: int) -> Pair:
    old = lines(count, 12, 1)
    return "\n".join(old), "\n".join(random.Random(2).sample(old, count))


def one_line(count: int) -> Pair:
    return " ".join(lines(count, 1, 1)), " ".join(lines(count, 1, 2))


SHAPES: dict[str, Callable[[int], Pair]] = {
    "edited": edited,
    "unrelated": lambda count: ("\n".join(lines(count, 12, 1)), "\n".join(lines(count, 12, 2))),
    "shuffled": shuffled,
    "turned about": lambda count: ("\n".join(lines(count, 6, 1)), "\n".join(lines(count, 6, 1)[::-1])),
    "one line again and again": lambda count: ("a b c d e\n" * count, "a b c d f\n" * count),
    "two lines in turn": lambda count: ("a b c d e\nf g h i j\n" * count, "f g h i j\na b c d e\n" * count),
    "all alike": lambda count: (
        "\n".join(f"trade with the north grew by {n}" for n in range(count)),
        "\n".join(f"trade with the north grew by {n + count}" for n in range(count)),
    ),
    "one long line": one_line,
    "no text against some": lambda count: ("", "\n".join(lines(count, 12, 1))),
}


def count_calls(work: Callable[[], object]) -> int:
    """The calls of functions, Python's own among them, that *work* makes."""
    number = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal number
        number += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_twice_the_calls(shape: str, tally: Tally) -> None:
    counts = []
    for size in (500, 1000, 2000, 4000):
        old, new = SHAPES[shape](size)
        counts.append(count_calls(lambda old=old, new=new: compare_texts(old, new)))  # type: ignore[misc]
    slow = [(one, other) for one, other in itertools.pairwise(counts) if other > one * LARGEST_FACTOR]
    tally(WORDING, 1, {"too slow": int(slow != [])})
    assert slow == []
