"""How fast snapshots are read out of git: 1,000 versions of one, beside ``git cat-file --batch``."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.places import ROOT
from bench.tables import render_table
from reportdiff.store.history import open_history
from reportdiff.store.snapshots import RECORD, TEXT, Store

VERSIONS = 1000
ROUNDS = 7
GOAL = ("1.5 x", "1.2 x")
FILES = (RECORD, TEXT)


def measure_history() -> Iterator[str]:
    """One table: the best wall-clock time of several rounds, git's own and ours in turn."""
    samples = sorted(path.parent for path in (ROOT / "snapshots").glob(f"*/*/{RECORD}"))
    if not samples or shutil.which("git") is None:
        yield "History: none, there is no git or no snapshot to copy.\n"
        return
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _make_repository(root, samples[0])
        rows = [
            _compare(
                "in one commit, as check --against reads them", lambda: _peer_files(root), lambda: _read_commit(root)
            ),
            _compare("one a commit, through 1,000 commits", lambda: _peer_commits(root), lambda: _read_commits(root)),
        ]
    head = ("1,000 versions of a snapshot", "git cat-file, ms", "reportdiff, ms", "ratio", "first goal", "aim")
    yield render_table(f"Reading out of git: record and text, best of {ROUNDS} rounds", head, rows)


def _compare(name: str, peer: Callable[[], int], own: Callable[[], int]) -> tuple[str, ...]:
    times: dict[str, float] = {"peer": float("inf"), "own": float("inf")}
    for _ in range(ROUNDS):
        read = {}
        for who, work in (("peer", peer), ("own", own)):
            start = time.perf_counter()
            read[who] = work()
            times[who] = min(times[who], time.perf_counter() - start)
        assert read["peer"] == read["own"], "both read the same bytes"
    ratio = times["own"] / times["peer"]
    return (name, f"{times['peer'] * 1e3:.0f}", f"{times['own'] * 1e3:.0f}", f"{ratio:.2f} x", *GOAL)


def _make_repository(root: Path, sample: Path) -> None:
    """A branch ``all`` whose one commit holds every version, and ``each`` with a commit a version."""
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    with subprocess.Popen(["git", "fast-import", "--quiet"], cwd=root, stdin=subprocess.PIPE) as git:
        assert git.stdin is not None
        for branch in ("all", "each"):
            for number in range(VERSIONS):
                if branch == "each" or number == 0:
                    git.stdin.write(
                        b"commit refs/heads/%s\ncommitter A <a@b> %d +0000\ndata 0\n"
                        % (branch.encode(), 10**9 + number)
                    )
                edition = f"{sample.name}.{number + 2}" if branch == "all" else sample.name
                for name in FILES:
                    data = (sample / name).read_bytes() + b"%d\n" % number
                    path = f"snapshots/{sample.parent.name}/{edition}/{name}"
                    git.stdin.write(f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n")


def _read_commit(root: Path) -> int:
    with open_history(Store(root=root)) as history:
        there = history.list_snapshots(history.resolve("all"))
        return sum(map(len, history.read_blobs([each.blobs[name] for each in there for name in FILES])))


def _read_commits(root: Path) -> int:
    with open_history(Store(root=root)) as history:
        read = 0
        for commit in _commits(root):
            (there,) = history.list_snapshots(commit)
            read += sum(map(len, history.read_blobs([there.blobs[name] for name in FILES])))
        return read


def _peer_files(root: Path) -> int:
    words = ["git", "ls-tree", "-r", "--name-only", "all"]
    names = subprocess.run(words, cwd=root, check=True, capture_output=True, text=True).stdout.split()
    return _cat(root, [f"all:{name}" for name in names])


def _peer_commits(root: Path) -> int:
    words = ["git", "ls-tree", "-r", "--name-only", "each"]
    names = subprocess.run(words, cwd=root, check=True, capture_output=True, text=True).stdout.split()
    return _cat(root, [f"{commit}:{name}" for commit in _commits(root) for name in names])


def _commits(root: Path) -> list[str]:
    words = ["git", "rev-list", "each"]
    return subprocess.run(words, cwd=root, check=True, capture_output=True, text=True).stdout.split()


def _cat(root: Path, names: list[str]) -> int:
    asked = "".join(f"{name}\n" for name in names).encode()
    words = ["git", "cat-file", "--batch"]
    told = subprocess.run(words, cwd=root, input=asked, check=True, capture_output=True).stdout
    heads, at = 0, 0
    while at < len(told):
        end = told.index(b"\n", at)
        size = int(told[at:end].rpartition(b" ")[2])
        heads, at = heads + size, end + size + 2
    return heads
