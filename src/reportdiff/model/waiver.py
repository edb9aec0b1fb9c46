"""A waiver: who lets a finding pass, why, until when, and which values that is bound to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportdiff.model.noun import Noun


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Waiver(Noun):
    """A managed exception.

    ``fingerprint`` binds it to a rule, a series, a period and two values: where one of these changes, it lapses.
    ``until`` is the last day on which it holds, None for no end. The rest says for people, and for the message when it
    has lapsed, what was waived: the rule's code, the subject, the series, the ids of the snapshots, the path of the
    draft from the project's root, and the values as they were printed.
    """

    fingerprint: str
    owner: str
    reason: str
    until: date | None = None
    rule: str | None = None
    subject: str | None = None
    series: str | None = None
    snapshots: tuple[str, ...] = ()
    draft: str | None = None
    values: tuple[str, ...] = ()
