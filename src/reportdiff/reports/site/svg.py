"""The few shapes that charts are set in. Text is escaped here and nowhere else."""

from __future__ import annotations

import re
from decimal import Decimal
from html import escape

from reportdiff.reports.screen import printable

Number = float | int | Decimal

MARKS = (
    "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
    "M-4-4h8v8h-8z",
    "M0-5.5l5.5 5.5l-5.5 5.5l-5.5-5.5z",
    "M0-5l5.5 9.5h-11z",
    "M0 5l5.5-9.5h-11z",
    "M-1.6-5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z",
)
"""Circle, square, diamond, triangle, triangle on its tip, cross; about a point."""

_TRAILING = re.compile(r"\.0$")


class Svg(str):
    """Finished markup, which a template takes as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def at(number: Number) -> str:
    """A coordinate with one decimal, as short as it goes.

    >>> at(12.0), at(3.14159), at(-0.01)
    ('12', '3.1', '0')
    """
    written = _TRAILING.sub("", f"{number:.1f}")
    return "0" if written == "-0" else written


def said(text: str) -> str:
    """Document text, fit to stand in a chart."""
    return escape(printable(text))


def line(x1: Number, y1: Number, x2: Number, y2: Number, role: str) -> str:
    """A straight line."""
    return f'<line class="{role}" x1="{at(x1)}" y1="{at(y1)}" x2="{at(x2)}" y2="{at(y2)}"/>'


def path(points: list[tuple[Number, Number]], role: str) -> str:
    """A line through points."""
    return f'<path class="{role}" d="M{"L".join(f"{at(x)} {at(y)}" for x, y in points)}"/>'


def words(x: Number, y: Number, text: str, role: str) -> str:
    """A piece of text."""
    return f'<text class="{role}" x="{at(x)}" y="{at(y)}">{said(text)}</text>'


def mark(shape: int, x: Number, y: Number, role: str) -> str:
    """One of the marks that tell publishers apart, centred on a point."""
    return f'<path class="{role}" transform="translate({at(x)} {at(y)})" d="{MARKS[shape % len(MARKS)]}"/>'


def drawing(width: int, height: int, role: str, title: str, description: str, shapes: list[str]) -> Svg:
    """A whole chart with its title and description, which screen readers read out."""
    head = f'<svg class="{role}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">'
    told = f"<title>{said(title)}</title><desc>{said(description)}</desc>"
    return Svg(f"{head}{told}{''.join(shapes)}</svg>")
