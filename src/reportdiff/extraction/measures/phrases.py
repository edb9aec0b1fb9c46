"""Noun phrases as they are told: the words that carry meaning, with the prepositions between them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from reportdiff.extraction.measures.readings import Figured, Reading, Word

MOST_WORDS = 5
"""Words that carry meaning, in one phrase."""

PREPOSITIONS = frozenset("of in for to with against by on from out under at through among between without into".split())
"""What is kept between two words of a phrase."""

HEADS = frozenset({"rate", "rates", "level", "levels", "number", "value", "ratio", "price", "prices", "index"})
"""Words of measuring, which tell something only beside another word."""

ADVERBS = frozenset("still already yet again ever never always often once together alone instead thus hence".split())

MARKS = ",;:()—–"

_LONGEST_RUN = 2
"""Words that may follow past the limit, so that a phrase does not end before its noun."""

_LONGEST_INDEX = 2
"""Digits that may belong to a name of letters."""

_YEAR_PARTS = frozenset({"q1", "q2", "q3", "q4", "h1", "h2", "t1", "t2", "t3", "s1", "s2"})
_KINDS_OF_YEAR = frozenset({"financial", "fiscal", "marketing", "academic", "school", "calendar", "crop", "budget"})
_PARTS_OF_TIME = frozenset({"period", "year", "half", "quarter", "month", "week"})
_SILENT_BEFORE = {
    **dict.fromkeys(("comparable", "corresponding", "equivalent"), _PARTS_OF_TIME),
    **dict.fromkeys(_KINDS_OF_YEAR, frozenset({"year", "years"})),
}
"""Words that tell nothing in front of others: "in the comparable quarter", "in the fiscal year"."""
_EACH = frozenset({"a", "an", "per"})
_VERB_REACH, _SUBJECT_REACH, _ASIDE_REACH = 12, 9, 16
_OUTLOOKS = frozenset({"set", "due", "likely", "bound", "poised", "slated", "scheduled", "expected"})
"""Words that lead from "is" to what is to come."""
_CONTRASTS = frozenset({"while", "whereas", "although", "though", "because"})
_CLAUSES = frozenset({"and", "or", "but", "that", "as", "if", "when", "said", "says", "also"})
"""Where the subject of a verb begins at the latest."""

_NO_VERBS = HEADS | frozenset(
    """percent percentage billion million trillion thousand dollar usd figure figures worth values compared comparison
    compare versus relative respectively up down high low highest lowest""".split()
)
"""What stands between a measure and its figure without being a verb."""


class Phrase(NamedTuple):
    """Words in lower case, prepositions among them."""

    words: list[str]

    def content(self) -> int:
        """How many words carry meaning."""
        return sum(word not in PREPOSITIONS for word in self.words)

    def joined(self, other: Phrase) -> Phrase:
        """Both phrases, each word once."""
        kept = [word for word in other.words if word in PREPOSITIONS or word not in self.words]
        return Phrase([*self.words, *kept]).trimmed()

    def cut(self, most: int) -> Phrase:
        """The first *most* words that carry meaning."""
        kept: list[str] = []
        for word in self.words:
            if Phrase(kept).content() == most:
                break
            kept.append(word)
        return Phrase(kept).trimmed()

    def trimmed(self) -> Phrase:
        """Without a preposition that joins nothing: at an end, or before another."""
        words = [word for word, after in pairwise(self.words) if _joins(word, after)]
        words += [word for word in self.words[-1:] if word not in PREPOSITIONS]
        while words and words[-1] in PREPOSITIONS:
            words.pop()
        while words and words[0] in PREPOSITIONS:
            words.pop(0)
        return Phrase(words)


def _joins(word: str, after: str) -> bool:
    return word not in PREPOSITIONS or after not in PREPOSITIONS or (word, after) == ("out", "of")


def read_phrase(reading: Reading, begin: int, end: int, *, most: int, across: bool = False) -> Phrase:
    """The words from *begin* on, at most *most* that carry meaning and what completes the last noun.

    A preposition that leads to them is kept. Ends at punctuation, unless *across* it, and where a clause opens.
    """
    taken: list[str] = []
    told, broken = 0, False
    for at in range(begin, end):
        word = reading.words[at]
        if (not across and any(mark in word.gap for mark in MARKS)) or word.lower in reading.classes.breaks:
            break
        if _tells(reading, at) and (word.lower not in HEADS or (taken and taken[-1] not in PREPOSITIONS)):
            if told >= most and (broken or told >= most + _LONGEST_RUN):
                break
            taken.append(_written(reading, at))
            told, broken = told + 1, False
        else:
            broken = True
            if told >= most:
                break
            if word.lower in PREPOSITIONS and not reading.is_taken(at):
                taken.append(word.lower)
    return Phrase(taken)


def without_verb(reading: Reading, phrase: Phrase, end: int) -> Phrase:
    """*phrase* without a verb whose object is the figure at *end*: "teams have provided 41,000 consultations"."""
    ahead = end < len(reading.words) and reading.is_taken(end) and not reading.words[end].gap
    led = ahead and phrase.words and phrase.words[-1] == reading.words[end - 1].lower
    return Phrase(phrase.words[:-1]) if led else phrase


def _tells(reading: Reading, at: int) -> bool:
    """True for a word that belongs in a name."""
    word = reading.words[at]
    if at in reading.foreign or not word.text.isalpha() or reading.is_taken(at):
        return False
    if len(word.lower) < 2 and len(_written(reading, at)) < 2:
        return False
    if word.lower in HEADS:
        return not word.gap
    if word.lemma in reading.classes.ordinal or word.lower in ADVERBS:
        return False
    if _is_length(reading, at):
        return False
    behind = _SILENT_BEFORE.get(word.lower)
    if behind and at + 1 < len(reading.words) and reading.words[at + 1].lower in behind:
        return False
    return word.lemma not in reading.classes.unit and reading.tells(at)


def _is_length(reading: Reading, at: int) -> bool:
    """True for the first part of an adjective of time or size, which tells nothing alone: "the five-year survival"."""
    behind = reading.words[at + 1] if at + 1 < len(reading.words) else None
    return behind is not None and behind.gap == "-" and behind.lemma in reading.classes.unit | _PARTS_OF_TIME


def _written(reading: Reading, at: int) -> str:
    """The word at *at* in lower case with the digits that are one name with it: "4g", "co2"."""
    word = reading.words[at]
    before = reading.words[at - 1] if at else word
    behind = reading.words[at + 1] if at + 1 < len(reading.words) else word
    if word.text.isupper() and before.end == word.start and _is_index(before) and not reading.is_taken(at - 1):
        return before.text + word.lower
    if word.text.isupper() and behind.start == word.end and _is_index(behind) and not reading.is_taken(at + 1):
        written = word.lower + behind.text
        return word.lower if written in _YEAR_PARTS or word.lower == "fy" else written
    return word.lower


def _is_index(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) <= _LONGEST_INDEX


def read_subject(reading: Reading, figure: Figured) -> Phrase:
    """What a verb of level or change says the figure of: "sales in Europe" for "Sales in Europe fell 3 percent to".

    Empty where no such verb stands before the figure in its clause.
    """
    verb = _verb_before(reading, figure)
    if verb is None:
        return Phrase([])
    begin = end = _before_aside(reading, _before_outlook(reading, verb))
    while begin > max(0, end - _SUBJECT_REACH) and not _opens(reading, begin, end):
        begin -= 1
    phrase = read_phrase(reading, begin, end, most=MOST_WORDS, across=True).trimmed()
    return phrase if any(word not in HEADS | PREPOSITIONS for word in phrase.words) else Phrase([])


def _before_outlook(reading: Reading, verb: int) -> int:
    """Where the verb begins that leads to an infinitive: "output is set to rise", "sales are likely to fall"."""
    led = verb > 2 and reading.words[verb - 1].lower == "to" and reading.words[verb - 2].lower in _OUTLOOKS
    return verb - 3 if led and reading.words[verb - 3].lower in ("is", "are", "was", "were") else verb


def has_own_subject(reading: Reading, figure: Figured) -> bool:
    """True where a conjunction opens a clause whose verb has a subject of its own: "while sales fell by 5"."""
    verb = _verb_before(reading, figure)
    if verb is None:
        return False
    begin = verb
    while begin > max(0, verb - _SUBJECT_REACH) and not _opens(reading, begin, verb):
        begin -= 1
    opened = begin > 0 and (reading.words[begin - 1].lower in _CLAUSES or reading.words[begin - 1].lower in _CONTRASTS)
    return opened and any(_tells(reading, at) for at in range(begin, verb))


def _before_aside(reading: Reading, verb: int) -> int:
    """Where the subject ends before an aside in commas: "net income, despite higher taxes, rose"."""
    if reading.words[verb].gap != ",":
        return verb
    commas = (at for at in range(verb - 1, max(0, verb - _ASIDE_REACH), -1) if "," in reading.words[at].gap)
    return next(commas, verb)


def _opens(reading: Reading, at: int, verb: int) -> bool:
    """True where the subject of the verb at *verb* cannot reach before the word *at*."""
    word, before = reading.words[at], reading.words[at - 1]
    if any(mark in word.gap for mark in MARKS) and at < verb:
        return True
    if before.lower == "and" and at > 1 and word.text[0].isupper() and reading.words[at - 2].text[0].isupper():
        return False
    closed = before.lower in _CLAUSES or before.lower in reading.classes.breaks or reading.is_taken(at - 1)
    return closed or _is_verb(reading, at - 1)


def _verb_before(reading: Reading, figure: Figured) -> int | None:
    """The first word of the verb of level or change that governs the figure; only other figures may stand between."""
    first = min(figure.first, len(reading.words) - 1)
    found = None
    for at in range(first - 1, max(-1, first - _VERB_REACH), -1):
        word = reading.words[at]
        if _is_verb(reading, at):
            found = at
        elif found is not None or not _may_stand_between(reading, at):
            break
        if any(mark in word.gap for mark in (MARKS if found is not None else ";:")):
            break
    return found or None


def _is_verb(reading: Reading, at: int) -> bool:
    word = reading.words[at].lower
    if word in reading.classes.moving or word in reading.classes.verb:
        return True
    return reading.words[at].lemma in reading.classes.linking and word not in _NO_VERBS and not word.endswith("ing")


def _may_stand_between(reading: Reading, at: int) -> bool:
    """True for words between a verb and its figure that are no object of it."""
    word = reading.words[at]
    if reading.is_taken(at) or word.text[0].isdigit() or word.lower in reading.classes.empty:
        return word.lower not in reading.classes.breaks
    if word.lower in reading.classes.bridging or word.lower.endswith("ly") or word.lemma in reading.classes.ordinal:
        return True
    return at > 1 and reading.words[at - 1].lower in _EACH and reading.is_taken(at - 2)
