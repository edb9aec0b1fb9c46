"""What looks like a date and is none: part of a number, a count, or the year of a law or treaty."""

from __future__ import annotations

import re

from reportdiff.grammar.counted import people
from reportdiff.grammar.wordlists import any_of, word_before, word_list

_NAME_BEHIND = re.compile(
    r"(?: [A-Z][A-Za-z.’'-]*| of| and| on| for| the| U\.S\.[–-][A-Z][a-z]+){0,9}? "
    rf"{any_of(word_list('named-by-year', 'behind'))}\b"
)
_PRICES_BEHIND = re.compile(rf" (?:U\.S\. |US )?{any_of(word_list('named-by-year', 'prices'))}\b")
_NAME_BEFORE = re.compile(rf"{any_of(word_list('named-by-year', 'before'))}(?: of)? $")
_COUNT_BEHIND = re.compile(
    rf" (?:{any_of(word_list('counted-like-years', 'nouns'))}|percent)\b|%|,[0-9]{{3}}\b|[A-Za-z]"
)
_PLURAL_BEHIND = re.compile(r" (?:were|are|have) ")
_HEDGED = ("about ", "around ", "some ", "nearly ", "almost ", "over ", "approximately ", "only ")
"""Around a number that counts: "and around 2000 were closed"."""
_BEFORE_COUNT = frozenset({hedge.strip() for hedge in _HEDGED} | {"roughly", "than", "least"})
_BEFORE_TIME = frozenset("in by since from until till of before".split())
_PRIOR_TO = ("Prior to ", "prior to ")
_NOUN_BEHIND = re.compile(r" ([a-z]*(?:s|men|people|children))\b")
_MONTH_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Oo]f|[Bb]etween|and|[Tt]hrough|to|[Ff]rom|[Dd]uring) $"
)
_COMMON_WORDS = frozenset({"May", "March"})
_JOINED_BEFORE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$€£¥₹/#-")
_DIGITS_BEFORE = frozenset("0123456789,.-/")
_LEVEL_BEHIND = re.compile(r" (?:pre-[a-z]+ )?(?:levels?|numbers|figures?|volumes?|baseline|average|total)\b")
_LEVEL_BEFORE = re.compile(
    r"\b(?:of|behind|surpass(?:ed|es|ing)|exceed(?:ed|s|ing)|match(?:ed|es|ing))"
    r"(?: its| their| the)? $"
)
"""Around the year of a level that a figure is held against: "65 percent of the 2019 figure"."""
_ISSUE_BEHIND = re.compile(r" (?:report|edition|issue|bulletin|outlook|update|forecast|projection)s?\b")
"""Behind a month that names one of a row of reports: "less than expected in the September report"."""
_NUMBERED = re.compile(
    r"\b(?:[Nn]o\.?|[Nn]umber|[Cc]ase|[Dd]ecree|[Dd]ecision|[Dd]irective|[Dd]ocket|[Ff]ile|[Ll]aw|[Oo]rder|[Rr]esolution"
    r"|[Rr]uling) $"
)
"""In front of the mark of a paper, which looks like a part of a year: "Case No. H2/2022"."""
_NAME_REACH, _MONTH_REACH, _NUMBERED_REACH = 16, 8, 12


def is_time(text: str, found: re.Match[str]) -> bool:
    """False for a date that is part of a longer number or name, counts something, or is a common word like May."""
    at = found.start()
    if found["year7"]:
        return bool(found["part7"]) or _is_year(text, at, found.end())
    if found["month1"] and not found["day1"] and not found["year1"]:
        if found["month1"] in _COMMON_WORDS and not _is_month(text, found):
            return False
        return not text[at - 1 : at].isalnum()
    if (found["q"] or found["half"]) and "/" in found.group():
        return _NUMBERED.search(text, max(0, at - _NUMBERED_REACH), at) is None
    return not (found["day3"] and at and text[at - 1] in _DIGITS_BEFORE)


def _is_month(text: str, found: re.Match[str]) -> bool:
    """True where words show that May or March is the month: "in May", "early March"."""
    if (found["part1"] or "end").lower() != "end":
        return True
    return _MONTH_BEFORE.search(text, max(0, found.start() - _MONTH_REACH), found.start()) is not None


def _is_year(text: str, at: int, stop: int) -> bool:
    before = text[at - 1] if at else " "
    if before in _JOINED_BEFORE or (before in ".," and not text[at - 2 : at - 1].islower()):
        return False
    if _PLURAL_BEHIND.match(text, stop) and text.endswith(_HEDGED, 0, at):
        return False
    if _counts_people(text, at, stop):
        return False
    return not _COUNT_BEHIND.match(text, stop) or text.startswith(("and", "s"), stop)


def _counts_people(text: str, at: int, stop: int) -> bool:
    """True for a hedged number in front of people: "some 2000 miners", but "by about 1950 farmers had left"."""
    hedge = word_before(text, 0, at - 1)
    if hedge not in _BEFORE_COUNT or not (noun := _NOUN_BEHIND.match(text, stop)):
        return False
    lead = at - len(hedge) - 1
    dated = word_before(text, 0, lead - 1) in _BEFORE_TIME or text.endswith(_PRIOR_TO, 0, lead)
    return noun[1] in people() and not dated


def is_name(text: str, found: re.Match[str]) -> bool:
    """True for the year of a law, a treaty, a summit or the like, that of a price level, and the month of a report."""
    at, stop = found.span()
    if not found["year7"]:
        return bool(found["month1"]) and text.endswith("the ", 0, at) and bool(_ISSUE_BEHIND.match(text, stop))
    if _LEVEL_BEHIND.match(text, stop) and _LEVEL_BEFORE.search(text, max(0, at - _NAME_REACH), at):
        return True
    if _NAME_BEHIND.match(text, stop) or _PRICES_BEHIND.match(text, stop):
        return True
    return bool(_NAME_BEFORE.search(text, max(0, at - _NAME_REACH), at))
