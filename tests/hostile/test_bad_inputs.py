"""Thousands of bad inputs: each is read or refused in one line; nothing else happens, anywhere."""

from __future__ import annotations

import random
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.hostile.inputs import KINDS, Kind
from tests.hostile.repositories import git
from tests.hostile.watching import watching

SECONDS = 60
"""Nothing takes so long unless it hangs."""
SAMPLE = 50
"""``make test`` takes each fiftieth; ``make deep`` all of them."""
FINDINGS = ("validate",)
"""The commands that tell one line for each thing that is wrong."""


@pytest.fixture(scope="module")
def begun(made_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with all its files, in a repository, and the newer snapshot as it travels alone beside its record."""
    from reportdiff import api
    from reportdiff.records.snapshot import dump_snapshot

    folder = tmp_path_factory.mktemp("begun") / "project"
    shutil.copytree(made_store, folder)
    whole = folder / "snapshots" / "utopia" / "crs-2024-01-10" / "whole.json"
    whole.write_bytes(dump_snapshot(api.open_snapshot("crs", folder=folder)))
    api.write_baseline(folder=folder)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "snapshots")
    git(folder, "commit", "-qm", "one")
    return folder


@contextmanager
def limited(seconds: int, what: object) -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise AssertionError(f"hangs: {what!r}")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def check_kind(
    run: Run, begun: Path, place: Path, patch: pytest.MonkeyPatch, name: str, numbers: range
) -> tuple[int, int]:
    """Try the inputs of a kind with these *numbers*; how many there were, and how many were refused."""
    patch.setattr(tempfile, "tempdir", str(place))
    kind, refused = KINDS[name], 0
    without = shutil.ignore_patterns("" if name == "revisions" else ".git")
    for number in numbers:
        folder = place / "project"
        shutil.copytree(begun, folder, ignore=without)
        patch.chdir(folder)
        refused += check_one(run, folder, kind, f"{name} {number}")
        patch.chdir(place)
        shutil.rmtree(folder)
    return len(numbers), refused


def check_one(run: Run, folder: Path, kind: Kind, seed: str) -> bool:
    """True if the input was refused; by then nothing was written outside of the folder, and nobody was called."""
    words = kind.make(folder, random.Random(seed))
    with watching(folder.parent) as watch, limited(SECONDS, (seed, words)):
        outcome = run(*words)
    what = (seed, words, outcome)
    assert 0 <= outcome.code <= 5, what
    assert "Traceback" not in outcome.err, what
    if outcome.code > 1:
        assert outcome.err.startswith("reportdiff: "), what
        assert outcome.err.count("\n") == 1 or words[0] in FINDINGS, what
        assert outcome.err.rstrip("\n").isprintable() or words[0] in FINDINGS, what
        assert outcome.out == "", what
    assert watch.written == [], what
    assert watch.connected == [], what
    assert not (folder / "MARK").exists()
    assert all("git" in program or "python" in program for program in watch.started), what
    return outcome.code > 1


@pytest.mark.parametrize("name", KINDS)
def test_a_sample_of_bad_inputs(
    run: Run, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    tried, _ = check_kind(run, begun, tmp_path, monkeypatch, name, range(0, KINDS[name].number, SAMPLE))
    assert tried >= 4


@pytest.mark.deep
@pytest.mark.parametrize("name", KINDS)
def test_every_bad_input(
    run: Run, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, tell: Callable[[str], None]
) -> None:
    tried, refused = check_kind(run, begun, tmp_path, monkeypatch, name, range(KINDS[name].number))
    tell(f"{name}: {tried} bad inputs, {refused} refused, each in one line; 0 tracebacks, 0 hangs, 0 writes, 0 calls")
    assert refused > 0


def test_there_are_seven_thousand() -> None:
    assert sum(kind.number for kind in KINDS.values()) >= 7000
