"""Names for measures outside the vocabulary, from the words that carry the figure."""

from __future__ import annotations

from reportdiff.extraction.measures.phrases import MOST_WORDS, Phrase, read_phrase, read_subject, without_verb
from reportdiff.extraction.measures.readings import Figured, Reading
from reportdiff.grammar.wordlists import word_list
from reportdiff.vocabulary.loader import Vocabulary

PREFIX = "open:"
UNNAMED = "open:figure"

DIFFERING = frozenset({"less", "more", "higher", "lower", "fewer", "above", "below", "greater"})
"""Before "than" behind a figure they tell that it is a difference."""

_COMPARED_WITH = frozenset("than in on at during over against compared year this last".split())
_WORTH = frozenset({"worth", "of", "in"})
_GIVEN = frozenset({"for", "to", "toward", "towards", "on", "into", "against"})
"""What leads from a figure to what it is of, and from money to its purpose."""

_BEING, _WHOM = frozenset({"is", "are", "was", "were"}), frozenset({"whom", "which"})
"""Around a part they lead to what it is: "of whom 17 million are children"."""

_BEFORE_ITEMS = frozenset({"were", "was", "is", "are", "of", "in", "by"})
_HEAD_NOUNS = frozenset("project report record estimate account contract measure value level forecast".split())
"""Nouns that may be verbs of level and change as well, and tell nothing before a figure."""

_CHANGING = frozenset(word_list("rise", "verbs")) | frozenset(word_list("fall", "verbs"))
_AIMING = frozenset("plans aims intends chose hopes helps wants will seeks".split())
_ENDS = ",;:()—–"
_BEFORE_REACH, _ITEM_REACH, _NOUN_REACH, _ASIDE_REACH = 16, 7, 4, 16
_BEHIND_COUNTED, _BEHIND_OTHERS, _PREDICATE, _IN_ALL, _COUNTED_WORDS, _VERB_REACH, _OF_SUBJECT = 2, 4, 2, 3, 3, 4, 2


def name_openly(reading: Reading, figure: Figured, vocabulary: Vocabulary) -> str:
    """``open:`` and the noun phrase that the figure is of, as it is told: head first, with its prepositions.

    At most five words that carry meaning, no figures, dates, hedges and countries.
    """
    if figure.mention.quantity.unit == "rank":
        behind = read_phrase(reading, figure.end, reading.clause_of(figure)[1], most=_BEHIND_OTHERS)
        return _key(Phrase(_ranked(reading, figure)).joined(behind))
    counted = _counted(figure, vocabulary)
    phrase = _name_counted(reading, figure, counted) if counted else _name_amount(reading, figure)
    if set(phrase.words) <= {*(figure.mention.attribution or "").lower().split(), "said", "says"}:
        phrase = Phrase([])
    return _key(phrase if phrase.trimmed().words or not figure.bracketed else _behind_list(reading, figure))


def _behind_list(reading: Reading, figure: Figured) -> Phrase:
    """What a list of places with shares in brackets is of: "Chile (12%) and Peru (9%) were the main suppliers"."""
    last = [each for each in reading.figures if each.bracketed and each.first >= figure.first][-1].end
    led = last < len(reading.words) and reading.words[last].lower in _BEFORE_ITEMS
    return read_phrase(reading, last, len(reading.words), most=_PREDICATE, across=True) if led else Phrase([])


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


def _key(phrase: Phrase) -> str:
    words = phrase.trimmed().cut(MOST_WORDS).words
    return PREFIX + "-".join(words) if words else UNNAMED


def _name_counted(reading: Reading, figure: Figured, counted: list[str]) -> Phrase:
    """What is counted and what is said of it; people of whom nothing is said by what comes before them."""
    end = _list_end(reading, figure)
    behind = without_verb(reading, read_phrase(reading, figure.end, end, most=_BEHIND_COUNTED), end)
    people = {"people"} | reading.classes.anyone
    if not behind.trimmed().words and len(counted) == 1 and counted[0] in people:
        return _before(reading, figure, _IN_ALL - 1).joined(Phrase(counted))
    return Phrase(counted).joined(behind)


def _name_amount(reading: Reading, figure: Figured) -> Phrase:
    """The subject that a verb of level or change joins to the figure; else what follows it, and what stands before."""
    if _is_part(reading, figure) and (part := read_subject(reading, figure)).words:
        return part.cut(_OF_SUBJECT).joined(_whole(reading, figure))
    own = _own(reading, figure)
    if (measured := _measured_by(reading, figure)).words:
        return measured
    of_own = own.words and (
        figure.family == "share" or (reading.words[figure.end].lower == "of" and not _is_price(figure))
    )
    subject = Phrase([]) if of_own else read_subject(reading, figure)
    if subject.words:
        return subject
    if own.content() < _least(reading, figure, own):
        own = _before(reading, figure, _IN_ALL - own.content()).joined(own)
    end = figure.end if _is_compared(reading, figure) else reading.clause_of(figure)[1]
    return own if own.words else read_phrase(reading, figure.end, end, most=_BEHIND_OTHERS)


def _is_compared(reading: Reading, figure: Figured) -> bool:
    """True where nothing but a comparison stands behind the figure: "5 percent lower than in May"."""
    behind = [word.lower for word in reading.words[figure.end : figure.end + 2]]
    return len(behind) > 1 and behind[0] in DIFFERING and behind[1] in _COMPARED_WITH


def _is_part(reading: Reading, figure: Figured) -> bool:
    """True for the share that something accounts for: "tourism represents 12 percent of output"."""
    before = reading.words[max(0, figure.first - _VERB_REACH) : figure.first]
    return figure.family == "share" and any(word.lemma in reading.classes.part_of for word in before)


def _whole(reading: Reading, figure: Figured) -> Phrase:
    """What the figure is a share of, behind "of"; no words where nothing is."""
    _, end = reading.clause_of(figure)
    if figure.end >= end or reading.words[figure.end].lower != "of":
        return Phrase([])
    stop = next((at for at in range(figure.end + 1, end) if reading.words[at].lower in ("and", "or", "in")), end)
    return Phrase(["of", *read_phrase(reading, figure.end + 1, stop, most=_BEHIND_OTHERS).words])


def _list_end(reading: Reading, figure: Figured) -> int:
    """Where what is said of the counted ends: at the clause's end, or where the sentence goes on to something else."""
    _, end = reading.clause_of(figure)
    return next((at for at in range(figure.end, end) if reading.words[at].lower in ("and", "or")), end)


def _measured_by(reading: Reading, figure: Figured) -> Phrase:
    """The noun before "of" and the figure: "commitments of $1.1 billion", "at an elevation of 12 metres"."""
    at = figure.first - 1
    if at < 1 or at >= len(reading.words) or reading.words[at].lower != "of" or reading.is_taken(at - 1):
        return Phrase([])
    begin = at
    while begin > max(0, at - _NOUN_REACH) and reading.words[begin - 1].lower not in reading.classes.function:
        begin -= 1
        if any(mark in reading.words[begin].gap for mark in ",;:()"):
            break
    phrase = read_phrase(reading, begin, at, most=_IN_ALL)
    return phrase if phrase.words and phrase.words[-1] not in reading.classes.general else Phrase([])


def _own(reading: Reading, figure: Figured) -> Phrase:
    """The noun phrase right behind the figure, or the one that "of" leads to; of a share, its predicate too."""
    last = _past_bracket(reading, figure)
    _, end = reading.clause_of(last)
    begin = _past_move(reading, figure.end, _past_aside(reading, last.end, end), end)
    if begin >= end:
        return Phrase([])
    ended = begin == figure.end and any(mark in reading.words[begin].gap for mark in _ENDS)
    if ended and not _tells_again(reading, figure):
        return Phrase([])
    if reading.words[begin].lower in DIFFERING and begin + 1 < end and reading.words[begin + 1].lower == "than":
        return Phrase([])
    lead = reading.words[begin].lower
    if lead in _BEING and reading.words[figure.first - 1].lower in _WHOM and begin + 1 < end:
        begin, lead = begin + 1, reading.words[begin + 1].lower
    if lead in _WORTH or (lead in _GIVEN and figure.family != "share"):
        begin += 1
    elif not reading.tells(begin):
        return Phrase([])
    if figure.family == "share" and _is_whole_alone(reading, begin, end):
        return Phrase([])
    stop = _phrase_end(reading, begin, end)
    own = read_phrase(reading, begin, stop, most=_BEHIND_OTHERS)
    if figure.family != "share" or (lead == "in" and not own.words):
        return own
    told = _without_wholes(reading, own)
    return told.joined(read_phrase(reading, stop, end, most=_PREDICATE)) if told.content() < 2 else told


def _is_whole_alone(reading: Reading, begin: int, end: int) -> bool:
    """True where a share is of the economy or people as such and more follows: "6 percent of GDP and employs"."""
    wholes = reading.classes.anyone | {"population", "gdp"}
    return begin + 1 < end and reading.words[begin].lower in wholes and reading.words[begin + 1].lower == "and"


def _past_bracket(reading: Reading, figure: Figured) -> Figured:
    """The figure in a bracket right behind, which "of" goes on after: "95% (569 000) of malaria deaths"."""
    inside = next((each for each in reading.figures if each.bracketed and each.first == figure.end), None)
    return inside if inside and inside.end < len(reading.words) and ")" in reading.words[inside.end].gap else figure


def _tells_again(reading: Reading, figure: Figured) -> bool:
    """True for a figure that tells the one before it more exactly in a bracket: "less than half (48.6%) of adults"."""
    if not figure.bracketed or not reading.words[figure.end].gap.endswith(")"):
        return False
    return any(each.end == figure.first and each.family == figure.family for each in reading.figures)


def _past_aside(reading: Reading, begin: int, end: int) -> int:
    """Behind an aside between commas that a purpose follows: "$8 million, subject to approval, to expand …"."""
    if begin >= end or reading.words[begin].gap != ",":
        return begin
    behind = next((at for at in range(begin + 1, min(begin + _ASIDE_REACH, end)) if reading.words[at].gap == ","), end)
    return behind if behind + 1 < end and reading.words[behind].lower in ("to", "for") else begin


def _past_move(reading: Reading, first: int, begin: int, end: int) -> int:
    """Behind a noun of change: what "a 15 percent decrease in deaths" is of."""
    moved = begin == first and begin + 1 < end and reading.words[begin].lower in reading.classes.moving
    return begin + 1 if moved and reading.words[begin + 1].lower in _WORTH else begin


def _phrase_end(reading: Reading, begin: int, end: int) -> int:
    """Where the noun phrase from *begin* on ends."""
    within = reading.classes.phrase_end - {"of"}
    for at in range(begin + 1, end):
        if reading.words[at].lower in within or any(mark in reading.words[at].gap for mark in _ENDS):
            return at
    return end


def _least(reading: Reading, figure: Figured, own: Phrase) -> int:
    """How many words of its own a name needs: one that is not too general is enough where a preposition leads to it.

    But for what a price is reckoned by: "$59 per ton of carbon".
    """
    if _is_price(figure):
        return 2
    led = figure.end < len(reading.words) and reading.words[figure.end].lower in _WORTH
    return 1 if led and own.words and own.words[0] not in reading.classes.general else 2


def _is_price(figure: Figured) -> bool:
    return figure.family == "money" and figure.mention.quantity.per is not None


def _counted(figure: Figured, vocabulary: Vocabulary) -> list[str]:
    """The head noun of what is counted and up to two words before it, without countries; persons are people."""
    words: list[str] = []
    nation = False
    parts = (figure.mention.counted or "").replace("-", " ").split()
    for place, part in enumerate(parts, start=1):
        bare = part.removesuffix("’s").removesuffix("'s").strip(",’'")
        lemma = vocabulary.words.lemma(bare.lower())
        if lemma in ("and", "or"):
            break
        # the head noun is kept whatever else it may mean: "12 projects"
        silent = lemma in vocabulary.words.bridging and not (place == len(parts) and lemma in _HEAD_NOUNS)
        if not silent and vocabulary.countries.table.get([bare]) is None:
            words.append("people" if lemma == "person" else bare.lower())
        elif vocabulary.countries.table.get([bare]) is not None:
            nation = True
    if nation and not words:
        return ["people"]
    return [word for word in words if word.isalpha() and len(word) > 1][-_COUNTED_WORDS:]


def _ranked(reading: Reading, figure: Figured) -> list[str]:
    """What a rank is by: the words of its quote but for the number."""
    silent = reading.classes.ordinal | reading.classes.function
    words = [word.lower for word in reading.words[figure.first : figure.end]]
    return [word for word in words if word not in silent]


def _without_wholes(reading: Reading, phrase: Phrase) -> Phrase:
    """A share of the whole population or economy is named by what is said of it."""
    wholes = reading.classes.anyone | reading.classes.homeland | {"population", "people", "gdp"}
    return Phrase([word for word in phrase.words if word not in wholes]).trimmed()


def _is_aim(reading: Reading, at: int) -> bool:
    """True for the verb of change in "decided to raise the policy rate by", whose object alone is what it changes."""
    if at < 2 or reading.words[at - 1].lower != "to" or reading.words[at].lower not in _CHANGING:
        return False
    decided = reading.words[at - 2].lower
    return decided in _AIMING or (decided.endswith("ed") and len(decided) > len("need"))


def _before(reading: Reading, figure: Figured, most: int) -> Phrase:
    """Words before the figure, nearest first kept, in the order of the text; without the verb that moved them."""
    first = min(figure.first, len(reading.words))
    begin, told = first, 0
    for at in range(first - 1, max(-1, first - _BEFORE_REACH), -1):
        if told and (reading.words[at].lower in reading.classes.breaks or (figure.bracketed and reading.is_taken(at))):
            break
        if told and ((told == _IN_ALL - 1 and reading.is_taken(at)) or _is_aim(reading, at)):
            break
        if reading.tells(at) and not reading.is_taken(at):
            begin, told = at, told + 1
        if told == most or (told and any(mark in reading.words[at].gap for mark in ",;:()")):
            break
    if reading.words[begin].lower in reading.classes.moving and reading.words[begin].lower.endswith(("ed", "ing")):
        begin += 1
    return read_phrase(reading, begin, first, most=most, across=True)
