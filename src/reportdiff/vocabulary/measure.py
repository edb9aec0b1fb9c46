"""A measure as the vocabulary defines it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportdiff.model.claim import Dimensions


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What can be measured, and the words that tell it.

    ``families`` are the unit families a figure of it can have. ``phrases`` name it in running text and as a field's
    label, ``labels`` as a label alone, ``counts`` as what is counted, ``short`` once a phrase has named it before;
    ``vetoes`` look like it and are not. ``change`` is the key for its growth told as a percentage, if that has one of
    its own; ``unless`` are words that, before a figure, say that it is not of this measure; ``whole`` the people that a
    share is of if no others are named. ``takes`` lists the dimensions that pin it down, ``dimensions`` those that it
    always has.
    """

    key: str
    name: str
    families: frozenset[str]
    phrases: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()
    takes: frozenset[str] = field(default_factory=frozenset)
    dimensions: Dimensions = ()
    change: str | None = None
    unless: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
