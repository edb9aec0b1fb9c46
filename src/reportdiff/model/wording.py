"""How two texts are worded: which sentences are told anew, moved, split or joined, and which words changed in them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from reportdiff.model.noun import Noun
from reportdiff.model.span import Span


class WordingKind(StrEnum):
    """What became of a sentence that is not simply told again."""

    REWORDED = "reworded"
    SPLIT = "split"
    JOINED = "joined"
    MOVED = "moved"
    ADDED = "added"
    DROPPED = "dropped"


class Hunk(NamedTuple):
    """Words of the old text and the words of the new one that take their place; one of the two may be empty."""

    old: Span
    new: Span


class Share(NamedTuple):
    """So many of the characters of both texts' sentences are in words that changed.

    A sentence that merely moved has not changed.
    """

    changed: int
    total: int

    @property
    def part(self) -> Decimal:
        """The changed part, 0 to 1, to four places; 0 where there is no text at all."""
        return round(Decimal(self.changed) / (self.total or 1), 4)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SentenceChange(Noun):
    """A sentence that is told in other words or elsewhere, or by one side only.

    ``old`` and ``new`` are its sentences on either side: several old ones where they were joined, several new ones
    where it was split, none where the side lacks it. ``hunks``, in order, are what changed between the start of the
    first sentence and the end of the last. ``moved``: it stands in another order than the rest, in other words or not.
    """

    kind: WordingKind
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()
    hunks: tuple[Hunk, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SectionWording(Noun):
    """A stretch of both texts under one heading, up to the next heading; a side that lacks it has no span.

    The title is empty for what stands before the first heading.
    """

    title: str
    old: Span | None
    new: Span | None
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class WordingDiff(Noun):
    """All sentences that two texts do not simply share, in the order to show them in, and how much that is.

    ``equal`` counts the sentences that stand unchanged and in order on both sides; ``sections`` are in the order of
    the new text, those that only the old one has at the end.
    """

    changes: tuple[SentenceChange, ...]
    equal: int
    share: Share
    sections: tuple[SectionWording, ...] = ()
