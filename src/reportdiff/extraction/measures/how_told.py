"""How a figure is told: as a difference, as a part of another, as one grant of many, or of a country in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from reportdiff.extraction.measures.areas import country_behind
from reportdiff.extraction.measures.linking import Link
from reportdiff.extraction.measures.open_measures import DIFFERING
from reportdiff.extraction.measures.readings import Figured, Reading, Word

_TOTAL_REACH, _MOVING_REACH = 5, 10
_YARDSTICKS = frozenset({"last", "previous", "average", "revised", "target", "forecast", "expectations", "record"})
"""Behind "above" and "below" they tell that an amount is a difference."""
_ARTICLES = ("a", "an", "the", "this", "that")
_BEHIND_YARDSTICK = frozenset(
    """
    of for in on at by from during over since set this last a the and or but as when while which that it they he she we
    was were is are had has have will level levels figure figures total totals number numbers
    """.split()
)
"""Behind "average" or "target", a noun itself; before any other word it is an adjective: "above the target age"."""
THEM = frozenset({"them", "these", "those", "which", "whom"})
"""Words for what was just counted."""


def is_difference(reading: Reading, figure: Figured) -> bool:
    """True for a distance or a change, told in the same breath.

    As in "$1.5 million less than …", "4 tons above the average", "160 short of …", "increase … by 21 hectares", and
    where the figure itself was read as a rise or fall that is no share. Behind a comma such words tell of a level:
    "120 beds, short of the 200 needed".
    """
    if figure.mention.moved and figure.family not in ("change", "share"):
        return True
    behind = reading.words[figure.end : figure.end + 3]
    words = [word.lower for word in behind[:2]]
    if behind and not behind[0].gap:
        if words[0] in ("above", "below") and _holds_against(reading, figure):
            return True
        if words == ["short", "of"] or (words[1:] == ["than"] and words[0] in DIFFERING):
            return True
    before = reading.words[max(0, figure.first - _MOVING_REACH) : figure.first]
    by = bool(before) and before[-1].lower == "by" and figure.family not in ("change", "share")
    return by and any(
        word.lower in reading.classes.moving and not (figure.mention.counted and _is_noun(before, at))
        for at, word in enumerate(before)
    )


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """True for "increase" in "an increase in attacks by 20 groups", which count who acts."""
    behind = words[at + 1].lower if at + 1 < len(words) else ""
    return at > 0 and words[at - 1].lower in _ARTICLES and behind in ("in", "to", "of")


def _holds_against(reading: Reading, figure: Figured) -> bool:
    """True where a yardstick stands behind "above"; not for what is counted "above the target age"."""
    behind = reading.words[figure.end : figure.end + 5]
    for at, word in enumerate(behind[:3]):
        if word.lower in _YARDSTICKS:
            after = behind[at + 1] if at + 1 < len(behind) else None
            told = figure.family == "count" and figure.mention.counted and word.lower in ("average", "target")
            return not told or after is None or bool(after.gap) or after.lower in _BEHIND_YARDSTICK
    return False


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
