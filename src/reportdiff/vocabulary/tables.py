"""The word tables of the grammar: read once from the files beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

# importlib.resources would be longer in loading than these tables.
_FOLDER = Path(__file__).parent


@cache
def load_table(name: str) -> dict[str, Any]:
    """The TOML file *name* (without its ending) of this package; it must not be changed by whoever reads it."""
    import tomllib  # late: what never asks for a table need not load it

    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
