"""Whether the words around an amount tell a rise or a fall, and whether the amount is the change itself."""

from __future__ import annotations

import re
from enum import Enum

_RISE = (
    "increas(?:e|es|ed|ing)|grow|grows|grew|grown|growing|rise|rises|rose|risen|rising|expand(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|"
    "soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|up|improv(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|boost(?:s|ed|ing)?|exceed(?:s|ed|ing)?|higher|appreciat(?:e|es|ed|ing)"
)
_FALL = (
    "decreas(?:e|es|ed|ing)|fall|falls|fell|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|shrink|shrinks|shrank|shrunk|shrinking|contract(?:s|ed|ing)?|"
    "reduc(?:e|es|ed|ing)|cut|cuts|cutting|slash(?:es|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|down|lower(?:s|ed|ing)?|depreciat(?:e|es|ed|ing)|lost|lose|loses|"
    "slow(?:s|ed|ing)?|narrow(?:s|ed|ing)?|slip(?:s|ped|ping)?|slid|slides?|eas(?:es|ed|ing)|weaken(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|sank|sink|diminish(?:es|ed|ing)?|curb(?:s|ed|ing)?"
)
_RISE_NOUN = "increase|rise|growth|gain|jump|surge|expansion|hike|uptick|improvement|boost|appreciation"
_FALL_NOUN = (
    "decrease|decline|drop|fall|reduction|contraction|cut|loss|slump|plunge|shrinkage|depreciation|downturn|dip"
)
_RISE_DIRECT = (
    "gained|gain|gaining|grew|grow|growing|grown|rose|rise|rising|risen|increased|increase|increasing|jumped|jump|surged|surging|soared|climbed|climb|climbing|expanded|expand|expanding|rebounded|added"
)
_FALL_DIRECT = (
    "lost|lose|losing|fell|fall|falling|fallen|declined|decline|declining|dropped|drop|dropping|decreased|decrease|decreasing|contracted|contract|contracting|shrank|shrink|shrunk|shrinking|"
    "plunged|plummeted|tumbled|slipped|slip|slid|slide|sliding|eased|sank|narrowed|weakened"
)
BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?P<gap>(?: [a-z’'-]+){{0,9}}?) (?P<by>by|an?)(?: (?:some|about|an additional|an estimated|additional|further|another|record|staggering|whopping|projected|estimated|average of|average))?(?: an?)? ?$"
    rf"|(?<![A-Za-z])(?:(?P<rise2>up|{_RISE_DIRECT})|(?P<fall2>down|{_FALL_DIRECT})) $"
    rf"|(?<![A-Za-z])(?:(?P<rise3>{_RISE_NOUN})|(?P<fall3>{_FALL_NOUN}))s? (?:of|in (?:[a-z]+ ){{1,4}}of)(?: an?)? ?$",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf" ?[-–]?(?: ?(?:real|annual|average|annualized|nominal|net|overall|sharp|steep|significant|year-over-year|year-on-year|percentage|point|per year))* ?(?:(?P<rise>{_RISE_NOUN})|(?P<fall>{_FALL_NOUN}))(?:s|es)?\b(?! (?:rate|target|forecast))"
    r"|(?: (?:[a-z]+ )?)(?:(?P<more>more|higher|greater|larger)|(?P<less>less|lower|fewer|smaller)) than\b",
    re.IGNORECASE,
)


_LAST_WORDS = frozenset(
    f"by a an up down {_RISE_DIRECT} {_FALL_DIRECT} of ".replace("|", " ").split()
) | frozenset(
    "some about additional estimated further another record staggering whopping projected average".split()
)
"""The words that may stand right before an amount of change: a cheap look before the dear one."""


class Direction(Enum):
    """The amount is a rise, a fall (its sign is negative), or no change at all."""

    RISE = 1
    FALL = -1


def direction_of(text: str, start: int, begin: int, end: int, *, share: bool = True) -> tuple[Direction, bool] | None:
    """Whether the amount ``text[begin:end]`` (hedge included) is itself a rise or a fall, told behind (True) or before it.

    Only of a *share* do bare verbs and losses tell a change: "fell 5 percent", but "lost 5 seats", "a loss of $5 million".

    >>> direction_of("incomes increase by 53 percent", 0, 20, 30)
    (<Direction.RISE: 1>, False)
    >>> direction_of("an 11% contraction in GDP", 0, 3, 6)
    (<Direction.FALL: -1>, True)
    >>> direction_of("growth slowed to 2.7%", 0, 17, 21) is None
    True
    """
    if text[end : end + 1] in (" ", "-", "–") and (found := AFTER.match(text, end)):
        return (Direction.RISE if found["rise"] or found["more"] else Direction.FALL), True
    if text[max(start, text.rfind(" ", start, begin - 1) + 1) : begin].strip().lower() not in _LAST_WORDS:
        return None
    found = BEFORE.search(text, max(start, begin - 90), begin)
    if not found:
        return None
    if found["rise"] or found["fall"]:
        if found["by"].lower() != "by" and found["gap"]:
            return None
        return (Direction.RISE if found["rise"] else Direction.FALL), False
    if not share and (found["rise2"] or found["fall2"] or (found["fall3"] or "").lower() == "loss"):
        return None
    return (Direction.RISE if found["rise2"] or found["rise3"] else Direction.FALL), False
