"""Which figure takes over the measure of an earlier one of its sentence: "from 3 to 5", "5 percent, up from 3"."""

from __future__ import annotations

from reportdiff.extraction.measures.readings import Figured, Reading

_REACH = 14
_OUTPUT = frozenset({"gdp", "gnp", "gni"})
_DETERMINING = frozenset({"a", "an", "the", "about", "around", "nearly", "almost", "over"})
_HOLDING = ("up from", "down from", "compared with", "compared to", "versus")
_PASSING = frozenset({"including", "whom", "which"})
_FOLLOWING = ("following", "after")
"""Before an older figure and a change that another follows."""
_PRONOUNS = frozenset({"it", "this", "that"})
_BEING = frozenset({"is", "was", "were", "be", "been", "will", "would", "has", "had"})
_STANDING = frozenset({"stood", "stands", "reached", "remained", "averaged", "totaled", "totalled"})
_MOVING = frozenset({"rose", "fell", "grew", "increased", "decreased", "declined", "dropped"})
_LIGHT = frozenset(
    "a about already also an approximately around at by down fully just nearly almost now on only over roughly some "
    "still than the then to under up year more less".split()
)
"""What may stand between a pronoun's verb and its figure, in "It was down year on year by 5 percent"."""
_ON = frozenset(
    "above after against and at before below by compared down during earlier fewer for from gdp gnp gni higher in last "
    "less lower more on over per since short than then this to up versus when while year as but with".split()
)
""""It was 9 percent in 2011" goes on so; "it was 9 percent Muslim" tells of something else."""


def inherits(reading: Reading, index: int) -> bool:
    """True if the figure goes on where the one before it stopped: "from … to …", "2.7% in 2022 and 1.1% in 2023"."""
    if not index:
        return False
    before, figure, classes = reading.figures[index - 1], reading.figures[index], reading.classes
    if not _may_share(reading, before, figure):
        return False
    bracketed = figure.bracketed and (figure.family == "change" or _holds_only_a_time(reading, figure))
    marks = ":" if bracketed else ":("
    if figure.first - before.end > _REACH or reading.has_break(before.end, figure.first + 1, marks):
        return False
    between = range(before.end, min(figure.first, len(reading.words)))
    if any(reading.tells(at) and not _is_denominator(reading, before, at) for at in between):
        return False
    if reading.has_break(before.end, figure.first + 1, ";") and not _tells_only_a_time(reading, figure):
        return False
    joined = figure.first == before.end or figure.bracketed or reading.has_break(before.end, figure.first + 1, ",;")
    return joined or any(reading.words[at].lower in classes.joint for at in between)


def _holds_only_a_time(reading: Reading, figure: Figured) -> bool:
    """True for the bracket of an older figure and its time: "0.8 percent in May (1.4 percent in May 2016)"."""
    for at in range(figure.end, len(reading.words)):
        if ")" in reading.words[at].gap:
            return True
        if reading.tells(at) or reading.is_taken(at):
            return False
    return figure.end < len(reading.words)


def _tells_only_a_time(reading: Reading, figure: Figured) -> bool:
    """True for one of a list of levels: "48 years in 1955; 59 years in 1975; and 65 years in 1995"."""
    for at in range(figure.end, reading.clause_of(figure)[1]):
        if any(mark in reading.words[at].gap for mark in ",.;:"):
            break
        if reading.tells(at):
            return False
    return True


def takes_up(reading: Reading, figure: Figured) -> bool:
    """True for the first figure of a sentence that says it of the figure before: "It was 10 percent in 2011".

    Nothing else may be told in it: "It is estimated that 12 percent …", "This was due to oil imports of $3 billion"
    and "It cut its workforce by 10 percent" have subjects and objects of their own.
    """
    words = [word.lower for word in reading.words[: figure.first]]
    if len(words) < 2 or words[0] not in _PRONOUNS or not set(words[2:]) <= _LIGHT | _BEING:
        return False
    if words[1] in _MOVING and figure.family != "change" and "to" not in words:
        return False
    if words[1] not in _MOVING | _STANDING | _BEING:
        return False
    at = figure.end
    if at >= len(reading.words) or set(reading.words[at].gap) & set(",.;:("):
        return True
    word = reading.words[at].lower
    if word == "of":
        return at + 1 < len(reading.words) and reading.words[at + 1].lower in _OUTPUT
    return word in _ON or not reading.tells(at)


def held_against(reading: Reading, index: int) -> int | None:
    """The earlier figure of its kind that one is told beside: "5 percent, up from a 1.4% increase", "from 3 … to 4".

    None for a figure of its own.
    """
    figure, last = reading.figures[index], reading.figures[index - 1]
    if last.family == "change" and figure.first == last.end + 1 and reading.words[last.end].lower == "from":
        return index - 1
    alike = (n for n in range(index - 1, -1, -1) if reading.figures[n].family == figure.family)
    newer = next((n for n in alike if not _is_aside(reading, n)), None)
    if (
        newer is None
        or not _may_share(reading, reading.figures[newer], figure)
        or reading.has_break(reading.figures[newer].end, figure.first + 1, ";:(")
    ):
        return None
    at, begin = figure.first, reading.figures[index - 1].end
    while at > begin and reading.words[at - 1].lower in _DETERMINING:
        at -= 1
    lead = " ".join(word.lower for word in reading.words[max(begin, at - 2) : at])
    follows = figure.family == "change" and lead.endswith(_FOLLOWING)
    first = reading.figures[newer].first
    paired = lead.endswith("to") and first > 0 and reading.words[first - 1].lower == "from"
    return newer if follows or paired or lead.endswith(_HOLDING) else None


def _is_aside(reading: Reading, index: int) -> bool:
    """True for a part told in passing: "17 deaths, including 4 suicides, compared with 23"."""
    first = reading.figures[index].first
    return first > 0 and reading.words[first - 1].lower in _PASSING


def _may_share(reading: Reading, before: Figured, figure: Figured) -> bool:
    """True if both can be figures of one measure, counting the same, or one the change of the other."""
    if before.family == figure.family:
        nouns = [_noun(reading, each) for each in (before, figure)]
        return figure.family != "count" or nouns[0] == nouns[1] or (None not in nouns and _may_be_one(*nouns))
    return "change" in (before.family, figure.family)


def _is_denominator(reading: Reading, before: Figured, at: int) -> bool:
    """True for "GDP" in "54 percent of GDP in 2016, up from 37 percent": it does not part the two shares."""
    return before.family == "share" and reading.words[at].lower in _OUTPUT


def _may_be_one(one: str | None, other: str | None) -> bool:
    """True where one side leaves the adjectives away that the other has."""
    words = [noun.split() for noun in (one, other) if noun]
    return words[0][-1] == words[1][-1] and 1 in map(len, words)


def _noun(reading: Reading, figure: Figured) -> str | None:
    counted = (figure.mention.counted or "").lower().split()
    return " ".join([*counted[-2:-1], reading.classes.lemma(counted[-1])]) if counted else None
