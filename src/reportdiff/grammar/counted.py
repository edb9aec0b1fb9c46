"""The words behind a number that say what it counts."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reportdiff.grammar.nations import nations_people
from reportdiff.grammar.number_words import WORDS
from reportdiff.grammar.wordlists import any_of, word_list
from reportdiff.vocabulary.tables import load_table

_TOKEN = re.compile(
    r"[ -]?[“\"‘]?((?:U\.S\.|U\.N\.|U\.K\.|E\.U\.|[A-Za-z][A-Za-z’']*(?:[-/.][A-Za-z][A-Za-z0-9]*)*))([,.;:)”\"]?)"
)
_STOP = frozenset(word_list("counted", "stop"))
_NOT_NOUNS = frozenset(word_list("counted", "not-nouns"))
_VERBAL = re.compile(r"[a-z]+(?:ing|ed)$")
_JOINED = re.compile(rf" (?:and|or) ([a-z]+s|{any_of(word_list('counted', 'joined'))})\b")
_NO_PHRASES = tuple(word_list("counted", "no-phrases"))
_VALUE_BEHIND = re.compile(r" [0-9$€£¥]")
"""Behind a word and its colon, it makes a label of the word: "total: 34,589,092 male: 16,902,073"."""
_PLURAL_ENDINGS = ("men", "people", "children", "alumni", "personnel", "police", "staff", "youth")
"""Of words for people that are plurals without an s."""
_MOST_WORDS = 7


class Counted(NamedTuple):
    """What is counted: the phrase from its first modifier to its head noun, the head in lower case, and the end."""

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
    if text[at : at + 1] not in (" ", "-") or text.startswith(_NO_PHRASES, at + 1):
        return None
    known = people()
    words: list[str] = []
    place, head = at, None
    while len(words) < _MOST_WORDS and (found := _TOKEN.match(text, place)) and found.end() <= end + 1:
        word = found[1]
        lower = word.lower()
        noun = lower in known or _is_plural(word)
        # A participle or plain adjective behind the head ends the phrase: "inhabitants encompassing …".
        ended = head is not None and not noun and (_is_plural(head[2]) or head[2].endswith(_PLURAL_ENDINGS))
        if lower in _STOP or ended or (words and (text[place] == "-" or lower in WORDS)):
            break
        if found[2] == ":" and (not _is_plural(word) or (not words and _VALUE_BEHIND.match(text, found.end()))):
            break
        words.append(word)
        place = found.end(1)
        if noun:
            head = (len(words), place, lower)
        if found[2]:
            break
    if not words:
        return None
    return _bare_phrase(text, at, words, place) if head is None else _phrase(text, words, head)


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[-1] == "s" and word[-2] not in "suiy’'" and "." not in word


def _phrase(text: str, words: list[str], head: tuple[int, int, str]) -> Counted:
    """The phrase up to its head noun, and the noun that "and" joins to it."""
    count, stop, noun = head
    phrase = " ".join(words[:count])
    if (joined := _JOINED.match(text, stop)) and joined[1] not in _STOP:
        phrase, stop = f"{phrase} and {joined[1]}", joined.end()
    return Counted(phrase, noun, stop, noun in people())


def _bare_phrase(text: str, at: int, words: list[str], place: int) -> Counted | None:
    """The phrase without a plural: what a hyphen joins ("a 30-member team"), or words that end in a noun."""
    last = words[-1].lower()
    if text[at] == "-":
        last = words[0].lower()
    elif last in _NOT_NOUNS or _VERBAL.match(last) or last.endswith(("’s", "'s", "’", "'")):
        return None
    return Counted(" ".join(words), last, place, last in people())


def counts_people(label: tuple[str, ...]) -> bool:
    """True where the words of a field's label name people ("Population", "Internet users")."""
    return any(word.strip("(),").lower() in people() for part in label for word in part.split())
