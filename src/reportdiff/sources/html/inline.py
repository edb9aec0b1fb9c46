"""What stands inside a line of a web page: characters with their places, marks of notes, bold words."""

from __future__ import annotations

import re
from html import unescape

from reportdiff.sources.builder import Edit, Passage, edited
from reportdiff.sources.html.tokens import Run
from reportdiff.sources.html.tree import Element
from reportdiff.sources.passages import EMPTY
from reportdiff.sources.raised import is_raised_mark, looks_like_mark

_ENTITY = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[^\s<&#;]{1,32};?)")
_MARK_NAMES = re.compile(r"foot-?note|end-?note|cite|citation|reference|noteref|fn-?ref|annotation", re.IGNORECASE)
_BACK = frozenset("↑ ^ ↩ ↩︎ ⤴".split())
_LONGEST_MARK = 40
_STRONG = frozenset(("b", "strong"))
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)


def read_run(source: str, run: Run) -> Passage:
    """The characters that a run of text stands for, its character references resolved."""
    text = source[run.start : run.end]
    passage = Passage(text, ((0, len(text), run.start),)) if text else EMPTY
    if run.raw or "&" not in text:
        return passage
    edits: list[Edit] = []
    for found in _ENTITY.finditer(text):
        character = unescape(found[0])
        if character != found[0]:
            edits.append((found.start(), found.end(), character))
    return edited(passage, edits) if edits else passage


def is_bold(element: Element) -> bool:
    """Whether an element sets its text in bold."""
    return element.name in _STRONG or _BOLD.search(element.attributes.get("style", "")) is not None


def is_note_mark(element: Element, words: str, before: str) -> bool:
    """Whether a raised or linked element is the mark of a note and nothing that is told: *before* are the words so far.

    ``m<sup>2</sup>``, ``10<sup>6</sup>`` and ``26<sup>th</sup>`` are told.
    """
    if not words or len(words) > _LONGEST_MARK:
        return False
    if element.name == "a":
        return _is_note_link(element, words)
    linked = any(below.name == "a" and _is_note_link(below, words) for below in element.elements())
    return linked or is_raised_mark(words, before)


def _is_note_link(element: Element, words: str) -> bool:
    attributes = element.attributes
    target = attributes.get("href", "")
    if attributes.get("role") in ("doc-noteref", "doc-backlink") or words in _BACK:
        return True
    if "#" not in target or not looks_like_mark(words):
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')} {target}"
    return words.startswith("[") or _MARK_NAMES.search(names) is not None
