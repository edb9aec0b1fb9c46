"""A web page to text in reading order: its report, without the site around it."""

from __future__ import annotations

from dataclasses import replace

from reportdiff.model.text import Text
from reportdiff.sources.builder import assemble
from reportdiff.sources.html.blocks import read_blocks
from reportdiff.sources.html.content import shown, without_site
from reportdiff.sources.html.metadata import read_declared
from reportdiff.sources.html.tokens import read_tokens
from reportdiff.sources.html.tree import read_tree
from reportdiff.sources.kinds import find_title, settle


def read_html(source: str) -> Text:
    """The text of a web page, the origin counting the characters of *source*.

    Left out is what a browser does not show and what the site puts around the report. ``declared`` holds what the
    page's head says of it. The text is empty for a page that holds none until a script has run.
    """
    root = read_tree(read_tokens(source))
    declared = read_declared(root, source)
    visible = shown(root)
    drafts = read_blocks(without_site(visible, source), source) or read_blocks(visible, source)
    settled = settle(drafts)
    text = assemble(settled, title=find_title(settled) or dict(declared).get("title"))
    return replace(text, declared=declared)
