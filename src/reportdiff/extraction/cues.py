"""Where a number may stand in a text: everything else is passed over."""

from __future__ import annotations

import re

from reportdiff.grammar.wordlists import any_of, word_list


def _with_capitals(words: tuple[str, ...]) -> list[str]:
    return [*words, *(word.capitalize() for word in words)]


_SMALL = word_list("numbers", "units")[2:] + word_list("numbers", "tens")
_ORDINALS = word_list("numbers", "ordinals")
_VAGUE = ("dozens", "tens", "scores", "hundreds", "thousands", "millions", "billions", "several", "a few")
_MULTIPLES = ("doubl", "tripl", "quadrupl", "twofold", "threefold", "fourfold", "fivefold", "tenfold", "twice")
_WORDS = "|".join(
    (
        rf"{any_of(_with_capitals(_SMALL))}\b",
        rf"(?:[Oo]ne|[Aa]n?)[ -](?:{any_of(word_list('numbers', 'counted-by-one'))}"
        r"|(?:in|out of)(?: every)? (?:two|three|four|five|six|eight|ten))\b",
        r"[Oo]ne and a half\b|[Hh]al(?:f|ve|ves|ved|ving)\b",
        rf"{any_of(_with_capitals(_VAGUE))} [a-z]",
        any_of(_with_capitals(_MULTIPLES)),
        rf"{any_of(_with_capitals(_ORDINALS[1:12]))}[- ](?:[a-z]{{1,24}}est|{any_of(word_list('ranks', 'adjectives'))})\b",
        rf"{any_of(_with_capitals(_ORDINALS[1:10]))} place\b",
        rf"{any_of(_with_capitals(word_list('ranks', 'verbs')))} (?:[a-z0-9]|No)",
    )
)
_OPENINGS = any_of(
    _with_capitals(
        tuple({word[:4] for word in (*_SMALL, *_ORDINALS[1:12], *word_list("ranks", "verbs"), *_VAGUE, *_MULTIPLES)})
        + ("one", "hal", "a ", "a-", "an ", "an-")
    )
)
"""The first letters of all those words: one look at each word of the text sorts out nearly all others."""
_DIGITS = re.compile(r"[0-9][0-9]*")
_WORD = re.compile(rf"[^A-Za-z0-9_](?={_OPENINGS})(?={_WORDS})")
"""Both patterns begin with a set of characters, which a search finds much faster than anything else."""
_FIRST_WORD = re.compile(rf"(?={_WORDS})")


def find_cues(text: str, start: int, end: int) -> list[int]:
    """The places in ``text[start:end]`` where a number may begin, in order: runs of digits, and words.

    >>> find_cues("Half of the 24 ports in 3 states doubled", 0, 40)
    [0, 12, 24, 33]
    """
    places = [found.start() for found in _DIGITS.finditer(text, start, end)]
    words = [found.end() for found in _WORD.finditer(text, max(start - 1, 0), end)]
    if start == 0 and _FIRST_WORD.match(text):
        words.append(0)
    return sorted(places + words) if words else places
