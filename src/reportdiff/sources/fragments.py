"""Pieces of HTML inside a text of a record: tags dropped, references resolved, blocks parted."""

from __future__ import annotations

import html
import re

from reportdiff.sources.builder import Edit, Passage, edited, fold
from reportdiff.sources.passages import cut

_MARK = re.compile(
    r"<(/?[a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
)
_BLOCKS = frozenset("p br div li ul ol tr table tbody h1 h2 h3 h4 h5 h6 section article hr dd dt dl blockquote".split())
_CELLS = frozenset({"td", "th"})
_BREAK = "\n"


def split_fragment(passage: Passage) -> list[Passage]:
    """The lines of a text that may be HTML, folded, without its markup; none for one without words.

    >>> [piece.text for piece in split_fragment(Passage("<p>Bogot&aacute;</p><p><b>note:</b> old</p>", ()))]
    ['Bogotá', 'note: old']
    """
    text = passage.text
    if "<" not in text and "&" not in text and "\n" not in text and "\r" not in text:
        folded = fold(passage)
        return [folded] if folded.text else []
    edits: list[Edit] = [(at.start(), at.end(), _instead(at)) for at in _MARK.finditer(text)]
    plain = edited(passage, edits) if edits else passage
    pieces, start = [], 0
    for end in [*(n for n, letter in enumerate(plain.text) if letter in "\r\n"), len(plain.text)]:
        if plain.text[start:end].strip():
            pieces.append(fold(cut(plain, start, end)))
        start = end + 1
    return [piece for piece in pieces if piece.text]


def _instead(mark: re.Match[str]) -> str:
    if mark[0][0] == "&":
        return html.unescape(mark[0]).replace("\n", " ").replace("\r", " ")
    name = (mark[1] or "").lstrip("/").lower()
    return _BREAK if name in _BLOCKS else " " if name in _CELLS else ""
