"""Patterns made of lists of words, and cheap looks at the words beside a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TypeAlias

from reportdiff.vocabulary.tables import load_table

_Node: TypeAlias = "dict[str, _Node]"
_REACH = 40
"""How far the word beside a place is looked for: longer runs without a blank are no words."""
_BREAKS = str.maketrans(dict.fromkeys("–—/:;([)]“\"‘'*#|", "-"))
_ENDS = frozenset(".,")


def word_list(table: str, name: str) -> tuple[str, ...]:
    """The words or phrases *name* in a table of the grammar's words."""
    words: str | list[str] = load_table("grammar")[table][name]
    return tuple(words.split() if isinstance(words, str) else words)


def any_of(words: Iterable[str], *, titled: bool = False) -> str:
    r"""The pattern of any of *words*, taken literally; where one begins another, the longer one is tried first.

    What several begin with stands in it once, so that each letter of a text is looked at once. *titled*: a word may
    begin with a capital.

    >>> any_of(["ton", "tons", "to", "an"]), any_of(["so far", "so"], titled=True)
    ('(?:an|to(?:n(?:s|)|))', '[sS]o(?:\\ [fF]ar|)')
    """
    root: _Node = {}
    for word in words:
        node = root
        for before, letter in pairwise(f" {word}"):
            node = node.setdefault(f"[{letter}{letter.upper()}]" if titled and before == " " else re.escape(letter), {})
        node[""] = {}
    return _branches(root)


def _branches(node: _Node) -> str:
    branches = [letter + _branches(node[letter]) for letter in sorted(node) if letter]
    if "" in node:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def hint_of(words: Iterable[str]) -> re.Pattern[str]:
    """A quick search for any of *words* (small letters), in small letters or with capitals, behind what is no letter.

    It begins with a set of characters: a search passes over everything else much faster than from word to word.
    """
    return re.compile(rf"[^A-Za-z0-9_]{any_of(words, titled=True)}\b")


def hints_at(hint: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """False where no word of *hint* stands in ``text[start:end]``.

    True, unseen, of the start of a text, where nothing stands before a word, and of a text in capitals.
    """
    return start == 0 or hint.search(text, start - 1, end) is not None or text[start:end].isupper()


def word_before(text: str, start: int, at: int) -> str:
    """The word that ends at *at*, in small letters, not reaching back over *start*; empty where none ends there.

    It begins behind a blank, a dash or another mark; a full stop or comma at its end belongs to it.

    >>> word_before("rose to over $22", 0, 12), word_before("output (approx. 5", 0, 15), word_before("45%, 5", 0, 4)
    ('over', 'approx.', '')
    """
    if at <= start or not (text[at - 1].isalpha() or (text[at - 1] in _ENDS and text[at - 2 : at - 1].isalpha())):
        return ""
    low = max(start, at - _REACH)
    blank = text.rfind(" ", low, at)
    word = text[low if blank < 0 else blank + 1 : at].lower()
    return word if word.isalpha() else word[:-1].translate(_BREAKS).rpartition("-")[2] + word[-1:]
