"""The settings that hold for a project, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reportdiff.checks.levels import check_rules
from reportdiff.model.conventions import USUAL, Conventions
from reportdiff.model.errors import NotFound
from reportdiff.model.settings import Level, LevelsFor, Setting, Settings
from reportdiff.records.conventions import read_conventions
from reportdiff.records.settings import Configured, read_configured, read_settings
from reportdiff.store.snapshots import find_store

OPTION = "--fail-on"


def conventions(*, folder: str | Path = ".") -> Conventions:
    """How documents are read in the store that *folder* lies in; as usual where there is none.

    Raises :class:`InvalidSettings` for settings that are not right, or a vocabulary that cannot be read.
    """
    try:
        root = find_store(Path(folder)).root
    except NotFound:
        return USUAL
    return read_conventions(read_settings(root))


def configured(*, fail_on: str | None = None, folder: str | Path = ".") -> tuple[Setting, ...]:
    """Every setting of the store that *folder* lies in, levels and aliases one by one, in the order of the schema.

    *fail_on* is what a command was told. Raises :class:`NotFound` without a store, :class:`InvalidSettings` for
    settings that are not right, a rule that there is not among them.
    """
    root = find_store(Path(folder)).root
    found = read_configured(root)
    check_rules(found.settings)
    if fail_on is not None:
        settings = replace(found.settings, fail_on=Level(fail_on))
        found = Configured(settings, {**found.origins, "fail_on": OPTION})
    return tuple(_settings(found.settings, found, root))


def _settings(settings: Settings, found: Configured, root: Path) -> Iterator[Setting]:
    values: dict[str, int | str | tuple[object, ...]] = {
        "fiscal_year_start": settings.fiscal_year_start,
        "vocabulary": tuple(_from_root(path, root) for path in settings.vocabulary),
        "prefer": settings.prefer,
        "fail_on": settings.fail_on.value,
        "fetch_from": settings.fetch_from,
        "dataset": "" if settings.dataset is None else _from_root(settings.dataset, root),
        "watch": tuple(term[0] if len(term) == 1 else term for term in settings.watch),
    }
    for name in Settings.__slots__:
        if name == "levels":
            for rule, level in settings.levels:
                yield Setting(name=f"levels.{rule}", value=level.value, origin=found.origins[name])
        elif name == "levels_for":
            for number, entry in enumerate(settings.levels_for, 1):
                yield Setting(name=f"levels_for.{number}", value=_entry(entry), origin=found.origins[name])
        elif name == "aliases":
            for publisher, names in settings.aliases:
                yield Setting(name=f"aliases.{publisher}", value=names, origin=found.origins[name])
        else:
            yield Setting(name=name, value=values[name], origin=found.origins[name])


def _entry(entry: LevelsFor) -> dict[str, object]:
    conditions = {name: getattr(entry, name) for name in ("rules", "paths", "publishers", "subjects")}
    return {name: told for name, told in conditions.items() if told} | {"level": entry.level.value}


def _from_root(path: Path, root: Path) -> str:
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()
