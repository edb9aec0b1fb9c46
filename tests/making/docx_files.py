"""Word files made part by part, as Word writes them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO

from reportdiff.model.text import BlockKind, Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES = (
    HEAD
    + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + '<Override PartName="/word/document.xml"'
    + ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = HEAD + '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
STYLES = (
    HEAD
    + f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in range(1, 7)
    )
    + '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    + '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    + '<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    + "</w:numPr></w:pPr></w:style></w:styles>"
)
NUMBERING = (
    HEAD
    + f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    + '<w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>'
    + '</w:abstractNum><w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
    + '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    + '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>'
    + "</w:numbering>"
)


def run(words: str, properties: str = "") -> str:
    """A run; tabs and line feeds as Word has them."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    inner = escape(words, quote=False).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f'<w:r w:rsidR="00A1">{look}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def inserted(words: str) -> str:
    return f'<w:ins w:id="901" w:author="Editor" w:date="2024-02-01T09:00:00Z">{run(words)}</w:ins>'


def deleted(words: str) -> str:
    return (
        f'<w:del w:id="902" w:author="Editor" w:date="2024-02-01T09:00:00Z"><w:r><w:delText xml:space="preserve">'
        f"{escape(words, quote=False)}</w:delText></w:r></w:del>"
    )


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of *content*, which is markup, or else words."""
    inner = content if content.startswith("<") or not content else run(content)
    look = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f'<w:p w:rsidR="00B2">{f"<w:pPr>{look}</w:pPr>" if look else ""}{inner}</w:p>'


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:p') else paragraph(content)}</w:tc>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of cells, each markup of one (``<w:tc>``) or words."""
    lines = ("".join(each if each.startswith("<w:tc>") else cell(each) for each in row) for row in rows)
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def docx(body: str, *, parts: Mapping[str, str | bytes] | None = None, ties: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a Word file whose body is *body*; *ties* are further relationships of the document: kind → part."""
    tied = {"styles": "styles.xml", "numbering": "numbering.xml", **(ties or {})}
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{R}/officeDocument"'
        ' Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/'
        'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{RELATIONS}">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(tied.items(), 1)
        )
        + "</Relationships>",
        "docProps/core.xml": CORE,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        **(parts or {}),
    }
    return zipped(whole)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 10, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def body_of(text: Text) -> str:
    """The blocks of *text* as the body of a Word file; what stands after a dollar sign is a run of its own."""
    parts: list[str] = []
    rows: list[list[str]] = []
    for block in text.blocks:
        words = text.content[block.start : block.end].replace("\n", " ").strip()
        if block.kind is BlockKind.ROW:
            rows.append([each.strip() for each in words.strip("| ").split("|")])
            continue
        if rows:
            parts.append(table(rows))
            rows = []
        if block.kind is BlockKind.HEADING:
            parts.append(paragraph(words.lstrip("# "), style=f"H{max(1, min(6, block.level))}"))
        elif block.kind is BlockKind.ITEM:
            level = f'<w:numPr><w:ilvl w:val="{block.level - 1}"/><w:numId w:val="1"/></w:numPr>'
            parts.append(paragraph(words.removeprefix("- "), properties=level))
        else:
            parts.append(paragraph("".join(run(piece) for piece in _pieces(words))))
    return "".join(parts) + (table(rows) if rows else "")


def _pieces(words: str) -> list[str]:
    return [
        piece for n, part in enumerate(words.split("$")) for piece in (("$",) if n else ()) + ((part,) if part else ())
    ]
