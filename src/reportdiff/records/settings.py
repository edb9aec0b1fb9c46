"""Settings out of ``reportdiff.toml``, or ``[tool.reportdiff]`` in ``pyproject.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Any

from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.settings import DEFAULTS, Level, Settings
from reportdiff.records.fields import nearest
from reportdiff.records.files import SETTINGS_FILE, read_bytes

MAX_BYTES = 1_000_000

_KEYS = tuple(field.name for field in fields_of(Settings))
_LEVELS = {level.value: level for level in Level}


OUR_TABLE = re.compile(rb"^\s*\[\s*tool\s*(?:\]|\.\s*[\"']?reportdiff)", re.MULTILINE)
"""Where our table may stand in a ``pyproject.toml``; without it the file need not be parsed (9 ms of a diff)."""


def read_settings(folder: Path) -> Settings:
    """The settings that *folder* holds, or the defaults.

    ``reportdiff.toml`` wins over ``pyproject.toml``. Raises :class:`InvalidSettings` for what is not TOML, an unknown
    key (naming the nearest one) or a value of the wrong kind; paths in it are taken from *folder*.
    """
    own, shared = folder / SETTINGS_FILE, folder / "pyproject.toml"
    if own.exists():
        return decode_settings(_load_toml(own), name=str(own), folder=folder)
    if shared.exists() and OUR_TABLE.search(read_bytes(shared, limit=MAX_BYTES)):
        tools = _load_toml(shared).get("tool", {})
        if isinstance(tools, dict) and "reportdiff" in tools:
            return decode_settings(tools["reportdiff"], name=f"{shared} [tool.reportdiff]", folder=folder)
    return DEFAULTS


def decode_settings(table: object, *, name: str, folder: Path) -> Settings:
    """The settings that a TOML table holds; see :func:`read_settings`."""
    if not isinstance(table, dict):
        raise InvalidSettings(f"{name}: a table is expected, not {table!r:.40}; write [tool.reportdiff]")
    for key in table:
        if key not in _KEYS:
            hint = nearest(key, _KEYS) or f"; known are {', '.join(_KEYS)}"
            raise InvalidSettings(f"{name}: unknown setting {key!r}{hint}; correct or remove it")
    return Settings(
        fiscal_year_start=_month(table, name),
        vocabulary=tuple(folder / path for path in _words(table, "vocabulary", name)),
        levels=_levels(table, name),
        prefer=_words(table, "prefer", name),
        fail_on=_level(table.get("fail_on", DEFAULTS.fail_on.value), "fail_on", name),
        watch=_watched(table, name),
    )


def _load_toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(read_bytes(path, limit=MAX_BYTES).decode())
    except UnicodeDecodeError as error:
        raise InvalidSettings(f"{path}: not UTF-8 at offset {error.start}; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidSettings(f"{path}: not TOML: {error}; correct it") from None
    except RecursionError:
        raise InvalidSettings(f"{path}: nested too deeply; flatten it") from None
    except UnreadableInput as error:
        raise InvalidSettings(str(error)) from None


def _month(table: Mapping[str, object], name: str) -> int:
    month = table.get("fiscal_year_start", DEFAULTS.fiscal_year_start)
    if type(month) is not int or not 1 <= month <= 12:
        raise InvalidSettings(f"{name}: fiscal_year_start is {month!r:.40}; give the month as a number from 1 to 12")
    return month


def _words(table: Mapping[str, object], key: str, name: str) -> tuple[str, ...]:
    words = table.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise InvalidSettings(f'{name}: {key} is {words!r:.40}; give a list of texts, such as ["one", "two"]')
    if key == "prefer" and len(set(words)) != len(words):
        raise InvalidSettings(f"{name}: prefer names a publisher twice; keep one place for each")
    return tuple(words)


def _watched(table: Mapping[str, object], name: str) -> tuple[tuple[str, ...], ...]:
    terms = table.get("watch", [])
    if not isinstance(terms, list):
        raise InvalidSettings(f'{name}: watch is {terms!r:.40}; give a list, such as ["a phrase", ["one", "other"]]')
    parts = [term if isinstance(term, list) else [term] for term in terms]
    for term in parts:
        if not term or not all(isinstance(part, str) and part.strip() for part in term):
            raise InvalidSettings(f"{name}: watch holds {term!r:.40}; give a text, or a list of texts")
    return tuple(tuple(" ".join(part.split()) for part in term) for term in parts)


def _levels(table: Mapping[str, object], name: str) -> tuple[tuple[str, Level], ...]:
    levels = table.get("levels", {})
    if not isinstance(levels, dict):
        raise InvalidSettings(
            f'{name}: levels is {levels!r:.40}; write [levels] and rules below it, such as stale = "info"'
        )
    return tuple((rule, _level(levels[rule], f"levels.{rule}", name)) for rule in sorted(levels))


def _level(value: object, key: str, name: str) -> Level:
    if not isinstance(value, str) or value not in _LEVELS:
        hint = nearest(value, _LEVELS) if isinstance(value, str) else ""
        raise InvalidSettings(f"{name}: {key} is {value!r:.40}{hint}; give one of {', '.join(_LEVELS)}")
    return _LEVELS[value]
