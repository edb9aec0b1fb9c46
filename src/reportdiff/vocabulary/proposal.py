"""A measure that the vocabulary could have."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An open measure that is met more than once, as an entry for the vocabulary.

    ``claims`` are the figures, and ``snapshots`` the editions, that tell it.
    """

    key: str
    name: str
    families: tuple[str, ...]
    phrases: tuple[str, ...]
    claims: int
    snapshots: int
