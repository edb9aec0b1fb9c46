"""Offices and the words that name them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportdiff.vocabulary.tables import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """``titles`` finds a title with capitals before a name, ``words`` an office in lower case; ``keys`` by folded words."""

    titles: re.Pattern[str]
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
    capitals = "|".join(_capitalized(form) for form in longest_first)
    plain = "|".join(re.escape(form) for form in longest_first)
    return Offices(
        titles=re.compile(rf"\b(?:{capitals}|{plain})(?= [A-ZÀ-Þ]| (?:to|of|in|for|is|has|remains) )"),
        words=re.compile(rf"\b(?:{plain})\b"),
        keys=keys,
    )


def _fold(words: str) -> str:
    return words.lower().replace("’", "'").replace("-", " ")


def _capitalized(form: str) -> str:
    small = {"of", "the", "for", "in", "d'affaires"}
    parts = [re.escape(part if part in small else part[0].upper() + part[1:]) for part in form.split(" ")]
    return "[ -]".join(parts)
