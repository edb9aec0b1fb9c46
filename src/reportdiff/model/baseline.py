"""A baseline: the findings that a project started with, which are to trip nothing."""

from __future__ import annotations

from dataclasses import dataclass

from reportdiff.model.noun import Noun
from reportdiff.model.settings import Level


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Known(Noun):
    """A finding as a baseline keeps it.

    ``rule`` is a code; ``where`` the id of the snapshot, or what else was remarked upon; ``draft`` the path of the
    draft from the project's root, None for what is stored.
    """

    fingerprint: str
    rule: str
    level: Level
    subject: str | None
    series: str | None
    where: str
    draft: str | None
    message: str
