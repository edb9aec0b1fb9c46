"""What a pair of snapshots says differently: values with a kind, an old and a new."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.noun import Noun
from reportdiff.model.quantity import Comparator

if TYPE_CHECKING:
    from reportdiff.model.framing import FramingDiff
    from reportdiff.model.wording import WordingDiff


class ChangeKind(StrEnum):
    """What a pair of claims, or a claim without a partner, is called."""

    UPDATE = "update"
    EARLIER = "earlier"
    CONFIRMED = "confirmed"
    CARRIED_OVER = "carried-over"
    REFINEMENT = "refinement"
    COARSENING = "coarsening"
    REVISION = "revision"
    SPREAD = "spread"
    CONTRADICTION = "contradiction"
    UNDATED = "undated"
    UNVERIFIABLE = "unverifiable"
    NOT_COMPARABLE = "not-comparable"
    FRAMING = "framing"
    ADDED = "added"
    DROPPED = "dropped"
    NOT_MENTIONED = "not-mentioned"


BY_IMPORTANCE = (
    ChangeKind.CONTRADICTION,
    ChangeKind.REVISION,
    ChangeKind.UPDATE,
    ChangeKind.SPREAD,
    ChangeKind.UNDATED,
    ChangeKind.NOT_COMPARABLE,
    ChangeKind.REFINEMENT,
    ChangeKind.COARSENING,
    ChangeKind.EARLIER,
    ChangeKind.FRAMING,
    ChangeKind.UNVERIFIABLE,
    ChangeKind.ADDED,
    ChangeKind.DROPPED,
    ChangeKind.NOT_MENTIONED,
    ChangeKind.CONFIRMED,
    ChangeKind.CARRIED_OVER,
)
"""The kinds in the order in which a reader wants them: what cannot be right, what moved, what is new, what is gone."""

CONFLICTS = frozenset({ChangeKind.CONTRADICTION, ChangeKind.REVISION, ChangeKind.SPREAD})
"""The kinds of a pair whose values for one time share nothing."""

AGREEING = frozenset({ChangeKind.CONFIRMED, ChangeKind.CARRIED_OVER, ChangeKind.REFINEMENT, ChangeKind.COARSENING})
"""The kinds of a pair that tells one observation twice."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Delta(Noun):
    """The move from the old printed value to the new one.

    ``absolute`` in the unit of the figures, ``percent`` of the old value (None unless that is above zero and the new
    one not below), ``ratio`` new by old (None from zero and across it), ``points`` for a percent against a percent.
    Ranks have ``absolute`` alone. ``comparator`` carries the hedge of the two figures ("up more than 57 %").
    """

    absolute: Decimal
    percent: Decimal | None
    ratio: Decimal | None
    points: Decimal | None
    comparator: Comparator


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Changed(Noun):
    """Two claims of one series."""

    kind: ChangeKind
    series: str
    old: Claim
    new: Claim
    reason: str
    delta: Delta | None = None
    technical: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Added(Noun):
    """A claim that only the new snapshot makes."""

    series: str
    new: Claim
    reason: str
    technical: bool = False
    kind: ChangeKind = ChangeKind.ADDED


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Dropped(Noun):
    """A claim that only the old snapshot makes: ``dropped`` by a later edition, else ``not-mentioned``."""

    series: str
    old: Claim
    reason: str
    technical: bool = False
    kind: ChangeKind = ChangeKind.DROPPED


Change = Changed | Added | Dropped


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Diff(Noun):
    """All that two snapshots say differently, or say again; the order of *changes* is the order to show them in.

    ``framing`` is how they tell it, and ``wording`` in which words, None where that was not looked at.
    """

    old: Snapshot
    new: Snapshot
    changes: tuple[Change, ...] = ()
    framing: FramingDiff | None = None
    wording: WordingDiff | None = None


def claim_of(change: Change) -> Claim:
    """The newer claim of a change, or the only one."""
    return change.old if isinstance(change, Dropped) else change.new


QUIET = frozenset({ChangeKind.CONFIRMED, ChangeKind.CARRIED_OVER})


def is_news(change: Change) -> bool:
    """True unless the new snapshot merely says again what the old one said."""
    if change.technical or change.kind in QUIET:
        return False
    if change.kind is ChangeKind.UNVERIFIABLE and isinstance(change, Changed):
        return change.old.value != change.new.value
    return True
