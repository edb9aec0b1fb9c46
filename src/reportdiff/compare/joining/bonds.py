"""What a figure's own phrase ties it to: the thing after ``cases of``, the names behind it, a numbered instance."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportdiff.compare.reading.telling import Telling
from reportdiff.compare.reading.words import SILENT, WORD, stem_of
from reportdiff.model.claim import Claim
from reportdiff.model.quantity import Quantity

REACH = 80
"""Characters behind a figure that belong to its phrase at most."""

MOST_STEMS = 6
"""Stems of a phrase that are looked at."""

SHORTEST_NAME, NAME_LENGTH = 3, 4
"""Letters that a name has at least, and by which names are told apart: a country and its people share those."""

BLAND = frozenset(map(stem_of, "act allegation case crime form incident kind offense report suspected type".split()))
"""Stems that stand before what a figure is about and tell nothing of it (``related to cases of …``)."""

OPENS_OBJECT = re.compile(
    r"['’]?\s{0,3}(?:of|against|into|for|related to|relating to|involving|concerning)\s+", re.IGNORECASE
)
"""What leads from a counted noun to what it is about."""

OPENS_CAUSE = re.compile(
    r" (?:(?:attributed|ascribed) to|blamed on|(?:caused|committed|perpetrated|carried out|claimed) by)\s+"
)
"""What leads from a counted noun to whom or what it is put down to."""

ENDS_OBJECT = re.compile(
    r"[;:,()|]|\b(?:in|during|between|from|since|through|by|with|at|as|that|which|who|was|were|is|are|had|has|have"
    r"|to|including)\b",
    re.IGNORECASE,
)
ENDS_NAMES = re.compile(
    r"[;:,()|]|\b(?:according|announced|reported|estimated|said|since|during|between|from|by|and|but|while|that|which)\b",
    re.IGNORECASE,
)

INCREMENT = re.compile(r"\b(?:additional|another|further|extra|more)\s+(?!than\b)", re.IGNORECASE)
"""What makes a figure one that comes on top of others."""

INSTANCE = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural|final)\s+"
    r"(cohort|class|round|phase|stage|tranche|batch|edition|session|cycle|wave|group|generation|instalment|installment)\b",
    re.IGNORECASE,
)
"""Which of several alike ones is spoken of."""

BEFORE = 16
"""Characters before a figure in which it is said to come on top."""

UNTIED = frozenset({"share", "points", "change", "rank"})
"""Unit families whose phrase names a whole in many ways (``of the population``, ``of Ghanaians``)."""


class Bonds(NamedTuple):
    """``objects``: what the counted is about; ``names``: names in the phrase, by their first letters; empty for none.

    ``causes``: whom or what it is put down to. ``instance``: which of several alike ones (``second cohort``), or None.
    ``increment``: it comes on top of others.
    """

    objects: frozenset[str]
    names: frozenset[str]
    causes: frozenset[str]
    instance: str | None
    increment: bool


def bonds_of(telling: Telling, number: int) -> Bonds:
    """What binds the figure at index *number*."""
    place, sentence = telling.places[number], telling.sentences[number]
    instance = INSTANCE.search(telling.text, sentence.start, sentence.end)
    lead = telling.text[max(sentence.start, place.start - BEFORE) : place.end]
    return Bonds(
        objects=_behind(OPENS_OBJECT, telling, number) - BLAND,
        names=_names(telling, number),
        causes=_behind(OPENS_CAUSE, telling, number),
        instance=instance.group().casefold() if instance else None,
        increment=INCREMENT.search(lead) is not None,
    )


def are_bound_apart(old: Bonds, new: Bonds) -> bool:
    """True when the two phrases tie their figures to different things or names."""
    pairs = (old.objects, new.objects), (old.names, new.names), (old.causes, new.causes)
    return any(_are_other(one, other) for one, other in pairs)


def are_other_instances(old: Bonds, new: Bonds) -> bool:
    """True for another of several alike ones, and for what comes on top set against what does not."""
    return old.instance != new.instance or old.increment != new.increment


def is_of_one_cause(one: Bonds, other: Bonds, claim: Claim) -> bool:
    """True where *one* is put down to a cause of which nothing by *claim*, whose bonds *other* are, tells."""
    if not one.causes or other.causes:
        return False
    words = f"{claim.measure} {claim.quote.exact} {claim.quote.suffix}".lower()
    return one.causes.isdisjoint(map(stem_of, WORD.findall(words)))


def _are_other(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _behind(opens: re.Pattern[str], telling: Telling, number: int) -> frozenset[str]:
    """The stems behind a figure that *opens* leads to; none for a share or a change."""
    if _family(telling.claims[number]) in UNTIED:
        return frozenset()
    limit = min(telling.sentences[number].end, telling.places[number].end + REACH)
    opening = opens.match(telling.text, telling.places[number].end, limit)
    if opening is None:
        return frozenset()
    end = ENDS_OBJECT.search(telling.text, opening.end(), limit)
    words = WORD.finditer(telling.text, opening.end(), end.start() if end else limit)
    lowered = (match.group().lower() for match in words)
    stems = [stem_of(word) for word in lowered if word not in SILENT and not word[0].isdigit()]
    return frozenset(stems[:MOST_STEMS])


def _names(telling: Telling, number: int) -> frozenset[str]:
    """Words with a capital in the quote and behind it, up to a break or a word of telling."""
    place = telling.places[number]
    limit = min(telling.sentences[number].end, place.end + REACH)
    end = ENDS_NAMES.search(telling.text, place.end, limit)
    words = WORD.finditer(telling.text, place.start, end.start() if end else limit)
    named = (
        match.group()
        for match in words
        if match.group()[0].isupper() and match.start() > telling.sentences[number].start
    )
    return frozenset(
        name.lower()[:NAME_LENGTH] for name in named if len(name) >= SHORTEST_NAME and name.lower() not in SILENT
    )


def _family(claim: Claim) -> str:
    return claim.value.family if isinstance(claim.value, Quantity) else ""
