"""The laws that the fuzzer tries hold of every input that it begins with, and of none that breaks them."""

from __future__ import annotations

import pytest

from reportdiff.model.errors import UnreadableInput
from tests.fuzz.laws import check_refusal
from tests.fuzz.targets import TARGETS, dictionary


@pytest.mark.parametrize("name", TARGETS)
def test_a_sample_of_the_seeds_keeps_the_laws(name: str) -> None:
    target = TARGETS[name]
    seeds = list(target.seeds())
    assert seeds
    for data in seeds[:: 1 + len(seeds) // 20]:
        target.check(data)
        target.check(data[: len(data) // 2])


def test_a_refusal_in_two_lines_breaks_a_law() -> None:
    with pytest.raises(AssertionError):
        check_refusal(UnreadableInput("one\ntwo"))


def test_the_words_of_the_fuzzer_are_ascii_in_quotation_marks() -> None:
    lines = dictionary().splitlines()
    assert len(lines) > 100
    assert all(line.isascii() and line[0] == line[-1] == '"' for line in lines)
