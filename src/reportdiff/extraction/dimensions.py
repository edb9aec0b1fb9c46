"""What pins a vocabulary measure down: area, population, programme, stage, prices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportdiff.extraction.readings import Figured, Reading
from reportdiff.model.claim import Modality
from reportdiff.vocabulary.loader import Vocabulary
from reportdiff.vocabulary.measure import Measure

STAGES = {
    "request": "requested",
    "requested": "requested",
    "authorize": "authorized",
    "authorized": "authorized",
    "authorizes": "authorized",
    "appropriate": "appropriated",
    "appropriated": "appropriated",
    "appropriation": "appropriated",
    "allocate": "allocated",
    "allocated": "allocated",
    "allocation": "allocated",
    "obligate": "obligated",
    "obligated": "obligated",
    "obligation": "obligated",
    "disburse": "disbursed",
    "disbursed": "disbursed",
    "disbursement": "disbursed",
}
_AREA_HEADS = frozenset(
    ["area", "region", "province", "city", "district", "community", "department", "state", "town", "village", "county", "zone", "locality", "municipality", "territory", "neighborhood", "sector", "household", "capital", "north", "south", "east", "west", "highland", "lowland", "camp", "prison", "school", "countryside", "island"]
)
_NATIONAL = frozenset(["country", "nation", "national", "territory", "world"])
_AREA_WORDS = {"rural": "rural", "urban": "urban", "worldwide": "world", "globally": "world", "global": "world"}
_IN = frozenset(["in", "across", "among", "throughout", "within", "of", "for"])
_DEFAULT_PEOPLE = frozenset(
    ["population", "person", "people", "inhabitant", "citizen", "resident", "total", "all", "gdp", "country", "household", "labor", "force", "workforce", "adult"]
)
_PRICES = re.compile(r"\bconstant (?:[12][0-9]{3} )?|\b[12][0-9]{3} (?:US |U\.S\. )?dollars\b|\bchained (?:[12][0-9]{3} )?")
_YEAR = re.compile(r"[12][0-9]{3}")
_PROGRAMME_HEADS = frozenset(
    ["program", "programs", "programme", "programmes", "fund", "funds", "initiative", "compact", "facility", "partnership", "account"]
)


def find_scope(
    reading: Reading, figure: Figured, measure: Measure, subject: str | None, anchor: tuple[int, int], vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    """The dimensions that *measure* takes, told in the clause of *figure*; *anchor* is the span of words of its phrase."""
    takes = measure.takes
    # The country before money that is given is the donor's, and the money is not in it.
    owner = None if "stage" in takes else _owner_before(reading, anchor[0])
    if "area" in takes and (area := _find_area(reading, figure, subject, anchor, owner, vocabulary)):
        yield "area", area
    if "population" in takes and (people := _find_population(reading, figure, anchor, subject, vocabulary)):
        yield "population", people
    if "programme" in takes and (programme := _find_programme(reading, figure)):
        yield "programme", programme
    if "stage" in takes and (stage := find_stage(reading, figure)):
        yield "stage", stage
    if "prices" in takes and (prices := _find_prices(reading)):
        yield "prices", prices


def find_stage(reading: Reading, figure: Figured) -> str | None:
    """The stage that the figure's money is at: told by the nearest word before it, else by the first one behind it."""
    for at in range(min(figure.first, len(reading.words)) - 1, -1, -1):
        if stage := STAGES.get(reading.words[at].lemma):
            return stage
    if figure.mention.modality is Modality.REQUESTED:
        return "requested"
    for word in reading.words[figure.end : figure.end + 4]:
        if word.gap:
            return None
        if stage := STAGES.get(word.lemma):
            return stage
    return None


def clause_of(reading: Reading, figure: Figured) -> tuple[int, int]:
    """The words around *figure* up to another figure or a semicolon, as (first, end)."""
    begin, end = 0, len(reading.words)
    for other in reading.figures:
        if other.end <= figure.first and other is not figure:
            begin = max(begin, other.end)
        elif other.first >= figure.end:
            end = min(end, other.first)
    for at in range(figure.first, begin, -1):
        if at < len(reading.words) and (";" in reading.words[at].gap or ":" in reading.words[at].gap):
            begin = at
            break
    for at in range(figure.end, end):
        if ";" in reading.words[at].gap:
            end = at
            break
    return begin, end


def _find_area(
    reading: Reading,
    figure: Figured,
    subject: str | None,
    anchor: tuple[int, int],
    owner: str | None,
    vocabulary: Vocabulary,
) -> str | None:
    """A country other than the subject, or the words of a smaller place; None for the subject as a whole."""
    low, high = min(anchor[0], figure.first), max(anchor[1], figure.end)
    if area := _area_at(reading, high, min(high + 8, len(reading.words)), vocabulary, nearest=True):
        return None if area == subject else area
    if owner:
        return None if owner == subject else owner
    if area := _area_at(reading, min(anchor[1], figure.end), max(anchor[0], figure.first), vocabulary, nearest=False):
        return None if area == subject else area
    begin, _ = clause_of(reading, figure)
    area = _area_at(reading, begin, low, vocabulary, nearest=False) or _having(reading, begin, figure.first)
    return None if area == subject else area


def _having(reading: Reading, begin: int, end: int) -> str | None:
    """The country that is said to have what the figure measures: "Russia has around 1,700 …"."""
    for named in reading.named:
        if begin <= named.first and named.end < end and not named.place.adjective:
            if reading.words[named.end].lemma in ("has", "had", "have", "possess", "possesses", "maintain", "maintains"):
                return named.place.code
    return None


def _owner_before(reading: Reading, at: int) -> str | None:
    """The country right before the phrase, as owner or adjective: "Mexico's real GDP", "the U.S. GDP"."""
    for named in reading.named:
        if named.end <= at <= named.end + 2 and not reading.has_break(named.end, at + 1, ",;:()"):
            last = reading.words[named.end - 1]
            if named.place.adjective or last.possessive or named.end == at:
                return named.place.code
    return None


def _area_at(reading: Reading, begin: int, end: int, vocabulary: Vocabulary, *, nearest: bool) -> str | None:
    """The area told between two words by a preposition, or by a word such as "nationally"."""
    words = reading.words
    for at in range(begin, min(end, len(words))):
        lower = words[at].text.lower()
        if nearest and at > begin and (words[at].gap not in ("", ")") or lower in vocabulary.words.breaks or lower == "and"):
            return None
        if lower in _AREA_WORDS and (lower.endswith(("wide", "ly")) or _is_area_head(reading, at + 1)):
            return _AREA_WORDS[lower]
        if lower in ("in", "across", "throughout", "within", "to", "for", "among"):
            if area := _place_after(reading, at + 1, min(len(words), at + 8), vocabulary, local=lower not in ("to", "for")):
                return area
    return None


def _is_area_head(reading: Reading, at: int) -> bool:
    return at < len(reading.words) and reading.words[at].lemma in _AREA_HEADS


def _place_after(reading: Reading, begin: int, end: int, vocabulary: Vocabulary, *, local: bool) -> str | None:
    """The country that begins at *begin*, or the words up to the head of an area."""
    words = reading.words
    while begin < end and words[begin].lemma in ("the", "all", "both", "its", "their"):
        begin += 1
    for named in reading.named:
        if named.first in (begin, begin - 1) and not (named.place.adjective and _is_area_head(reading, named.end)):
            return named.place.code
    if not local:
        return None
    taken: list[str] = []
    for at in range(begin, end):
        word = words[at]
        if (at > begin and word.gap) or word.text[0].isdigit() or reading.is_taken(at):
            return None
        taken.append(word.lemma)
        if word.lemma in _AREA_HEADS and not _is_area_head(reading, at + 1):
            return None if taken[0] in _NATIONAL else "-".join(w for w in taken if w not in vocabulary.words.function) or None
        if word.lemma in vocabulary.words.function and word.lemma not in ("and", "the"):
            return None
    return None


def _find_population(
    reading: Reading, figure: Figured, anchor: tuple[int, int], subject: str | None, vocabulary: Vocabulary
) -> str | None:
    """Whom a share is of, if not the whole population; or whose people are counted."""
    words = reading.words
    for begin in (figure.end, anchor[1]):
        if begin + 1 < len(words) and words[begin].lemma in ("of", "among", "for") and not words[begin].gap:
            return _people_after(reading, begin + 1, anchor, subject, vocabulary)
    for named in reading.named:
        if figure.first <= named.first < figure.end and named.place.adjective and named.place.code != subject:
            return named.place.code
    return None


def _people_after(
    reading: Reading, begin: int, anchor: tuple[int, int], subject: str | None, vocabulary: Vocabulary
) -> str | None:
    words, taken = reading.words, []
    places = {place: named.place.code for named in reading.named for place in range(named.first, named.end)}
    for at in range(begin, min(begin + 6, len(words))):
        word = words[at]
        if (at > begin and word.gap) or word.text[0].isdigit() or anchor[0] <= at < anchor[1] or reading.is_taken(at):
            break
        if at in places:
            if places[at] != subject:
                taken.append(places[at])
            continue
        if word.lemma in vocabulary.words.bridging or word.text.lower().endswith(("ed", "ing")):
            if taken or word.lemma not in vocabulary.words.function:
                break
            continue
        taken.append(word.lemma)
    telling = [word for word in taken if word not in _DEFAULT_PEOPLE]
    return "-".join(telling[:3]) or None


def _find_programme(reading: Reading, figure: Figured) -> str | None:
    """The capitalized name of a programme or fund behind "through", "under", "from" or "for" in the figure's clause."""
    words = reading.words
    _, end = clause_of(reading, figure)
    for at in range(figure.end, end):
        if words[at].lemma in ("through", "under", "from", "for", "via", "by"):
            name: list[str] = []
            for word in words[at + 1 : end]:
                lower = word.text.lower()
                if not name and lower in ("the", "its", "our"):
                    continue
                if word.gap or not (word.text[0].isupper() or lower in ("and", "of", "for", "the", "on")):
                    break
                name.append(word.lemma)
                if lower in _PROGRAMME_HEADS:
                    return "-".join(name)
    return None


def _find_prices(reading: Reading) -> str | None:
    words = reading.words
    for at, word in enumerate(words):
        if word.lemma in ("constant", "chained") and at + 1 < len(words):
            year = words[at + 1].text
            return f"constant {year}" if _YEAR.fullmatch(year) else "constant"
        if word.lemma == "dollar" and at and _YEAR.fullmatch(words[at - 1].text):
            return f"constant {words[at - 1].text}"
    return None
