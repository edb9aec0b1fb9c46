"""How dates by the calendar are written, and where a text has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.grammar.calendar import MONTHS
from reportdiff.grammar.number_words import WORDS
from reportdiff.grammar.wordlists import any_of, word_before

_MONTH_NAMES = any_of(name.capitalize() for name in MONTHS)
_DAY = r"[0-3]?[0-9]"
_ORDER = "(?:st|nd|rd|th)"
_DASH = r" ?(?:[-–—]|to|through|until|and) ?"
_YEAR = r"1[4-9][0-9]{2}|20[0-9]{2}|21[0-4][0-9]"
_SMALL = any_of(list(WORDS)[2:12])
CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20}
_CENTURY = any_of([*CENTURIES, *(word.capitalize() for word in CENTURIES)])


def _part(n: int) -> str:
    return rf"(?:(?P<part{n}>[Ee]arly|[Mm]id|[Mm]iddle of|[Ll]ate|[Ee]nd)[ -](?:in )?)?"


def _month(n: int) -> str:
    return rf"(?P<month{n}>{_MONTH_NAMES})\b\.?"


def _day(n: int) -> str:
    return rf"(?P<day{n}>{_DAY}){_ORDER}?(?![0-9])"


def _year(n: int) -> str:
    return rf"(?P<year{n}>{_YEAR})(?![0-9])"


_SHAPES = {
    "2017-01-25": r"(?P<iso>(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])",
    "31.12.2022 · 31/12/2022": r"(?P<numday>[0-3]?[0-9])(?P<nummark>[./])(?P<nummonth>[01]?[0-9])(?P=nummark)"
    r"(?P<numyear>(?:19|20)[0-9]{2})(?![0-9])",
    "the March quarter · the December 2023 quarter": rf"(?P<quarterend>{_MONTH_NAMES}) (?:{_year(10)} )?quarter\b"
    rf"(?: (?:of )?(?P<year11>{_YEAR})(?![0-9]))?",
    "June–August 2023 · Jan to Mar 2024": rf"{_month(5)}(?: ?[-–—/] ?| to | through ){_month(6)}"
    rf"(?! [0-3]?[0-9](?![0-9]))(?:,? (?:of )?{_year(6)})?",
    "March 5 to April 7, 2021 · mid-March 2023 · July": rf"{_part(1)}{_month(1)}"
    rf"(?: {_day(1)}(?:{_DASH}(?:{_month(2)} )?{_day(2)})?)?(?:,? (?:of )?{_year(1)})?",
    "25 January 2017 · 24 and 25 January · 3, 5 and 9 May": (
        rf"(?:(?P<day4>{_DAY})(?:(?:, {_DAY}){{0,6}},?(?: and | to )| ?[-–] ?))?{_day(3)} {_month(3)}"
        rf"(?:,? {_year(3)})?"
    ),
    "FY2024 · fiscal years 2007-2011 · Q3 FY09 · first quarter of fiscal year (FY) 2022": (
        r"(?:\b(?P<fyordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) (?P<fypiece>quarter|half) of (?:the )?"
        r"|\b(?P<fyshort>Q[1-4]|H[12])[ -])?"
        r"(?P<fiscal>\bFY|\b[Ff]iscal(?: [Yy]ears?)?(?: \(FY\))?) ?(?P<fy>'?[0-9]{2,4})"
        r"(?:(?P<fyjoin>[-–/]| to | through | and )(?:FY ?)?(?P<fy2>'?[0-9]{2,4}))?(?![0-9])"
    ),
    "Q3 2021 · Q1–Q3 2021 · Q3/2021": rf"\bQ(?P<q>[1-4])(?: ?[-–—/] ?Q(?P<q2>[1-4]))?(?: (?:of )?|/){_year(4)}",
    "the first half of 2020": r"\b(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|last) "
    rf"(?P<piece>quarter|half|semester|trimester) (?:of )?(?:the year )?{_year(5)}",
    "the first nine months of 2022": rf"\b[Ff]irst (?P<months>{_SMALL}|[0-9]{{1,2}}) (?P<lots>month|quarter)s "
    rf"(?:(?:of|in) )?{_year(9)}",
    "2023 Q4 · 2023Q4 · 2023 H1": rf"{_year(14).removesuffix('(?![0-9])')}[ /-]?"
    r"(?:Q(?P<q3>[1-4])|H(?P<half2>[12]))(?![0-9A-Za-z])",
    "H1 2023 · H1/2023": rf"\bH(?P<half>[12])[ /]{_year(15)}",
    "1Q 2023 · 1H 2023": rf"(?<![0-9.,])(?:(?P<q4>[1-4])Q|(?P<half3>[12])H) {_year(17)}",
    "9M 2023": rf"(?<![0-9.,])(?P<soonest>[369])M {_year(16)}",
    "the 19th century": rf"\b(?:(?P<century>[0-9]{{1,2}}){_ORDER}"
    rf"|(?P<centuryword>{_CENTURY}))[ -][Cc]entury\b(?! [A-Z])",
    "the late 1980s": rf"{_part(6)}(?P<decade>(?:1[4-9]|20)[0-9]0)['’]?s\b",
    "mid-2021 · 2015-2019 · 2019/20 · 2019/20–2021/22": rf"{_part(7)}{_year(7)}"
    r"(?P<span>(?:[-–—/]| to | through | until )"
    r"(?P<year8>(?:1[4-9]|20|21)[0-9]{2}(?![0-9]|[.,][0-9])|(?<=[-–—/])[0-9]{2}(?![0-9%]|[.,][0-9]| percent)))?"
    r"(?:(?<=/[0-9]{2})(?: ?[-–—] ?| to )(?P<year12>(?:1[4-9]|20)[0-9]{2})/(?P<year13>[0-9]{2})(?![0-9]))?",
}
"""How each kind of date is written; the first that fits counts."""
_CALENDAR = re.compile("|".join(_SHAPES.values()))
_HINT = re.compile(
    r"[12ACFDJMNOQScf](?:[0-9]{3}|entur|iscal |(?<![A-Za-z].)(?:Y|eb|an|u[nl]|a[ry]|pr|ug|ep|ct|ov|ec|[1-4]))"
)
"""What stands in every date, and in little else: a year, a month, the name of a fiscal year, a quarter or a century."""
_PART_LEAD = re.compile(r"[EeLlMm](?:arly|ate|id|iddle of|nd)[ -](?:in )?$")
_PIECE_LEAD = re.compile(
    r"[FSTflst](?:irst|econd|hird|ourth|ast) "
    rf"(?:quarter|half|semester|trimester|(?:{_SMALL}|[0-9]{{1,2}}) (?:month|quarter)s) "
    r"(?:of |in )?(?:the (?:year )?)?$"
)
_NUMERIC_LEAD = re.compile(r"(?<![0-9./,])[0-3]?[0-9]([./])[01]?[0-9]\1$")
_MONTHS_LEAD = re.compile(r"(?<![0-9.,])[369]M $")
_PIECE_FIRST_LEAD = re.compile(r"(?<![0-9.,])(?:[1-4]Q|[12]H) $")
_DAY_LEAD = re.compile(rf"(?:\b[QH][1-4][ /-]|(?:{_DAY}(?: ?[-–] ?|,? and | to ))?{_DAY}{_ORDER}?[ -])$")
_DAYS_LEAD = re.compile(rf"(?<![0-9.,$€£])(?:{_DAY}, ){{1,6}}$")
_CENTURY_LEAD = re.compile(rf"{_CENTURY}[ -]$")
_LEADS = {
    "of": (_PART_LEAD, _PIECE_LEAD),
    "in": (_PART_LEAD, _PIECE_LEAD),
    **dict.fromkeys("early mid late end".split(), (_PART_LEAD,)),
    **dict.fromkeys(("3m", "6m", "9m"), (_MONTHS_LEAD,)),
    **dict.fromkeys(("1q", "2q", "3q", "4q", "1h", "2h"), (_PIECE_FIRST_LEAD,)),
    **dict.fromkeys("the year quarter half semester trimester months quarters".split(), (_PIECE_LEAD,)),
    **dict.fromkeys(CENTURIES, (_CENTURY_LEAD,)),
}
"""By the word in front of a year or month: the expressions that may end with it."""
_LEAD_REACH, _DAY_REACH, _DAYS_REACH, _NUMERIC_REACH = 40, 20, 24, 8


def find_dates(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The dates by the calendar in ``text[start:end]``, in order, for :func:`read_calendar` to read.

    A date is looked for where a year, a month or the like stands, from the words on that may lead it.
    """
    done = start
    for hint in _HINT.finditer(text, start, end):
        at = hint.start()
        if at < done:
            continue
        found = None
        if (lead := _lead_before(text, done, at)) is not None:
            found = _CALENDAR.match(text, lead, end)
        if found is None:
            found = _CALENDAR.match(text, at, end)
        if found is not None:
            yield found
            done = found.end()


def _lead_before(text: str, start: int, at: int) -> int | None:
    """Where the words begin that lead up to *at*: "early in 2015", "the first half of 2020", "25 January"."""
    numeric = text[at - 1 : at] in (".", "/") and text[at - 2 : at - 1].isdigit()
    if numeric and (found := _NUMERIC_LEAD.search(text, max(start, at - _NUMERIC_REACH), at)):
        return found.start()
    if text[at - 2 : at - 1].isdigit() or text[at - 4 : at - 3].isdigit():
        found = _DAY_LEAD.search(text, max(start, at - _DAY_REACH), at)
        if found and text[found.start() - 2 : found.start()] == ", ":
            found = _DAYS_LEAD.search(text, max(start, found.start() - _DAYS_REACH), found.start()) or found
        return found.start() if found else None
    for lead in _LEADS.get(word_before(text, start, at - 1), ()):
        if found := lead.search(text, max(start, at - _LEAD_REACH), at):
            return found.start()
    return None
