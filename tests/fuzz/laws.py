"""What must hold of any bytes at all: each function takes some and raises only where a law of the program is broken."""

from __future__ import annotations

from reportdiff.api.about import Told
from reportdiff.api.documents import read_document
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import ReportdiffError
from reportdiff.model.text import Text
from reportdiff.records.json import dump_json, load_json
from reportdiff.records.schema import validate
from reportdiff.records.snapshot import dump_snapshot, looks_like_snapshot, read_snapshot_json
from reportdiff.sources.docx.reader import read_docx
from reportdiff.sources.handover import decode_text, encode_text
from tests.making.docx_files import docx

TOLD = Told(subject="utopia", publisher="desk", published="2022-05-04")
LONGEST_REFUSAL = 2_000


def check_document(data: bytes, name: str) -> None:
    """The document *name* is refused in a line, or read with every quote in its place and written so that it reads
    again, by the schema and by the loader.
    """
    try:
        snapshot = read_document(data, name=name, told=TOLD, force=True)
    except ReportdiffError as refusal:
        check_refusal(refusal)
        return
    check_quotes(snapshot)
    written = dump_snapshot(snapshot)
    value = load_json(written, name=name)
    validate(value, "snapshot", name=name)
    assert dump_json(value) == written
    assert dump_snapshot(read_snapshot_json(written, name=name, text=snapshot.text)) == written


def check_quotes(snapshot: Snapshot) -> None:
    content = snapshot.text
    assert content is not None
    for claim in snapshot.claims:
        start, end = claim.position.start, claim.position.end
        assert 0 <= start < end <= len(content), claim
        assert content[start:end] == claim.quote.exact, claim
        assert claim.sentence.start <= start < end <= claim.sentence.end, claim


def check_refusal(refusal: ReportdiffError) -> None:
    """One short line, which any terminal may show."""
    line = str(refusal)
    assert line.isprintable(), line
    assert 0 < len(line) <= LONGEST_REFUSAL, line


def check_record(data: bytes) -> None:
    """JSON is refused in a line, or read, written in its one form, and read again the same; a snapshot likewise."""
    try:
        value = load_json(data, name="x.json")
        written = dump_json(value)
        assert load_json(written, name="x.json") == value
        assert dump_json(load_json(written, name="x.json")) == written
        if looks_like_snapshot(data):
            snapshot = read_snapshot_json(data, name="x.json")
            validate(value, "snapshot", name="x.json")
            again = dump_snapshot(snapshot)
            assert dump_snapshot(read_snapshot_json(again, name="x.json")) == again
    except ReportdiffError as refusal:
        check_refusal(refusal)


def check_word_file(data: bytes) -> None:
    """A Word file of this body is refused in a line, or read into blocks that lie in its text."""
    try:
        text = read_docx(docx(data.decode("utf-8", "replace")))
    except ReportdiffError as refusal:
        check_refusal(refusal)
        return
    check_text(text)


def check_print(data: bytes) -> None:
    """A PDF of these bytes is refused in a line, or read into blocks that lie in its text."""
    from reportdiff.sources.pdf.reader import read_pdf

    try:
        text = read_pdf(data)
    except ReportdiffError as refusal:
        check_refusal(refusal)
        return
    check_text(text)


def check_text(text: Text) -> None:
    """Blocks and sentences lie in the text, in order, and the text passes from one process to another unchanged."""
    for spans in (text.blocks, text.sentences):
        places = [(span.start, span.end) for span in spans]
        assert all(0 <= start <= end <= len(text.content) for start, end in places)
        assert places == sorted(places)
    assert decode_text(encode_text(text)) == text
