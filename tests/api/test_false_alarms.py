"""Real documents held against stores that speak of the same: nothing at warning or above that is not so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.model.finding import Finding

GRAVE = ("error", "warning")
STORED = ("state-[!h]*.txt", "whitehouse-*.md", "crs-*.pdftotext.txt")
SERIES = [
    ("state", "state-hrr-ghana-*.txt"),
    pytest.param("state", "state-hrr-peru-*.txt", marks=pytest.mark.deep),
    ("cia", "factbook-ghana-*.txt"),
    pytest.param("cia", "factbook-indonesia-*.txt", marks=pytest.mark.deep),
    pytest.param("cia", "factbook-ukraine-*.txt", marks=pytest.mark.deep),
]


def add(paths: Sequence[Path], publisher: str, subject: str, folder: Path) -> None:
    """Stores documents whose names tell their days, or their years."""
    read = []
    for path in paths:
        data, told = path.read_bytes(), api.Told(subject=subject, publisher=publisher, published=day_of(path))
        read.append((api.read_document(data, name=path.name, told=told, force=True), data))
    api.add_all(read, folder=folder)


def day_of(path: Path) -> str:
    found = re.search(r"-(20\d\d)(-\d\d-\d\d)?", path.name)
    assert found is not None
    return f"{found[1]}{found[2] or '-12-31'}"


def grave(findings: Sequence[Finding]) -> list[str]:
    return [f"{each.rule.name}: {each.message}" for each in findings if each.level.value in GRAVE]


def test_a_stored_document_is_no_contradiction_of_itself_or_of_its_neighbours(shared: Path, tmp_path: Path) -> None:
    paths = sorted(path for pattern in STORED for path in (shared / "corpus").glob(pattern))
    api.init(tmp_path)
    for path in paths:
        publisher, subject = path.name.split("-")[:2]
        add([path], publisher, subject, tmp_path)
    assert len(paths) == 13
    found = {
        path.name: grave(api.lint(path.read_bytes(), name=path.name, folder=tmp_path, subject=path.name.split("-")[1]))
        for path in paths
    }
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.parametrize(("publisher", "pattern"), SERIES)
def test_the_newest_edition_that_tells_its_day_is_not_overtaken_by_earlier_ones(
    publisher: str, pattern: str, shared: Path, tmp_path: Path
) -> None:
    *earlier, newest = sorted((shared / "corpus").glob(pattern))
    subject = pattern.split("-")[-2]
    api.init(tmp_path)
    add(earlier, publisher, subject, tmp_path)
    draft = f"---\npublished: {day_of(newest)}\n---\n\n".encode() + newest.read_bytes()
    assert grave(api.lint(draft, name="draft.md", folder=tmp_path, subject=subject)) == []


def test_an_earlier_edition_is_overtaken_by_later_ones(shared: Path, tmp_path: Path) -> None:
    first, *later = sorted((shared / "corpus").glob("state-hrr-peru-*.txt"))
    api.init(tmp_path)
    add(later, "state", "peru", tmp_path)
    draft = f"---\npublished: {day_of(first)}\n---\n\n".encode() + first.read_bytes()
    found = grave(api.lint(draft, name="draft.md", folder=tmp_path, subject="peru"))
    assert any("15 days" in each and "30 calendar days" in each for each in found)
