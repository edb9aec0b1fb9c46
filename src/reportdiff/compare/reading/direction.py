"""Whether a figure is told as where something rose or fell to."""

from __future__ import annotations

import re

from reportdiff.model.claim import Claim

_MOVED_TO = re.compile(
    r"\b(?:(?P<up>rose|risen|rises|rising|grew|grown|grows|growing|climb\w{0,4}|increas\w{1,3}|jump\w{0,3}|surg\w{1,3}|"
    r"soar\w{0,3}|improv\w{1,3}|expand\w{0,3}|up)"
    r"|(?P<down>fell|fallen|falls|falling|drop\w{0,4}|declin\w{1,3}|decreas\w{1,3}|shrank|shrunk|slow\w{0,3}|slump\w{0,3}|"
    r"contract\w{2,3}|plung\w{1,3}|reduced|down))(?: [a-z]{1,12}){0,2} to $"
)


def direction_told(claim: Claim) -> str | None:
    """``rising`` or ``falling`` where the words right before a figure say so; None where they say neither.

    They are looked for in the quote's prefix, so that the text need not be at hand.
    """
    found = _MOVED_TO.search(claim.quote.prefix)
    if found is None:
        return None
    return "rising" if found["up"] else "falling"


def is_turned(old: Claim, new: Claim) -> bool:
    """True when one says that the figure rose to where it is, and the other that it fell."""
    directions = direction_told(old), direction_told(new)
    return None not in directions and directions[0] != directions[1]
