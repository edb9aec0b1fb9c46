"""Where a figure is of: another country, a group of countries, or a smaller place by its words."""

from __future__ import annotations

from bisect import bisect_left

from reportdiff.extraction.measures.readings import Figured, Named, Reading
from reportdiff.extraction.measures.scene import Scene

_AREA_WORDS = {"rural": "rural", "urban": "urban", "worldwide": "world", "globally": "world", "global": "world"}
_WORLD = frozenset({"world", "global", "worldwide"})
_LOCAL = frozenset({"in", "across", "throughout", "within", "among"})
_BEING = frozenset("is are was were live lives lived living".split())
_TOWARDS = frozenset({"to", "for"})
_RANKING = frozenset(
    "largest biggest smallest highest lowest greatest fastest poorest richest most youngest oldest".split()
)
"""What follows them is what the figure is ranked among: "the largest refugee population in Africa"."""
_AREA_REACH = 8
_OWNER_REACH, _ADJECTIVE_REACH, _PAIR_REACH, _SUBJECT_REACH = 7, 2, 4, 9
_ADJUSTING = frozenset(
    {"seasonally", "adjusted", "headline", "harmonised", "harmonized", "monthly", "annual", "overall"}
)
"""Words between an area and what is measured there: "the euro area seasonally adjusted unemployment rate"."""
_PARTS_OF_WORLD = frozenset(
    "first second third old new developing developed industrialized industrialised arab".split()
)
"""Before "world" they name a part of it."""
_ADJUNCTS = frozenset(
    """after since at with born founded based during following before despite amid from by when while as because if
    until under through on for to thanks due owing besides unlike like outside inside near having without""".split()
)
"""What begins with them, up to a comma, tells no more than when, where or why something else is so."""
_CLAUSAL = frozenset("that which who whose whom".split())
_RELATING = _CLAUSAL | {"where", "when", "by"}
_SETTLING = frozenset(
    """born founded based headquartered held made located registered listed incorporated established started launched
    signed""".split()
)
"""What somebody or something was in a country, before the sentence tells something of it."""
_LINKED = frozenset({"and", "but", "while", "that"})
_LEVEL = frozenset("is are was were be been".split())
_JOINING = frozenset({"and", "or", "as"})


def find_area(scene: Scene, owner: str | None) -> str | None:
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


def owner_before(reading: Reading, figure: Figured, at: int) -> str | None:
    """The country right before the phrase, as owner or adjective: "Fiji's real GDP", "the U.S. GDP", "world GDP"."""
    if 0 < at < len(reading.words) and not reading.words[at].gap and reading.words[at - 1].lower in _WORLD:
        return None if at > 1 and reading.words[at - 2].lower in _PARTS_OF_WORLD else "world"
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
    """True where only a short name or a way of reckoning stands between: "euro area (EA19) seasonally-adjusted"."""
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
    """The country or group of countries that "in" leads to at the word *at*, with or without a verb: "were in Fiji".

    None for a rank in the world, which is among all that is ranked.
    """
    ranked = _is_rank_before(reading, at)
    if at < len(reading.words) and reading.words[at].lower in _BEING:
        at += 1
    if at >= len(reading.words) or reading.words[at].gap or reading.words[at].lower not in _LOCAL:
        return None
    area = _country_at(reading, at + 1)
    return None if ranked and area == "world" else area


def _is_rank_before(reading: Reading, at: int) -> bool:
    place = bisect_left(reading.ends, at)
    return place < len(reading.figures) and reading.figures[place].end == at and reading.figures[place].family == "rank"


def country_of_subject(reading: Reading, figure: Figured) -> str | None:
    """The one country that the words before the figure are said of: "grain output in China is put at", "In India, …".

    None where the figure's clause names several, and where the country only tells of when, where or why: "after floods
    in Fiji, 40 trucks".
    """
    begin, _ = reading.clause_of(figure)
    told = [each for each in reading.named if begin <= each.first and each.end <= figure.first and _is_country(each)]
    if len({each.place.code for each in told}) != 1:
        return None
    is_said_of = any(_is_said_of(reading, each, begin, figure) for each in told)
    return told[0].place.code if is_said_of else None


def _is_country(named: Named) -> bool:
    return named.place.code.isupper() and not named.place.adjective


def _is_said_of(reading: Reading, named: Named, begin: int, figure: Figured) -> bool:
    """True for a country that what is told is in or that has it: "in China", "China's"."""
    if (figure.first - named.end > _SUBJECT_REACH and named.first > 1) or _is_listed(reading, named, figure):
        return False
    if reading.words[named.end - 1].possessive:
        return named.end == figure.first or _level_told(reading, named.end, figure.first)
    if named.first <= begin or reading.words[named.first - 1].lower not in _LOCAL:
        return False
    alone = named.end >= len(reading.words) or bool(reading.words[named.end].gap) or not reading.tells(named.end)
    return alone and (_leads(reading, named.first - 1, begin) or _is_in_subject(reading, named, begin, figure))


def _is_listed(reading: Reading, named: Named, figure: Figured) -> bool:
    """True for the first of several: "in China and", "in China, India"."""
    if named.end >= figure.first:
        return False
    behind = reading.words[named.end]
    return behind.lower in _JOINING or named.end in reading.foreign


def _leads(reading: Reading, at: int, begin: int) -> bool:
    """True for an "in" that a clause begins with."""
    return at == 0 or (at > begin and "," in reading.words[at].gap) or reading.words[at - 1].lower in _LINKED


def _is_in_subject(reading: Reading, named: Named, begin: int, figure: Figured) -> bool:
    """True where "in" and the country end the subject: "grain output in China is put at"."""
    first = named.first - 1
    while first > begin and not reading.words[first].gap:
        first -= 1
    before = [word.lower for word in reading.words[first : named.first - 1]]
    if not before or before[0] in _ADJUNCTS or before[-1] in _SETTLING or not _RELATING.isdisjoint(before):
        return False
    return _level_told(reading, named.end, figure.first)


def _level_told(reading: Reading, begin: int, end: int) -> bool:
    """True where a verb of level or change leads from a subject to its figure, with no comma in front of it."""
    between = reading.words[begin:end]
    if any(word.possessive or word.lower in _CLAUSAL for word in between):
        return False
    for word in between:
        if word.gap:
            return False
        if word.lower in _LEVEL or word.lower in reading.classes.moving or word.lemma in reading.classes.linking:
            return True
    return False


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


def _country_at(reading: Reading, at: int) -> str | None:
    """The country named at the word, an article aside; not where it only describes a smaller place."""
    place = reading.past_determiners(at)
    for named in reading.named:
        if at <= named.first <= place < named.end:
            return None if named.place.adjective and _is_area_head(reading, named.end) else named.place.code
    return None


def _locality_at(reading: Reading, at: int) -> str | None:
    """The words up to the head of a smaller place: "target regions", "rural areas of the north"."""
    begin = reading.past_determiners(at)
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
