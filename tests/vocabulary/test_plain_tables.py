"""The quick reader says what tomllib says, or nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportdiff.vocabulary
from reportdiff.vocabulary.plain_tables import read_plain_table

FOLDER = Path(reportdiff.vocabulary.__file__).parent
FILES = sorted(FOLDER.rglob("*.toml"))
LINES = ("[a]", "[a.b]", "[c-d]", "# note", "", "x = 'one; two'", 'y = "it\'s"', "z = '''", "more", "'''", "n = 1")
WORD_LISTS = ("aspects", "attributions", "boosters", "characterizations", "countries", "hedges", "tone", "words")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_shipped_table_reads_as_tomllib_reads_it_or_not_at_all(path: Path) -> None:
    text = path.read_text("utf-8")
    table = read_plain_table(text)
    assert table is None or table == tomllib.loads(text)


@pytest.mark.parametrize("name", WORD_LISTS)
def test_the_word_lists_are_plain(name: str) -> None:
    assert read_plain_table((FOLDER / f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "text", ["a = 1", "a = ['b']", 'a = "\\n"', "a.b = 'c'", "[a", "a = 'b' # c", "a = '''b", "a='b'"]
)
def test_what_is_more_than_text_is_left_alone(text: str) -> None:
    assert read_plain_table(text) is None


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_it_never_says_otherwise_than_tomllib(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # a table told twice is the one mistake that it lets pass; no shipped file may have one
    assert read_plain_table(text) in (None, expected)
