"""``git diff`` of a stored snapshot reads as field changes once the driver is set."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOT = "snapshots/peru/crs-2024-01-10/snapshot.json"


@pytest.fixture
def repository(tmp_path):
    shutil.copytree(ROOT / "snapshots", tmp_path / "snapshots")
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "diff.reportdiff.command", f"'{sys.executable}' -m reportdiff git-diff")
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "The first store")
    return tmp_path


def git(folder, *arguments):
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout


def replace_in(path, old, new):
    path.write_text(path.read_text().replace(old, new))


def test_a_changed_figure_reads_as_a_field_change(repository):
    replace_in(repository / SNAPSHOT, "22000000000", "23000000000")
    told = git(repository, "diff")
    assert told.startswith(f"reportdiff {SNAPSHOT}\n")
    assert "over $22 billion (2022) → over $23 billion (2022)" in told
    assert "$9 billion (2009) " not in told


def test_a_change_that_moves_no_field(repository):
    replace_in(repository / SNAPSHOT, '"extractor": {\n  "name"', '"extractor": {\n\n  "name"')
    assert git(repository, "diff") == f"reportdiff {SNAPSHOT}\n  no field changed\n"


def test_a_new_and_a_removed_snapshot(repository):
    folder = (repository / SNAPSHOT).parent
    folder.rename(folder.with_name("crs-2025-01-10"))
    told = git(repository, "add", ".") + git(repository, "diff", "--cached", "--no-renames")
    assert "  added: peru/crs-2024-01-10, " in told
    assert "  removed: peru/crs-2024-01-10, " in told
    assert " claims\n" in told


def test_a_damaged_snapshot_does_not_end_the_diff_of_the_others(repository):
    (repository / SNAPSHOT).write_text("{")
    other = repository / "snapshots/peru/state-2017-01-25/snapshot.json"
    for old, new in (("14000000000", "16000000000"), ("14500000000", "16500000000"), ("13500000000", "15500000000")):
        replace_in(other, old, new)
    told = git(repository, "diff")
    assert "cannot be compared" in told
    assert "$14 billion (2015) → $16 billion (2015)" in told
