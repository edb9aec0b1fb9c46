"""Whose office it is: one of the country's own, or that of a body, a firm or a deputy, which is another one."""

from __future__ import annotations

import re

from reportdiff.extraction.facts.drafts import Page
from reportdiff.model.text import Span

_DEPUTY = re.compile(r"\b(?:[Dd]eputy|[Vv]ice|[Aa]ssistant|[Ss]hadow|[Ll]ieutenant|[Aa]ssociate)[ -]$")
_NAMED = re.compile(r"(?:[A-ZÀ-Þ][\w’'.&-]* ){1,4}$")
_OPENING = frozenset(
    """the a an and but or if as in on at by for from of to with under since when while after before although though
    because during former ex then late acting interim transitional caretaker current new incumbent outgoing both his her
    its their our excellency majesty mr mrs ms madam today later however meanwhile also first
    second third fourth executive""".split()
)
"""Words before a title that name nobody whose office it could be."""
_OF = re.compile(r" of (?:the )?(?P<name>[A-Z][\w.’ -]{0,60})")
_ITS_OWN = re.compile(
    r"(?:Republic|Nation|State|Kingdom|Government|Federation|Federal Government|Council of Ministers|Cabinet)\b"
)
_BODIES = {
    "speaker": "Parliament Assembly House Senate Congress Chamber Council",
    "chief-justice": "Court",
    "commander-in-chief": "Forces Army",
}
"""The words by which an office is known as that of a body of the country."""
_TO = re.compile(r" to (?:the )?(?P<name>[A-Z][\w.’ -]{0,60})")
_ENVOYS = frozenset({"ambassador", "high-commissioner", "charge-d-affaires"})
_OWN_NOUNS = frozenset({"country", "nation", "republic", "kingdom", "government", "federation"})
_REACH = 60


def is_of_another(page: Page, at: int, sentence: Span) -> bool:
    """True where the words right before a title say that it is a deputy's, or name a body or a firm."""
    low = max(sentence.start, at - _REACH)
    if _DEPUTY.search(page.content, low, at) or page.content.startswith("Under Secretary", at - len("Under ")):
        return True
    named = _NAMED.search(page.content, low, at)
    if named is None:
        return False
    words = re.findall(r"[^\W\d_]+", named.group())
    last = words[-2] if words[-1] == "s" and len(words) > 1 else words[-1]
    if last.lower() in _OPENING or last.lower() in (page.circumstances.subject or "").lower():
        return False
    return not _names_country(page, named.start(), at)


def is_country_of(page: Page, at: int, end: int, office: str) -> bool:
    """False where what stands behind a title, from *at* to *end*, names a body or a firm: "of the World Bank"."""
    if page.subject is None or office.startswith("minister"):
        return True
    if office in _ENVOYS:
        to = _TO.search(page.content, at, end)
        return to is None or _names_country(page, to.start("name"), to.end("name"))
    of = _OF.match(page.content, at, end)
    if of is None or _ITS_OWN.match(of["name"]) or _names_country(page, of.start("name"), of.end("name")):
        return True
    return any(word in of["name"] for word in _BODIES.get(office, "").split())


def is_owned(page: Page, noun: str) -> bool:
    """Whether *noun*, of which an office is said to be, is the subject of the text or a country."""
    words = re.findall(r"[^\W\d_]+", noun)
    if page.subject is None or noun.lower() in _OWN_NOUNS:
        return True
    return any(place.code.isupper() for _, _, place in page.vocabulary.countries.find(words))


def _names_country(page: Page, start: int, end: int) -> bool:
    return next(page.countries_in(start, end), None) is not None
