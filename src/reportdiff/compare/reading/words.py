"""The words that carry meaning in a sentence, cut to a stem that survives small rewordings."""

from __future__ import annotations

import re
from functools import lru_cache

from reportdiff.model.span import Span

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits: hyphens and apostrophes part words, so that ``NGO-operated`` is two."""


def words_of(listed: str) -> frozenset[str]:
    """The words that *listed* holds, parted by white space."""
    return frozenset(listed.split())


FUNCTION_WORDS = words_of(
    """a about above according after again against all almost also although am among amongst an and another any
    approximately are around as at be because been before being below between both but by can could d did do does
    down during each either estimated even every exactly few fewer for from further had has have having he her here
    hers him his how however i if in including into is it its itself just least less like ll many may might more most
    much must nearly no nor not now of off on once only or other our out over own particularly per re reported
    reportedly roughly s said same she should since so some still such t than that the their them then there therefore
    these they this those through thus to together too toward towards under until up upon ve very was we well were
    what when where whether which while who whom whose why will with within without would yet you your"""
)
"""Words of grammar and hedging: they stand around every figure and tell nothing about which it is."""

NUMBER_WORDS = words_of(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion trillions dozen dozens half third thirds quarter quarters percent
    percentage pct first second"""
)
"""The figures' own words: figures must not be aligned by their value."""

CALENDAR_WORDS = words_of(
    """january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday year years month months week weeks day days hour hours today date
    last previous previously earlier ago corresponding preceding prior"""
)
"""Words of time: the period says when, the words must say what."""

SILENT = FUNCTION_WORDS | NUMBER_WORDS | CALENDAR_WORDS

GROUPS = """
prisoner inmate
prison penitentiary jail imprisonment
detention detain detainee detained remand pretrial
person people individual persons
victim survivor
displaced idp
work worker labor labour workforce employee
company business firm enterprise
child children minor
woman women female
man men male
death dead die dying kill fatality
growth grow grew
hold held
us u american
nation national nationwide
"""
"""A line of words that say the same of whom or what is counted; the first stands for all."""


@lru_cache(maxsize=1 << 14)
def stem_of(word: str) -> str:
    """A lower-case *word* without the endings of number and tense, and in one form where several say the same.

    >>> [stem_of(word) for word in ("facilities", "facility", "increased", "increasing", "inmates", "class")]
    ['facility', 'facility', 'increas', 'increas', 'prisoner', 'class']
    """
    bare = bare_stem(word)
    return SYNONYMS.get(bare, bare)


def bare_stem(word: str) -> str:
    """A lower-case *word* without the endings of number and tense.

    >>> [bare_stem(word) for word in ("planned", "planning", "boxes", "is")]
    ['plan', 'plan', 'box', 'is']
    """
    stem = word
    if len(stem) > 4 and stem.endswith("ies"):
        stem = stem[:-3] + "y"
    elif len(stem) > 4 and stem.endswith(("ses", "xes", "ches", "shes")):
        stem = stem[:-2]
    elif len(stem) > 3 and stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        stem = stem[:-1]
    if len(stem) > 5 and stem.endswith("ing"):
        return _single(stem[:-3])
    if len(stem) > 4 and stem.endswith("ed"):
        return _single(stem[:-2])
    return stem[:-1] if len(stem) > 3 and stem.endswith("e") else stem


def _single(stem: str) -> str:
    """A stem without the consonant that an ending doubled (``planned``)."""
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiouls"
    return stem[:-1] if doubled else stem


SYNONYMS = {
    bare_stem(word): bare_stem(line.split()[0]) for line in GROUPS.strip().splitlines() for word in line.split()
}


def content_stems(text: str, span: Span) -> list[str]:
    """The stems of the content words in *span* of *text*, in order.

    >>> content_stems("As of June, inmates of 69 prisons shared 40,137 places", Span(0, 54))
    ['prisoner', 'prison', 'shar', 'plac']
    """
    raws = map(str.lower, WORD.findall(text, span.start, span.end))
    return [stem_of(raw) for raw in raws if raw not in SILENT and not raw[0].isdigit()]
