"""The names of measures and countries alone, read without compiling the vocabulary: a report needs no more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

# importlib.resources would be longer in loading than these tables.
_FOLDER = Path(__file__).parent
_MEASURE = re.compile(r"""^\[measures\.['"]([^'"]+)['"]\]\nname = (['"])(.+)\2$""", re.MULTILINE)
_COUNTRY = re.compile(r"""^([A-Z]{3}|[a-z-]+) = ['"]([^;|"\n]+?)(?:['"]$| *[;|])""", re.MULTILINE)


@cache
def load_measure_names() -> Mapping[str, str]:
    """Key → name of every measure of the program's own vocabulary (``gdp.growth`` → ``GDP growth``)."""
    tables = (path.read_text("utf-8") for path in sorted((_FOLDER / "measures").glob("*.toml")))
    return {key: name for table in tables for key, _, name in _MEASURE.findall(table)}


@cache
def load_country_names() -> Mapping[str, str]:
    """Code → name of every country and group of countries (``FRA`` → ``France``)."""
    return dict(_COUNTRY.findall((_FOLDER / "countries.toml").read_text("utf-8")))
