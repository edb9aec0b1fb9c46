"""Objects of a repository by their ids, out of one running ``git cat-file``, each held against the id that names it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from subprocess import Popen

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.files import MAX_BYTES

AT_ONCE = 400
"""So many ids fit into a pipe, so that neither side waits for the other with both pipes full."""

_sha1 = partial(hashlib.sha1, usedforsecurity=False)


class Unread(Exception):
    """An object that cannot be had: its name, and why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


class Objects:
    """The objects that the ``git cat-file --batch`` which *start* starts gives; it is started when it is needed."""

    def __init__(self, start: Callable[[], Popen[bytes]]) -> None:
        self._start = start
        self._process: Popen[bytes] | None = None

    def read_each(self, names: Iterable[str], kind: str) -> Iterator[bytes]:
        """The contents of the objects *names*, ids in hex, in turn, each to be a *kind*: blob, tree or commit.

        They are asked for ahead: to be read to its end. Raises :class:`Unread` for what is missing, damaged or of
        another kind, :class:`UnreadableInput` for too much.
        """
        waiting = iter(names)
        while batch := list(islice(waiting, AT_ONCE)):
            self._ask(batch)
            for name in batch:
                yield self._take(name, kind)

    def close(self) -> None:
        """End the process, whatever it is at."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in filter(None, (process.stdin, process.stdout, process.stderr)):
            with suppress(OSError):  # what was still to be sent has nowhere to go
                pipe.close()
        process.wait()

    def _ask(self, names: list[str]) -> None:
        if self._process is None:
            self._process = self._start()
        assert self._process.stdin is not None
        try:
            self._process.stdin.write("".join(f"{name}\n" for name in names).encode("ascii"))
            self._process.stdin.flush()
        except (OSError, ValueError):
            raise Unread(names[0], _ENDED) from None

    def _take(self, name: str, kind: str) -> bytes:
        assert self._process is not None
        assert self._process.stdout is not None
        told = self._process.stdout.readline().decode("ascii", "replace").split()
        if len(told) != 3:
            raise Unread(name, "is missing" if told[1:] == ["missing"] else _ENDED)
        size = int(told[2])
        if size > MAX_BYTES:
            raise UnreadableInput(f"git object {name}: {size:,} bytes are more than the {MAX_BYTES:,} that are read")
        data = self._process.stdout.read(size + 1)[:-1]
        if told[1] != kind or len(data) < size or digest_of(data, kind, len(name)) != name:
            raise Unread(name, "does not hold what it is named for")
        return data


def digest_of(data: bytes, kind: str, length: int) -> str:
    """The name that git gives to an object, of 40 or 64 digits by the repository's kind of hash.

    It tells contents apart and safeguards nothing: what is stored bears seals of its own.
    """
    digest = hashlib.sha256 if length == 64 else _sha1
    return digest(b"%s %d\0" % (kind.encode(), len(data)) + data).hexdigest()


_ENDED = "cannot be read"
