"""Sentences with figures, cut into the stems that they are compared by."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportdiff.compare.reading.telling import Telling
from reportdiff.compare.reading.words import SILENT, stem_of
from reportdiff.model.span import Span

TOKEN = re.compile(r"[^\W_]+|[;:,()]")


class Sentence(NamedTuple):
    """A sentence with figures.

    ``tokens``: its stems, and None for a break. ``claims``: of each figure, in order, its index in the telling and the
    number of tokens before it.
    """

    span: Span
    tokens: tuple[str | None, ...]
    stems: frozenset[str]
    claims: tuple[tuple[int, int], ...]


def read_sentences(telling: Telling) -> list[Sentence]:
    """The sentences that hold the figures, in order of place, tokenized once."""
    if telling.notes.sentences is None:
        telling.notes.sentences = _read_sentences(telling)
    return telling.notes.sentences


def _read_sentences(telling: Telling) -> list[Sentence]:
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
    stems = frozenset(token for token in tokens if token is not None)
    return Sentence(span=span, tokens=tuple(tokens), stems=stems, claims=tuple(located))
