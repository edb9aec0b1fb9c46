"""What all tests share: where the project lies, the documents beside it, and how hard the laws are tried."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.deep.tally import pytest_runtest_call, pytest_terminal_summary, tally

__all__ = ["pytest_runtest_call", "pytest_terminal_summary", "root", "shared", "tally"]

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True)
settings.register_profile(
    "deep", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
settings.load_profile("ci")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents and gold beside the project; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not (folder / "sources").is_dir():
        pytest.skip("needs the documents in ../shared, which are not beside the project")
    return folder
