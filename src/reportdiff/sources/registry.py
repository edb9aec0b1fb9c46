"""Which reader takes which document: by the ending of its name, or by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath
from typing import Any

from reportdiff.model.errors import UnreadableInput, UsageProblem
from reportdiff.model.text import Text
from reportdiff.sources.encoding import decode
from reportdiff.sources.language import refuse_foreign
from reportdiff.sources.markdown.frontmatter import front_matter_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reads documents of one media type: the endings of their names, and the function that makes the text.

    ``function`` is ``module:name`` below ``reportdiff.sources``, imported when a document asks for it; it takes the
    document's characters, or its bytes where it is ``binary``. ``magic`` is what the bytes of such a document begin
    with, whatever its name.

    A ``confined`` reader runs in a child process (see ``confined``): nothing can be imported any more once it is
    called, so ``needs`` names the modules outside this package that it takes late, and ``extra`` the extra of
    reportdiff that brings them. ``charset`` is the function that finds in the bytes of a text the encoding that it
    declares, ``original`` the one that reads a document as it was before its tracked changes, ``scans`` the one that
    reads pictures of pages, where a document holds some. What ``maps`` takes a mapping too (see ``mapping``): as a
    second argument, or, ``binary``, in one with the bytes.
    """

    media_type: str
    endings: tuple[str, ...]
    function: str
    binary: bool = False
    magic: bytes = b""
    confined: bool = False
    extra: str | None = None
    needs: tuple[str, ...] = ()
    scans: str | None = None
    charset: str | None = None
    original: str | None = None
    maps: bool = False


PLAIN = Reader(media_type="text/plain", endings=(".txt", ".text", ""), function="plain.reader:read_plain")
MARKDOWN = Reader(
    media_type="text/markdown", endings=(".md", ".markdown", ".mdown"), function="markdown.reader:read_markdown"
)
PDF = Reader(
    media_type="application/pdf",
    endings=(".pdf",),
    function="pdf.reader:read_pdf",
    binary=True,
    magic=b"%PDF-",
    confined=True,
    extra="pdf",
    needs=("pypdfium2.raw",),
    scans="pdf.scans:read_scans",
)
HTML = Reader(
    media_type="text/html",
    endings=(".html", ".htm", ".xhtml"),
    function="html.reader:read_html",
    charset="html.charset:find_charset",
)
DOCX = Reader(
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings=(".docx", ".docm"),
    function="docx.reader:read_docx",
    original="docx.reader:read_docx_original",
    binary=True,
    confined=True,
    needs=("encodings.cp437",),
)
CSV = Reader(media_type="text/csv", endings=(".csv",), function="tables.csv:read_csv", maps=True)
TSV = Reader(
    media_type="text/tab-separated-values", endings=(".tsv", ".tab"), function="tables.csv:read_tsv", maps=True
)
JSON = Reader(media_type="application/json", endings=(".json",), function="tables.json_record:read_record", maps=True)
XLSX = Reader(
    media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings=(".xlsx", ".xlsm"),
    function="tables.xlsx:read_workbook",
    binary=True,
    confined=True,
    extra="xlsx",
    needs=("openpyxl.reader.excel", "tomllib", "encodings.cp437"),
    maps=True,
)
READERS = (PLAIN, MARKDOWN, PDF, HTML, DOCX, CSV, TSV, JSON, XLSX)

_MARKDOWN_LINE = re.compile(
    r"\n(?:#{1,6} +\S|\*\*[^*\n]{1,200}\*\*:? *$|.{0,200}\[[^\]\n]{1,200}\]\((?:https?:|#|/)|\|(?: ?:?-+:? ?\|)+)",
    re.MULTILINE,
)
"""The line end before it comes first: the search for one character passes over a text much faster than any other."""
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_ZIP, _WORD_PART, _BOOK_PART, _DIRECTORY = b"PK\x03\x04", b"word/document", b"xl/workbook", 200_000
_LOOKED_AT = 20_000
_ENOUGH_MARKS = 2


def media_type_of(name: str, data: bytes) -> str:
    """The media type of a document: by its first bytes, else by the ending of *name*.

    A plain text with Markdown's marks is Markdown.

    >>> media_type_of("report.txt", b"# Title")
    'text/plain'
    >>> media_type_of("draft.md", b"")
    'text/markdown'
    """
    return reader_of(name, data).media_type


def reader_of(name: str, data: bytes) -> Reader:
    """What reads the document of this *name*: told by its first bytes, else by the ending of its name."""
    marked = next((reader for reader in READERS if reader.magic and data.startswith(reader.magic)), None)
    if marked is not None:
        return marked
    ending = PurePath(name).suffix.lower()
    reader = next((reader for reader in READERS if ending in reader.endings), PLAIN)
    if reader is PLAIN and _HTML_START.match(data[:_LOOKED_AT]):
        return HTML
    if reader is PLAIN and data.startswith(_ZIP) and _WORD_PART in data[-_DIRECTORY:]:
        return DOCX
    if reader is PLAIN and data.startswith(_ZIP) and _BOOK_PART in data[-_DIRECTORY:]:
        return XLSX
    if reader is PLAIN and _looks_like_markdown(data[: 4 * _LOOKED_AT].decode("utf-8", "replace")[:_LOOKED_AT]):
        return MARKDOWN
    return reader


def read_source(
    data: bytes, *, name: str, encoding: str | None = None, force: bool = False, mapping: bytes | None = None
) -> Text:
    """The text of a document in reading order, with blocks, sentences, sections, reliability and origin.

    *name* tells the reader by its ending and stands in messages. *mapping* is a TOML file that tells which parts of a
    table or record are read, and under which names (see ``mapping``); other documents have no use for it. Positions of
    the origin count the characters of the decoded source, or what the reader's module says. Raises UnreadableInput for
    what is empty, binary, damaged, wrongly encoded or, without *force*, surely not English, and where a package that
    the reader needs is missing.
    """
    reader = reader_of(name, data)
    _refuse_missing(reader, name)
    if reader.maps:
        text = _read_mapped(reader, data, mapping, name=name, encoding=encoding)
    elif mapping is not None:
        raise UsageProblem(f"{name}: a mapping is for tables and records (CSV, XLSX, JSON); leave it out")
    else:
        text = _read(reader, data, name) if reader.binary else _load(reader)(_decode(reader, data, name, encoding))
    if reader is HTML and not text.content.strip():
        raise UnreadableInput(f"{name}: no text is in it; a page that a script fills must be saved from the browser")
    if not force:
        refuse_foreign(text.content, name=name)
    return text


def read_original(data: bytes, *, name: str, force: bool = False) -> Text:
    """The text of a document as it was before its tracked changes; otherwise, and in what is raised, as read_source.

    Raises UsageProblem for a format that keeps no tracked changes.
    """
    reader = reader_of(name, data)
    if reader.original is None:
        raise UsageProblem(f"{name}: only a Word file keeps what its tracked changes replaced; leave --original out")
    text = _read(replace(reader, function=reader.original), data, name)
    if not force:
        refuse_foreign(text.content, name=name)
    return text


def read_characters(data: bytes, *, name: str, encoding: str | None = None) -> str:
    """The characters that the origin of a document's text counts; none for a binary format. Raises as read_source."""
    reader = reader_of(name, data)
    return "" if reader.binary else _decode(reader, data, name, encoding)


def _decode(reader: Reader, data: bytes, name: str, encoding: str | None) -> str:
    if encoding is None and reader.charset is not None:
        encoding = _named(reader.charset)(data)
    return decode(data, name=name, encoding=encoding)


def _refuse_missing(reader: Reader, name: str) -> None:
    missing = next((need for need in reader.needs if find_spec(need.partition(".")[0]) is None), None)
    if missing is not None:
        raise UnreadableInput(
            f"{name}: reading {reader.media_type} needs {missing.partition('.')[0]}, which is not installed here; "
            f"pip install 'reportdiff[{reader.extra}]'"
        )


def _read(reader: Reader, data: bytes, name: str) -> Text:
    if not data:
        raise UnreadableInput(f"{name}: the file is empty; give a document with text in it")
    if not reader.confined:
        return _load(reader)(data)
    from reportdiff.sources.confined import read_confined

    text = read_confined(reader.function, data, name=name, needs=reader.needs)
    if reader.scans is not None:
        from reportdiff.sources.pdf.ocr import read_unread_pages

        text = read_unread_pages(text, reader.scans, data, name=name, needs=reader.needs)
    if not text.content.strip():
        raise UnreadableInput(f"{name}: no text is in it; give a document with text in it")
    return text


def _read_mapped(reader: Reader, data: bytes, mapping: bytes | None, *, name: str, encoding: str | None) -> Text:
    if reader.binary:
        from reportdiff.sources.tables.mapping import bundle

        return _read(reader, data if mapping is None else bundle(data, mapping), name)
    read: Callable[..., Text] = _named(reader.function)
    characters = _decode(reader, data, name, encoding)
    try:
        text = read(characters, mapping)
    except UnreadableInput as refusal:
        raise UnreadableInput(f"{name}: {refusal}") from None
    return text


def _load(reader: Reader) -> Callable[[Any], Text]:
    read: Callable[[Any], Text] = _named(reader.function)
    return read


def _named(function: str) -> Callable[[Any], Any]:
    module, _, name = function.partition(":")
    found: Callable[[Any], Any] = getattr(import_module(f"reportdiff.sources.{module}"), name)
    return found


def _looks_like_markdown(head: str) -> bool:
    return front_matter_end(head) > 0 or len(_MARKDOWN_LINE.findall(f"\n{head}")) >= _ENOUGH_MARKS
