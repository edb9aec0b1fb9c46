"""Findings stand where the draft on disk holds the figure."""

from __future__ import annotations

import pytest

from reportdiff.api import read_document
from reportdiff.checks.places import Original, find_place, source_offset
from reportdiff.model.span import Span
from reportdiff.model.text import OriginRun, Text
from reportdiff.sources.encoding import decode
from reportdiff.sources.registry import read_source

DRAFTS = {
    "plain.txt": "Utopia\n\nThe total exports of the country to all of its partners were $8.8 billion\nin 2015, and the report "
    "says that of the whole population\nmore than 20 percent lived in poverty in the year that followed it.\n",
    "marked.md": "---\nsubject: utopia\n---\n# Utopia\n\n- *Exports* were **$8.8 billion** in\n  2015\n- [Poverty](http://x.y) is nearly 20 percent\n",
    "returns.txt": "Exports were\r\n$8.8 billion in 2015.\r\n\r\nNearly 20 percent are poor.\r\n",
    "accents.md": "É́xports “were” — $8.8 billion… in 2015; nearly 20 percent of the population is poor.\n",
}


@pytest.mark.parametrize("name", DRAFTS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_draft_holds_the_figure_at_its_place(name: str, mark: bytes) -> None:
    data = mark + DRAFTS[name].encode()
    source = decode(data, name=name)
    original = Original(path=name, source=source, text=read_source(data, name=name, force=True))
    claims = read_document(data, name=name, force=True).claims
    found = [find_place(original, claim.position) for claim in claims]
    lines = source.split("\n")
    shown = [
        lines[place.line - 1][place.column - 1 : place.end_column - 1]
        for place in found
        if place.line == place.end_line
    ]
    assert "$8.8 billion" in shown
    assert any("20 percent" in text for text in shown)


def test_a_place_may_run_over_a_line_end() -> None:
    source = (
        "The total exports of the country to all of its partners came to over $8.8\nbillion in the year 2015 alone.\n"
    )
    data = source.encode()
    original = Original(path="d.txt", source=source, text=read_source(data, name="d.txt"))
    (claim,) = read_document(data, name="d.txt").claims
    place = find_place(original, claim.position)
    assert (place.line, place.column, place.end_line, place.end_column) == (1, 65, 2, 8)


def runs(*told: tuple[int, int, int]) -> tuple[OriginRun, ...]:
    return tuple(OriginRun(start=start, length=length, source=source) for start, length, source in told)


@pytest.mark.parametrize(
    ("origin", "index", "offset"),
    [
        ((), 3, 0),
        (runs((0, 5, 10)), 0, 10),
        (runs((0, 5, 10)), 4, 14),
        (runs((0, 5, 10)), 5, 14),
        (runs((2, 5, 10)), 0, 10),
        (runs((0, 5, 10), (7, 3, 30)), 5, 30),
        (runs((0, 5, 10), (7, 3, 30)), 7, 30),
        (runs((0, 5, 10), (7, 3, 30)), 12, 32),
    ],
)
def test_a_character_that_was_added_stands_where_the_next_one_does(
    origin: tuple[OriginRun, ...], index: int, offset: int
) -> None:
    assert source_offset(origin, index) == offset


@pytest.mark.parametrize(
    ("span", "place"),
    [
        (Span(0, 2), (1, 1, 1, 3, "", "ab")),
        (Span(1, 3), (1, 2, 1, 4, "a", "abc")),
        (Span(4, 6), (2, 1, 2, 3, "", "de")),
        (Span(1, 6), (1, 2, 2, 3, "a", "de")),
        (Span(5, 5), (2, 2, 2, 3, "d", "de")),
    ],
)
def test_lines_and_columns_count_from_one(span: Span, place: tuple[int, int, int, int, str, str]) -> None:
    source = "abc\ndef\n"
    original = Original(
        path="d.txt", source=source, text=Text(content=source, origin=runs((0, 8, 0)), blocks=(), sections=())
    )
    found = find_place(original, span)
    lines = found.line, found.column, found.end_line, found.end_column
    assert (*lines, found.before, found.end_before) == place


def test_a_stretch_that_the_reading_put_together_ends_no_sooner_than_it_begins() -> None:
    source = "abcdefgh\n"
    origin = runs((0, 3, 5), (3, 3, 0))
    original = Original(path="d.txt", source=source, text=Text(content="fghabc", origin=origin, blocks=(), sections=()))
    found = find_place(original, Span(2, 4))
    assert (found.line, found.column, found.end_line, found.end_column) == (1, 8, 1, 9)


@pytest.mark.parametrize(
    ("span", "place"), [(Span(0, 3), (1, 1, 1, 4)), (Span(1, 6), (1, 2, 2, 3)), (Span(5, 5), (2, 2, 2, 3))]
)
def test_without_lines_the_parts_are_counted(span: Span, place: tuple[int, int, int, int]) -> None:
    origin = (OriginRun(start=0, length=4, source=0, part=1), OriginRun(start=4, length=4, source=0, part=2))
    original = Original(
        path="d.docx", source="", text=Text(content="abc\ndef\n", origin=origin, blocks=(), sections=())
    )
    found = find_place(original, span)
    assert (found.line, found.column, found.end_line, found.end_column) == place
