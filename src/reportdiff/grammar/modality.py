"""Whether what a clause tells is so, is estimated, is to come, or is only asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportdiff.grammar.wordlists import any_of, word_list
from reportdiff.model.claim import Modality

_KINDS = ("requested", "proposed", "forecast", "estimated", "planned")
"""Strongest first."""
_PHRASES = {kind: word_list("modality", kind) for kind in _KINDS}
_PATTERNS = {
    "requested": r"seek(?:s|ing)?(?= \$)",
    "forecast": (
        r"projects(?= (?:(?:(?!(?:in|for|of|at|on|with|and|or|from|that|to) )[a-z-]+ ){1,4}"
        r"to (?:average|be|remain|reach|total) |growth|real\b|gdp|inflation|(?:headline|core|consumer) "
        r"|(?:an?|the|its|average|annual|economic|global|output|revenues?|"
        r"demand|exports|imports|further|stronger|slower|continued) |[$€£¥0-9]"
        r"|that (?!(?:are|were|is|was|have|had|will|would|can|could|may|aim|help|support|seek|include)\b)))"
    ),
    "planned": r"commit(?:s|ted|ting)?(?: [a-z]+)? to|by 20[2-9][0-9]",
}
"""What no list of phrases can hold."""
_CUES = re.compile(
    r"\b(?:"
    + "|".join(rf"(?P<{kind}>{any_of(_PHRASES[kind])}|{_PATTERNS.get(kind, '(?!)')})" for kind in _KINDS)
    + r")\b",
    re.IGNORECASE,
)
_HINTS = [phrase for phrases in _PHRASES.values() for phrase in phrases]
_HINTS += "seek seeks seeking projects commit commits committed committing planned estimates est".split()
_LONGEST_HINT = max(map(len, _HINTS))
_HINT = re.compile(rf"[^A-Za-z0-9_](?:{any_of(_HINTS, titled=True)}\b|[Bb]y 20[2-9])")
_REACH, _REACH_BEHIND = 400, 90
"""How far before and behind a figure its clause is looked for."""
_STRENGTH = {kind: -n for n, kind in enumerate(_KINDS)}
_CLAUSE_END = re.compile(r"[;:]|, (?:and|but|while|which|although|whereas)\b|\) ")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Tt]hese|[Tt]hose) $")
_DEFINITE_REACH = 12
_BEHIND = re.compile(
    r"[^;:.]{0,60}?(?:\b(?P<forecast>(?:is|are|was|were) (?:expected|projected|forecast))\b"
    r"|\b(?P<planned>will (?:be|support|help)|by 20[2-9][0-9]|(?:is|are) planned)\b"
    r"|(?P<estimated>\([^()]{0,20}est\.?\)|\baccording to (?:[a-z]+ )?estimates))"
)
_ASIDE = re.compile(r", (?:which|who|whose|where)\b[^,;]*$")
_NEXT_VERB = (" and ", " but ", " and now ", " but now ")
"""In front of a verb they begin what is said of the next figure: "was 5.6 percent and is projected at 4.6 percent"."""


def find_modal_hints(text: str, start: int, end: int) -> Sequence[int]:
    """Where in the sentence ``text[start:end]`` words stand that may tell a modality, in order: a quick look.

    The first place of a text and all places of a sentence in capitals count, unseen.
    """
    if text[start:end].isupper():
        return range(start, end)
    hints = [found.end() for found in _HINT.finditer(text, max(start - 1, 0), end)]
    return [0, *hints] if start == 0 else hints


def are_near(hints: Sequence[int], at: int, stop: int) -> bool:
    """False where :func:`read_modality` has nothing to read: none of the *hints* is near the figure ``text[at:stop]``.

    >>> text = "It rose by 5 percent, and will rise by 6 percent."
    >>> are_near(find_modal_hints(text, 1, len(text)), 11, 20)
    True
    """
    first = bisect_left(hints, at - _REACH)
    return first < len(hints) and hints[first] < stop + _REACH_BEHIND + _LONGEST_HINT


def read_modality(text: str, start: int, at: int, stop: int, end: int) -> Modality:
    """The modality of the figure ``text[at:stop]`` by the words of its clause in ``text[start:end]``.

    >>> read_modality("an estimated 1.1% in 2023", 0, 13, 17, 25)
    <Modality.ESTIMATED: 'estimated'>
    """
    low = start = max(start, at - _REACH)
    for boundary in _CLAUSE_END.finditer(text, start, at):
        low = boundary.end()
    best: str | None = None
    # One character on: "seeks $5" is told by the sign, which belongs to the figure.
    for found in _CUES.finditer(text, low, at + 1):
        kind = found.lastgroup
        if kind and (best is None or _STRENGTH[kind] >= _STRENGTH[best]):
            best = kind
    if best is None and (behind := _BEHIND.match(text, stop, min(end, stop + _REACH_BEHIND))):
        begin = behind.start(str(behind.lastgroup))
        other = text.endswith(_NEXT_VERB, stop, begin) or _is_in_aside(text, start, at, begin)
        best = None if other else behind.lastgroup
    if best == "planned" and _DEFINITE.search(text, max(start, at - _DEFINITE_REACH), at):
        return Modality.REPORTED
    return Modality(best) if best else Modality.REPORTED


def _is_in_aside(text: str, start: int, at: int, verb: int) -> bool:
    """True for the figure at *at* in a relative clause that a comma closes before the *verb* of the main one."""
    return text.endswith(", ", start, verb) and _ASIDE.search(text, start, at) is not None
