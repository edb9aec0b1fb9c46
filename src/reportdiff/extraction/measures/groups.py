"""Figures that are told of one group of people, alone or beside another: "53 years for men and 56 for women"."""

from __future__ import annotations

from reportdiff.extraction.measures.readings import Figured, Reading
from reportdiff.grammar.counted import people

SEXES = {
    "male": "male", "males": "male", "men": "male", "boys": "male",
    "female": "female", "females": "female", "women": "female", "girls": "female",
}  # fmt: skip
_OF_WHOM = frozenset({"for", "among", "in"})
_OF_SEX = frozenset({"for", "among"})
_RATES = frozenset({"share", "duration", "change"})
_MOST_BETWEEN = 5
"""How many words may stand between two figures side by side."""


def group_of(reading: Reading, index: int) -> tuple[str, str] | None:
    """The dimension that says whom the figure at *index* is of; None where nothing right behind it tells.

    The sex that a rate is told of counts anywhere, other people only beside a figure that is told of others.
    """
    figure = reading.figures[index]
    word = _people_behind(reading, figure)
    if word is None:
        return None
    rated = figure.family in _RATES or figure.mention.quantity.per is not None
    told = goes_with(reading, index) or (index + 1 < len(reading.figures) and goes_with(reading, index + 1))
    if word in SEXES and (rated or told) and reading.words[figure.end].lower in _OF_SEX:
        return "sex", SEXES[word]
    return ("population", reading.words[figure.end + 1].lemma) if told else None


def goes_with(reading: Reading, index: int) -> bool:
    """True where the figure is told in the same words as the one before it, of other people."""
    if not index:
        return False
    first, second = reading.figures[index - 1 : index + 1]
    alike = first.family == second.family and 0 < second.first - first.end <= _MOST_BETWEEN
    words = [_people_behind(reading, each) for each in (first, second)]
    if not alike or None in words or words[0] == words[1]:
        return False
    return reading.words[first.end].lower == reading.words[second.end].lower


def _people_behind(reading: Reading, figure: Figured) -> str | None:
    """The people right behind the figure and a preposition, as "women" in "56 for women"; None where none stand."""
    if figure.end + 1 >= len(reading.words) or reading.words[figure.end].lower not in _OF_WHOM:
        return None
    word = reading.words[figure.end + 1]
    return word.lower if not word.gap and word.lower in people() else None
