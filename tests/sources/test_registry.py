"""Which reader takes which document, and what a document says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.sources.dates import read_date_line
from reportdiff.sources.markdown.frontmatter import read_front_matter
from reportdiff.sources.markdown.reader import read_markdown
from reportdiff.sources.metadata import Metadata, find_metadata
from reportdiff.sources.plain.reader import read_plain
from reportdiff.sources.registry import media_type_of, read_source


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.txt", b"Trade grew.", "text/plain"),
        ("a", b"Trade grew.", "text/plain"),
        ("-", b"* one\n* two\n", "text/plain"),
        ("a.MD", b"Trade grew.", "text/markdown"),
        ("a.markdown", b"", "text/markdown"),
        ("a.txt", b"# Trade\n\n**Growth**\n\nIt grew.", "text/markdown"),
        ("a.txt", b"---\ntitle: Trade\n---\nIt grew.", "text/markdown"),
        ("a.txt", b"It *grew* by 5 percent # 1 in the world.", "text/plain"),
    ],
)
def test_the_media_type_comes_from_the_ending_or_the_marks(name: str, data: bytes, media_type: str) -> None:
    assert media_type_of(name, data) == media_type


def test_a_foreign_text_is_read_when_forced() -> None:
    data = (
        "El Gobierno anunció que la economía del país creció un 3 por ciento y que los precios subieron. " * 5
    ).encode()
    with pytest.raises(UnreadableInput, match="Spanish"):
        read_source(data, name="a.txt")
    assert "3 por ciento" in read_source(data, name="a.txt", force=True).content


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Updated January 10, 2024", date(2024, 1, 10)),
        ("April 26, 2022", date(2022, 4, 26)),
        ("Published: 3 Sept. 2021", date(2021, 9, 3)),
        ("Tuesday, May 4, 2021 at 10:15 a.m. EDT", date(2021, 5, 4)),
        ("2021-09-09", date(2021, 9, 9)),
        ("February 30, 2021", None),
        ("03/04/2021", None),
        ("On April 26, 2022, they met.", None),
    ],
)
def test_a_date_alone_on_a_line_is_read(line: str, day: date | None) -> None:
    assert read_date_line(line) == day


PROSE = "Trade grew by 5 percent in 2019 and is set to grow further in all of the years that lie ahead of us."


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"Trade in Brief\n\nMay 3, 2021\n\n{PROSE}", Metadata(title="Trade in Brief", published=date(2021, 5, 3))),
        (f"Trade in Brief\n\nMinistry of Works, updated 3 May 2021\n\n{PROSE}", Metadata(published=date(2021, 5, 3))),
        (f"Trade in Brief\n\nWater Board | Issued 3 May 2021\n\n{PROSE}", Metadata(published=date(2021, 5, 3))),
        (f"Trade in Brief\n\nReference date: 3 May 2021\n\n{PROSE}", Metadata(published=date(2021, 5, 3))),
        (f"Trade in Brief\n\nLusaka, 3 May 2021 - {PROSE}", Metadata(published=date(2021, 5, 3))),
        (f"Trade in Brief\n\nLUSAKA, May 3, 2021 — {PROSE}", Metadata(published=date(2021, 5, 3))),
        (f"Trade in Brief\n\nTalks in Lusaka, due on 3 May 2021\n\n{PROSE}", Metadata(published=None)),
        (f"Trade in Brief\n\nIn Lusaka, on 3 May 2021 - {PROSE}", Metadata(published=None)),
        (f"Trade in Brief\n\n{PROSE}\n\nMay 3, 2021", Metadata(title=None, published=None)),
        (f"May 3, 2021\n\nMay 4, 2021\n\n{PROSE}", Metadata()),
        (f"{PROSE}\n\nAB12345", Metadata(number="AB12345")),
    ],
)
def test_nothing_is_guessed(source: str, expected: Metadata) -> None:
    found = find_metadata(read_plain(source), source)
    assert (found.published, found.number) == (expected.published, expected.number)
    assert expected.title in (None, found.title)


def test_front_matter_goes_first() -> None:
    source = (
        "---\ntitle: \"Trade \\u2013 in\\_Brief and\\\n  \\ more\"\ndate: '2021-09-09'\npublished_time: 2021-09-10 18:15:00-04:00\n"
        f"source_url: https://x.org/a\nsubject: chad\ntags:\n- a\n---\n\nMay 3, 2021\n\n{PROSE}"
    )
    assert find_metadata(read_markdown(source), source) == Metadata(
        title="Trade – in Brief and more", published=date(2021, 9, 10), subject="chad", url="https://x.org/a"
    )
    assert "tags" not in read_front_matter(source)
