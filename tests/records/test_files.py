from __future__ import annotations

import os
import stat
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


def test_a_link_that_a_user_names_stays_one_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    for name, target in (("link", "real"), ("further", "link"), ("new", "made"), ("loop", "loop")):
        (tmp_path / name).symlink_to(target)
    write_output(tmp_path / "further", b"report")
    assert (tmp_path / "real").read_bytes() == b"report"
    write_output(tmp_path / "new", b"first")
    assert (tmp_path / "made").read_bytes() == b"first"
    with pytest.raises(UnreadableInput, match="too many levels of symbolic links"):
        write_output(tmp_path / "loop", b"report")
    assert [name for name in ("link", "further", "new", "loop") if not (tmp_path / name).is_symlink()] == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root could replace a device")
def test_a_device_that_a_user_names_stays_one(tmp_path: Path) -> None:
    node = tmp_path / "null"
    try:
        os.mknod(node, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    except PermissionError:
        pytest.skip("no devices can be made here")
    (tmp_path / "link").symlink_to(node)
    for path in (node, tmp_path / "link"):
        write_output(path, b"report")
    assert stat.S_ISCHR(node.stat().st_mode)


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
