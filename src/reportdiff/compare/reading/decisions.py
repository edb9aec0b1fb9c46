"""What people decided about series, which claims bear: it stands above what keys and words say."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import TypeVar

from reportdiff.model.annotation import Annotation, AnnotationKind
from reportdiff.model.claim import Claim

Member = TypeVar("Member")

TOLD_BY_PEOPLE = frozenset({AnnotationKind.CORRECT, AnnotationKind.ADD})


def are_apart(one: Claim, other: Claim) -> bool:
    """True for two claims of which somebody decided that they are not of one series."""
    return decision_on(one, other, AnnotationKind.DIFFERENT) is not None


def are_joined(one: Claim, other: Claim) -> bool:
    """True for two claims of which somebody decided that they are of one series."""
    return decision_on(one, other, AnnotationKind.SAME) is not None


def decision_on(one: Claim, other: Claim, kind: AnnotationKind) -> Annotation | None:
    """The decision of a *kind* that both claims bear."""
    if not one.annotations:
        return None
    return next((each for each in one.annotations if each.kind is kind and each in other.annotations), None)


def part_groups(groups: Iterable[tuple[Member, Claim]]) -> list[list[tuple[Member, Claim]]]:
    """A group in parts of which none holds two claims that are apart; the first keeps what nobody decided about."""
    parts: list[list[tuple[Member, Claim]]] = [[]]
    for member, claim in groups:
        for part in parts:
            if not any(are_apart(claim, other) for _, other in part):
                part.append((member, claim))
                break
        else:
            parts.append([(member, claim)])
    return parts


def joints_of(claims: Iterable[tuple[Member, Claim]]) -> list[tuple[Member, Member]]:
    """The pairs that somebody decided are of one series."""
    annotated = [each for each in claims if each[1].annotations]
    return [(one, other) for (one, first), (other, second) in combinations(annotated, 2) if are_joined(first, second)]


def is_told_by_people(claim: Claim) -> bool:
    """True for a claim that people corrected or added: its quote may tell another figure than it has."""
    return any(annotation.kind in TOLD_BY_PEOPLE for annotation in claim.annotations)
