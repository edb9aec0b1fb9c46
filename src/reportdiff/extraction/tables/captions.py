"""What the caption of a table, or the head of a column, gives to the cells below it: scale, unit and kind of year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from reportdiff.extraction.tables.table import Table
from reportdiff.extraction.tables.unit_words import UnitWords, read_unit_words, unit_behind
from reportdiff.grammar.numbers import ONE, SCALES
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor
from reportdiff.grammar.units import DURATIONS
from reportdiff.model.period import Precision
from reportdiff.sources.dates import read_date_line

_SCALES = "(?:thousand|million|billion|trillion)"
_OPENING = re.compile(rf"Table [0-9A-Z]|(?:Fiscal|Calendar) [Yy]ears? (?:19|20)[0-9]{{2}}|(?i:in {_SCALES}s?\b)")
_INITIALS = frozenset("TFCIi")
_IN_BRACKETS = re.compile(
    rf"\((?:in )?(?:U\.?S\.? ?)?(?:\$|dollars|{_SCALES}s|percent)[^()0-9]{{0,40}}\)",
)
_SCALED = re.compile(rf"\b[Ii]n {_SCALES}s of\b|\$ (?:in )?{_SCALES}s")
_MOST_CHARACTERS = 300
_LONGEST_LINE = 160
_VALUES_IN = re.compile(
    r"(?:Values?|Figures|Amounts?|Data|All (?:figures|values|amounts)) (?:are )?(in [^;,.()]{2,40})"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COMPARED = re.compile(
    r"\b(?:since|from|than|on|after|before|until|by|to|compared (?:with|to)|over)(?: the)? ?$", re.IGNORECASE
)
"""What makes a time one that others are compared with."""
_SYMBOL = re.compile(r" \([^() ]{0,8}[/³²°µ][^() ]{0,8}\)$")
"""A unit in signs that is none of those we know: "(µg/m³)"."""
_TELLING = (Precision.YEAR, Precision.FISCAL_YEAR, Precision.QUARTER, Precision.MONTH)
_SCALE = re.compile(rf"\b({_SCALES})s?\b", re.IGNORECASE)
_SCALE_NAMED = re.compile(rf"\bin {_SCALES}|\({_SCALES}", re.IGNORECASE)
_MONEY = re.compile(r"\$|\bdollars?\b|\bUSD\b", re.IGNORECASE)
_PERCENT = re.compile(r"\bpercent|%", re.IGNORECASE)
_POINTS = re.compile(r"\bpercentage points?\b", re.IGNORECASE)
_FISCAL = re.compile(r"\b[Ff]iscal [Yy]ears?\b|\bFY")
_NUMBER = re.compile(r"^Table [0-9A-Z]+[.:]? ?")
_EXPLANATION = re.compile(
    rf"(?:Fiscal|Calendar) [Yy]ears.*$|,? ?\(?\b[Ii]n {_SCALES}s.*$",
)


def read_caption(words: str) -> Table | None:
    """The table that the caption *words* opens; None for any other words.

    >>> read_caption("Table 2. Exports, Fiscal years 2015-2024, in millions of dollars").unit
    'USD'
    >>> read_caption("Exports grew in 2015.")
    """
    if len(words) > _MOST_CHARACTERS or not _is_caption(words):
        return None
    scale, unit = scale_and_unit(words)
    title = _EXPLANATION.sub("", _NUMBER.sub("", words).split("\n")[0]).strip(" ,")
    told = unit_of_line(words)
    lead = told if scale == ONE and unit is None else None
    return Table(scale=scale, unit=unit, fiscal=bool(_FISCAL.search(words)), title=_without_unit(title), lead=lead)


def unit_of_line(words: str) -> UnitWords | None:
    """The unit that a line above a table gives to all its cells: the line itself, its end or a bracket; None for none.

    >>> unit_of_line("Maize: supply and use, million tonnes").unit, unit_of_line("Exports by partner, 2022")
    ('metric-ton', None)
    """
    if len(words) > _LONGEST_LINE:
        return None
    line = words.rsplit("\n", maxsplit=1)[-1].strip().rstrip(".:")
    first, mark, _ = line.partition("; ")
    told = read_unit_words(line) or unit_behind(line)[1] or (read_unit_words(first) if mark else None)
    if told is None and (found := _VALUES_IN.match(line)):
        told = read_unit_words(found[1])
    return None if told is not None and told.unit in DURATIONS else told


def date_table(table: Table, lines: Sequence[str], anchor: Anchor) -> None:
    """Tell *table* the time that the nearest of the *lines* above it names, where one names just one."""
    for line in reversed(lines):
        if len(line) > _LONGEST_LINE or read_date_line(line) or not _YEAR.search(line):
            continue
        times = [time for time in scan_times(line, 0, len(line), anchor) if time.days]
        if len(times) != 1 or times[0].days is None or _COMPARED.search(line, 0, times[0].start):
            return
        if line[times[0].end :].lstrip().startswith("="):
            continue
        if times[0].days.precision in _TELLING:
            table.told, table.told_year = times[0].days, str(times[0].days.last.year)
        return


def _without_unit(title: str) -> str:
    return "" if read_unit_words(title) else unit_behind(_SYMBOL.sub("", title))[0]


def _is_caption(words: str) -> bool:
    if words[:1] in _INITIALS and _OPENING.match(words):
        return True
    if "(" in words and _IN_BRACKETS.search(words):
        return True
    return ("ousands" in words or "illions" in words) and bool(_SCALED.search(words))


def scale_and_unit(words: str) -> tuple[Decimal, str | None]:
    """The multiplier and unit that a caption or column head names."""
    scale, money = _SCALE.search(words), _MONEY.search(words)
    named = scale and (money or _SCALE_NAMED.search(words))
    share = "percentage-point" if _POINTS.search(words) else "percent" if _PERCENT.search(words) else None
    unit = "USD" if money else share
    return (SCALES[scale[1].lower()] if scale and named else ONE), unit


def continue_caption(table: Table | None, caption: Table) -> Table:
    """The caption joined to the line of it before ("Table 1. Ownership" · "In trillions of dollars"), if any."""
    if table is None or table.rows or table.columns:
        return caption
    caption.title = table.title or caption.title
    if caption.scale == ONE:
        caption.scale, caption.unit = table.scale, caption.unit or table.unit
    caption.lead = caption.lead or table.lead
    caption.fiscal = caption.fiscal or table.fiscal
    return caption
