"""Measures of figures that stand in fields and table cells, by their labels."""

from __future__ import annotations

import re

from reportdiff.extraction.measures.flows import SECTORS
from reportdiff.extraction.mention import Mention
from reportdiff.extraction.tables.unit_words import unit_behind
from reportdiff.model.claim import Dimensions
from reportdiff.model.text import BlockKind
from reportdiff.vocabulary.loader import Vocabulary, fold_label
from reportdiff.vocabulary.measure import Measure

PREFIX = "open:"
MOST_LEADING_WORDS = 4
LONGEST_LEAD = 160
LONGEST_LABEL = 90
RANKED = "world-rank"
_WHOLES = frozenset(
    {"total", "population", "both", "sexes", "all", "overall", "combined", "country", "national", "whole"}
)
_YEARS = re.compile(
    r",? \(?(?:(?:in|for) )?(?:FY ?)?(?:19|20)[0-9]{2}(?:[-–/](?:19|20)?[0-9]{2})?\)?$"
    r"|^FY ?(?:19|20)?[0-9]{2}(?:[-–/][0-9]{2,4})?$"
)
"""The time in a label, which is the period's part and no part of the name."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SEXES = {"male": "male", "males": "male", "female": "female", "females": "female", "men": "male", "women": "female"}
_OF_SEX = re.compile(r" (?:for|among) ((?:fe)?males|(?:wo)?men)\b")
_AREAS = {"urban": "urban", "rural": "rural", "urban areas": "urban", "rural areas": "rural"}
_LEAD = re.compile(r"[:;|)(]|[0-9]")
_PPP = re.compile(r"purchasing power parity|\bPPP\b")
_RANKING = re.compile(r"\b(?:comparison|rank(?:ing)?)\b", re.IGNORECASE)
_AGE = re.compile(r"(?:under )?[0-9]{1,3}(?:-[0-9]{1,3})? years(?: and (?:over|older))?")
_TAIL = re.compile(r"\b(total population|total|females?|males?)$")
_NAME_INSIDE = re.compile(r"[0-9](?: (?:million|billion))? ([A-Z][^\W\d_]{2,}(?: [A-Z][^\W\d_]{1,})?)$")
_NAME_BEHIND = re.compile(r" ([^\W\d_]{3,20}(?:[ /][^\W\d_]{2,20}){0,3})(?= ?[,;(|]|$)")
_NO_PARTS = frozenset({"percent", "percent-change", "percentage-point", "rank", "year", "month", "week", "day", "hour"})
_LEADING = frozenset("of per in and or to for est including from with by at less more than total note".split())
_UNITS = frozenset("birth births death deaths live population km m sq year years male female of per gdp and".split())


def is_field(content: str, mention: Mention) -> bool:
    """True for a figure in a field or table cell; false in running text, also where a list item begins with a label."""
    if not mention.label:
        return False
    if mention.block.kind in (BlockKind.FIELD, BlockKind.ROW):
        return True
    return len(_lead_in(content, mention).split()) <= MOST_LEADING_WORDS


def field_of_prose(content: str, mention: Mention) -> str | None:
    """The label of a field that holds running text, as a slug; None outside of such a field, and without a word in it.

    What it tells in passing is not the figure that a field of its own gives.
    """
    if mention.block.kind is not BlockKind.FIELD:
        return None
    label, colon, _ = content[mention.block.start : mention.block.start + LONGEST_LABEL].partition(":")
    return _slug(label) or None if colon else None


def with_part(pairs: Dimensions, part: str) -> Dimensions:
    """The same dimensions with *part* among them."""
    return tuple(sorted((dict(pairs) | {"part": part}).items()))


def name_by_label(content: str, mention: Mention, vocabulary: Vocabulary) -> tuple[str, Dimensions]:
    """The vocabulary entry that the label names, else an open key made of all its words.

    The parts of the label behind the one that names the measure become dimensions: sex, area, age, or ``part``.
    """
    label = mention.label
    ranked = _is_rank(mention)
    key, used = _known(content, mention, vocabulary, any_family=ranked)
    if not ranked:
        label = tuple(part for part in label if not _RANKING.search(part)) or label
    inner = (
        _named_behind(content, mention)
        | _sex_behind(content, mention)
        | dict(_inner(label[used or 1 :], content, mention))
    )
    if key is None:
        return PREFIX + (_slug(_YEARS.sub("", unit_behind(label[0])[0])) or "field"), tuple(sorted(inner.items()))
    told = dict(vocabulary.measures[key].dimensions) | _sector(label[:used], vocabulary.measures[key]) | inner
    return key, tuple(sorted(told.items()))


def _sector(label: tuple[str, ...], measure: Measure) -> dict[str, str]:
    """The one sector that the label of a flow names: "Exports of services"; empty for several, which are the whole."""
    if "sector" not in measure.takes or fold_label(" ".join(label)) in map(fold_label, measure.labels):
        return {}
    named = {SECTORS[word] for part in label for word in fold_label(part).split() if word in SECTORS}
    return {"sector": named.pop()} if len(named) == 1 else {}


def _named_behind(content: str, mention: Mention) -> dict[str, str]:
    """The part that a list names behind its figure: "2.660 million ACCRA, 1.078 million Sekondi"."""
    if mention.block.kind is not BlockKind.FIELD or mention.quantity.unit in _NO_PARTS:
        return {}
    begin, end = mention.span
    opens = content[max(mention.block.start, begin - 2) : begin].rstrip()[-1:] in (":", ",", ";")
    name = _NAME_INSIDE.search(content, begin, end) or (_NAME_BEHIND.match(content, end) if opens else None)
    slug = _slug(name[1]) if name else ""
    return {"part": slug} if slug and slug.partition("-")[0] not in _LEADING else {}


def _sex_behind(content: str, mention: Mention) -> dict[str, str]:
    """The sex that a value names behind its figure: "53 years for men and 56 for women"."""
    told = _OF_SEX.match(content, mention.span.end)
    return {"sex": _SEXES[told[1]]} if told else {}


def _is_rank(mention: Mention) -> bool:
    """True for a place among countries ("country comparison to the world: 39")."""
    return mention.quantity.unit in ("rank", "count", "person") and any(map(_RANKING.search, mention.label[1:]))


def _known(content: str, mention: Mention, vocabulary: Vocabulary, *, any_family: bool) -> tuple[str | None, int]:
    """The key for the longest beginning of the label path that the vocabulary knows, and how many parts it took."""
    family = vocabulary.family_of(mention.quantity.unit)
    for used in range(len(mention.label), 0, -1):
        folded = fold_label(" ".join(mention.label[:used]))
        keys = [
            key
            for key in vocabulary.labels.get(folded, ())
            if any_family or family in vocabulary.measures[key].families
        ]
        if keys and f"{keys[0]}.ppp" in vocabulary.measures and _PPP.search(_lead_in(content, mention)):
            return f"{keys[0]}.ppp", used
        if keys:
            return _as_told(keys[0], content, mention, vocabulary), used
    return None, 0


def _as_told(key: str, content: str, mention: Mention, vocabulary: Vocabulary) -> str:
    """The *key*, or that of nominal amounts where it means purchasing power and a table nowhere says so."""
    others = (key.removesuffix(".ppp"), key.replace(".ppp", ".nominal"))
    nominal = next((each for each in others if each != key and each in vocabulary.measures), None)
    if nominal is None or mention.block.kind is not BlockKind.ROW:
        return key
    return key if any(map(_PPP.search, mention.label)) or _PPP.search(_lead_in(content, mention)) else nominal


def _lead_in(content: str, mention: Mention) -> str:
    """The words of the line between the last mark or figure and this figure."""
    begin = max(mention.block.start, mention.span.start - LONGEST_LEAD)
    line = content[begin : mention.span.start]
    marks = list(_LEAD.finditer(line))
    return line[marks[-1].end() :].strip(" -–,") if marks else line.strip(" -–,")


def _inner(parts: tuple[str, ...], content: str, mention: Mention) -> Dimensions:
    """The parts of a label behind the one that names the measure, as dimensions."""
    pairs: dict[str, str] = {}
    for part in map(_without_units, parts):
        folded = fold_label(part)
        if _RANKING.search(part):
            pairs["part"] = RANKED
        elif folded.startswith("years") and (age := _age_before(content, mention)):
            pairs["age"] = age
        elif folded in _SEXES:
            pairs["sex"] = _SEXES[folded]
        elif folded in _AREAS:
            pairs["area"] = _AREAS[folded]
        elif folded and not set(folded.split()) <= _WHOLES and not _YEAR.fullmatch(part):
            name = _slug(_YEARS.sub("", unit_behind(part)[0]))
            pairs["part"] = f"{pairs['part']}-{name}" if "part" in pairs else name
    return tuple(sorted(pairs.items()))


def _without_units(part: str) -> str:
    """A part of a label without the unit of the figure before it: "live births female" is "female"."""
    found = _TAIL.search(part)
    if found and set(fold_label(part[: found.start()]).split()) <= _UNITS:
        return found[1]
    return part


def _age_before(content: str, mention: Mention) -> str | None:
    """The last age group that the line names before the figure ("15-64 years"), as a slug."""
    line = content[max(mention.block.start, mention.span.start - LONGEST_LEAD) : mention.span.start]
    found = [match.group() for match in _AGE.finditer(line)]
    return found[-1].replace(" ", "-") if found else None


def _slug(label: str) -> str:
    return fold_label(label).replace(" ", "-")
