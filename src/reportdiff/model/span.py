"""Stretches of a text: runs of characters, sections, and passages that are not simply clean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from reportdiff.model.noun import Noun


class Grade(StrEnum):
    """How far the reading of a passage can be trusted."""

    CLEAN = "clean"
    REPAIRED = "repaired"
    SUSPECT = "suspect"


class Span(NamedTuple):
    """A run of code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Section(Noun):
    """A titled stretch of text, from its heading to the next heading of its level or above."""

    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Reliability(Noun):
    """A passage that is not simply clean, and why."""

    start: int
    end: int
    grade: Grade
    reason: str
