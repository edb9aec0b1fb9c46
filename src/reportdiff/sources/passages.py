"""Pieces of a source put together to one line, each with its way back to the source."""

from __future__ import annotations

from collections.abc import Iterable

from reportdiff.sources.builder import Passage, Run, edited

EMPTY = Passage("", ())


def join(*parts: Passage | str) -> Passage:
    """One passage out of *parts*, in order; what is given as a string stands nowhere in the source."""
    text: list[str] = []
    runs: list[Run] = []
    at = 0
    for part in parts:
        words = part if isinstance(part, str) else part.text
        if not isinstance(part, str):
            runs += [(at + offset, length, source) for offset, length, source in part.runs]
        text.append(words)
        at += len(words)
    return Passage("".join(text), tuple(runs))


def join_all(parts: Iterable[Passage], between: str) -> Passage:
    """The *parts* in one line with the words *between* each two of them."""
    joined: list[Passage | str] = []
    for part in parts:
        joined += [between, part] if joined else [part]
    return join(*joined)


def cut(passage: Passage, start: int, end: int) -> Passage:
    """The characters of *passage* from *start* to *end*, without the blanks around them."""
    words = passage.text[start:end]
    left = start + len(words) - len(words.lstrip())
    right = max(left, start + len(words.rstrip()))
    return edited(passage, [(0, left, ""), (right, len(passage.text), "")])
