"""The fixtures of the command line's tests serve here too."""

from __future__ import annotations

from tests.cli.conftest import made_store, run, store

__all__ = ["made_store", "run", "store"]
