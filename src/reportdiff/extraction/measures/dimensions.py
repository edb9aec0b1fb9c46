"""What pins a vocabulary measure down: area, population, programme, stage, prices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from reportdiff.extraction.measures.groups import SEXES
from reportdiff.extraction.measures.readings import Figured, Reading
from reportdiff.extraction.measures.towns import find_town
from reportdiff.grammar.counted import people
from reportdiff.model.claim import Modality
from reportdiff.vocabulary.measure import Measure

_STAGES = {
    "requested": ("request", "requested"),
    "authorized": ("authorize", "authorized"),
    "appropriated": ("appropriate", "appropriated", "appropriation"),
    "allocated": ("allocate", "allocated", "allocation"),
    "obligated": ("obligate", "obligated", "obligation"),
    "disbursed": ("disburse", "disbursed", "disbursement"),
}
STAGE_OF = {word: stage for stage, words in _STAGES.items() for word in words}
_AREA_WORDS = {"rural": "rural", "urban": "urban", "worldwide": "world", "globally": "world", "global": "world"}
_WORLD = frozenset({"world", "global", "worldwide"})
_LOCAL = frozenset({"in", "across", "throughout", "within", "among"})
_BEING = frozenset("is are was were live lives lived living".split())
_TOWARDS = frozenset({"to", "for"})
_OF_WHOM = frozenset({"of", "among", "for"})
_THROUGH = frozenset({"through", "under", "from", "for", "via", "by"})
_DETERMINERS = frozenset({"the", "all", "both", "its", "their", "our"})
_INSIDE_NAMES = frozenset({"and", "of", "for", "the", "on"})
_YEAR = re.compile(r"[12][0-9]{3}")
_GROUPS = frozenset({"child", "infant", "adolescent", "woman", "girl", "man", "boy", "adult"})
_RANKING = frozenset(
    "largest biggest smallest highest lowest greatest fastest poorest richest most youngest oldest".split()
)
"""What follows them is what the figure is ranked among: "the largest refugee population in Africa"."""
_AREA_REACH = 8
_PEOPLE_REACH = 6
_PEOPLE_WORDS = 3
_OWNER_REACH, _ADJECTIVE_REACH, _PAIR_REACH = 7, 2, 4
_ADJUSTING = frozenset(
    {"seasonally", "adjusted", "headline", "harmonised", "harmonized", "monthly", "annual", "overall"}
)
"""Words between an area and what is measured there: "the euro area seasonally adjusted unemployment rate"."""


class Scene(NamedTuple):
    """A figure of a sentence whose measure is known.

    ``anchor`` are the words (first, end) that told the measure; ``subject`` is the country that the text is about,
    ``called`` what the subject is called, be it a country or not.
    """

    reading: Reading
    figure: Figured
    anchor: tuple[int, int]
    subject: str | None
    called: str | None = None

    def other(self, area: str | None) -> str | None:
        """The area, unless it is the subject itself."""
        return None if area == self.subject else area


def find_scope(scene: Scene, measure: Measure) -> Iterator[tuple[str, str]]:
    """The dimensions that *measure* takes and the clause of the figure tells."""
    takes = measure.takes
    # The country before money that is given is the donor's, and the money is not in it.
    given = measure.key.startswith("assistance.")
    owner = None if given else _owner_before(scene.reading, scene.figure, scene.anchor[0])
    if "area" in takes and (area := _find_area(scene, owner) or _find_town(scene, measure)):
        yield "area", area
    if sex := _find_sex(scene.reading, scene.anchor):
        yield "sex", sex
    elif "population" in takes and (people := _find_population(scene, measure.whole)):
        yield "population", people
    if "programme" in takes and (programme := _find_programme(scene.reading, scene.figure)):
        yield "programme", programme
    if "stage" in takes and (stage := find_stage(scene.reading, scene.figure)):
        yield "stage", stage
    if "prices" in takes and (prices := _find_prices(scene.reading)):
        yield "prices", prices


def _find_town(scene: Scene, measure: Measure) -> str | None:
    """A smaller place by its name; money that is given is "in" its account, not in a place."""
    if not measure.takes.isdisjoint(("programme", "stage")):
        return None
    return find_town(scene.reading, scene.figure, scene.anchor, measure.key, scene.called)


def _find_sex(reading: Reading, anchor: tuple[int, int]) -> str | None:
    """The sex beside the words that told the measure: "male literacy", "women's wages", "poverty among women"."""
    (first, end), words = anchor, reading.words
    if first and not words[first].gap and words[first - 1].lower in SEXES:
        return SEXES[words[first - 1].lower]
    leads = end + 1 < len(words) and words[end].lower in _OF_WHOM and not reading.has_break(end, end + 2, ",;:(")
    return SEXES.get(words[end + 1].lower) if leads else None


def find_stage(reading: Reading, figure: Figured) -> str | None:
    """The stage that the figure's money is at: told by the nearest word before it, else by the first one behind it."""
    for at in range(min(figure.first, len(reading.words)) - 1, -1, -1):
        if stage := STAGE_OF.get(reading.words[at].lemma):
            return stage
    if figure.mention.modality is Modality.REQUESTED:
        return "requested"
    for word in reading.words[figure.end : figure.end + 4]:
        if word.gap:
            return None
        if stage := STAGE_OF.get(word.lemma):
            return stage
    return None


def _find_area(scene: Scene, owner: str | None) -> str | None:
    """A country other than the subject, or the words of a smaller place; None for the subject as a whole.

    Looked for behind figure and phrase, then before the phrase as owner, between the two, and before both.
    """
    reading, figure, anchor = scene.reading, scene.figure, scene.anchor
    low, high = min(anchor[0], figure.first), max(anchor[1], figure.end)
    if area := _area_behind(reading, _end_of_pair(reading, figure) or high):
        return scene.other(area)
    if owner:
        return scene.other(owner)
    if area := _area_between(reading, min(anchor[1], figure.end), max(anchor[0], figure.first)):
        return scene.other(area)
    begin, _ = reading.clause_of(figure)
    return scene.other(_area_leading(reading, begin, low) or _possessor(reading, begin, figure.first))


def _end_of_pair(reading: Reading, figure: Figured) -> int | None:
    """Where "from 9.4% to 10.1% in the north" ends for its first figure, which is of the same area."""
    if not figure.first or reading.words[figure.first - 1].lower != "from":
        return None
    other = next((each for each in reading.figures if each.first >= figure.end), None)
    joined = other and other.family == figure.family and reading.words[other.first - 1].lower == "to"
    return other.end if other and joined and other.first - figure.end <= _PAIR_REACH else None


def _owner_before(reading: Reading, figure: Figured, at: int) -> str | None:
    """The country right before the phrase, as owner or adjective: "Fiji's real GDP", "the U.S. GDP", "world GDP"."""
    if 0 < at < len(reading.words) and not reading.words[at].gap and reading.words[at - 1].lower in _WORLD:
        return "world"
    for named in reversed(reading.named):
        distance = at - named.end
        if figure.first <= named.first < figure.end:
            continue
        if not 0 <= distance <= _OWNER_REACH:
            continue
        if distance and _only_adjusts(reading, named.end, at):
            return named.place.code
        if not reading.has_break(named.end, at + 1, ",;:()"):
            if reading.words[named.end - 1].possessive or not distance:
                return named.place.code
            return named.place.code if named.place.adjective and distance <= _ADJECTIVE_REACH else None
    return None


def _only_adjusts(reading: Reading, begin: int, end: int) -> bool:
    """True where nothing but a short name or how it is reckoned stands between: "euro area (EA19) seasonally-adjusted"."""
    between = reading.words[begin:end]
    if any(mark in word.gap for word in reading.words[begin : end + 1] for mark in ",;:"):
        return False
    return all(word.text.isdigit() or word.text.isupper() or word.lower in _ADJUSTING for word in between)


def _possessor(reading: Reading, begin: int, end: int) -> str | None:
    """The country that is said to have what the figure measures: "Russia has around 1,700 …"."""
    for named in reading.named:
        before = begin <= named.first and named.end < end and not named.place.adjective
        if before and reading.words[named.end].lower in reading.classes.possessing:
            behind = reading.words[named.end + 1 : end]
            return named.place.code if all(word.lower in reading.classes.empty for word in behind) else None
    return None


def _area_leading(reading: Reading, begin: int, end: int) -> str | None:
    """The area that the clause begins with: "In rural areas, …"."""
    for at in range(begin, min(end, len(reading.words))):
        opens = at == begin or "," in reading.words[at].gap or reading.words[at - 1].lower in reading.classes.breaks
        if opens and (area := _area_at(reading, at)):
            return area
    return None


def _area_behind(reading: Reading, begin: int) -> str | None:
    """The area told right behind, before the clause turns to something else."""
    for at in range(begin, min(begin + _AREA_REACH, len(reading.words))):
        word = reading.words[at]
        turns = word.gap not in ("", ")") or word.lower in reading.classes.breaks or word.lower == "and"
        if reading.is_taken(at) or (at > begin and turns) or word.lower in _RANKING:
            return None
        if area := _area_at(reading, at):
            return area
    return None


def country_behind(reading: Reading, at: int) -> str | None:
    """The country or group of countries that "in" leads to at the word *at*, with or without a verb: "were in Fiji"."""
    if at < len(reading.words) and reading.words[at].lower in _BEING:
        at += 1
    if at >= len(reading.words) or reading.words[at].gap or reading.words[at].lower not in _LOCAL:
        return None
    return _country_at(reading, at + 1)


def _area_between(reading: Reading, begin: int, end: int) -> str | None:
    areas = (_area_at(reading, at) for at in range(begin, min(end, len(reading.words))))
    return next((area for area in areas if area), None)


def _area_at(reading: Reading, at: int) -> str | None:
    """The area that a word such as "globally" tells, or the words behind a preposition."""
    lower = reading.words[at].lower
    if lower in _AREA_WORDS and (lower.endswith(("wide", "ly")) or _is_area_head(reading, at + 1)):
        return _AREA_WORDS[lower]
    if lower in _LOCAL:
        return _country_at(reading, at + 1) or _locality_at(reading, at + 1)
    return _country_at(reading, at + 1) if lower in _TOWARDS else None


def _is_area_head(reading: Reading, at: int) -> bool:
    return at < len(reading.words) and reading.words[at].lemma in reading.classes.area


def _past_determiners(reading: Reading, at: int) -> int:
    while at < len(reading.words) and reading.words[at].lower in _DETERMINERS:
        at += 1
    return at


def _country_at(reading: Reading, at: int) -> str | None:
    """The country named at the word, an article aside; not where it only describes a smaller place."""
    place = _past_determiners(reading, at)
    for named in reading.named:
        if at <= named.first <= place < named.end:
            return None if named.place.adjective and _is_area_head(reading, named.end) else named.place.code
    return None


def _locality_at(reading: Reading, at: int) -> str | None:
    """The words up to the head of a smaller place: "target regions", "rural areas of the north"."""
    begin = _past_determiners(reading, at)
    taken: list[str] = []
    for place in range(begin, min(begin + _AREA_REACH - 1, len(reading.words))):
        word = reading.words[place]
        if (place > begin and word.gap) or word.text[0].isdigit() or reading.is_taken(place):
            return None
        if word.lower in reading.classes.function and word.lower != "and":
            return None
        taken.append(word.lemma)
        if word.lemma in reading.classes.area and not _is_area_head(reading, place + 1):
            return None if taken[0] in reading.classes.homeland else "-".join(taken)
    return None


def _find_population(scene: Scene, whole: frozenset[str]) -> str | None:
    """Whom a share is of, if not the whole population; or the nation of the people that are counted."""
    reading, figure = scene.reading, scene.figure
    for begin in (figure.end, scene.anchor[1]):
        if begin + 1 < len(reading.words):
            word = reading.words[begin]
            if word.lower in _OF_WHOM and not word.gap:
                return _people_after(scene, begin + 1, whole)
    for named in reading.named:
        if figure.first <= named.first < figure.end and named.place.adjective:
            return scene.other(named.place.code)
    return _counted_group(scene)


def _counted_group(scene: Scene) -> str | None:
    """The people of one age or sex that are counted: "11 million children in need"; None for people of all sorts."""
    counted, reading = (scene.figure.mention.counted or "").lower().split(), scene.reading
    lemma = reading.classes.lemma(counted[-1]) if counted else ""
    told = lemma in _GROUPS and lemma not in reading.lemmas(*scene.anchor)
    return lemma if told else None


def _people_after(scene: Scene, begin: int, whole: frozenset[str]) -> str | None:
    """The people named from the word *begin* on; None where that are all people, or no people at all."""
    reading, taken, told_people = scene.reading, [], False
    for at in range(begin, min(begin + _PEOPLE_REACH, len(reading.words))):
        word = reading.words[at]
        told = scene.anchor[0] <= at < scene.anchor[1] or reading.is_taken(at)
        if (at > begin and word.gap) or word.text[0].isdigit() or told:
            break
        told_people = told_people or word.lower in people()
        if at in reading.foreign:
            named = next(named for named in reading.named if named.first <= at < named.end)
            taken += [named.place.code] if named.place.code != scene.subject and named.first == at else []
        elif word.lower in ("with", "without") and told_people:
            taken.append(word.lower)
        elif word.lemma in reading.classes.bridging or word.lower.endswith(("ed", "ing")):
            if taken or word.lower not in reading.classes.function:
                break
        else:
            taken.append(word.lemma)
    telling = [word for word in taken if word not in reading.classes.whole and word not in whole]
    return "-".join(telling[:_PEOPLE_WORDS]) or None if told_people else None


def _find_programme(reading: Reading, figure: Figured) -> str | None:
    """The capitalized name of a programme or fund that a preposition leads to in the figure's clause."""
    _, end = reading.clause_of(figure)
    for at in range(figure.end, end):
        if reading.words[at].lower in _THROUGH and (name := _programme_at(reading, at + 1, end)):
            return name
    return None


def _programme_at(reading: Reading, begin: int, end: int) -> str | None:
    name: list[str] = []
    for word in reading.words[_past_determiners(reading, begin) : end]:
        if word.gap or not (word.text[0].isupper() or word.lower in _INSIDE_NAMES):
            return None
        name.append(word.lemma)
        if word.lemma in reading.classes.programme:
            return "-".join(name)
    return None


def _find_prices(reading: Reading) -> str | None:
    """The year whose prices are meant, if the sentence names one."""
    words = reading.words
    for before, word in pairwise(words):
        if before.lower in ("constant", "chained"):
            return f"constant {word.text}" if _YEAR.fullmatch(word.text) else "constant"
        if word.lemma == "dollar" and _YEAR.fullmatch(before.text):
            return f"constant {before.text}"
    return None
