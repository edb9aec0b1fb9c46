"""Lines of times that head the columns of a table whose cells have but one blank between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportdiff.sources.plain.aligned import Place

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
_YEAR = r"(?:19|20)[0-9]{2}(?:[/–-](?:19|20)?[0-9]{2})?(?![0-9])"
_PART = rf"(?:Q[1-4](?:[-–]Q[1-4])?|[1-4]Q|H[12]|[369]M|{_MONTH}(?:(?:[-–/]| [-–] | to ){_MONTH})?)"
_STATUS = "act|actual|est|estimated?|prel|preliminary|prov|provisional|revised|proj|projected|projection|forecast"
_MARK = rf"(?:[*†‡¹²³⁴-⁹]{{1,2}}|[a-zEFP]|(?i: ?\((?:[a-z1-9]|{_STATUS})\.?\)| (?:{_STATUS})\b\.?))?(?=\s|$)"
_YEARS = re.compile(rf"(?:FY ?)?{_YEAR}{_MARK}")
_DAYS = re.compile(rf"(?:[0-9]{{1,2}}\.? {_MONTH}|{_MONTH} [0-9]{{1,2}},) (?:19|20)[0-9]{{2}}{_MARK}")
_PARTS_OF_YEARS = re.compile(rf"{_PART}[ -](?:19|20)[0-9]{{2}}{_MARK}|{_MONTH}(?:-| ?['’])[0-9]{{2}}{_MARK}")
_YEARS_WITH_PARTS = re.compile(rf"(?:19|20)[0-9]{{2}} ?{_PART}{_MARK}")
_PARTS = re.compile(rf"{_PART}{_MARK}")
_FORMS = (_YEARS, _DAYS, _PARTS_OF_YEARS, _YEARS_WITH_PARTS, _PARTS)
"""Ways to write the times of a head; one line keeps to one of them."""
_CHANGE = re.compile(
    r"(?:(?:%|[Pp]er ?cent|[Pp]ercentage|[Aa]nnual) )?(?:[Cc]hange|[Gg]rowth|[Dd]ifference)(?: \(?%\)?)?(?=\s|$)"
    r"|(?:\+/-|[Δ±]%?|%)$"
)
"""The head of a column of differences, behind those of the times."""
_START = re.compile(rf"(?<!\S)(?:FY ?)?(?:(?:19|20)[0-9]{{2}}|[0-9]{{1,2}}\.? (?={_MONTH})|{_PART}(?!\S))|{_PART}[-'’]")
_GAP = re.compile(r"\s+")
_TOKEN = re.compile(r"\S+")
_ONE_STATUS = re.compile(rf"(?:{_STATUS})\.?", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"(?:\b(?:in|of|for|from|since|between|and|or|to|by|until|the|ended|ending|than|with|unit|units|notes?)|[.;!?])$",
    re.IGNORECASE,
)
"""Ends of words with which a sentence goes on, or which head columns of their own."""
_PART_OF_A_YEAR = re.compile(
    rf"\b(?:half|halves|quarters?|months?|weeks?|ytd|to date|ended|ending|Q[1-4]|H[12]|[369]M|{_MONTH})", re.IGNORECASE
)
"""Words after which a bare year is not a whole one."""
_DAY = re.compile(rf"[0-9]{{1,2}}\.? {_MONTH}|{_MONTH} [0-9]{{1,2}}(?![0-9])")
_FIRST_HEADS = frozenset(
    "indicator indicators item items category description variable series measure year years country region "
    "sector product type name state province county municipality district district/region".split()
)
_FEWEST, _MOST = 2, 20
_LONGEST, _LONGEST_LABEL = 200, 60


class TimeHead(NamedTuple):
    """Where the heads of the columns stand in their line; ``words`` are those above the labels, if any."""

    label: Place | None
    columns: tuple[Place, ...]
    words: str = ""


def read_time_head(line: str) -> TimeHead | None:
    """The heads of a line of two times or more with a single blank between them; None for any other line.

    >>> read_time_head("Item 2019 2020"), read_time_head("He was mayor in 2019 2020")
    (TimeHead(label=(0, 4), columns=((5, 9), (10, 14)), words='Item'), None)
    """
    if len(line) > _LONGEST or (start := _START.search(line)) is None:
        return None
    columns = next(filter(None, (_read_times(line, start.start(), form) for form in _FORMS)), ())
    if not columns:
        return None
    label = line[: start.start()].strip()
    if not _are_told_apart(line, columns) or not _may_stand_before(label, line, columns):
        return None
    first = line.find(label)
    return TimeHead((first, first + len(label)) if label else None, columns, label)


def read_upper_head(line: str) -> Place | None:
    """The part of a year that a line consists of, as it stands above years: "January–June"; None for any other line."""
    words = line.strip()
    start = line.find(words)
    return (start, start + len(words)) if words and _PARTS.fullmatch(words) else None


def read_lower_heads(line: str, number: int) -> list[Place]:
    """The heads in a line that says the same of each of *number* columns, or their status; empty for any other line.

    >>> read_lower_heads("EUR m EUR m", 2), read_lower_heads("Actual Forecast", 2), read_lower_heads("Key figures", 2)
    ([(0, 5), (6, 11)], [(0, 6), (7, 15)], [])
    """
    tokens = [found.span() for found in _TOKEN.finditer(line)]
    each, rest = divmod(len(tokens), number)
    if not each or rest or any(map(str.isdigit, line[tokens[0][0] : tokens[0][1]])):
        return []
    heads = [(tokens[n][0], tokens[n + each - 1][1]) for n in range(0, len(tokens), each)]
    words = [line[start:end] for start, end in heads]
    alike = len(set(words)) == 1 and each <= _FEWEST
    return heads if alike or all(map(_ONE_STATUS.fullmatch, words)) else []


def tells_part_of_year(words: str) -> bool:
    """True for words of a half, a quarter, months or an end of the year: a year next to them is no whole one.

    >>> tells_part_of_year("Three months ended"), tells_part_of_year("Published 14 March 2023")
    (True, False)
    """
    return _PART_OF_A_YEAR.search(_DAY.sub("", words)) is not None


def _read_times(line: str, at: int, form: re.Pattern[str]) -> tuple[Place, ...]:
    """The places of the heads from *at* to the end of *line*, all times of one *form*; empty where others stand."""
    places: list[Place] = []
    end = len(line.rstrip())
    while at < end and len(places) < _MOST:
        found = form.match(line, at)
        if found is None and len(places) >= _FEWEST:
            found = _CHANGE.match(line, at)
        if found is None:
            return ()
        places.append(found.span())
        gap = _GAP.match(line, found.end())
        at = gap.end() if gap else found.end()
    return tuple(places) if at >= end and len(places) >= _FEWEST else ()


def _are_told_apart(line: str, columns: Sequence[Place]) -> bool:
    """True for heads of which no two are alike; bare years go up or down all the way."""
    words = [line[start:end] for start, end in columns]
    if len(set(words)) < len(words):
        return False
    years = [int(word[:4]) for word in words if word[:4].isdigit()]
    if len(years) < len(words):
        return True
    return all(old <= new for old, new in pairwise(years)) or all(old >= new for old, new in pairwise(years))


def _may_stand_before(label: str, line: str, columns: Sequence[Place]) -> bool:
    """True for words that name what stands below them, or tell a unit.

    Behind any others the years follow right on each other: "Schools 2015 1998" is rather a row of figures.
    """
    if not label:
        return True
    if len(label) > _LONGEST_LABEL or not any(map(str.isalpha, label)) or _LEADS_ON.search(label):
        return False
    if tells_part_of_year(label):
        return False
    if label.casefold() in _FIRST_HEADS or label.endswith(")"):
        return True
    years = [int(line[start:end]) for start, end in columns if line[start:end].isdigit()]
    return len(years) < len(columns) - 1 or all(abs(old - new) == 1 for old, new in pairwise(years))
