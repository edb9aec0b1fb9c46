"""Markup inside a line of Markdown: dropped, with what it encloses kept."""

from __future__ import annotations

import re
from html import unescape

from reportdiff.sources.builder import Edit, Passage, edited, fold

_SPECIAL = re.compile(r"[*_\\&<`\[\]](?:(?<=[^\[\]])|(?<=\])[(\[]|(?<=\[)\^)")
"""What markup has, beginning with a set of characters: that is searched for much faster than several patterns."""
_OPENING = re.compile(r"[\\&<!\[\]*_`]")
"""What a token begins with."""
_TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<comment><!--)
    |(?P<address><(?:https?://|mailto:)[^<>\s]{1,2000}>)
    |(?P<raised><sup>\s?[0-9]{1,4}\s?</sup>)
    |(?P<tag></?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,500})?/?>)
    |(?P<note>\[\^[^\[\]\s]{1,60}\])
    |(?P<open>!?\[)
    |(?P<close>\])
    |(?P<stress>\*+|_+)
    |(?P<code>`+)""",
    re.VERBOSE,
)
_TARGET = re.compile(
    r"\((?:<[^<>]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,2000})?)(?:\s[\"'][^\"'()]{0,300}[\"'])?\s?\)"
    r"|\[[^\[\]]{0,100}\]"
)
_TAG_NAME = re.compile(r"[A-Za-z0-9]+")
_TAGS = frozenset(
    """a abbr b big blockquote br center cite code del details div dd dl dt em figcaption figure font h1 h2 h3 h4 h5 h6
    hr i iframe img ins kbd li mark nobr ol p picture pre q s section small source span strike strong style sub summary
    sup table tbody td tfoot th thead time tr tt u ul var video wbr""".split()
)
_SPACED = frozenset("br p div li td th tr hr h1 h2 h3 h4 h5 h6 dd dt ul ol table blockquote section".split())
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PASSES = 6


def plain_words(passage: Passage) -> Passage:
    """The passage without inline markup, such that reading it once more finds none.

    A link keeps its text, a raised number stays raised, a picture and the mark of a note go.

    >>> plain_words(Passage("**Quad** [a *site*](http://x.org/_a_) at 5&nbsp;% on the 26<sup>th</sup>", ())).text
    'Quad a site at 5 % on the 26th'
    """
    for _ in range(_PASSES):
        if _SPECIAL.search(passage.text) is None:
            break
        edits = _Scan(passage.text).edits()
        if not edits:
            break
        passage = fold(edited(passage, edits))
    return passage


def is_strong(text: str) -> bool:
    """Whether the whole of *text* stands in bold, but for a colon behind it."""
    core = text.strip().rstrip(":").rstrip()
    for mark in ("***", "**", "__"):
        if len(core) > 2 * len(mark) and core.startswith(mark) and core.endswith(mark):
            inner = core[len(mark) : -len(mark)]
            return mark not in inner and inner[0] not in " *" and inner[-1] not in " *"
    return False


class _Scan:
    """One pass over a line; the methods are named for the tokens they meet and tell where to go on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Edit] = []
        self._last_comment_end = text.rfind("-->")
        self._brackets: list[int] = []
        self._openers: dict[str, list[tuple[int, int]]] = {"*": [], "_": []}
        self._codes: dict[int, int] = {}

    def edits(self) -> list[Edit]:
        """The edits that drop the markup, in order, without overlap."""
        at = 0
        while (opening := _OPENING.search(self._text, at)) is not None:
            token = _TOKEN.match(self._text, opening.start())
            at = getattr(self, f"_{token.lastgroup}")(*token.span()) if token else opening.end()
        ordered: list[Edit] = []
        for edit in sorted(self._found, key=lambda edit: (edit[0], -edit[1])):
            if not ordered or edit[0] >= ordered[-1][1]:
                ordered.append(edit)
        return ordered

    def _escape(self, start: int, end: int) -> int:
        self._found.append((start, start + 1, ""))
        return end

    def _entity(self, start: int, end: int) -> int:
        written = self._text[start:end]
        character = unescape(written)
        if character != written:
            self._found.append((start, end, character))
        return end

    def _comment(self, start: int, end: int) -> int:
        stop = self._text.find("-->", end) if end < self._last_comment_end else -1
        if stop < 0:
            return end
        self._found.append((start, stop + 3, ""))
        return stop + 3

    def _address(self, start: int, end: int) -> int:
        self._found += ((start, start + 1, ""), (end - 1, end, ""))
        return end

    def _raised(self, start: int, end: int) -> int:
        inner = self._text[start + 5 : end - 6]
        digits = inner.strip()
        first = start + 5 + inner.index(digits)
        last = first + len(digits)
        self._found += ((start, first, ""), (first, last, digits.translate(_RAISED)), (last, end, ""))
        return end

    def _tag(self, start: int, end: int) -> int:
        name = _TAG_NAME.search(self._text, start)
        if name is not None and name[0].lower() in _TAGS:
            self._found.append((start, end, " " if name[0].lower() in _SPACED else ""))
        return end

    def _note(self, start: int, end: int) -> int:
        self._found.append((start, end, ""))
        return end

    def _open(self, start: int, end: int) -> int:
        self._brackets.append(start)
        return end

    def _close(self, start: int, end: int) -> int:
        if not self._brackets:
            return end
        opener = self._brackets.pop()
        target = _TARGET.match(self._text, end)
        if target is None or not _is_address(target[0]):
            return end
        if self._text[opener] == "!":
            self._found.append((opener, target.end(), ""))
        else:
            self._found += ((opener, opener + 1, ""), (start, target.end(), ""))
        return target.end()

    def _stress(self, start: int, end: int) -> int:
        mark, count = self._text[start], end - start
        opens, closes = _flanks(self._text, start, end)
        stack = self._openers[mark]
        if mark == "*" and count > 1:
            # Programs write bold with a space inside the marks; two such runs are a pair all the same.
            opens = opens or (not stack and (start == 0 or self._text[start - 1] == " "))
            closes = closes or bool(stack and stack[-1][1] > 1)
        while closes and count and stack:
            opener, width = stack.pop()
            shared = min(width, count)
            self._found += ((opener + width - shared, opener + width, ""), (end - count, end - count + shared, ""))
            count -= shared
            if width > shared:
                stack.append((opener, width - shared))
        if opens and count:
            stack.append((end - count, count))
        return end

    def _code(self, start: int, end: int) -> int:
        opener = self._codes.pop(end - start, None)
        if opener is None:
            self._codes[end - start] = start
        else:
            self._found += ((opener, opener + end - start, ""), (start, end, ""))
        return end


def _is_address(target: str) -> bool:
    """Whether brackets behind brackets hold a link's target: "[name](2019)" in a plain text is none."""
    return target[0] == "[" or target == "()" or any(mark in target for mark in "/.#:?=<")


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the run of marks can open and can close, as CommonMark has it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (after.isalnum() or not before.isalnum())
    right = not before.isspace() and (before.isalnum() or not after.isalnum())
    if text[start] == "_":
        return left and (not right or not before.isalnum()), right and (not left or not after.isalnum())
    return left, right
