"""Which claims of a subject's snapshots are about one thing."""

from __future__ import annotations

from dataclasses import dataclass

from reportdiff.model.noun import Noun


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Member:
    """A claim of a series by the ids of its snapshot and its own."""

    snapshot: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SubjectSeries(Noun):
    """The claims about one thing over all snapshots of a subject, in order of publication, the undated first, and
    of place.

    ``id`` is the vocabulary's key with the dimensions that pin it down, or the key of the earliest claim; ``keys`` are
    the measures under which a member is known, sorted.
    """

    id: str
    keys: tuple[str, ...]
    members: tuple[Member, ...]
