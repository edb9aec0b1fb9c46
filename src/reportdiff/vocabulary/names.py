"""Measures and countries by the names that people use, read without compiling the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path

from reportdiff.model.claim import Dimensions

OPEN = "open:"

IN_THE_NAME = frozenset({"flow", "partner", "reporter"})
IN_THE_VALUE = frozenset({"counted", "stage"})
"""Dimensions that stand in the name itself, or that a figure says."""

WITH_ARTICLE = (
    "States", "Kingdom", "Emirates", "Union", "Republic", "Islands", "Netherlands", "Philippines", "Bahamas",
    "Maldives", "Gambia", "Seychelles", "Comoros", "Republic of the Congo",
)  # fmt: skip
"""How names end that take an article."""

SIDES_OF_A_BALANCE = frozenset({"deficit", "surplus"})
"""What a balance is called by where it is told without its sign."""

TOWARDS = {"exports": "to", "imports": "from"}

SAID = {("change", "relative"): "change"}
"""Values of dimensions that read better in other words."""

_APART = str.maketrans("-.", "  ")
"""What parts the words of a key, where no table has its name."""

# importlib.resources would be longer in loading than these tables.
_FOLDER = Path(__file__).parent
_MEASURE_LINE = re.compile(r"""^(?:\[measures\.['"]([^'"]+)['"]\]|name = ['"](.+)['"])$""", re.MULTILINE)
_WITH_DIGIT = re.compile(r"\b(?:[0-9]{1,2}[a-z]|[a-z]{1,3}[0-9]{1,2})\b")
_COUNTRY = re.compile(r"""^([A-Z]{3}|[a-z-]+) = ['"]([^;|"\n]+?)(?:['"]$| *[;|])""", re.MULTILINE)


@cache
def load_measure_names() -> Mapping[str, str]:
    """Key → name of every measure of the program's own vocabulary (``gdp.growth`` → ``GDP growth``)."""
    tables = (path.read_text("utf-8") for path in sorted((_FOLDER / "measures").glob("*.toml")))
    names: dict[str, str] = {}
    key = ""
    for found in (line for table in tables for line in _MEASURE_LINE.finditer(table)):
        key = found[1] or key
        if found[2]:
            names[key] = found[2]
    return names


@cache
def load_country_names() -> Mapping[str, str]:
    """Code → name of every country and group of countries (``FRA`` → ``France``)."""
    return dict(_COUNTRY.findall((_FOLDER / "countries.toml").read_text("utf-8")))


@lru_cache(maxsize=1 << 12)
def name_measure(measure: str, dimensions: Dimensions, own: str | None = None) -> str:
    """What is measured, in words: the measure's name, by a project's *own* vocabulary first, and what pins it down.

    >>> name_measure("trade.exports", (("flow", "exports"), ("partner", "FRA"), ("sector", "agriculture")))
    'exports to France (agriculture)'
    """
    told = dict(dimensions)
    name = own or load_measure_names().get(measure) or _name_openly(measure)
    if told.get("flow") in SIDES_OF_A_BALANCE:
        name = name.replace("balance", told["flow"])
    of = f" of {name_place(told['reporter'])}" if "reporter" in told else ""
    partner = f" {TOWARDS.get(told.get('flow', ''), 'with')} {name_place(told['partner'])}" if "partner" in told else ""
    scope = ", ".join(_scope(name, dimensions))
    return f"{name}{of}{partner}{f' ({scope})' if scope else ''}"


def _name_openly(measure: str) -> str:
    """The words of a key that no table has; those with digits are written as names are: "4G coverage"."""
    words = measure.removeprefix(OPEN).translate(_APART)
    return _WITH_DIGIT.sub(lambda found: found.group().upper(), words)


def name_place(code: str) -> str:
    """A country's name by its code, with the article that it takes; other words as they are."""
    name = load_country_names().get(code) or code.replace("-", " ")
    return f"the {name}" if name.endswith(WITH_ARTICLE) else name


def _scope(name: str, dimensions: Dimensions) -> Iterator[str]:
    """What else pins a measure down, but for words that its name has already."""
    own = set(_words(name))
    for key, value in dimensions:
        words = name_place(value)
        if key in IN_THE_NAME | IN_THE_VALUE or own.issuperset(_words(words)):
            continue
        yield SAID.get((key, value)) or (f"since {value}" if key == "window_start" else words)


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()
