"""A finding: what a rule says of one place, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.noun import Noun
from reportdiff.model.rule import Rule
from reportdiff.model.settings import Level


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Side(Noun):
    """A claim and the snapshot that makes it; ``draft`` where that is a draft and not stored."""

    claim: Claim
    snapshot: Snapshot
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Place(Noun):
    """A stretch of a draft as it lies on disk: lines and columns from 1, in code points, the end exclusive.

    ``before`` and ``end_before`` are what stands in the first and the last line before it, for those who count columns
    otherwise; empty where nobody kept it.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    before: str = ""
    end_before: str = ""


class BaselineState(StrEnum):
    """How a finding stands to the baseline: not in it, in it, or in it and found no more."""

    NEW = "new"
    UNCHANGED = "unchanged"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Waived(Noun):
    """Who lets a finding pass, why, and the last day on which it may; None for no end."""

    by: str
    reason: str
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Finding(Noun):
    """What a rule remarks upon.

    ``old`` and ``new`` are the two statements, None where there is but one, or a broken file and none. ``where`` is the
    id of the snapshot that is remarked upon, ``place`` where that stands in a draft, None for what is stored.
    ``fingerprint`` is the same for the same finding in every run; ``evidence`` are the claims that it stands for. One
    that is ``waived``, or ``absent``, is shown and never trips the gate. ``store`` is the path of the folder with the
    snapshots, for those who point at a file in it.
    """

    rule: Rule
    level: Level
    subject: str | None
    series: str | None
    old: Side | None
    new: Side | None
    where: str
    message: str
    fingerprint: str
    place: Place | None = None
    waived: Waived | None = None
    baseline_state: BaselineState = BaselineState.NEW
    evidence: tuple[Claim, ...] = ()
    store: str = "snapshots"
