"""The vocabulary: the program's own tables and a user's files, validated and compiled for look-up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reportdiff.model.claim import Dimensions
from reportdiff.model.errors import InvalidSettings
from reportdiff.vocabulary.countries import Countries, read_countries
from reportdiff.vocabulary.inflection import lemma
from reportdiff.vocabulary.measure import Measure
from reportdiff.vocabulary.phrases import PhraseTable
from reportdiff.vocabulary.tables import load_table
from reportdiff.vocabulary.words import WordClasses, read_word_classes

_KEY = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_PART = re.compile(r"(?:[a-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?|[0-9]+")
_FIELDS = frozenset(
    {
        "name",
        "families",
        "phrases",
        "labels",
        "counts",
        "short",
        "not",
        "takes",
        "dimensions",
        "change",
        "unless",
        "whole",
    }
)

Naming = tuple[tuple[str, ...], tuple[str, ...]]
"""What a phrase stands for: keys of measures, and keys of those that it names once they were named in full."""

NOTHING: Naming = ((), ())
"""What a veto stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Measures and countries with their look-ups; ``phrases`` are found among lemmas, ``labels`` by folded text."""

    measures: Mapping[str, Measure]
    phrases: PhraseTable[Naming]
    labels: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, tuple[str, ...]]
    families: Mapping[str, str]
    countries: Countries
    words: WordClasses

    def family_of(self, unit: str) -> str:
        """The family that measures name for *unit*: ``money`` for every currency; an unknown unit is its own."""
        if len(unit) == 3 and unit.isupper() and unit not in self.families:
            return "money"
        return self.families.get(unit, unit)


Tables = tuple[tuple[str, str], ...]
"""TOML files of measures, each as its path and its text."""


@lru_cache(maxsize=4)
def load_vocabulary(extra: Tables = ()) -> Vocabulary:
    """The program's vocabulary with the measures of the TOML texts *extra* added; a known key is replaced.

    Raises InvalidSettings for a text that is no TOML or does not hold measures of the right form.
    """
    if not extra:
        return _own_vocabulary()
    measures = dict(_own_vocabulary().measures)
    families = frozenset(load_table("families")["families"])
    for path, text in extra:
        measures.update(_read_measures(_parse(text, path), path, families))
    return _compile(measures)


@cache
def _own_vocabulary() -> Vocabulary:
    families = frozenset(load_table("families")["families"])
    measures: dict[str, Measure] = {}
    for path in sorted((Path(__file__).parent / "measures").glob("*.toml")):
        measures.update(_read_measures(tomllib.loads(path.read_text("utf-8")), path.name, families))
    return _compile(measures)


def _parse(text: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise InvalidSettings(f"{path}: vocabulary cannot be read ({problem}); give a TOML file in UTF-8") from problem


def _read_measures(document: Mapping[str, Any], where: str, families: frozenset[str]) -> Iterator[tuple[str, Measure]]:
    tables = document.get("measures")
    if not isinstance(tables, dict):
        raise InvalidSettings(f"{where}: no table [measures]; write each measure as [measures.'its.key']")
    for key, table in tables.items():
        yield key, _read_measure(key, table, where, families)


def _read_measure(key: str, table: object, where: str, families: frozenset[str]) -> Measure:
    if not _KEY.fullmatch(key):
        raise InvalidSettings(f"{where}: {key!r} is no key of a measure; use lower-case words with dots or hyphens")
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise InvalidSettings(f"{where}: measure {key} must be a table of strings; separate several entries by ';'")
    if unknown := sorted(set(table) - _FIELDS):
        known = ", ".join(sorted(_FIELDS))
        raise InvalidSettings(f"{where}: measure {key} has no field {unknown[0]!r}; known are {known}")
    if not table.get("name") or not table.get("families"):
        raise InvalidSettings(f"{where}: measure {key} needs name and families; add name = '…', families = '…'")
    named = frozenset(_listed(table["families"]))
    if wrong := sorted(named - families):
        raise InvalidSettings(
            f"{where}: measure {key} names the unit family {wrong[0]!r}; known are {', '.join(sorted(families))}"
        )
    return _measure(key, table, named)


def _measure(key: str, table: Mapping[str, str], families: frozenset[str]) -> Measure:
    return Measure(
        key=key,
        name=table["name"],
        families=families,
        phrases=_listed(table.get("phrases", "")),
        labels=_listed(table.get("labels", "")),
        counts=_listed(table.get("counts", "")),
        short=_listed(table.get("short", "")),
        vetoes=_listed(table.get("not", "")),
        takes=frozenset(_listed(table.get("takes", ""))),
        dimensions=_read_dimensions(table.get("dimensions", "")),
        change=table.get("change"),
        unless=frozenset(_listed(table.get("unless", ""))),
        whole=frozenset(_listed(table.get("whole", ""))),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part for piece in text.split(";") if (part := piece.strip()))


def _read_dimensions(text: str) -> Dimensions:
    pairs = (part.partition("=") for part in _listed(text))
    return tuple(sorted((name.strip(), value.strip()) for name, _, value in pairs))


@lru_cache(maxsize=8192)
def fold_label(label: str) -> str:
    """A label in lower case with its punctuation and white space folded: how labels are compared.

    >>> fold_label("GDP - real growth rate")
    'gdp real growth rate'
    """
    return " ".join(_LABEL_PART.findall(label.lower()))


_LABEL_PART = re.compile(r"[^\W_]+")


def _compile(measures: Mapping[str, Measure]) -> Vocabulary:
    irregular = load_table("words")["irregular"]
    places = load_table("countries")
    return Vocabulary(
        measures=measures,
        phrases=_phrase_table(measures.values(), irregular),
        labels=_label_table(measures.values()),
        counts=_count_table(measures.values()),
        families={unit: name for name, units in load_table("families")["families"].items() for unit in _listed(units)},
        countries=read_countries(places["countries"], places["groups"]),
        words=read_word_classes(load_table("words")["words"], irregular),
    )


def _phrase_table(measures: Iterable[Measure], irregular: Mapping[str, str]) -> PhraseTable[Naming]:
    named: dict[tuple[str, ...], Naming] = {}
    vetoes: list[tuple[str, ...]] = []
    for measure in measures:
        for phrase in measure.phrases:
            full, short = named.get(words := _lemmas(phrase, irregular), NOTHING)
            named[words] = ((*full, measure.key), short)
        for phrase in measure.short:
            full, short = named.get(words := _lemmas(phrase, irregular), NOTHING)
            named[words] = (full, (*short, measure.key))
        vetoes.extend(_lemmas(phrase, irregular) for phrase in measure.vetoes)
    table: PhraseTable[Naming] = PhraseTable()
    for words in vetoes:
        table.add(words, NOTHING)
    for words, naming in named.items():
        table.add(words, naming)
    return table


def _lemmas(phrase: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(lemma(word.removesuffix("'s"), irregular) for word in _PART.findall(phrase.lower()))


def _label_table(measures: Iterable[Measure]) -> Mapping[str, tuple[str, ...]]:
    """Folded label → keys: those that give it as a label first, then those that have it as name or phrase."""
    first: dict[str, tuple[str, ...]] = {}
    then: dict[str, tuple[str, ...]] = {}
    for measure in measures:
        for label in measure.labels:
            folded = fold_label(label)
            first[folded] = (*first.get(folded, ()), measure.key)
        for label in {fold_label(each) for each in (measure.name, *measure.phrases)}:
            then[label] = (*then.get(label, ()), measure.key)
    return {label: (*first.get(label, ()), *then.get(label, ())) for label in {**first, **then}}


def _count_table(measures: Iterable[Measure]) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for measure in measures:
        for noun in measure.counts:
            table[noun.lower()] = (*table.get(noun.lower(), ()), measure.key)
    return table
