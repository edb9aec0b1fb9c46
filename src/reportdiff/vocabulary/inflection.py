"""English word forms, as far as names of measures need them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

_KEEP = ("ss", "us", "is", "ous", "ics")
_STRIP_ES = ("ches", "shes", "sses", "xes", "zzes")


@lru_cache(maxsize=32768)
def singular(word: str) -> str:
    """The singular of a regular plural in lower case; any other word unchanged.

    >>> [singular(word) for word in ("exports", "countries", "taxes", "gas", "crisis", "losses")]
    ['export', 'country', 'tax', 'gas', 'crisis', 'loss']
    """
    if len(word) < 4 or word[-1] != "s" or word.endswith(_KEEP):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_STRIP_ES):
        return word[:-2]
    return word[:-1]


def lemma(word: str, irregular: Mapping[str, str]) -> str:
    """The form under which *word* (in lower case) is looked up: the singular.

    >>> lemma("women", {"women": "woman"}), lemma("ports", {})
    ('woman', 'port')
    """
    return irregular.get(word) or singular(word)
