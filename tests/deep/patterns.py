"""Every compiled regular expression of the package, wherever a module keeps it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import reportdiff

Found = tuple[str, re.Pattern[str]]


def package_patterns() -> list[Found]:
    """Name and pattern, each pattern once, in order of name."""
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.walk_packages(reportdiff.__path__, "reportdiff."):
        loaded = importlib.import_module(module.name)
        for name, value in sorted(vars(loaded).items()):
            for place, pattern in _patterns_in(value, f"{module.name.removeprefix('reportdiff.')}.{name}", depth=4):
                found.setdefault(pattern, place)
    return sorted((place, pattern) for pattern, place in found.items())


def _patterns_in(value: object, place: str, depth: int) -> Iterator[Found]:
    """The patterns in a value, in what it contains, and in the results that a cached loader keeps."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield place, value
    elif depth and not isinstance(value, str | bytes):
        for name, part in _parts_of(value):
            yield from _patterns_in(part, f"{place}{name}", depth - 1)


def _parts_of(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((f"[{key!r}]", part) for key, part in value.items())
    elif isinstance(value, tuple | list | set | frozenset):
        yield from ((f"[{number}]", part) for number, part in enumerate(value))
    elif is_dataclass(value) and not isinstance(value, type):
        yield from ((f".{field.name}", getattr(value, field.name, None)) for field in fields(value))
    elif isinstance(value, type) and value.__module__.startswith("reportdiff."):
        yield from ((f".{name}", part) for name, part in vars(value).items() if isinstance(part, re.Pattern))
    elif hasattr(value, "cache_info") and callable(value) and getattr(value, "__code__", None) is None:
        yield from _loaded_by(value)


def _loaded_by(loader: object) -> Iterator[tuple[str, object]]:
    """What a cached function without arguments returns."""
    wrapped = getattr(loader, "__wrapped__", None)
    if wrapped is not None and wrapped.__code__.co_argcount + wrapped.__code__.co_kwonlyargcount == 0:
        yield "()", loader()  # type: ignore[operator]


def is_anchored(place: str) -> bool:
    """True where the package only ever asks the pattern to match from one point on, and never to search."""
    module, _, name = place.rpartition(".")
    if not name.isidentifier():
        return False
    code = _source_code(module if name.startswith("_") else "")
    return not re.search(
        rf"(?<![\"'])\b{name}\b(?![\"'])(?! = |: |,?$|\.(?:match|fullmatch)\()", code, flags=re.MULTILINE
    )


@cache
def _source_code(module: str) -> str:
    """The lines of a module, or of all where none is named, without those that import."""
    (folder,) = map(Path, reportdiff.__path__)
    own = [folder / f"{module.replace('.', '/')}.py", folder / module.replace(".", "/") / "__init__.py"]
    paths = [path for path in own if path.is_file()] if module else sorted(folder.rglob("*.py"))
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    return "\n".join(line for line in lines if not line.startswith(("from ", "import ")))
