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


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("dif", "a", "b"), 2, "no command 'dif' (did you mean 'diff'?). See `reportdiff --help`."),
        (("validate", "x"), 2, "Got unexpected extra argument (x). See `reportdiff validate --help`."),
        (("show", "sate"), 4, f"no snapshot 'sate'; the nearest is {STATE}; reportdiff list shows all 2"),
        (
            ("timeline", "utopai"),
            4,
            "no snapshot about 'utopai' (did you mean 'utopia'?); the store has snapshots about utopia",
        ),
        (
            ("normalize", "https://example.org/a.html"),
            2,
            "https://example.org/a.html: an address, which add alone fetches; add it, or save it and name the file",
        ),
        (
            ("diff", "state", "crs", "-o", "snapshots"),
            3,
            "snapshots: cannot be written: is a directory; name a file in it",
        ),
        (
            ("diff", "state", "crs", "-o", "no/x"),
            3,
            "no/x: cannot be written: no such file or directory; make the folder no first",
        ),
    ],
)
def test_a_slip_is_met_with_what_fits_it(run: Run, store: Path, words: tuple[str, ...], code: int, told: str) -> None:
    done = run(*words)
    assert (done.code, done.out, done.err) == (code, "", f"reportdiff: {told}\n")


def test_reports_on_two_subjects_are_not_compared(run: Run, store: Path) -> None:
    (store / "other.txt").write_text("The poverty rate was 25 percent in 2016.\n")
    assert (
        run("add", "other.txt", "--subject", "arcadia", "--publisher", "state", "--published", "2018-01-01").code == 0
    )
    done = run("diff", "arcadia/state", "utopia/crs")
    assert (done.code, done.out) == (2, "")
    assert "figures of two subjects are not compared" in done.err
    assert run("diff", "other.txt", "utopia/crs").code == 0


def test_init_tells_what_it_made_and_what_was_there(run: Run, tmp_path: Path) -> None:
    made = ["snapshots/", "reportdiff.toml", ".github/workflows/reportdiff.yml"]
    assert run("init").out.splitlines() == made
    again = run("init")
    assert (again.code, again.out, len(again.err.splitlines())) == (0, "", 3)
    assert run("init", "below").out.splitlines() == [f"below/{name}" for name in made]


def test_a_draft_named_twice_is_looked_at_once(run: Run, store: Path) -> None:
    (store / "draft.txt").write_text("Two-way trade with Utopia was $20 billion in 2015.\n")
    once = run("lint", "draft.txt", "--format", "line")
    assert once.out
    assert run("lint", "draft.txt", "draft.txt", "--format", "line") == once
