"""Document text in Markdown is text, whatever it holds: a CommonMark parser sees the tree of harmless words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reportdiff.reports.markdown.markup import escape_markdown, render_table
from reportdiff.reports.screen import printable

if TYPE_CHECKING:
    from markdown_it.token import Token

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PLACES = ("{}", "- {}", "before {} after", "**{}**", "> {}", "### {}", "| head |\n|---|\n| {} |", "- x\n  {}")
"""Where a report puts document text."""

HOSTILE = [
    "| pipe | and || two |",
    "<script>alert(1)</script>",
    "<details><summary>",
    "<!-- comment",
    "</td></table>",
    "&lt;b&gt; &amp; &#60; &copy;",
    "[link](javascript:alert(1))",
    "![image](https://example.org/x.png)",
    "[ref]: https://example.org",
    "<https://example.org>",
    "*one* **two** _three_ __four__ ~~five~~",
    "`code` ``more`` ```fence```",
    "```\nfence\n```",
    "~~~",
    "line\nfeed\r\nand\n\nparagraph",
    "# heading",
    "> quote",
    "- item",
    "+ item",
    "* item",
    "12. item",
    "3) item",
    "- - -",
    "---",
    "===",
    "    indented code",
    "\tindented by a tab",
    "hard break  \nnext",
    "back\\slash \\| \\\\| \\",
    "$x$ $$y$$",
    "|---|---|",
    "a\\",
    "\u202eevil\u202c \x1b[31m",
]
MARKUP = st.text(alphabet="ab1 |<>&[]()*_`~#\\!-+=.:/\n$@{}\"'^", max_size=60)


def shape(tokens: list[Token]) -> list[object]:
    """The tree without its words: types and nesting; runs of text are one."""
    found: list[object] = []
    for token in tokens:
        kind = "text" if token.type == "text_special" else token.type
        if kind == "text" and found and found[-1] == "text":
            continue
        found += [kind, *(shape(token.children) if token.children else [])]
    return found


def said(tokens: list[Token]) -> str:
    """All words of the tree."""
    return "".join(said(t.children) if t.children else t.content for t in tokens if t.type != "inline" or t.children)


def check_place(place: str, text: str) -> None:
    folded = " ".join(printable(text).split())
    harmless = PARSER.parse(place.format("harmless words" if folded else ""))
    tree = PARSER.parse(place.format(escape_markdown(text)))
    assert shape(tree) == shape(harmless)
    words = place.rpartition("\n")[2].strip("*>#-| ").format(folded)
    assert said(tree).replace("\u200b", "").endswith(words.strip())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_markup_in_document_text_is_text(text: str, place: str) -> None:
    check_place(place, text)


@given(MARKUP, st.sampled_from(PLACES))
def test_any_marks_are_text_anywhere(text: str, place: str) -> None:
    check_place(place, text)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("ask @octocat now", r"@\w"),
        ("fixed in #123", r"#\d"),
        ("owner/repo#4", r"#\d"),
        ("see GH-12", r"(?i)gh-\d"),
        ("merge !77", r"!\d"),
        ("https://example.org and http://x", r"://"),
        ("WWW.example.org", r"(?i)www\."),
        ("somebody@example.org", r"@\w"),
        ("well :smile: then", r":\w+:"),
    ],
)
def test_no_site_finds_anything_to_link_in_the_finished_text(text: str, linked: str) -> None:
    assert re.search(linked, text)
    finished = said(PARSER.parse(escape_markdown(text)))
    assert not re.search(linked, finished)
    assert finished.replace("\u200b", "") == text


@pytest.mark.parametrize(
    "text", ["GDP grew by 2.7 percent", "1.5 million", "-5 points", "+2 %", "2015", "U.S. exports"]
)
def test_plain_prose_stays_as_it_is(text: str) -> None:
    assert escape_markdown(text) == text


@given(st.text())
def test_no_invisible_character_is_left(text: str) -> None:
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in escape_markdown(text))


def test_a_table_has_its_rows_and_columns_whatever_stands_in_the_cells() -> None:
    rows = [[escape_markdown(text), "", "line\nfeed"] for text in HOSTILE]
    tokens = PARSER.parse(render_table(("one", "two", "three"), rows))
    assert [token.type for token in tokens].count("tr_open") == len(rows) + 1
    assert [token.type for token in tokens].count("td_open") == 3 * len(rows)
