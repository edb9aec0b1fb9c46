"""Dates that stand alone on a line, as publishers put them above a text."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_LEAD = (
    r"(?:(?:last\s)?updated|(?:date\sof\s)?publi(?:shed|cation)(?:\sdate)?|(?:date\s)?(?:posted|released|issued)|date"
    r"|date\sof\s(?:release|issue|update)|issue\sdate|as\sof|as\sat|status|(?:last\s)?reviewed|revised|(?:release|reference|reporting)\sdate"
    r"|(?:this\s)?(?:fact\s?sheet|report|note|page|document|briefing|bulletin|release)\swas\s(?:first\s|last\s)?"
    r"(?:published|updated))"
)
_RELEASE = (
    r"(?:for\s(?:immediate\s)?(?:use|release)|embargoed?\s(?:until|for(?:\srelease)?)|under\sembargo\suntil):?\s"
    r"(?:(?:at\s)?[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]\.?m\.?,?\s(?:\(?[a-z]{2,4}\)?,?\s)?)?(?:on\s)?"
)
"""When a release may be used: "For release 8:30 a.m. (ET) Friday, May 3, 2024"."""
_PLACE = r"(?-i:[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){0,2}(?:,\s(?:D\.?C\.?|[A-Z]{2}))?,\s)?"
"""Where a release is dated from: "Oslo, 19 July 2023"."""
_DAY_NAME = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?"
_LINE = re.compile(
    rf"(?:{_LEAD}:?\s(?:on\s)?|{_RELEASE})?{_PLACE}{_DAY_NAME}(?:"
    r"(?P<month>[a-z]{3,9})\.?\s(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?P<year>[12][0-9]{3})"
    r"|(?P<day2>[0-9]{1,2})(?:st|nd|rd|th)?\s(?P<month2>[a-z]{3,9})\.?,?\s(?P<year2>[12][0-9]{3})"
    r"|(?P<year3>[12][0-9]{3})-(?P<month3>[0-9]{2})-(?P<day3>[0-9]{2})"
    r"|(?P<first>[0-9]{1,2})(?P<mark>[./])(?P<second>[0-9]{1,2})(?P=mark)(?P<year4>[12][0-9]{3}))"
    r"(?:[,;]?\s(?:at\s)?[0-9]{1,2}:[0-9]{2}\s?(?:[ap]\.?m\.?)?\s?[a-z]{0,4})?\.?",
    re.IGNORECASE,
)

_TAIL = re.compile(rf" [|·•–—-] ([^|·•–—]{{8,60}})$|, ({_LEAD}:? [^,]{{5,40}}(?:, [12][0-9]{{3}})?)$", re.IGNORECASE)
_PUBLICATION = re.compile(
    r"\b(?:publi(?:shed|cation)|updated?|released?|issued?|posted|revised|embargo(?:ed)?|for use)\b", re.IGNORECASE
)
_LONGEST_LINE = 140


def read_date_line(line: str) -> date | None:
    """The day that *line* consists of, with or without a word such as "Updated"; None if it is anything else.

    >>> read_date_line("Updated January 10, 2024")
    datetime.date(2024, 1, 10)
    >>> read_date_line("24/07/2023 15:00"), read_date_line("05/07/2023")
    (datetime.date(2023, 7, 24), None)
    >>> read_date_line("On April 26, 2022, the two sides met.")
    """
    if not 8 <= len(line) <= 80:
        return None
    found = _LINE.fullmatch(line.strip())
    if found is None:
        return None
    if found["year3"]:
        return _day(found["year3"], int(found["month3"]), found["day3"])
    if found["year4"]:
        return _of_digits(int(found["first"]), int(found["second"]), found["year4"], dotted=found["mark"] == ".")
    name = (found["month"] or found["month2"]).lower()
    return _day(found["year"] or found["year2"], _MONTHS.get(name, 0), found["day"] or found["day2"])


def read_date_above(line: str) -> date | None:
    """The day of a line above a text, alone or at the end of the line; None where it tells none.

    >>> read_date_above("Ministry of Works, updated 11 February 2019")
    datetime.date(2019, 2, 11)
    """
    if (day := read_date_line(line)) is not None:
        return day
    if len(line) > _LONGEST_LINE:
        return None
    tail = _TAIL.search(line)
    return read_date_line(tail[1] or tail[2]) if tail else None


def names_publication(line: str) -> bool:
    """True where *line*, which tells a day, says that a text was published, updated or released on it.

    >>> names_publication("Published 3 May 2023"), names_publication("As of 3 May 2023")
    (True, False)
    """
    return _PUBLICATION.search(line) is not None


def _of_digits(first: int, second: int, year: str, *, dotted: bool) -> date | None:
    """The day of "24/07/2023" and "7/24/2023"; with dots the day is first. None where slashes leave both open."""
    if dotted or first > _MONTHS["december"] or first == second:
        return _day(year, second, str(first))
    return _day(year, first, str(second)) if second > _MONTHS["december"] else None


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
