"""The longest common subsequence of two sequences of words, with the rows of the table as bits of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.compare.prose.anchors import Pair


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
    row, rows = (1 << len(old)) - 1, []
    places_of = places.get
    for word in new:
        found = row & places_of(word, 0)
        if found:
            row = row + found | row - found  # what runs over the top stays: nobody reads the bits above
        rows.append(row)
    return _walk_back(rows, len(old) - 1, len(new) - 1)


def _walk_back(rows: Sequence[int], one: int, other: int) -> list[Pair]:
    """The pairs on a path from the end of the table: a bit of a row is zero where that old word lengthens it.

    From a word the path leads to the last one before it that does, and from there to the first row where it does.
    """
    pairs = []
    while one >= 0 and other >= 0:
        zeros = ~rows[other] & (2 << one) - 1
        if not zeros:
            break
        one = zeros.bit_length() - 1
        bit = 1 << one
        while other and not rows[other - 1] & bit:
            other -= 1
        pairs.append((one, other))
        one -= 1
        other -= 1
    pairs.reverse()
    return pairs
