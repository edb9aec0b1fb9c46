"""Measures of figures that stand in fields and table cells, by their labels."""

from __future__ import annotations

import re

from reportdiff.extraction.mention import Mention
from reportdiff.model.claim import Dimensions
from reportdiff.vocabulary.loader import Vocabulary, fold_label

PREFIX = "open:"
_WHOLES = frozenset(
    ["total", "total", "population", "both", "sexes", "all", "overall", "combined", "country", "population", "as", "a", "whole", "national", "totals", "whole", "country", "entire", "population"]
)
_SEXES = {"male": "male", "males": "male", "female": "female", "females": "female", "men": "male", "women": "female"}
_AREAS = {"urban": "urban", "rural": "rural", "urban areas": "urban", "rural areas": "rural"}
_LEAD = re.compile(r"[:;|)(]|[0-9]")
_PPP = re.compile(r"purchasing power parity|\bPPP\b")
_WORD = re.compile(r"[^\W\d_]+")
_AGES = re.compile(r"[0-9]+(?:[ -]+[0-9]+)? years?(?: and over)?|under [0-9]+|[0-9]+ years? and over", re.IGNORECASE)


def name_by_label(content: str, mention: Mention, vocabulary: Vocabulary) -> tuple[str, Dimensions]:
    """The vocabulary entry that the label names, else an open key made of all its words; the label's inner parts and the
    words between them and the figure become dimensions.
    """
    label = mention.label
    family = vocabulary.family_of(mention.quantity.unit)
    key, used = _known(label, family, vocabulary, _lead_in(content, mention))
    if key is None:
        return PREFIX + (_slug(label[0]) or "field"), _inner(label[1:], content, mention)
    measure = vocabulary.measures[key]
    pairs = dict(measure.dimensions) | dict(_inner(label[used:], content, mention))
    return key, tuple(sorted(pairs.items()))


def _known(label: tuple[str, ...], family: str, vocabulary: Vocabulary, lead: str) -> tuple[str | None, int]:
    """The key for the longest beginning of the label path that the vocabulary knows, and how many parts it took."""
    for used in range(len(label), 0, -1):
        folded = fold_label(" ".join(label[:used]))
        keys = [key for key in vocabulary.labels.get(folded, ()) if family in vocabulary.measures[key].families]
        if keys and _PPP.search(lead) and f"{keys[0]}.ppp" in vocabulary.measures:
            return f"{keys[0]}.ppp", used
        if keys:
            return keys[0], used
    return None, 0


def _lead_in(content: str, mention: Mention) -> str:
    """The words of the line between the last mark or figure and this figure."""
    line = content[mention.block.start : mention.span.start]
    marks = list(_LEAD.finditer(line[-80:]))
    return line[-80:][marks[-1].end() :].strip(" -–,") if marks else line[-80:].strip(" -–,")


def _inner(parts: tuple[str, ...], content: str, mention: Mention) -> Dimensions:
    """The parts of a label behind the one that names the measure, as dimensions."""
    pairs: dict[str, str] = {}
    for part in (*parts, _words_of(_lead_in(content, mention), mention)):
        folded = fold_label(part)
        if not folded or all(word in _WHOLES for word in folded.split()):
            continue
        if folded in _SEXES:
            pairs["sex"] = _SEXES[folded]
        elif folded in _AREAS:
            pairs["area"] = _AREAS[folded]
        elif _AGES.fullmatch(part.strip()):
            pairs["age"] = folded
        else:
            pairs["part"] = f"{pairs['part']}-{_slug(part)}" if "part" in pairs else _slug(part)
    return tuple(sorted(pairs.items()))


def _words_of(lead: str, mention: Mention) -> str:
    """The lead-in, unless it only says again what the label does."""
    known = fold_label(" ".join(mention.label)).split()
    fresh = [word for word in _WORD.findall(lead) if word.lower() not in known]
    return " ".join(fresh) if _PPP.search(lead) is None else ""


def _slug(label: str) -> str:
    return fold_label(label).replace(" ", "-")
