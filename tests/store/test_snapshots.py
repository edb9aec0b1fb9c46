from __future__ import annotations

import errno
import itertools
import multiprocessing
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest

from reportdiff.model.errors import NotFound, ReportdiffError, UnreadableInput, UsageProblem
from reportdiff.records.snapshot import dump_snapshot
from reportdiff.store.adding import add_snapshot
from reportdiff.store.lock import locked
from reportdiff.store.snapshots import (
    Store,
    create_store,
    find_store,
    list_ids,
    load_named,
    read_snapshot,
)
from reportdiff.store.validation import validate_store
from tests.records.samples import TEXT
from tests.store.samples import add, edition, small_store


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_added_is_read_back(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    added = add_snapshot(store, edition(), b"as captured")
    assert added.is_new
    assert added.snapshot == edition()
    assert list_ids(store) == ("peru/crs-2024-01-10",)
    assert read_snapshot(store, "peru/crs-2024-01-10") == edition()
    folder = tmp_path / "snapshots" / "peru" / "crs-2024-01-10"
    assert names(folder) == ["snapshot.json", "source.txt", "text.md"]
    assert (folder / "source.txt").read_bytes() == b"as captured"
    assert (folder / "text.md").read_text("utf-8") == TEXT
    assert b'"text":' not in (folder / "snapshot.json").read_bytes().split(b'"title"')[-1]
    assert list(validate_store(store)) == []


def test_the_same_bytes_again_change_nothing(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    add(store)
    before = tree(tmp_path)
    again = add_snapshot(store, edition(), b"as captured")
    assert not again.is_new
    assert again.snapshot.id == "peru/crs-2024-01-10"
    assert tree(tmp_path) == before


def test_other_bytes_of_the_same_day_are_the_next_edition(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    add(store, b"one")
    second = add_snapshot(store, edition(b"two"), b"two")
    third = add_snapshot(store, edition(b"three"), b"three")
    assert [second.snapshot.id, third.snapshot.id] == ["peru/crs-2024-01-10.2", "peru/crs-2024-01-10.3"]
    assert [second.supersedes, third.supersedes] == ["peru/crs-2024-01-10", "peru/crs-2024-01-10.2"]
    assert read_snapshot(store, third.snapshot.id).edition.supersedes == "peru/crs-2024-01-10.2"
    assert not add_snapshot(store, edition(b"two"), b"two").is_new
    assert list(validate_store(store)) == []


def test_another_document_that_happens_to_share_an_id_supersedes_nothing(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    add_snapshot(store, edition(b"one", document="crs/IF 1"), b"one")
    other = add_snapshot(store, edition(b"one", document="crs/if-1"), b"one")
    assert other.is_new
    assert (other.snapshot.id, other.supersedes) == ("peru/crs-if-1-2024-01-10.2", None)


def test_undated_editions_are_told_apart_by_their_bytes(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    add(store, b"one", published=None)
    add(store, b"two", published=None)
    add(store, b"one", published=None)
    assert [len(name) for name in list_ids(store)] == [len("peru/crs-undated-01234567")] * 2


def test_a_store_is_found_from_below(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    assert find_store(tmp_path / "snapshots" / "peru").root == tmp_path.resolve()
    other = tmp_path / "other"
    (other / "drafts").mkdir(parents=True)
    (other / "reportdiff.toml").write_text("")
    assert find_store(other / "drafts") == Store(root=other.resolve())
    assert list_ids(Store(root=other)) == ()
    assert store.root == tmp_path


def test_no_store_is_said() -> None:
    with pytest.raises(NotFound, match="no store in / or above it; make one with reportdiff init"):
        find_store(Path("/"))


def test_a_snapshot_is_named_in_many_ways(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = small_store(tmp_path)
    crs = read_snapshot(store, "peru/crs-2024-01-10")
    (tmp_path / "crs.json").write_bytes(dump_snapshot(crs))
    (tmp_path / "bare.json").write_bytes(dump_snapshot(replace(crs, text=None)))
    monkeypatch.chdir(tmp_path)
    for name in [
        "peru/crs-2024-01-10",
        "crs-2024",
        "crs",
        "peru/crs@2024-06-01",
        "snapshots/peru/crs-2024-01-10",
        "snapshots/peru/crs-2024-01-10/",
        "snapshots/peru/crs-2024-01-10/snapshot.json",
        str(tmp_path / "snapshots" / "peru" / "crs-2024-01-10" / "snapshot.json"),
        "crs.json",
    ]:
        assert load_named(store, name) == crs, name
    assert load_named(None, "crs.json") == crs
    assert load_named(None, "bare.json") == replace(crs, text=None)
    for name, said in [
        ("peru/crs-2024-01-11", "the nearest are peru/crs-2024-01-10"),
        ("peru/../crs", "no snapshot"),
        ("../x", "no snapshot"),
        ("a\0b", "no snapshot"),
        ("snapshots/peru", "a folder without snapshot.json"),
    ]:
        with pytest.raises(NotFound, match=said):
            load_named(store, name)
    with pytest.raises(NotFound, match="there is no store here"):
        load_named(None, "crs-2024")
    with pytest.raises(UnreadableInput, match="not a snapshot"):
        load_named(store, "snapshots/peru/crs-2024-01-10/text.md")


def test_every_flipped_bit_is_found(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    add(store)
    folder = tmp_path / "snapshots" / "peru" / "crs-2024-01-10"
    chance = random.Random(1)
    for name in ("source.txt", "text.md", "snapshot.json"):
        good = (folder / name).read_bytes()
        bits = range(len(good) * 8) if len(good) < 200 else chance.sample(range(len(good) * 8), 250)
        for bit in bits:
            bad = bytearray(good)
            bad[bit // 8] ^= 1 << bit % 8
            (folder / name).write_bytes(bad)
            with pytest.raises(ReportdiffError) as refusal:
                read_snapshot(store, "peru/crs-2024-01-10")
            assert "\n" not in str(refusal.value)
            assert str(folder) in str(refusal.value)
        for size in {0, 1, len(good) // 2, len(good) - 1}:
            (folder / name).write_bytes(good[:size])
            assert [problem.snapshot for problem in validate_store(store)] == ["peru/crs-2024-01-10"]
        (folder / name).write_bytes(good)
    assert list(validate_store(store)) == []


def test_validate_names_everything_that_is_wrong(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    peru = tmp_path / "snapshots" / "peru"
    (peru / "state-2017-01-25" / "source.txt").unlink()
    (peru / "Not An Id").mkdir()
    (peru / "link").symlink_to(peru / "crs-2024-01-10")
    (peru / "series.json").write_text("{}")
    second = add_snapshot(store, edition(b"other"), b"other").snapshot.id
    assert second == "peru/crs-2024-01-10.2"
    (peru / "crs-2024-01-10").rename(peru / "crs-2024-01-11")
    told = {problem.snapshot: problem.message for problem in validate_store(store)}
    assert sorted(told) == [
        "peru/Not An Id",
        "peru/crs-2024-01-10.2",
        "peru/crs-2024-01-11",
        "peru/link",
        "peru/series.json",
        "peru/state-2017-01-25",
    ]
    assert "no name of a snapshot" in told["peru/Not An Id"]
    assert "supersedes 'peru/crs-2024-01-10', which is not stored" in told["peru/crs-2024-01-10.2"]
    assert "bears the id 'peru/crs-2024-01-10', but lies at 'peru/crs-2024-01-11'" in told["peru/crs-2024-01-11"]
    assert "symbolic link" in told["peru/link"]
    assert "source.txt: no such file" in told["peru/state-2017-01-25"]
    assert not any("\n" in message for message in told.values())


def test_links_in_the_store_are_not_followed(tmp_path: Path) -> None:
    store = small_store(tmp_path)
    folder = tmp_path / "snapshots" / "peru" / "crs-2024-01-10"
    (folder / "text.md").unlink()
    (folder / "text.md").symlink_to("/etc/hostname")
    with pytest.raises(UnreadableInput, match="symbolic link"):
        read_snapshot(store, "peru/crs-2024-01-10")
    (folder / "text.md").unlink()
    os.mkfifo(folder / "text.md")
    with pytest.raises(UnreadableInput, match="a pipe or device"):
        read_snapshot(store, "peru/crs-2024-01-10")


@pytest.mark.parametrize("file", ["../secret", "text.md", "snapshot.json", "source.", "source.a/b", ".git"])
def test_only_a_source_is_stored_as_source(tmp_path: Path, file: str) -> None:
    store = create_store(tmp_path)
    snapshot = edition()
    with pytest.raises(UnreadableInput, match="the source's file is called"):
        add_snapshot(store, replace(snapshot, source=replace(snapshot.source, file=file)), b"as captured")
    assert list_ids(store) == ()


def test_what_cannot_be_kept_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no store"):
        add_snapshot(Store(root=tmp_path), edition(), b"as captured")
    store = create_store(tmp_path)
    before = tree(tmp_path)
    with pytest.raises(UnreadableInput, match="the source changed while it was read"):
        add_snapshot(store, edition(), b"something else")
    with pytest.raises(UsageProblem, match="without its text"):
        add_snapshot(store, replace(edition(), text=None), b"as captured")
    with pytest.raises(UsageProblem, match="no id of a snapshot"):
        add_snapshot(store, replace(edition(), id="peru/../../x"), b"as captured")
    assert tree(tmp_path) == before
    assert names(tmp_path) == ["snapshots"]


def test_a_failed_write_leaves_no_trace_and_the_next_add_heals(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    add(store)
    before = tree(tmp_path)
    peru = tmp_path / "snapshots" / "peru"
    with pytest.raises(ReportdiffError, match="cannot write"):
        add_snapshot(store, replace(edition(b"two"), title="\ud800"), b"two")
    assert tree(tmp_path) == before
    (peru / ".adding-dead").mkdir()
    (peru / ".adding-dead" / "source.txt").write_bytes(b"half")
    assert list_ids(store) == ("peru/crs-2024-01-10",)
    assert list(validate_store(store)) == []
    add(store, b"two")
    assert names(peru) == ["crs-2024-01-10", "crs-2024-01-10.2"]


def add_many(root: Path, writer: int) -> None:
    store = Store(root=root)
    for number in range(6):
        source = f"{writer}-{number}".encode()
        add_snapshot(store, edition(source), source, patience=60)


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    writers = [multiprocessing.get_context("fork").Process(target=add_many, args=(tmp_path, one)) for one in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * 4
    assert len(list_ids(store)) == 24
    assert len({read_snapshot(store, name).source.sha256 for name in list_ids(store)}) == 24
    assert list(validate_store(store)) == []
    assert names(tmp_path / "snapshots") == [".gitattributes", "peru"]


def test_a_lock_of_a_living_process_is_waited_for_and_respected(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    with locked(tmp_path / "snapshots" / ".lock"):
        began = time.monotonic()
        with pytest.raises(UnreadableInput, match=f"the store is locked by process {os.getpid()}; wait for it"):
            add_snapshot(store, edition(), b"as captured", patience=0.1)
        assert 0.1 <= time.monotonic() - began < 5
    assert list_ids(store) == ()
    assert add_snapshot(store, edition(), b"as captured", patience=0).is_new


@pytest.mark.parametrize("started", ["", " 1", " 12345"])
def test_a_lock_of_a_dead_process_is_taken_over(tmp_path: Path, started: str) -> None:
    store = create_store(tmp_path)
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    (tmp_path / "snapshots" / ".lock").write_text(f"{child.pid}{started}\n")
    assert add_snapshot(store, edition(), b"as captured", patience=0).is_new
    assert not (tmp_path / "snapshots" / ".lock").exists()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to tell when a process began")
def test_a_lock_whose_number_went_to_another_process_is_taken_over(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    (tmp_path / "snapshots" / ".lock").write_text(f"{os.getpid()} 1\n")
    assert add_snapshot(store, edition(), b"as captured", patience=0).is_new


def test_a_lock_that_names_nobody_is_respected(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    (tmp_path / "snapshots" / ".lock").write_text("someone\n")
    with pytest.raises(UnreadableInput, match="locked by process unknown"):
        add_snapshot(store, edition(), b"as captured", patience=0)


def test_git_is_told_to_leave_line_ends_alone(tmp_path: Path) -> None:
    create_store(tmp_path)
    create_store(tmp_path)
    assert "-text" in (tmp_path / "snapshots" / ".gitattributes").read_text()


def test_a_text_with_any_line_ends_survives(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    text = "a\r\nb\rc\u2028d\x0be\n"
    add_snapshot(store, edition(text=text, published=date(2020, 1, 1)), b"as captured")
    assert read_snapshot(store, "peru/crs-2020-01-01").text == text


CALLS = ("fsync", "open", "mkdir", "link", "rename", "unlink", "write", "replace")


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whichever_call_to_the_system_fails_the_store_is_as_before_or_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    """The first call fails, then the second, and so on until an addition runs without a fault."""
    refused = 0
    for attempt in range(100):
        store = create_store(tmp_path / str(attempt))
        add(store, b"one")
        calls = itertools.count()
        with monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, failing(getattr(os, name), calls, attempt, error))
            try:
                add_snapshot(store, edition(b"two"), b"two")
            except UnreadableInput as refusal:
                refused += 1
                assert "\n" not in str(refusal)
        assert list(validate_store(store)) == []
        assert list_ids(store) in {("peru/crs-2024-01-10",), ("peru/crs-2024-01-10", "peru/crs-2024-01-10.2")}
        if next(calls) <= attempt:
            break
        (store.folder / ".lock").unlink(missing_ok=True)
        add_snapshot(store, edition(b"two"), b"two", patience=0)
        assert names(store.folder / "peru") == ["crs-2024-01-10", "crs-2024-01-10.2"]
    assert refused > 10


def failing(call: Callable[..., Any], calls: Iterator[int], attempt: int, error: int) -> Callable[..., Any]:
    def fail(*arguments: Any, **options: Any) -> Any:
        if next(calls) == attempt:
            raise OSError(error, os.strerror(error))
        return call(*arguments, **options)

    return fail


def add_without_end(root: Path, publisher: str, begun: Event) -> None:
    for number in itertools.count():
        source = str(number).encode()
        day = date(2000, 1, 1) + timedelta(days=number)
        add_snapshot(Store(root=root), edition(source, publisher=publisher, published=day), source, patience=60)
        begun.set()


@pytest.mark.deep
def test_a_writer_killed_at_any_moment_tears_nothing(tmp_path: Path) -> None:
    store = create_store(tmp_path)
    chance = random.Random(2)
    spawn = multiprocessing.get_context("fork")
    for attempt in range(30):
        begun = spawn.Event()
        writer = spawn.Process(target=add_without_end, args=(tmp_path, f"p{attempt}", begun))
        writer.start()
        assert begun.wait(60)
        writer.join(chance.random() / 20)
        writer.kill()
        writer.join()
        assert list(validate_store(store)) == []
    add(store, b"the last")
    assert len(list_ids(store)) > 30
    assert not [name for name in names(store.folder / "peru") if name.startswith(".")]
