"""How a figure is told: as a difference, as a part of another, as one grant of many, or of a country in brackets."""

from __future__ import annotations

from reportdiff.extraction.measures.areas import country_behind
from reportdiff.extraction.measures.linking import Link
from reportdiff.extraction.measures.open_measures import DIFFERING
from reportdiff.extraction.measures.readings import Figured, Reading

_TOTAL_REACH, _MOVING_REACH = 5, 10
_YARDSTICKS = frozenset({"last", "previous", "average", "revised", "target", "forecast", "expectations", "record"})
"""Behind "above" and "below" they tell that an amount is a difference."""
THEM = frozenset({"them", "these", "those", "which", "whom"})
"""Words for what was just counted."""


def is_difference(reading: Reading, figure: Figured) -> bool:
    """True for "$1.5 million less than …" and "increase … by 21 hectares"."""
    if figure.mention.moved and figure.family not in ("change", "share"):
        return True
    behind = reading.words[figure.end : figure.end + 3]
    words = [word.lower for word in behind[:2]]
    if (
        words
        and words[0] in ("above", "below")
        and not behind[0].gap
        and not _YARDSTICKS.isdisjoint(each.lower for each in behind)
    ):
        return True
    if words == ["short", "of"] or (words[1:] == ["than"] and words[0] in DIFFERING and not behind[0].gap):
        return True
    before = reading.words[max(0, figure.first - _MOVING_REACH) : figure.first]
    by = bool(before) and before[-1].lower == "by" and figure.family not in ("change", "share")
    return by and any(word.lower in reading.classes.moving for word in before)


def is_of_them(reading: Reading, figure: Figured) -> bool:
    """True for a part of what was just counted: "12 of them", "4 of which"."""
    if figure.family in ("share", "change"):
        return False
    behind = [word.lower for word in reading.words[figure.end : figure.end + 2]]
    return behind[:1] == ["of"] and not THEM.isdisjoint(behind)


def is_of_those(reading: Reading, figure: Figured) -> bool:
    """True for a part that is told by its country alone: "24 million men, of whom 17 million were in Fiji"."""
    lead = [word.lower for word in reading.words[max(0, figure.first - 2) : figure.first]]
    if figure.family != "count" or figure.mention.counted or lead not in (["of", "whom"], ["of", "which"]):
        return False
    return country_behind(reading, figure.end) is not None


def is_instance(reading: Reading, figure: Figured, link: Link) -> bool:
    """True for one grant or package of many: what is announced next in the same words is another."""
    if "stage" not in link.measure.takes:
        return False
    words = [word.lower for word in reading.words[: max(link.hit.end, figure.end)]]
    if "total" in words[max(0, link.hit.first - _TOTAL_REACH) :] or "totaled" in words:
        return False
    return not reading.classes.instance.isdisjoint(words)


def country_before_bracket(reading: Reading, figure: Figured) -> str | None:
    """The country that a bracketed figure stands right behind: "Nigeria (31.9%)"; None for the subject, too."""
    if not figure.bracketed:
        return None
    named = next((each for each in reading.named if each.end == figure.first), None)
    return named.place.code if named and not named.place.adjective and named.place.code.isupper() else None
