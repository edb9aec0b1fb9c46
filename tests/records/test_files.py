from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.files import read_bytes, read_stored_bytes, write_atomically, write_output


def test_a_file_is_written_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_atomically(path, b"old")
    write_atomically(path, b"new" * 1000)
    assert path.read_bytes() == b"new" * 1000
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_pipe_that_a_user_names_is_written_to_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_output(path, b"report")
        assert os.read(reader, 100) == b"report"
    finally:
        os.close(reader)
    assert path.is_fifo()
    write_output(tmp_path / "a.txt", b"report")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "pipe"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()
    (folder / "inside").write_text("x")
    with pytest.raises(UnreadableInput, match="cannot be written"):
        write_atomically(folder, b"data")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
    with pytest.raises(UnreadableInput, match="no such file or directory"):
        write_atomically(tmp_path / "missing" / "a", b"data")


def test_refusals_name_the_file_and_the_cause(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"12345")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    for name, said in [
        ("missing", "no such file"),
        (".", "a folder"),
        ("large", "5 bytes are more than the 4"),
        ("pipe", "a pipe or device"),
        ("loop", "cannot be read"),
        ("large/below", "cannot be read"),
        ("nul\0", "cannot be read"),
    ]:
        with pytest.raises(UnreadableInput) as refusal:
            read_bytes(tmp_path / name, limit=4)
        assert said in str(refusal.value)
        assert "\n" not in str(refusal.value)
    assert read_bytes(tmp_path / "large", limit=5) == b"12345"


def test_links_are_followed_outside_the_store_only(tmp_path: Path) -> None:
    store = tmp_path / "store"
    (store / "a").mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"secret")
    (store / "a" / "real").write_bytes(b"real")
    (store / "a" / "link").symlink_to(tmp_path / "secret")
    (store / "b").symlink_to(store / "a")
    assert read_bytes(store / "a" / "link") == b"secret"
    assert read_stored_bytes(store / "a" / "real", store) == b"real"
    for path in (store / "a" / "link", store / "b" / "real"):
        with pytest.raises(UnreadableInput, match="symbolic link"):
            read_stored_bytes(path, store)
    with pytest.raises(UnreadableInput, match="outside the store"):
        read_stored_bytes(tmp_path / "secret", store)


def test_dots_lead_nowhere(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir()
    (tmp_path / "secret").write_bytes(b"secret")
    with pytest.raises(UnreadableInput):
        read_stored_bytes(store / ".." / "secret", store)
