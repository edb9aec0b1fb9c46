"""Field lists: which label each figure of a line "Label: value" stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportdiff.extraction.figures.figure import Figure
from reportdiff.extraction.tables.unit_words import unit_behind
from reportdiff.grammar.times import Role, TimeExpression
from reportdiff.sources.plain.wrapping import is_label

_LABEL = re.compile(r"[ \t]*(?:[-*•] )?([A-Z0-9][^:\n]{0,90}?): ")
_SUBLABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9 /()'’&%-]{0,50}$")
_SUBLABEL_REACH = 51
_ITEM = re.compile(
    r"(?:^ (?=[0-9])|^|[,;:|(] ?|\) )(?:[0-9]{1,2}[.)][ \n])?([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ .'’&/-]{1,50}?) (?:\(?)$"
)
_ITEM_REACH = 60
_MOST_ITEM, _MOST_ITEM_BLANKS = 40, 4
_SEPARATORS = (",", ";", "|", "(", " ", ")")
_BARE_BAR = re.compile(r"\|[^A-Za-z0-9:|]*$")
_ROW = re.compile(r"\| ?([^|\n]{2,90}?) ?\| ?([^|\n]+?) ?\|?$")
_TOLD_VALUE = re.compile(
    r"(?:about |approx(?:\.|imately) |around |some |over |~|c\. ?)?[-–]?(?:[A-Z]{2,3}\$?|[$€£¥])? ?[0-9][0-9,.]*[ %]"
    r"[^|]{0,40}?(?:\(|\b(?:at|in|as of|on|at the end of) (?:[A-Z]|[0-9]|mid|end))"
)
_ENDS = re.compile(r"[|;)]|[0-9%](?= )")


def field_label(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The label that the line ``text[start:end]`` opens with, and where its value begins; None for running text.

    A colon inside a bracket makes no label: "Sales were €3.4bn (2022: €2.9bn)".

    >>> field_label("Birth rate: 28.09 births/1,000 population (2010 est.)", 0, 53)
    ('Birth rate', 12)
    """
    found = _LABEL.match(text, start, end)
    if not found or found.end() >= end or found[1].count("(") > found[1].count(")") or not is_label(found[1]):
        return None
    return found[1].strip(), found.end()


def row_label(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The label in the first of the two cells of a row, and where the value in the other begins; None for other rows.

    The value begins with a figure and tells more: "| Prison population | 3,102 (2022) |". A lone figure is a cell.

    >>> row_label("| Establishments | 33 (2021) |", 0, 30)
    ('Establishments', 19)
    """
    found = _ROW.match(text, start, end)
    return (found[1], found.start(2)) if found and _TOLD_VALUE.match(found[2]) else None


def label_paths(text: str, label: str, value_at: int, figures: Sequence[Figure]) -> Iterator[tuple[str, ...]]:
    """The label, sub-label and item of each figure in the value that starts at *value_at*, outermost first."""
    sub, place, inner = "", value_at, False
    for figure in figures:
        gap = text[place : figure.start]
        found = _last_sublabel(gap) if ":" in gap else None
        if found is not None and not inner and place > value_at and _begins_field(gap, found):
            label, sub = _innermost(found), ""
        elif found is not None:
            sub, inner = _innermost(found), True
        elif "|" in gap or ";" in gap:
            sub = ""
        item = _item(gap)
        yield tuple(part for part in (label, sub, item) if part)
        place = figure.end


def _begins_field(gap: str, sublabel: str) -> bool:
    """True for a label behind a mark that parts fields side by side: "Area: 18 km2; Population: 900,000"."""
    name = _innermost(sublabel)
    before = gap[: gap.rfind(name)].rstrip(" (")
    return name[:1].isupper() and before.endswith((";", "|"))


def _last_sublabel(gap: str) -> str | None:
    """The words before the last colon of *gap* that has words before it and a blank behind it."""
    colon = gap.rfind(": ")
    while colon >= 0:
        low = max(gap.rfind(":", 0, colon) + 1, colon - _SUBLABEL_REACH)
        if found := _SUBLABEL.search(gap, low, colon):
            return found.group()
        colon = gap.rfind(": ", 0, colon)
    return None


def _innermost(words: str) -> str:
    """The sub-label without the words of the value before it, and without its unit."""
    words = unit_behind(words)[0]
    return words if words.isalpha() else _ENDS.split(words)[-1].strip(" (")


def _item(gap: str) -> str:
    """The name right before a figure in a list ("Akan 45.3%, Ewe 11.7%"); empty where there is none."""
    if gap[-1:] not in (" ", "("):
        return ""
    tail = gap.rpartition(":")[2]
    found = _ITEM.search(tail if tail.startswith(_SEPARATORS) else f",{tail}", max(0, len(tail) - _ITEM_REACH))
    words = found[1].strip() if found else ""
    return words if len(words) <= _MOST_ITEM and words.count(" ") <= _MOST_ITEM_BLANKS else ""


def find_repeated(text: str, paths: Sequence[tuple[str, ...]], figures: Sequence[Figure]) -> frozenset[int]:
    """The figures under the very label of the one before, right behind a bar: other values of one thing."""
    return frozenset(
        n
        for n in range(1, len(figures))
        if paths[n] == paths[n - 1] and _BARE_BAR.search(text[figures[n - 1].end : figures[n].start])
    )


def dating_brackets(figures: Sequence[Figure], times: Sequence[TimeExpression]) -> list[TimeExpression | None]:
    """For each figure the first bracket behind it that gives a date: in a field list it dates all figures before it."""
    brackets = [time for time in times if time.role is Role.BRACKET and time.days]
    dated: list[TimeExpression | None] = []
    place = 0
    for figure in figures:
        while place < len(brackets) and brackets[place].start < figure.end:
            place += 1
        dated.append(brackets[place] if place < len(brackets) else None)
    return dated
