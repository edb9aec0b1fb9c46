"""Findings as comments in a Word file: at their places, and nothing else is touched."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx as second_reader
import pytest

from reportdiff import api
from reportdiff.model.errors import UnreadableInput
from reportdiff.model.finding import Finding
from reportdiff.reports.word.comments import annotate_docx
from reportdiff.sources.docx.package import replace_parts
from reportdiff.sources.docx.reader import read_docx
from tests.making.docx_comments import noted as commented_on
from tests.making.docx_comments import with_comments
from tests.making.docx_files import HEAD, W, deleted, docx, inserted, paragraph, run, table, zipped

TEMPLATES = (
    ("The population of Peru is {} million people.", (21, 22, 23, 24, 25)),
    ("Two-way trade between the United States and Peru is ${} billion.", (3, 4, 5, 6, 7)),
    ("Peru’s GDP growth is {}.5 percent.", (5, 6, 7, 8, 9)),
    ("U.S. exports to Peru are ${} billion.", (2, 3, 4, 5, 6)),
)
PLANTED = [template.format(value) for template, values in TEMPLATES for value in values]


def figure_of(sentence: str) -> str:
    found = re.search(r"\$?[0-9.]+ (?:million people|million|billion|percent)", sentence)
    assert found is not None
    return found[0]


def planted() -> bytes:
    """A draft of twenty stale figures: two inside tracked insertions, three inside a table."""
    parts = [paragraph("A draft on Peru", "Title")]
    for number, sentence in enumerate(PLANTED[:17]):
        before, _, behind = sentence.partition(figure_of(sentence))
        if number in (4, 11):
            parts.append(paragraph(run(before) + deleted("nothing") + inserted(figure_of(sentence)) + run(behind)))
        elif number % 3 == 0:
            parts.append(
                paragraph(run(before, "<w:i/>") + run(figure_of(sentence)[:2]) + run(figure_of(sentence)[2:] + behind))
            )
        else:
            parts.append(paragraph(sentence))
    parts.append(
        table([["Where", "What is said"], *([f"row {n}", sentence] for n, sentence in enumerate(PLANTED[17:]))])
    )
    return docx("".join(parts))


@pytest.fixture(scope="module")
def findings(root: Path) -> tuple[Finding, ...]:
    return api.lint(planted(), name="draft.docx", folder=root, subject="peru")


def document(data: bytes) -> str:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()


def commented(markup: str) -> list[str]:
    """The words between the marks of each comment, by a reader of its own."""
    spans = re.findall(r'<w:commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"/>', markup, re.DOTALL)
    return [
        "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", inner)) for _, inner in sorted(spans, key=lambda s: int(s[0]))
    ]


def test_twenty_stale_figures_get_twenty_comments_at_their_places(findings: tuple[Finding, ...]) -> None:
    noted = annotate_docx(planted(), findings)
    comments = list(second_reader.Document(BytesIO(noted)).comments)
    assert len(comments) == len(findings) == 20
    assert {comment.author for comment in comments} == {"reportdiff"}
    assert all("overtaken by" in comment.text and "RD301 stale" in comment.text for comment in comments)
    assert sorted(commented(document(noted))) == sorted(map(figure_of, PLANTED))
    places = [finding.place for finding in findings]
    assert all(place is not None and place.end_column > place.column > 0 for place in places)


def test_each_comment_stands_in_the_sentence_that_it_is_about(findings: tuple[Finding, ...]) -> None:
    file = second_reader.Document(BytesIO(annotate_docx(planted(), findings)))
    said = {comment.comment_id: comment.text for comment in file.comments}
    numbers = {
        sentence: [int(mark.get(f"{{{W}}}id")) for mark in each.iter(f"{{{W}}}commentRangeStart")]
        for each in file.element.body.iter(f"{{{W}}}p")
        if (sentence := "".join(words.text or "" for words in each.iter(f"{{{W}}}t"))) in PLANTED
    }
    assert len(numbers) == 20
    for sentence, (number,) in numbers.items():
        assert f"{figure_of(sentence)} (undated) is overtaken by" in said.pop(number)
    assert said == {}
    in_table = [each.xpath("string()") for each in file.element.body.xpath("w:tbl/w:tr/w:tc[2]")]
    assert in_table == ["What is said", *PLANTED[17:]]
    brought_in = [each.xpath("string()") for each in file.element.body.iter(f"{{{W}}}ins")]
    assert brought_in == [figure_of(PLANTED[4]), figure_of(PLANTED[11])]


def test_the_text_and_its_tracked_changes_stay_byte_for_byte(findings: tuple[Finding, ...]) -> None:
    data = planted()
    noted = annotate_docx(data, findings)
    markup = document(noted)
    for added in (
        r'<w:commentRange(?:Start|End) w:id="\d+"/>',
        r'<w:r><w:commentReference w:id="\d+"/></w:r>',
        r'</w:t></w:r><w:r w:rsidR="00A1">(?:<w:rPr><w:i/></w:rPr>)?<w:t xml:space="preserve">',
    ):
        markup = re.sub(added, "", markup)
    cut = r'</w:t></w:r><w:r w:rsidR="00A1">(?:<w:rPr><w:i/></w:rPr>)?<w:t xml:space="preserve">'
    assert markup == re.sub(cut, "", document(data))
    assert read_docx(noted).content == read_docx(data).content
    old, new = zipfile.ZipFile(BytesIO(data)), zipfile.ZipFile(BytesIO(noted))
    touched = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert [name for name in old.namelist() if name not in touched and old.read(name) != new.read(name)] == []
    assert new.namelist() == [*old.namelist(), "word/comments.xml"]


def test_the_same_findings_give_the_same_bytes(findings: tuple[Finding, ...]) -> None:
    assert annotate_docx(planted(), findings) == annotate_docx(planted(), findings)


def test_comments_that_are_there_stay_and_new_ones_get_other_numbers(root: Path) -> None:
    there = f'{HEAD}<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="Ann"><w:p/></w:comment></w:comments>'
    body = paragraph('<w:commentRangeStart w:id="7"/>' + run(PLANTED[0]) + '<w:commentRangeEnd w:id="7"/>')
    data = docx(body, parts={"word/comments.xml": there}, ties={"comments": "comments.xml"})
    noted = annotate_docx(data, api.lint(data, name="draft.docx", folder=root, subject="peru"))
    comments = zipfile.ZipFile(BytesIO(noted)).read("word/comments.xml").decode()
    assert re.findall(r'<w:comment w:id="(\d+)" w:author="(\w+)"', comments) == [("7", "Ann"), ("8", "reportdiff")]
    assert document(noted).count('w:id="7"') == 2


def test_what_a_comment_sets_aside_gets_none_of_ours_and_keeps_its_own(root: Path) -> None:
    body = paragraph(commented_on(run(PLANTED[0]))) + paragraph(PLANTED[5])
    data = with_comments(body, ["reportdiff-ignore: quoted from a report of 1990"])
    noted = annotate_docx(data, api.lint(data, name="draft.docx", folder=root, subject="peru"))
    kept, ours = second_reader.Document(BytesIO(noted)).comments
    assert (kept.author, kept.text) == ("Ann", "reportdiff-ignore: quoted from a report of 1990")
    assert (ours.author, ours.text.splitlines()[0]) == ("reportdiff", "RD301 stale (warning)")
    assert commented(document(noted)) == [PLANTED[0], figure_of(PLANTED[5])]
    again = api.lint(noted, name="noted.docx", folder=root, subject="peru")
    assert sorted((each.rule.name, each.waived is not None) for each in again) == [("stale", False), ("stale", True)]


def test_what_an_earlier_run_has_noted_is_not_noted_again(findings: tuple[Finding, ...], root: Path) -> None:
    noted = annotate_docx(planted(), findings)
    resaved = BytesIO()
    second_reader.Document(BytesIO(noted)).save(resaved)
    for file in (noted, resaved.getvalue()):
        again = annotate_docx(file, api.lint(file, name="draft.docx", folder=root, subject="peru"))
        assert document(again) == document(file)
        assert len(list(second_reader.Document(BytesIO(again)).comments)) == 20


def test_the_same_sentence_written_once_more_is_noted_too(root: Path) -> None:
    first = docx(paragraph(PLANTED[0]))
    noted = annotate_docx(first, api.lint(first, name="draft.docx", folder=root, subject="peru"))
    longer = replace_parts(
        noted, {"word/document.xml": document(noted).replace("<w:sectPr/>", paragraph(PLANTED[0])).encode()}
    )
    again = annotate_docx(longer, api.lint(longer, name="draft.docx", folder=root, subject="peru"))
    assert commented(document(again)) == [figure_of(PLANTED[0])] * 2


@pytest.mark.parametrize(("where", "element"), [("header", "hdr"), ("footer", "ftr")])
def test_headers_and_footers_are_neither_read_nor_touched(where: str, element: str, root: Path) -> None:
    part = f'{HEAD}<w:{element} xmlns:w="{W}">{paragraph(PLANTED[0])}</w:{element}>'
    data = docx(paragraph(PLANTED[5]), parts={f"word/{where}1.xml": part}, ties={where: f"{where}1.xml"})
    findings = api.lint(data, name="draft.docx", folder=root, subject="peru")
    noted = annotate_docx(data, findings)
    assert len(findings) == 1
    assert zipfile.ZipFile(BytesIO(noted)).read(f"word/{where}1.xml").decode() == part


def test_a_figure_of_runs_of_many_looks_is_noted_as_a_whole(root: Path) -> None:
    runs = run("The population of Peru is ") + run("2", "<w:b/>") + run("1", "<w:i/>") + run(" mil", "<w:u/>")
    data = docx(paragraph(runs + inserted("lion") + run(" people.", "<w:b/>")))
    noted = annotate_docx(data, api.lint(data, name="draft.docx", folder=root, subject="peru"))
    assert commented(document(noted)) == ["21 million people"]
    added = re.sub(
        r'<w:commentRange(?:Start|End) w:id="0"/>|<w:r><w:commentReference w:id="0"/></w:r>', "", document(noted)
    )
    cut = '</w:t></w:r><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
    assert added.replace(f" people{cut}.", " people.") == document(data)


def test_a_figure_in_a_text_box_is_noted_where_the_box_hangs(root: Path) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(PLANTED[0])}</w:txbxContent></v:textbox></w:pict></w:r>"
    data = docx(paragraph(run("Host. ") + box))
    noted = document(annotate_docx(data, api.lint(data, name="draft.docx", folder=root, subject="peru")))
    assert noted.index("commentReference") < noted.index("<w:pict>")
    assert noted.count("commentReference") == 1


def test_a_figure_in_a_text_box_is_noted_once_however_often_one_asks(root: Path) -> None:
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(PLANTED[0])}</w:txbxContent></v:textbox></w:pict></w:r>"
    data = docx(paragraph(run("Host. ") + box))
    noted = annotate_docx(data, api.lint(data, name="draft.docx", folder=root, subject="peru"))
    again = annotate_docx(noted, api.lint(noted, name="draft.docx", folder=root, subject="peru"))
    assert document(again) == document(noted)


def test_a_figure_in_a_footnote_is_noted_in_the_footnote(root: Path) -> None:
    notes = f'{HEAD}<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph(PLANTED[0])}</w:footnote></w:footnotes>'
    data = docx(paragraph("Text."), parts={"word/footnotes.xml": notes}, ties={"footnotes": "footnotes.xml"})
    noted = annotate_docx(data, api.lint(data, name="draft.docx", folder=root, subject="peru"))
    assert document(noted) == document(data)
    assert commented(zipfile.ZipFile(BytesIO(noted)).read("word/footnotes.xml").decode()) == [figure_of(PLANTED[0])]


def test_entities_and_blanks_at_the_cut_survive(root: Path) -> None:
    body = f"<w:p><w:r><w:t>AT&amp;T &#x20AC; says: {PLANTED[0]}</w:t></w:r></w:p>"
    data = docx(body)
    noted = annotate_docx(data, api.lint(data, name="draft.docx", folder=root, subject="peru"))
    assert commented(document(noted)) == [figure_of(PLANTED[0])]
    assert read_docx(noted).content == read_docx(data).content
    assert '<w:t xml:space="preserve">AT&amp;T &#x20AC; says: ' in document(noted)


def test_a_file_without_content_types_is_no_word_file(findings: tuple[Finding, ...]) -> None:
    bare = zipped({"word/document.xml": document(planted())})
    with pytest.raises(UnreadableInput, match="is missing"):
        annotate_docx(bare, findings)
