"""JSON with the place of everything in it: scalars as passages of the source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from reportdiff.records.json import load_json
from reportdiff.sources.builder import Passage, edited

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]|[^\s"{}\[\]:,]++', re.DOTALL)
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number, truth value or null; ``is_text`` for a text."""

    passage: Passage
    is_text: bool


@dataclass(frozen=True, slots=True)
class Members:
    """An object's members in the order of the source."""

    pairs: tuple[tuple[Passage, Node], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list's items."""

    nodes: tuple[Node, ...]


Node: TypeAlias = "Scalar | Members | Items"


def scan_json(source: str) -> Node:
    """The one value that *source* consists of, with places.

    Refuses, as :class:`~reportdiff.model.errors.UnreadableInput` with line and column, what is not JSON, duplicate
    keys, and nesting deeper than 64.
    """
    load_json(source.encode("utf-8", "surrogatepass"), name="JSON")
    return _node(_TOKEN.finditer(source), None)


def _node(tokens: Iterator[re.Match[str]], first: re.Match[str] | None) -> Node:
    token = first or next(tokens)
    if token[0] == "{":
        return Members(tuple(_members(tokens)))
    if token[0] == "[":
        return Items(tuple(_items(tokens)))
    if token[0][0] == '"':
        return Scalar(_words(token), is_text=True)
    return Scalar(Passage(token[0], ((0, len(token[0]), token.start()),)), is_text=False)


def _members(tokens: Iterator[re.Match[str]]) -> Iterator[tuple[Passage, Node]]:
    for token in tokens:
        if token[0] == "}":
            return
        if token[0] != ",":
            next(tokens)
            yield _words(token), _node(tokens, None)


def _items(tokens: Iterator[re.Match[str]]) -> Iterator[Node]:
    for token in tokens:
        if token[0] == "]":
            return
        if token[0] != ",":
            yield _node(tokens, token)


def _words(token: re.Match[str]) -> Passage:
    words = token[0][1:-1]
    passage = Passage(words, ((0, len(words), token.start() + 1),) if words else ())
    if "\\" not in words:
        return passage
    return edited(passage, [(at.start(), at.end(), json.loads(f'"{at[0]}"')) for at in _ESCAPE.finditer(words)])
