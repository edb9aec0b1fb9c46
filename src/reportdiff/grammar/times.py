"""What a time expression is: its days, and how it bears on a figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from reportdiff.grammar.calendar import Days


class Role(Enum):
    """How a time expression bears on the figures around it."""

    POINT = "point"
    SINCE = "since"
    UNTIL = "until"
    TARGET = "target"
    RANGE = "range"
    WINDOW = "window"
    BRACKET = "bracket"
    SAME = "same"
    BASE = "base"
    NOW = "now"


class TimeExpression(NamedTuple):
    """An expression and the days it names.

    ``days`` is None where it points at a time told elsewhere (role SAME), or where only a day of publication could date
    it and none is known.
    ``yearless``: a month or day whose year the expression itself does not tell.
    ``weak``: the year of a law, a treaty or a name, or the base of a comparison; it dates no figure by itself.
    """

    start: int
    end: int
    days: Days | None
    role: Role
    weak: bool = False
    estimated: bool = False
    yearless: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions are read from: the day of publication, and the month in which fiscal years start."""

    published: date | None = None
    fiscal_year_start: int = 10
