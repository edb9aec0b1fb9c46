"""What changed inside sentences, word by word, for reports of all formats to mark in their own way."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from reportdiff.model.wording import SentenceChange

AROUND = 60
"""So many unchanged characters stay on either side of a change there; more make room for dots."""


class Fate(Enum):
    """What became of words: both sides have them, or the old one alone, or the new one alone."""

    STAYED = "stayed"
    WENT = "went"
    CAME = "came"


class Words(NamedTuple):
    """Words of a sentence and what became of them."""

    fate: Fate
    words: str


def read_marked_words(change: SentenceChange, old: str, new: str, *, everything: bool) -> Iterator[Words]:
    """The old sentences of a change with hunks, and between their words those that came.

    White space around words that went or came is told as if it had stayed. Without *everything* long runs of what
    stayed are cut.
    """
    place = change.old[0].start
    for number, hunk in enumerate(change.hunks):
        yield from _stayed(old[place : hunk.old.start], first=number == 0, last=False, everything=everything)
        yield from _moved(Fate.WENT, old[hunk.old.start : hunk.old.end])
        yield from _moved(Fate.CAME, new[hunk.new.start : hunk.new.end])
        place = hunk.old.end
    yield from _stayed(old[place : change.old[-1].end], first=False, last=True, everything=everything)


def _moved(fate: Fate, words: str) -> Iterator[Words]:
    """*words* with the white space around them apart; of nothing but white space the first."""
    bare = words.strip()
    lead = words[: len(words) - len(words.lstrip())] if bare else words[:1]
    trail = words[len(words.rstrip()) :] if bare else ""
    yield from (Words(kind, part) for kind, part in ((Fate.STAYED, lead), (fate, bare), (Fate.STAYED, trail)) if part)


def _stayed(words: str, *, first: bool, last: bool, everything: bool) -> Iterator[Words]:
    """Words that both sides have, cut in the middle, or at the outer end, where there are many."""
    if not everything and len(words) > AROUND * (1 if first or last else 2):
        head = "" if first else words[:AROUND].rpartition(" ")[0] + " "
        tail = "" if last else " " + words[-AROUND:].partition(" ")[2]
        words = f"{head}…{tail}"
    if words:
        yield Words(Fate.STAYED, words)
