"""The place and day that a release opens with."""

from __future__ import annotations

import re
from datetime import date

from reportdiff.sources.dates import read_date_line

_DATELINE = re.compile(r"\(?([A-Z][^-–—|:]{1,40}, [^-–—|:,]{3,20}(?:, [12][0-9]{3})?)\)? ?[-–—] ?(?=[A-Z])")
_NAME = r"[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{0,20}){0,2}(?:, [A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20})?)?"
_DAY = r"(?P<day>[^-–—|:()]{4,20}[ ,][12][0-9]{3})"
_PLACED_DAY = re.compile(rf"(?P<place>{_NAME}) ?[-–—] ?{_DAY} ?[:–—-](?: ?(?=[A-Z“])|$)")
"""The same with a stroke before the day: "Oslo – 19 July 2023: The board"."""
_BRACKETED_DAY = re.compile(
    rf"(?P<place>[A-Z][A-Z.’'-]{{2,20}}(?:,? [A-Z][A-Z.’'-]{{0,20}}){{0,3}}) \({_DAY}\) ?[–—-] ?(?=[A-Z“])"
)
"""With the day in brackets, as headings have it too; so the place is in capitals: "OSLO (19 July 2023) – The board"."""
_EVENT = re.compile(
    r"\b(?:accord|act|agenda|agreement|amendment|annex|anniversary|appeal|appendix|arrest|assembly|attack|battle|box"
    r"|campaign|case|ceasefire|ceremony|chapter|charter|closing|compact|conference|congress|convention|coup|covenant"
    r"|crisis|cut-?off|cyclone|date|day|deadline|death|debate|decision|declaration|decree|directive|drought|due"
    r"|earthquake|effective|election|end|entry|event|exercise|exhibit|figure|finish|flood|forum|framework|hearing"
    r"|hurricane|incident|independence|initiative|judge?ment|launch|law|meeting|milestone|opening|order|outbreak|pact"
    r"|part|phase|plan|polls?|proposal|protest|protocol|referendum|regulation|resolution|round|ruling|section|session"
    r"|signature|signing|stage|start|step|storm|strike|summit|table|talk|target|term|treaty|truce|typhoon|verdict|visit"
    r"|vote|voting|war|week|withdrawal|workshop"
    r"|next|first|second|third|fourth|fifth|last|final|since|until|from|before|after|today|yesterday|tomorrow"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|summer|autumn|winter)s?\b",
    re.IGNORECASE,
)
"""Words for what came to pass on a day or is due then, which names of towns do not hold."""
_DEED = re.compile(
    r"\b(?:(?!nation|station)\w{2,20}(?:tion|sion|ment|ism)s?|(?!unit|publish|updat|releas|issu|post|revis)\w{3,20}ed)\b",
    re.IGNORECASE,
)
"""Words that tell by their endings that they name no town: "Ratification", "Adopted"."""


def read_dateline(line: str) -> date | None:
    """The day of the place and day that a release opens with; None where *line* opens otherwise, as with an event.

    >>> read_dateline("Lusaka, 1 October 2020 - The regulator today released its report.")
    datetime.date(2020, 10, 1)
    >>> read_dateline("Lusaka – October 1, 2020: The regulator today released its report.")
    datetime.date(2020, 10, 1)
    >>> read_dateline("Talks opened in Lusaka - 1 October 2020 was the first day.")
    >>> read_dateline("Lusaka Protocol – 20 November 1994: Signed by both sides.")
    """
    if (found := _PLACED_DAY.match(line) or _BRACKETED_DAY.match(line)) is not None:
        return None if _EVENT.search(found["place"]) or _DEED.search(found["place"]) else read_date_line(found["day"])
    if (found := _DATELINE.match(line)) is not None:
        return None if _EVENT.search(found[1].partition(",")[0]) else read_date_line(found[1])
    return None
