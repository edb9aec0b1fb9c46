"""The words around each figure, weighed by how near they stand and how rarely they are used."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportdiff.compare.telling import Telling
from reportdiff.compare.words import SILENT, WORD, content_stems, stem_of
from reportdiff.model.claim import Claim
from reportdiff.model.text import Span

Weights = Mapping[str, int]
"""Stems with whole-number weights: sums come out the same in any order."""

FULL = 1000
PER_WORD = 794
PER_BREAK = 750
PER_FIGURE = 600
FAINTEST = 8
"""A word's weight falls by half with every three words from the figure, more across a comma or another figure."""

ROLES = frozenset({"from", "to"})
ROLE_WEIGHT = 150
"""Which end of a move a figure is: as telling as a common word."""

FARTHEST = 400
"""Characters of a neighbouring line that are looked at."""

TOKEN = re.compile(r"[^\W_]+|[;:,()]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What stands around one figure: ``near`` it in its sentence, and ``wide``, in the lines around that.

    ``head`` is the noun that says what is counted, None where nothing is counted by name.
    """

    near: Weights
    wide: Weights
    head: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with figures: its tokens (None for a break), and its claims in order with their places among these."""

    span: Span
    tokens: tuple[str | None, ...]
    claims: tuple[tuple[int, int], ...]
    """(index of the claim, number of tokens before its figure)"""

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(token for token in self.tokens if token is not None)


def read_sentences(telling: Telling) -> list[Sentence]:
    """The sentences that hold the figures, in order of place, tokenized once."""
    inside: dict[Span, list[int]] = {}
    for index, span in enumerate(telling.sentences):
        inside.setdefault(span, []).append(index)
    return [_read_sentence(telling, span, inside[span]) for span in sorted(inside)]


def _read_sentence(telling: Telling, span: Span, members: list[int]) -> Sentence:
    places = sorted((telling.places[index].start, index) for index in members)
    tokens: list[str | None] = []
    located: list[tuple[int, int]] = []
    waiting = iter(places)
    start, index = next(waiting, (None, -1))
    for match in TOKEN.finditer(telling.text, span.start, span.end):
        while start is not None and match.start() >= start:
            located.append((index, len(tokens)))
            start, index = next(waiting, (None, -1))
        raw = match.group().lower()
        if raw in SILENT or raw[0].isdigit():
            continue
        tokens.append(stem_of(raw) if raw[0].isalnum() else None)
    while start is not None:
        located.append((index, len(tokens)))
        start, index = next(waiting, (None, -1))
    return Sentence(span=span, tokens=tuple(tokens), claims=tuple(located))


def rarity_of(sentences: Iterable[Sentence]) -> Weights:
    """How much each stem tells: the fewer of *sentences* use it, the more."""
    uses: dict[str, int] = {}
    total = 0
    for sentence in sentences:
        total += 1
        for stem in sentence.stems:
            uses[stem] = uses.get(stem, 0) + 1
    return {stem: round(100 * math.log(1 + total / count)) for stem, count in uses.items()}


def contexts_of(telling: Telling, sentences: list[Sentence], rarity: Weights) -> dict[int, Context]:
    """The context of each figure, by its index."""
    surroundings = Surroundings(telling.text)
    contexts: dict[int, Context] = {}
    for sentence in sentences:
        wide = surroundings.of(sentence.span, rarity)
        for order, (index, _) in enumerate(sentence.claims):
            near = _near(sentence, order, rarity)
            role = _role(telling.text, telling.places[index].start)
            if role:
                near[role] = ROLE_WEIGHT
            contexts[index] = Context(near=near, wide=wide, head=_head(telling.claims[index]))
    return contexts


def _near(sentence: Sentence, order: int, rarity: Weights) -> dict[str, int]:
    place = sentence.claims[order][1]
    others = [at for _, at in sentence.claims[:order]], [at for _, at in sentence.claims[order + 1 :]]
    near = _walk(sentence.tokens[:place][::-1], [place - at for at in reversed(others[0])], rarity)
    for stem, weight in _walk(sentence.tokens[place:], [at - place for at in others[1]], rarity).items():
        near[stem] = max(weight, near.get(stem, 0))
    return near


def _walk(tokens: tuple[str | None, ...], figures: list[int], rarity: Weights) -> dict[str, int]:
    """Weights of *tokens* going away from a figure, with other figures before the tokens numbered in *figures*."""
    weights: dict[str, int] = {}
    factor, following = FULL, 0
    for number, token in enumerate(tokens):
        while following < len(figures) and figures[following] <= number:
            factor = factor * PER_FIGURE // FULL
            following += 1
        if token is None:
            factor = factor * PER_BREAK // FULL
            continue
        weights.setdefault(token, rarity[token] * factor // FULL)
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

    def of(self, span: Span, rarity: Weights) -> Weights:
        """Stems of the nearest lines with words before and after *span*, as far as *rarity* knows them."""
        stems = self._stems(self._before(span.start)) + self._stems(self._after(span.end))
        return {stem: rarity[stem] for stem in stems if stem in rarity}

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

    def _stems(self, span: Span) -> tuple[str, ...]:
        if span not in self._known:
            self._known[span] = tuple(content_stems(self._text, span))
        return self._known[span]
