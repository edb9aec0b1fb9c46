"""Patterns made of lists of words, and cheap looks at the words beside a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportdiff.vocabulary.tables import load_table

_REACH = 40
"""How far the word beside a place is looked for: longer runs without a blank are no words."""
_BREAKS = str.maketrans(dict.fromkeys("–—/:;([)]“\"‘'*#|", "-"))
_ENDS = frozenset(".,")


def word_list(table: str, name: str) -> tuple[str, ...]:
    """The words or phrases *name* in a table of the grammar's words."""
    words: str | list[str] = load_table("grammar")[table][name]
    return tuple(words.split() if isinstance(words, str) else words)


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of *words*, taken literally; where one begins another, the longer one is tried first.

    What several begin with stands in it once, so that each letter of a text is looked at once.

    >>> any_of(["ton", "tons", "to", "an"])
    '(?:an|to(?:n(?:s|)|))'
    """
    root: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, object] = root  # type: ignore[assignment]
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _branches(root)


def _branches(node: dict[str, dict[str, object]]) -> str:
    branches = [re.escape(letter) + _branches(node[letter]) for letter in sorted(node) if letter]  # type: ignore[arg-type]
    if "" in node:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def any_case(words: Iterable[str]) -> list[str]:
    """Each word or phrase in small letters, with a capital, with a capital for each of its words, and in capitals."""
    return [form for word in words for form in (word.lower(), word.capitalize(), word.title(), word.upper())]


def hint_of(words: Iterable[str]) -> re.Pattern[str]:
    """What :func:`hints_at` looks for: what is no letter, and behind it any of *words* as they are written.

    It begins with a set of characters: the search passes over everything else much faster than from word to word.
    """
    return re.compile(rf"[^A-Za-z0-9_]{any_of(words)}\b")


def hints_at(hint: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """False where no word of *hint* stands in ``text[start:end]``; true of the start of a text, unseen."""
    return start == 0 or hint.search(text, start - 1, end) is not None


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
