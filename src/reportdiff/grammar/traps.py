"""Digits that are no figure: addresses, telephone numbers, times of day, coordinates, names, numbers of sections."""

from __future__ import annotations

import re

from reportdiff.grammar.wordlists import any_of, word_before, word_list

_LABELS = word_list("labels", "words")
_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z]){any_of(_LABELS)} ?[#(]?(?P<label>)|§+ ?(?P<section>)"
    r"|(?<![A-Za-z])[Aa]g(?:es?|ed)(?: of| group)? (?P<age>)"
    r"|(?<![A-Za-z])(?:P\.L\.|Pub\. ?L\.|Public Law|[HS]\.(?:R|Res|Rept|Con\.Res|J\.Res)?\.?|E\.O\.|UNSCR|[AS]/RES/)"
    r" ?(?P<law>)|(?<![A-Za-z])[A-Z]{2},? (?P<zip>)|\+[0-9]{0,3}[ -]?\(?(?P<phone>))$"
)
_REACH = 30
_NUMBERS_OF_PARTS = re.compile(
    r"[0-9]+(?:[.,-][0-9]+)*[a-z]?(?:\([0-9a-zA-Z]{1,4}\))*"
    r"(?:(?:, and |, (?=[0-9.]+(?:[^ 0-9.]|[.](?![0-9])|$| (?:and|or|to|of|through)\b))| and | or "
    r"|[-–/]| through | to )"
    r"[0-9]+(?:\.[0-9]+)?(?:\([0-9a-zA-Z]{1,4}\))*"
    r"(?=[^ 0-9%.,]|[.,](?![0-9])| (?!percent|million|billion)|$))*"
)
_BEHIND = {
    "label": _NUMBERS_OF_PARTS,
    "section": _NUMBERS_OF_PARTS,
    "age": re.compile(
        r"[0-9]{1,3}(?:(?:[-–]| to | through | and | or )(?:[0-9]{1,3}|over|above|older|under|younger|below|up)\b)?"
    ),
    "law": re.compile(r"[0-9][0-9/-]*"),
    "zip": re.compile(r"[0-9]{5}(?:-[0-9]{4})?\b(?!,[0-9])"),
    "phone": re.compile(r"[0-9][0-9 ().-]{5,18}"),
}
"""How far a number that only names something reaches, by what stands in front of it."""
_SHARES = ("%", " %", " percent", " per cent")
"""In a bracket behind a label they show a figure: "the African Region (23%)"."""
_LABEL_ENDS = frozenset(label.split()[-1].lower() for label in _LABELS) | frozenset("age ages aged of group".split())
_LABEL_MARKS = frozenset(".§#")
_PHONE_REACH = 6
_KINDS = {
    "telephone": r"[0-9]{2,4}\)?[-. ][0-9]{3,4}[-.][0-9]{3,4}\b",
    "clock": r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp]\.?[Mm]\b\.?)?|[0-9]{1,2} ?[AaPp]\.[Mm]\.",
    "coordinates": r"[0-9]{1,3} [0-9]{1,2}(?: [0-9]{1,2})? [NSEW]\b"
    r"|[0-9]{1,3}(?:\.[0-9]+)?° ?(?:[0-9]{1,2}['′’] ?)?(?:[0-9.]{1,5}[\"″”] ?)?[NSEW]\b",
    "agreement by its number": r"(?!1 )[0-9]{1,3} (?:[Aa]greement|[Tt]reaty|[Dd]irective|Act|Law)\b",
    "street": rf"[0-9]{{1,5}} (?:[A-Z][A-Za-z.]* ){{1,4}}{any_of(word_list('labels', 'streets'))}(?![A-Za-z])",
    "book of law": rf"[0-9]+ {any_of(word_list('labels', 'codes'))}(?: ?§+ ?)?[ 0-9a-z().-]{{0,20}}",
    "code or date": r"[0-9]{1,3}\+[0-9]{1,3}\b|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?\b(?! of)",
    "age of a heading": r"[0-9]{1,3}(?:(?:[-–]| to )[0-9]{1,3} years| years (?:and|or) (?:over|older|above|under))"
    r"(?=:| \([a-z][a-z ]{0,12}[0-9])|[0-9]{1,3} years(?=:)"
    r"|[0-9]{1,3} (?:and|or) (?:over|older|above|under)(?=[ :,)])(?! [0-9])",
}
_AGES = re.compile(r"(?:1?[0-9]|[2-9][0-9])[-–](?:1?[0-9]|[2-9][0-9])\)")
_AGES_REACH = 24
_STARTS = re.compile("|".join(_KINDS.values()))
_MAY_START = re.compile(r"[0-9]+(?:[):+/°–aApP-]|\.[0-9]+[.°-]| [0-9A-Zatpoy])")
"""A quick look before the dear one: what may stand behind the first digits of those kinds."""
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:gov|com|org|net|int|edu|mil)/")
_ADDRESS_REACH = 200
_NAME_BEFORE = re.compile(r"(?<![A-Za-z])((?:[A-Z][A-Za-z’'.]*[a-z]|[A-Z]{2,}))[ ]$")
_NAME_REACH = 24
_OPENERS = frozenset(word_list("labels", "openers"))
_ATTACHED_UNIT = re.compile(rf"{any_of(word_list('labels', 'attached'))}(?![A-Za-z0-9])")


def match_trap(text: str, start: int, at: int) -> int | None:
    """Where the digits at *at* end that measure nothing; None for a possible figure. The sentence begins at *start*.

    >>> match_trap("call (202) 833-9860", 0, 6), match_trap("under Section 301 of the Act", 0, 14)
    (19, 17)
    """
    if _MAY_START.match(text, at) and (found := _STARTS.match(text, at)):
        return found.end()
    if text[at - 1 : at] == "(" and (found := _AGES.match(text, at)) and _stands_alone(text, start, at - 1):
        return found.end() - 1
    if _may_be_labelled(text, start, at) and (before := _BEFORE.search(text, max(start, at - _REACH), at)):
        found = _BEHIND[str(before.lastgroup)].match(text, at)
        if found and not (text[at - 1] == "(" and text.startswith(_SHARES, found.end())):
            return found.end()
    low = max(start, at - _ADDRESS_REACH)
    word = max(text.rfind(" ", low, at) + 1, low)
    if _ADDRESS.search(text, word, at):
        end = text.find(" ", at)
        return len(text) if end < 0 else end
    return None


def _stands_alone(text: str, start: int, at: int) -> bool:
    """True for a bracket behind words that hold no figure it could give the bounds of: "the rate (15-64) fell"."""
    before = text[max(start, at - _AGES_REACH) : at]
    return before[-2:-1].isalpha() and not any(map(str.isdigit, before))


def _may_be_labelled(text: str, start: int, at: int) -> bool:
    """A quick look before the dear one: a label, a sign or the code of a state stands right before ``at``."""
    if text[at - 1 : at] == "(":
        at -= 1
    if at <= start:
        return False
    spaced = text[at - 1] == " "
    place = at - 1 if spaced else at
    mark = text[place - 1]
    if mark.isalpha():
        return not spaced or word_before(text, start, place) in _LABEL_ENDS or mark.isupper()
    if mark == ":":
        return f"{word_before(text, start, place - 1)}:" in _LABEL_ENDS
    if mark == ",":
        return text[place - 2].isupper()
    return (
        mark in _LABEL_MARKS or text.endswith("RES/", start, place) or "+" in text[max(start, at - _PHONE_REACH) : at]
    )


_RISE = re.compile(r"[0-9][0-9.,]*(?: ?[%|)]| per ?cent| p\.?p\b| point)")
"""Digits behind a plus that are a rise, and no telephone number."""


def is_part_of_name(text: str, at: int, end: int) -> bool:
    """True where the digits ``text[at:end]`` belong to a name, a code or an ordinal: COVID-19, G20, IF12372, 5G, 26th.

    >>> is_part_of_name("COVID-19 cases", 6, 8), is_part_of_name("rose 19 points", 5, 7)
    (True, False)
    """
    before = text[at - 1] if at else " "
    if _is_joined(text, at, before):
        return True
    behind = text[end : end + 1]
    if behind == "." and text[end + 1 : end + 2].isdigit():
        return True
    if behind.isascii() and (behind.isalpha() or behind == "_"):
        return not _ATTACHED_UNIT.match(text, end)
    return behind in "-–" and before != "$" and text[end + 1 : end + 2].isupper()


def _is_joined(text: str, at: int, before: str) -> bool:
    """True where what stands right before the digits makes one word with them."""
    if before == "+" and text[max(0, at - 2) : at - 1] in (" ", "|", "(") and _RISE.match(text, at):
        return False
    if before.isalnum() or before in "_#§'’+%":
        return True
    return before in "-–/.:," and at > 1 and (text[at - 2].isalnum() or text[at - 2] in ").+")


def follows_a_name(text: str, start: int, at: int) -> bool:
    """True where a capitalized word, not the sentence's first, stands right before ``at`` ("Defender Europe 21")."""
    if text[at - 1 : at] != " ":
        return False
    low = max(start, at - _NAME_REACH)
    word = text[max(text.rfind(" ", low, at - 1) + 1, low) : at - 1]
    if word.islower():
        return False
    found = _NAME_BEFORE.search(text, low, at)
    return bool(found and found.start(1) > start and found[1] not in _OPENERS)
