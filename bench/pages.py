"""How many pages of PDF it reads a second: right reading order, beside the library alone and pdftotext."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.places import SHARED, prose_files
from bench.speed import cpu_seconds
from bench.tables import render_rate, render_table

ROUNDS = 5
GOALS = ("60", "150")
_COPIES = 8


def measure_pages() -> Iterator[str]:
    """A table a document: pages per second of processor time."""
    with TemporaryDirectory() as folder:
        for path in [*_printed(Path(folder)), *sorted((SHARED / "corpus").glob("*.pdf"))[:2]]:
            yield _measure(path)


def _printed(folder: Path) -> Iterator[Path]:
    """Two dense columns of the texts at hand, drawn in the order of reading and line by line across the page."""
    printing = import_module("tests.sources.printing")
    paragraphs = [
        " ".join(paragraph.split()).encode("cp1252", "replace").decode("cp1252")
        for path in prose_files()
        for paragraph in path.read_text("utf-8").split("\n\n")
        if paragraph.strip()
    ]
    press = printing.set_columns(paragraphs * _COPIES, size=9)
    for name, interleaved in (("in order", False), ("across", True)):
        path = folder / f"{name}.pdf"
        path.write_bytes(press.print(interleaved=interleaved))
        yield path


def _measure(path: Path) -> str:
    from reportdiff.sources.pdf.reader import read_pdf

    data = path.read_bytes()
    library = import_module("pypdfium2")
    pages = len(library.PdfDocument(data))

    def extract() -> None:
        for page in library.PdfDocument(data):
            page.get_textpage().get_text_range()

    rows = [
        ("reportdiff, text in reading order", _rate(pages, cpu_seconds, lambda: read_pdf(data)), *GOALS),
        ("pypdfium2, characters as they were drawn", _rate(pages, cpu_seconds, extract), "", ""),
        (
            "pdftotext",
            _rate(pages, _child_seconds, lambda: _run_pdftotext(path)) if _has_pdftotext() else "none",
            "",
            "",
        ),
    ]
    head = ("program", "pages per CPU-second", "first goal", "aim")
    return render_table(f"Reading PDF: {path.stem}, {pages} pages, best of {ROUNDS} rounds", head, rows)


def _rate(pages: int, clock: Callable[[Callable[[], object]], float], work: Callable[[], object]) -> str:
    return render_rate(pages / min(clock(work) for _ in range(ROUNDS)))


def _child_seconds(work: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _has_pdftotext() -> bool:
    return shutil.which("pdftotext") is not None


def _run_pdftotext(path: Path) -> None:
    subprocess.run(["pdftotext", str(path), "-"], stdout=subprocess.DEVNULL, check=True)
