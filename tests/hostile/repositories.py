"""Repositories around a store: sound ones of every kind, and one whose settings would run something."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.hostile.calls import NEW

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
ALONE = {"HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}

TRAPS = (
    "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.askPass", "diff.external", "diff.trap.textconv",
    "diff.trap.command", "diff.reportdiff.command", "diff.reportdiff.textconv", "filter.trap.clean", "filter.trap.smudge",
    "filter.trap.process", "credential.helper", "gpg.program", "sequence.editor", "uploadpack.packObjectsHook", "pager.log",
)  # fmt: skip
"""Settings whose value is a program that git runs."""
ALIASED = ("rev-parse", "cat-file", "for-each-ref", "log", "diff", "status", "version")
HOOKS = (
    "post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction", "fsmonitor-watchman", "post-commit", "pre-commit",
    "post-merge", "update", "pre-push",
)  # fmt: skip


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *WHO, *words], cwd=folder, env=ALONE, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def make_repository(made_store: Path, root: Path, *options: str) -> Path:
    """A copy of a store in a repository of two commits: the older report alone, then both; a new document beside."""
    root.mkdir(parents=True)
    git(root, "init", "-q", "-b", "main", *options)
    shutil.copytree(made_store / "snapshots", root / "snapshots")
    newer = root / "snapshots" / "utopia" / "crs-2024-01-10"
    newer.rename(root / "aside")
    git(root, "add", "snapshots")
    git(root, "commit", "-qm", "one")
    (root / "aside").rename(newer)
    git(root, "add", "snapshots")
    git(root, "commit", "-qm", "two")
    (root / "new.txt").write_text(NEW, "utf-8")
    return root


def set_traps(root: Path, marks: Path) -> None:
    """Have the repository at *root* name a program wherever git would run one; it leaves a file in *marks*."""
    marks.mkdir()
    for trap in (*TRAPS, *(f"alias.{name}" for name in ALIASED)):
        program = _program(marks, trap)
        git(root, "config", trap, f"!{program}" if trap.startswith("alias") else str(program))
    hooks = root / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in HOOKS:
        shutil.copy(_program(marks, name), hooks / name)
    shutil.copytree(hooks, marks.parent / "hooks", dirs_exist_ok=True)
    git(root, "config", "core.hooksPath", str(marks.parent / "hooks"))
    (root / ".git" / "info").mkdir(exist_ok=True)
    (root / ".git" / "info" / "attributes").write_text("* diff=trap filter=trap\n", "ascii")
    for mark in marks.iterdir():
        mark.unlink()


def _program(marks: Path, name: str) -> Path:
    path = marks.parent / "programs" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\ntouch '{marks / name}'\ncat\n", "utf-8")
    path.chmod(0o755)
    return path
