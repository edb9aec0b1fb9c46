"""The measures of the figures of one sentence, named from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportdiff.extraction.measures.areas import country_behind, country_of_subject
from reportdiff.extraction.measures.dimensions import find_scope, find_stage
from reportdiff.extraction.measures.flows import Background, Flow, read_flow
from reportdiff.extraction.measures.groups import goes_with, group_of
from reportdiff.extraction.measures.how_told import (
    THEM,
    country_before_bracket,
    is_difference,
    is_instance,
    is_of_them,
    is_of_those,
)
from reportdiff.extraction.measures.linking import SURE, Link, find_link
from reportdiff.extraction.measures.open_measures import PREFIX, name_item, name_openly
from reportdiff.extraction.measures.parties import Parties
from reportdiff.extraction.measures.phrases import has_own_subject
from reportdiff.extraction.measures.readings import Figured, Reading
from reportdiff.extraction.measures.scene import Scene
from reportdiff.extraction.measures.taking_over import held_against, inherits, takes_up
from reportdiff.extraction.measures.window_starts import window_start
from reportdiff.model.claim import Dimensions
from reportdiff.vocabulary.loader import Vocabulary
from reportdiff.vocabulary.measure import Measure

_COUNTING = frozenset({"of", "has", "have", "with", "home"})
_LIST_REACH, _OPENER_REACH, _SUBJECT_REACH = 7, 4, 3
_BILATERAL = frozenset({"bilateral", "both"})


class Outcome(NamedTuple):
    """A figure named, and what the next figures of the sentence may inherit; ``listed`` for a part in a list."""

    key: str
    pairs: dict[str, str]
    measure: Measure | None = None
    flow: Flow | None = None
    listed: bool = False
    family: str = ""


class SentenceNamer:
    """Names the figures of *reading*.

    *known* are the keys that the paragraph has named in full so far; *parties* the subject's code and that of the
    country that the text sets beside it; *before* the first figure of the sentence right before, which "it" and "this"
    take up again. ``first`` is that of this one.
    """

    def __init__(
        self,
        reading: Reading,
        known: frozenset[str],
        vocabulary: Vocabulary,
        parties: Parties,
        before: Outcome | None = None,
    ) -> None:
        self._reading = reading
        self._known = known
        self._vocabulary = vocabulary
        self._parties = parties
        self._before = before
        self.first: Outcome | None = None

    def name(self) -> Iterator[tuple[str, Dimensions]]:
        """The key and the dimensions of each figure, in order."""
        outcomes: list[Outcome] = []
        for index, figure in enumerate(self._reading.figures):
            outcome = self._name_one(index, figure, outcomes)
            if group := group_of(self._reading, index):
                outcome = self._of_group(index, outcome, group, outcomes)
            if country := country_before_bracket(self._reading, figure):
                outcome = self._in_list_of_countries(index, outcome, country, outcomes)
            if index and is_of_them(self._reading, figure):
                outcome = outcome._replace(pairs=outcome.pairs | {"part": "included"})
            outcomes.append(outcome)
            self.first = self.first or outcome._replace(family=figure.family)
            window = window_start(figure.mention.period, untold="change" in outcome.pairs)
            pairs = outcome.pairs | ({"window_start": window} if window else {})
            yield outcome.key, tuple(sorted(pairs.items()))

    def _name_one(self, index: int, figure: Figured, before: list[Outcome]) -> Outcome:
        if listed := self._part_of_list(figure, before):
            return listed
        link = find_link(self._reading, index, self._known, self._vocabulary.measures)
        sure = link is not None and link.score >= SURE
        if before and not sure and is_of_those(self._reading, figure):
            outcome = self._inherit(figure, before[-1])
            return outcome._replace(pairs=outcome.pairs | {"part": "included"})
        if before and not sure and inherits(self._reading, index):
            return self._inherit(figure, before[-1])
        if before and not sure and (newer := held_against(self._reading, index)) is not None:
            return self._inherit(figure, before[newer])
        if not sure and not index and (taken := self._taken_up(figure)):
            return self._inherit(figure, taken)
        if link is not None:
            return self._linked(figure, link, before)
        if before and is_difference(self._reading, figure) and not has_own_subject(self._reading, figure):
            return self._inherit(figure, before[-1])
        return self._by_what_is_counted(figure) or self._open(figure)

    def _taken_up(self, figure: Figured) -> Outcome | None:
        """What "It was 10 percent in 2011" and "This is 8 percent more than" take up of the sentence before."""
        if self._before is None or not takes_up(self._reading, figure):
            return None
        alike = figure.family == "change" or (figure.family == self._before.family and not figure.mention.counted)
        return self._before if alike or is_difference(self._reading, figure) else None

    def _of_group(self, index: int, outcome: Outcome, group: tuple[str, str], before: list[Outcome]) -> Outcome:
        """The measure of a *group* of people; that of the figure before, where this one is told in the same words."""
        if before and outcome.measure is None and goes_with(self._reading, index):
            outcome = self._inherit(self._reading.figures[index], before[-1])
        others = {name: each for name, each in outcome.pairs.items() if name not in ("population", "sex")}
        return outcome._replace(pairs=others | dict([group]))

    def _linked(self, figure: Figured, link: Link, before: list[Outcome]) -> Outcome:
        earlier = next((each.flow for each in reversed(before) if each.flow), None)
        anchor = (link.hit.first, link.hit.end)
        outcome = self._measured(figure, link.measure, anchor, earlier)
        if is_instance(self._reading, figure, link):
            return outcome._replace(key=f"{PREFIX}{link.measure.name.lower().replace(' ', '-')}", measure=None)
        bare = anchor[1] - anchor[0] == 1 and outcome.flow is not None and not outcome.flow.partner
        if bare and link.measure.key == "trade.two-way":
            return self._open(figure)
        return self._as_part(figure, outcome, before)

    def _as_part(self, figure: Figured, outcome: Outcome, before: list[Outcome]) -> Outcome:
        """The outcome marked as a part, where it is told to be included in the figure before."""
        if not before or (before[-1].key, before[-1].pairs) != (outcome.key, outcome.pairs):
            return outcome
        last = self._reading.figures[self._reading.figures.index(figure) - 1]
        between = self._reading.lemmas(last.end, figure.first)
        if self._reading.classes.listing.isdisjoint(between):
            return outcome
        return outcome._replace(pairs=outcome.pairs | {"part": "included"})

    def _in_list_of_countries(self, index: int, outcome: Outcome, country: str, before: list[Outcome]) -> Outcome:
        """The figure of one *country* of several: what is listed is said once, before the first of them."""
        if "partner" in outcome.pairs:
            return outcome
        figures = self._reading.figures
        earlier = country_before_bracket(self._reading, figures[index - 1]) if index else None
        between = range(figures[index - 1].end, figures[index].first) if index else range(0)
        if (
            earlier
            and figures[index - 1].family == figures[index].family
            and not any(map(self._reading.tells, between))
        ):
            outcome = before[-1]
        others = {name: each for name, each in outcome.pairs.items() if name != "area"}
        return outcome._replace(pairs=others if country == self._parties.subject else others | {"area": country})

    def _measured(self, figure: Figured, measure: Measure, anchor: tuple[int, int], earlier: Flow | None) -> Outcome:
        """The figure as one of *measure*, told by the words at *anchor*, with what its clause says of its scope."""
        scene = self._scene(figure, anchor)
        pairs = dict(measure.dimensions)
        flow = None
        if {"reporter", "partner"} <= measure.takes:
            flow = read_flow(scene, measure, self._background(earlier))
            pairs |= flow.as_pairs()
        else:
            pairs |= find_scope(scene, measure)
        if measure.name.endswith("balance"):
            told = self._reading.lemmas(*anchor)
            side = next((word for word in ("surplus", "deficit") if word in told), "")
            pairs |= {"flow": side or "balance"} if side or measure.key == "trade.balance" else {}
        return Outcome(key=measure.key, pairs=pairs | self._kind(figure, measure), measure=measure, flow=flow)

    def _scene(self, figure: Figured, anchor: tuple[int, int]) -> Scene:
        parties = self._parties
        return Scene(
            reading=self._reading, figure=figure, anchor=anchor, subject=parties.subject, called=parties.called
        )

    def _background(self, earlier: Flow | None) -> Background:
        bilateral = "trade.two-way" in self._known or any(word.lower in _BILATERAL for word in self._reading.words)
        return Background(parties=self._parties, before=earlier, bilateral=bilateral)

    def _kind(self, figure: Figured, measure: Measure) -> dict[str, str]:
        """What sets a change or a difference apart from the level of the same measure."""
        if is_difference(self._reading, figure) and figure.family != "change":
            return {"change": "difference"}
        is_rate = "share" in measure.families and "change" in measure.families
        return {"change": "relative"} if figure.family == "change" and not is_rate else {}

    def _scope_of_open(self, figure: Figured) -> dict[str, str]:
        """The country that a figure of a text's own measure is of, and whether it is a difference.

        A relative change has a unit of its own.
        """
        area = country_behind(self._reading, figure.end) or country_of_subject(self._reading, figure)
        scope = {"area": area} if area and area != self._parties.subject else {}
        difference = figure.family != "change" and is_difference(self._reading, figure)
        return scope | ({"change": "difference"} if difference else {})

    def _inherit(self, figure: Figured, before: Outcome) -> Outcome:
        """The measure of the figure before, with what this figure's own clause says of its scope."""
        measure = before.measure
        if measure is None:
            area = country_behind(self._reading, figure.end)
            lost = ("change",) if area is None else ("change", "area")
            others = {name: each for name, each in before.pairs.items() if name not in lost}
            return before._replace(pairs=others | self._scope_of_open(figure))
        if figure.family not in measure.families and figure.family != "change":
            return self._open(figure)
        pairs = {name: each for name, each in before.pairs.items() if name not in ("change", "stage")}
        if before.flow is None:
            pairs = self._rescoped(figure, measure, pairs)
        if "stage" in measure.takes and (stage := find_stage(self._reading, figure)):
            pairs["stage"] = stage
        return before._replace(pairs=pairs | self._kind(figure, measure), listed=False)

    def _rescoped(self, figure: Figured, measure: Measure, pairs: dict[str, str]) -> dict[str, str]:
        """The inherited scope, unless the figure's own clause names another area or population."""
        anchor = (figure.first, figure.end)
        scene = self._scene(figure, anchor)
        own = {name: each for name, each in find_scope(scene, measure) if name in ("area", "population")}
        near = range(figure.end, figure.end + _SUBJECT_REACH + 1)
        back_home = any(each.place.code == self._parties.subject and each.first in near for each in self._reading.named)
        if back_home and "area" not in own:
            pairs = {name: each for name, each in pairs.items() if name != "area"}
        return pairs | own

    def _part_of_list(self, figure: Figured, before: list[Outcome]) -> Outcome | None:
        """A bracketed part in a list of parts: "exports included machinery ($34.6 billion), fuels ($28.5 billion)"."""
        item = name_item(self._reading, figure) if figure.bracketed else None
        if item is None:
            return None
        opener = self._opener(figure, before)
        base = self._base_of_list(figure, opener, before) if opener is not None else (before[-1] if before else None)
        if base is None or not (base.listed or opener is not None):
            return None
        country = next((named.place.code for named in self._reading.named if named.end == figure.first), None)
        pairs = {name: each for name, each in base.pairs.items() if name != "sector"}
        return base._replace(pairs=pairs | ({"partner": country} if country else {"sector": item}), listed=True)

    def _opener(self, figure: Figured, before: list[Outcome]) -> int | None:
        """The place of the word that opens the list right before the figure: "included", "such as"."""
        last = self._reading.figures[len(before) - 1].end if before else 0
        places = range(figure.first - 1, max(last, figure.first - _LIST_REACH) - 1, -1)
        return next((at for at in places if self._reading.words[at].lemma in self._reading.classes.listing), None)

    def _base_of_list(self, figure: Figured, opener: int, before: list[Outcome]) -> Outcome | None:
        """The measure whose parts are listed: its phrase stands before the word that opens the list."""
        earlier = next((each.flow for each in reversed(before) if each.flow), None)
        for hit in reversed(self._reading.hits):
            if hit.end <= opener <= hit.end + _OPENER_REACH:
                for key in hit.naming[0]:
                    measure = self._vocabulary.measures[key]
                    if figure.family in measure.families:
                        return self._measured(figure, measure, (hit.first, hit.end), earlier)
        return None

    def _by_what_is_counted(self, figure: Figured) -> Outcome | None:
        """What is counted names the measure by itself: "a country of 34 million inhabitants"."""
        keys = self._vocabulary.counts.get(self._vocabulary.words.lemma((figure.mention.counted or "").lower()), ())
        lead = {word.lower for word in self._reading.words[max(0, figure.first - 3) : figure.first]}
        if not keys or not lead & _COUNTING or lead & THEM:
            return None
        return self._measured(figure, self._vocabulary.measures[keys[0]], (figure.first, figure.end), None)

    def _open(self, figure: Figured) -> Outcome:
        pairs = self._scope_of_open(figure)
        if figure.family != "share" and (counted := figure.mention.counted):
            head = re.split(r" (?:and|or) ", counted, maxsplit=1)[0].split()[-1:]
            pairs["counted"] = self._vocabulary.words.lemma((head or [counted])[0].lower())
        for named in self._reading.named:
            inside = figure.family == "count" and figure.first <= named.first < figure.end and named.place.adjective
            if inside and named.place.code != self._parties.subject:
                pairs["population"] = named.place.code
        return Outcome(key=name_openly(self._reading, figure, self._vocabulary), pairs=pairs)
