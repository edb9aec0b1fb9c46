"""Two Word files as one with tracked changes: accepted it is the new text, rejected the old one."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import permutations
from pathlib import Path

import docx as second_reader
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdiff.reports.word.redline import render_redline
from reportdiff.sources.docx.reader import read_docx, read_docx_original
from reportdiff.sources.markdown.reader import read_markdown
from tests.making.docx_files import body_of, cell, deleted, docx, inserted, paragraph, run, table

OLD = docx(
    paragraph("Trade", "H1")
    + paragraph("Trade with Utopia rose from $9 billion in 2009 to $14 billion in 2015.")
    + paragraph("A paragraph on 5 things that is gone.")
    + table([["Year", "Exports"], ["2015", "$5 million"]])
    + paragraph("It ends here.")
)
NEW = docx(
    paragraph("Trade", "H1")
    + paragraph(run("Trade with Utopia ", "<w:i/>") + run("rose from $9 billion in 2009 to $22 billion in 2022."))
    + table([["Year", "Exports"], ["2015", "$5 million"], ["2016", cell("$6 million")]])
    + paragraph("A new one: copper gave 12% of output.", properties='<w:jc w:val="left"/>')
    + paragraph("It ends here.")
)


def document(data: bytes) -> str:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()


def words(data: bytes, *, original: bool = False) -> list[str]:
    return (read_docx_original if original else read_docx)(data).content.replace("|", " ").replace("#", " ").split()


def test_changed_words_are_tracked_and_the_rest_is_left() -> None:
    marked = document(render_redline(OLD, NEW))
    assert '<w:del w:id="' in marked
    assert '<w:delText xml:space="preserve">$14 billion</w:delText>' in marked
    assert '<w:t xml:space="preserve">$22 billion</w:t></w:r></w:ins>' in marked
    assert '<w:r w:rsidR="00A1"><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">Trade with Utopia </w:t></w:r>' in marked
    assert "w:date" not in marked


def test_accepted_it_is_the_new_text_and_rejected_the_old_one() -> None:
    redline = render_redline(OLD, NEW)
    assert read_docx(redline).content == read_docx(NEW).content
    assert words(redline, original=True) == words(OLD)
    assert len(second_reader.Document(BytesIO(redline)).paragraphs) >= 5


def test_one_file_twice_has_nothing_tracked() -> None:
    assert document(render_redline(OLD, OLD)) == document(OLD)


def test_stored_reports_give_each_other_back(root: Path) -> None:
    folder = root / "snapshots" / "peru"
    texts = [read_markdown(path.read_text("utf-8")) for path in sorted(folder.glob("*/text.md"))]
    files = [docx(body_of(text)) for text in texts]
    for old, new in permutations(files, 2):
        redline = render_redline(old, new)
        assert words(redline) == words(new)
        assert words(redline, original=True) == words(old)


@given(
    st.lists(
        st.sampled_from(["One is 5.", "Two is 6 percent of it.", "Two is 7 percent of it.", "a\tb", "x & y"]),
        max_size=6,
    ),
    st.lists(
        st.sampled_from(["One is 5.", "Two is 6 percent of all.", "Three.", "a\nb", "x < y"]), min_size=1, max_size=6
    ),
)
def test_any_two_files_give_each_other_back(old: list[str], new: list[str]) -> None:
    before, after = (docx("".join(map(paragraph, lines))) for lines in (old, new))
    redline = render_redline(before, after)
    assert words(redline) == words(after)
    assert words(redline, original=True) == words(before)


TRACKED = {
    "words": paragraph(run("Exports were ") + deleted("$14 billion") + inserted("$15 billion") + run(" in 2015.")),
    "moved": paragraph("<w:moveFrom>" + run("Moved.") + "</w:moveFrom>") + paragraph("Kept.")
    + paragraph('<w:moveToRangeStart w:id="3"/><w:moveTo>' + run("Moved.") + "</w:moveTo>"),
    "joined": '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>' + run("One ") + "</w:p>"
    + paragraph("two.", properties='<w:jc w:val="left"/>'),
    "gone": '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>' + deleted("All.") + "</w:p>" + paragraph("x"),
    "split": '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="x"/></w:rPr></w:pPr>' + run("One") + "</w:p>" + paragraph(" two."),
    "row": table([["A", "1"], ["B", "2"]]).replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="4" w:author="x"/></w:trPr>', 1),
    "nested": paragraph(run("x") + '<w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>y</w:delText></w:r></w:del></w:ins>'),
    "look": paragraph(run("x", '<w:b/><w:rPrChange w:id="5" w:author="x"><w:rPr/></w:rPrChange>')),
}  # fmt: skip


@pytest.mark.parametrize("kind", TRACKED)
def test_tracked_changes_of_the_new_file_are_accepted_first(kind: str) -> None:
    new = docx(paragraph("It begins here.") + TRACKED[kind] + paragraph("It ends here."))
    redline = render_redline(OLD, new)
    assert read_docx(redline).content == read_docx(new).content
    assert words(redline, original=True) == words(OLD)
    alone = document(render_redline(new, new))
    assert not [mark for mark in ("<w:ins", "<w:del", "<w:move", "Change") if mark in alone]
