"""Figures that a line ends in, with a single blank between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportdiff.sources.plain.aligned import Place

_TOKEN = re.compile(r"\S+")
_FIGURE = re.compile(
    r"\(?[-–—−+]?(?:US)?[$€£¥]?(?:[0-9][0-9,]*(?:\.[0-9]+)?)%?\)?(?:[a-z*†‡]|\*\*|[¹²³⁴-⁹]{1,2}|\([a-z1-9]\))?"
)
_NO_FIGURE = re.compile(r"[-–—…:*]|\.\.\.?|--|n/?\.?a\.?|n\.?d\.?|nil|\[[a-z]{1,3}\]|\([a-z.]{1,3}\)", re.IGNORECASE)
_FIRST_OF_GROUP = re.compile(r"[-–—−+]?[0-9]{1,3}")
_IN_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,2})?")
_BEHIND = frozenset({"%", "million", "billion", "thousand", "trillion", "bn", "mn"})
_BEFORE = frozenset({"$", "€", "£", "¥", "US$"})
_MOST = 60


class Ending(NamedTuple):
    """The figures that a line ends in, and where the words before them end; ``figures`` is empty for another number."""

    figures: tuple[Place, ...]
    words_end: int


def read_ending(line: str, number: int) -> Ending | None:
    """The *number* figures that *line* ends in; None for a line that does not end in a figure at all.

    >>> read_ending("Area, ha 5,746 ..", 2), read_ending("Area 12 345 9 876", 2).figures
    (Ending(figures=((9, 14), (15, 17)), words_end=8), ((5, 11), (12, 17)))
    """
    tokens = [found.span() for found in _TOKEN.finditer(line)]
    cells: list[Place] = []
    at = len(tokens)
    while at and len(cells) < _MOST:
        taken = _cell_before(line, tokens, at)
        if taken == 0:
            break
        cells.append((tokens[at - taken][0], tokens[at - 1][1]))
        at -= taken
    if not cells:
        return None
    cells.reverse()
    figures = cells if len(cells) == number else _grouped(line, cells, number)
    if not any(any(map(str.isdigit, line[start:end])) for start, end in figures):
        figures = []
    return Ending(tuple(figures), tokens[at - 1][1] if at else 0)


def _cell_before(line: str, tokens: Sequence[Place], at: int) -> int:
    """How many tokens before the *at*-th make one cell; 0 where the last of them is none."""
    word = line[slice(*tokens[at - 1])]
    taken = 1
    if word in _BEHIND and at > 1:
        taken, word = 2, line[slice(*tokens[at - 2])]
    if not (_FIGURE.fullmatch(word) or (taken == 1 and _NO_FIGURE.fullmatch(word))):
        return 0
    if at > taken and line[slice(*tokens[at - taken - 1])] in _BEFORE:
        taken += 1
    return taken


def _grouped(line: str, cells: Sequence[Place], number: int) -> list[Place]:
    """*cells* as *number* figures whose digits stand in groups of three; empty where there is no such way, or two."""
    if not number < len(cells) <= 4 * number:
        return []
    words = [line[start:end] for start, end in cells]
    opens = [_FIRST_OF_GROUP.fullmatch(word) is not None for word in words]
    goes_on = [_IN_GROUP.fullmatch(word) is not None for word in words]
    ways: dict[int, list[tuple[int, ...]]] = {0: [()]}
    for _ in range(number):
        ways = _one_more(ways, opens, goes_on)
    found = ways.get(len(cells), [])
    if len(found) != 1:
        return []
    ends = found[0]
    return [(cells[first][0], cells[end - 1][1]) for first, end in zip((0, *ends), ends, strict=False)]


def _one_more(
    ways: dict[int, list[tuple[int, ...]]], opens: Sequence[bool], goes_on: Sequence[bool]
) -> dict[int, list[tuple[int, ...]]]:
    """*ways* to part cells, by how many they take, each with one figure more; of many that take as many, two."""
    longer: dict[int, list[tuple[int, ...]]] = {}
    for first, before in ways.items():
        end = first + 1
        while end <= len(opens):
            known = longer.setdefault(end, [])
            known += [(*way, end) for way in before][: 2 - len(known)]
            if end == len(opens) or not goes_on[end] or not opens[first]:
                break
            end += 1
    return longer
