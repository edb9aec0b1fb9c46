"""What a refusal tells to do next fits what is there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

STATE, CRS = "utopia/state-2017-01-25", "utopia/crs-2024-01-10"
ADD_ANEW = "restore a copy, or remove the folder and add it anew"


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def damage(store: Path, snapshot: str) -> None:
    (store / "snapshots" / snapshot / "text.md").write_text("Something else.\n")


def test_without_git_what_is_broken_is_to_be_added_anew(run: Run, store: Path) -> None:
    damage(store, CRS)
    done = run("validate")
    assert done.code == 3
    assert done.err.splitlines()[1:] == [
        "reportdiff: 1 broken, as told above.",
        f"reportdiff: The last commit does not have {CRS} whole: {ADD_ANEW}.",
    ]


def test_what_the_last_commit_has_whole_is_checked_out(run: Run, store: Path) -> None:
    git(store, "init", "-q")
    git(store, "add", f"snapshots/{STATE}")
    git(store, "commit", "-qm", "one of two")
    for snapshot in (STATE, CRS):
        damage(store, snapshot)
    told = run("validate").err.splitlines()
    assert f"reportdiff: The last commit has {STATE} whole: git checkout HEAD -- snapshots/{STATE}" in told
    assert f"reportdiff: The last commit does not have {CRS} whole: {ADD_ANEW}." in told
    git(store, "checkout", "HEAD", "--", f"snapshots/{STATE}")
    assert STATE not in run("validate").err


def test_a_damage_that_was_committed_is_not_checked_out(run: Run, store: Path) -> None:
    damage(store, CRS)
    git(store, "init", "-q")
    git(store, "add", ".")
    git(store, "commit", "-qm", "damaged")
    assert "git checkout" not in run("validate").err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("schema", "snapshto"), "no schema 'snapshto' (did you mean 'snapshot'?); reportdiff schema lists them"),
        (("schema", "x"), "no schema 'x'; reportdiff schema lists them"),
        (("explain", "stael"), "no rule 'stael' (did you mean 'stale'?); reportdiff rules lists them"),
        (("explain", "rd3011"), "no rule 'rd3011' (did you mean 'RD301'?); reportdiff rules lists them"),
        (("explain", "zzz"), "no rule 'zzz'; reportdiff rules lists them"),
    ],
)
def test_an_unknown_name_brings_the_nearest(run: Run, words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert (done.code, done.out, done.err) == (4, "", f"reportdiff: {told}\n")


def test_a_name_for_standard_input_needs_standard_input(run: Run, store: Path) -> None:
    (store / "draft.txt").write_text("Utopia is a country.\n")
    done = run("lint", "draft.txt", "--stdin-filename", "other.md")
    assert (done.code, done.out) == (2, "")
    assert "no DRAFT is -" in done.err
