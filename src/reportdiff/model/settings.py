"""What a project decides about its checks: one frozen value, handed down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportdiff.model.noun import Noun


class Level(StrEnum):
    """How grave a finding is; ``none`` switches a rule off."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Settings(Noun):
    """The settings of one project.

    ``fiscal_year_start`` is a month, 1 to 12. ``vocabulary`` names the project's own TOML files. ``levels`` holds
    (rule, level) pairs in order of rule, for rules that differ from their defaults. ``prefer`` names publishers in
    order of trust. A check fails from ``fail_on`` on. ``watch`` holds watched terms, each as its parts: one for
    a word or phrase, several for what occurs together.
    """

    fiscal_year_start: int = 10
    vocabulary: tuple[Path, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    prefer: tuple[str, ...] = ()
    fail_on: Level = Level.ERROR
    watch: tuple[tuple[str, ...], ...] = ()


DEFAULTS = Settings()
