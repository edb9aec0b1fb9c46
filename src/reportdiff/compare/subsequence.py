"""The longest common subsequence of two sequences of words, with the rows of the table as bits of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.compare.anchors import Pair


def longest_common(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """The pairs of a longest common subsequence, in order; of several the one that a walk from the end meets.

    After Hyyrö, *Bit-parallel LCS-length computation revisited* (2004): a row of the table takes a few operations on
    one number with a bit for each old word.

    >>> longest_common("a b c d".split(), "b x d".split())
    [(1, 0), (3, 2)]
    """
    places: dict[str, int] = {}
    for number, word in enumerate(old):
        places[word] = places.get(word, 0) | 1 << number
    every = (1 << len(old)) - 1
    row, rows = every, []
    for word in new:
        if word in places:
            found = row & places[word]
            row = (row + found | row - found) & every
        rows.append(row)
    return _walk_back(rows, len(old) - 1, len(new) - 1)


def _walk_back(rows: Sequence[int], one: int, other: int) -> list[Pair]:
    """The pairs on a path from the end of the table: a bit of a row is zero where that old word lengthens it."""
    pairs = []
    while one >= 0 and other >= 0:
        if rows[other] >> one & 1:
            one -= 1
        elif other and not rows[other - 1] >> one & 1:
            other -= 1
        else:
            pairs.append((one, other))
            one -= 1
            other -= 1
    pairs.reverse()
    return pairs
