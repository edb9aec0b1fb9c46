"""The table at the end of a deep run tells what was counted in that run, by one process or by several."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deep.tally import BAD_INPUTS, FAULTS, LAWS, PARTS
from tests.hostile.inputs import KINDS

HOOKS = "from tests.deep.tally import pytest_runtest_call, pytest_terminal_summary, tally\n"
TESTS = f"""
import pytest
from hypothesis import assume, given, settings, strategies as st

@pytest.mark.deep
@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_one(tally, kind):
    tally({BAD_INPUTS!r}, 40, {{"refused": 38, "read": 2, "hangs": 0}}, kind)

@pytest.mark.deep
def test_two(tally):
    tally({FAULTS!r}, 1_000, {{"as before": 999, "torn": 1}}, "EIO")
    tally({FAULTS!r}, 5, {{"as before": 5, "torn": 0}}, "8 at once")
    raise AssertionError

@settings(max_examples=30, database=None)
@given(st.integers())
def test_law(number):
    assume(number != 0)

@settings(max_examples=30, database=None)
@given(st.booleans())
def test_small_law(number):
    pass

@given(st.integers())
def test_skipped(number):
    pytest.skip()

@settings(max_examples=30, database=None)
@given(st.integers())
def test_broken_law(number):
    assert number == 0
"""


@pytest.fixture(scope="module", params=["", "-n2"])
def lines(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The lines of the table of a run, by their first words."""
    folder = tmp_path_factory.mktemp("tally")
    (folder / "conftest.py").write_text(HOOKS)
    (folder / "test_x.py").write_text(TESTS)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = deep\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder), *request.param.split()]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True, check=False
    )
    found = re.findall(r"^(  \S.{31}|\S.{33}) +([0-9,-]+) +[0-9-]+  (.*)$", done.stdout, flags=re.MULTILINE)
    return {part.rstrip(): f"{tried}: {told}" for part, tried, told in found}


def test_what_was_counted_is_summed_and_told(lines: dict[str, str]) -> None:
    assert lines[BAD_INPUTS] == "80: refused 76, read 4, hangs 0"
    assert (lines["  docx"], lines["  pdf"]) == ("40: refused 38, read 2",) * 2
    assert lines[FAULTS] == "1,005: as before 1,004, torn 1"
    assert (lines["  EIO"], lines["  8 at once"]) == ("1,000: as before 999, torn 1", "5: as before 5")


def test_laws_are_told_by_the_examples_that_held_them(lines: dict[str, str]) -> None:
    assert lines[LAWS] == "3: broken 1"
    assert (lines["  30"], lines["  2"]) == ("1: ", "1: ")


def test_a_part_that_did_not_run_says_so(lines: dict[str, str]) -> None:
    assert [part for part in PARTS if lines[part] == "-: not run to its end"] == [
        part for part in PARTS if part not in (BAD_INPUTS, FAULTS, LAWS)
    ]


def test_the_names_of_rows_fit_their_column() -> None:
    assert max(map(len, (*PARTS, *KINDS))) <= 33
