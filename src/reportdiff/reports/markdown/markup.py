"""Markdown that shows document text as text: what escapes it, and the tables and folds to put it in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportdiff.reports.screen import printable, split_emphasis

_BREAK = "&#8203;"
"""A space of no width. It keeps apart what a site would link in finished text, where no backslash is seen any more."""

_MARKS = re.compile(r"[\\`*_\[\]<>&|~#$]")
_AT_START = re.compile(r"^(?:[0-9]{1,9}(?=[.)](?: |$))|(?=[-+](?: |$))|(?=-+$|=+$))")
_LINKED = re.compile(
    r"@(?=[\w-])|(?<=[#!])(?=[0-9])|(?<=gh-)(?=[0-9])|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=:)(?=[\w+-]{1,40}:)",
    re.ASCII | re.IGNORECASE,
)


def escape_markdown(text: str) -> str:
    r"""Document text as Markdown that shows just that text: in a line, at its start, and in a cell of a table.

    White space of all kinds becomes one space. Marks get a backslash; mentions, references, addresses and emoji names
    get a space of no width, so that no site makes links of them.

    >>> escape_markdown("*GDP* | <b>\n# 1")
    '\\*GDP\\* \\| \\<b\\> \\# 1'
    >>> escape_markdown("1. see @state, #12"), escape_markdown("+5.2 %")
    ('1\\. see @&#8203;state, \\#&#8203;12', '+5.2 %')
    """
    line = " ".join(printable(text).split())
    parts = _LINKED.split(line)
    kept = _LINKED.findall(line)
    marked = [_MARKS.sub(r"\\\g<0>", part) for part in parts]
    joined = marked[0] + "".join(f"{found}{_BREAK}{part}" for found, part in zip(kept, marked[1:], strict=True))
    return _AT_START.sub(r"\g<0>" + "\\\\", joined, count=1)


def mark_strong(quote: str) -> str:
    r"""A quote whose words are marked by :func:`~reportdiff.reports.screen.emphasize`: these strong, all of it escaped.

    >>> mark_strong("“It sold \x02$9 billion\x03 in 2009.”")
    '“It sold **\\$9 billion** in 2009.”'
    """
    pieces = split_emphasis(quote)
    return "".join(_strong(pieces, number) for number in range(len(pieces)))


def _strong(pieces: Sequence[str], number: int) -> str:
    """A piece of a quote; its stars go where the parser takes them for emphasis: not in the middle of a word."""
    piece = pieces[number]
    bare = escape_markdown(piece)
    if number % 2 == 0:
        lead = " " if piece[:1].isspace() else ""
        return f"{lead}{bare}{' ' if bare and piece[-1:].isspace() else ''}"
    alone = not (pieces[number - 1][-1:].isalnum() or pieces[number + 1][:1].isalnum())
    return f"**{bare}**" if bare and alone else bare


def render_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""A table under *head*, without a line feed at its end.

    Cells are Markdown: document text goes through :func:`escape_markdown` first.

    >>> print(render_table(("figure", "value"), [("GDP", "5 %")]))
    | figure | value |
    |---|---|
    | GDP | 5 % |
    """
    lines = [_row(head), f"|{'---|' * len(head)}", *map(_row, rows)]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.splitlines()) or ' ' for cell in cells)} |"


def render_fold(title: str, lines: Iterable[str]) -> str:
    """*lines* of Markdown that a site shows when *title*, which is in our own words, is clicked on."""
    return "\n".join(["<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>"])
