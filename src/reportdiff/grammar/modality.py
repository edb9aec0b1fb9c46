"""Whether what a clause tells is so, is estimated, is to come, or is only asked for; and whom it is credited to."""

from __future__ import annotations

import re

from reportdiff.model.claim import Modality

_CUES = re.compile(
    r"\b(?:(?P<requested>request(?:s|ed|ing)?|asked for|seek(?:s|ing)?(?= \$))"
    r"|(?P<proposed>propos(?:e|es|ed|ing|al)|recommend(?:s|ed|ing|ation)?|would (?:provide|authorize|appropriate|require|make|allow))"
    r"|(?P<forecast>forecast(?:s|ed)?|project(?:s|ed)(?! to)|projected|expect(?:s|ed)?|predict(?:s|ed)?|anticipat(?:e|es|ed)|projection|(?:is|are) likely|likely to|(?:could|may|might) (?:reach|rise|fall|grow|exceed|total|cost)|outlook)"
    r"|(?P<estimated>estimat(?:e|es|ed|ing|ion)|est\.)"
    r"|(?P<planned>will|plan(?:s|ned|ning)? to|plans|intend(?:s|ed)?|aim(?:s|ed|ing)?|goal of|goals of|targets? (?:of|is|to)|pledg(?:e|es|ed|ing)|looks? forward|looking forward|announc(?:e|es|ed|ing)|"
    r"preparing to|seek(?:s|ing)? to|work(?:ing)? to|commit(?:s|ted|ting)?(?: [a-z]+)? to|set to|slated|scheduled|upcoming|subject to|by 20[2-9][0-9]|pending|is to|are to|to be))\b",
    re.IGNORECASE,
)
_REACH = 400
"""How far before a figure its clause is looked for."""
_STRENGTH = {"requested": 5, "proposed": 4, "forecast": 3, "estimated": 2, "planned": 1}
_CLAUSE_END = re.compile(r"[;:]|, (?:and|but|while|which|although|whereas)\b|\) ")


def read_modality(text: str, start: int, at: int, stop: int, end: int) -> Modality:
    """The modality of the figure ``text[at:stop]`` by the words of its clause in ``text[start:end]``.

    >>> read_modality("an estimated 1.1% in 2023", 0, 13, 17, 25)
    <Modality.ESTIMATED: 'estimated'>
    """
    start = max(start, at - _REACH)
    low = start
    for boundary in _CLAUSE_END.finditer(text, start, at):
        low = boundary.end()
    best: str | None = None
    for found in _CUES.finditer(text, low, at):
        kind = found.lastgroup
        if kind and (best is None or _STRENGTH[kind] >= _STRENGTH[best]):
            best = kind
    if best is None and (behind := _BEHIND.match(text, stop, min(end, stop + 90))):
        best = behind.lastgroup
    if best == "planned" and _DEFINITE.search(text, max(start, at - 12), at):
        return Modality.REPORTED
    return Modality(best) if best else Modality.REPORTED


_DEFINITE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]hese|[Tt]hose) $")


_BEHIND = re.compile(
    r"[^;:.]{0,60}?(?:\b(?P<forecast>(?:is|are|was|were) (?:expected|projected|forecast))\b|\b(?P<planned>will (?:be|support|help)|by 20[2-9][0-9]|(?:is|are) planned)\b"
    r"|(?P<estimated>\([^()]{0,20}est\.?\)|\baccording to (?:[a-z]+ )?estimates))"
)
_ATTRIBUTION = re.compile(
    r"\b[Aa]ccording to (?:the )?(?P<to>(?:[A-Z][A-Za-z.&’'-]*|of|for|and|the|on)(?: (?:[A-Z][A-Za-z.&’'-]*|of|for|and|the|on)){0,8})"
    r"|\b(?P<by>(?:[A-Z][A-Za-z.&’'-]+ ){1,6})(?:\([A-Z]+\) )?(?:estimat|report|project|forecast|calculat|said|says|state|found|put)(?:s|es|ed)?\b"
)
_SMALL = frozenset("of for and the on".split())
_NOT_SOURCES = frozenset("The In It This He She They We A An That These Those There As At By On For".split())


def read_attribution(text: str, start: int, end: int) -> str | None:
    """The source that the sentence ``text[start:end]`` credits, or None.

    >>> read_attribution("growth slowed to 2.7%, according to the International Monetary Fund.", 0, 68)
    'International Monetary Fund'
    """
    for found in _ATTRIBUTION.finditer(text, start, end):
        words = (found["to"] or found["by"]).strip(" .,").split()
        while words and words[-1] in _SMALL:
            words.pop()
        while words and words[0] in (_NOT_SOURCES if found["by"] else _SMALL):
            words.pop(0)
        if words and any(word[0].isupper() for word in words):
            return " ".join(words)
    return None
