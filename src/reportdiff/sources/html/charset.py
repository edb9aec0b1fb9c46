"""Which encoding a web page declares in its own head."""

from __future__ import annotations

import codecs
import re

_LOOKED_AT = 4096
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']")
_WESTERN = frozenset("iso-8859-1 iso8859-1 latin1 latin-1 l1 ascii us-ascii windows-1252 cp1252 x-cp1252".split())
_LATIN_5 = frozenset("iso-8859-9 iso8859-9 latin5".split())


def find_charset(data: bytes) -> str | None:
    """The encoding that a page declares, by Python's name for what browsers take it for; None for none that is known.

    Browsers read what calls itself Latin-1 as Windows-1252, and what says UTF-16 in bytes of ASCII as UTF-8.

    >>> find_charset(b'<meta charset="ISO-8859-1">'), find_charset(b"<p>charset=koi8-r")
    ('cp1252', None)
    """
    head = data[:_LOOKED_AT]
    found = _META.search(head) or _XML.match(head)
    if found is None:
        return None
    label = found[1].decode("ascii").lower()
    if label in _WESTERN:
        return "cp1252"
    if label in _LATIN_5:
        return "cp1254"
    if label.startswith("utf-16"):
        return "utf-8"
    try:
        known = codecs.lookup(label)
    except LookupError:
        return None
    return known.name if _decodes_text(known) else None


def _decodes_text(codec: codecs.CodecInfo) -> bool:
    """Whether a codec makes characters of bytes: some of Python's make bytes of bytes."""
    return getattr(codec, "_is_text_encoding", True)
