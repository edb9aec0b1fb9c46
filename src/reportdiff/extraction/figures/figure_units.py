"""The unit, the money or the counted noun behind a number, and the denominator behind that."""

from __future__ import annotations

import re
from decimal import Decimal

from reportdiff.extraction.figures.figure import Figure
from reportdiff.grammar.counted import match_counted, people
from reportdiff.grammar.direction import HIGHER_OR_LOWER, direction_of
from reportdiff.grammar.money import match_money, money_told_before
from reportdiff.grammar.numbers import ONE, Number, with_letter_scale
from reportdiff.grammar.units import DURATIONS, Unit, match_per, match_unit
from reportdiff.grammar.wordlists import word_list
from reportdiff.model.quantity import UNIT_SIZES

POINT = "point"
"""The unit of the points of an index that a change is told in; in the data they are a count."""
_OF = re.compile(r" of(?: (?:the|its|his|her|their|our|these|those|all|some|which))?(?= )")
_PER_BEHIND = re.compile(
    r" of(?: [a-z-]+){1,3}(?= (?:a|per|each|every) (?:year|month|week|day|hour)\b| annually\b| daily\b)"
)
_BORN = (" born/", " born per ")
_CHANGE_REACH = 90
_OF_WHAT = r"(?: (?:of|for)(?: (?!and\b|as\b|when\b|while\b)[a-z-]+){1,3})?"
_BEARER = re.compile(
    rf"\b(?:(?P<named>(?:[Ii]nd(?:ex|exes|ices)|INDEX|PMI)\b(?! funds?\b)){_OF_WHAT}"
    r"|(?P<scored>[Ss]cor(?:e|es|ed)|[Ss]entiment|[Ii]ndex)|(?P<share>(?i:rates?|inflation|unemployment|turnout|proportion"
    r"|percentage|share(?! prices?\b))))\b"
)
"""What points may be told of: an index, a score or a share."""
_NEW_SUBJECT = re.compile(
    r"(?:;|(?<![A-Z])\.)[ \n](?!(?:[A-Za-z]+ ){0,3}it\b|It\b|This\b)|(?<!\.)\n"
    r"|,? (?:and|but|while|whereas|as|when) (?=(?:the|its|their|an?) )"
)
_ASIDE = re.compile(r", [^,;:]{1,60},(?: [a-z]+){1,3} $")
_TO_PERCENT = re.compile(r",? (?:[A-Za-z]+ ){0,2}to (?:[a-z]+ ){0,2}[0-9][0-9.]{0,6}(?:[- ]?%|[- ]per ?cent\b)")
_DISTANT = (" above ", " below ", " short ")
_SHARE = re.compile(r"[0-9] ?%|per ?cent\b", re.IGNORECASE)
_LETTERS = ("m", "k")
_NOUN = re.compile(r" ([A-Za-z]+)\b(?!['’])")
_DISTANCE_BEFORE = re.compile(r"\b(?:[Ww]ithin|[Ee]very) $")
_WHERE_BEFORE = re.compile(r"(?:\b(?:From|At)|, (?:from|at)) $")
_SEEN_FROM = re.compile(r" [A-Za-z]+ (?:can|could|may|might|must|should|will|would|see|saw)\b")
"""Around a distance that people stand in front of: "within 10m visitors see", "from 10m visitors can see"."""
_LEAD_REACH = 8
_SECOND = re.compile(r"(?:[-–]| (?:to|from|and|or) )[0-9.]{1,6}[mk]\b")
"""Behind the letter, a second number of what both count: "1.2m to 1.5m tonnes"."""
_PLURALS = ("s", "men", "people", "children")
_LETTERED = frozenset(word_list("numbers", "lettered"))
_NO_AMOUNTS = DURATIONS | UNIT_SIZES["length"].keys() | {"percent", "percentage-point"}
"""Units that no letter multiplies: behind "200m" they begin something else."""
_IN_OTHER_UNITS = {"decade": ("year", 10), "century": ("year", 100)}


def with_counted_scale(text: str, number: Number) -> Number:
    """The same number with the letter behind it as its multiplier where it counts: "1.2m people", "3.5m tonnes".

    Elsewhere the letter is a unit, or belongs to a name: "a 200m race", "a 5k run".
    """
    if not text.startswith(_LETTERS, number.end) or number.scale is not ONE:
        return number
    end = number.end + 1
    if _is_distance(text, number.start, end):
        return number
    second = _SECOND.match(text, end)
    return with_letter_scale(text, number) if _are_counted(text, second.end() if second else end) else number


def _is_distance(text: str, start: int, end: int) -> bool:
    low = max(0, start - _LEAD_REACH)
    if _DISTANCE_BEFORE.search(text, low, start):
        return True
    return _WHERE_BEFORE.search(text, low, start) is not None and _SEEN_FROM.match(text, end) is not None


def _are_counted(text: str, at: int) -> bool:
    """Whether people, money or a unit of amounts stand at *at*, which a letter multiplies."""
    noun = _NOUN.match(text, at)
    if noun is None:
        return False
    if noun[1] in _LETTERED or (noun[1] in people() and noun[1].endswith(_PLURALS)):
        return True
    unit = match_unit(text, at)
    return unit.name not in _NO_AMOUNTS if unit else match_money(text, at, scaled=True) is not None


def read_unit(text: str, end: int, figure: Figure) -> None:
    """Add the unit or the counted noun that stands behind the number, and the denominator."""
    if figure.unit is None and not _read_named_unit(text, end, figure):
        return
    if per := match_per(text, figure.end):
        figure.per, figure.end = per
    elif per := _per_behind_noun(text, figure):
        figure.per, figure.quote_end = per
    else:
        of = text.startswith(" of ", max(figure.end, figure.quote_end))
        found = _PER_BEHIND.match(text, max(figure.end, figure.quote_end)) if of else None
        if found and (per := match_per(text, found.end())):
            figure.per = per[0]
    if figure.per == "USD" and figure.bare and (name := money_told_before(text, figure.start)):
        figure.unit, figure.money_named = name, True
    figure.quote_end = max(figure.quote_end, figure.end)


def _per_behind_noun(text: str, figure: Figure) -> tuple[str, int] | None:
    """The denominator behind the counted noun, and where it ends: "people per km2", "children born/woman"."""
    if figure.quote_end > figure.end and (per := match_per(text, figure.quote_end)):
        return per
    return match_per(text, figure.quote_end + len(" born")) if text.startswith(_BORN, figure.quote_end) else None


def counted_behind(text: str, at: int, end: int) -> str | None:
    """The noun phrase behind "of" or "of its" at *at*; None where none stands."""
    of = _OF.match(text, at)
    counted = match_counted(text, of.end(), end) if of else None
    return counted.phrase if counted else None


def _read_named_unit(text: str, end: int, figure: Figure) -> bool:
    """Add what stands behind the number; False where it is the beginning of a name ("the Ten Year Plan")."""
    at = figure.end
    unit = match_unit(text, at)
    if unit and unit.name in DURATIONS and text[at + 1 : at + 2].isupper():
        return False
    money = None
    if unit is None or unit.name == "pound":
        money = match_money(text, at, scaled=figure.number.scale != ONE)
    if money and (unit is None or money.nationality):
        figure.nationality, figure.money_named = money.nationality, True
        _set_unit(figure, money)
    elif unit:
        _set_unit(figure, unit)
    else:
        _count(text, end, figure)
    return True


def _set_unit(figure: Figure, unit: Unit) -> None:
    name = unit.name
    if name in _IN_OTHER_UNITS:
        name, factor = _IN_OTHER_UNITS[name]
        figure.amount *= factor
    figure.unit, figure.per, figure.end = name, unit.per, unit.end
    # Behind a multiplier such letters are the unit alone: "36 million Mt".
    if unit.power < 0 or (unit.power and figure.number.scale == ONE):
        figure.bundle(Decimal(10) ** unit.power)


def _count(text: str, end: int, figure: Figure) -> None:
    """Add the noun that is counted, behind "of" too ("5 of the ports", "dozens of ports")."""
    of = _OF.match(text, figure.end) if text.startswith(" of", figure.end) else None
    counted = match_counted(text, of.end() if of else figure.end, end)
    if counted is None or HIGHER_OR_LOWER.match(text, figure.end):
        return
    low = max(0, figure.end - _CHANGE_REACH)
    if counted.head == "points" and _bearer(text, low, figure.start, counted.end) == "named":
        figure.unit, figure.end = POINT, counted.end
        return
    if counted.head == "points" and _are_moved(text, low, figure.start, counted.end):
        of_percent = _are_of_percent(text, low, figure.start, counted.end)
        figure.unit, figure.end = "percentage-point" if of_percent else POINT, counted.end
        return
    figure.counted = counted.phrase
    figure.unit = "person" if counted.person else "count"
    figure.quote_end = counted.end


def _bearer(text: str, low: int, begin: int, end: int) -> str | None:
    """What the points are told of, as a group of :data:`_BEARER`; an aside names nothing where its subject does.

    >>> _bearer("The jobless rate, unlike the index, fell 3 points", 0, 41, 49)
    'share'
    """
    if _TO_PERCENT.match(text, end):
        return "share"
    opens = max((found.end() for found in _NEW_SUBJECT.finditer(text, low, begin)), default=low)
    aside = _ASIDE.search(text, opens, begin)
    of_subject = _last_bearer(text, opens, aside.start()) if aside else None
    return of_subject or _last_bearer(text, opens, begin)


def _last_bearer(text: str, start: int, end: int) -> str | None:
    last = None
    for found in _BEARER.finditer(text, start, end):
        last = found.lastgroup
    return last


def _are_moved(text: str, low: int, begin: int, end: int) -> bool:
    """Whether points tell a change or a distance, and not what somebody has won."""
    return text.endswith(" by ", low, begin) or direction_of(text, low, begin, end) is not None


def _are_of_percent(text: str, low: int, begin: int, end: int) -> bool:
    """Whether points are percentage points: not those of an index, and at a distance only beside a share."""
    if _bearer(text, low, begin, end) in ("named", "scored"):
        return False
    return not text.startswith(_DISTANT, end) or _SHARE.search(text, low, end + _CHANGE_REACH) is not None
