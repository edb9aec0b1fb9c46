"""The word tables of the grammar: read once from the files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from reportdiff.vocabulary.plain_tables import read_plain_table

# importlib.resources would be longer in loading than these tables.
_FOLDER = Path(__file__).parent


@cache
def load_table(name: str) -> dict[str, Any]:
    """The TOML file *name* (without its ending) of this package; it must not be changed by whoever reads it."""
    text = (_FOLDER / f"{name}.toml").read_text("utf-8")
    table = read_plain_table(text)
    if table is not None:
        return table
    import tomllib  # late: word lists do not need it, and loading it takes longer than reading them

    return tomllib.loads(text)
