"""The wheel carries all that the program reads at run time."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling is not installed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the project, without a network."""
    folder = tmp_path_factory.mktemp("wheel") / "project"
    folder.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("src", "schemas", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = (folder / "dist").glob("*.whl")
    return built


def test_the_wheel_carries_schemas_vocabulary_and_types(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "reportdiff"
    data = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    expected = {f"reportdiff/{path.relative_to(package).as_posix()}" for path in data}
    expected |= {f"reportdiff/schemas/{path.name}" for path in (ROOT / "schemas").glob("*.json")}
    expected |= {f"reportdiff/rules/{path.name}" for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert expected - inside == set()
    assert "reportdiff/py.typed" in inside
    assert any(name.startswith("reportdiff/vocabulary/") and name.endswith(".toml") for name in inside)
    assert any(name.startswith("reportdiff/schemas/") for name in inside)


def test_the_wheel_carries_its_licence_and_its_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    names = archive.namelist()
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
    assert "reportdiff = reportdiff.cli.main:main" in archive.read(entry_points).decode()


def test_the_wheel_carries_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top.split("-")[0] for top in tops} == {"reportdiff"}
