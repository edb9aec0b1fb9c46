"""Which reader takes which document: by the ending of its name, or by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Any

from reportdiff.model.text import Text
from reportdiff.sources.encoding import decode
from reportdiff.sources.frontmatter import front_matter_end
from reportdiff.sources.language import refuse_foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reads documents of one media type: the endings of their names, and the function that makes the text.

    ``function`` is ``module:name`` below ``reportdiff.sources``, imported when a document asks for it; it takes the
    document's characters, or its bytes where it is ``binary``. ``magic`` is what the bytes of such a document begin
    with, whatever its name.
    """

    media_type: str
    endings: tuple[str, ...]
    function: str
    binary: bool = False
    magic: bytes = b""


PLAIN = Reader(media_type="text/plain", endings=(".txt", ".text", ""), function="plain:read_plain")
MARKDOWN = Reader(
    media_type="text/markdown", endings=(".md", ".markdown", ".mdown"), function="markdown:read_markdown"
)
READERS = (PLAIN, MARKDOWN)

_MARKDOWN_LINE = re.compile(
    r"^(?:#{1,6} +\S|\*\*[^*\n]{1,200}\*\*:? *$|.{0,200}\[[^\]\n]{1,200}\]\((?:https?:|#|/)|\|(?: ?:?-+:? ?\|)+)",
    re.MULTILINE,
)
_LOOKED_AT = 20_000
_ENOUGH_MARKS = 2


def media_type_of(name: str, data: bytes) -> str:
    """The media type of a document: by its first bytes, else by the ending of *name*.

    A plain text with Markdown's marks is Markdown.

    >>> media_type_of("report.txt", b"# Title")
    'text/plain'
    >>> media_type_of("draft.md", b"")
    'text/markdown'
    """
    return reader_of(name, data).media_type


def reader_of(name: str, data: bytes) -> Reader:
    """What reads the document of this *name*: told by its first bytes, else by the ending of its name."""
    marked = next((reader for reader in READERS if reader.magic and data.startswith(reader.magic)), None)
    if marked is not None:
        return marked
    ending = PurePath(name).suffix.lower()
    reader = next((reader for reader in READERS if ending in reader.endings), PLAIN)
    if reader is PLAIN and _looks_like_markdown(data[: 4 * _LOOKED_AT].decode("utf-8", "replace")[:_LOOKED_AT]):
        return MARKDOWN
    return reader


def read_source(data: bytes, *, name: str, encoding: str | None = None, force: bool = False) -> Text:
    """The text of a document in reading order, with blocks, sentences, sections, reliability and origin.

    *name* tells the reader by its ending and stands in messages. Positions of the origin count the characters of the
    decoded source. Raises UnreadableInput for what is empty, binary, wrongly encoded or, without *force*, surely not
    English.
    """
    reader = reader_of(name, data)
    read = _load(reader)
    text: Text = read(data) if reader.binary else read(decode(data, name=name, encoding=encoding))
    if not force:
        refuse_foreign(text.content, name=name)
    return text


def _load(reader: Reader) -> Callable[[Any], Text]:
    module, _, function = reader.function.partition(":")
    read: Callable[[Any], Text] = getattr(import_module(f"reportdiff.sources.{module}"), function)
    return read


def _looks_like_markdown(head: str) -> bool:
    return front_matter_end(head) > 0 or len(_MARKDOWN_LINE.findall(head)) >= _ENOUGH_MARKS
