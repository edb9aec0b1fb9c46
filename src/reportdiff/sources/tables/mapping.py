"""A mapping: which parts of a table or record are read, and under which names; a small TOML file.

``only`` and ``skip`` list paths (``Economy / GDP``); ``[labels]`` gives names to paths, columns and measures;
``[columns]`` the role of a column by its head; ``[where]`` what a column must hold for its row to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reportdiff.model.errors import InvalidSettings
from reportdiff.records.toml import load_toml
from reportdiff.sources.builder import Passage
from reportdiff.sources.tables.shape import Role

SEPARATOR = " / "
_KEYS = ("only", "skip", "labels", "columns", "where")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What a user tells about the parts of a table or record; empty, it leaves all as it is."""

    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def keeps_row(self, heads: Sequence[Passage], row: Sequence[Passage]) -> bool:
        """True for a row whose cells are as ``where`` wants them."""
        told = {head.text: cell.text for head, cell in zip(heads, row, strict=False)} if self.where else {}
        return all(head not in told or told[head] in wanted for head, wanted in self.where.items())

    def keeps_path(self, path: str) -> bool:
        """True for a path that is read: it or what lies in it is in ``only``, and no part of it in ``skip``."""
        if any(_lies_in(path, left_out) for left_out in self.skip):
            return False
        return not self.only or any(_lies_in(path, kept) or _lies_in(kept, path) for kept in self.only)


NO_MAPPING = Mapping()
_BUNDLED = b"\0mapped\0"


def read_mapping(data: bytes | None, *, name: str = "the mapping") -> Mapping:
    """The mapping that a TOML file holds; one that changes nothing for None.

    Raises :class:`InvalidSettings` for what is not TOML, an unknown key, or a value of the wrong kind.
    """
    if data is None:
        return NO_MAPPING
    table = load_toml(data, name=name)
    for key in table:
        if key not in _KEYS:
            raise InvalidSettings(f"{name}: unknown key {key!r:.60}; known are {', '.join(_KEYS)}")
    columns = _words(table, "columns", name)
    for head, role in columns.items():
        if role not in list(Role):
            raise InvalidSettings(f"{name}: columns.{head}: no column is a {role!r:.40}; give one of {', '.join(Role)}")
    return Mapping(
        only=_paths(table, "only", name),
        skip=_paths(table, "skip", name),
        labels=_words(table, "labels", name),
        columns=columns,
        where={head: (each,) if isinstance(each, str) else tuple(each) for head, each in _wanted(table, name)},
    )


def bundle(data: bytes, mapping: bytes) -> bytes:
    """A document and its mapping in one string of bytes, for a reader that gets no more than one."""
    return _BUNDLED + len(mapping).to_bytes(8, "big") + mapping + data


def unbundle(data: bytes) -> tuple[bytes, bytes | None]:
    """What :func:`bundle` put together; any other bytes are a document without a mapping."""
    if not data.startswith(_BUNDLED):
        return data, None
    start = len(_BUNDLED) + 8
    end = start + int.from_bytes(data[len(_BUNDLED) : start], "big")
    return data[end:], data[start:end]


def _lies_in(path: str, other: str) -> bool:
    return path == other or path.startswith(other + SEPARATOR)


def _paths(table: dict[str, Any], key: str, name: str) -> tuple[str, ...]:
    paths = table.get(key, [])
    if not isinstance(paths, list) or not all(isinstance(path, str) and path for path in paths):
        raise InvalidSettings(f'{name}: {key} is {paths!r:.40}; give a list of paths, such as ["Economy / GDP"]')
    return tuple(paths)


def _words(table: dict[str, Any], key: str, name: str) -> dict[str, str]:
    words = table.get(key, {})
    if not isinstance(words, dict) or not all(isinstance(word, str) and word.strip() for word in words.values()):
        raise InvalidSettings(f'{name}: [{key}] must hold lines such as "name in the source" = "name"; correct it')
    return {known: " ".join(word.split()) for known, word in words.items()}


def _wanted(table: dict[str, Any], name: str) -> list[tuple[str, str | list[str]]]:
    wanted = table.get("where", {})
    good = isinstance(wanted, dict) and all(
        isinstance(each, str) or (isinstance(each, list) and all(isinstance(one, str) for one in each))
        for each in wanted.values()
    )
    if not good:
        raise InvalidSettings(f'{name}: [where] must hold lines such as "Country" = "France"; correct it')
    return list(wanted.items())
