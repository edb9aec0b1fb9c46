"""Names for measures outside the vocabulary, from the words that carry the figure."""

from __future__ import annotations

from reportdiff.extraction.dimensions import clause_of
from reportdiff.extraction.readings import Figured, Reading
from reportdiff.vocabulary.loader import Vocabulary

PREFIX = "open:"
UNNAMED = "open:figure"
MOST_WORDS = 5
_PHRASE_ENDS = frozenset(
    ["in", "on", "at", "to", "for", "from", "by", "with", "within", "near", "across", "through", "during", "after", "before", "since", "until", "under", "over", "between", "among", "that", "which", "who", "whose", "where", "when", "while", "as", "because", "if", "so", "than", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should"]
)
_SILENT_E = ("at", "id", "ud", "v", "as", "is", "os", "us", "z", "u", "c", "rg", "ir", "ur", "ar", "ut", "ot", "ib", "bl", "pl", "tl", "in")
_GENERAL = frozenset(
    "funding assistance support program investment priority development aid fund project money financing".split()
)
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth rank ranked ranks ranking number two three".split()
)
_SKIP = frozenset(["figure", "percent", "percentage", "million", "billion", "trillion", "thousand", "hundred", "dollar", "usd"])


def name_openly(reading: Reading, figure: Figured, vocabulary: Vocabulary) -> str:
    """``open:`` and two to five content words in the order of the text, without figures, dates, hedges and countries."""
    if figure.mention.quantity.unit == "rank":
        ranked = _ranked(reading, figure, vocabulary)
        return _key([*ranked, *_behind(reading, figure, vocabulary, most=4, past_ends=True)])
    counted = _counted_words(reading, figure, vocabulary)
    if counted:
        return _key([*counted, *_behind(reading, figure, vocabulary, most=2, past_ends=True)])
    own = _behind(reading, figure, vocabulary, most=4, past_ends=False)
    led = figure.end < len(reading.words) and reading.words[figure.end].lemma in ("in", "of", "worth")
    if len(own) < (1 if led and not (own and own[0] in _GENERAL) else 2):
        own = [*_before(reading, figure, vocabulary, 3 - len(own)), *own]
    return _key(own)


def name_bracketed(reading: Reading, figure: Figured, vocabulary: Vocabulary) -> str | None:
    """The words right before the bracket that a figure opens, joined: "motor vehicle parts ($24.8 billion)"."""
    taken: list[str] = []
    for at in range(figure.first - 1, max(-1, figure.first - 7), -1):
        word = reading.words[at]
        lower = word.text.lower()
        if lower in vocabulary.words.listing or reading.is_taken(at) or lower in ("were", "was", "is", "are", "of", "in", "by"):
            break
        if lower not in vocabulary.words.function:
            taken.insert(0, word.lemma)
        if any(mark in word.gap for mark in ",;:()"):
            break
    while taken and taken[0] in ("and", "the"):
        taken.pop(0)
    return "-".join(taken) or None


def _key(words: list[str]) -> str:
    unique = list(dict.fromkeys(words))[:MOST_WORDS]
    return PREFIX + "-".join(unique) if unique else UNNAMED


def _counted_words(reading: Reading, figure: Figured, vocabulary: Vocabulary) -> list[str]:
    """The head noun of what is counted and up to two words before it."""
    if figure.mention.counted is None:
        return []
    words: list[str] = []
    for part in figure.mention.counted.replace("-", " ").split():
        bare = part.removesuffix("’s").removesuffix("'s").strip(",’'")
        lemma = vocabulary.words.lemma(bare.lower())
        if lemma in ("and", "or"):
            break
        if _tells(lemma, vocabulary) and vocabulary.countries.table.get([bare]) is None:
            words.append(lemma)
    return words[-3:]


def _ranked(reading: Reading, figure: Figured, vocabulary: Vocabulary) -> list[str]:
    """What a rank is by: the words of its quote but for the number."""
    words = reading.lemmas(figure.first, figure.end)
    return [word for word in words if word not in _ORDINALS and word not in vocabulary.words.function]


def _tells(lemma: str, vocabulary: Vocabulary) -> bool:
    return (
        lemma not in vocabulary.words.bridging
        and lemma not in _SKIP
        and lemma[0].isalpha()
        and len(lemma) > 1
        and not lemma.endswith("ly")
    )


def _behind(reading: Reading, figure: Figured, vocabulary: Vocabulary, *, most: int, past_ends: bool) -> list[str]:
    """Content words behind the figure in its clause; unless *past_ends*, only to the end of the noun phrase."""
    places = {place for named in reading.named for place in range(named.first, named.end)}
    _, end = clause_of(reading, figure)
    taken: list[str] = []
    for at in range(figure.end, min(end, figure.end + 9)):
        word = reading.words[at]
        lower = word.text.lower()
        if word.gap and (taken or at > figure.end) and any(mark in word.gap for mark in ",;:()—–"):
            break
        if lower in _PHRASE_ENDS and taken and not past_ends:
            break
        if lower in vocabulary.words.breaks:
            break
        if at not in places and _tells(word.lemma, vocabulary):
            taken.append(_verb_base(word.lemma))
            if len(taken) == most:
                break
    return taken


def _before(reading: Reading, figure: Figured, vocabulary: Vocabulary, most: int) -> list[str]:
    """Content words before the figure, nearest first kept, in the order of the text."""
    places = {place for named in reading.named for place in range(named.first, named.end)}
    taken: list[str] = []
    for at in range(min(figure.first, len(reading.words)) - 1, max(-1, figure.first - 16), -1):
        word = reading.words[at]
        if at not in places and not reading.is_taken(at) and _tells(word.lemma, vocabulary):
            taken.insert(0, _verb_base(word.lemma))
            if len(taken) == most:
                break
        if taken and any(mark in word.gap for mark in ";:"):
            break
    return taken


def _verb_base(lemma: str) -> str:
    """A regular verb without its ending, where that leaves a word of four letters or more."""
    if lemma.endswith("ied") and len(lemma) > 5:
        return lemma[:-3] + "y"
    if lemma.endswith("ed") and len(lemma) > 5:
        return lemma[:-1] if lemma[:-2].endswith(_SILENT_E) else lemma[:-2]
    return lemma
