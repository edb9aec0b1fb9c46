"""Word files: the text with its tracked changes accepted, numbered paragraphs, and files made to harm."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import docx as second_writer
import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Remark, Stretch, Text
from reportdiff.sources.docx.reader import read_docx, read_docx_original
from reportdiff.sources.docx.xml import parse, tag_end
from reportdiff.sources.markdown.reader import read_markdown
from reportdiff.sources.registry import media_type_of, read_source
from tests.making.docx_comments import noted as commented
from tests.making.docx_comments import reference, with_comments
from tests.making.docx_files import (
    CONTENT_TYPES,
    HEAD,
    R,
    W,
    body_of,
    cell,
    deleted,
    docx,
    inserted,
    paragraph,
    run,
    table,
    zipped,
)

RAISED = '<w:vertAlign w:val="superscript"/>'


def item(words: str, level: int = 0, numbers: int = 1) -> str:
    return paragraph(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>')


def origin(text: Text) -> list[tuple[int | None, int, str]]:
    return [(o.part, o.source, text.content[o.start : o.start + o.length]) for o in text.origin]


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (paragraph("Trade", "H1") + paragraph("It grew."), "# Trade\n\nIt grew."),
        (paragraph("Utopia", "Title") + paragraph("Trade", "H1") + paragraph("It grew."), "# Utopia\n\n## Trade\n\nIt grew."),
        (paragraph("Trade", properties='<w:outlineLvl w:val="1"/>') + paragraph("It grew."), "## Trade\n\nIt grew."),
        (paragraph(run("Trade", "<w:b/>")) + paragraph("It grew."), "# Trade\n\nIt grew."),
        (paragraph("x", properties='<w:outlineLvl w:val="9"/>'), "x"),
        (paragraph("One", "Bullet") + item("Two", 1) + item("Three", 0, 2) + item("Four", 0, 2),
         "- One\n  - Two\n3. Three\n4. Four"),
        (paragraph(run("m") + run("2", RAISED) + run(" and $9 billion") + run("3", RAISED) + run(" in 2009.")),
         "m² and $9 billion in 2009."),
        (paragraph("Phone: 5\nFax: 6"), "Phone: 5\n\nFax: 6"),
        (paragraph("from $9 billion to\nover\t$22 billion"), "from $9 billion to over $22 billion"),
        (paragraph(run("seen") + run(" unseen", "<w:vanish/>")), "seen"),
        (paragraph("Trade\t5", "TOC1") + paragraph("It grew."), "It grew."),
        (paragraph('<w:hyperlink w:history="1">' + run("a link") + "</w:hyperlink>" + run(" and text")), "a link and text"),
        (paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 5</w:instrText></w:r>'
                   '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("shown")), "shown"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("Inside.") + "</w:sdtContent></w:sdt>", "Inside."),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + paragraph("Click here") + "</w:sdtContent></w:sdt>"
         + paragraph("x"), "x"),
        (table([["", "2019"], ["Exports", "5.5"]]), "| | 2019 |\n| Exports | 5.5 |"),
        (table([[cell("Country", '<w:vMerge w:val="restart"/>'), cell("Exports", '<w:gridSpan w:val="2"/>')],
                [cell("", "<w:vMerge/>"), "2019", "2020"],
                [cell("Peru", '<w:vMerge w:val="restart"/>'), "5", "6"], [cell("", "<w:vMerge/>"), "7", "8"]]),
         "| Country | Exports | |\n| | 2019 | 2020 |\n| Peru | 5 | 6 |\n| Peru | 7 | 8 |"),
        (table([[paragraph("Only one cell.") + paragraph("A box.")]]), "Only one cell.\n\nA box."),
    ],
)  # fmt: skip
def test_what_word_marks_is_read(body: str, content: str) -> None:
    text = read_docx(docx(body))
    assert text.content == content
    again = read_markdown(text.content)
    assert (again.content, again.blocks) == (text.content, text.blocks)


MOVED = (
    paragraph("<w:moveFrom>" + run("Moved words.") + "</w:moveFrom>")
    + paragraph("Kept.")
    + paragraph("<w:moveTo>" + run("Moved words.") + "</w:moveTo>")
)
JOINED = (
    '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>' + run("One ") + "</w:p>" + paragraph("two.")
)
SPLIT = '<w:p><w:pPr><w:rPr><w:ins w:id="1" w:author="x"/></w:rPr></w:pPr>' + run("One") + "</w:p>" + paragraph(" two.")
ROWS = table([["A", "1"], ["B", "2"]]).replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="4" w:author="x"/></w:trPr>', 1)


@pytest.mark.parametrize(
    ("body", "accepted", "original"),
    [
        (paragraph(run("from ") + deleted("$14 billion") + inserted("$15 billion") + run(" in 2015")),
         "from $15 billion in 2015", "from $14 billion in 2015"),
        (MOVED, "Kept.\n\nMoved words.", "Moved words.\n\nKept."),
        (JOINED, "One two.", "One\n\ntwo."),
        (SPLIT, "One\n\ntwo.", "One two."),
        (ROWS, "| B | 2 |", "| A | 1 |\n| B | 2 |"),
        (paragraph(deleted("All of it.")) + paragraph("x"), "x", "All of it.\n\nx"),
        (paragraph(run("x") + '<w:ins w:id="1" w:author="a"><w:del w:id="2" w:author="b"><w:r><w:delText>never</w:delText>'
                   "</w:r></w:del></w:ins>"), "x", "xnever"),
    ],
)  # fmt: skip
def test_tracked_changes_are_accepted_and_the_original_is_there_on_request(
    body: str, accepted: str, original: str
) -> None:
    assert read_docx(docx(body)).content == accepted
    assert read_docx_original(docx(body)).content == original


def test_the_origin_counts_paragraphs_and_their_characters() -> None:
    body = (
        paragraph("Trade", "H1")
        + paragraph(run("It grew to ") + deleted("$4 billion") + inserted("$5 billion") + run("\tin 2015."))
        + table([["A", "$6 million"]])
    )
    assert origin(read_docx(docx(body))) == [
        (1, 0, "Trade"),
        (2, 0, "It grew to $5 billion in 2015."),
        (3, 0, "A"),
        (4, 0, "$6 million"),
    ]


def test_text_boxes_come_once_and_footnotes_last() -> None:
    box = paragraph("Box of 5 percent.")
    host = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" + box + "</w:txbxContent></wps:txbx>"
        "</mc:Choice><mc:Fallback><v:textbox><w:txbxContent>" + box + "</w:txbxContent></v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r>" + run("Host.") + '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    notes = (
        f'{HEAD}<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0">' + paragraph("-") + "</w:footnote>"
        '<w:footnote w:id="2">' + paragraph("A note on 7 things.") + "</w:footnote></w:footnotes>"
    )
    data = docx(host + paragraph("End."), parts={"word/footnotes.xml": notes}, ties={"footnotes": "footnotes.xml"})
    text = read_docx(data)
    assert text.content == "Host.\n\nBox of 5 percent.\n\nEnd.\n\nA note on 7 things."
    assert [part for part, _, _ in origin(text)] == [1, 2, 3, 4]


def test_title_and_author_are_declared_and_the_day_of_the_file_is_not() -> None:
    core = (
        HEAD + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Utopia: Trade</dc:title><dc:creator>A. Writer</dc:creator><dcterms:created>2021-01-01</dcterms:created>"
        "</cp:coreProperties>"
    )
    text = read_docx(docx(paragraph("It grew."), parts={"docProps/core.xml": core}))
    assert text.declared == (("author", "A. Writer"), ("title", "Utopia: Trade"))
    assert text.title == "Utopia: Trade"


def test_other_prefixes_and_the_strict_standard_are_word_too() -> None:
    body = paragraph(run("It grew by ") + inserted("5 percent."))
    other = f'{HEAD}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    other = other.replace("xmlns:w=", "xmlns:ns0=").replace("w:", "ns0:")
    strict = f'{HEAD}<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{body}</w:body></w:document>'
    utf16 = f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    for document in (other, strict, b"\xff\xfe" + utf16.encode("utf-16-le")):
        assert read_docx(docx("", parts={"word/document.xml": document})).content == "It grew by 5 percent."


def test_a_file_that_another_program_wrote() -> None:
    file = second_writer.Document()
    file.add_heading("Utopia: Brief", 0)
    file.add_heading("Economy", 1)
    line = file.add_paragraph("Trade was ")
    line.add_run("$3 billion").bold = True
    line.add_run(" in 2015.")
    file.add_paragraph("First", style="List Bullet")
    file.add_paragraph("Inner", style="List Bullet 2")
    file.add_paragraph("Counted", style="List Number")
    grid = file.add_table(rows=2, cols=2)
    for place, words in zip(((0, 0), (0, 1), (1, 0), (1, 1)), ("Indicator", "Value", "Growth", "7.5%"), strict=True):
        grid.cell(*place).text = words
    file.sections[0].header.paragraphs[0].text = "A header of 99 pages"
    target = BytesIO()
    file.save(target)
    assert read_docx(target.getvalue()).content == (
        "# Utopia: Brief\n\n## Economy\n\nTrade was $3 billion in 2015.\n\n- First\n  - Inner\n1. Counted\n\n"
        "| Indicator | Value |\n| Growth | 7.5% |"
    )


def test_a_macro_file_a_remote_template_and_what_is_embedded_are_text_only() -> None:
    types = CONTENT_TYPES.replace("wordprocessingml.document.main", "ms-word.document.macroEnabled.main")
    settings = f'{HEAD}<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:attachedTemplate r:id="rId9"/></w:settings>'
    data = docx(
        paragraph("It grew.") + '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" Type="Embed"/></w:object></w:r></w:p>',
        parts={"[Content_Types].xml": types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0macro", "word/settings.xml": settings},
    )  # fmt: skip
    assert read_source(data, name="draft.docm", force=True).content == "It grew."
    assert media_type_of("stdin", data) == media_type_of("draft.docx", b"")


@pytest.mark.parametrize("name", ["state-2017-01-25", "usaid-2022-04-26", "crs-2024-01-10"])
def test_a_stored_report_comes_back_whole(name: str, root: Path) -> None:
    wanted = read_markdown((root / "snapshots" / "peru" / name / "text.md").read_text("utf-8"))
    text = read_docx(docx(body_of(wanted)))
    assert text.content.replace("#", "").split() == wanted.content.replace("#", "").split()


def lying(data: bytes, size: int) -> bytes:
    """A container whose directory tells *size* bytes for each part."""
    broken = bytearray(data)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", broken, at + 24, size)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(broken)


def overlapping() -> bytes:
    """A container whose directory has many entries for the bytes of one."""
    data = zipped({"word/document.xml": " " * 900})
    start, end = data.find(b"PK\x01\x02"), data.find(b"PK\x05\x06")
    entry = data[start:end]
    entries = b"".join(entry.replace(b"document.xml", b"docume%02d.xml" % n) for n in range(80))
    tail = bytearray(data[end:])
    struct.pack_into("<HHII", tail, 8, 80, 80, len(entries), start)
    return data[:start] + entries + bytes(tail)


def huge_entry() -> bytes:
    """A part of 4 GB, by its directory, with as much behind it as fits into a small file."""
    return lying(zipped({"word/document.xml": " " * 1_000_000}), 0xFFFFFFF0)


ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "ten ten ten"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>'
)
OUTSIDE = (
    '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
)
EMPTY = paragraph("") * 5
HOSTILE = {
    "one large part": (docx("", parts={"word/document.xml": " " * 60_000_000}), "unpacks to more than"),
    "many parts": (zipped({f"word/{n}.xml": "" for n in range(5_001)}), "parts in this container"),
    "large parts of all kinds": (
        docx("x", parts={f"word/media/{n}.bin": bytes(3_000_000) for n in range(20)}), "unpacks to more than"),
    "nested": (docx(paragraph("Text."), parts={"word/embeddings/inner.docx": zipped({"a.xml": " " * 9_000_000})}), ""),
    "overlapping": (overlapping(), "lie over each other"),
    "a lie that tells too little": (lying(docx("", parts={"word/document.xml": " " * 900_000}), 10), "no whole Word file"),
    "a lie that tells 4 GB": (huge_entry(), "unpacks to more than"),
    "two of one name": (b"", "two parts of one name"),
    "many elements": (docx("<w:p/>" * 1_100_000), "unpacks to more than"),
    "deep": (docx("<w:sdt><w:sdtContent>" * 300 + "</w:sdtContent></w:sdt>" * 300), "more elements"),
    "entities": (docx("", parts={"word/document.xml": ENTITIES}), "declares a document type"),
    "an entity from outside": (docx("", parts={"word/document.xml": OUTSIDE}), "declares a document type"),
    "a locked file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), "password"),
    "cut short": (docx(EMPTY)[:700], "no whole Word file"),
    "no container": (b"hello", "no whole Word file"),
    "broken XML": (docx("<w:p>"), "XML is broken"),
    "no document": (zipped({"[Content_Types].xml": CONTENT_TYPES}), "no Word document"),
    "a part that is damaged": (docx(EMPTY).replace(b"PK\x03\x04", b"PK\x03\x04", 1)[:-400] + bytes(400), "no whole"),
}  # fmt: skip


def twice_named() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "one")
        archive.writestr("word/documenu.xml", "two")
    return target.getvalue().replace(b"documenu", b"document")


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_made_to_harm_is_refused_in_one_line_or_read(kind: str) -> None:
    data, why = HOSTILE[kind]
    data = data or twice_named()
    if not why:
        assert read_docx(data).content in ("Text.", "")
        return
    with pytest.raises(UnreadableInput, match=why) as refusal:
        read_docx(data)
    assert "\n" not in str(refusal.value)


def test_more_elements_than_any_document_has_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="more elements"):
        parse(b"<a>" + b"<b/>" * 1_000_001 + b"</a>")


def test_a_locked_part_is_named_so() -> None:
    data = bytearray(docx(paragraph("x")))
    at = bytes(data).find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = bytes(data).find(b"PK\x01\x02", at + 4)
    with pytest.raises(UnreadableInput, match="password"):
        read_docx(bytes(data))


def test_a_reader_in_its_own_process_names_the_file() -> None:
    with pytest.raises(UnreadableInput, match="old.docx: an old or a locked Office file"):
        read_source(b"\xd0\xcf\x11\xe0" + bytes(600), name="old.docx")


def test_the_place_of_each_tag_is_told_in_bytes() -> None:
    data = "<a>é<b/><c d='>'>x</c><e></e></a>".encode()
    told: list[tuple[str, str, str]] = []
    parse(
        data,
        start=lambda name, attributes, at: told.append(("start", name, data[at : tag_end(data, at)].decode())),
        end=lambda name, at: told.append(("end", name, data[at : tag_end(data, at)].decode())),
    )
    assert told == [
        ("start", "a", "<a>"), ("start", "b", "<b/>"), ("end", "b", "<b/>"), ("start", "c", "<c d='>'>"),
        ("end", "c", "</c>"), ("start", "e", "<e>"), ("end", "e", "</e>"), ("end", "a", "</a>"),
    ]  # fmt: skip


def test_comments_are_remarks_with_the_places_of_their_words() -> None:
    body = (
        paragraph(run("One ") + commented(run("two", "<w:b/>") + run(" three")))
        + paragraph(run("four ") + deleted("gone") + commented(inserted("five"), 1))
        + paragraph(commented(deleted("gone"), 2) + run("six"))
    )
    remarks = read_docx(with_comments(body, ["Why?\nTell me.", "", "On what went", "On nothing at all"])).remarks
    assert remarks == (
        Remark("Ann", "Why?\nTell me.", (Stretch((1, 4), (1, 13)),)),
        Remark("Ann", "", (Stretch((2, 5), (2, 9)),)),
    )


def test_comments_without_end_or_with_one_number_are_read_once() -> None:
    start = '<w:commentRangeStart w:id="0"/>'
    body = paragraph(start + run("One")) + paragraph(run("two") + reference()) + paragraph(commented(run("three")))
    assert read_docx(with_comments(body, ["?", "?"])).remarks == (Remark("Ann", "?", (Stretch((1, 0), (3, 5)),)),)
