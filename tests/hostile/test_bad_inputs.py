"""Thousands of bad inputs: each is read or refused in one line; nothing else happens, anywhere."""

from __future__ import annotations

import random
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, Run
from tests.deep.tally import BAD_INPUTS, Tally
from tests.hostile.inputs import KINDS, Kind
from tests.hostile.repositories import git
from tests.hostile.watching import Watch, watching

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


class Hangs(BaseException):
    """Nothing in the program catches it."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


RIGHT = ("read", "refused")
WRONG = ("tracebacks", "hangs", "writes outside", "connections", "other programs", "unclear refusals")


def check_kind(
    run: Run, begun: Path, place: Path, patch: pytest.MonkeyPatch, name: str, numbers: range
) -> tuple[Counter[str], list[object]]:
    """Try the inputs of a kind with these *numbers*: what became of how many, and those that went wrong."""
    patch.setattr(tempfile, "tempdir", str(place))
    kind, counts, wrong = KINDS[name], Counter(dict.fromkeys((*RIGHT, *WRONG), 0)), list[object]()
    without = shutil.ignore_patterns("" if name == "revisions" else ".git")
    for number in numbers:
        folder = place / "project"
        shutil.copytree(begun, folder, ignore=without)
        patch.chdir(folder)
        came, what = check_one(run, folder, kind, f"{name} {number}")
        counts[came] += 1
        wrong += [(came, what)] if came in WRONG else []
        patch.chdir(place)
        shutil.rmtree(folder)
    return counts, wrong


def check_one(run: Run, folder: Path, kind: Kind, seed: str) -> tuple[str, object]:
    """What became of the input, and how it came about."""
    words = kind.make(folder, random.Random(seed))
    try:
        with watching(folder.parent) as watch, limited(SECONDS):
            outcome = run(*words)
    except Hangs:
        return "hangs", (seed, words)
    marked = (folder / "MARK").exists()
    return what_came(outcome, watch, words[0], marked=marked), (seed, words, outcome, watch)


def what_came(outcome: Outcome, watch: Watch, command: str, *, marked: bool) -> str:
    """One of RIGHT or WRONG."""
    if not 0 <= outcome.code <= 5 or "Traceback" in outcome.err:
        return "tracebacks"
    if watch.written:
        return "writes outside"
    if watch.connected:
        return "connections"
    if marked or not all("git" in program or "python" in program for program in watch.started):
        return "other programs"
    if outcome.code <= 1:
        return "read"
    in_a_line = outcome.err.count("\n") == 1 and outcome.err.rstrip("\n").isprintable()
    clear = outcome.err.startswith("reportdiff: ") and outcome.out == "" and (in_a_line or command in FINDINGS)
    return "refused" if clear else "unclear refusals"


@pytest.mark.parametrize("name", KINDS)
def test_a_sample_of_bad_inputs(
    run: Run, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    counts, wrong = check_kind(run, begun, tmp_path, monkeypatch, name, range(0, KINDS[name].number, SAMPLE))
    assert wrong == []
    assert counts.total() >= 4


@pytest.mark.deep
@pytest.mark.parametrize("name", KINDS)
def test_every_bad_input(
    run: Run, begun: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, tally: Tally
) -> None:
    counts, wrong = check_kind(run, begun, tmp_path, monkeypatch, name, range(KINDS[name].number))
    tally(BAD_INPUTS, counts.total(), counts, name)
    assert wrong == []
    assert counts["refused"] > 0


def test_there_are_seven_thousand() -> None:
    assert sum(kind.number for kind in KINDS.values()) >= 7000
