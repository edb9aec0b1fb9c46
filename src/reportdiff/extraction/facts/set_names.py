"""Names of what countries belong to, as lists of prose tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.facts.drafts import Page
from reportdiff.model.text import Span

_SURELY = re.compile(
    r"\b(?:Union|Organi[sz]ation|Agreement|Community|Alliance|Pact|Accord|Council|Bank|Fund|Court|Convention|Treaty|Group|"
    r"Partnership|Commonwealth|League|Association|Forum|Protocol|Bloc|Area|Zone|Agency|Nations|Programme|Program)\b"
    r"|^[A-Z]{2,}[A-Z0-9+-]*$"
)
"""What the name of something that countries belong to ends in, or an abbreviation: no place, and no person."""
ITEM = re.compile(r"(?:the )?(?P<name>[A-Z][^,;:()\n]*)(?: \((?P<note>[^()\n]{1,40})\))?")
_SERIES = re.compile(
    r"(?:the )?(?P<name>[A-Z][a-z]+ (?:of|for)(?: the)? [A-Z][a-z]+(?:, [A-Z][a-z]+){1,3},? and [A-Z][a-z]+ "
    r"(?:States|Countries|Nations|Peoples|Parliaments|Producers))\b"
)
"""A name that is itself a list: "Organisation of African, Caribbean and Pacific States"."""
_AND = re.compile(r" and (?:(?:of|to) )?(?:the )?(?=[A-Z])")
_TAIL = re.compile(
    r"(?: (?:in|on|since|as|from|by|where|when|after|that|which|who|until)\b.*"
    r"| (?:is|was|are|were|has|had|have|will|would|remains?|may|can|but|or)\b.*"
    r"| (?:for|with|to|under|at|and) (?:the )?[^A-Z].*| [a-z]+(?:ing|ed)\b.*| and (?:[A-Z]\.){2}.*)$"
)
_GOING_ON = frozenset(
    {"Development", "Trade", "Security", "Cooperation", "Co-operation", "Agriculture", "Culture", "Reconstruction"}
)
_NO_SETS = frozenset(
    {"Congress", "Parliament", "House", "Senate", "Cabinet", "Joint", "Secretary", "President", "Prime", "Minister"}
)
LONGEST = 80


def is_surely_set(name: str) -> bool:
    """True for a name that is no place and no person, by its last word or as an abbreviation."""
    return _SURELY.search(name) is not None


def set_names(page: Page, at: int, end: int, *, single: bool = False) -> Iterator[tuple[str, Span]]:
    """The names of a list that begins at *at*, up to the first part that is no name."""
    content = page.content
    if series := _SERIES.match(content, at, end):
        yield series["name"], Span(*series.span("name"))
        at = series.end() + 2 if content.startswith(", ", series.end()) else end
        at += len("and ") if content.startswith("and ", at) else 0
    while found := ITEM.match(content, at, end):
        for name, start in _split(found["name"], found.start("name"), single=single):
            bare = _TAIL.sub("", name).rstrip(" .")
            if not _is_set(page, bare):
                return
            yield bare, Span(start, start + len(bare))
            if bare != name.rstrip(" ."):
                return
        stop = found.end()
        if single or content[stop : stop + 2] != ", ":
            return
        at = stop + 2
        for lead in ("and the ", "and ", "the "):
            if content.startswith(lead, at):
                at += len(lead)
                break


def _is_set(page: Page, name: str) -> bool:
    """False for what countries are no members of: a country, a kind, a title."""
    words = name.replace("-", " ").split()
    if not words or len(name) > LONGEST or words[0] in _NO_SETS or words[-1] == "Organizations":
        return False
    first = next(page.vocabulary.countries.find(words), None)
    return first is None or first[0] > 0 or first[2].adjective or not first[2].code.isupper()


def _split(name: str, start: int, *, single: bool) -> Iterator[tuple[str, int]]:
    """A name at "and", unless what follows goes on with it: "Cooperation and Development"."""
    for joint in _AND.finditer(name):
        following = name[joint.end() :].split(maxsplit=1)[0].strip(".,")
        if following not in _GOING_ON and not single:
            yield name[: joint.start()], start
            yield name[joint.end() :], start + joint.end()
            return
    yield name, start
