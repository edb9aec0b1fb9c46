"""Which phrase of the vocabulary a figure belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportdiff.extraction.measures.groups import SEXES
from reportdiff.extraction.measures.readings import Figured, Hit, Reading
from reportdiff.vocabulary.measure import Measure

SURE = 6.0
"""A link below this gives way to the measure of the figure before, where this one goes on from it."""

_INSIDE, _RIGHT, _LEFT = 20.0, 15.0, 13.0
_RIGHT_REACH = {"money": 6, "count": 5, "share": 11, "change": 8}
_OTHER_REACH = 4
_LEFT_REACH = 16
_ACCOUNT_REACH = 10
_PER_WORD, _PER_WORD_OF_SHARE, _PER_WORD_LEFT, _PER_STRANGER = 1.0, 0.7, 0.4, 3.0
_MOST_STRANGERS = 1.1
_ADDED = 0.34
_ADJECTIVES = 2
_MOST_TO_WHOLE = 4
_OWNING = ("in", "of", "for", "worth")
_AWAY = ("for", "to", "from", "by", "through")
_COMPARING = re.compile(r"\b(?:twice|times)\b", re.IGNORECASE)


class Link(NamedTuple):
    """A figure's measure, the phrase that told it, and how close the two stand."""

    measure: Measure
    hit: Hit
    score: float


def find_link(reading: Reading, index: int, known: frozenset[str], measures: Mapping[str, Measure]) -> Link | None:
    """The measure of the figure with *index*, by the best phrase beside it; None where no phrase surely fits.

    *known* are the keys that this or an earlier sentence of the paragraph has named in full: short forms count then.
    """
    best: Link | None = None
    for hit in reading.hits:
        if _is_of_denominator(reading, hit):
            continue
        for measure in _measures(hit, reading.figures[index].family, known, measures):
            score = _score(reading, index, hit, measure)
            if score > 0 and (best is None or score > best.score):
                best = Link(measure, hit, score)
    return best


def _measures(hit: Hit, family: str, known: frozenset[str], measures: Mapping[str, Measure]) -> Iterator[Measure]:
    """The measures that a phrase names, as far as a figure of the unit family can be one of them."""
    full, short = hit.naming
    for key in (*full, *(key for key in short if key in known)):
        measure = measures[key]
        if family in measure.families:
            yield measure
        elif family == "change":
            yield measures[measure.change] if measure.change else measure


def _score(reading: Reading, index: int, hit: Hit, measure: Measure) -> float:
    """How surely the phrase tells the figure's measure; zero for not at all."""
    figure = reading.figures[index]
    if figure.family == "change" and _COMPARING.search(figure.mention.quantity.text):
        return 0.0
    if hit.first < figure.end and figure.first < hit.end:
        return _INSIDE
    if hit.first >= figure.end:
        return _score_behind(reading, index, hit, measure)
    return _score_before(reading, index, hit)


def _is_of_denominator(reading: Reading, hit: Hit) -> bool:
    """True for what a rate is reckoned per: "1.56 victims per 100,000 population" is no population."""
    for figure in reading.figures:
        if figure.mention.quantity.per and figure.first <= hit.first < figure.end:
            return any(word.lower == "per" for word in reading.words[figure.first : hit.first])
    at = hit.first
    while at and reading.words[at - 1].text.isdigit():
        at -= 1
    return 0 < at < hit.first and reading.words[at - 1].lower == "per"


def _score_behind(reading: Reading, index: int, hit: Hit, measure: Measure) -> float:
    figure, classes = reading.figures[index], reading.classes
    distance = hit.first - figure.end
    if is_whole(reading, index):
        return 0.0
    reach = _ACCOUNT_REACH if _is_account(measure) else _RIGHT_REACH.get(figure.family, _OTHER_REACH)
    if distance > reach or _other_between(reading, index, figure.end, hit.first):
        return 0.0
    if reading.has_break(figure.end, hit.first + 1, ",;:()"):
        return 0.0
    if measure.unless & set(reading.lemmas(max(0, figure.first - 6), figure.first)):
        return 0.0
    between = [word.lower for word in reading.words[figure.end : hit.first]]
    if not classes.breaks.isdisjoint(between) or between[:1] in (["and"], ["or"]):
        return 0.0
    if figure.family == "share":
        fits = classes.share_stop.isdisjoint(between) and not _is_share_of(reading, between, hit)
        return _RIGHT - _PER_WORD_OF_SHARE * distance if fits else 0.0
    if between and not _leads(reading, figure, between, measure):
        return 0.0
    return _RIGHT - _PER_WORD * distance


def _is_share_of(reading: Reading, between: list[str], hit: Hit) -> bool:
    """True for "80 percent of child labor": a share of what the phrase names, unless a verb says it of a population."""
    classes, first = reading.classes, reading.words[hit.first].lower
    if not between or between[0] != "of":
        return False
    predicated = any(word in classes.verb or word in classes.linking or word.endswith("ed") for word in between)
    return not (predicated or first in classes.predicate)


def _is_account(measure: Measure) -> bool:
    """True for a budget account, which is named wherever its money is."""
    return "programme" in dict(measure.dimensions)


def _leads(reading: Reading, figure: Figured, between: list[str], measure: Measure) -> bool:
    """True if the words behind a figure lead to what it is an amount of."""
    classes, first = reading.classes, between[0]
    telling = sum(reading.tells(at) for at in range(figure.end, figure.end + len(between)))
    if figure.family == "count":
        return figure.mention.counted is not None and first not in _AWAY and not telling
    if figure.family == "change":
        return first in classes.function
    if telling > (_ADJECTIVES if "stage" in measure.takes else 1):
        return False
    if _is_account(measure):
        leading = first in classes.of or first in classes.purpose or first in classes.source
        return leading and classes.verb.isdisjoint(between)
    if first in classes.purpose:
        return "stage" in measure.takes
    return first in classes.of and (classes.verb | {"to", "from", "by"}).isdisjoint(between)


def _score_before(reading: Reading, index: int, hit: Hit) -> float:
    figure, classes = reading.figures[index], reading.classes
    begin, end = hit.end, figure.first
    distance = end - begin
    if distance > _LEFT_REACH or end >= len(reading.words) or _other_between(reading, index, begin, end):
        return 0.0
    if reading.has_break(begin, end + 1, ";:–—"):
        return 0.0
    if _opens_bracket(reading, begin, end) and not _is_of_country(reading, figure):
        return 0.0
    if _belongs_before(reading, index, hit) or _has_own_noun(reading, figure):
        return 0.0
    between = set(reading.lemmas(begin, end))
    if between & (classes.listing | classes.breaks) or (figure.family == "share" and between & classes.part_of):
        return 0.0
    strangers = _strangers(reading, begin, end)
    if strangers > _MOST_STRANGERS:
        return 0.0
    return _LEFT - _PER_WORD_LEFT * distance - _PER_STRANGER * strangers


def _other_between(reading: Reading, index: int, begin: int, end: int) -> bool:
    """True if another figure stands between, unless it is bracketed right beside this one."""
    for number, other in enumerate(reading.figures):
        beside = number == index + 1 and ((other.first == begin and other.bracketed) or is_whole(reading, number))
        beside = beside or (number == index - 1 and _moves_to(reading, other, reading.figures[index]))
        if number != index and begin <= other.first < end and not beside:
            return True
    return False


def _moves_to(reading: Reading, change: Figured, level: Figured) -> bool:
    """True for points of a rate that lead to the level behind them: "by 0.5 percentage points to 6.2 percent"."""
    if (change.family, level.family) != ("points", "share") or not change.mention.moved:
        return False
    return [word.lower for word in reading.words[change.end : level.first]] == ["to"]


def is_whole(reading: Reading, index: int) -> bool:
    """True for the count that the share before it is of: "80 percent of Nepal's 29 million people live …"."""
    if not index or reading.figures[index].family != "count" or reading.figures[index - 1].family != "share":
        return False
    begin, end = reading.figures[index - 1].end, reading.figures[index].first
    if not 0 < end - begin <= _MOST_TO_WHOLE or reading.words[begin].lower != "of":
        return False
    return not reading.has_break(begin, end + 1, ",;:()")


def _opens_bracket(reading: Reading, begin: int, end: int) -> bool:
    """True if a bracket opens between the words and is not closed before *end*."""
    depth = 0
    for word in reading.words[begin : end + 1]:
        depth = max(0, depth - word.gap.count(")")) + word.gap.count("(")
    return depth > 0 and end > begin


def _is_of_country(reading: Reading, figure: Figured) -> bool:
    """True for the figure in brackets behind a country: "the lowest rates were recorded in Austria (4.2%)"."""
    return figure.bracketed and any(named.end == figure.first for named in reading.named)


def _belongs_before(reading: Reading, index: int, hit: Hit) -> bool:
    """True if the phrase stands right behind an earlier figure, which it names."""
    for other in reading.figures[:index]:
        near = 0 <= hit.first - other.end <= 3
        if near and not reading.has_break(other.end, hit.first + 1, ",;:"):
            lead = reading.lemmas(other.end, hit.first)
            if not lead or lead[0] in _OWNING:
                return True
    return False


def _has_own_noun(reading: Reading, figure: Figured) -> bool:
    """True if words behind the figure say what it is of, as "$5 million in cash grants" does."""
    at, words, classes = figure.end, reading.words, reading.classes
    if figure.family == "count":
        return classes.lemma((figure.mention.counted or "person").split()[-1].lower()) not in classes.anyone
    if at >= len(words) or words[at].gap:
        return False
    lead = words[at].lower
    if lead not in _OWNING:
        return lead.islower() and words[at].text.islower() and reading.tells(at) and not lead.endswith("wide")
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        if word.gap or place in reading.foreign or word.text[0].isdigit() or reading.is_taken(place):
            return False
        if word.lower in SEXES:
            return False
        if word.lower not in classes.empty:
            return figure.family != "share" or not (lead == "in" or word.lemma in classes.whole)
    return False


def _strangers(reading: Reading, begin: int, end: int) -> float:
    """How many words between say something of their own; those behind a preposition count a third."""
    total, weight, classes = 0.0, 1.0, reading.classes
    for at in range(begin, end):
        word = reading.words[at]
        if word.lower in classes.function:
            weight = _ADDED if word.lower in classes.adding else weight
        elif reading.tells(at):
            abbreviation = word.gap.endswith("(") and word.text.isupper()
            total += 0 if abbreviation else weight
        elif word.lower in classes.linking:
            weight = 1.0
    return total
