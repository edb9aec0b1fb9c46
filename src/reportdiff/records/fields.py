"""Readers of the members of a JSON object: strict, fast, and naming the place when something does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias, TypeVar

from reportdiff.model.span import Span
from reportdiff.records.json import JsonValue

Record: TypeAlias = dict[str, JsonValue]
T = TypeVar("T")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPAN_KEYS = frozenset({"start", "end"})


class Misfit(Exception):
    """A value that does not fit its place; ``path`` leads to it from the value that was being read."""

    def __init__(self, problem: str, path: tuple[str | int, ...] = ()) -> None:
        super().__init__(problem)
        self.problem = problem
        self.path = path

    def under(self, key: str | int) -> Misfit:
        """The same misfit as seen from one level up."""
        return Misfit(self.problem, (key, *self.path))

    @property
    def pointer(self) -> str:
        """The place as a JSON pointer."""
        return "".join(f"/{part}" for part in self.path) or "/"


def record(value: JsonValue, keys: frozenset[str], optional: frozenset[str] = frozenset()) -> Record:
    """*value* as an object that has all *keys*, perhaps some of *optional*, and no other."""
    if not isinstance(value, dict):
        raise Misfit(f"{shown(value)} is not an object")
    if value.keys() != keys:
        present = value.keys() - optional
        if present != keys:
            raise _wrong_keys(present, keys | optional, keys)
    return value


def member(owner: Record, key: str, read: Callable[[JsonValue], T]) -> T:
    """What *read* makes of a member."""
    try:
        return read(owner[key])
    except Misfit as misfit:
        raise misfit.under(key) from None


def members(owner: Record, key: str, read: Callable[[JsonValue], T]) -> tuple[T, ...]:
    """What *read* makes of each item of a list."""
    items = owner[key]
    if not isinstance(items, list):
        raise Misfit(f"{shown(items)} is not a list", (key,))
    done: list[T] = []
    try:
        done.extend(map(read, items))
    except Misfit as misfit:
        # What was read before the misfit is in the list, so that its length tells which item it was.
        raise misfit.under(len(done)).under(key) from None
    return tuple(done)


def as_word(value: JsonValue) -> str:
    """*value* as a text that is not empty."""
    if type(value) is not str or not value:
        raise Misfit(f"{shown(value)} is not a text with something in it")
    return value


def string(owner: Record, key: str) -> str:
    """A text, perhaps empty."""
    value = owner[key]
    if type(value) is not str:
        raise Misfit(f"{shown(value)} is not a text", (key,))
    return value


def word(owner: Record, key: str) -> str:
    """A text that is not empty."""
    value = owner[key]
    if type(value) is not str or not value:
        raise Misfit(f"{shown(value)} is not a text with something in it", (key,))
    return value


def optional_string(owner: Record, key: str) -> str | None:
    """A text, or None for null."""
    value = owner[key]
    if value is not None and type(value) is not str:
        raise Misfit(f"{shown(value)} is neither a text nor null", (key,))
    return value


def short_string(owner: Record, key: str, longest: int) -> str:
    """A text of at most *longest* characters."""
    value = string(owner, key)
    if len(value) > longest:
        raise Misfit(f"{len(value)} characters are more than {longest}", (key,))
    return value


def matching(owner: Record, key: str, pattern: re.Pattern[str]) -> str:
    """A text that *pattern* is found in."""
    value = owner[key]
    if type(value) is not str or not pattern.search(value):
        raise Misfit(f"{shown(value)} does not have the form {pattern.pattern}", (key,))
    return value


def optional_matching(owner: Record, key: str, pattern: re.Pattern[str]) -> str | None:
    """As :func:`matching`; None for null."""
    return None if owner[key] is None else matching(owner, key, pattern)


def number(owner: Record, key: str) -> Decimal:
    """A figure."""
    value = owner[key]
    if type(value) is int:
        return Decimal(value)
    if not isinstance(value, Decimal):
        raise Misfit(f"{shown(value)} is not a number", (key,))
    return value


def optional_number(owner: Record, key: str) -> Decimal | None:
    """A figure, or None for null."""
    return None if owner[key] is None else number(owner, key)


def count(owner: Record, key: str) -> int:
    """A whole number, zero or more."""
    value = owner[key]
    if type(value) is not int or value < 0:
        raise Misfit(f"{shown(value)} is not a whole number of zero or more", (key,))
    return value


def choice(owner: Record, key: str, choices: Mapping[str, T]) -> T:
    """One of a closed table of words."""
    value = owner[key]
    if type(value) is not str or value not in choices:
        raise Misfit(f"{shown(value)} is none of {', '.join(choices)}", (key,))
    return choices[value]


def optional_choice(owner: Record, key: str, choices: Mapping[str, T]) -> T | None:
    """As :func:`choice`; None for null."""
    return None if owner[key] is None else choice(owner, key, choices)


def optional_day(owner: Record, key: str) -> date | None:
    """A day as ``2024-01-10``, or None for null."""
    value = owner[key]
    if value is None:
        return None
    # fromisoformat alone would take 20240110 and 2024-W02-3 too.
    if type(value) is str and len(value) == 10 and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise Misfit(f"{shown(value)} is not a day such as 2024-01-10", (key,))


def span(value: JsonValue) -> Span:
    """A run of code points ``{start, end}``."""
    owner = record(value, _SPAN_KEYS)
    return Span(count(owner, "start"), count(owner, "end"))


def shown(value: JsonValue) -> str:
    """*value* in a few characters, for a message."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "an object"
    if isinstance(value, str):
        return repr(value if len(value) <= 40 else f"{value[:39]}…")
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def nearest(name: str, known: Collection[str]) -> str:
    """`` (did you mean …?)`` with the known name that is nearest, or nothing."""
    import difflib

    found = difflib.get_close_matches(name, sorted(known), n=1)
    return f" (did you mean {found[0]!r}?)" if found else ""


def _wrong_keys(present: Collection[str], known: frozenset[str], wanted: frozenset[str]) -> Misfit:
    unknown = sorted(set(present) - known)
    if unknown:
        return Misfit(f"unknown member {unknown[0]!r}{nearest(unknown[0], known)}")
    missing = sorted(wanted - set(present))
    return Misfit(f"member {missing[0]!r} is missing")
