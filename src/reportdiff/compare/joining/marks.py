"""Words by a figure that bind it to one happening, one window or one group, and so keep it from others."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportdiff.compare.joining.bonds import Bonds, are_bound_apart, are_other_instances, bonds_of, is_of_one_cause
from reportdiff.compare.joining.years_so_far import is_compared
from reportdiff.compare.reading.periods import Relation, is_stated, relate, same_window
from reportdiff.compare.reading.sums import are_counts_so_far, are_other_sums
from reportdiff.compare.reading.telling import Telling, field_label, is_money, is_same_amount
from reportdiff.model.claim import Claim, Modality
from reportdiff.model.period import Precision
from reportdiff.model.quantity import Quantity
from reportdiff.model.span import Span

REACH_BEFORE, REACH_AFTER = 90, 60
"""Characters before and after a figure, inside its sentence, in which a cue counts."""

HAPPENING = re.compile(
    r"\b(?:announc(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|pledg(?:e|es|ed|ing)|award(?:ed|ing)|(?:grants?|awards?) of|newly"
    r"|tranche|drawdown|packages?|sign(?:s|ed|ing)|intends? to|plans? to"
    r"|will (?:provide|invest|contribute|support|fund|be)"
    r"|this (?:funding|assistance|investment|contribution|package|grant|award|support))\b",
    re.IGNORECASE,
)
"""What makes a figure that of one announcement."""

NEW_MONEY = re.compile(
    r"\b(?:new|additional|another|further|latest"
    r"|(?:assistance|aid|funding|support|contribution|package) (?:also )?includ(?:es|ed|ing))\b",
    re.IGNORECASE,
)
"""What does so for a sum of money: new people may well be counted year by year."""

GIVEN = re.compile(
    r"\b(?:(?:provid|donat)(?:e|es|ed|ing)|(?:invest|contribut)(?:s|es|ed|ing)?)\b",
    re.IGNORECASE,
)
"""What does so for one that is not told of a fiscal year: what was given in one is the total of its budget."""

SENTENCED = re.compile(r"\b(?:sentenced|jailed|imprisoned|fined|convicted)\b", re.IGNORECASE)
"""What makes a term of years that of one person."""

RATES = frozenset({"share", "points", "rank", "change"})
"""Unit families that measure a state of things."""

TOTAL = re.compile(
    r"\b(?:total(?:s|ed|ing|ling|led)?|in all|altogether|overall|cumulative(?:ly)?|since|to date|so far|brings? the"
    r"|bringing|as of|have been signed|annual(?:ly)?|each year|per year|a year|average)\b",
    re.IGNORECASE,
)
"""What makes it a total or a state all the same."""

AS_OF = ("as of ", "as at ")
"""How the day is told on which a state was looked at."""

PLANS = frozenset({Modality.PLANNED, Modality.PROPOSED, Modality.REQUESTED})

SINCE = re.compile(r"\bsince\s+(?:the\s+)?([^\W_]+(?:\s+[^\W_]+)?)", re.IGNORECASE)
"""Where a window begins, by its first two words."""

ONE_SINCE, OTHER_SINCE, OTHER_SCOPE = 250, 400, 80
"""What a window told by one side only, another window, and another group take from a likeness (of 1000)."""

OPPOSITES = (
    ("rural", "urban"),
    ("women", "men"),
    ("girls", "boys"),
    ("public", "private"),
    ("exports", "imports"),
    ("foreign", "domestic"),
    ("minimum", "maximum"),
    ("increase", "decrease"),
    ("dead", "alive"),
    ("opened", "closed"),
    ("arrivals", "departures"),
    ("fixed", "mobile"),
)
"""Words of which a figure bears one or the other."""

OPPOSITE = {word: pair[pair[0] == word] for pair in OPPOSITES for word in pair}

GROUPS = {
    "rural": "rural",
    "urban": "urban",
    "woman": "women",
    "women": "women",
    "female": "women",
    "females": "women",
    "man": "men",
    "men": "men",
    "male": "men",
    "males": "men",
    "girl": "girls",
    "girls": "girls",
    "boy": "boys",
    "boys": "boys",
    "child": "children",
    "children": "children",
    "minor": "children",
    "minors": "children",
    "youth": "youth",
    "extreme": "extreme",
    "indigenous": "indigenous",
}
"""Words that narrow a figure down to a part of the people or the land."""

POLE = re.compile(rf"\b(?:{'|'.join(sorted({*OPPOSITE, *GROUPS}))})\b", re.IGNORECASE)

SUPERLATIVE = re.compile(r"\b(?:highest|lowest|largest|smallest|worst|greatest|fewest)\b", re.IGNORECASE)

PEAK_REACH = 40
"""Characters before a figure, and after it in its clause, in which a superlative makes it that of the extreme case."""

CLAUSE_END = re.compile(r"[;:,()|]")


class Marks(NamedTuple):
    """What binds one figure.

    ``happening``: it is that of one announcement or one day. ``since``: the words by which its window begins, or None.
    ``poles``: the words of opposite pairs in its clause. ``scope``: the groups there that narrow it down, and
    ``extreme case`` beside a superlative. ``bonds``: what its own phrase ties it to. ``compared``: its text counts the
    same months of another year too.
    """

    happening: bool
    since: str | None
    poles: frozenset[str]
    scope: frozenset[str]
    bonds: Bonds
    compared: bool


def marks_of(telling: Telling, number: int) -> Marks:
    """The marks of the figure at index *number*."""
    known = telling.notes.marks
    if number not in known:
        known[number] = _marks_of(telling, number)
    return known[number]


def _marks_of(telling: Telling, number: int) -> Marks:
    words = _clause_words(telling, number)
    return Marks(
        happening=is_happening(telling, number),
        since=_since(telling, number),
        poles=frozenset(GROUPS.get(word, word) for word in words) & OPPOSITE.keys(),
        scope=scope_of(telling, number),
        bonds=bonds_of(telling, number),
        compared=is_compared(telling, number),
    )


def scope_of(telling: Telling, number: int) -> frozenset[str]:
    """The groups of people or land that a figure is narrowed down to, and ``extreme case`` beside a superlative."""
    known = telling.notes.scopes
    if number not in known:
        known[number] = _scope_of(telling, number)
    return known[number]


def _scope_of(telling: Telling, number: int) -> frozenset[str]:
    groups = frozenset(GROUPS[word] for word in _clause_words(telling, number) if word in GROUPS)
    return groups | {"extreme case"} if _is_peak(telling, number) else groups


def exclude(old: Claim, new: Claim, old_marks: Marks, new_marks: Marks) -> bool:
    """True when two figures cannot be one, whatever else the words say.

    Happenings must be told of one time, or with one amount where a time is not stated; none may be the opposite, none
    be tied to another thing, and what moved must be told of the same of several alike ones. What is planned for
    later is another figure than the one of today.
    """
    if are_bound_apart(old_marks.bonds, new_marks.bonds):
        return True
    if not is_same_amount(old, new) and _are_other(old, new, old_marks, new_marks):
        return True
    if old_marks.happening or new_marks.happening:
        apart = relate(old.period, new.period) is not Relation.SAME
        if apart and (not is_same_amount(old, new) or (is_stated(old.period) and is_stated(new.period))):
            return True
    return any(OPPOSITE[pole] in new_marks.poles for pole in old_marks.poles - new_marks.poles)


def _are_other(old: Claim, new: Claim, old_marks: Marks, new_marks: Marks) -> bool:
    """True where what moved is another figure: a plan, one of several alike ones, or a sum over another stretch."""
    one, other = old_marks.bonds, new_marks.bonds
    if _is_ahead_of(old, new) or _is_ahead_of(new, old) or are_other_instances(one, other):
        return True
    if is_of_one_cause(one, other, new) or is_of_one_cause(other, one, old):
        return True
    if not are_other_sums(old, new):
        return False
    return old_marks.compared or new_marks.compared or not are_counts_so_far(old, new)


def _is_ahead_of(plan: Claim, other: Claim) -> bool:
    """True for a plan for a time that the reported *other* has not reached."""
    if plan.modality not in PLANS or other.modality in PLANS or not is_stated(plan.period):
        return False
    begin, end = plan.period.start, other.period.end
    return begin is not None and end is not None and begin > end


def doubt_of(old: Claim, new: Claim, old_marks: Marks, new_marks: Marks) -> int:
    """How much less like two figures that moved are, counting since another start or of another group."""
    doubt = 0 if old_marks.scope == new_marks.scope else OTHER_SCOPE
    if old_marks.since == new_marks.since:
        return doubt if same_window(old.period, new.period) else doubt + ONE_SINCE
    return doubt + (ONE_SINCE if None in (old_marks.since, new_marks.since) else OTHER_SINCE)


def _around(telling: Telling, number: int) -> Span:
    place, sentence = telling.places[number], telling.sentences[number]
    return Span(max(sentence.start, place.start - REACH_BEFORE), min(sentence.end, place.end + REACH_AFTER))


def is_happening(telling: Telling, number: int) -> bool:
    """True for a figure of one announcement or one day; a share or a rank is a state, however it became known."""
    known = telling.notes.happenings
    if number not in known:
        known[number] = _is_happening(telling, number)
    return known[number]


def _is_happening(telling: Telling, number: int) -> bool:
    claim, around = telling.claims[number], _around(telling, number)
    if isinstance(claim.value, Quantity) and claim.value.family in RATES:
        return False
    if TOTAL.search(telling.text, around.start, around.end):
        return False
    if _is_of_one_day(claim) or HAPPENING.search(telling.text, around.start, around.end):
        return True
    if isinstance(claim.value, Quantity) and claim.value.family == "duration":
        return SENTENCED.search(telling.text, around.start, around.end) is not None
    if not is_money(claim):
        return False
    budget = is_stated(claim.period) and claim.period.precision is Precision.FISCAL_YEAR
    cues = (NEW_MONEY,) if budget else (NEW_MONEY, GIVEN)
    return any(cue.search(telling.text, around.start, around.end) for cue in cues)


def _is_of_one_day(claim: Claim) -> bool:
    """True for a figure that a day is stated for, but for a state of things as of that day."""
    dated = is_stated(claim.period) and claim.period.precision is Precision.DAY
    return dated and not (claim.period.text or "").lower().startswith(AS_OF)


def _since(telling: Telling, number: int) -> str | None:
    around = _around(telling, number)
    match = SINCE.search(telling.text, around.start, around.end)
    return " ".join(match.group(1).casefold().split()) if match else None


def _clause_words(telling: Telling, number: int) -> frozenset[str]:
    """The marking words in its field's label, and between the figure and the nearest break on either side."""
    around, place = _around(telling, number), telling.places[number]
    before = [match.end() for match in CLAUSE_END.finditer(telling.text, around.start, place.start)]
    after = CLAUSE_END.search(telling.text, place.end, around.end)
    start, end = before[-1] if before else around.start, after.start() if after else around.end
    words = {match.group().lower() for match in POLE.finditer(telling.text, start, end)}
    return frozenset(words.union(match.group() for match in POLE.finditer(field_label(telling, number) or "")))


def _is_peak(telling: Telling, number: int) -> bool:
    place, sentence = telling.places[number], telling.sentences[number]
    start, end = max(sentence.start, place.start - PEAK_REACH), min(sentence.end, place.end + PEAK_REACH)
    clause_end = CLAUSE_END.search(telling.text, place.end, end)
    return SUPERLATIVE.search(telling.text, start, clause_end.start() if clause_end else end) is not None
