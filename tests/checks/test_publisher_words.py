"""Every word that names of publishers may have or lack, and every second spelling."""

from __future__ import annotations

import pytest

from reportdiff.checks.publishers import are_one_source

SMALL = "a an and by for in of on the to us da de del der des di do du e et la le los und y".split()
COMMON = """agency authority board bureau center commission council department division foundation fund government group institute
international ministry national office organization service state states statistics united""".split()


@pytest.mark.parametrize("word", SMALL)
def test_a_small_word_makes_no_other_name(word: str) -> None:
    assert are_one_source(f"Alpha {word} Beta", "Alpha Beta")
    assert not are_one_source(f"Alpha {word}x Beta", "Alpha Beta")


@pytest.mark.parametrize("word", COMMON)
def test_a_common_word_makes_no_other_name_and_names_nobody_alone(word: str) -> None:
    assert are_one_source(f"Alpha Beta {word}", "Alpha Beta")
    assert not are_one_source(word, f"Alpha Beta {word}")
    assert not are_one_source(f"Alpha Beta {word}x", "Alpha Beta")


@pytest.mark.parametrize(
    ("one", "other"),
    [("centre", "center"), ("defence", "defense"), ("dept", "department"), ("labour", "labor"), ("organisation", "organization"),
     ("programme", "program")],
)  # fmt: skip
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    assert are_one_source(f"Alpha {one} Beta", f"Alpha {other} Beta")
