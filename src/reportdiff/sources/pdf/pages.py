"""The one door to pypdfium2: the bytes of a PDF to pages of placed words.

Offsets count the characters of a page as ``FPDFText_GetText`` gives them; those of a document count the pages one after
another, each with one character between it and the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from reportdiff.model.errors import UnreadableInput
from reportdiff.sources.pdf.glyphs import Glyphs
from reportdiff.sources.pdf.pieces import Page
from reportdiff.sources.pdf.runs import HYPHENS, read_pieces

_BREAK = re.compile("[\ufffe\x02]")
"""What the library puts in the place of a hyphen and the line end behind it."""
_SAYS_NOTHING = re.compile("[\ufffd\ue000-\uf8ff\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ERROR_PASSWORD, _ERROR_SECURITY = 4, 5
_PICTURES = (2, 3, 4, 5)
"""Paths, images, shadings and forms, as pypdfium2 numbers the objects of a page."""
_POINTS_PER_INCH = 72
_SHARPNESS = 300
"""Dots per inch at which small type can be recognized."""
_BROADEST_PICTURE = 5000
HIDDEN = "the page is a picture; its text was added by character recognition"


@contextmanager
def open_pdf(data: bytes) -> Iterator[tuple[Any, Any]]:
    """The raw interface and the document of *data*; UnreadableInput for what is locked or damaged."""
    from pypdfium2 import raw

    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if raw.FPDF_GetLastError() in (_ERROR_PASSWORD, _ERROR_SECURITY):
            raise UnreadableInput("the PDF is encrypted and asks for a password; give a copy without one")
        raise UnreadableInput("the PDF is damaged; save it anew with the program that made it, or give its text")
    try:
        yield raw, document
    finally:
        raw.FPDF_CloseDocument(document)


def read_pages(data: bytes) -> Iterator[Page]:
    """The pages of a PDF, one after the other."""
    with open_pdf(data) as (raw, document):
        start = 0
        for index in range(raw.FPDF_GetPageCount(document)):
            page = _read_page(raw, document, index, start)
            start += len(page.text) + 1
            yield page


def read_properties(data: bytes) -> dict[str, str]:
    """What the PDF declares of itself: ``Title`` and ``Author``, where they are not empty."""
    import ctypes

    found: dict[str, str] = {}
    with open_pdf(data) as (raw, document):
        for name in ("Title", "Author"):
            size = raw.FPDF_GetMetaText(document, name.encode(), None, 0)
            buffer = ctypes.create_string_buffer(size)
            raw.FPDF_GetMetaText(document, name.encode(), buffer, size)
            value = " ".join(_UNFIT.sub(" ", buffer.raw.decode("utf-16-le", "replace").rstrip("\0")).split())
            if value:
                found[name] = value
    return found


class Picture(NamedTuple):
    """A page drawn in shades of gray, as a portable graymap, and how many of its dots make a point."""

    data: bytes
    scale: float


def draw_page(data: bytes, number: int) -> Picture:
    """The picture of a page, which is counted from 1."""
    import ctypes

    with open_pdf(data) as (raw, document):
        page = raw.FPDF_LoadPage(document, number - 1)
        width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        scale = min(_SHARPNESS / _POINTS_PER_INCH, _BROADEST_PICTURE / max(width, height, 1.0))
        across, down = max(1, int(width * scale)), max(1, int(height * scale))
        bitmap = raw.FPDFBitmap_CreateEx(across, down, raw.FPDFBitmap_Gray, None, 0)
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * down)
        raw.FPDFBitmap_Destroy(bitmap)
        raw.FPDF_ClosePage(page)
    rows = b"".join(dots[at : at + across] for at in range(0, stride * down, stride))
    return Picture(b"P5 %d %d 255\n" % (across, down) + rows, scale)


def _read_page(raw: Any, document: Any, index: int, start: int) -> Page:
    handle = raw.FPDF_LoadPage(document, index)
    if not handle:
        return Page(index + 1, start, "", ())
    text_handle = raw.FPDFText_LoadPage(handle)
    try:
        text, places = _characters(raw, text_handle)
        glyphs = Glyphs(raw, text_handle, places)
        pieces, turned = read_pieces(text, glyphs, index + 1, start)
        pictured = _is_garbled(text) or (len(text.split()) == 0 and _has_pictures(raw, handle))
        few = text.lstrip()
        doubt = HIDDEN if few and glyphs.is_unseen(text.index(few[0])) else ""
        clean = _UNFIT.sub(" ", text.translate(HYPHENS))
        breaks = tuple(start + found.start() for found in _BREAK.finditer(text))
        seen = () if pictured else pieces
        return Page(index + 1, start, clean, seen, turned, breaks, pictured=pictured, doubt=doubt)
    finally:
        raw.FPDFText_ClosePage(text_handle)
        raw.FPDF_ClosePage(handle)


def _characters(raw: Any, handle: Any) -> tuple[str, list[int] | None]:
    """The characters of a page, and the library's own number of each where it is another than its place."""
    import ctypes

    count = max(0, raw.FPDFText_CountChars(handle))
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text, None
    places: list[int] = []
    unit = 0
    for character in text:
        places.append(max(0, raw.FPDFText_GetCharIndexFromTextIndex(handle, unit)))
        unit += 2 if character > "\uffff" else 1
    return text, places


def _is_garbled(text: str) -> bool:
    """Whether most characters say nothing, since the document does not tell which letters its glyphs are."""
    return len(_SAYS_NOTHING.findall(text)) > 0.3 * len(text)


def _has_pictures(raw: Any, handle: Any) -> bool:
    things = (raw.FPDFPage_GetObject(handle, number) for number in range(raw.FPDFPage_CountObjects(handle)))
    return any(raw.FPDFPageObj_GetType(thing) in _PICTURES for thing in things)
