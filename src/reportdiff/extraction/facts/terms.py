"""When a term of office began and ended, as the words behind a name tell it."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportdiff.extraction.facts.drafts import Page
from reportdiff.extraction.facts.tenures import when_behind
from reportdiff.grammar import calendar
from reportdiff.grammar.calendar import MONTHS
from reportdiff.grammar.iso_dates import DATE, IsoDate, date_of
from reportdiff.model.text import Span
from reportdiff.vocabulary.offices import load_offices

_ADVERBS = r"(?: first| also| then| formally){0,2}"
_BEGUN = re.compile(
    rf"(?:,? who)?(?: has| had)?{_ADVERBS},? "
    r"(?:served|held (?:the )?(?:office|power)|took (?:office|power|the oath)|assumed (?:office|power|the presidency)|"
    r"c[ao]me to power|ruled|governed|led the country)\b"
    rf"|(?:,? who)?(?: was| were| has| had)?(?: been)?{_ADVERBS},? "
    r"(?:in (?:office|power)|sworn in(?: to office)?|in charge|president)\b"
    rf"|(?:(?:,? who)?(?: was| were| has been| had been|,){_ADVERBS}|,) "
    r"(?:inaugurated|re-?elected|elected|appointed|named)\b"
)
"""What others do to somebody tells of the one it is done to: "President N. N. appointed the cabinet" begins no term."""
_ENDED = re.compile(
    r"(?:,? who)?(?: has| had)? (?:resigned|stepped down|left office|died)\b"
    r"|(?:,? who)?(?: was| has been| had been|,) "
    r"(?:removed|ousted|impeached|died|overthrown|assassinated|deposed|dismissed|forced to resign|forced from office)\b"
)
_CREDENTIALS = re.compile(
    r"(?:,? who)?(?: has| had)?(?: formally| officially)? "
    r"(?:presented|submitted) (?:his|her|their) (?:credentials|letters? of credence)\b"
)
_CREDENTIALED = frozenset({"ambassador", "high-commissioner"})
_OF_THE_OFFICE = re.compile(
    r"(?:,|;| (?:in|on|by|for|with|since|as|as of|after|following|again|from|unopposed|at|under|early|late|until|"
    r"to (?!(?:the |its )?(?:[A-Z]|parliament|congress|council))|"
    r"democratically|directly|indirectly|two|three|four|five|several|effective)\b)"
)
"""How words go on that tell of the office in the title: not "was elected to the Senate", "was named chair"."""
_DONE_TO = ("elected", "appointed", "named", "inaugurated")
_UNTIL = re.compile(
    rf"(?: ?[-–—] ?| (?:to|through|until|till) (?:(?:his|her) [a-z]+ in )?(?:(?:early|mid|late)[ -])?){DATE}"
)
_THEN_ENDED = re.compile(
    r",? (?:and|but|until|before)(?: (?:he|she|later|then|was|were|had|been|being)){0,3} "
    r"(?:(?:resign(?:ed|ing)|stepp(?:ed|ing) down|left office|leaving office|died|dying|removed|ousted|overthrown|"
    r"assassinated|deposed|dismissed|forced to resign|forced from office)(?: from office)? (?:in|on)|"
    rf"(?:served|remained in office|held office|ruled) until) (?:(?:early|mid|late)[ -])?{DATE}"
)
_DAY = re.compile(
    r" on (?:(?P<month>[A-Z][a-z]{2,8}) (?P<day>[0-9]{1,2})|(?P<day2>[0-9]{1,2}) (?P<month2>[A-Z][a-z]{2,8}))\b"
)
_YEAR = re.compile(r"\b[12][0-9]{3}\b")
_DAY_REACH, _YEARS_REACH = 30, 200


class Term(NamedTuple):
    """The beginning and the end of a term, either of them open, and where the words that tell them end."""

    since: IsoDate | None
    until: IsoDate | None
    end: int


def read_term(page: Page, office: str, at: int, sentence: Span) -> Term | None:
    """The term of *office* that the words at *at*, right behind a name, tell of; None where they tell no date."""
    content = page.content
    begun = _BEGUN.match(content, at, sentence.end)
    if begun is None and office in _CREDENTIALED:
        begun = _CREDENTIALS.match(content, at, sentence.end)
    verb = begun or _ENDED.match(content, at, sentence.end)
    when = verb and (when_behind(content, verb.end(), sentence.end) or _day_behind(page, verb.end(), sentence))
    if when is None:
        return None
    if begun is None:
        return Term(None, when, when.end)
    until = until_behind(content, when, sentence)
    told = begun.group()
    if not _is_of(office, told, content[begun.end() : when.start]) or (until is None and " had " in told):
        return None
    return Term(when, until, until.end if until else when.end)


def _is_of(office: str, verb: str, words: str) -> bool:
    """False where the *words* behind the *verb* tell of something other than *office*: "served as minister from"."""
    other = load_offices().words.search(words.lower()) if words.startswith(" as ") else None
    if other:
        return load_offices().key_of(other.group()) == office
    return not verb.endswith(_DONE_TO) or _OF_THE_OFFICE.match(words) is not None


def until_behind(content: str, since: IsoDate, sentence: Span) -> IsoDate | None:
    """The end of a term right behind its beginning: "from 1968 to 1991", "in 2011 and resigned in 2016"."""
    found = _UNTIL.match(content, since.end, sentence.end) or _THEN_ENDED.match(content, since.end, sentence.end)
    until = date_of(found) if found else None
    return until if until and until.days.last >= since.days.first else None


def _day_behind(page: Page, at: int, sentence: Span) -> IsoDate | None:
    """A day told without its year, the last such day before publication; None where other years were spoken of."""
    content, published = page.content, page.circumstances.published
    found = _DAY.search(content, at, min(sentence.end, at + _DAY_REACH))
    if found is None or published is None or found.start() != at:
        return None
    years = _YEAR.findall(content, max(0, sentence.start - _YEARS_REACH), sentence.end)
    if set(years) - {str(published.year)}:
        return None
    month = MONTHS.get((found["month"] or found["month2"]).lower())
    number = int(found["day"] or found["day2"])
    days = calendar.day(published.year, month, number) if month else None
    if days and days.first > published:
        days = calendar.day(published.year - 1, days.first.month, number)
    if days is None:
        return None
    return IsoDate(text=days.first.isoformat(), days=days, start=found.start() + len(" on "), end=found.end())
