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
class LevelsFor(Noun):
    """The level of what fits all that is told, where an empty tuple fits everything.

    ``rules`` are codes or names; ``paths`` forms of paths from the project's root, of drafts or of snapshots' folders;
    ``publishers`` and ``subjects`` are ids, a publisher's of either side.
    """

    level: Level
    rules: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Settings(Noun):
    """The settings of one project.

    ``fiscal_year_start`` is a month, 1 to 12. ``vocabulary`` names the project's own TOML files. ``levels`` holds
    (rule, level) pairs in order of rule, for rules that differ from their defaults; after them ``levels_for`` is
    asked, of which the last that fits decides. ``prefer`` names publishers in order of trust. A check fails from
    ``fail_on`` on. ``watch`` holds watched terms, each as its parts: one for a word or phrase, several for what occurs
    together. ``fetch_from`` names networks inside (``127.0.0.0/8``) that documents may be fetched from. ``dataset`` is
    the folder of the dataset that stands in for the files where it holds what they hold. ``aliases`` holds (id of a
    publisher, names by which texts credit it) pairs in order of id.
    """

    fiscal_year_start: int = 10
    vocabulary: tuple[Path, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()
    levels_for: tuple[LevelsFor, ...] = ()
    prefer: tuple[str, ...] = ()
    fail_on: Level = Level.ERROR
    watch: tuple[tuple[str, ...], ...] = ()
    fetch_from: tuple[str, ...] = ()
    dataset: Path | None = None
    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()


DEFAULTS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Setting(Noun):
    """One setting as it is shown: its name, its value in plain words, numbers, tuples and mappings, and its origin."""

    name: str
    value: object
    origin: str
