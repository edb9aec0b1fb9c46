"""Platforms look for a file from the root of the repository, wherever in it the store lies."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DRAFT = "The poverty rate of Utopia was 27 percent in 2019.\n"


@pytest.fixture
def below(run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, a store two folders below the root of a repository, with a draft inside and one outside."""
    folder = tmp_path / "made" / "reports"
    shutil.copytree(made_store, folder)
    (tmp_path / ".git").mkdir()
    (folder / "draft.txt").write_text(DRAFT)
    (tmp_path / "outside.txt").write_text(DRAFT)
    monkeypatch.chdir(folder)
    return folder


def paths_in_gitlab(run: Run, *drafts: str) -> set[str]:
    return {each["location"]["path"] for each in json.loads(run("lint", *drafts, "--format", "gitlab").out)}


def test_a_platform_is_told_paths_from_the_root_of_the_repository(run: Run, below: Path) -> None:
    assert paths_in_gitlab(run, "draft.txt", "../../outside.txt") == {"made/reports/draft.txt", "outside.txt"}
    (run_of,) = json.loads(run("lint", "draft.txt", "--format", "sarif").out)["runs"]
    related = [each["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run_of["results"]]
    assert set(related) == {"made/reports/snapshots/utopia/crs-2024-01-10/text.md"}


def test_a_person_is_told_the_path_that_was_given(run: Run, below: Path) -> None:
    assert run("lint", "draft.txt", "--format", "line").out.startswith("draft.txt:1:")
    assert run("lint", "../../outside.txt").out.startswith("../../outside.txt:1:")


def test_without_a_repository_a_draft_keeps_its_path(run: Run, below: Path, tmp_path: Path) -> None:
    (tmp_path / ".git").rmdir()
    assert paths_in_gitlab(run, "draft.txt") == {"draft.txt"}
