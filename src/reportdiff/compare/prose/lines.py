"""A text as its sentences, one a line, with their places."""

from __future__ import annotations

from typing import NamedTuple

from reportdiff.model.span import Span


class Lines(NamedTuple):
    """The lines of *text* that hold something, and where each starts; a line is a sentence, a heading or a row."""

    text: str
    sentences: list[str]
    starts: list[int]

    def span(self, number: int) -> Span:
        """Where a sentence stands."""
        start = self.starts[number]
        return Span(start, start + len(self.sentences[number]))

    def reach(self, numbers: range) -> Span:
        """From the start of the first of neighbouring sentences to the end of the last."""
        return Span(self.starts[numbers[0]], self.span(numbers[-1]).end)


def read_lines(text: str) -> Lines:
    r"""The sentences of a text that has one a line.

    >>> read_lines("One.\n\nTwo.").starts
    [0, 6]
    """
    sentences: list[str] = []
    starts: list[int] = []
    start = 0
    for line in text.split("\n"):
        if line:
            sentences.append(line)
            starts.append(start)
        start += len(line) + 1
    return Lines(text, sentences, starts)
