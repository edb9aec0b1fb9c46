"""Pages that are pictures of text: named where they cannot be read, recognized where tesseract is installed."""

from __future__ import annotations

import shutil

from reportdiff.model.errors import UnreadableInput
from reportdiff.model.text import Text
from reportdiff.sources.confined import Limits, read_confined

PROGRAM = "tesseract"
_UNREAD = "a picture of text, or of letters that cannot be told; it was not read"
_LIMITS = Limits(seconds=300, files=True)
"""Recognizing a page takes seconds; the program that does it must find its own data."""


def unread_note(page: int) -> str:
    """What is said of a page that was not read."""
    return f"page {page} is {_UNREAD}"


def unread_pages(text: Text) -> int:
    """How many pages of the document were not read."""
    return sum(doubt.reason.endswith(_UNREAD) for doubt in text.reliability)


def read_unread_pages(text: Text, function: str, data: bytes, *, name: str, needs: tuple[str, ...]) -> Text:
    """*text* itself where all pages were read; else the text of *data* with what *function* recognizes on the others.

    Without tesseract the unread pages stay named in the text's reliability; UnreadableInput where no page was read.
    """
    unread = unread_pages(text)
    if not unread:
        return text
    if shutil.which(PROGRAM) is not None:
        return read_confined(function, data, name=name, needs=needs, limits=_LIMITS)
    if text.content.strip():
        return text
    raise UnreadableInput(
        f"{name}: {'its page is a picture' if unread == 1 else f'all its {unread} pages are pictures'} without text; "
        "install tesseract (package tesseract-ocr) to have the characters recognized, or give a PDF with text"
    )
