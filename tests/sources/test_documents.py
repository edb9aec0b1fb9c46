"""The laws of reading, over every document at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportdiff.sources.encoding import decode
from reportdiff.sources.markdown.reader import read_markdown
from reportdiff.sources.registry import media_type_of, read_source
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared"
FOLDERS = ("sources", "corpus", "corpus/unlabelled")


def documents() -> Iterator[Path]:
    for folder in FOLDERS:
        for ending in ("*.txt", "*.md"):
            yield from sorted((SHARED / folder).glob(ending))


DOCUMENTS = list(documents())
needs_documents = pytest.mark.skipif(not DOCUMENTS, reason="needs the documents in ../shared, which are not there")


@needs_documents
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_is_read_by_the_laws(path: Path) -> None:
    data = path.read_bytes()
    source = decode(data, name=path.name)
    text = read_source(data, name=path.name)

    again = read_markdown(text.content)
    assert (again.content, again.blocks, again.sentences) == (text.content, text.blocks, text.sentences)

    covered = "".join(text.content[block.start : block.end] for block in text.blocks)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text.content)
    ends = [(block.start, block.end) for block in text.blocks]
    assert all(any(start <= s.start <= s.end <= end for start, end in ends) for s in text.sentences[:50])
    assert all(a.end <= b.start for a, b in zip(text.sentences, text.sentences[1:], strict=False))

    for run in text.origin:
        here = text.content[run.start : run.start + run.length]
        there = source[run.source : run.source + run.length]
        assert re.sub(r"\s", " ", here).translate(RAISED) == re.sub(r"\s", " ", there).translate(RAISED)


RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@needs_documents
@pytest.mark.parametrize(
    "path",
    [p for p in DOCUMENTS if media_type_of(p.name, p.read_bytes()) == "text/plain" and "interleaved" not in p.name
     and p.parent.name != "sources"],
    ids=lambda path: path.name,
)  # fmt: skip
def test_text_of_one_column_comes_through_untouched(path: Path) -> None:
    data = path.read_bytes()
    text = read_source(data, name=path.name)
    assert text.reliability == ()
    assert re.findall(r"\w+", text.content) == re.findall(r"\w+", decode(data, name=path.name))
