"""Which lock is taken over, which is left alone, and what is said where it cannot be removed."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportdiff.model.errors import UnreadableInput
from reportdiff.store import lock
from reportdiff.store.lock import locked

NOBODY = 65534
DEAD = 2**22 + 1
"""More than any process may be numbered."""


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, where this process has them."""
    was = os.geteuid()
    if was == 0:
        os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        if was == 0:
            os.setresuid(0, 0, 0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_lock_that_went_meanwhile_needs_no_removing(tmp_path: Path) -> None:
    assert not lock._is_stale(tmp_path / "gone")
    lock._remove_stale(tmp_path / "gone")
    assert list(tmp_path.iterdir()) == []


def test_of_several_waiters_one_removes(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    path.write_text(f"{DEAD} 1\n")
    with path.open() as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        lock._remove_stale(path)
        assert path.exists(), "another waiter is at it"
    lock._remove_stale(path)
    assert not path.exists()


def test_the_lock_of_a_living_process_is_not_removed(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    path.write_text(f"{os.getpid()} {lock._started(os.getpid())}\n")
    lock._remove_stale(path)
    assert path.exists()


def test_a_stale_lock_that_cannot_be_removed_is_said(open_folder: Path) -> None:
    path = open_folder / ".lock"
    path.write_text(f"{DEAD} 1\n")
    path.chmod(0o644)
    open_folder.chmod(0o555)
    try:
        with as_nobody(), pytest.raises(UnreadableInput, match="permission denied; check the permissions of"):
            lock._remove_stale(path)
    finally:
        open_folder.chmod(0o755)
    assert path.exists()


def test_a_process_of_another_user_lives(open_folder: Path) -> None:
    with as_nobody():
        assert lock._lives(1)
        assert lock._lives(os.getpid())
        assert not lock._lives(DEAD)
        assert not lock._lives(10**30)


def test_a_process_that_is_not_there_began_at_no_time() -> None:
    assert lock._started(DEAD) == ""
    assert lock._started(os.getpid()).isdigit()


@pytest.mark.parametrize("content", ["", "x 1", "-5 1", "٣ 1", "1" * 300])
def test_a_lock_that_names_no_process_is_respected(tmp_path: Path, content: str) -> None:
    path = tmp_path / ".lock"
    path.write_text(content, "utf-8")
    with pytest.raises(UnreadableInput, match="locked by process unknown"), locked(path, patience=0):
        raise AssertionError("it was not to be had")
    assert path.read_text("utf-8") == content


@pytest.mark.parametrize("written", ["", f"{DEAD} 1\n"])
def test_drafts_of_dead_takers_go_and_those_of_living_ones_stay(tmp_path: Path, written: str) -> None:
    dead, living = tmp_path / f".lock.{DEAD}.0123abcd.tmp", tmp_path / f".lock.{os.getpid()}.4567abcd.tmp"
    dead.write_text(written)
    living.write_text(written and f"{os.getpid()} {lock._started(os.getpid())}\n")
    with locked(tmp_path / ".lock"):
        assert sorted(each.name for each in tmp_path.iterdir()) == [".lock", living.name]
    assert [each.name for each in tmp_path.iterdir()] == [living.name]


def test_a_draft_of_a_process_whose_number_another_one_bears_now_goes(tmp_path: Path) -> None:
    (tmp_path / f".lock.{os.getpid()}.0123abcd.tmp").write_text(f"{os.getpid()} 1\n")
    with locked(tmp_path / ".lock"):
        assert [each.name for each in tmp_path.iterdir()] == [".lock"]


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file or directory"), locked(tmp_path / "none" / ".lock"):
        raise AssertionError("it was not to be had")


def test_a_lock_taken_away_while_it_was_held_is_no_error(tmp_path: Path) -> None:
    with locked(tmp_path / ".lock"):
        (tmp_path / ".lock").unlink()
    assert list(tmp_path.iterdir()) == []
