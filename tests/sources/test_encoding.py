"""Bytes are read as what they say they are, or refused in one line."""

from __future__ import annotations

import codecs

import pytest

from reportdiff.model.errors import ReportdiffError, UnreadableInput, UsageProblem
from reportdiff.sources.encoding import decode

WORDS = "Growth of 5 percent in São Tomé.\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), None),
        (codecs.BOM_UTF8 + WORDS.encode(), None),
        (WORDS.encode("utf-16"), None),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), None),
        (WORDS.encode("utf-32"), None),
        (WORDS.encode("latin-1"), "latin-1"),
        (codecs.BOM_UTF8 + WORDS.encode(), "latin-1"),
    ],
)
def test_a_mark_an_encoding_named_or_utf_8_is_read(data: bytes, encoding: str | None) -> None:
    assert decode(data, name="a.txt", encoding=encoding) == WORDS


@pytest.mark.parametrize(
    ("data", "encoding", "error", "told"),
    [
        (b"", None, UnreadableInput, "is empty"),
        (b" \r\n\t\n", None, UnreadableInput, "is empty"),
        (codecs.BOM_UTF8, None, UnreadableInput, "is empty"),
        (
            WORDS.encode("latin-1"),
            None,
            UnreadableInput,
            "0xe3 at offset 24 is not UTF-8; save it as UTF-8, or name its enc",
        ),
        (codecs.BOM_UTF8 + b"a\xff", None, UnreadableInput, "offset 4"),
        (WORDS.encode("utf-16-le"), None, UnreadableInput, "NUL byte at offset 1"),
        (b"%PDF-1.7 text", None, UnreadableInput, "a PDF"),
        (b"PK\x03\x04 text", None, UnreadableInput, "a ZIP container"),
        (bytes(range(1, 9)) * 40, None, UnreadableInput, "control characters"),
        (b"text \0 text", "latin-1", UnreadableInput, "NUL at character 5"),
        (b"text", "klingon", UsageProblem, "no encoding is called 'klingon'"),
        (b"text", "zlib", UsageProblem, "no encoding is called 'zlib'"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    data: bytes, encoding: str | None, error: type[ReportdiffError], told: str
) -> None:
    with pytest.raises(error) as caught:
        decode(data, name="a.txt", encoding=encoding)
    message = str(caught.value)
    assert told in message
    assert message.startswith("a.txt: ")
    assert "\n" not in message
