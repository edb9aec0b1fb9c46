"""Offices and the words that name them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportdiff.vocabulary.tables import load_table

_SMALL = frozenset({"of", "the", "for", "in", "d'affaires"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """``cues`` are the words that titles begin with, ``title`` matches one there; ``words`` finds one in lower case."""

    cues: frozenset[str]
    title: re.Pattern[str]
    words: re.Pattern[str]
    keys: Mapping[str, str]

    def key_of(self, words: str) -> str:
        """The key of the office that *words* name, as either pattern found them."""
        return self.keys[_fold(words)]


@cache
def load_offices() -> Offices:
    """The table of offices."""
    keys = {
        _fold(form): key
        for key, forms in load_table("offices")["offices"].items()
        for part in forms.split(";")
        if (form := part.strip())
    }
    longest_first = sorted(keys, key=lambda form: (-len(form), form))
    capitals = [_capitalized(form) for form in longest_first]
    plain = [re.escape(form).replace(r"\ ", "[ -]") for form in longest_first]
    opening = [f"{form[0].upper()}{form[1:]}" for form in plain if form[0].isalpha()]
    titles = dict.fromkeys([*capitals, *plain, *opening])
    first_words = {re.split(r"[^A-Za-z]", form)[0] for form in longest_first}
    return Offices(
        cues=frozenset(first_words | {word.capitalize() for word in first_words}),
        title=re.compile(rf"(?:{'|'.join(titles)})(?=:? [A-ZÀ-Þ]| (?:to|of|in|for|is|has|remains) )"),
        words=re.compile(rf"\b(?:{'|'.join(plain)})\b"),
        keys=keys,
    )


def _fold(words: str) -> str:
    return words.lower().replace("’", "'").replace("-", " ")


def _capitalized(form: str) -> str:
    parts = [part if part in _SMALL else part[0].upper() + part[1:] for part in form.split(" ")]
    return "[ -]".join(re.escape(part) for part in parts)
