"""A layer under the program in which the k-th call to the system fails, as a full or broken disk lets it."""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Self

if TYPE_CHECKING:
    import pytest

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR)
WRITING = ("fsync", "mkdir", "link", "rename", "replace", "unlink")


@dataclass
class Fault:
    """The *number*-th call fails with *error*; ``calls`` counts them, ``hit`` is the name of the one that failed."""

    number: int
    error: int
    calls: int = 0
    hit: str | None = None

    def count(self, name: str) -> None:
        """Let one more call pass, or fail."""
        self.calls += 1
        if self.calls - 1 == self.number:
            self.hit = name
            raise OSError(self.error, os.strerror(self.error))


class FaultyFile:
    """A file whose writes are counted; the one that fails leaves half of its bytes behind."""

    def __init__(self, file: BinaryIO, fault: Fault) -> None:
        self._file, self._fault = file, fault

    def write(self, data: bytes) -> int:
        try:
            self._fault.count("write")
        except OSError:
            self._file.write(data[: len(data) // 2])
            self._file.flush()
            raise
        return self._file.write(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *about: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def lay_under(patch: pytest.MonkeyPatch, fault: Fault, *, exchange: bool = True) -> None:
    """Put *fault* under every call that makes, writes, renames, removes or syncs, and under the start of a program.

    Without *exchange* the system knows no step that exchanges two folders.
    """
    for name in WRITING:
        patch.setattr(os, name, _counted(name, getattr(os, name), fault))
    patch.setattr(os, "open", _counted_making(os.open, fault))
    patch.setattr(os, "fdopen", _faulty_files(os.fdopen, fault))
    patch.setattr(subprocess, "Popen", _counted_popen(fault))
    if not exchange:
        patch.setattr(ctypes, "CDLL", _no_library)


def _counted(name: str, call: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def counted(*arguments: Any, **options: Any) -> Any:
        fault.count(name)
        return call(*arguments, **options)

    return counted


def _counted_making(call: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def counted(path: Any, flags: int, *arguments: Any, **options: Any) -> Any:
        if flags & os.O_CREAT:
            fault.count("open")
        return call(path, flags, *arguments, **options)

    return counted


def _faulty_files(fdopen: Callable[..., Any], fault: Fault) -> Callable[..., Any]:
    def opened(descriptor: int, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        file = fdopen(descriptor, mode, *arguments, **options)
        return FaultyFile(file, fault) if "w" in mode else file

    return opened


def _counted_popen(fault: Fault) -> type[subprocess.Popen[bytes]]:
    class Popen(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *arguments: Any, **options: Any) -> None:
            fault.count("start a program")
            super().__init__(*arguments, **options)

    return Popen


def _no_library(*arguments: object, **options: object) -> object:
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
