"""Digits that measure nothing."""

from __future__ import annotations

import pytest

from reportdiff.grammar.traps import follows_a_name, is_part_of_name, match_trap

TRAPS = [
    # text, the first of the digits, how far the trap reaches
    ("call (202) 833-9860", "202", "202) 833-9860"),
    ("call +1 202-555-0143 now", "202", "202-555-0143"),
    ("at 10:30 a.m. on Monday", "10", "10:30 a.m."),
    ("at 5 p.m. sharp", "5", "5 p.m."),
    ("at 12 03 S, 77 03 W", "12", "12 03 S"),
    ("near 12.5° N of it", "12", "12.5° N"),
    ("at 2201 Market Street NW", "2201", "2201 Market Street"),
    ("under 22 U.S.C. 2151", "22", "22 U.S.C. 2151"),
    ("on 9/11 and later", "9", "9/11"),
    ("under Section 301 of the Act", "301", "301"),
    ("in Sections 3, 4, and 5 (b)", "3", "3, 4, and 5"),
    ("Resolution 2231 (2015)", "2231", "2231"),
    ("P.L. 116-260", "116", "116-260"),
    ("§ 12 of it", "12", "12"),
    ("aged 15-24 work", "15", "15-24"),
    ("ages 65 and over", "65", "65 and over"),
    ("Washington, DC 20001-1234", "20001", "20001-1234"),
    ("(Table 3) shows", "3", "3"),
    ("see no. 7 there", "7", "7"),
    ("see www.site.org/a/15 now", "15", "15"),
]


@pytest.mark.parametrize(("text", "digits", "reach"), TRAPS)
def test_a_trap(text: str, digits: str, reach: str) -> None:
    at = text.index(digits)
    end = match_trap(text, 0, at)
    assert end is not None
    assert text[at:end] == reach


FIGURES = ["rose 53 percent", "exported 301 tons", "had 15.5 million people", "sold 20,001 cars", "lost 9 of 11 seats",
           "paid $5 million", "built 22 ports"]  # fmt: skip


@pytest.mark.parametrize("text", FIGURES)
def test_what_is_no_trap(text: str) -> None:
    at = next(place for place, letter in enumerate(text) if letter.isdigit())
    assert match_trap(text, 0, at) is None


NAMES = ["COVID-19", "G20", "IF12372", "5G", "26th", "F-16", "3.5.1", "1.2.3"]


@pytest.mark.parametrize("name", NAMES)
def test_digits_of_a_name(name: str) -> None:
    first = next(place for place, letter in enumerate(name) if letter.isdigit())
    end = next((place for place in range(first, len(name)) if not name[place].isdigit()), len(name))
    if name[end : end + 1] == ".":
        end += 2
    assert is_part_of_name(name, first, end)


@pytest.mark.parametrize("text", ["rose 19 points", "19", "(19)", "19km", "19%", "$19-Million"])
def test_digits_of_no_name(text: str) -> None:
    at = text.index("19")
    assert not is_part_of_name(text, at, at + 2)


FOLLOWING = [
    ("joined Defender Europe 21 too", True),
    ("In 21 towns", False),
    ("the Only 21", False),
    ("the towns 21", False),
]


@pytest.mark.parametrize(("text", "expected"), FOLLOWING)
def test_a_number_behind_a_name(text: str, expected: bool) -> None:
    assert follows_a_name(text, 0, text.index("21")) is expected


@pytest.mark.parametrize("text", ["7", "a" * 100_000 + "7", "§" * 1000 + "7", "(" * 1000 + "7", "٧7", "+7"])
def test_odd_surroundings_raise_nothing(text: str) -> None:
    at = text.index("7")
    match_trap(text, 0, at)
    match_trap(text, at, at)
    is_part_of_name(text, at, at + 1)
    follows_a_name(text, 0, at)
