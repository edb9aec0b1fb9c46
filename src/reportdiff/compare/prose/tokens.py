"""Sentences cut into words, and ranges of words turned into places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from reportdiff.compare.reading.words import FUNCTION_WORDS
from reportdiff.model.span import Span
from reportdiff.model.wording import Hunk

_TOKEN = re.compile(
    r"""
    \s?+ (?:
        [A-Za-z]++ (?=[\s,;:)])
      | [^\W\d]\w*+ (?:[-'’.]\w++|[\u0300-\u036f\u00ad]++\w*+)*+ (?![$€£¥])
      | (?:(?<!\w)[-−])? (?:[A-Z]{0,3}[$€£¥])?+ \s? [0-9]++(?:[.,][0-9]++)*+ (?![\w\u0300-\u036f])
        (?:[\s-]?(?i:hundred|thousand|million|billion|trillion|mn|bn|tn)\b)?+
        (?: \s?%
          | [\s-]?(?:
              percent(?:age)?(?:[ ]points?)? | per[ ]cent | dollars? | euros? | pounds?
            | (?:square[ ]|sq\.?[ ])?(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet) | hectares? | acres?
            | (?:metric[ ])?tons? | tonnes? | kg | kilograms? | [kMGT]Wh? | barrels? | degrees?
            )\b
        )?+
      | \w++ | \S
    ) | \s
    """,
    re.VERBOSE,
)
"""One white space at most, and a word, a figure with its unit, or a mark. Every character is in exactly one token.

Its first branch finds nothing that the second would not; it finds most words, and those sooner.
"""


class Changed(NamedTuple):
    """Tokens of the old sentence, from and to, that became tokens of the new one."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Side(NamedTuple):
    """A stretch of *text* as tokens; ``places``: where each starts, and where the last ends.

    The first token may start one before ``start``, with a space that was thought. ``lines``: it holds line feeds.
    """

    text: str
    start: int
    tokens: list[str]
    places: list[int]
    lines: bool


def read_side(text: str, span: Span) -> Side:
    """The words in *span* of *text* with their places.

    >>> side = read_side("Yes. It fell.", Span(5, 13))
    >>> side.tokens, side.places
    ([' It', ' fell', '.'], [4, 7, 12, 13])
    """
    stretch = text[span.start : span.end]
    tokens = tokenize(stretch)
    return Side(text, span.start, tokens, list(accumulate(map(len, tokens), initial=span.start - 1)), "\n" in stretch)


def tokenize(text: str) -> list[str]:
    """*text* as tokens, each led by the white space before it, as if a space stood before the first.

    >>> tokenize("Trade fell 20 percent, to $1.5 billion.")
    [' Trade', ' fell', ' 20 percent', ',', ' to', ' $1.5 billion', '.']
    """
    return _TOKEN.findall(" " + text.replace("\n", " "))


def join_close(ranges: Iterable[Changed], old: Side, new: Side) -> Iterator[Changed]:
    """*ranges* in order, with fewer and longer ones where that reads better.

    Two are one where what is left out or put in may as well be so right behind the first, and where nothing but words
    of grammar part them, fewer than what changed on either side.
    """
    before: Changed | None = None
    for this in ranges:
        if before is None:
            before = this
        elif joined := _slide(before, this, old.tokens, new.tokens):
            before = joined
        elif _is_idle(before, this, old.tokens):
            before = Changed(before.old_start, this.old_end, before.new_start, this.new_end)
        else:
            yield before
            before = this
    if before is not None:
        yield before


def hunks_of(ranges: Iterable[Changed], old: Side, new: Side) -> Iterator[Hunk]:
    """The places of *ranges* in both texts; where these have line feeds, with white space that differs between them."""
    lines = old.lines or new.lines
    old_at = new_at = 0
    for changed in ranges:
        if lines:
            yield from _spaces(old, new, range(old_at, changed.old_start), new_at - old_at)
        old_at, new_at = changed.old_end, changed.new_end
        yield _hunk(changed, old, new)
    if lines:
        yield from _spaces(old, new, range(old_at, len(old.tokens)), new_at - old_at)


def _slide(before: Changed, this: Changed, old: list[str], new: list[str]) -> Changed | None:
    """Both as one, where *this* leaves out (or puts in) words that end like what parts the two: "[a b] to [c to] d"."""
    if this.new_start < this.new_end and this.old_start < this.old_end:
        return None
    apart = this.old_start - before.old_end
    between = old[before.old_end : this.old_start]
    if this.new_start == this.new_end and between == old[max(this.old_start, this.old_end - apart) : this.old_end]:
        return Changed(before.old_start, this.old_end - apart, before.new_start, before.new_end)
    if this.old_start == this.old_end and between == new[max(this.new_start, this.new_end - apart) : this.new_end]:
        return Changed(before.old_start, before.old_end, before.new_start, this.new_end - apart)
    return None


def _is_idle(before: Changed, after: Changed, tokens: list[str]) -> bool:
    between = after.old_start - before.old_end
    for old_from, old_to, new_from, new_to in (before, after):
        if between >= old_to - old_from and between >= new_to - new_from:
            return False
    return all(map(_is_filling, tokens[before.old_end : after.old_start]))


def _is_filling(token: str) -> bool:
    return (word := token.strip().lower()) in FUNCTION_WORDS or not word.isalnum()


def _hunk(changed: Changed, old: Side, new: Side) -> Hunk:
    """A hunk that leaves out the white space that both its sides start with, so that its edges are those of words."""
    one, other = old.places, new.places
    old_from, old_to, new_from, new_to = (one[changed[0]], one[changed[1]], other[changed[2]], other[changed[3]])
    if old_from < old.start:  # the space that was thought before the first word is taken from behind the last
        shift = int(old_to < old.start or new_to < new.start)
        return Hunk(Span(old.start, old_to + shift), Span(new.start, new_to + shift))
    if old_from < old_to and new_from < new_to:
        first = old.text[old_from]
        if first == new.text[new_from] and first.isspace():
            return Hunk(Span(old_from + 1, old_to), Span(new_from + 1, new_to))
    return Hunk(Span(old_from, old_to), Span(new_from, new_to))


def _spaces(old: Side, new: Side, equal: range, offset: int) -> Iterator[Hunk]:
    """The white space before equal tokens that is not the same: a line ends where it did not before."""
    for number in equal:
        place, there = old.places[number], new.places[number + offset]
        if place >= old.start and there >= new.start and old.text[place] != new.text[there]:
            yield Hunk(Span(place, place + 1), Span(there, there + 1))
