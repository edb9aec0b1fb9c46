"""Which phrase of the vocabulary a figure belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportdiff.extraction.readings import Figured, Hit, Reading
from reportdiff.vocabulary.loader import Vocabulary
from reportdiff.vocabulary.measure import Measure

RIGHT_REACH = {"money": 6, "count": 5, "share": 11, "change": 8}
LEFT_REACH = 16
ACCOUNT_REACH = 10
INHERITING_REACH = 14
_PART_OF = frozenset({"account", "accounting", "accounted", "represent", "representing", "represented", "constitute"})
_STOPS_SHARE = frozenset(["as", "when", "amid", "due", "after", "before", "compared", "than", "because", "while", "since", "although", "though", "whereas"])
_GENERIC = frozenset(["person", "individual", "inhabitant", "citizen", "resident", "human", "soul", "million"])
_WHOLES = frozenset(["population", "person", "inhabitant", "citizen", "country", "nation", "national", "total", "people", "resident", "household"])


@dataclass(frozen=True, slots=True)
class Link:
    """A figure's measure with the phrase that told it; ``hit`` is None where the figure inherits from one before."""

    measure: Measure
    hit: Hit | None
    score: float


def find_link(reading: Reading, index: int, known: frozenset[str], vocabulary: Vocabulary) -> Link | None:
    """The measure of the figure with *index*, by the best phrase beside it; None where no phrase surely fits.

    *known* are the keys that this or an earlier sentence of the paragraph has named in full: short forms count for them.
    """
    figure = reading.figures[index]
    family = vocabulary.family_of(figure.mention.quantity.unit)
    best: Link | None = None
    for hit in reading.hits:
        for measure in _measures(hit, family, known, vocabulary):
            score = _score(reading, index, hit, family, measure, vocabulary)
            if score > 0 and (best is None or score > best.score):
                best = Link(measure, hit, score)
    return best


def _measures(hit: Hit, family: str, known: frozenset[str], vocabulary: Vocabulary) -> Iterator[Measure]:
    full, short = hit.naming
    for key in (*full, *(key for key in short if key in known)):
        measure = vocabulary.measures[key]
        if family in measure.families:
            yield measure
        elif family in ("share", "change") and measure.change:
            yield vocabulary.measures[measure.change]
        elif family == "change":
            yield measure


def _score(reading: Reading, index: int, hit: Hit, family: str, measure: Measure, vocabulary: Vocabulary) -> float:
    figure = reading.figures[index]
    if hit.first < figure.end and figure.first < hit.end:
        return 20.0
    if hit.first >= figure.end:
        return _score_right(reading, index, hit, family, measure, vocabulary)
    return _score_left(reading, index, hit, family, vocabulary)


def _score_right(reading: Reading, index: int, hit: Hit, family: str, measure: Measure, vocabulary: Vocabulary) -> float:
    figure, words = reading.figures[index], reading.words
    begin = figure.end
    distance = hit.first - begin
    account = "programme" in dict(measure.dimensions)
    reach = ACCOUNT_REACH if account else RIGHT_REACH.get(family, 4)
    if distance > reach or _other_between(reading, index, begin, hit.first):
        return 0.0
    if reading.has_break(begin, hit.first + 1, ",;:()"):
        return 0.0
    if measure.unless and any(word.lemma in measure.unless for word in words[max(0, figure.first - 6) : figure.first]):
        return 0.0
    between = [word.text.lower() for word in words[begin : hit.first]]
    if any(word in vocabulary.words.breaks for word in between):
        return 0.0
    if family == "share":
        return 0.0 if any(word in _STOPS_SHARE for word in between) else 15.0 - 0.7 * distance
    if between and not _leads(between, measure, vocabulary, figure, family):
        return 0.0
    return 15.0 - distance


def _leads(between: list[str], measure: Measure, vocabulary: Vocabulary, figure: Figured, family: str) -> bool:
    """True if the words after a figure lead to what it is an amount of."""
    first = between[0]
    if family == "count":
        return figure.mention.counted is not None and first not in ("for", "to", "from", "by", "through")
    if family == "change":
        return first in ("in", "of") or first in vocabulary.words.function
    if first not in vocabulary.words.of and not (first in ("from", "through", "via") and measure.dimensions):
        return False
    if "programme" in dict(measure.dimensions):
        return not any(word in ("will", "was", "were", "is", "are", "has", "have") for word in between)
    if first in ("to", "for", "on", "toward", "towards", "into", "under"):
        return "stage" in measure.takes
    return all(word not in ("will", "to", "was", "were", "is", "are", "has", "have", "from", "by") for word in between)


def _score_left(reading: Reading, index: int, hit: Hit, family: str, vocabulary: Vocabulary) -> float:
    figure = reading.figures[index]
    begin, end = hit.end, figure.first
    distance = end - begin
    if distance > LEFT_REACH or _other_between(reading, index, begin, end) or end >= len(reading.words):
        return 0.0
    if reading.has_break(begin, end + 1, ";:") or _opens_bracket(reading, begin, end):
        return 0.0
    if _belongs_before(reading, index, hit) or _has_own_noun(reading, figure, family, vocabulary):
        return 0.0
    if any(word.lemma in vocabulary.words.listing for word in reading.words[begin:end]):
        return 0.0
    if family == "share" and any(word.lemma in _PART_OF for word in reading.words[begin:end]):
        return 0.0
    strangers = _strangers(reading, begin, end, vocabulary)
    return 0.0 if strangers > 1.1 else 13.0 - 0.4 * distance - 3.0 * strangers


def _other_between(reading: Reading, index: int, begin: int, end: int) -> bool:
    """True if another figure stands between, unless it is bracketed right beside this one."""
    for number, other in enumerate(reading.figures):
        if number != index and begin <= other.first < end and not (number == index + 1 and other.first == begin and other.bracketed):
            return True
    return False



def _opens_bracket(reading: Reading, begin: int, end: int) -> bool:
    """True if a bracket opens between the words and is not closed before *end*."""
    depth = 0
    for at, word in enumerate(reading.words[begin : end + 1]):
        depth += word.gap.count("(") - word.gap.count(")")
        if not at and depth < 0:
            depth = 0
    return depth > 0 and end - begin > 0


def _belongs_before(reading: Reading, index: int, hit: Hit) -> bool:
    """True if the phrase stands right behind an earlier figure, which it names."""
    for other in reading.figures[:index]:
        if other.end <= hit.first and hit.first - other.end <= 3 and not reading.has_break(other.end, hit.first + 1, ",;:"):
            lead = [word.lemma for word in reading.words[other.end : hit.first]]
            if not lead or lead[0] in ("in", "of", "for", "worth"):
                return True
    return False


def _has_own_noun(reading: Reading, figure: Figured, family: str, vocabulary: Vocabulary) -> bool:
    """True if words behind the figure say what it is of, as "$5 million in cash grants" does."""
    at = figure.end
    words = reading.words
    if family == "count":
        head = vocabulary.words.lemma((figure.mention.counted or "person").split()[-1].lower())
        return head not in _GENERIC
    if at >= len(words) or words[at].gap:
        return False
    lead = words[at].text.lower()
    if lead not in ("in", "of", "for", "worth"):
        return lead not in vocabulary.words.bridging and not lead[0].isdigit() and lead.islower() and not lead.endswith(("ly", "wide"))
    places = {place for named in reading.named for place in range(named.first, named.end)}
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        if word.gap or place in places or word.text[0].isdigit() or reading.is_taken(place):
            return False
        if word.text.lower() in vocabulary.words.empty:
            continue
        if family == "share" and lead == "in":
            return False
        return not (family == "share" and word.lemma in _WHOLES)
    return False


def _strangers(reading: Reading, begin: int, end: int, vocabulary: Vocabulary) -> float:
    """How many words between say something of their own; those behind a preposition count a third."""
    places = {place for named in reading.named for place in range(named.first, named.end)}
    total, weight = 0.0, 1.0
    for at in range(begin, end):
        word = reading.words[at]
        lower = word.text.lower()
        if lower in vocabulary.words.function:
            weight = 0.34 if lower in ("in", "of", "for", "with", "by", "from", "across", "among", "at", "to", "under") else weight
        elif at in places or lower in vocabulary.words.bridging or word.lemma in vocabulary.words.bridging or lower[0].isdigit():
            weight = 1.0 if lower in vocabulary.words.linking else weight
        elif not lower.endswith("ly") and not (word.gap.endswith("(") and word.text.isupper()):
            total += weight
    return total


_JOINTS = frozenset(["to", "and", "or", "from", "compared", "versus", "against", "up", "down", "by", "than", "for"])


def _noun(figure: Figured, vocabulary: Vocabulary) -> str | None:
    counted = figure.mention.counted
    return vocabulary.words.lemma(counted.split()[-1].lower()) if counted else None


def inherits(reading: Reading, index: int, vocabulary: Vocabulary) -> bool:
    """True if the figure goes on where the one before it stopped: "from … to …", "2.7% in 2022 and 1.1% in 2023"."""
    if not index:
        return False
    before, figure = reading.figures[index - 1], reading.figures[index]
    family = vocabulary.family_of(figure.mention.quantity.unit)
    families = {vocabulary.family_of(before.mention.quantity.unit), family}
    if len(families) > 1 and not (families <= {"share", "change"} or "change" in families):
        return False
    if family == "count" and _noun(before, vocabulary) != _noun(figure, vocabulary):
        return False
    marks = ";:" if family == "change" and figure.bracketed else ";:("
    if figure.first - before.end > INHERITING_REACH or reading.has_break(before.end, figure.first + 1, marks):
        return False
    places = {place for named in reading.named for place in range(named.first, named.end)}
    joined = figure.first == before.end or figure.bracketed or reading.has_break(before.end, figure.first + 1, ",")
    for at in range(before.end, min(figure.first, len(reading.words))):
        word = reading.words[at].text.lower()
        joined = joined or word in _JOINTS
        if at not in places and word not in vocabulary.words.bridging and not word[0].isdigit() and not word.endswith("ly"):
            return False
    return joined
