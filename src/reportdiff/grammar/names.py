"""Names of people, organizations and treaties, by their capitals."""

from __future__ import annotations

import re
from typing import NamedTuple

_PERSON_PART = re.compile(r"(?:[A-Z]\.(?:[A-Z]\.)?|[A-ZÀ-Þ][\w’'-]*\w)(?=[\s,.;:)(’'-]|$)")
_PARTICLES = frozenset(
    """de del da das dos do di la las los le van von der den ter bin bint ibn al el ul ur y e af zu abu ben arap ould
    bte""".split()
)
_NO_NAMES = frozenset(
    """the this that these those in on at of for from since after before under when while and but or if as his her
    their its our monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december administration government congress party parliament assembly ministry
    department office council court republic states kingdom union summit house palace elections""".split()
)
_SPACE = re.compile(r"[ \n]")
_POSSESSIVE = re.compile(r"[’']s?$")
MOST_PARTS = 7


class Name(NamedTuple):
    """A name as printed, without possessive ending, and where it stands."""

    text: str
    start: int
    end: int


def match_person(text: str, at: int, end: int) -> Name | None:
    """The person's name that begins at *at*, as far as *end*; None where none does.

    >>> match_person("Ana Lucía Torres has been", 0, 25).text
    'Ana Lucía Torres'
    >>> match_person("John B. Smith; other", 0, 20).text
    'John B. Smith'
    >>> match_person("the republic", 0, 12) is None
    True
    """
    stop, place, parts = at, at, 0
    while parts < MOST_PARTS and place < end:
        found = _PERSON_PART.match(text, place, end)
        if found:
            word = found.group()
            if _bare(word) in _NO_NAMES:
                break
            parts += 1
            stop = found.end()
            if _POSSESSIVE.search(word) or text[stop : stop + 2] in ("’s", "'s"):
                break
        elif not (parts and (word := _word_at(text, place, end)) in _PARTICLES):
            break
        else:
            found = None
        place = (found.end() if found else place + len(word)) + 1
        if not _SPACE.match(text, place - 1):
            break
    name = _POSSESSIVE.sub("", text[at:stop])
    return Name(name, at, at + len(name)) if len(name) > 2 else None


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word).lower()


def _word_at(text: str, at: int, end: int) -> str:
    stop = text.find(" ", at, end)
    return text[at : stop if stop >= 0 else end]


_TITLED_WORD = re.compile(r"(?:(?:[A-Za-z]\.){2,}|[A-ZÀ-Þ0-9][\w’']*(?:-[a-z][\w’']*)*|&)")
_JOINING = re.compile(
    r"(?:of the|of|and the|and|for the|for|on the|on|to|against|de|the) "
    r"(?=[A-Z](?!(?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)[a-z.]* [0-9]))"
)
_CHAIN = re.compile(r"[ -]{1,2}")


def match_title(text: str, at: int, end: int) -> Name | None:
    """The capitalized name that begins at *at*: words with capitals, and "of", "and", "for" between them.

    >>> match_title("U.S.-Chile Free Trade Agreement, which", 0, 38).text
    'U.S.-Chile Free Trade Agreement'
    """
    place = stop = at
    for _ in range(16):
        found = _TITLED_WORD.match(text, place, end)
        if not found:
            break
        stop = found.end()
        gap = _CHAIN.match(text, stop, end)
        if not gap or found.group().endswith(("’s", "'s")) and stop == end:
            break
        place = gap.end()
        joined = _JOINING.match(text, place, end)
        if joined:
            place = joined.end()
    name = _POSSESSIVE.sub("", text[at:stop])
    return Name(name, at, at + len(name)) if name else None


_BACK_WORD = re.compile(r"(?:(?:[A-Za-z]\.){2,}|[A-Za-zÀ-ÿ0-9][\w’'.&-]*|&)$")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_BACK_JOINING = frozenset("of and for on the to against de in &".split())


def find_title_before(text: str, start: int, at: int) -> Name | None:
    """The capitalized name that ends at *at*, not before *start*; None where the word before is not capitalized.

    >>> find_title_before("The U.S.-Chile Free Trade Agreement was", 0, 35).text
    'U.S.-Chile Free Trade Agreement'
    """
    begin, place, first = None, at, True
    for _ in range(16):
        found = _BACK_WORD.search(text, max(start, place - 40), place)
        if not found:
            break
        word = found.group()
        if _CAPITAL.match(word):
            begin = found.start()
        elif first or word not in _BACK_JOINING:
            break
        first = False
        place = found.start()
        while place > start and text[place - 1] in " -":
            place -= 1
        if place == found.start():
            break
    if begin is None:
        return None
    name = text[begin:at]
    for article in ("The ", "Our ", "Their ", "In ", "On ", "Under ", "A ", "An "):
        if name.startswith(article):
            begin, name = begin + len(article), name[len(article) :]
    return Name(name, begin, at) if name else None
