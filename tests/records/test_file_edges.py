"""Files that grow while they are read, leftovers of killed writers, and marks of a seal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.files import read_bytes, read_stored_bytes, write_alone, write_output


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file that tells no size")
def test_a_file_that_holds_more_than_it_tells_is_refused() -> None:
    path = Path("/proc/self/status")
    assert path.stat().st_size == 0
    assert read_bytes(path, limit=1_000_000)
    with pytest.raises(UnreadableInput, match="larger than the 4 bytes that are read"):
        read_bytes(path, limit=4)


def test_a_file_of_just_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "four").write_bytes(b"1234")
    assert read_bytes(tmp_path / "four", limit=4) == b"1234"


def test_what_a_killed_writer_left_beside_a_file_goes_with_the_next_write(tmp_path: Path) -> None:
    left, other = tmp_path / ".a[1].json.0123abcd.tmp", tmp_path / ".b.json.0123abcd.tmp"
    left.write_bytes(b"half")
    other.write_bytes(b"half of another")
    (tmp_path / ".a[1].json.stubborn.tmp").mkdir()
    write_alone(tmp_path / "a[1].json", b"whole")
    assert (tmp_path / "a[1].json").read_bytes() == b"whole"
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        ".a[1].json.stubborn.tmp",
        ".b.json.0123abcd.tmp",
        "a[1].json",
    ]


def test_a_stored_file_lies_below_its_root_and_no_link_leads_to_it(tmp_path: Path) -> None:
    (tmp_path / "root" / "deep" / "er").mkdir(parents=True)
    (tmp_path / "root" / "deep" / "er" / "a").write_bytes(b"a")
    (tmp_path / "root" / "way").symlink_to("deep")
    assert read_stored_bytes(tmp_path / "root/deep/er/a", tmp_path / "root") == b"a"
    for path, said in (
        ("root/way/er/a", "way: a symbolic link in the store is not followed"),
        ("root", "lies outside the store"),
        ("root/deep/../deep/er/a", "lies outside the store"),
        ("other/a", "lies outside the store"),
    ):
        with pytest.raises(UnreadableInput, match=said):
            read_stored_bytes(tmp_path / path, tmp_path / "root")


def test_a_root_behind_a_link_is_the_users_own_choice(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a").write_bytes(b"a")
    (tmp_path / "link").symlink_to("real")
    assert read_stored_bytes(tmp_path / "link" / "a", tmp_path / "link") == b"a"


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="the system shows no open files")
def test_a_pipe_that_the_process_has_open_is_written_to() -> None:
    reading, writing = os.pipe()
    try:
        write_output(Path(f"/dev/fd/{writing}"), b"report")
        assert os.read(reading, 100) == b"report"
    finally:
        os.close(reading)
        os.close(writing)
