"""Places smaller than the subject, by their names: "the population of Lima", "The capital, Kigali, has …"."""

from __future__ import annotations

from reportdiff.extraction.measures.readings import Figured, Reading

_PEOPLED = "population"
_LIVE = frozenset({"live", "living", "lived", "reside", "residing"})
_PREPOSITIONS = frozenset({"in", "of", "across", "throughout"})
_JOINING = frozenset({"of", "and", "for"})
_ARTICLES = frozenset({"the", "greater", "metropolitan"})
_POSSESSING_REACH, _MOST_WORDS, _LEAST_LETTERS = 9, 4, 3


def find_town(reading: Reading, figure: Figured, anchor: tuple[int, int], key: str, called: str | None) -> str | None:
    """The place that the measure *key*, told by the words at *anchor*, is of; None for the subject, *called* so.

    A name behind the phrase or the figure counts for any measure. One that is said to have it counts for people only:
    "Lima has 10 million inhabitants".
    """
    own = frozenset((called or "").lower().replace("-", " ").split())
    for at in dict.fromkeys((anchor[1], figure.end)):
        if town := _behind(reading, at):
            return None if own.issuperset(town) else "-".join(town)
    if not key.startswith(_PEOPLED):
        return None
    town = _possessing(reading, min(anchor[0], figure.first))
    return "-".join(town) if town and not own.issuperset(town) else None


def _behind(reading: Reading, at: int) -> list[str]:
    """The name right behind a preposition at *at*, or behind "live in"."""
    words = reading.words
    if at + 1 < len(words) and words[at].lower in _LIVE:
        at += 1
    if at + 1 >= len(words) or words[at].lower not in _PREPOSITIONS or words[at].gap:
        return []
    place = at + 1
    while place < len(words) and words[place].lower in _ARTICLES:
        place += 1
    return _name_at(reading, place)


def _name_at(reading: Reading, at: int) -> list[str]:
    """The words of the name that begins at *at*, in lower case: no country, time or abbreviation."""
    taken: list[str] = []
    for place in range(at, min(at + _MOST_WORDS, len(reading.words))):
        word = reading.words[place]
        named = word.text[0].isupper() and not word.text.isupper() and len(word.text) >= _LEAST_LETTERS
        if (word.gap and place > at) or not named or place in reading.foreign or word.lower in reading.classes.time:
            break
        taken.append(word.lower)
    return [] if _goes_on(reading, at + len(taken)) or reading.is_taken(at) else taken


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether the name before the word *at* is but the beginning of a longer one, of an office or a programme."""
    following = reading.words[at : at + 2]
    if not following or following[0].gap:
        return False
    return following[0].text[0].isupper() or (following[0].lower in _JOINING and following[-1].text[0].isupper())


def _possessing(reading: Reading, end: int) -> list[str]:
    """The place that is said to have what stands from *end* on: a name, or a noun for a smaller place."""
    words, classes = reading.words, reading.classes
    near = range(min(end, len(words)) - 1, max(0, end - _POSSESSING_REACH), -1)
    verb = next((at for at in near if words[at].lower in classes.possessing), None)
    if verb is None:
        return []
    for at in range(verb - 1, -1, -1):
        if at in reading.foreign or words[at].lower in classes.homeland or reading.is_taken(at):
            return []
        if words[at].text[0].isupper() and words[at].lower not in classes.function:
            return _name_before(reading, at)
    head = words[verb - 1].lemma
    return [head] if head in classes.area else []


def _name_before(reading: Reading, at: int) -> list[str]:
    """The words of the name that ends with the word *at*, in lower case."""
    words, begin = reading.words, at
    while begin and not words[begin].gap and words[begin - 1].text[0].isupper() and begin - 1 not in reading.foreign:
        begin -= 1
    return [word.lower for word in words[begin : at + 1] if word.lower not in reading.classes.function][:_MOST_WORDS]
