"""The fixtures of the command line's tests serve here too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.conftest import made_store, run, store

__all__ = ["made_store", "run", "store"]


@pytest.fixture
def tell(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Print a line beside the dots of the test run."""
    capture = pytestconfig.pluginmanager.getplugin("capturemanager")

    def print_line(line: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"\n{line}", flush=True)

    return print_line
