"""Whether the words around an amount tell a rise or a fall, and whether the amount is the change itself."""

from __future__ import annotations

import re
from enum import Enum

from reportdiff.grammar.wordlists import any_of, word_before, word_list

_RISE, _FALL = word_list("rise", "verbs"), word_list("fall", "verbs")
_RISE_NOUNS, _FALL_NOUNS = word_list("rise", "nouns"), word_list("fall", "nouns")
_RISE_DIRECT, _FALL_DIRECT = word_list("rise", "direct"), word_list("fall", "direct")
_MORE, _LESS = word_list("rise", "more"), word_list("fall", "more")
_NO_RISE = frozenset(word_list("rise", "not-up"))
_QUALIFIERS, _KINDS = word_list("change", "before"), word_list("change", "behind")
_NO_ADVERBS = word_list("change", "no-adverb")
_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:(?P<rise>{any_of(_RISE)})|(?P<fall>{any_of(_FALL)}))"
    rf"(?P<gap>(?: [a-z’'-]+){{0,9}}?) (?P<by>by|an?)(?: an?)?(?: {any_of(_QUALIFIERS)})?(?: an?)? ?$"
    rf"|(?<![A-Za-z])(?:(?P<rise2>{any_of(_RISE_DIRECT)})|(?P<fall2>{any_of(_FALL_DIRECT)}))"
    r"(?: (?:another|further|only|just))? $"
    rf"|(?<![A-Za-z])(?:(?P<rise3>{any_of(_RISE_NOUNS)})|(?P<fall3>{any_of(_FALL_NOUNS)}))s?"
    r" (?:of|in (?:[a-z]+ ){1,4}of)(?: an?)? ?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf" ?[-–]?(?: ?{any_of(_KINDS)})* ?(?:(?P<rise>{any_of(_RISE_NOUNS)})|(?P<fall>{any_of(_FALL_NOUNS)}))(?:s|es)?\b"
    r"(?! (?:rate|target|forecast))"
    rf"|(?: (?:(?!{any_of(_NO_ADVERBS)} )[a-z]+ )?)(?:(?P<more>{any_of(_MORE)})|(?P<less>{any_of(_LESS)})) than\b",
    re.IGNORECASE,
)
_LEVELS = ("below ", "under ", "above ", "beneath ")
"""Behind a verb of change they lead to the level that was crossed: "fell below 100 percent"."""
_REACH = 90
_LAST_WORDS = frozenset([*_RISE_DIRECT, *_FALL_DIRECT, "by", "a", "an", "of"]).union(
    *(phrase.split() for phrase in _QUALIFIERS)
)
_FIRST_LETTERS = frozenset(word[:3] for word in [*_KINDS, *_RISE_NOUNS, *_FALL_NOUNS])


class Direction(Enum):
    """The amount is a rise, a fall (its sign is negative), or no change at all."""

    RISE = 1
    FALL = -1


def direction_of(text: str, start: int, begin: int, end: int, *, share: bool = True) -> tuple[Direction, bool] | None:
    """Whether the amount ``text[begin:end]`` is itself a rise or a fall, and whether that is told behind it.

    None for a level. The hedge belongs to the amount. Only of a *share* do bare verbs and losses tell a change:
    "fell 5 percent", but "lost 5 seats", "a loss of $5 million".

    >>> direction_of("incomes increase by 53 percent", 0, 20, 30)
    (<Direction.RISE: 1>, False)
    >>> direction_of("an 11% contraction in GDP", 0, 3, 6)
    (<Direction.FALL: -1>, True)
    >>> direction_of("growth slowed to 2.7%", 0, 17, 21) is None
    True
    """
    if found := _told_behind(text, end):
        return (Direction.RISE if found["rise"] or found["more"] else Direction.FALL), True
    if begin <= start or word_before(text, start, begin - 1 if text[begin - 1] == " " else begin) not in _LAST_WORDS:
        return None
    found = _BEFORE.search(text, max(start, begin - _REACH), begin)
    if not found:
        return None
    if found["rise"] or found["fall"]:
        if found["by"].lower() != "by" and found["gap"] not in ("", " of"):
            return None
        return (Direction.RISE if found["rise"] else Direction.FALL), False
    if (found["rise2"] or "").lower() == "up" and word_before(text, start, found.start() - 1) in _NO_RISE:
        return None
    if (found["rise2"] or found["fall2"]) and text.startswith(_LEVELS, begin):
        return None
    if not share and (found["rise2"] or found["fall2"] or (found["fall3"] or "").lower() == "loss"):
        return None
    return (Direction.RISE if found["rise2"] or found["rise3"] else Direction.FALL), False


def _told_behind(text: str, end: int) -> re.Match[str] | None:
    """What tells a rise or fall behind an amount: "a 5 percent increase", "5 percent higher than"."""
    if text[end : end + 1] not in (" ", "-", "–"):
        return None
    beside = text[end : end + 6].lstrip(" -–")[:3].lower()
    if beside not in _FIRST_LETTERS and text.find(" than", end, end + _REACH) < 0:
        return None
    return _BEHIND.match(text, end)
