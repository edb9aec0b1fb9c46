"""Bytes to characters, without a guess: UTF-8, a byte order mark, or the encoding that was named."""

from __future__ import annotations

import codecs

from reportdiff.model.errors import UnreadableInput, UsageProblem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_BINARIES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP container (a Word or Excel file, say)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
)

_ANOTHER = "name another one with --encoding"
_NAMED = "save it as UTF-8, or name its encoding to `add` or `normalize`, for example --encoding latin-1"

_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F})


def decode(data: bytes, *, name: str, encoding: str | None = None) -> str:
    """The characters of *data*, without a byte order mark; line ends stay as they are.

    A byte order mark tells the encoding, then *encoding*, then UTF-8 strictly. Raises UnreadableInput for an empty or
    binary file and for bytes that the encoding does not know, UsageProblem for an encoding that does not exist.
    """
    if not data.strip():
        raise UnreadableInput(f"{name}: the file is empty; give a document with text in it")
    marked = next(((mark, known) for mark, known in _MARKS if data.startswith(mark)), None)
    if marked is None and encoding is None:
        _refuse_binary(data, name)
    mark, chosen = marked or (b"", encoding or "utf-8")
    text = _decoded(data[len(mark) :], chosen, name, len(mark))
    if not text.strip():
        raise UnreadableInput(f"{name}: the file is empty; give a document with text in it")
    if "\0" in text:
        raise UnreadableInput(f"{name}: NUL at character {text.index(chr(0))}: a binary file; give a document of text")
    return text


def _decoded(data: bytes, encoding: str, name: str, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as trouble:
        at = trouble.start + skipped
        byte = data[trouble.start : trouble.start + 1].hex()
        hint = _ANOTHER if encoding != "utf-8" else _NAMED
        raise UnreadableInput(f"{name}: byte 0x{byte} at offset {at} is not {encoding.upper()}; {hint}") from None
    except (LookupError, ValueError):
        raise UsageProblem(f"{name}: no encoding is called {encoding!r}; utf-8 and latin-1 are two that are") from None


def _refuse_binary(data: bytes, name: str) -> None:
    for magic, kind in _BINARIES:
        if data.startswith(magic):
            raise UnreadableInput(f"{name}: this is {kind}, not text; save it as plain text or Markdown first")
    at = data.find(b"\0")
    if at >= 0:
        hint = "a binary file, or UTF-16 without a mark (then --encoding utf-16-le)"
        raise UnreadableInput(f"{name}: NUL byte at offset {at}: {hint}")
    head = data[:4096]
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20:
        raise UnreadableInput(f"{name}: control characters from the start on: a binary file; give a document of text")
