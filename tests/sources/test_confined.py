"""Documents that are damaged, hostile or endless end in one clear line, and their reader can reach nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pypdfium2")

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Block, BlockKind, Grade, OriginRun, Reliability, Remark, Section, Span, Stretch, Text
from reportdiff.sources import registry
from reportdiff.sources.confined import Limits, read_confined
from reportdiff.sources.handover import Garbled, decode_text, encode_text
from reportdiff.sources.registry import Reader, read_source

NEEDS = ("pypdfium2.raw",)


def printed(pages: int, lines: int, *, password: str | None = None) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, encrypt=None if password is None else StandardEncryption(password, ownerPassword="owner"))
    for page in range(pages):
        for line in range(lines):
            canvas.drawString(50, 780 - 12 * line, f"The ministry said that trade rose by {page} percent in the year.")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def wrapped_in_pdf(content: bytes) -> bytes:
    """A PDF of one page whose drawing is *content*, packed."""
    things = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
    ]
    body = b"%PDF-1.4\n"
    offsets = []
    for number, thing in enumerate(things, 1):
        offsets.append(len(body))
        body += b"%d 0 obj%sendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return body + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(body),
    )


WHOLE = printed(1, 3)
BROKEN = {
    "encrypted": (printed(1, 1, password="secret"), "encrypted"),
    "cut": (WHOLE[: len(WHOLE) // 2], "damaged"),
    "junk": (b"%PDF-1.7\n" + Random(1).randbytes(5_000), "damaged"),
    "head alone": (b"%PDF-1.4\n", "damaged"),
    "blank": (printed(1, 0), "no text is in it"),
    "bomb": (wrapped_in_pdf(zlib.compress(bytes(1 << 30), 9)), "reader broke down|no text|MiB of memory"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_document_that_cannot_be_read_gives_one_line(name: str) -> None:
    data, said = BROKEN[name]
    with pytest.raises(UnreadableInput, match=said) as refused:
        read_source(data, name=f"{name}.pdf")
    assert str(refused.value).startswith(f"{name}.pdf: ")
    assert "\n" not in str(refused.value)


def test_many_pages_are_read() -> None:
    text = read_source(printed(600, 1), name="long.pdf")
    assert text.origin[-1].part == 600


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(UnreadableInput, match="more than 1 seconds"):
        read_confined("pdf.reader:read_pdf", printed(1_500, 30), name="long.pdf", needs=NEEDS, limits=Limits(seconds=1))


def test_what_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(UnreadableInput, match="MiB of memory|broke down"):
        read_confined(
            "pdf.reader:read_pdf", printed(300, 40), name="large.pdf", needs=NEEDS, limits=Limits(memory=30 << 20)
        )


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(
        media_type="application/x-odd",
        endings=(".odd",),
        function="pdf.reader:read_pdf",
        binary=True,
        confined=True,
        extra="pdf",
        needs=("no_such_package.inside",),
    )
    monkeypatch.setattr(registry, "READERS", (*registry.READERS, reader))
    with pytest.raises(UnreadableInput, match=r"a\.odd: .*no_such_package.*pip install 'reportdiff\[pdf\]'$"):
        read_source(b"odd", name="a.odd")


PROBE = """
import socket, sys
from reportdiff.sources.child import _confine
_confine(20, 1 << 30, files=False)
for attempt in (lambda: open("/etc/passwd"), lambda: open("made", "w"), socket.socket, lambda: __import__("colorsys")):
    try:
        attempt()
    except (OSError, ImportError) as refusal:
        print(type(refusal).__name__)
    else:
        print("allowed")
try:
    bytearray(2 << 30)
except MemoryError:
    print("MemoryError")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limits are those of Linux")
def test_a_confined_process_opens_no_file_and_no_socket(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.split() == ["OSError", "OSError", "OSError", "OSError", "MemoryError"]
    assert not list(tmp_path.iterdir())


TEXT = Text(
    content="# A\n\nTrade rose.\nIt fell.",
    blocks=(
        Block(kind=BlockKind.HEADING, start=0, end=3, level=1),
        Block(kind=BlockKind.PARAGRAPH, start=5, end=25),
    ),
    sentences=(Span(2, 3), Span(5, 16), Span(17, 25)),
    sections=(Section(title="A", level=1, start=0, end=25),),
    reliability=(Reliability(start=5, end=25, grade=Grade.SUSPECT, reason="why"),),
    origin=(OriginRun(start=2, length=1, source=0, part=1), OriginRun(start=5, length=20, source=3)),
    title="A",
    declared=(("title", "A"),),
    remarks=(Remark("Ann", "why?", (Stretch((1, 0), (2, 3)),)),),
)


def test_a_text_is_handed_over_whole() -> None:
    assert decode_text(encode_text(TEXT)) == TEXT


RECORD = json.loads(encode_text(TEXT))
ODD = [
    {**RECORD, "content": 5},
    {**RECORD, "content": "short"},
    {**RECORD, "blocks": [["heading", 0, 99, 1]]},
    {**RECORD, "blocks": [["heading", 2, 1, 1]]},
    {**RECORD, "blocks": [["heading", 0, 1.0, 1]]},
    {**RECORD, "blocks": [["heading", 0, True, 1]]},
    {**RECORD, "blocks": [["monster", 0, 1, 1]]},
    {**RECORD, "blocks": [["heading", 0, 1]]},
    {**RECORD, "sentences": [[-1, 2]]},
    {**RECORD, "origin": [[0, 5, -1, 1]]},
    {**RECORD, "reliability": [[0, 1, "clean", None]]},
    {**RECORD, "title": ["x"]},
    {**RECORD, "declared": [["title", 1]]},
    {**RECORD, "remarks": [["Ann", "why?"]]},
    {**RECORD, "remarks": [["Ann", "why?", [[[1, -1], [2, 3]]]]]},
    {**RECORD, "remarks": [["Ann", None, [[[1, 0], [2, 3]]]]]},
    {**RECORD, "remarks": [["Ann", "why?", []]]},
    {name: value for name, value in RECORD.items() if name != "origin"},
    [],
    None,
]


@pytest.mark.parametrize("record", ODD, ids=str)
def test_what_is_no_text_is_refused(record: object) -> None:
    with pytest.raises(Garbled):
        decode_text(json.dumps(record).encode())


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: json.dumps(text).encode()))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    with pytest.raises(Garbled):
        decode_text(data)


def test_nested_brackets_are_refused() -> None:
    with pytest.raises(Garbled):
        decode_text(b"[" * 100_000)
