"""The words behind a number that say what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportdiff.grammar.nations import nations_people
from reportdiff.vocabulary.tables import load_table

_TOKEN = re.compile(
    r"[ -]?[“\"‘]?((?:U\.S\.|U\.N\.|U\.K\.|E\.U\.|[A-Za-z][A-Za-z’']*(?:[-/.][A-Za-z][A-Za-z0-9]*)*))([,.;:)”\"]?)"
)
STOP = frozenset(
    "next last later earlier today of in to for from with by on at under over and or but who whom whose that which were are is was be been being has have had will would can could may might "
    "should must do does did since during per annually between as including than into through across within without against among amid because when where while if "
    "after before until about around approximately nearly almost more less up down a an the this these those its their his her our not also each every both so "
    "yearly monthly daily worth according due along such via plus versus toward towards throughout upon like came went made took received remained continued "
    "said reported participated lived live attended visit visited work worked died fled accounted represents represent below above".split()
)
_NOT_NOUNS = frozenset(
    "additional new more other total different separate major large small key main local international".split()
)
_VERBAL = re.compile(r"[a-z]+(?:ing|ed)$")
_JOINED = re.compile(r" (?:and|or) ([a-z]+s|people|women|men|children|youth)\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the phrase from its first modifier to its head noun, the head noun in lower case, and the end."""

    phrase: str
    head: str
    end: int
    person: bool


@cache
def people() -> frozenset[str]:
    """Every noun that counts people, nations' people included, in lower case."""
    return frozenset(load_table("people")["nouns"].split()) | nations_people()


def match_counted(text: str, at: int, end: int) -> Counted | None:
    """Read the counted noun phrase at *at*, a space or hyphen before it, not past *end*; None where none stands.

    >>> match_counted("over 2,500 Afghan evacuees in 2021", 10, 34).head
    'evacuees'
    """
    if text[at : at + 1] not in (" ", "-"):
        return None
    known = people()
    words: list[str] = []
    place, head = at, None
    while len(words) < 7 and (found := _TOKEN.match(text, place)) and found.end() <= end + 1:
        word = found[1]
        lower = word.lower()
        if lower in STOP or (words and _ends_phrase(words, lower, head is not None)):
            break
        if text[place : place + 1] == "-" and words:
            break
        words.append(word)
        place = found.end(1)
        if lower in known or _is_plural(word):
            head = (len(words), place, lower)
        if found[2]:
            break
    if not words:
        return None
    return _phrase(text, at, words, head, place, known)


def _ends_phrase(words: list[str], lower: str, has_head: bool) -> bool:
    """True where a participle or a plain adjective follows the head noun: "inhabitants encompassing …"."""
    return has_head and not _is_plural(lower) and lower not in people()


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "suiy’'" and "." not in word


def _phrase(
    text: str, at: int, words: list[str], head: tuple[int, int, str] | None, place: int, known: frozenset[str]
) -> Counted | None:
    if head is None:
        last = words[-1].lower()
        if text[at] == "-" or (last not in _NOT_NOUNS and not _VERBAL.match(last)):
            word = words[0].lower() if text[at] == "-" else last
            return Counted(" ".join(words), word, place, word in known)
        return None
    count, stop, noun = head
    phrase = " ".join(words[:count])
    if joined := _JOINED.match(text, stop):
        phrase, stop = f"{phrase} and {joined[1]}", joined.end()
    return Counted(phrase, noun, stop, noun in known)


def counts_people(label: tuple[str, ...]) -> bool:
    """True where the words of a field's label name people ("Population", "Internet users")."""
    return any(word.strip("(),").lower() in people() for part in label for word in part.split())
