"""Settings for people and for programs, each with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from reportdiff.model.settings import Setting
from reportdiff.records.json import JsonValue, dump_json
from reportdiff.reports.screen import Screen, printable


def render_config_text(settings: Sequence[Setting], screen: Screen) -> str:
    """A line a setting, as the file would have it, and behind it the origin."""
    lines = [(f"{each.name} = {_toml(each.value)}", each.origin) for each in settings]
    width = max((len(line) for line, _ in lines if len(line) <= screen.columns // 2), default=0)
    return "".join(
        f"{printable(line):<{width}}  {screen.paint('quiet', f'# {printable(origin)}')}\n" for line, origin in lines
    )


def render_config_json(settings: Sequence[Setting], _screen: Screen) -> str:
    """Name, value and origin of each setting."""
    found: list[JsonValue] = [
        {"name": each.name, "value": _plain(each.value), "origin": each.origin} for each in settings
    ]
    return dump_json({"schema_version": 1, "settings": found}).decode()


CONFIG_FORMATS: dict[str, Callable[[Sequence[Setting], Screen], str]] = {
    "text": render_config_text,
    "json": render_config_json,
}


def render_config(settings: Sequence[Setting], form: str, screen: Screen) -> str:
    """*settings* in a format of ``CONFIG_FORMATS``."""
    return CONFIG_FORMATS[form](settings, screen)


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{name} = {_toml(inner)}' for name, inner in value.items())} }}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def _plain(value: object) -> JsonValue:
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    assert isinstance(value, str | int)
    return value
