"""Joins the figures of two texts, one to one, by the likeness of the words around them."""

from __future__ import annotations

from collections.abc import Callable

from reportdiff.compare.assignment import assign
from reportdiff.compare.contexts import Context, Sentence, contexts_of, rarity_of, read_sentences
from reportdiff.compare.likeness import can_be_one, likeness_of, similar_sentences
from reportdiff.compare.marks import doubt_of, exclude, marks_of
from reportdiff.compare.telling import Telling, is_same_amount
from reportdiff.model.claim import Claim

LEAST_EQUAL, LEAST_MOVED = 430, 550
"""Pairs less like than this are not joined: a figure that moved must be told in clearer words than one that stands."""

MARGIN = 25
"""A pair is joined only when neither side could have had another partner that is nearly as like."""


Joinable = Callable[[Claim, Claim], bool]


def match_by_words(
    old: Telling, new: Telling, *, joinable: Joinable = can_be_one, least: int = LEAST_EQUAL
) -> dict[int, int]:
    """Old claims to new claims, by index, that surely measure the same thing.

    *joinable* says which pairs are looked at, *least* how like they must be.
    """
    likenesses = likenesses_of(old, new, joinable=joinable, least=least)
    return _without_doubtful(likenesses, assign(likenesses))


def likenesses_of(old: Telling, new: Telling, *, joinable: Joinable, least: int) -> dict[tuple[int, int], int]:
    """The candidate pairs with their likeness, by index; only those that may be joined at all."""
    sentences = read_sentences(old), read_sentences(new)
    rarity = rarity_of([*sentences[0], *sentences[1]])
    contexts = contexts_of(old, sentences[0], rarity), contexts_of(new, sentences[1], rarity)
    marks = marks_of(old), marks_of(new)
    found: dict[tuple[int, int], int] = {}
    for one, other, whole in similar_sentences(sentences[0], sentences[1], rarity):
        for (row, column), pair in _pairs(one, other, contexts):
            was, now = old.claims[row], new.claims[column]
            signs = marks[0][row], marks[1][column]
            if not joinable(was, now) or exclude(was, now, *signs):
                continue
            likeness, needed = likeness_of(was, now, pair, whole), least
            if not is_same_amount(was, now):
                likeness, needed = likeness - doubt_of(*signs), max(least, LEAST_MOVED)
            if likeness >= needed:
                found[row, column] = likeness
    return found


def _pairs(
    one: Sentence, other: Sentence, contexts: tuple[dict[int, Context], dict[int, Context]]
) -> list[tuple[tuple[int, int], tuple[Context, Context]]]:
    return [
        ((row, column), (contexts[0][row], contexts[1][column])) for row, _ in one.claims for column, _ in other.claims
    ]


def _without_doubtful(likenesses: dict[tuple[int, int], int], pairs: dict[int, int]) -> dict[int, int]:
    """*pairs* but for those that another pair would nearly have been preferred to."""
    rows = {row: likenesses[row, column] for row, column in pairs.items()}
    columns = {column: likenesses[row, column] for row, column in pairs.items()}
    owners = {column: row for row, column in pairs.items()}
    doubtful: set[int] = set()
    for (row, column), likeness in likenesses.items():
        if pairs.get(row) == column:
            continue
        if likeness > max(rows.get(row, 0), columns.get(column, 0)) - MARGIN:
            doubtful.update(taken for taken in (row if row in rows else None, owners.get(column)) if taken is not None)
    return {row: column for row, column in pairs.items() if row not in doubtful}
