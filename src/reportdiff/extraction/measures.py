"""What each figure measures: a key of the vocabulary or an open one, and the dimensions that pin it down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from reportdiff.extraction.dimensions import find_scope, find_stage
from reportdiff.extraction.flows import Flow, counterpart, flow_pairs, read_flow
from reportdiff.extraction.label_measures import field_of_prose, is_field, name_by_label, with_part
from reportdiff.extraction.linking import Link, find_link, inherits
from reportdiff.extraction.mention import Circumstances, Mention
from reportdiff.extraction.open_measures import name_bracketed, name_openly
from reportdiff.extraction.readings import Figured, Reading, read_sentence
from reportdiff.model.claim import Dimensions
from reportdiff.model.period import Period, Precision
from reportdiff.vocabulary.loader import Vocabulary
from reportdiff.vocabulary.measure import Measure

Named = tuple[str, Dimensions]

_DIFFERING = frozenset({"less", "more", "higher", "lower", "fewer", "above", "below", "greater"})
_FIXED = re.compile(r"[Ss]ince (?!the (?:last|past|previous))|[Ff]rom |[Bb]etween |[12][0-9]{3}")
_NAME = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")


def name_measures(
    content: str, mentions: Sequence[Mention], vocabulary: Vocabulary, circumstances: Circumstances
) -> list[Named]:
    """The measure and the dimensions of each of *mentions*, in their order.

    Mentions of one sentence follow each other: they share measure words. A figure that no phrase of the vocabulary surely
    names gets an open key from the words around it.
    """
    document = _Document(content, vocabulary, circumstances)
    named: list[Named] = []
    for labelled, group in groupby(mentions, key=lambda mention: is_field(content, mention)):
        if labelled:
            named.extend(name_by_label(content, mention, vocabulary) for mention in group)
        else:
            named.extend(document.name(list(group)))
    return named


class _Document:
    """The sentences of one text, named in order; it remembers what the paragraph has named in full."""

    def __init__(self, content: str, vocabulary: Vocabulary, circumstances: Circumstances) -> None:
        self._content = content
        self._vocabulary = vocabulary
        self._circumstances = circumstances

    def name(self, mentions: list[Mention]) -> Iterator[Named]:
        known: frozenset[str] = frozenset()
        block = None
        for _, group in groupby(mentions, key=lambda mention: mention.sentence):
            sentence = list(group)
            if sentence[0].block != block:
                block, known = sentence[0].block, frozenset()
            reading = read_sentence(self._content, sentence, self._vocabulary)
            known |= {key for hit in reading.hits for key in hit.naming[0]}
            known |= {measure.change for key in known if (measure := self._vocabulary.measures[key]).change}
            named = _Sentence(reading, known, self._vocabulary, self.parties).name()
            field = field_of_prose(self._content, sentence[0])
            yield from named if field is None else ((key, with_part(pairs, field)) for key, pairs in named)

    @cached_property
    def _parties(self) -> tuple[str | None, str | None]:
        countries = self._vocabulary.countries
        told = [place.code for _, _, place in countries.find(_NAME.findall(self._content))]
        return counterpart(told, countries.code_of(self._circumstances.subject))

    def parties(self) -> tuple[str | None, str | None]:
        """The subject's code and that of the country that the text sets beside it."""
        return self._parties


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A figure named: what the next figures of the sentence may inherit."""

    key: str
    dimensions: dict[str, str]
    measure: Measure | None = None
    flow: Flow | None = None
    anchor: tuple[int, int] | None = None
    listed: bool = False


def _window_start(period: Period) -> str | None:
    """Where a window of counting begins that was told by its start, as a date of reduced precision.

    A window that ends today and moves with it ("over the past five years") has no start of its own.
    """
    if period.start is None or period.precision is not Precision.SPAN or not _FIXED.match(period.text or ""):
        return None
    day = period.start
    if day.day > 1:
        return day.isoformat()
    return f"{day.year:04}" if day.month == 1 else f"{day.year:04}-{day.month:02}"


class _Sentence:
    """One sentence under way: its figures are named from left to right."""

    def __init__(
        self,
        reading: Reading,
        known: frozenset[str],
        vocabulary: Vocabulary,
        parties: Callable[[], tuple[str | None, str | None]],
    ) -> None:
        self._reading = reading
        self._known = known
        self._vocabulary = vocabulary
        self._parties = parties

    def name(self) -> Iterator[Named]:
        outcomes: list[_Outcome] = []
        for index in range(len(self._reading.figures)):
            outcome = self._name_one(index, outcomes)
            outcomes.append(outcome)
            window = _window_start(self._reading.figures[index].mention.period)
            pairs = outcome.dimensions | ({"window_start": window} if window else {})
            yield outcome.key, tuple(sorted(pairs.items()))

    def _name_one(self, index: int, before: list[_Outcome]) -> _Outcome:
        figure = self._reading.figures[index]
        listed = self._listed(index, figure, before)
        if listed:
            return listed
        link = find_link(self._reading, index, self._known, self._vocabulary)
        if (link is None or link.score < 6) and before and inherits(self._reading, index, self._vocabulary):
            return self._inherit(figure, before[-1])
        if link is not None:
            return self._linked(figure, link, before)
        if before and self._is_difference(figure):
            return self._inherit(figure, before[-1])
        return self._counted(figure) or self._open(figure)

    def _counted(self, figure: Figured) -> _Outcome | None:
        """What is counted names the measure by itself: "a country of 34 million inhabitants"."""
        mention, words = figure.mention, self._reading.words
        noun = self._vocabulary.words.lemma((mention.counted or "").lower())
        keys = self._vocabulary.counts.get(noun, ())
        lead = {word.lemma for word in words[max(0, figure.first - 3) : figure.first]}
        if not keys or not lead & {"of", "has", "have", "with", "home"}:
            return None
        return self._outcome(figure, self._vocabulary.measures[keys[0]], (figure.first, figure.end), None)

    def _is_difference(self, figure: Figured) -> bool:
        behind = [word.lemma for word in self._reading.words[figure.end : figure.end + 2]]
        return len(behind) == 2 and behind[1] == "than" and behind[0] in _DIFFERING

    def _linked(self, figure: Figured, link: Link, before: list[_Outcome]) -> _Outcome:
        measure = link.measure
        anchor = (link.hit.first, link.hit.end) if link.hit else (figure.first, figure.end)
        return self._outcome(figure, measure, anchor, next((each.flow for each in reversed(before) if each.flow), None))

    def _outcome(self, figure: Figured, measure: Measure, anchor: tuple[int, int], earlier: Flow | None) -> _Outcome:
        reading, vocabulary = self._reading, self._vocabulary
        pairs = dict(measure.dimensions)
        flow = None
        if "partner" in measure.takes and "reporter" in measure.takes:
            flow = read_flow(reading, figure, measure, anchor, earlier, self._parties, vocabulary)
            pairs |= flow_pairs(flow)
        if measure.key == "trade.balance":
            pairs["flow"] = next((word for word in ("surplus", "deficit") if word in reading.lemmas(*anchor)), "balance")
        subject = self._parties()[0] if "area" in measure.takes or "population" in measure.takes else None
        if not flow:
            pairs |= find_scope(reading, figure, measure, subject, anchor, vocabulary)
        pairs |= self._kind_of_figure(figure, measure)
        return _Outcome(measure.key, pairs, measure, flow, anchor)

    def _kind_of_figure(self, figure: Figured, measure: Measure) -> dict[str, str]:
        """What sets a change or a difference apart from the level of the same measure."""
        family = self._vocabulary.family_of(figure.mention.quantity.unit)
        if self._is_difference(figure):
            return {"change": "difference"}
        if family == "change" and "growth" not in measure.key and "inflation" not in measure.key:
            return {"change": "relative"}
        return {}

    def _inherit(self, figure: Figured, before: _Outcome) -> _Outcome:
        """The measure of the figure before, with what this figure's own clause says of it."""
        if before.measure is None:
            pairs = {name: value for name, value in before.dimensions.items() if name != "change"}
            return _Outcome(before.key, pairs)
        family = self._vocabulary.family_of(figure.mention.quantity.unit)
        measure = before.measure
        if family not in measure.families and not (family == "change" or (family in ("share", "change") and measure.change)):
            return self._open(figure)
        pairs = {name: value for name, value in before.dimensions.items() if name not in ("change", "stage")}
        if "area" in measure.takes and not before.flow:
            scope = dict(find_scope(self._reading, figure, measure, self._parties()[0], (figure.first, figure.end), self._vocabulary))
            pairs |= {name: value for name, value in scope.items() if name in ("area", "population")}
            if "area" not in scope and self._says_subject(figure):
                pairs.pop("area", None)
        if "stage" in measure.takes and (stage := find_stage(self._reading, figure)):
            pairs["stage"] = stage
        pairs |= self._kind_of_figure(figure, measure)
        return _Outcome(measure.key, pairs, measure, before.flow, before.anchor)

    def _says_subject(self, figure: Figured) -> bool:
        subject = self._parties()[0]
        return any(
            named.place.code == subject and figure.end <= named.first <= figure.end + 3 for named in self._reading.named
        )

    def _listed(self, index: int, figure: Figured, before: list[_Outcome]) -> _Outcome | None:
        """A bracketed part in a list of parts: "exports included machinery ($34.6 billion), fuels ($28.5 billion)"."""
        if not figure.bracketed or (not index and not self._opens_list(figure)):
            return None
        item = name_bracketed(self._reading, figure, self._vocabulary)
        if item is None:
            return None
        if not self._opens_list(figure):
            last = before[-1]
            if not last.listed:
                return None
            base = last
        else:
            found = self._base_of_list(figure)
            if found is None:
                return None
            base = found
        pairs = {name: value for name, value in base.dimensions.items() if name != "sector"}
        code = self._country_before(figure)
        pairs |= {"partner": code} if code else {"sector": item}
        return _Outcome(base.key, pairs, base.measure, base.flow, base.anchor, listed=True)

    def _country_before(self, figure: Figured) -> str | None:
        return next((named.place.code for named in self._reading.named if named.end == figure.first), None)

    def _opens_list(self, figure: Figured) -> bool:
        low = max(0, figure.first - 7)
        return any(word.lemma in self._vocabulary.words.listing for word in self._reading.words[low : figure.first])

    def _base_of_list(self, figure: Figured) -> _Outcome | None:
        """The measure whose parts are listed: its phrase stands before the word that opens the list."""
        words = self._reading.words
        opener = max(
            at for at in range(max(0, figure.first - 7), figure.first) if words[at].lemma in self._vocabulary.words.listing
        )
        family = self._vocabulary.family_of(figure.mention.quantity.unit)
        for hit in reversed(self._reading.hits):
            if hit.end <= opener <= hit.end + 4:
                for key in hit.naming[0]:
                    measure = self._vocabulary.measures[key]
                    if family in measure.families:
                        return self._outcome(figure, measure, (hit.first, hit.end), None)
        return None

    def _open(self, figure: Figured) -> _Outcome:
        mention = figure.mention
        pairs: dict[str, str] = {}
        if mention.counted:
            words = mention.counted.replace(" and ", "|").replace(" or ", "|").partition("|")[0].split()
            pairs["counted"] = self._vocabulary.words.lemma(words[-1].lower()) if words else mention.counted.lower()
        for named in self._reading.named:
            own = named.place.code == self._parties()[0]
            if figure.first <= named.first < figure.end and named.place.adjective and not own:
                pairs["population"] = named.place.code
        return _Outcome(name_openly(self._reading, figure, self._vocabulary), pairs)
