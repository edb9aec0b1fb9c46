"""Where a number may stand in a text: everything else is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportdiff.grammar.wordlists import any_of, word_list


def _with_capitals(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word, word.capitalize())]


_COUNTS = word_list("numbers", "units")[2:] + word_list("numbers", "tens")
_ORDINALS = word_list("numbers", "ordinals")[1:12]
_VAGUE = ("dozens", "tens", "scores", "hundreds", "thousands", "millions", "billions", "several", "a few")
_MULTIPLES = (
    *("doubl", "tripl", "quadrupl", "quintupl"),
    *("twofold", "threefold", "fourfold", "fivefold", "tenfold", "twice"),
)
_VERBS = word_list("ranks", "verbs")
ONE_IN = "(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)"
"""Of how many a share tells: "one in five"."""
_BY_ONE = any_of(word_list("numbers", "counted-by-one"))
_LARGEST = rf"(?:[a-z]{{1,24}}est|{any_of(word_list('ranks', 'adjectives'))})"
_WORDS = "|".join(
    [
        rf"{any_of(_with_capitals(_COUNTS))}\b",
        rf"(?:[Oo]ne|[Aa]n?)[ -](?:{_BY_ONE}|(?:in|out of)(?: every| a)? {ONE_IN})\b",
        r"[Oo]ne and a half\b|[Hh]al(?:f|ve|ves|ved|ving)\b",
        rf"{any_of(_with_capitals(_VAGUE))} [a-z]",
        any_of(_with_capitals(_MULTIPLES)),
        rf"{any_of(_with_capitals(_ORDINALS))}[- ]{_LARGEST}\b",
        rf"{any_of(_with_capitals(_ORDINALS[:9]))} place\b",
        rf"{any_of(_with_capitals(_VERBS))} (?:[a-z0-9]|No)",
    ]
)
_OPENINGS = {word[:4] for word in (*_COUNTS, *_ORDINALS, *_VAGUE, *_MULTIPLES, *_VERBS)}
_OPENINGS |= {"one", "hal", "a ", "an "}
_LONGEST = 64
_DIGITS = re.compile(r"[0-9][0-9]*")
_WORD = re.compile(rf"[^A-Za-z0-9_](?={any_of(_with_capitals(_OPENINGS))})(?={_WORDS})")
"""The first letters of a word sort out nearly all words at one look; what may come before it begins the pattern, as a
search for a set of characters is much faster than any other."""


def find_cues(text: str, start: int, end: int) -> list[int]:
    """The places in ``text[start:end]`` where a number may begin, in order: runs of digits, and words.

    >>> find_cues("Half of the 24 ports in 3 states doubled", 0, 40)
    [0, 12, 24, 33]
    """
    places = [found.start() for found in _DIGITS.finditer(text, start, end)]
    words = [found.end() for found in _WORD.finditer(text, max(start - 1, 0), end)]
    if start == 0 and _WORD.match(f" {text[:_LONGEST]}"):
        words.append(0)
    return sorted(places + words) if words else places
