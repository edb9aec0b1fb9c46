"""Findings stand where the draft on disk holds the figure."""

from __future__ import annotations

import pytest

from reportdiff.api import read_document
from reportdiff.checks.places import Original, find_place
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
