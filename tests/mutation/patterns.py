"""Changes to a regular expression, or to a piece of one: an alternative, a repeat, a bound or a look-around goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

LIMITS_FROM = 20
"""From here on a number is a limit, such as how far is looked, whose last unit nothing needs: it is halved. Others grow by 1."""

_OPTIONAL = re.compile(r"(?<=[\w\])}\\. ])[?*]\??")
_REPEATED = re.compile(r"(?<=[\w\])}\\. ])\+")
_BOUND = re.compile(r"\{(\d+),(\d+)\}")
_EDGE = re.compile(r"\\b|(?<![\[\\])\^|\$$")
_GROUP = re.compile(r"\(\?(?:<?[!=])")


def loosened(pattern: str) -> Iterator[tuple[str, str]]:
    r"""Each change of *pattern* with what it does.

    >>> [told for _, told in loosened(r"\bin (?:May|June)? ?[0-9]{1,2}")]
    ["pattern without '\\\\b' at 0", "pattern without '?' at 17", "pattern without '?' at 19", 'pattern {1,2} -> {1,3} at 25',
     "pattern without alternative 'May'", "pattern without alternative 'June'"]
    """
    for kind in (_EDGE, _OPTIONAL, _REPEATED):
        for found in kind.finditer(pattern):
            if not _is_escaped(pattern, found.start()) or kind is _EDGE:
                yield (
                    pattern[: found.start()] + pattern[found.end() :],
                    f"pattern without {found.group()!r} at {found.start()}",
                )
    for found in _BOUND.finditer(pattern):
        most = int(found[2])
        more = f"{{{found[1]},{most + 1 if most < LIMITS_FROM else most // 2}}}"
        yield (
            pattern[: found.start()] + more + pattern[found.end() :],
            f"pattern {found.group()} -> {more} at {found.start()}",
        )
    for found in _GROUP.finditer(pattern):
        end = _closing(pattern, found.start())
        if end:
            group = pattern[found.start() : end]
            yield pattern[: found.start()] + pattern[end:], f"pattern without {group!r}"
    for start, end in _alternatives(pattern):
        cut = slice(start - 1, end) if start and pattern[start - 1] == "|" else slice(start, end + 1)
        left = pattern[: cut.start] + pattern[cut.stop :]
        yield left, f"pattern without alternative {pattern[start:end]!r}"


def _is_escaped(pattern: str, at: int) -> bool:
    """True for a mark that stands for itself, behind a backslash or inside brackets."""
    before = pattern[:at]
    slashes = len(before) - len(before.rstrip("\\"))
    return slashes % 2 == 1 or before.rfind("[") > before.rfind("]")


def _closing(pattern: str, start: int) -> int | None:
    """Behind the bracket that closes the one at *start*; None where the piece ends before."""
    depth = 0
    for at in range(start, len(pattern)):
        if pattern[at] in "()" and not _is_escaped(pattern, at):
            depth += 1 if pattern[at] == "(" else -1
            if depth == 0:
                return at + 1
    return None


def _alternatives(pattern: str) -> Iterator[tuple[int, int]]:
    """The span of every alternative of a group, or of the whole, where there are several."""
    opened: list[list[int]] = [[0]]
    for at, mark in enumerate(pattern):
        if mark not in "(|)" or _is_escaped(pattern, at):
            continue
        if mark == "(":
            opened.append([_inside(pattern, at)])
        elif mark == "|":
            opened[-1].append(at + 1)
        elif len(opened) > 1:
            yield from _spans(opened.pop(), at)
    yield from _spans(opened[0], len(pattern))


def _inside(pattern: str, at: int) -> int:
    """Where the content of the group that opens at *at* begins."""
    head = re.compile(r"\((?:\?(?::|<?[!=]|P<\w+>))?").match(pattern, at)
    return head.end() if head else at + 1


def _spans(starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    if len(starts) > 1:
        for number, start in enumerate(starts):
            yield start, (starts[number + 1] - 1 if number + 1 < len(starts) else end)
