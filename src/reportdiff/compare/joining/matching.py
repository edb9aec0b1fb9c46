"""Joins the figures of two texts, one to one, by the likeness of the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportdiff.compare.joining.assignment import assign
from reportdiff.compare.joining.both import Reading
from reportdiff.compare.joining.chains import chain_numbers
from reportdiff.compare.joining.contexts import Context
from reportdiff.compare.joining.likeness import can_be_one, likeness_of, similar_sentences
from reportdiff.compare.joining.marks import doubt_of, exclude
from reportdiff.compare.joining.parts import are_other_parts, parts_told
from reportdiff.compare.reading.sentences import Sentence
from reportdiff.compare.reading.telling import Free, is_same_amount, once
from reportdiff.model.claim import Claim

LEAST_EQUAL, LEAST_MOVED = 430, 550
"""Pairs less like than this are not joined: a figure that moved must be told in clearer words than one that stands."""

BASE = 50
"""Pairs weigh with the square of their lead over the least like, and this: one sure pair outweighs two weak ones."""

MARGIN = 25
"""A pair is joined only when neither side could have had another partner that is nearly as like."""

SAME_RANK = 30
"""What the same place in two lists of one length is worth, once the words suffice."""

BAND = 25
"""Two figures of two sentences are looked at when their places in the order differ by less than this."""

Joinable = Callable[[Claim, Claim], bool]

Apart = Callable[[int, int], bool]
"""Says of an old and a new figure, by index, that the places where they stand keep them apart."""


def nowhere_apart(_row: int, _column: int) -> bool:
    """Keeps no two figures apart."""
    return False


def match_by_words(
    reading: Reading,
    free: Free,
    *,
    joinable: Joinable = can_be_one,
    apart: Apart = nowhere_apart,
    least: int = LEAST_EQUAL,
) -> dict[int, int]:
    """*Free* old claims to new claims, by index, that surely measure the same thing.

    *joinable* says which pairs are looked at, *apart* which are kept apart by where they stand, *least* how like they
    must be.
    """
    likenesses = likenesses_of(reading, free, joinable=joinable, apart=apart, least=least)
    strengths = {pair: (likeness - least + BASE) ** 2 for pair, likeness in likenesses.items()}
    chains = once(reading.old.telling, chain_numbers), once(reading.new.telling, chain_numbers)
    return _without_doubtful(likenesses, assign(strengths), chains)


def likenesses_of(
    reading: Reading,
    free: Free,
    *,
    joinable: Joinable,
    least: int,
    apart: Apart = nowhere_apart,
    least_moved: int = LEAST_MOVED,
) -> dict[tuple[int, int], int]:
    """The candidate pairs with their likeness, by index; only those that may be joined at all."""
    old, new = reading.old, reading.new
    found: dict[tuple[int, int], int] = {}
    olds, news = old.telling.claims, new.telling.claims
    parts = once(old.telling, parts_told), once(new.telling, parts_told)
    open_to = _with_free(old.sentences, free[0]), _with_free(new.sentences, free[1])
    for one, other, whole in similar_sentences(*open_to, reading.rarity):
        for row, column in _pairs(one, other, free):
            was, now = olds[row], news[column]
            if not joinable(was, now) or exclude(was, now, old.marks(row), new.marks(column)):
                continue
            if are_other_parts(was, now, parts) or apart(row, column):
                continue
            contexts, moved = (old.contexts.of(row), new.contexts.of(column)), not is_same_amount(was, now)
            needed = max(least, least_moved) if moved else least
            likeness = likeness_of(was, now, contexts, whole, least=needed)
            if moved and likeness >= needed:
                likeness -= doubt_of(was, now, old.marks(row), new.marks(column))
            if likeness >= needed:
                found[row, column] = likeness + _by_rank(*contexts)
    return found


def _by_rank(one: Context, other: Context) -> int:
    """Tells figures apart that two sentences list in one order and in the same words; it joins none by itself."""
    return SAME_RANK if one.rank == other.rank and one.rank[1] > 1 else 0


def _with_free(sentences: list[Sentence], free: frozenset[int]) -> list[Sentence]:
    return [sentence for sentence in sentences if any(index in free for index, _ in sentence.claims)]


def _pairs(one: Sentence, other: Sentence, free: Free) -> Iterator[tuple[int, int]]:
    """The free figures of two sentences; in very long ones only those at about the same place in the order."""
    for order, (row, _) in enumerate(one.claims):
        if row in free[0]:
            for column, _ in other.claims[max(0, order - BAND) : order + BAND]:
                if column in free[1]:
                    yield row, column


def _without_doubtful(
    likenesses: dict[tuple[int, int], int],
    pairs: dict[int, int],
    chains: tuple[Mapping[int, int], Mapping[int, int]],
) -> dict[int, int]:
    """*pairs* but for those that another pair would nearly have been preferred to.

    A partner that its own text chains to the one found casts no doubt: with either the series is the same.
    """
    rows = {row: likenesses[row, column] for row, column in pairs.items()}
    columns = {column: likenesses[row, column] for row, column in pairs.items()}
    owners = {column: row for row, column in pairs.items()}
    doubtful: set[int] = set()
    for (row, column), likeness in likenesses.items():
        if pairs.get(row) == column:
            continue
        if likeness > max(rows.get(row, 0), columns.get(column, 0)) - MARGIN:
            if row in pairs and not _are_chained(pairs[row], column, chains[1]):
                doubtful.add(row)
            if column in owners and not _are_chained(owners[column], row, chains[0]):
                doubtful.add(owners[column])
    return {row: column for row, column in pairs.items() if row not in doubtful}


def _are_chained(one: int, other: int, chains: Mapping[int, int]) -> bool:
    return one in chains and chains[one] == chains.get(other)
