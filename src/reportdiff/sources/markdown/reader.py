"""Markdown to text: markup dropped but for headings, items and rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportdiff.model.text import Text
from reportdiff.sources.blocks import BlockReader
from reportdiff.sources.builder import assemble
from reportdiff.sources.kinds import find_title, settle
from reportdiff.sources.markdown.frontmatter import front_matter_end, read_front_matter
from reportdiff.sources.markdown.inline import is_strong
from reportdiff.sources.plain.wrapping import demands_more

_LABEL = re.compile(r"\*\*[^*]{1,60}(?::\*\*|\*\*:)")


def read_markdown(source: str) -> Text:
    """The text of a Markdown document; its front matter is no part of it, but gives the title.

    Lines of one paragraph are joined, except after a hard break and after a line that is wholly bold.
    """
    start = front_matter_end(source)
    reader = BlockReader(source, _joints)
    offset = start
    for line in source[start:].splitlines(keepends=True):
        reader.feed(line, offset)
        offset += len(line)
    drafts = settle(reader.finish())
    return assemble(drafts, title=read_front_matter(source).get("title") or find_title(drafts))


def _joints(lines: Sequence[str]) -> list[bool]:
    return [_goes_on(line, following) for line, following in pairwise(lines)]


def _goes_on(line: str, following: str) -> bool:
    text = line.rstrip()
    if following[0] == "*":
        if is_strong(text):
            return False
        return not (_LABEL.match(following) and _LABEL.match(text))
    if following[0].islower() or demands_more(text.rstrip("\\*_ ")):
        return True
    hard = len(line) - len(text) >= 2 or text.endswith("\\")
    return not hard and not (text[0] in "*_" and is_strong(text))
