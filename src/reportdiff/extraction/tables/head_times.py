"""The time that the head of a column names, apart from its other words, also where two heads name it together."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportdiff.extraction.tables.table import Table, match_year_cell
from reportdiff.grammar.calendar import MONTHS, Days
from reportdiff.grammar.periods import scan_times
from reportdiff.grammar.times import Anchor

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
_SHORT_YEAR = re.compile(rf"\b({_MONTH})(?:[/-]| ?['’]| (?=[0-9]{{2}}$))((?:19|20)?[0-9]{{2}})(?![0-9])")
_PIECE = r"(?:Q[1-4]|[1-4]Q|H[12]|[12]H|[369]M)"
_PIECE_OF_YEAR = re.compile(
    rf"\b({_PIECE})(?: ?[/'’-] ?| (?=(?:19|20)[0-9]{{2}}|[0-9]{{2}}$)|)((?:19|20)?[0-9]{{2}})(?![0-9])"
)
"""A quarter, a half or the first months in front of their year: "Q1/2023", "1Q23", "1H 2023"."""
_YEAR_OF_PIECE = re.compile(rf"\b((?:19|20)[0-9]{{2}})[ /:-]?({_PIECE})\b")
_MONTH_IN_DIGITS = re.compile(
    r"(?<![0-9./-])(?:(?P<m1>0[1-9]|1[0-2])/(?P<y1>(?:19|20)[0-9]{2})"
    r"|(?P<y2>(?:19|20)(?P<short>[0-9]{2}))(?P<mark>M|/)(?P<m2>0[1-9]|1[0-2]))(?![0-9/])"
)
_YEAR_FIRST = re.compile(rf"\b((?:19|20)[0-9]{{2}})[ :-]({_MONTH})(?![a-z])")
_QUARTER = re.compile(
    r"\b(?:(?:Quarter|Qtr\.?) ([1-4])|([1-4])(?:st|nd|rd|th)? (?:[Qq]uarter|[Qq]tr)"
    r"|([1-4])Q(?= |$)|(First|Second|Third|Fourth) [Qq]uarter)(?![a-z])"
)
_ORDINALS = {"First": "1", "Second": "2", "Third": "3", "Fourth": "4"}
_ENDING = re.compile(r"\b(?:12 months|[Tt]welve months|[Yy]ear) (?:ending|ended|to)(?: in)? ", re.IGNORECASE)
_PART_OF_YEAR = re.compile(rf"Q[1-4]|H[12]|[369]M|{_MONTH}(?: ?(?:to|[-–—/]) ?{_MONTH})?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AROUND = " ,;:()-–—"
_KIND_OF_YEAR = re.compile(
    r"(?:(?:fiscal|calendar|financial|marketing|crop|school|academic|budget) )?years?", re.IGNORECASE
)
_LEADS = re.compile(r"(?:^|[ ,])(?:in|of|for|at|as of|as at|by)$", re.IGNORECASE)
_NEW_CENTURY = 50


class HeadTime(NamedTuple):
    """The time in a head as it is written in full, and the words of the head without it."""

    written: str = ""
    rest: str = ""


def split_head(word: str, anchor: Anchor) -> HeadTime:
    """The time that the head *word* names and its other words; no time where it names none, or several.

    >>> split_head("Live births, Jan-23", Anchor())
    HeadTime(written='Jan 2023', rest='Live births')
    """
    if match_year_cell(word):
        return HeadTime(word)
    if word.isalpha() or not any(map(str.isdigit, word)):
        return HeadTime(word) if is_part_of_year(word) else HeadTime(rest=word)
    full = _in_full(word)
    if _PART_OF_YEAR.fullmatch(full):
        return HeadTime(full)
    times = [time for time in scan_times(full, 0, len(full), anchor) if time.days]
    if len(times) != 1:
        return HeadTime(rest=word)
    start, end = times[0].start, times[0].end
    before, behind = full[:start].strip(_AROUND), full[end:].strip(_AROUND)
    if behind.startswith("="):
        return HeadTime(rest=word)
    rest = f"{_LEADS.sub('', before)} {behind}".strip(_AROUND)
    return HeadTime(full[start:end].strip("()"), "" if _KIND_OF_YEAR.fullmatch(rest) else rest)


def is_part_of_year(written: str) -> bool:
    """True for a month, a quarter or the like that is told without its year.

    >>> is_part_of_year("Jan"), is_part_of_year("Q2"), is_part_of_year("Jan 2020"), is_part_of_year("January–August")
    (True, True, False, True)
    """
    return _PART_OF_YEAR.fullmatch(written) is not None


def label_of_row(words: str, table: Table, anchor: Anchor) -> tuple[str, Days | None]:
    """The label of a row without the time at its beginning or end, and the days of that.

    A month alone is of the year that the rows above it, or the lines above the table, name.
    """
    head = split_head(words, anchor)
    if not head.written:
        return words, None
    within = head.rest and not (words.startswith(head.rest) or words.endswith(head.rest))
    if within:
        return words, None
    if year := _YEAR.search(head.written):
        table.year_row = year.group()
    days = days_of_head(join_times(table.year_row or table.told_year, head.written), table, anchor)
    return (head.rest, days) if days else (words, None)


def join_times(above: str, below: str) -> str:
    """The time that two heads name one below the other: "2023" above "Q1", or "August" above "2023".

    A month under a span of years tells when that was said, and is no part of the time.
    """
    if not (above and below):
        return below or above
    if _YEAR.fullmatch(above) and _PART_OF_YEAR.fullmatch(below):
        return f"{below} {above}"
    if _PART_OF_YEAR.fullmatch(above) and _YEAR.match(below):
        return f"{above} {below[:4]}"
    return above if _PART_OF_YEAR.fullmatch(below) else below


def days_of_head(written: str, table: Table, anchor: Anchor) -> Days | None:
    """The days of a time that a head names."""
    if not written:
        return None
    if year := match_year_cell(written):
        return table.year_of(year, anchor)
    times = [time for time in scan_times(written, 0, len(written), anchor) if time.days]
    return times[0].days if len(times) == 1 else None


def _in_full(word: str) -> str:
    """*word* with its month and quarter as running text writes them."""
    word = _PIECE_OF_YEAR.sub(lambda found: _piece(found[1], found[2]), word)
    word = _YEAR_OF_PIECE.sub(lambda found: _piece(found[2], found[1]), word)
    word = _MONTH_IN_DIGITS.sub(_month_in_words, word)
    word = _SHORT_YEAR.sub(_with_century, word)
    word = _YEAR_FIRST.sub(r"\2 \1", word)
    word = _QUARTER.sub(lambda found: f"Q{found[1] or found[2] or found[3] or _ORDINALS[found[4]]}", word)
    return _ENDING.sub("12 months to ", word)


def _piece(piece: str, year: str) -> str:
    """A quarter, a half or the first months of a year as running text writes them: "1Q" and "23" are "Q1 2023"."""
    turned = piece[0].isdigit() and not piece.endswith("M")
    return f"{piece[::-1] if turned else piece} {_in_century(year)}"


def _month_in_words(found: re.Match[str]) -> str:
    """The month of "01/2023" or "2023M01"; "2010/11" is the year from the one to the next."""
    if found["mark"] == "/" and int(found["m2"]) == (int(found["short"]) + 1) % 100:
        return found.group()
    month = int(found["m1"] or found["m2"])
    return f"{next(name for name, n in MONTHS.items() if n == month).capitalize()} {found['y1'] or found['y2']}"


def _with_century(found: re.Match[str]) -> str:
    return f"{found[1]} {_in_century(found[2])}"


def _in_century(year: str) -> str:
    """A year of two digits in full."""
    return year if len(year) > 2 else f"{20 if int(year) < _NEW_CENTURY else 19}{year}"
