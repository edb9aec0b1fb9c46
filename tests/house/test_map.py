"""CONTRIBUTING.md names every folder of the package with the purpose that the folder itself tells."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "reportdiff"
ROW = re.compile(r"^\| `([a-z]+)/` \| ([^|]+) \|([^|]*)\|$", re.MULTILINE)
FOLDERS = {
    name: (purpose, inside) for name, purpose, inside in ROW.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
}


def test_every_folder_is_on_the_map() -> None:
    assert sorted(FOLDERS) == sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_the_map_says_what_the_folder_says(name: str) -> None:
    purpose, inside = FOLDERS[name]
    told = (PACKAGE / name / "__init__.py").read_text("utf-8").split('"""')[1].split("\n\n")[0]
    assert " ".join(told.split()).rstrip(".") == purpose
    assert inside.split() == [f"`{path.parent.name}/`" for path in sorted((PACKAGE / name).glob("*/__init__.py"))]
