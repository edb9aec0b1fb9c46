"""Which source wins where two disagree: what a project says of its publishers."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.model.document import Snapshot
from reportdiff.model.finding import Side


def rank_of(snapshot: Snapshot, prefer: Sequence[str]) -> int:
    """The place of a snapshot's publisher in *prefer*, 0 for the most trusted; behind all where it is not named."""
    publisher = snapshot.publisher.id
    return prefer.index(publisher) if publisher in prefer else len(prefer)


def say_preferred(old: Side, new: Side, prefer: Sequence[str]) -> str:
    """``; crs is preferred`` where one of two stored sides is trusted more than the other, else nothing."""
    if old.draft or new.draft:
        return ""
    ranks = rank_of(old.snapshot, prefer), rank_of(new.snapshot, prefer)
    if ranks[0] == ranks[1]:
        return ""
    winner = (old if ranks[0] < ranks[1] else new).snapshot.publisher
    return f"; {winner.name or winner.id} is preferred"
