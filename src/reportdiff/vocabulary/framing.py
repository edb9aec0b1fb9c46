"""The words by which a text tells: what a sentence is about, praise and trouble, hedges, boosters, attributions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from reportdiff.vocabulary.inflection import singular
from reportdiff.vocabulary.tables import load_table

_PART = re.compile(r"[^\W\d_]+\*?|[0-9]+[a-z]?\*?")
_SHORTEST_STEM = 3
STRONG, WEAK, FULLER = 2, 1, 1
"""What a word of an aspect weighs, a word that lends it support, and how much more a phrase does."""


class Role:
    """What a word does in the telling, a bit each: plain numbers are combined ten times faster than an ``IntFlag``."""

    GOOD: Final = 1
    BAD: Final = 2
    THING: Final = 4
    FALLING: Final = 8
    FIGHTING: Final = 16
    TAKING: Final = 32
    HEDGE: Final = 64
    BOOSTER: Final = 128
    ATTRIBUTION: Final = 256
    PLAIN: Final = 512


TONE = Role.GOOD | Role.BAD | Role.THING | Role.FALLING | Role.FIGHTING | Role.TAKING
MANNER = Role.HEDGE | Role.BOOSTER | Role.ATTRIBUTION | Role.PLAIN
"""The roles of tone, and those of how firmly something is told; ``PLAIN`` looks like the latter and is none."""


class Mark(NamedTuple):
    """What a word or phrase tells: ``aspects`` with their weights, and its roles."""

    aspects: tuple[tuple[str, int], ...] = ()
    roles: int = 0


Phrase = tuple[tuple[str, ...], Mark]
"""The words that must follow the first one, a star for any ending, and what the whole tells."""


class Entry(NamedTuple):
    """What a word tells by itself, None for nothing, and the phrases that it begins, the longest first."""

    mark: Mark | None
    phrases: tuple[Phrase, ...]


class Lexicon(dict[str, Entry | None]):
    """Word in lower case → its entry, None for a word that tells nothing; each word is looked up once."""

    def __init__(self, table: _Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, word: str) -> Entry | None:
        self[word] = entry = self._table.entry_of(word)
        return entry


class FramingWords(NamedTuple):
    """The aspects by key with their names, in the order to show them in, and the lexicon of all words."""

    aspects: Mapping[str, str]
    lexicon: Lexicon


def fits(part: str, word: str) -> bool:
    """Whether *word* is what a phrase asks for: the word, its plural, or any ending behind a stem.

    >>> fits("right", "rights"), fits("corrupt*", "corruption"), fits("right", "righteous")
    (True, True, False)
    """
    if part[-1] == "*":
        return word.startswith(part[:-1])
    return part in (word, singular(word))


@cache
def load_framing_words() -> FramingWords:
    """The program's own words of framing."""
    table = _Table()
    names: dict[str, str] = {}
    for key, row in load_table("aspects")["aspects"].items():
        names[key] = row["name"]
        table.add(row["words"], Mark(aspects=((key, STRONG),)))
        table.add(row["hints"], Mark(aspects=((key, WEAK),)))
    for form, roles in _roles():
        table.add(form, Mark(roles=roles))
    return FramingWords(aspects=names, lexicon=Lexicon(table))


def _roles() -> Iterator[tuple[str, int]]:
    tone = load_table("tone")
    for name, role in (("good", Role.GOOD), ("bad", Role.BAD)):
        yield tone[name]["things"], role | Role.THING
        yield tone[name]["words"], role
    for name, role in (("falling", Role.FALLING), ("fighting", Role.FIGHTING), ("taking", Role.TAKING)):
        yield tone["turning"][name], role
    for name, role in (("hedges", Role.HEDGE), ("boosters", Role.BOOSTER), ("attributions", Role.ATTRIBUTION)):
        table = load_table(name)[name]
        yield table["words"], role
        yield table["not"], Role.PLAIN


class _Table:
    """Words, stems and phrases as they are collected."""

    def __init__(self) -> None:
        self._words: dict[str, Mark] = {}
        self._stems: dict[str, Mark] = {}
        self._phrases: dict[str, dict[tuple[str, ...], Mark]] = {}
        self._phrase_stems: set[str] = set()

    def add(self, listed: str, told: Mark) -> None:
        """Let each entry of *listed* tell what *told* says besides what it tells already."""
        for form in listed.split(";"):
            parts = tuple(_PART.findall(form.lower()))
            if len(parts) > 1:
                mark = Mark(
                    aspects=tuple((aspect, weight + FULLER) for aspect, weight in told.aspects), roles=told.roles
                )
                known = self._phrases.setdefault(parts[0], {})
                known[parts[1:]] = _joined(known.get(parts[1:]), mark)
                if parts[0][-1] == "*":
                    self._phrase_stems.add(parts[0][:-1])
            elif parts and parts[0][-1] == "*":
                self._stems[parts[0][:-1]] = _joined(self._stems.get(parts[0][:-1]), told)
            elif parts:
                self._words[parts[0]] = _joined(self._words.get(parts[0]), told)

    def entry_of(self, word: str) -> Entry | None:
        """What *word* tells: every list counts in which it stands, as itself, in the singular or by its stem."""
        base = singular(word)
        forms = (word,) if base == word else (word, base)
        found = [self._words[form] for form in forms if form in self._words]
        starts = [self._phrases[form] for form in forms if form in self._phrases]
        for size in range(_SHORTEST_STEM, len(word) + 1):
            if (part := word[:size]) in self._stems:
                found.append(self._stems[part])
            if part in self._phrase_stems:
                starts.append(self._phrases[f"{part}*"])
        if not found and not starts:
            return None
        mark: Mark | None = None
        for each in found:
            mark = _joined(mark, each)
        phrases = [item for start in starts for item in start.items()]
        return Entry(mark, tuple(sorted(phrases, key=lambda item: (-len(item[0]), item[0]))))


def _joined(known: Mark | None, more: Mark) -> Mark:
    if known is None:
        return more
    weights = dict(known.aspects)
    for aspect, weight in more.aspects:
        weights[aspect] = max(weight, weights.get(aspect, 0))
    return Mark(aspects=tuple(weights.items()), roles=known.roles | more.roles)


class Evaluation(NamedTuple):
    """The words of characterizations, each class as a set of words in lower case."""

    praise: frozenset[str]
    blame: frozenset[str]
    adverbs: frozenset[str]
    summed: frozenset[str]
    troubles: frozenset[str]
    fields: frozenset[str]
    led_on: frozenset[str]
    modifying: frozenset[str]
    stressing: frozenset[str]
    aims: frozenset[str]
    before: frozenset[str]
    holding: frozenset[str]


@cache
def load_evaluation() -> Evaluation:
    """The program's own words of characterizations."""
    table = load_table("characterizations")
    classes: Iterable[tuple[str, str]] = (*table["adjectives"].items(), *table["nouns"].items())
    return Evaluation(**{name: frozenset(text.split()) for name, text in classes})
