"""HTML to tags and runs of text, each with its place in the source: the one tokenizer of web pages.

It follows the tokenizer of the HTML standard where that bears on text: comments, quoted attributes, and elements such
as ``script`` whose content is no markup. One pass; the cost is linear in the source, whatever stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

Attributes = dict[str, str]
"""Names in lower case; of two alike the first one counts."""

NO_ATTRIBUTES: Attributes = {}


class Tag(NamedTuple):
    """A start tag, or an end tag, from *start* to *end* in the source; a ``bare`` one closes itself (``<g/>``)."""

    name: str
    start: int
    end: int
    attributes: Attributes
    closes: bool = False
    bare: bool = False


class Run(NamedTuple):
    """Characters between tags; ``raw`` ones stand for themselves: ``&amp;`` is five characters there."""

    start: int
    end: int
    raw: bool = False


Token = Tag | Run

_OPENING = re.compile(r"<(?:(/?)([A-Za-z][^\s/>]*)|(!--)|[!?/])")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)(\"?)|'([^']*)('?)|([^\s>]*)))?")
_TAG_END = re.compile(r"[\s/=]*")
_COMMENT_END = re.compile(r"--!?>")
_RAW = frozenset("script style xmp iframe noembed noframes textarea title".split())
_ESCAPED = frozenset(("textarea", "title"))
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


def read_tokens(source: str) -> Iterator[Token]:
    """The tags and texts of *source* in order; comments, declarations and what stands behind an open tag are left out.

    >>> [token.name if isinstance(token, Tag) else (token.start, token.end) for token in read_tokens("<p>$9 <b>bn")]
    ['p', (3, 6), 'b', (9, 11)]
    """
    at = text_from = 0
    length = len(source)
    while (found := _OPENING.search(source, at)) is not None:
        start = found.start()
        name = found[2]
        if name is None:
            if start > text_from:
                yield Run(text_from, start)
            at = text_from = _after_declaration(source, found)
            continue
        if start > text_from:
            yield Run(text_from, start)
        tag = _read_tag(source, found)
        if tag is None:
            return
        yield tag
        at = text_from = tag.end
        if tag.name in _RAW and not tag.closes:
            closing = _RAW_END[tag.name].search(source, at)
            text_from = at = closing.start() if closing else length
            if at > tag.end:
                yield Run(tag.end, at, raw=tag.name not in _ESCAPED)
    if text_from < length:
        yield Run(text_from, length)


def _after_declaration(source: str, found: re.Match[str]) -> int:
    """Where a comment or declaration ends; one that never does goes on to the end of the source."""
    at = found.end()
    if not found[3] or source.startswith((">", "->"), at):
        end = source.find(">", at)
        return end + 1 if end >= 0 else len(source)
    closing = _COMMENT_END.search(source, at)
    return closing.end() if closing else len(source)


def _read_tag(source: str, found: re.Match[str]) -> Tag | None:
    """The tag that opens at *found*; None where the source ends inside it."""
    at = found.end()
    attributes = NO_ATTRIBUTES
    while True:
        end = _TAG_END.match(source, at)
        at = end.end() if end else at
        if source.startswith(">", at):
            break
        attribute = _ATTRIBUTE.match(source, at)
        if attribute is None or attribute.end() >= len(source):
            return None
        name, double, double_end, single, single_end, bare = attribute.groups()
        if (double is not None and not double_end) or (single is not None and not single_end):
            return None
        value = double or single or bare or ""
        if attributes is NO_ATTRIBUTES:
            attributes = {}
        attributes.setdefault(name.lower(), unescape(value) if "&" in value else value)
        at = attribute.end()
    bare_tag = source[at - 1] == "/"
    return Tag(found[2].lower(), found.start(), at + 1, attributes, bool(found[1]), bare_tag)
