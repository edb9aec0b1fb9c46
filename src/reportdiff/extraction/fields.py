"""Field lists: which label each figure of a line "Label: value" stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportdiff.extraction.figures import Figure
from reportdiff.grammar.times import Role, TimeExpression

LABEL = re.compile(r"[ \t]*(?:[-*•] )?([A-Z0-9][^:\n]{0,90}?): ")
_SUBLABEL = re.compile(r"([A-Za-z0-9][A-Za-z0-9 ,/()'’&-]{0,60}): ?$")
_PART = re.compile(r"([A-Za-z0-9][A-Za-z0-9 /()'’&-]{0,50}):(?= )")
_ITEM = re.compile(r"(?:^|[,;:|(] ?|\) )([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ .'’&/-]{1,50}?) (?:\(?)$")
_ENDS = re.compile(r"[|;)]|[0-9%](?= )")


def field_label(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The label that the line ``text[start:end]`` opens with, and where its value begins; None for running text.

    >>> field_label("Birth rate: 28.09 births/1,000 population (2010 est.)", 0, 53)
    ('Birth rate', 12)
    """
    found = LABEL.match(text, start, end)
    if not found or found.end() >= end:
        return None
    return found[1].strip(), found.end()


def label_paths(text: str, label: str, value_at: int, figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """The label, sub-label and item of each figure in the value that starts at *value_at*, outermost first."""
    paths, sub, place = [], "", value_at
    for figure in figures:
        gap = text[place : figure.start]
        labels = _PART.findall(gap)
        if labels:
            sub = _innermost(labels[-1])
        elif "|" in gap or ";" in gap:
            sub = ""
        item = _item(gap)
        paths.append(tuple(part for part in (label, sub, item) if part))
        place = figure.end
    return paths


def _innermost(words: str) -> str:
    """The sub-label without the words of the value before it."""
    return _ENDS.split(words)[-1].strip(" (")


def _item(gap: str) -> str:
    """The name right before a figure in a list ("Akan 45.3%, Ewe 11.7%"); empty where there is none."""
    tail = gap.rsplit(":", 1)[-1]
    found = _ITEM.search(tail if tail.startswith((",", ";", "|", "(", " ", ")")) else f",{tail}")
    words = found[1].strip() if found else ""
    return words if len(words) <= 40 and words.count(" ") < 5 else ""


def bracket_of(figure: Figure, brackets: Sequence[TimeExpression]) -> TimeExpression | None:
    """The first bracket behind the figure that gives a date; in a field list it dates all figures before it."""
    return next((b for b in brackets if b.start >= figure.end and b.role is Role.BRACKET and b.days), None)
