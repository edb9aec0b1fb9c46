"""A writer killed at any moment, and many writers at once: nothing torn, nothing lost that was told to be stored."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reportdiff import api
from reportdiff.api.annotating import correct
from reportdiff.api.renewing import renormalize
from reportdiff.store.adding import add_snapshot
from reportdiff.store.snapshots import Store, create_store, list_ids, read_snapshot
from reportdiff.store.validation import validate_store
from tests.deep.tally import AT_ONCE, KILLS, Tally
from tests.store.samples import edition

FORK = multiprocessing.get_context("fork")
AGAIN = 5
"""After so many kills the store is made anew, so that it stays small and each round short."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs processes that fork")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one report, read by an older program, and a claim to correct."""
    folder = tmp_path_factory.mktemp("begun")
    api.init(folder)
    store_text(folder, "The poverty rate was 25% in 2019.\n", "first", date(2020, 1, 1))
    return folder


def store_text(folder: Path, text: str, publisher: str, day: date) -> str:
    told = api.Told(subject="utopia", publisher=publisher, published=day)
    snapshot = api.read_document(text.encode(), name="a.txt", told=told)
    old = replace(snapshot, extractor=replace(snapshot.extractor, version="0.0.1"))
    return api.add(old, text.encode(), folder=folder).snapshot.id


def write_without_end(folder: Path, name: str, told: Connection) -> None:
    """Add, correct, waive and renew until killed; what is stored is told as soon as it is."""
    (claim, *_) = api.open_snapshot("utopia/first-2020-01-01", folder=folder).claims
    for number in itertools.count():
        day = date(2020, 1, 2) + timedelta(days=number)
        told.send(store_text(folder, f"The poverty rate was {number % 90 + 1}% in 2019.\n", name, day))
        write_the_rest(folder, claim.id, number)


def write_the_rest(folder: Path, claim: str, number: int) -> None:
    """All that is written beside snapshots, and each of them anew."""
    members = {"value.amount": Decimal(number % 50)}
    correct(f"utopia/first-2020-01-01#{claim}", members, author="A", reason="b", folder=folder)
    api.write_baseline(folder=folder)
    for _ in renormalize(folder=folder):
        pass


def received(told: Connection) -> Iterator[str]:
    while told.poll():
        try:
            yield told.recv()
        except EOFError:
            return


def seconds_of_a_round(begun: Path, folder: Path) -> float:
    """How long the writer takes from one snapshot to the next, so that every step of it is among the moments to kill."""
    shutil.copytree(begun, folder)
    here, there = FORK.Pipe(duplex=False)
    writer = FORK.Process(target=write_without_end, args=(folder, "clock", there))
    writer.start()
    there.close()
    here.recv()
    start = time.monotonic()
    here.recv()
    seconds = time.monotonic() - start
    writer.kill()
    writer.join()
    return seconds


def kill(begun: Path, place: Path, times: int) -> Counter[str]:
    """Kill a writer *times* times: how many snapshots were told to be stored, are gone, and how much is not sound."""
    chance, counts = random.Random(times), Counter(stored=0, lost=0, torn=0)
    longest = 3 * seconds_of_a_round(begun, place / "clock")
    for attempt in range(times):
        folder = place / str(attempt // AGAIN)
        if not folder.exists():
            shutil.copytree(begun, folder)
        here, there = FORK.Pipe(duplex=False)
        writer = FORK.Process(target=write_without_end, args=(folder, f"p{attempt}", there))
        writer.start()
        writer.join(chance.random() * longest)
        writer.kill()
        writer.join()
        assert writer.exitcode == -signal.SIGKILL, "it ended before it was killed"
        there.close()
        names = set(received(here))
        counts["stored"] += len(names)
        counts["lost"] += len(names - set(api.list_ids(folder=folder)))
        counts["torn"] += len(list(api.validate(folder=folder)))
    check_healed(place)
    return counts


def check_healed(place: Path) -> None:
    """The next writers clear away what was unfinished, and the series are those of the snapshots."""
    for folder in place.iterdir():
        store_text(folder, "The poverty rate was 1% in 2018.\n", "last", date(2022, 1, 1))
        (claim, *_) = api.open_snapshot("utopia/first-2020-01-01", folder=folder).claims
        write_the_rest(folder, claim.id, 1)
        drafts = [path.name for path in (folder / "snapshots").iterdir() if path.name.endswith(".tmp")]
        assert drafts == []
        assert [path.name for path in (folder / "snapshots" / "utopia").iterdir() if path.name.startswith(".")] == []
        assert not (folder / "snapshots" / ".lock").exists()
        assert list(api.validate(folder=folder)) == []


@pytest.mark.parametrize("times", [5, pytest.param(300, marks=pytest.mark.deep)])
def test_a_killed_writer_tears_nothing_and_loses_nothing(begun: Path, tmp_path: Path, times: int, tally: Tally) -> None:
    counts = kill(begun, tmp_path, times)
    if times > 5:
        tally(KILLS, times, counts)
    assert counts["stored"] > 0
    assert (counts["lost"], counts["torn"]) == (0, 0)


def add_many(root: Path, writer: int, each: int) -> None:
    for number in range(each):
        source = f"{writer}-{number}".encode()
        add_snapshot(Store(root=root), edition(source), source, patience=300)
    os._exit(0)


@pytest.mark.parametrize(("writers", "each"), [(4, 5), pytest.param(8, 50, marks=pytest.mark.deep)])
def test_writers_at_once_lose_nothing(tmp_path: Path, writers: int, each: int, tally: Tally) -> None:
    store = create_store(tmp_path)
    processes = [FORK.Process(target=add_many, args=(tmp_path, number, each)) for number in range(writers)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * writers
    ids = list_ids(store)
    sources = {read_snapshot(store, name).source.sha256 for name in ids}
    tried, torn = writers * each, list(validate_store(store))
    counts = {
        "stored": len(ids),
        "lost": tried - len(sources),
        "torn": len(torn),
        "ids twice": len(ids) - len(set(ids)),
    }
    if each > 5:
        tally(AT_ONCE, tried, counts, f"{writers} writers of {each}")
    assert counts == {"stored": tried, "lost": 0, "torn": 0, "ids twice": 0}
