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
    GIVER: Final = 1024
    GIVING: Final = 2048


TONE = Role.GOOD | Role.BAD | Role.THING | Role.FALLING | Role.FIGHTING | Role.TAKING
MANNER = Role.HEDGE | Role.BOOSTER | Role.ATTRIBUTION | Role.PLAIN
DEED = Role.GIVER | Role.GIVING
"""The roles of tone; those of how firmly something is told, where ``PLAIN`` looks like one and is none; and those of
who helps, and of helping.
"""


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
    """The aspects by key with their names, in the order to show them in, and the lexicon of all words.

    ``deed`` is the aspect of a sentence in which somebody whose work it is helps, whatever with.
    """

    aspects: Mapping[str, str]
    lexicon: Lexicon
    deed: str | None


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
    deed = None
    for key, row in load_table("aspects")["aspects"].items():
        names[key] = row["name"]
        table.add(row["words"], Mark(aspects=((key, STRONG),)))
        table.add(row["hints"], Mark(aspects=((key, WEAK),)))
        if "givers" in row:
            deed = key
            table.add(row["givers"], Mark(roles=Role.GIVER))
            table.add(row["giving"], Mark(roles=Role.GIVING))
    for form, roles in _roles():
        table.add(form, Mark(roles=roles))
    return FramingWords(aspects=names, lexicon=Lexicon(table), deed=deed)


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
    """Words, stems and phrases as they are collected; stems are kept by their first letters."""

    def __init__(self) -> None:
        self._words: dict[str, Mark] = {}
        self._stems: dict[str, dict[str, Mark]] = {}
        self._phrases: dict[str, dict[tuple[str, ...], Mark]] = {}
        self._phrase_stems: dict[str, dict[str, None]] = {}

    def add(self, listed: str, told: Mark) -> None:
        """Let each entry of *listed* tell what *told* says besides what it tells already."""
        fuller = Mark(aspects=tuple((aspect, weight + FULLER) for aspect, weight in told.aspects), roles=told.roles)
        for form in listed.lower().split(";"):
            first, *rest = [form.strip()] if form.strip().isalpha() else _PART.findall(form) or [""]
            head = first[:_SHORTEST_STEM]
            if rest:
                known = self._phrases.setdefault(first, {})
                known[tuple(rest)] = _joined(known.get(tuple(rest)), fuller)
                if first[-1] == "*":
                    self._phrase_stems.setdefault(head, {})[first[:-1]] = None
            elif first and first[-1] == "*":
                stems = self._stems.setdefault(head, {})
                stems[first[:-1]] = _joined(stems.get(first[:-1]), told)
            elif first:
                self._words[first] = _joined(self._words.get(first), told)

    def entry_of(self, word: str) -> Entry | None:
        """What *word* tells: every list counts in which it stands, as itself, in the singular or by its stem."""
        base = singular(word)
        forms = (word,) if base == word else (word, base)
        head = word[:_SHORTEST_STEM]
        found = [self._words[form] for form in forms if form in self._words]
        found += [mark for stem, mark in self._stems.get(head, {}).items() if word.startswith(stem)]
        starts = [self._phrases[form] for form in forms if form in self._phrases]
        starts += [self._phrases[f"{stem}*"] for stem in self._phrase_stems.get(head, ()) if word.startswith(stem)]
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
