"""Lists of shares that must make a hundred, or the share that they divide: "Akan 47.5%, Ewe 13.9%, other 38.6%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportdiff.compare.reading.intervals import Interval
from reportdiff.compare.reading.telling import Telling
from reportdiff.compare.reading.units import quantity_of
from reportdiff.compare.reckoning.hedged import Reckoned, Reckoning, level_of, meet, sum_of, widened
from reportdiff.model.claim import Claim
from reportdiff.model.span import Span

LEAST_SHARES = 3
SLACK = Decimal("0.5")
"""A list may be off by this much beyond the rounding of its figures: it says nothing then."""

REMAINDER = re.compile(
    r"(?:(?:none|unspecified|unknown|mixed)(?: ?/ ?| or | and ))?(?:others?|remainder|rest)"
    r"(?:(?: ?/ ?| or | and |, )(?:none|unspecified|unknown|mixed))?"
)
NO_ITEM = re.compile(r"(?:with|of|and|while|but|where|turnout|voter)\b")
MANIFOLD = re.compile(
    r"more than one|multiple|add up|sum to|do not total|exceed|overlap|rounding|not add", re.IGNORECASE
)
_MARK = re.compile(r"[(),;:|]")
_LABEL = re.compile(r"[^\d%|:;()\n]{0,60}")


class Item(NamedTuple):
    """A labelled share of a list, and where its text ends."""

    label: str
    claim: Claim
    place: Span


def find_shares(telling: Telling, line: Sequence[int]) -> Iterator[Reckoning]:
    """The lists of shares in one line, by the indices of its figures, that name a remainder and so are whole.

    A list in brackets behind a share divides that share; any other a hundred. What may count one thing several times,
    or holds an item that is no share, is left aside.
    """
    shares = [index for index in line if quantity_of(telling.claims[index]).unit == "percent"]
    if len(shares) < LEAST_SHARES:
        return
    whole_line = _line_around(telling.text, telling.places[shares[0]])
    if MANIFOLD.search(telling.text, whole_line.start, whole_line.end):
        return
    for items, owner in _lists(telling, shares, whole_line):
        if len(items) >= LEAST_SHARES and any(REMAINDER.fullmatch(item.label) for item in items[1:]):
            made = sum_of(item.claim for item in items)
            target = Interval(Decimal(100), Decimal(100)) if owner is None else level_of(owner)
            fits = meet(widened(made, SLACK), target)
            yield Reckoning(Reckoned.SHARES, owner, tuple(item.claim for item in items), made, fits)


def _line_around(text: str, place: Span) -> Span:
    end = text.find("\n", place.end)
    return Span(text.rfind("\n", 0, place.start) + 1, len(text) if end < 0 else end)


class _Level:
    """The list that is being read at one depth of brackets; ``begun``: its next item, None behind one."""

    def __init__(self, owner: Claim | None, begun: int, *, sound: bool) -> None:
        self.owner = owner
        self.begun: int | None = begun
        self.sound = sound
        self.items: list[Item] = []

    def take(self, claim: Claim, place: Span, text: str) -> None:
        """An item of the list, whose label must lead to it from the comma before."""
        label = "" if self.begun is None else text[self.begun : place.start].strip(" -–*")
        # A point right before a figure belongs to it: its place in the number is not sure.
        self.sound &= (
            bool(label)
            and _LABEL.fullmatch(label) is not None
            and not NO_ITEM.match(label)
            and text[place.start - 1] != "."
        )
        self.items.append(Item(label.casefold(), claim, place))
        self.begun = None

    def go_on(self, at: int) -> None:
        """The next item begins at *at*; every item must be a share."""
        self.sound &= self.begun is None
        self.begun = at

    @property
    def is_whole(self) -> bool:
        """True where nothing but labelled shares was read."""
        return self.sound and self.begun is None


def _lists(telling: Telling, shares: Sequence[int], line: Span) -> Iterator[tuple[list[Item], Claim | None]]:
    """Each list of items between commas of one depth of brackets, with the share whose brackets it stands in."""
    levels = [_Level(None, line.start, sound=True)]
    for at, index in _events(telling, shares, line):
        level, mark = levels[-1], telling.text[at]
        if index is not None:
            level.take(telling.claims[index], telling.places[index], telling.text)
        elif mark == "(":
            owner = level.items[-1].claim if level.items and level.begun is None else None
            levels.append(_Level(owner, at + 1, sound=owner is not None))
        elif mark == ",":
            level.go_on(at + 1)
        elif mark != ")":
            if level.is_whole:
                yield level.items, level.owner
            levels[-1] = _Level(level.owner, at + 1, sound=level.owner is None)
        elif len(levels) > 1:
            levels.pop()
            if level.is_whole:
                yield level.items, level.owner
    if len(levels) == 1 and levels[0].is_whole:
        yield levels[0].items, None


def _events(telling: Telling, shares: Sequence[int], line: Span) -> list[tuple[int, int | None]]:
    """The places of shares, with their indices, and of the marks between them, in order."""
    places = [telling.places[index] for index in shares]
    marks = (found.start() for found in _MARK.finditer(telling.text, line.start, line.end))
    free = [(at, None) for at in marks if not any(place.start <= at < place.end for place in places)]
    return sorted([*free, *((telling.places[index].start, index) for index in shares)], key=lambda event: event[0])
