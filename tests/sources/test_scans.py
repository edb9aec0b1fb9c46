"""Pages that are pictures: named, or recognized where tesseract is installed; never silently empty."""

from __future__ import annotations

import shutil
from io import BytesIO

import pytest

pytest.importorskip("pypdfium2")

import pypdfium2
from reportlab.lib.pagesizes import letter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Grade
from reportdiff.sources.pdf.ocr import unread_pages
from reportdiff.sources.pdf.pages import draw_page, read_pages
from reportdiff.sources.pdf.reader import read_pdf
from reportdiff.sources.registry import read_source

LEFT = ["Exports rose by 12 percent in 2021.", "Imports fell by $4.5 billion, as the", "office said in its report."]
RIGHT = ["Reserves reached $9.8 billion in May.", "The bank supervises 14 banks and it", "sets the rates of interest."]
SECOND = "Public debt stood at 54 percent of GDP in 2020."


def print_lines(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 12)
    for at, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        canvas.drawString(60, 700 - 16 * at, left)
        canvas.drawString(330, 700 - 16 * at, right)


def scanned(*, written: bool) -> bytes:
    """A PDF whose first page is a picture of two columns; *written*: with a second page of text."""
    printed, stream = BytesIO(), BytesIO()
    canvas = Canvas(printed, pagesize=letter, invariant=True)
    print_lines(canvas)
    canvas.save()
    picture = pypdfium2.PdfDocument(printed.getvalue())[0].render(scale=3).to_pil().convert("L")
    canvas = Canvas(stream, pagesize=letter, invariant=True)
    canvas.drawImage(ImageReader(picture), 0, 0, *letter)
    canvas.showPage()
    if written:
        canvas.drawString(60, 700, SECOND)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_without_recognition_a_scan_is_refused_and_the_program_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(UnreadableInput, match=r"scan\.pdf: its page is a picture without text; install tesseract"):
        read_source(scanned(written=False), name="scan.pdf")


def test_without_recognition_the_other_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    text = read_source(scanned(written=True), name="scan.pdf")
    assert text.content == SECOND
    assert unread_pages(text) == 1
    assert [(d.start, d.end, d.grade) for d in text.reliability] == [(0, 0, Grade.SUSPECT)]
    assert text.reliability[0].reason.startswith("page 1 is a picture")
    assert text.origin[0].part == 2


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract, which is not installed")
def test_a_scan_is_recognized_and_marked_as_suspect() -> None:
    text = read_source(scanned(written=True), name="scan.pdf")
    assert " ".join(LEFT) in text.content.replace("\n", " ")
    assert " ".join(RIGHT) in text.content.replace("\n", " ")
    assert text.content.endswith(SECOND)
    assert unread_pages(text) == 0
    suspect = sum(doubt.end - doubt.start for doubt in text.reliability if doubt.grade is Grade.SUSPECT)
    assert suspect >= len(" ".join(LEFT + RIGHT)) - 4
    assert {run.part for run in text.origin} == {1, 2}


def test_text_laid_unseen_over_a_picture_is_suspect() -> None:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=letter, invariant=True)
    words = canvas.beginText(60, 700)
    words.setFont("Helvetica", 12)
    words.setTextRenderMode(3)
    words.textOut(SECOND)
    canvas.drawText(words)
    canvas.save()
    text = read_pdf(stream.getvalue())
    assert text.content == SECOND
    assert [(d.start, d.end, d.grade) for d in text.reliability] == [(0, len(SECOND), Grade.SUSPECT)]


def test_a_drawn_page_is_a_graymap() -> None:
    data = scanned(written=True)
    picture = draw_page(data, 2)
    head, _, dots = picture.data.partition(b"255\n")
    width, height = map(int, head.split()[1:3])
    assert len(dots) == width * height
    assert min(dots) < 50 < 250 < max(dots)
    assert [page.pictured for page in read_pages(data)] == [True, False]
