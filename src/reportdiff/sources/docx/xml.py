"""XML of Office files, read with the place in bytes of each tag; the one door to the XML parser.

No document type is taken, so that there are no entities to grow and nothing to fetch. Names are told by their
namespaces, not by the prefixes that a program happened to choose: ``w:p`` is a paragraph of either edition of the
standard.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.parsers import expat

from reportdiff.model.errors import UnreadableInput

Attributes = dict[str, str]
"""Names as of elements → values."""

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
    "http://schemas.openxmlformats.org/package/2006/content-types": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
_OTHER = "other:"
_DEEPEST = 256
_MOST_ELEMENTS = 1_000_000
_TAG = re.compile(rb"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}\?>")


Start = Callable[[str, Attributes, int], object]
"""Takes the name of an element, its attributes, and the byte at which its tag stands."""
End = Callable[[str, int], object]
Words = Callable[[str], object]


def parse(data: bytes, *, start: Start | None = None, end: End | None = None, words: Words | None = None) -> None:
    """Read *data* and call back for each start tag, end tag and stretch of text, in order.

    An element without content that closes itself has both its tags at one byte. Raises UnreadableInput for what is no
    XML, has a document type, or is nested or packed beyond what a document needs.
    """
    parser = expat.ParserCreate(None, " ")
    parser.buffer_text = True
    names: dict[str, str] = {}
    count = 0
    opened: list[int] = []

    def name_of(told: str) -> str:
        known = names.get(told)
        if known is None:
            known = names[told] = _named(told)
        return known

    def begin(told: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        opened.append(parser.CurrentByteIndex)
        if len(opened) > _DEEPEST or count > _MOST_ELEMENTS:
            raise UnreadableInput("more elements in its XML than a document needs; do not open it")
        if start is not None:
            start(name_of(told), {name_of(key): value for key, value in attributes.items()}, opened[-1])

    def finish(told: str) -> None:
        begun, at = opened.pop(), parser.CurrentByteIndex
        if end is not None:
            # Of a tag that closes itself the parser tells the byte behind it.
            alone = data[at - 2 : at] == b"/>" and tag_end(data, begun) == at
            end(name_of(told), begun if alone else at)

    def refuse(*_: object) -> None:
        raise UnreadableInput("its XML declares a document type, as no Office file does; do not open it")

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    if words is not None:
        parser.CharacterDataHandler = words
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the parser's own signature: this is all there is
    except expat.ExpatError as trouble:
        raise UnreadableInput(f"its XML is broken ({trouble}); open it in Word and save it anew") from None


def as_utf8(data: bytes) -> bytes:
    """An XML part in UTF-8, so that places in bytes mean the same whatever program wrote it."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            try:
                written = data[2:].decode(encoding).encode()
            except UnicodeError:
                raise UnreadableInput("its XML is broken (UTF-16); open it in Word and save it anew") from None
            return _DECLARATION.sub(b'<?xml version="1.0" encoding="UTF-8"?>', written, count=1)
    return data


def tag_end(data: bytes, at: int) -> int:
    """Where the tag that stands at byte *at* ends."""
    found = _TAG.match(data, at)
    return found.end() if found else at


def prefix_at(data: bytes, at: int) -> bytes:
    """The prefix, with its colon, that the tag at byte *at* bears; empty where it bears none."""
    found = re.compile(rb"</?([^\s:/>]{1,80}:)?").match(data, at)
    return (found[1] or b"") if found else b""


def _named(told: str) -> str:
    space, _, local = told.rpartition(" ")
    return _PREFIXES.get(space, _OTHER if space else "") + local
