"""What a command loads before it is of use: modules by name, for times differ from machine to machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportdiff import api

ROOT = Path(__file__).parents[2]
DIFF = ("diff", "peru/state-2017-01-25", "peru/crs-2024-01-10")
LIST_MODULES = (
    "import sys; from reportdiff.cli.main import main; code = main(sys.argv[1:]);"
    "print(*sys.modules, file=sys.stderr); sys.exit(code)"
)

NEVER = """git gitdb jsonschema referencing hypothesis diff_match_patch shutil tempfile secrets subprocess logging
    multiprocessing asyncio email csv sqlite3 difflib importlib.metadata importlib.resources
    reportdiff.api.checking reportdiff.api.documents reportdiff.checks.run reportdiff.extraction.claims
    reportdiff.model.finding reportdiff.records.schema reportdiff.store.history reportdiff.store.validation
    reportdiff.vocabulary.loader""".split()
"""What a diff of stored snapshots has no use for, with all below it."""

FOR_FRAMING = """tomllib html reportdiff.extraction reportdiff.grammar reportdiff.sources reportdiff.vocabulary.tables
    reportdiff.model.text reportdiff.model.framing""".split()
"""What it uses only where the framing is looked at, which needs the texts read anew."""


def modules_of(*arguments: str) -> list[str]:
    """The modules loaded by the end of a command, in a process of its own."""
    command = [sys.executable, "-c", LIST_MODULES, *arguments]
    # What a coverage run hooks into every Python process is not the command's doing.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    return done.stderr.split()


def below(modules: list[str], names: list[str]) -> list[str]:
    return [each for each in modules if any(each == name or each.startswith(f"{name}.") for name in names)]


needs_store = pytest.mark.skipif(not (ROOT / "snapshots" / "peru").is_dir(), reason="no stored snapshots by the tests")


@needs_store
def test_a_diff_of_stored_snapshots_loads_nothing_that_it_does_not_use() -> None:
    modules = modules_of(*DIFF)
    assert "reportdiff.compare.diff" in modules
    assert below(modules, NEVER) == []


@needs_store
def test_a_diff_without_framing_reads_no_text() -> None:
    modules = modules_of(*DIFF, "--only", "figures,facts")
    assert "reportdiff.compare.diff" in modules
    assert below(modules, NEVER + FOR_FRAMING) == []


def test_the_table_of_verbs_is_what_is_offered() -> None:
    named = [name for names in api.HOMES.values() for name in names]
    assert sorted(named) == sorted(api.__all__)
    assert all(getattr(api, name) is not None for name in named)


def test_no_module_hides_a_verb() -> None:
    modules = {path.stem for path in Path(api.__path__[0]).glob("*.py")}
    assert modules.isdisjoint(api.__all__)
