"""Which reader takes which document: by the ending of its name, or by its first lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from reportdiff.model.text import Text
from reportdiff.sources.encoding import decode
from reportdiff.sources.frontmatter import front_matter_end
from reportdiff.sources.language import refuse_foreign
from reportdiff.sources.markdown import read_markdown
from reportdiff.sources.plain import read_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reads documents of one media type: the endings of their names, and the function from characters to text."""

    media_type: str
    endings: tuple[str, ...]
    read: Callable[[str], Text]


PLAIN = Reader(media_type="text/plain", endings=(".txt", ".text", ""), read=read_plain)
MARKDOWN = Reader(media_type="text/markdown", endings=(".md", ".markdown", ".mdown"), read=read_markdown)
READERS = (PLAIN, MARKDOWN)

_MARKDOWN_LINE = re.compile(
    r"^(?:#{1,6} +\S|\*\*[^*\n]{1,200}\*\*:? *$|.{0,200}\[[^\]\n]{1,200}\]\((?:https?:|#|/)|\|(?: ?:?-+:? ?\|)+)",
    re.MULTILINE,
)
_LOOKED_AT = 20_000
_ENOUGH_MARKS = 2


def media_type_of(name: str, data: bytes) -> str:
    """The media type of a document: by the ending of *name*; a plain text with Markdown's marks is Markdown.

    >>> media_type_of("report.txt", b"# Title")
    'text/plain'
    >>> media_type_of("draft.md", b"")
    'text/markdown'
    """
    return _reader_of(name, data[: 4 * _LOOKED_AT].decode("utf-8", "replace")).media_type


def read_source(data: bytes, *, name: str, encoding: str | None = None, force: bool = False) -> Text:
    """The text of a document in reading order, with blocks, sentences, sections, reliability and origin.

    *name* tells the reader by its ending and stands in messages. Positions of the origin count the characters of the
    decoded source. Raises UnreadableInput for what is empty, binary, wrongly encoded or, without *force*, surely not
    English.
    """
    source = decode(data, name=name, encoding=encoding)
    text = _reader_of(name, source[:_LOOKED_AT]).read(source)
    if not force:
        refuse_foreign(text.content, name=name)
    return text


def _reader_of(name: str, head: str) -> Reader:
    ending = PurePath(name).suffix.lower()
    reader = next((reader for reader in READERS if ending in reader.endings), PLAIN)
    return MARKDOWN if reader is PLAIN and _looks_like_markdown(head) else reader


def _looks_like_markdown(head: str) -> bool:
    return front_matter_end(head) > 0 or len(_MARKDOWN_LINE.findall(head)) >= _ENOUGH_MARKS
