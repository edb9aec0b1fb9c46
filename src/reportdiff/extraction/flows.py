"""Flows between countries: who sends, who receives, and of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportdiff.extraction.dimensions import clause_of
from reportdiff.extraction.readings import Figured, Named, Reading
from reportdiff.vocabulary.loader import Vocabulary
from reportdiff.vocabulary.measure import Measure

_WHOLE = frozenset(["total", "overall", "combined", "all", "two", "way", "bilateral", "annual", "annually"])
_SECTORS = {
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
_FLOW_HEADS = frozenset(["trade", "export", "import", "commerce", "surplus", "deficit", "balance", "fdi", "investment"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Between whom, and of what; None where nothing tells."""

    reporter: str | None = None
    partner: str | None = None
    sector: str | None = None


def read_flow(
    reading: Reading,
    figure: Figured,
    measure: Measure,
    anchor: tuple[int, int],
    before: Flow | None,
    parties: Callable[[], tuple[str | None, str | None]],
    vocabulary: Vocabulary,
) -> Flow:
    """The sides and the sector of the flow that the phrase at *anchor* names.

    *before* is the flow that an earlier figure of the sentence was about: what is left out here is as it was there.
    *parties* gives the subject's code and that of the country that the document sets beside it.
    """
    sides = _sides_before(reading, anchor[0]), _sides_after(reading, figure, anchor)
    subject, other = parties()
    sector = _read_sector(reading, anchor, vocabulary)
    if before and not any(sides) and (sector is None or sector == before.sector):
        return before if sector is None and not _is_whole(reading, anchor) else Flow(
            reporter=before.reporter, partner=before.partner, sector=sector
        )
    if sector is None and not _is_whole(reading, anchor):
        sector = before.sector if before else _sector_before(reading, anchor[0])
    if measure.key == "trade.two-way":
        return Flow(partner=_pair(sides, subject, other, reading, anchor), sector=sector)
    return _one_way(reading, sides, subject, other, before, sector, measure)


def _pair(
    sides: tuple[list[str], dict[str, str]], subject: str | None, other: str | None, reading: Reading, anchor: tuple[int, int]
) -> str | None:
    """The country that trade both ways is with: for the subject's own trade the other side, else both."""
    behind = (code for word, code in sides[1].items() if word in ("with", "between", "and", "to"))
    told = dict.fromkeys([*sides[0], *behind])
    codes = sorted(code for code in told if code != subject)
    if codes:
        return "-".join(codes)
    if subject in told and other:
        return other
    first = {word.lemma for word in reading.words[max(0, anchor[0] - 2) : anchor[1] + 4]}
    if {"two", "bilateral", "both"} & first:
        return other
    named = {each.place.code for each in reading.named if each.end <= anchor[0]}
    return other if named and other in named and named <= {other, subject} else None


def _one_way(
    reading: Reading,
    sides: tuple[list[str], dict[str, str]],
    subject: str | None,
    other: str | None,
    before: Flow | None,
    sector: str | None,
    measure: Measure,
) -> Flow:
    reporter = sides[0][-1] if sides[0] else None
    after = sides[1]
    partner = after.get("between") or after.get("to") or after.get("with") or after.get("in") or after.get("into")
    source = after.get("from") or after.get("by")
    if source and measure.key == "trade.imports":
        partner = source
    elif source:
        reporter = reporter or source
    if len(sides[0]) > 1 and not partner:
        partner = next((code for code in sides[0] if code != reporter), None)
        reporter, partner = (partner, reporter) if partner and reporter == subject else (reporter, partner)
    if partner == subject and subject and reporter is None:
        reporter = other
    if partner is None and reporter and _is_bilateral(reading, before):
        partner = subject if reporter != subject else (before.reporter if before and before.reporter else other)
    return Flow(reporter=None if reporter == subject else reporter, partner=partner, sector=sector)


def _is_bilateral(reading: Reading, before: Flow | None) -> bool:
    if before and (before.partner or before.reporter):
        return True
    return any(word.lemma in ("bilateral", "both") for word in reading.words)


def _sides_before(reading: Reading, at: int) -> list[str]:
    """The countries right before the phrase: "U.S. exports", "total U.S.-Peru goods trade", "Mexico's 2024 exports"."""
    codes: list[str] = []
    place = at
    for named in reversed(reading.named):
        if named.end > place or place - named.end > 3:
            if named.end <= place:
                break
            continue
        between = reading.words[named.end : place + 1]
        if any(mark in word.gap for word in between for mark in ",;:()"):
            break
        if not all(_may_stand_before(word.lemma) for word in between[:-1]):
            break
        codes.insert(0, named.place.code)
        place = named.first
    return codes


def _may_stand_before(lemma: str) -> bool:
    return lemma in _WHOLE or lemma in _SECTORS or lemma in ("the", "and") or lemma[0].isdigit() or lemma in ("foreign", "direct", "had", "has", "a")


def _sides_after(reading: Reading, figure: Figured, anchor: tuple[int, int]) -> dict[str, str]:
    """Preposition → country, for those behind the phrase in the same clause: "to Peru", "between A and B"."""
    _, end = clause_of(reading, figure)
    found: dict[str, str] = {}
    stop = max(end, anchor[1])
    for named in reading.named:
        if not anchor[1] <= named.first < stop or (named.place.adjective and named.place.code != "USA"):
            continue
        word = _preposition(reading, named, anchor[1])
        if word and word not in found:
            found[word] = named.place.code
        elif "between" in found and "and" not in found and _lemma(reading, named.first - 1, "and"):
            found["and"] = named.place.code
    return found


def _preposition(reading: Reading, named: Named, low: int) -> str | None:
    at = named.first - 1
    if at >= low and reading.words[at].lemma == "the":
        at -= 1
    if at < low or reading.words[named.first].gap:
        return None
    word = reading.words[at].lemma
    return word if word in ("to", "with", "from", "between", "in", "into", "by") else None


def _lemma(reading: Reading, at: int, word: str) -> bool:
    if reading.words[at].lemma == "the":
        at -= 1
    return reading.words[at].lemma == word


def _is_whole(reading: Reading, anchor: tuple[int, int]) -> bool:
    """True if the words say that all goods and services are meant."""
    words = set(reading.lemmas(max(0, anchor[0] - 4), anchor[1]))
    return bool(words & {"total", "overall", "combined"}) or {"goods", "service"} <= words


def _read_sector(reading: Reading, anchor: tuple[int, int], vocabulary: Vocabulary) -> str | None:
    """What flows: a word of the phrase, the noun right before it, or "of …" and "in …" behind it."""
    inside = [_SECTORS[lemma] for lemma in reading.lemmas(*anchor) if lemma in _SECTORS]
    if {"goods", "services"} <= set(inside):
        return None
    if inside:
        return inside[0]
    if behind := _sector_behind(reading, anchor[1], vocabulary):
        return None if behind == "goods-services" else behind
    at = anchor[0] - 1
    if at < 0 or reading.words[anchor[0]].gap:
        return None
    word = reading.words[at]
    taken = any(named.first <= at < named.end for named in reading.named)
    if taken or word.lemma in _WHOLE or word.lemma in vocabulary.words.bridging or word.text[0].isdigit() or reading.is_taken(at):
        return None
    known = _SECTORS.get(word.lemma)
    return known or (word.lemma if not word.text.lower().endswith(("ed", "ing", "est", "ly", "al", "or")) else None)


def _sector_behind(reading: Reading, at: int, vocabulary: Vocabulary) -> str | None:
    words = reading.words
    if at + 1 >= len(words) or words[at].lemma not in ("of", "in") or words[at].gap:
        return None
    taken: list[str] = []
    places = {place for named in reading.named for place in range(named.first, named.end)}
    for place in range(at + 1, min(at + 5, len(words))):
        word = words[place]
        if word.gap or place in places or reading.is_taken(place) or word.text[0].isdigit():
            break
        if word.lemma in vocabulary.words.bridging and word.lemma != "and":
            break
        if word.lemma != "and":
            taken.append(_SECTORS.get(word.lemma, word.lemma))
    if taken and taken[-1] == "trade":
        taken.pop()
    return "-".join(taken) or None


def _sector_before(reading: Reading, end: int) -> str | None:
    """The sector of a flow that the sentence named earlier: "Agricultural trade was … with U.S. exports at …"."""
    for at in range(end - 1, 0, -1):
        if reading.words[at].lemma in _FLOW_HEADS and (sector := _SECTORS.get(reading.words[at - 1].lemma)):
            return sector
    return None


def flow_pairs(flow: Flow) -> Mapping[str, str]:
    """The flow as dimensions, without what nothing tells."""
    pairs = {"reporter": flow.reporter, "partner": flow.partner, "sector": flow.sector}
    return {name: value for name, value in pairs.items() if value}


def counterpart(named: Sequence[str], subject: str | None) -> tuple[str | None, str | None]:
    """The subject and the country that a text names most often beside it, out of all that it names, in order.

    Without a subject the most named country takes its place. A group of countries is never the counterpart; nor is a
    country named fewer than three times, or not clearly more often than the next.
    """
    counts: dict[str, int] = {}
    for code in named:
        if code.isupper():
            counts[code] = counts.get(code, 0) + 1
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if subject is None and ranked:
        subject = ranked[0]
    others = [code for code in ranked if code != subject]
    if not others or counts[others[0]] < 3 or (len(others) > 1 and counts[others[0]] < 2 * counts[others[1]]):
        return subject, None
    return subject, others[0]
