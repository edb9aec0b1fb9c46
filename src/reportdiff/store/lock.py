"""One writer at a time: a lock file with the process that holds it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.files import read_bytes, reason_of, write_new

PATIENCE = 10.0
"""Seconds to wait for a lock that a living process holds."""

_PAUSE = 0.02


@contextmanager
def locked(path: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file *path*; take over one whose process is dead, wait *patience* seconds for a living one.

    Raises :class:`UnreadableInput` when the wait was in vain or the folder cannot be written.
    """
    deadline = time.monotonic() + patience
    while not _take(path):
        if _is_stale(path):
            _remove_stale(path)
        elif time.monotonic() >= deadline:
            raise UnreadableInput(
                f"{path}: the store is locked by process {_owner(path)[0] or 'unknown'}; "
                "wait for it to end, or remove the file if no such process runs"
            )
        else:
            time.sleep(_PAUSE)
    _clear_drafts(path)
    try:
        yield
    finally:
        # What was written stands; a lock that cannot be removed is taken over as soon as this process has ended.
        with suppress(OSError):
            path.unlink()


def _take(path: Path) -> bool:
    """Put the lock file there, whole and at once; False if there is one."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        write_new(draft, f"{os.getpid()} {_started(os.getpid())}\n".encode())
        try:
            os.link(draft, path)
        finally:
            draft.unlink(missing_ok=True)
    except FileExistsError:
        return False
    except OSError as error:
        raise _unwritable(path, error) from None
    return True


def _unwritable(path: Path, error: OSError) -> UnreadableInput:
    return UnreadableInput(f"{path}: cannot be written: {reason_of(error)}; check the permissions of {path.parent}")


def _clear_drafts(path: Path) -> None:
    """Remove what processes left that were killed while they took the lock, be it written or still empty."""
    for draft in path.parent.glob(f"{path.name}.*.????????.tmp"):
        maker = draft.name.split(".")[-3]
        if maker.isascii() and maker.isdigit() and not _lives(int(maker)) or _is_stale(draft):
            with suppress(OSError):
                draft.unlink()


def _is_stale(path: Path) -> bool:
    pid, started = _owner(path)
    if pid is None:
        return False
    # A dead owner's number may belong to another process by now, which began at another time.
    return not _lives(pid) or _started(pid) != started


def _remove_stale(path: Path) -> None:
    """Remove the lock that was found stale, but not one that another waiter has put in its place meanwhile."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return
    try:
        _exclude_others(descriptor)
        if _is_stale(path) and os.fstat(descriptor).st_ino == path.stat().st_ino:
            path.unlink()
    except (FileNotFoundError, BlockingIOError):
        return
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        os.close(descriptor)


def _exclude_others(descriptor: int) -> None:
    """Let one waiter alone look and remove; ``BlockingIOError`` for the others."""
    if os.name == "nt":
        return
    import fcntl

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _owner(path: Path) -> tuple[int | None, str]:
    """The process that a lock file names, and when it began; (None, "") if it names none."""
    try:
        pid, _, started = read_bytes(path, limit=200).decode("ascii", "replace").strip().partition(" ")
    except UnreadableInput:
        return None, ""
    return (int(pid), started) if pid.isascii() and pid.isdigit() else (None, "")


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _started(pid: int) -> str:
    """When a process began, in the system's own count; empty where that cannot be told."""
    try:
        about = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except OSError:
        return ""
    return about.rpartition(")")[2].split()[19]
