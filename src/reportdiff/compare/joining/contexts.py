"""The words around each figure, weighed by how near they stand and how rarely they are used."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from reportdiff.compare.reading.sentences import Sentence, read_sentences
from reportdiff.compare.reading.telling import Telling, once, unit_of
from reportdiff.compare.reading.words import WORD, content_stems, stem_of
from reportdiff.model.claim import Claim
from reportdiff.model.span import Span

Weights = Mapping[str, int]
"""Stems with whole-number weights: sums come out the same in any order."""

FULL = 1000
PER_WORD = 794
PER_BREAK = 750
PER_FIGURE = 600
FAINTEST = 8
"""A word's weight falls by half with every three words from the figure, more across a comma or another figure."""

REACH = 40
"""Tokens on either side of a figure that are looked at: beyond, every weight is too faint."""

UNUSED = 1000
"""The rarity of a word that no sentence uses."""

ROLES = frozenset({"from", "to"})
ROLE_WEIGHT = 150
"""Which end of a move a figure is: as telling as a common word."""

FARTHEST = 400
"""Characters of a neighbouring line that are looked at."""


class Context(NamedTuple):
    """What stands around one figure: ``near`` it in its sentence, and ``wide``, in the lines around that.

    ``head`` is the noun that says what is counted, None where nothing is counted by name. ``rank``: the figure is the
    how manieth of how many in its sentence with that head and unit. ``topic``: the stems of its section's title.
    """

    near: Weights
    wide: Weights
    head: str | None
    head_rarity: int
    rank: tuple[int, int]
    topic: frozenset[str]


class Neighbourhood(NamedTuple):
    """What stands around one figure, whatever its telling is set against.

    ``near`` holds the stems near it with what is left of their weight, of ``FULL``; ``around`` the stems of the lines
    around its sentence; the rest is as in :class:`Context`.
    """

    near: Mapping[str, int]
    role: str | None
    around: tuple[str, ...]
    head: str | None
    rank: tuple[int, int]
    topic: frozenset[str]


class Neighbourhoods:
    """The neighbourhoods of a telling's figures, each made when it is first asked for."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._surroundings = Surroundings(telling.text)
        self._places = {
            index: (sentence, order)
            for sentence in read_sentences(telling)
            for order, (index, _) in enumerate(sentence.claims)
        }
        self._known: dict[int, Neighbourhood] = {}
        self._ranks: dict[int, tuple[int, int]] = {}

    def of(self, index: int) -> Neighbourhood:
        """What stands around the figure at *index*."""
        if index not in self._known:
            self._known[index] = self._make(index)
        return self._known[index]

    def _make(self, index: int) -> Neighbourhood:
        sentence, order = self._places[index]
        return Neighbourhood(
            near=_near(sentence, order),
            role=_role(self._telling.text, self._telling.places[index].start),
            around=self._surroundings.of(sentence.span),
            head=_head(self._telling.claims[index]),
            rank=self._rank(index, sentence),
            topic=_topic(self._telling.headings[index]),
        )

    def _rank(self, index: int, sentence: Sentence) -> tuple[int, int]:
        if index not in self._ranks:
            alike: dict[tuple[str | None, str], list[int]] = {}
            for number, _ in sentence.claims:
                claim = self._telling.claims[number]
                alike.setdefault((_head(claim), unit_of(claim)), []).append(number)
            for numbers in alike.values():
                self._ranks.update((number, (place, len(numbers))) for place, number in enumerate(numbers))
        return self._ranks[index]


class Contexts:
    """The contexts of a telling's figures beside another telling, each made when it is first asked for.

    *rarity* is that of the stems of both tellings.
    """

    def __init__(self, telling: Telling, rarity: Weights) -> None:
        self._neighbourhoods = once(telling, Neighbourhoods)
        self._rarity = rarity
        self._known: dict[int, Context] = {}
        self._wide: dict[tuple[str, ...], Weights] = {}

    def of(self, index: int) -> Context:
        """The context of the figure at *index*."""
        if index not in self._known:
            self._known[index] = self._make(self._neighbourhoods.of(index))
        return self._known[index]

    def _make(self, here: Neighbourhood) -> Context:
        rarity = self._rarity
        near = {stem: rarity[stem] * left // FULL for stem, left in here.near.items()}
        if here.role:
            near[here.role] = ROLE_WEIGHT
        if here.around not in self._wide:
            self._wide[here.around] = {stem: rarity[stem] for stem in here.around if stem in rarity}
        return Context(
            near=near,
            wide=self._wide[here.around],
            head=here.head,
            head_rarity=rarity.get(here.head or "", UNUSED),
            rank=here.rank,
            topic=here.topic,
        )


@lru_cache(maxsize=1 << 10)
def _topic(heading: str) -> frozenset[str]:
    """The stems of a section's title, without the letter that it may be listed under."""
    return frozenset(stem for stem in content_stems(heading, Span(0, len(heading))) if len(stem) > 1)


def _near(sentence: Sentence, order: int) -> dict[str, int]:
    place = sentence.claims[order][1]
    before = sentence.claims[max(0, order - REACH) : order]
    after = sentence.claims[order + 1 : order + 1 + REACH]
    near = _walk(sentence.tokens[max(0, place - REACH) : place][::-1], [place - at for _, at in before[::-1]])
    for stem, left in _walk(sentence.tokens[place : place + REACH], [at - place for _, at in after]).items():
        near[stem] = max(left, near.get(stem, 0))
    return near


def _walk(tokens: tuple[str | None, ...], figures: list[int]) -> dict[str, int]:
    """What is left of the weight of *tokens* going away from a figure, past the *figures* before those so numbered."""
    weights: dict[str, int] = {}
    factor, following = FULL, 0
    for number, token in enumerate(tokens):
        while following < len(figures) and figures[following] <= number:
            factor = factor * PER_FIGURE // FULL
            following += 1
        if token is None:
            factor = factor * PER_BREAK // FULL
            continue
        weights.setdefault(token, factor)
        factor = factor * PER_WORD // FULL
        if factor < FAINTEST:
            break
    return weights


def _role(text: str, start: int) -> str | None:
    """``<from>`` or ``<to>`` when that word stands right before the figure."""
    before = text[max(0, start - 6) : start].split()
    return f"<{before[-1].lower()}>" if before and before[-1].lower() in ROLES else None


def _head(claim: Claim) -> str | None:
    """The stem of the noun that says what is counted; None where nothing is counted by name."""
    counted = dict(claim.dimensions).get("counted")
    words = [word.group().lower() for word in WORD.finditer(counted or "")]
    return stem_of(words[-1]) if words else None


class Surroundings:
    """The stems of the lines around a sentence: a text breaks the line after each sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Span, tuple[str, ...]] = {}

    def of(self, span: Span) -> tuple[str, ...]:
        """The stems of the nearest lines with words before and after *span*, each once, in order."""
        if span not in self._known:
            lines = self._before(span.start), self._after(span.end)
            stems = (stem for line in lines for stem in content_stems(self._text, line))
            self._known[span] = tuple(dict.fromkeys(stems))
        return self._known[span]

    def _before(self, start: int) -> Span:
        end = start
        while end > 0 and self._text[end - 1].isspace():
            end -= 1
        return Span(max(self._text.rfind("\n", 0, end) + 1, end - FARTHEST), end)

    def _after(self, end: int) -> Span:
        start = end
        while start < len(self._text) and self._text[start].isspace():
            start += 1
        stop = self._text.find("\n", start, start + FARTHEST)
        return Span(start, stop if stop >= 0 else min(len(self._text), start + FARTHEST))
