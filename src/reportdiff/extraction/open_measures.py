"""Names for measures outside the vocabulary, from the words that carry the figure."""

from __future__ import annotations

from reportdiff.extraction.readings import Figured, Reading
from reportdiff.vocabulary.loader import Vocabulary

PREFIX = "open:"
UNNAMED = "open:figure"
MOST_WORDS = 5
_SILENT_E = tuple("at id ud v as is os us z u c rg ir ur ar ut ot ib bl pl tl in".split())
"""How verbs end that lose an "e" before "-ed"."""

_LEADING = frozenset({"in", "of", "worth"})
_BEFORE_ITEMS = frozenset({"were", "was", "is", "are", "of", "in", "by"})
_SHORTEST_VERB = 5
_BEHIND_REACH, _BEFORE_REACH, _ITEM_REACH = 9, 16, 7
_BEHIND_COUNTED, _BEHIND_OTHERS, _IN_ALL, _COUNTED_WORDS = 2, 4, 3, 3


def name_openly(reading: Reading, figure: Figured, vocabulary: Vocabulary) -> str:
    """``open:`` and up to five content words in the order of the text; no figures, dates, hedges and countries."""
    if figure.mention.quantity.unit == "rank":
        ranked = _ranked(reading, figure)
        return _key([*ranked, *_behind(reading, figure, most=_BEHIND_OTHERS, past_phrase=True)])
    counted = _counted(figure, vocabulary)
    if counted:
        return _key([*counted, *_behind(reading, figure, most=_BEHIND_COUNTED, past_phrase=True)])
    own = _without_wholes(reading, figure, _behind(reading, figure, most=_BEHIND_OTHERS, past_phrase=False))
    if len(own) < _least(reading, figure, own):
        own = [*_before(reading, figure, _IN_ALL - len(own)), *own]
    return _key(own)


def name_item(reading: Reading, figure: Figured) -> str | None:
    """The words right before the bracket that a figure opens, joined: "motor vehicle parts ($24.8 billion)"."""
    taken: list[str] = []
    for at in range(figure.first - 1, max(-1, figure.first - _ITEM_REACH), -1):
        word = reading.words[at]
        if word.lower in reading.classes.listing or word.lower in _BEFORE_ITEMS or reading.is_taken(at):
            break
        if word.lower not in reading.classes.function:
            taken.insert(0, word.lemma)
        if any(mark in word.gap for mark in ",;:()"):
            break
    return "-".join(taken) or None


def _least(reading: Reading, figure: Figured, own: list[str]) -> int:
    """How many words of its own a name needs: one that is not too general is enough where a preposition leads to it."""
    led = figure.end < len(reading.words) and reading.words[figure.end].lower in _LEADING
    return 1 if led and own and own[0] not in reading.classes.general else 2


def _key(words: list[str]) -> str:
    unique = list(dict.fromkeys(words))[:MOST_WORDS]
    return PREFIX + "-".join(unique) if unique else UNNAMED


def _counted(figure: Figured, vocabulary: Vocabulary) -> list[str]:
    """The head noun of what is counted and up to two words before it, without countries."""
    words: list[str] = []
    for part in (figure.mention.counted or "").replace("-", " ").split():
        bare = part.removesuffix("’s").removesuffix("'s").strip(",’'")
        lemma = vocabulary.words.lemma(bare.lower())
        if lemma in ("and", "or"):
            break
        if lemma not in vocabulary.words.bridging and vocabulary.countries.table.get([bare]) is None:
            words.append(lemma)
    return [word for word in words if word.isalpha() and len(word) > 1][-_COUNTED_WORDS:]


def _ranked(reading: Reading, figure: Figured) -> list[str]:
    """What a rank is by: the words of its quote but for the number."""
    words = reading.lemmas(figure.first, figure.end)
    return [word for word in words if word not in reading.classes.ordinal and word not in reading.classes.function]


def _names(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return len(word.lemma) > 1 and word.lemma not in reading.classes.unit and reading.tells(at)


def _without_wholes(reading: Reading, figure: Figured, words: list[str]) -> list[str]:
    """A share of the whole population is named by what is said of it."""
    wholes = reading.classes.anyone | reading.classes.homeland | {"population"}
    return [word for word in words if word not in wholes] if figure.family == "share" else words


def _behind(reading: Reading, figure: Figured, *, most: int, past_phrase: bool) -> list[str]:
    """Content words behind the figure in its clause; unless *past_phrase*, only to the end of the noun phrase."""
    _, end = reading.clause_of(figure)
    taken: list[str] = []
    for at in range(figure.end, min(end, figure.end + _BEHIND_REACH)):
        word = reading.words[at]
        if at > figure.end and any(mark in word.gap for mark in ",;:()—–"):
            break
        if word.lower in reading.classes.breaks:
            break
        if taken and word.lower in reading.classes.phrase_end and not past_phrase:
            break
        if _names(reading, at):
            taken.append(_verb_base(word.lemma))
        if len(taken) == most:
            break
    return taken


def _before(reading: Reading, figure: Figured, most: int) -> list[str]:
    """Content words before the figure, nearest first kept, in the order of the text."""
    taken: list[str] = []
    for at in range(min(figure.first, len(reading.words)) - 1, max(-1, figure.first - _BEFORE_REACH), -1):
        if _names(reading, at) and not reading.is_taken(at):
            taken.insert(0, _verb_base(reading.words[at].lemma))
        if len(taken) == most or (taken and any(mark in reading.words[at].gap for mark in ";:")):
            break
    return taken


def _verb_base(lemma: str) -> str:
    """A regular verb without its ending, where that leaves a word of four letters or more."""
    if len(lemma) <= _SHORTEST_VERB or not lemma.endswith("ed"):
        return lemma
    if lemma.endswith("ied"):
        return lemma[:-3] + "y"
    base = lemma[:-2]
    if base[-1] == base[-2] and base[-1] not in "lsz":
        return base[:-1]
    return f"{base}e" if base.endswith(_SILENT_E) else base
