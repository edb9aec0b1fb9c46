"""Whom a text means when it credits a source: held against a publisher's names, initials and aliases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from reportdiff.model.document import Publisher

Aliases: TypeAlias = Sequence[tuple[str, tuple[str, ...]]]
"""Ids of publishers, each with the other names that texts credit it by, as the settings tell them."""

SMALL_WORDS = frozenset("a an and by for in of on the to us da de del der des di do du e et la le los und y".split())
"""Words that a name may have or lack; in initials they have no part, or a small one (DoD)."""

COMMON_WORDS = SMALL_WORDS | frozenset(
    "agency authority board bureau center commission council department division foundation fund government group "
    "institute international ministry national office organization service state states statistics united".split()
)
"""Words that many names of publishers share: they alone name nobody."""

SPELLINGS = {
    "centre": "center",
    "defence": "defense",
    "dept": "department",
    "labour": "labor",
    "organisation": "organization",
    "programme": "program",
}

LONGEST = 300
MOST_ABBREVIATED = 4

_WORD = re.compile(r"[^\W_](?:\.[^\W_]\b)+\.?|[^\W_]+")


def names_publisher(attribution: str, publisher: Publisher, aliases: Aliases = ()) -> bool:
    """True where a text credits *publisher*: by its id, its name, an alias, or the initials of one of them.

    >>> crs = Publisher(id="crs")
    >>> names_publisher("Congressional Research Service", crs), names_publisher("CRS", crs), names_publisher("IMF", crs)
    (True, True, False)
    """
    return any(
        _adds_common_words(attribution, name, fewest=1) or are_one_source(attribution, name)
        for name in _names_of(publisher, aliases)
    )


def are_one_source(one: str, other: str, aliases: Aliases = ()) -> bool:
    """True where two names are one source's: alike but for common words, one the initials of the other, or aliases.

    >>> are_one_source("IMF", "International Monetary Fund"), are_one_source("Bank", "World Bank")
    (True, False)
    """
    if _is_same(one, other) or _is_short_for(one, other) or _is_short_for(other, one):
        return True
    if _adds_common_words(one, other) or _adds_common_words(other, one):
        return True
    known = (Publisher(id=publisher) for publisher, _ in aliases)
    return any(all(names_publisher(told, each, aliases) for told in (one, other)) for each in known)


def _names_of(publisher: Publisher, aliases: Aliases) -> Iterator[str]:
    yield publisher.id.replace("-", " ")
    if publisher.name:
        yield publisher.name
    for known, names in aliases:
        if known == publisher.id:
            yield from names


def _is_same(one: str, other: str) -> bool:
    """True where two names have the same words, whatever their order and the small words between."""
    words = frozenset(_words(one)) - SMALL_WORDS
    return bool(words) and words == frozenset(_words(other)) - SMALL_WORDS


def _adds_common_words(longer: str, name: str, *, fewest: int = 2) -> bool:
    """True where *longer* is *name* with common words around it.

    A name of fewer than two words says that only of a publisher's own, for which *fewest* is 1.
    """
    words, own = frozenset(_words(longer)), frozenset(_words(name))
    if len(own) < fewest or (fewest > 1 and own <= COMMON_WORDS):
        return False
    return bool(own) and own <= words and words - own <= COMMON_WORDS


def _is_short_for(short: str, name: str) -> bool:
    words = _words(short)
    return len(words) == 1 and words[0] in _initials(name)


def _words(name: str) -> list[str]:
    """The words of a name in one spelling, the letters of an abbreviation together: ``U.S.`` is ``us``."""
    found = (word.replace(".", "") for word in _WORD.findall(_plain(name).casefold()))
    return [SPELLINGS.get(word, word) for word in found]


def _initials(name: str) -> frozenset[str]:
    """What a name of several words may be shortened to: ``congressional research service`` gives ``crs``.

    An abbreviation within it gives all its letters (``U.S. Agency …``: ``usa…``), a small word its own or none, and so
    does an office that is named first (``UNHCR``, ``OHCHR``).
    """
    told = _WORD.findall(_plain(name))
    if len(told) < 2:
        return frozenset()
    letters = [_letters(word) for word in told]
    great = "".join(
        each for word, each in zip(told, letters, strict=True) if len(each) > 1 or word.lower() not in SMALL_WORDS
    )
    found = ("".join(letters), great, great[1:] if told[0].lower() == "office" else "")
    return frozenset(short.casefold() for short in found if len(short) > 1)


def _letters(word: str) -> str:
    plain = word.replace(".", "")
    return plain if plain.isupper() and len(plain) <= MOST_ABBREVIATED else plain[0]


def _plain(name: str) -> str:
    """A name without accents, possessives and signs for words."""
    letters = unicodedata.normalize("NFKD", name[:LONGEST])
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return f"{plain} ".replace("’", "'").replace("'s ", " ").replace("&", " and ")
