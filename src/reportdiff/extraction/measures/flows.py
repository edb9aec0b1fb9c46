"""Flows between countries: who sends, who receives, and of what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reportdiff.extraction.measures.parties import Parties
from reportdiff.extraction.measures.readings import Named, Reading
from reportdiff.extraction.measures.scene import Scene
from reportdiff.vocabulary.measure import Measure

_SAYING = frozenset("note notes claim state cite put find see".split())
"""Verbs in front of what a source tells of: "the report notes exports of $3 billion"."""
_WHOLE = frozenset({"total", "overall", "combined", "all", "two", "way", "bilateral", "annual", "annually"})
_BEFORE_FLOWS = frozenset({"the", "and", "foreign", "direct", "had", "has", "a"})
_BOTH = frozenset({"two", "bilateral", "both"})
SECTORS = {
    "agricultural": "agriculture",
    "agriculture": "agriculture",
    "farm": "agriculture",
    "good": "goods",
    "goods": "goods",
    "merchandise": "goods",
    "service": "services",
    "services": "services",
    "manufacturing": "manufacturing",
    "manufactured": "manufacturing",
    "energy": "energy",
    "mineral": "minerals",
    "mining": "minerals",
}
_HEADS = frozenset({"trade", "export", "import", "commerce", "surplus", "deficit", "balance", "fdi", "investment"})
_PREPOSITIONS = frozenset({"to", "with", "from", "between", "in", "into", "by"})
_NO_SECTOR = ("ed", "ing", "est", "ly", "al", "or")
_BETWEEN_COUNTRY_AND_FLOW = 3


class Flow(NamedTuple):
    """Between whom, and of what; None where nothing tells."""

    reporter: str | None = None
    partner: str | None = None
    sector: str | None = None

    def as_pairs(self) -> Mapping[str, str]:
        """The flow as dimensions, without what nothing tells."""
        pairs = {"reporter": self.reporter, "partner": self.partner, "sector": self.sector}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What the sentence's own words leave out.

    ``parties`` are the document's subject and the country beside it; ``before`` the flow that an earlier figure of the
    sentence was about; ``bilateral`` is true where the paragraph speaks of trade between the two.
    """

    parties: Parties
    before: Flow | None
    bilateral: bool


def read_flow(scene: Scene, measure: Measure, background: Background) -> Flow:
    """The sides and the sector of the flow that the phrase of *scene* names; what is left out is as it was before."""
    before = background.before
    owners, sides = _owners(scene.reading, scene.anchor[0]), _sides_behind(scene)
    sector = _read_sector(scene.reading, scene.anchor)
    whole = _is_whole(scene.reading, scene.anchor)
    if before and not owners and not sides and (sector is None or sector == before.sector):
        kept = before.sector if sector is None and not whole else sector
        return Flow(reporter=before.reporter, partner=before.partner, sector=kept)
    if sector is None and not whole:
        sector = before.sector if before else _sector_before(scene.reading, scene.anchor[0])
    if measure.key == "trade.two-way":
        return Flow(partner=_both_ways(scene, owners, sides, background), sector=sector)
    reporter, partner = _one_way(measure, owners, sides)
    return _completed(scene, reporter, partner, sector, background)


def _both_ways(scene: Scene, owners: list[str], sides: Mapping[str, str], background: Background) -> str | None:
    """The country that trade both ways is with: for the subject's own trade the other side, else both."""
    subject, reading, anchor = scene.subject, scene.reading, scene.anchor
    behind = (code for word, code in sides.items() if word in ("with", "between", "and", "to"))
    told = dict.fromkeys([*owners, *behind])
    codes = sorted(code for code in told if code != subject)
    if codes:
        return "-".join(codes)
    other = background.parties.other
    if subject in told or _BOTH & set(reading.lemmas(max(0, anchor[0] - 2), anchor[1] + 4)):
        return other
    named = {each.place.code for each in reading.named if each.end <= anchor[0]}
    return other if other in named and named <= {other, subject} else None


def _one_way(measure: Measure, owners: list[str], sides: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Who reports the flow and who is on its other side, as far as the words tell."""
    reporter = owners[-1] if owners else None
    partner = next((sides[word] for word in ("between", "to", "with", "in", "into") if word in sides), None)
    source = sides.get("from") or sides.get("by")
    if source and measure.key == "trade.imports":
        partner = source
    elif source:
        reporter = reporter or source
    if len(owners) > 1 and partner is None:
        partner = next((code for code in owners if code != reporter), None)
    return reporter, partner


def _completed(
    scene: Scene, reporter: str | None, partner: str | None, sector: str | None, background: Background
) -> Flow:
    """The flow with the side that the context tells; the subject itself is not named as reporter."""
    subject, before = scene.subject, background.before
    if subject and partner == subject and reporter is None:
        reporter = background.parties.other
    if partner is None and reporter and (background.bilateral or (before and (before.partner or before.reporter))):
        across = before.reporter if before and before.reporter else background.parties.other
        partner = subject if reporter != subject else across
    return Flow(reporter=None if reporter == subject else reporter, partner=partner, sector=sector)


def _owners(reading: Reading, at: int) -> list[str]:
    """The countries right before the phrase: "U.S. exports", "total U.S.-Chile goods trade", "Fiji's 2024 exports"."""
    codes: list[str] = []
    for named in reversed(reading.named):
        if named.end > at:
            continue
        between = reading.words[named.end : at]
        if len(between) > _BETWEEN_COUNTRY_AND_FLOW or reading.has_break(named.end, at + 1, ",;:()"):
            break
        if not all(_may_stand_before(word.lemma) for word in between):
            break
        codes.insert(0, named.place.code)
        at = named.first
    return codes


def _may_stand_before(lemma: str) -> bool:
    return lemma in _WHOLE or lemma in SECTORS or lemma in _BEFORE_FLOWS or lemma[0].isdigit()


def _sides_behind(scene: Scene) -> dict[str, str]:
    """Preposition → country, for those behind the phrase in the same clause: "to Chile", "between A and B"."""
    _, end = scene.reading.clause_of(scene.figure)
    found: dict[str, str] = {}
    for named in scene.reading.named:
        if not scene.anchor[1] <= named.first < max(end, scene.anchor[1]) or named.place.adjective:
            continue
        word = _word_before(scene.reading, named, scene.anchor[1])
        if word in _PREPOSITIONS or word == "and" and "between" in found:
            found.setdefault(word, named.place.code)
    return found


def _word_before(reading: Reading, named: Named, low: int) -> str:
    """The word before the country's name, an article aside; empty where punctuation parts them."""
    at = named.first - 1
    if at >= low and reading.words[at].lower == "the":
        at -= 1
    return "" if at < low or reading.words[named.first].gap else reading.words[at].lower


def _is_whole(reading: Reading, anchor: tuple[int, int]) -> bool:
    """True if the words say that all goods and services are meant."""
    words = set(reading.lemmas(max(0, anchor[0] - 4), anchor[1]))
    return bool(words & {"total", "overall", "combined"}) or {"goods", "service"} <= words


def _read_sector(reading: Reading, anchor: tuple[int, int]) -> str | None:
    """What flows: a word of the phrase, "of …" and "in …" behind it, or the noun right before it."""
    inside = [SECTORS[lemma] for lemma in reading.lemmas(*anchor) if lemma in SECTORS]
    if inside:
        return None if {"goods", "services"} <= set(inside) else inside[0]
    if behind := _sector_behind(reading, anchor[1]):
        return None if behind == "goods-services" else behind
    at = anchor[0] - 1
    if at < 0 or reading.words[anchor[0]].gap or reading.is_taken(at) or not reading.tells(at):
        return None
    word = reading.words[at]
    if word.lemma in _WHOLE or word.lemma in _SAYING:
        return None
    return SECTORS.get(word.lemma) or (None if word.lower.endswith(_NO_SECTOR) else word.lemma)


def _sector_behind(reading: Reading, at: int) -> str | None:
    words = reading.words
    if at + 1 >= len(words) or words[at].lower not in ("of", "in") or words[at].gap:
        return None
    taken: list[str] = []
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        if word.gap or reading.is_taken(place) or not (reading.tells(place) or word.lower == "and"):
            break
        if word.lower != "and":
            taken.append(SECTORS.get(word.lemma, word.lemma))
    if taken and taken[-1] == "trade":
        taken.pop()
    return "-".join(taken) or None


def _sector_before(reading: Reading, end: int) -> str | None:
    """The sector of a flow that the sentence named earlier: "Agricultural trade was … with U.S. exports at …"."""
    for at in range(end - 1, 0, -1):
        if reading.words[at].lemma in _HEADS and (sector := SECTORS.get(reading.words[at - 1].lemma)):
            return sector
    return None
