"""A watch over what the process does to the world outside: files opened to write, connections, programs started."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = frozenset(
    {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}
)
_DEVICES = ("/dev/null", "/dev/tty")


@dataclass
class Watch:
    """What was done since the watch began: paths written outside of *inside*, connections, programs."""

    inside: Path
    written: list[str] = field(default_factory=list)
    connected: list[str] = field(default_factory=list)
    started: list[str] = field(default_factory=list)

    def see(self, event: str, arguments: tuple[object, ...]) -> None:
        """Note one event that Python tells of."""
        if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
            if event != "socket.getaddrinfo":
                self.connected.append(str(arguments[-1]))
        elif event == "subprocess.Popen":
            self.started.append(str(arguments[0]))
        elif event == "os.system":
            self.started.append("a shell")
        elif event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING or event in _CHANGES:
            self._note(arguments[0])

    def _note(self, path: object) -> None:
        if isinstance(path, str | bytes | os.PathLike):
            where = os.path.realpath(os.fsdecode(path))
            if where not in _DEVICES and not f"{where}/".startswith(f"{self.inside}/"):
                self.written.append(where)


_watches: list[Watch] = []
_hooked: list[bool] = []


def _tell(event: str, arguments: tuple[object, ...]) -> None:
    for watch in _watches:
        watch.see(event, arguments)


@contextmanager
def watching(inside: Path) -> Iterator[Watch]:
    """Watch until the block ends. The hook itself stays for good: Python cannot take one away."""
    if not _hooked:
        _hooked.append(True)
        sys.addaudithook(_tell)
    watch = Watch(inside=inside.resolve())
    _watches.append(watch)
    try:
        yield watch
    finally:
        _watches.remove(watch)
