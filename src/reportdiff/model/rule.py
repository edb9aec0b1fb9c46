"""A rule: what may be remarked upon, and how grave that is."""

from __future__ import annotations

from dataclasses import dataclass

from reportdiff.model.noun import Noun
from reportdiff.model.settings import Level


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Rule(Noun):
    """A test with a permanent code and name.

    ``level`` is the default in the gate over a store, ``draft_level`` the default in a draft, which must not say what
    an archive may; ``summary`` is one sentence.
    """

    code: str
    name: str
    level: Level
    draft_level: Level
    summary: str
