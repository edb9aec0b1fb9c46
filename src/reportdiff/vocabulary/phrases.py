"""Phrases found among the words of a sentence, longest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

Payload = TypeVar("Payload")

_END = ""


class PhraseTable(Generic[Payload]):
    """Phrases as sequences of words, each with what it stands for; finding is one walk along the words."""

    __slots__ = ("_root",)

    def __init__(self) -> None:
        self._root: dict[str, Any] = {}

    def add(self, words: Sequence[str], payload: Payload) -> None:
        """Let *words* stand for *payload*, in place of what they stood for before."""
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node[_END] = payload

    def get(self, words: Sequence[str]) -> Payload | None:
        """What exactly *words* stand for; None if nothing."""
        node: Any = self._root
        for word in words:
            node = node.get(word)
            if node is None:
                return None
        found: Payload | None = node.get(_END)
        return found

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Payload]]:
        """Each phrase in *words* as (first, end, payload), end exclusive: the longest at its place, no overlaps."""
        root, count, done = self._root, len(words), 0
        for place in [place for place, word in enumerate(words) if word in root]:
            if place < done:
                continue
            node, at, found = root[words[place]], place + 1, None
            while True:
                if _END in node:
                    done, found = at, node[_END]
                if at >= count or (node := node.get(words[at])) is None:
                    break
                at += 1
            if found is not None:
                yield place, done, found
