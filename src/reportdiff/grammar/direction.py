"""Whether the words around an amount tell a rise or a fall, and whether the amount is the change itself."""

from __future__ import annotations

import re
from enum import Enum

from reportdiff.grammar.wordlists import any_of, word_before, word_list

_RISE, _FALL = word_list("rise", "verbs"), word_list("fall", "verbs")
_RISE_NOUNS, _FALL_NOUNS = word_list("rise", "nouns"), word_list("fall", "nouns")
_RISE_DIRECT, _FALL_DIRECT = word_list("rise", "direct"), word_list("fall", "direct")
_RISES, _FALLS = "increase increases rise".split(), "decrease decreases decline reduction".split()
"""Nouns whose amount the verb behind them tells: "the increase in deaths was 4 percent"."""
_MORE, _LESS = word_list("rise", "more"), word_list("fall", "more")
_NO_RISE = frozenset(word_list("rise", "not-up"))
_QUALIFIERS, _KINDS = word_list("change", "before"), word_list("change", "behind")
_NO_ADVERBS = word_list("change", "no-adverb")
_ALONE = r"(?<![A-Za-z])"
_WORD = r"(?:[a-z’'-]+|[12][0-9]{3})"
_MOVED_BY = re.compile(
    rf"{_ALONE}(?:(?P<rise>{any_of(_RISE)})|(?P<fall>{any_of(_FALL)}))(?P<gap>(?:,? {_WORD}){{0,9}}?)"
    rf",? (?P<by>by|an?)(?: an?)?(?: {any_of(_QUALIFIERS)})?(?: an?)? ?$",
    re.IGNORECASE,
)
"""Before an amount: "rose in 2020 by about", "an increase of a"."""
_MOVED = re.compile(
    rf"{_ALONE}(?:(?P<rise>{any_of(_RISE_DIRECT)})|(?P<fall>{any_of(_FALL_DIRECT)}))"
    r"(?: (?:another|further|only|just))? $",
    re.IGNORECASE,
)
"""Before a share: "fell another"."""
_MOVE_OF = re.compile(
    rf"{_ALONE}(?:(?P<rise>{any_of(_RISE_NOUNS)})|(?P<fall>{any_of(_FALL_NOUNS)}))s?"
    r" (?:of|in (?:[a-z]+ ){1,4}of|(?P<doer>(?:in|to) (?:[a-z’'-]+,? ){1,8}(?<!ed )(?<!en )(?<!wn )by))(?: an?)? ?$",
    re.IGNORECASE,
)
"""Before an amount: "growth in exports of", "a rise in attacks by"."""
_MOVE_WAS = re.compile(
    rf"{_ALONE}(?:(?P<rise>{any_of(_RISES)})|(?P<fall>{any_of(_FALLS)})) (?:of|in) (?:[A-Za-z-]+ ){{1,8}}"
    r"(?:is|are|was|were|amounted to|came to|reached) $",
    re.IGNORECASE,
)
"""Before an amount: "the increase in deaths was"."""
_BEHIND = re.compile(
    rf" ?[-–]?(?: ?{any_of(_KINDS)})* ?(?:(?P<rise>{any_of(_RISE_NOUNS)})|(?P<fall>{any_of(_FALL_NOUNS)}))(?:s|es)?\b"
    r"(?! (?:rate|target|forecast))"
    rf"|(?: or [0-9.]{{1,8}} ?(?:%|per ?cent))?(?: (?:(?!{any_of(_NO_ADVERBS)} )[a-z]+ )?)"
    rf"(?:(?P<more>{any_of(_MORE)})|(?P<less>{any_of(_LESS)}))(?: (?:in|during|at|for) [A-Za-z0-9–/ -]{{2,24}})? than\b"
    r"| (?P<short>short) of\b"
    r"| (?:(?P<above>above)|(?P<below>below)) (?:the|its|their) "
    r"(?:(?:[a-z0-9’'-]+ ){0,3}(?:average|mean)"
    r"|(?:[12][0-9]{3}|pre-[a-z]+|old|former|previous|earlier) (?:level|figure|total|peak))s?\b",
    re.IGNORECASE,
)
_UP_OR_DOWN = re.compile(
    r" (?:(?P<up>up)|down)"
    r"(?= (?:on|in|over|against|compared|year|this|last|at|as|for|from (?:a|the|last|its|one) )|[.,;)]|$)"
)
"""Behind a share: "9 percent up on May 2022", "was 3 percent down from a year earlier"."""
HIGHER_OR_LOWER = re.compile(
    r" (?:(?P<higher>higher)|lower)(?=[.,;)]|$|\n| (?:in|on|during|over|against|compared|year|this|last|at|for) )"
)
"""Behind an amount that ends its predicate: "sales were 12 tons lower in May"."""
_PAID_DOWN = frozenset("put puts putting pay pays paid paying with".split())
"""Before a share that is paid at once: "put 20 percent down"."""
_CLAUSE_MARK = re.compile(r"[,;:(|–—] ?|\bthat ")
_BEFORE_SUBJECT = frozenset(
    """
    the this that a an its their his her our annual yearly quarterly monthly weekly daily year-on-year
    year-over-year month-on-month month-over-month quarter-on-quarter largest biggest smallest sharpest steepest
    greatest highest lowest average mean median overall net total real nominal relative absolute percentage first second
    third last latest recent new further corresponding combined cumulative sharp steep
    """.split()
)
"""What may stand between the start of a clause and its subject, a noun of change."""
_UNITLESS = re.compile(
    r"[0-9a-z ,.’'-]*\b(?:[0-9][0-9.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|[a-z]+ty|dozens?|hundreds?|thousands?|(?:m|b|tr)illions?)(?: or (?:more|fewer|less))?"
)
"""Behind "a rise in attacks by" such an amount counts doers: "by 20 armed groups"."""
_LEVELS = ("below ", "under ", "above ", "beneath ")
"""Behind a verb of change they lead to the level that was crossed: "fell below 100 percent"."""
_REACH = 90
_LAST_WORDS = frozenset([*_RISE_DIRECT, *_FALL_DIRECT, *"by a an of is are was were to reached".split()]).union(
    *(phrase.split() for phrase in _QUALIFIERS)
)
_FIRST_LETTERS = frozenset(word[:3] for word in [*_KINDS, *_RISE_NOUNS, *_FALL_NOUNS, "above", "below", "short"])


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
    found = _UP_OR_DOWN.match(text, end)
    if found and not found["up"] and word_before(text, start, begin - 1) in _PAID_DOWN:
        return None
    if found and (share or text.startswith((" up from ", " down from "), end)):
        return (Direction.RISE if found["up"] else Direction.FALL), True
    if found := HIGHER_OR_LOWER.match(text, end):
        return (Direction.RISE if found["higher"] else Direction.FALL), True
    if (found := _told_behind(text, end)) and (share or found.lastgroup not in ("above", "below", "short")):
        return (Direction.RISE if found["rise"] or found["more"] or found["above"] else Direction.FALL), True
    direction = _told_before(text, start, begin, end, share=share)
    return None if direction is None else (direction, False)


def _told_before(text: str, start: int, begin: int, end: int, *, share: bool) -> Direction | None:
    """Whether words before an amount tell that it is a rise or a fall: "rose by 5 percent", "a fall of 5 percent"."""
    if begin <= start or word_before(text, start, begin - 1 if text[begin - 1] == " " else begin) not in _LAST_WORDS:
        return None
    low = max(start, begin - _REACH)
    told = [found for words in (_MOVED_BY, _MOVED, _MOVE_OF, _MOVE_WAS) if (found := words.search(text, low, begin))]
    if not told:
        return None
    found = min(told, key=re.Match.start)
    if not _tells_change(text, start, found, end, share=share):
        return None
    return Direction.RISE if found["rise"] else Direction.FALL


def _tells_change(text: str, start: int, found: re.Match[str], end: int, *, share: bool) -> bool:
    """Whether the words in front of an amount make it the change itself, and no level, doers or things handed out."""
    if found.re is _MOVED_BY:
        if _is_no_rise(text, start, found) or (not share and _has_doers(text, start, found, end)):
            return False
        return found["by"].lower() == "by" or found["gap"] in ("", " of")
    if found.re is _MOVED:
        return share and not _is_no_rise(text, start, found) and not text.startswith(_LEVELS, found.end())
    if found.re is _MOVE_OF:
        counted = found["doer"] and _UNITLESS.fullmatch(text, found.end(), end)
        return share or not (counted or (found["fall"] or "").lower() == "loss")
    return _opens_clause(text, start, found.start())


def _is_no_rise(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether "up" belongs to the verb before it: "made up 5 percent"."""
    return (found["rise"] or "").lower() == "up" and word_before(text, start, found.start() - 1) in _NO_RISE


def _has_doers(text: str, start: int, found: re.Match[str], end: int) -> bool:
    """Whether the amount is of those who act, or of what they hand out: "a rise in attacks by 20 groups"."""
    if (found["rise"] or "").lower().startswith("advanc"):
        return found["by"].lower() != "by"
    noun = found["gap"].startswith((" in ", " to ")) and word_before(text, start, found.start() - 1) in (
        "a",
        "an",
        "the",
    )
    return noun and _UNITLESS.fullmatch(text, found.end(), end) is not None


def _opens_clause(text: str, start: int, at: int) -> bool:
    """Whether a noun at *at* can be the subject of its clause: nothing but an article and adjectives before it."""
    low = max(start, at - _REACH)
    lead = _CLAUSE_MARK.split(text[low:at])
    if low > start and len(lead) == 1:
        return False
    return _BEFORE_SUBJECT.issuperset(lead[-1].lower().split())


def _told_behind(text: str, end: int) -> re.Match[str] | None:
    """What tells a rise or fall behind an amount: "a 5 percent increase", "5 percent higher than"."""
    if text[end : end + 1] not in (" ", "-", "–"):
        return None
    beside = text[end : end + 6].lstrip(" -–")[:3].lower()
    if beside not in _FIRST_LETTERS and text.find(" than", end, end + _REACH) < 0:
        return None
    return _BEHIND.match(text, end)
