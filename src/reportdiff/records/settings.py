"""Settings out of ``reportdiff.toml``, or ``[tool.reportdiff]`` in ``pyproject.toml``; the environment goes before."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields as fields_of
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from reportdiff.model.errors import InvalidSettings, UnreadableInput
from reportdiff.model.settings import DEFAULTS, Level, LevelsFor, Settings
from reportdiff.records.environment import SETTINGS, refuse_unknown_variables
from reportdiff.records.fields import nearest
from reportdiff.records.files import SETTINGS_FILE, read_bytes
from reportdiff.records.toml import load_toml

MAX_BYTES = 1_000_000
PROJECT_FILE = "pyproject.toml"

_KEYS = tuple(field.name for field in fields_of(Settings))
_LEVELS = {level.value: level for level in Level}
_CONDITIONS = ("rules", "paths", "publishers", "subjects")
_ENTRY_KEYS = (*_CONDITIONS, "level")
_NUMBER = re.compile(r"-?[0-9]{1,9}")


OUR_TABLE = re.compile(rb"^\s*\[\s*tool\s*(?:\]|\.\s*[\"']?reportdiff)", re.MULTILINE)
"""Where our table may stand in a ``pyproject.toml``; without it the file need not be parsed (9 ms of a diff)."""

DEFAULT = "default"
_WIDEST_NETWORK = 7


class Configured(NamedTuple):
    """Settings, and for each of them where it comes from: a file's name, an environment variable, or ``default``."""

    settings: Settings
    origins: Mapping[str, str]


def read_settings(folder: Path, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings that the environment and *folder* hold, or the defaults.

    ``reportdiff.toml`` wins over ``pyproject.toml``, *environ* (by default the process's own) over both. Raises
    :class:`InvalidSettings` for what is not TOML, an unknown key (naming the nearest one) or a value of the wrong kind,
    :class:`UsageProblem` for a variable that nothing heeds; paths are taken from *folder*.
    """
    return read_configured(folder, environ).settings


def read_configured(folder: Path, environ: Mapping[str, str] | None = None) -> Configured:
    """As :func:`read_settings`, with where each value comes from."""
    table, origin, path = _read_table(folder)
    settings = decode_settings(table, name=path, folder=folder) if table else DEFAULTS
    origins = {key: origin if key in table else DEFAULT for key in _KEYS}
    variables = os.environ if environ is None else environ
    refuse_unknown_variables(variables)
    for key, variable in SETTINGS.items():
        if told := variables.get(variable, ""):
            given = decode_settings({key: _typed(key, told)}, name=f"environment variable {variable}", folder=folder)
            settings = replace(settings, **{key: getattr(given, key)})
            origins[key] = variable
    return Configured(settings, origins)


def _typed(key: str, told: str) -> object:
    """A value as TOML would have it: a number, a text, or of a setting that is a list what the commas part."""
    if not isinstance(getattr(DEFAULTS, key), tuple):
        return int(told) if _NUMBER.fullmatch(told) else told
    words = [word.strip() for word in told.split(",")]
    return [_together(word) for word in words] if key == "watch" else words


def _together(term: str) -> str | list[str]:
    """A watched term: a phrase, or what is to stand in one sentence, joined by ``+``."""
    return [part.strip() for part in term.split("+")] if "+" in term else term


def _read_table(folder: Path) -> tuple[dict[str, Any], str, str]:
    """Our table, how to name it in a report, and its path; an empty one where no file has any."""
    own, shared = folder / SETTINGS_FILE, folder / PROJECT_FILE
    if own.exists():
        return _load_toml(own), SETTINGS_FILE, str(own)
    if shared.exists() and OUR_TABLE.search(read_bytes(shared, limit=MAX_BYTES)):
        tools = _load_toml(shared).get("tool", {})
        if isinstance(tools, dict) and "reportdiff" in tools:
            name = f"{shared} [tool.reportdiff]"
            if not isinstance(tools["reportdiff"], dict):
                raise _no_table(tools["reportdiff"], name)
            return tools["reportdiff"], f"{PROJECT_FILE} [tool.reportdiff]", name
    return {}, DEFAULT, ""


def decode_settings(table: object, *, name: str, folder: Path) -> Settings:
    """The settings that a TOML table holds; see :func:`read_settings`."""
    if not isinstance(table, dict):
        raise _no_table(table, name)
    _refuse_unknown(table, _KEYS, name)
    return Settings(
        fiscal_year_start=_month(table, name),
        vocabulary=tuple(folder / path for path in _words(table, "vocabulary", name)),
        levels=_levels(table, name),
        levels_for=_levels_for(table, name),
        prefer=_words(table, "prefer", name),
        fail_on=_level(table.get("fail_on", DEFAULTS.fail_on.value), "fail_on", name),
        watch=_watched(table, name),
        fetch_from=_networks(table, name),
        dataset=_dataset(table, name, folder),
        aliases=_aliases(table, name),
    )


def _no_table(value: object, name: str) -> InvalidSettings:
    return InvalidSettings(f"{name}: a table is expected, not {value!r:.40}; write [tool.reportdiff]")


def _refuse_unknown(table: Mapping[str, object], known: Sequence[str], name: str) -> None:
    for key in table:
        if key not in known:
            hint = nearest(key, known) or f"; known are {', '.join(known)}"
            raise InvalidSettings(f"{name}: unknown setting {key[:60]!r}{hint}; correct or remove it")


def _load_toml(path: Path) -> dict[str, Any]:
    try:
        return load_toml(read_bytes(path, limit=MAX_BYTES), name=str(path))
    except UnreadableInput as error:
        raise InvalidSettings(str(error)) from None


def _told(value: object) -> str:
    """A value of the file in a few characters."""
    return str(value) if isinstance(value, Decimal) else f"{value!r:.40}"


def _month(table: Mapping[str, object], name: str) -> int:
    month = table.get("fiscal_year_start", DEFAULTS.fiscal_year_start)
    if type(month) is not int or not 1 <= month <= 12:
        raise InvalidSettings(f"{name}: fiscal_year_start is {_told(month)}; give the month as a number from 1 to 12")
    return month


def _words(table: Mapping[str, object], key: str, name: str) -> tuple[str, ...]:
    words = table.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) and word for word in words):
        raise InvalidSettings(f'{name}: {key} is {words!r:.40}; give a list of texts, such as ["one", "two"]')
    if key == "prefer" and len(set(words)) != len(words):
        raise InvalidSettings(f"{name}: prefer names a publisher twice; keep one place for each")
    return tuple(words)


def _dataset(table: Mapping[str, object], name: str, folder: Path) -> Path | None:
    if "dataset" not in table:
        return None
    told = table["dataset"]
    if not isinstance(told, str) or not told or "\0" in told:
        raise InvalidSettings(f'{name}: dataset is {told!r:.40}; give the path of a folder, such as "dataset"')
    return folder / told


def _networks(table: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Networks inside that may be opened; never link-local ones, where clouds keep their machines' secrets."""
    words = _words(table, "fetch_from", name)
    if not words:
        return ()
    from ipaddress import ip_network

    for word in words:
        try:
            network = ip_network(word)
        except ValueError:
            raise InvalidSettings(f"{name}: fetch_from: {word[:60]!r} is no network; write 127.0.0.0/8") from None
        if not network.is_private or network.is_link_local or network.prefixlen < _WIDEST_NETWORK:
            raise InvalidSettings(f"{name}: fetch_from: {word} is no network inside; only such ones are opened")
    return words


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


def _aliases(table: Mapping[str, object], name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Other names of publishers by their ids, in order; none of them may name two."""
    told = table.get("aliases", {})
    if not isinstance(told, dict):
        raise InvalidSettings(
            f'{name}: aliases is {told!r:.40}; write [aliases] and publishers below it, such as imf = ["the Fund"]'
        )
    aliases = tuple((publisher, _words(told, publisher, f"{name}: aliases")) for publisher in sorted(told))
    owners: dict[str, str] = {}
    for publisher, names in aliases:
        for word in names:
            if owners.setdefault(word.casefold(), publisher) != publisher:
                owner = owners[word.casefold()]
                raise InvalidSettings(f"{name}: aliases: {word[:60]!r} names {owner} and {publisher}; keep one of them")
    return aliases


def _levels_for(table: Mapping[str, object], name: str) -> tuple[LevelsFor, ...]:
    entries = table.get("levels_for", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InvalidSettings(
            f"{name}: levels_for is {entries!r:.40}; write [[levels_for]] and below it what it fits and its level"
        )
    return tuple(_level_for(entry, f"{name}: levels_for, entry {number}") for number, entry in enumerate(entries, 1))


def _level_for(entry: Mapping[str, object], name: str) -> LevelsFor:
    _refuse_unknown(entry, _ENTRY_KEYS, name)
    conditions = {key: _words(entry, key, name) for key in _CONDITIONS if key in entry}
    if not conditions or not all(conditions.values()):
        raise InvalidSettings(f"{name}: fits nothing; give at least one of {', '.join(_CONDITIONS)}, and none empty")
    if "level" not in entry:
        raise InvalidSettings(f"{name}: no level; give one of {', '.join(_LEVELS)}")
    return LevelsFor(
        level=_level(entry["level"], "level", name),
        rules=conditions.get("rules", ()),
        paths=conditions.get("paths", ()),
        publishers=conditions.get("publishers", ()),
        subjects=conditions.get("subjects", ()),
    )


def _level(value: object, key: str, name: str) -> Level:
    if not isinstance(value, str) or value not in _LEVELS:
        hint = nearest(value, _LEVELS) if isinstance(value, str) else ""
        raise InvalidSettings(f"{name}: {key} is {value!r:.40}{hint}; give one of {', '.join(_LEVELS)}")
    return _LEVELS[value]
