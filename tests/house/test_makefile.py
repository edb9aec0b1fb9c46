"""The Makefile lists its targets and refuses in one line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TARGETS = {"help", "demo", "test", "check", "bench", "coverage", "deep", "fuzz", "mutation", "hooks", "clean"}

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "MFLAGS"}
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        env=outside | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project without its environment, in a path with a space and a letter outside ASCII."""
    folder = tmp_path / "a cöpy"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("src", "schemas", "docs/rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_without_a_target_it_lists_them_all() -> None:
    done = make(ROOT)
    assert done.returncode == 0
    assert set(re.findall(r"^  ([a-z]+)\t", done.stdout, flags=re.MULTILINE)) == TARGETS


def test_every_listed_target_is_phony() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    assert phony
    assert set(phony.group(1).split()) == TARGETS


def refusals(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What make says of its own, without the line that names the recipe."""
    return [line for line in done.stderr.splitlines() if line.startswith("make: ") and "***" not in line]


@pytest.mark.parametrize("target", ["demo", "test", "bench"])
@pytest.mark.parametrize("name", ["no such python", "old-python"])
def test_a_python_that_is_missing_or_too_old_is_refused_in_one_line(copy: Path, target: str, name: str) -> None:
    old = copy / "old-python"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    old.chmod(0o755)
    done = make(copy, target, f"PYTHON={copy / name}")
    assert done.returncode != 0
    assert len(refusals(done)) == 1
    assert refusals(done)[0].startswith(
        f"make: {copy / name} is missing or older than Python 3.11; install a newer one"
    )
    assert not (copy / ".venv").exists()


@pytest.mark.deep
def test_without_a_package_index_nothing_half_made_is_left(copy: Path) -> None:
    cut_off = {
        "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
        "PIP_RETRIES": "0",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_CACHE_DIR": "1",
        "PIP_FIND_LINKS": "",
    }
    done = make(copy, "demo", **cut_off)
    assert done.returncode != 0
    assert len(refusals(done)) == 2
    assert "No matching distribution found for hatchling" in refusals(done)[1]
    assert not (copy / ".venv").exists()


@pytest.mark.deep
def test_set_up_survives_being_cut_short(copy: Path) -> None:
    """An environment that bears the mark of an unfinished set-up is made anew."""
    (copy / ".venv" / "bin").mkdir(parents=True)
    (copy / ".venv" / "unfinished").touch()
    (copy / ".venv" / "bin" / "debris").touch()
    done = make(copy, ".venv/core.stamp")
    assert done.returncode == 0, done.stderr
    assert not (copy / ".venv" / "bin" / "debris").exists()
    program = subprocess.run([copy / ".venv/bin/reportdiff", "--version"], capture_output=True, text=True, check=False)
    assert program.returncode == 0, program.stderr
