"""Markup inside a line goes, and what it encloses stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.sources.builder import Passage
from reportdiff.sources.markdown.inline import is_strong, plain_words


def words(text: str) -> str:
    return plain_words(Passage(text, ((0, len(text), 0),) if text else ())).text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**allocated $16 million** towards", "allocated $16 million towards"),
        ("**<u>Chips</u>:** The *two* leaders", "Chips: The two leaders"),
        ("**Cancer: ** and ***all***", "Cancer: and all"),
        ("_CS Anthem_ and snake_case_name", "CS Anthem and snake_case_name"),
        ("2 * 3 * 4 and 1 province* (x)", "2 * 3 * 4 and 1 province* (x)"),
        ('[a **site**](https://x.org/a_(b)_c "t"), [b][1]', "a site, b"),
        ("[1] (202) 833-9860 [s] [Lee](2019)", "[1] (202) 833-9860 [s] [Lee](2019)"),
        ("see ![a chart](x.png) and [![i](y.png)](z.html) here", "see and here"),
        ("<https://x.org/a> by mail", "https://x.org/a by mail"),
        ("grew[^12] by \\$5&nbsp;million &amp; more", "grew by $5 million & more"),
        ("the 26<sup>th</sup>, 5 km<sup>2</sup>, CO<sub>2</sub>", "the 26th, 5 km², CO2"),
        ("one<br>two <!-- hidden --> three", "one two three"),
        ("a < b, <5%, <notatag> and `code`", "a < b, <5%, <notatag> and code"),
        ("&lt;5% &unknown; AT&T", "<5% &unknown; AT&T"),
        ("34² stays", "34² stays"),
    ],
)
def test_markup_is_dropped(marked: str, plain: str) -> None:
    assert words(marked) == plain
    assert words(plain) == plain


@given(st.text(alphabet="a1 *_\\&;<>/[]()!`^#b-", max_size=40))
def test_what_is_plain_stays(text: str) -> None:
    once = words(text)
    assert words(once) == once


@pytest.mark.parametrize(
    ("text", "strong"),
    [("**Trade**", True), ("***Trade and Growth:***", True), ("**Trade**:", True), ("**Trade** and **Growth**", False),
     ("**Trade:** grew", False), ("****", False), ("Trade", False)],
)  # fmt: skip
def test_a_line_wholly_bold_is_told_from_one_with_bold_in_it(text: str, strong: bool) -> None:
    assert is_strong(text) is strong
