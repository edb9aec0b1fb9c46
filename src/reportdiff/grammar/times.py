"""What a time expression is: its days, and how it bears on a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression and the days it names.

    ``days`` is None where it points at a time told elsewhere (role SAME) or cannot be dated without a day of publication.
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


_REACH = 44
"""How far a time expression reaches before the word that hints at it."""


def near_hints(
    pattern: re.Pattern[str], hint: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """The matches of *pattern* in ``text[start:end]`` around the places where *hint* stands: a cheap look before the dear one."""
    done = start
    for sign in hint.finditer(text, start, end):
        if sign.start() < done:
            continue
        found = pattern.search(
            text, max(done, sign.start() - _REACH), min(sign.end() + 80, end)
        )
        while found and found.end() <= sign.start():
            yield found
            found = pattern.search(text, found.end(), min(sign.end() + 80, end))
        if found:
            yield found
            done = found.end()
