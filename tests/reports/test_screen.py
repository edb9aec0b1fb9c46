"""What a terminal is shown never harms it, and fits it."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.reports.screen import Screen, emphasize, printable

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "\x90q\x9c",
    "a\bb",
    "over\rwrite",
    "line\nfeed",
    "\u202eevil\u202c",
    "\u2066isolate\u2069",
    "zero\u200bwidth\u200d\ufeff",
    "soft\u00adhyphen",
    "no\u00a0break\u202fspace",
    "line\u2028separator",
    "\x00\x7f\x85",
    "lone \ud800 surrogate",
]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_document_text_holds_no_character_that_moves_or_hides(text: str) -> None:
    assert printable(text).isprintable()


@given(st.text())
def test_printable_text_is_printable_and_stays(text: str) -> None:
    once = printable(text)
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in once)
    assert printable(once) == once


@given(st.text(alphabet="ab $%,.19 ", max_size=300), st.integers(20, 140))
def test_no_line_is_wider_than_the_screen(text: str, width: int) -> None:
    assert all(len(line) <= width for line in Screen(width=width).fold(text, "  ", "    "))


def test_emphasis_that_runs_over_a_line_is_closed_and_opened_again() -> None:
    folded = Screen(width=20, color=True).fold(f"before {emphasize('many words that need two lines')} after")
    assert len(folded) > 2
    for line in folded:
        assert len(re.findall("\x1b\\[1m", line)) == len(re.findall("\x1b\\[0m", line))


def test_without_colour_no_escape_is_written() -> None:
    screen = Screen(width=40)
    assert screen.paint("alarm", "x") == "x"
    assert screen.fold(emphasize("$22 billion")) == ["$22 billion"]


def test_a_figure_is_not_parted_from_its_unit() -> None:
    lines = Screen(width=20).fold(f"grew to some {emphasize('$22 billion')}")
    assert lines == ["grew to some", "$22 billion"]
