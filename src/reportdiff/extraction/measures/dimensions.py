"""What pins a vocabulary measure down: area, population, programme, stage, prices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reportdiff.extraction.measures.areas import find_area, owner_before
from reportdiff.extraction.measures.groups import SEXES
from reportdiff.extraction.measures.readings import Figured, Reading
from reportdiff.extraction.measures.scene import Scene
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
_OF_WHOM = frozenset({"of", "among", "for"})
_THROUGH = frozenset({"through", "under", "from", "for", "via", "by"})
_INSIDE_NAMES = frozenset({"and", "of", "for", "the", "on"})
_YEAR = re.compile(r"[12][0-9]{3}")
_GROUPS = frozenset({"child", "infant", "adolescent", "woman", "girl", "man", "boy", "adult"})
_PEOPLE_REACH = 6
_PEOPLE_WORDS = 3


def find_scope(scene: Scene, measure: Measure) -> Iterator[tuple[str, str]]:
    """The dimensions that *measure* takes and the clause of the figure tells."""
    takes = measure.takes
    # The country before money that is given is the donor's, and the money is not in it.
    given = measure.key.startswith("assistance.")
    owner = None if given else owner_before(scene.reading, scene.figure, scene.anchor[0])
    if "area" in takes and (area := find_area(scene, owner) or _find_town(scene, measure)):
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
    for word in reading.words[reading.past_determiners(begin) : end]:
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
