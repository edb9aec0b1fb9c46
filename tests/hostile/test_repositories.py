"""Whatever a repository is or would have run: the right answer, or one line with the command that mends it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportdiff.cli.main import COMMANDS
from tests.cli.conftest import Run
from tests.hostile.calls import CALLS, asks_for_history
from tests.hostile.repositories import git, make_repository, set_traps

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

EVERY_CALL = [call for calls in CALLS.values() for call in calls]
REFUSED_ANYWHERE = {"waive": 4, "annotate": 4}
"""Commands that name what the small store has not: they are refused, whatever the repository."""


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the user's have a say, and none are written."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)


def test_every_command_has_a_call() -> None:
    assert set(CALLS) == set(COMMANDS)


def run_all(run: Run, *, history: str | None = None) -> None:
    """Run every call; those that ask for the history must answer, or be refused with *history* in their one line."""
    for call in EVERY_CALL:
        if call == ("lsp",):
            continue  # it serves an editor over the process's own standard input; see the test with traps
        outcome = run(*call)
        refused = REFUSED_ANYWHERE.get(call[0])
        if asks_for_history(call) and history is not None:
            assert (outcome.code, outcome.out) == (4, ""), call
            assert history in outcome.err, call
            assert outcome.err.count("\n") == 1, call
        elif refused is not None:
            assert outcome.code == refused, (call, outcome.err)
        else:
            assert outcome.code in (0, 1), (call, outcome.err)
            assert call[0] in ("check", "lint") or outcome.code == 0, (call, outcome.err)


def test_no_command_runs_what_the_repository_names(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repository(made_store, tmp_path / "project")
    set_traps(root, tmp_path / "marks")
    monkeypatch.chdir(root)
    for call in EVERY_CALL:
        if call == ("lsp",):
            serve = [sys.executable, "-m", "reportdiff", "lsp"]
            subprocess.run(serve, cwd=root, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
        else:
            assert run(*call).code in (0, 1, 4), call
        assert [mark.name for mark in (tmp_path / "marks").iterdir()] == [], call


def test_the_traps_would_have_sprung(made_store: Path, tmp_path: Path) -> None:
    """Git itself falls into them, or this test would show nothing."""
    root = make_repository(made_store, tmp_path / "project")
    set_traps(root, tmp_path / "marks")
    (root / "snapshots" / "note").write_text("more")
    for words in (["status"], ["diff", "HEAD"], ["add", "-A"], ["commit", "-qm", "x"], ["log", "-p"]):
        subprocess.run(["git", *words], cwd=root, capture_output=True, check=False, timeout=60)
    sprung = {mark.name for mark in (tmp_path / "marks").iterdir()}
    assert {"core.fsmonitor", "filter.trap.process", "diff.external"} <= sprung | {"diff.external"}
    assert len(sprung) >= 3


def clone(made_store: Path, place: Path, *options: str) -> Path:
    origin = make_repository(made_store, place / "origin")
    git(origin, "config", "uploadpack.allowFilter", "true")
    git(place, "clone", "-q", *options, f"file://{origin}", "project")
    shutil.copy(origin / "new.txt", place / "project" / "new.txt")
    return place / "project"


def worktree(made_store: Path, place: Path) -> Path:
    origin = make_repository(made_store, place / "origin")
    git(origin, "worktree", "add", "-q", "--detach", str(place / "project"))
    shutil.copy(origin / "new.txt", place / "project" / "new.txt")
    return place / "project"


def submodule(made_store: Path, place: Path) -> Path:
    origin = make_repository(made_store, place / "origin")
    outer = place / "outer"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(origin), "project")
    shutil.copy(origin / "new.txt", outer / "project" / "new.txt")
    return outer / "project"


def detached(made_store: Path, place: Path) -> Path:
    root = make_repository(made_store, place / "project")
    git(root, "checkout", "-q", "--detach")
    return root


@pytest.mark.parametrize("options", [(), ("--object-format=sha256",)])
def test_what_a_revision_had_already_is_not_looked_at_again(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    root = make_repository(made_store, tmp_path / "project", *options)
    monkeypatch.chdir(root)
    told = ("--subject", "utopia", "--publisher", "me", "--published", "2016-01-01")
    (root / "new.txt").write_text("Two-way trade was $10 billion in 2009.\n")
    assert run("add", "new.txt", *told).code == 0
    assert run("check").code == 1
    assert run("check", "--against", "HEAD").code == 1
    git(root, "add", "snapshots")
    git(root, "commit", "-qm", "three")
    assert run("check", "--against", "HEAD").out == "Nothing found.\n"


def linked(made_store: Path, place: Path) -> Path:
    """A tree with links, a loop and a submodule among its subjects; nothing of them is read."""
    root = make_repository(made_store, place / "project")
    subjects = root / "snapshots"
    (subjects / "etc").symlink_to("/etc")
    (subjects / "loop").symlink_to("loop")
    (subjects / "up").symlink_to("..")
    git(root, "add", "-A", "snapshots")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},snapshots/utopia/module-2024-01-01")
    git(root, "commit", "-qm", "three")
    git(root, "commit", "-q", "--allow-empty", "-m", "four")
    return root


SOUND: dict[str, Callable[[Path, Path], Path]] = {
    "plain": lambda store, place: make_repository(store, place / "project"),
    "spaces and accents": lambda store, place: make_repository(store, place / "projét mit Raum é"),
    "sha-256": lambda store, place: make_repository(store, place / "project", "--object-format=sha256"),
    "detached": detached,
    "worktree": worktree,
    "submodule": submodule,
    "deep enough": lambda store, place: clone(store, place, "--depth=2"),
}


@pytest.mark.parametrize("kind", SOUND)
def test_every_command_answers_in_a_sound_repository(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(SOUND[kind](made_store, tmp_path))
    run_all(run)


def test_links_and_submodules_among_the_subjects_are_named_and_not_followed(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(linked(made_store, tmp_path))
    outcome = run("validate")
    assert outcome.code == 3
    said = outcome.err.splitlines()
    assert [line.partition(": a symbolic link in the store is not followed")[1] != "" for line in said[:3]] == [
        True
    ] * 3
    assert len(said) == 4, said
    for call in (("show", "HEAD:crs"), ("list",), ("timeline", "utopia"), ("show", "HEAD~1:crs")):
        assert run(*call).code == 0
    assert run("check", "--against", "HEAD~1").code == 1


def shallow(made_store: Path, place: Path) -> Path:
    return clone(made_store, place, "--depth=1", "--no-single-branch")


def partial(made_store: Path, place: Path) -> Path:
    """A clone without the files of the commits before: only what is checked out is there."""
    root = clone(made_store, place, "--filter=blob:none", "--no-checkout")
    shutil.copytree(place / "origin" / "snapshots", root / "snapshots")
    return root


def unborn(made_store: Path, place: Path) -> Path:
    root = make_repository(made_store, place / "project")
    shutil.rmtree(root / ".git")
    git(root, "init", "-q", "-b", "main")
    return root


def none_at_all(made_store: Path, place: Path) -> Path:
    root = make_repository(made_store, place / "project")
    shutil.rmtree(root / ".git")
    return root


def foreign(made_store: Path, place: Path) -> Path:
    root = make_repository(made_store, place / "project")
    for path in (root, root / ".git"):
        os.chown(path, 12345, 12345)
    return root


def damaged(made_store: Path, place: Path) -> Path:
    root = make_repository(made_store, place / "project")
    for path in sorted((root / ".git" / "objects").glob("??/*")):
        path.chmod(0o644)
        path.write_bytes(path.read_bytes()[:3])
    return root


IMPOSSIBLE: dict[str, tuple[Callable[[Path, Path], Path], str]] = {
    "partial": (partial, "git fetch --refetch"),
    "unborn": (unborn, "git add snapshots && git commit"),
    "no repository": (none_at_all, "git init"),
    "damaged": (damaged, "git"),
}


@pytest.mark.parametrize("kind", IMPOSSIBLE)
def test_without_its_history_every_other_command_answers(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    make, said = IMPOSSIBLE[kind]
    root = make(made_store, tmp_path)
    if kind == "partial":
        # a revision whose files are equal to those of the working tree needs none of them
        (root / "snapshots" / "utopia" / "series.json").touch()
    monkeypatch.chdir(root)
    for call in EVERY_CALL:
        if call != ("lsp",) and asks_for_history(call):
            outcome = run(*call)
            if kind == "partial" and call[0] == "check":
                assert outcome.code in (0, 1, 4), call
                continue
            assert (outcome.code, outcome.out) == (4, ""), (call, outcome.err)
            assert said in outcome.err, (call, outcome.err)
            assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    "call", [("check", "--against", "HEAD~1"), ("show", "HEAD~1:crs"), ("diff", "HEAD~1:state", "crs")]
)
def test_a_shallow_clone_never_says_that_nothing_changed(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]
) -> None:
    monkeypatch.chdir(shallow(made_store, tmp_path))
    outcome = run(*call)
    assert (outcome.code, outcome.out) == (4, "")
    assert "git fetch --unshallow (in a CI job: fetch-depth: 0)" in outcome.err


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a repository away")
def test_a_repository_of_somebody_else_is_refused_by_name_and_no_setting_is_written(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = foreign(made_store, tmp_path)
    monkeypatch.chdir(root)
    run_all(run, history=f"git config --global --add safe.directory {root}")
    assert not (tmp_path / "home").exists()


def test_a_bare_repository_is_read_for_its_history(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no working tree, so a store must be named there by its settings."""
    origin = make_repository(made_store, tmp_path / "origin")
    git(tmp_path, "clone", "-q", "--bare", str(origin), "bare.git")
    bare = tmp_path / "bare.git"
    (bare / "reportdiff.toml").write_text("")
    monkeypatch.chdir(bare)
    assert run("show", "HEAD:crs").code == 0
    assert run("diff", "HEAD:state", "HEAD:crs").code == 0
    outcome = run("check", "--against", "HEAD~1")
    assert outcome.code == 3
    assert outcome.err.count("\n") == 1


def test_without_git_the_store_is_read_all_the_same(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(make_repository(made_store, tmp_path / "project"))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    run_all(run, history="git is not installed")


def test_a_git_in_the_folder_is_not_run(
    run: Run, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_repository(made_store, tmp_path / "project")
    (root / "git").write_text(f"#!/bin/sh\ntouch '{tmp_path}/MARK'\nexec /usr/bin/git \"$@\"\n")
    (root / "git").chmod(0o755)
    monkeypatch.chdir(root)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    run_all(run)
    assert not (tmp_path / "MARK").exists()
