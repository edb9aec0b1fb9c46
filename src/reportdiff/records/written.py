"""What the program wrote into a folder of its user's, and by which it knows these files again."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from reportdiff.model.errors import UnreadableInput
from reportdiff.records.files import read_bytes, write_atomically

LIST = ".reportdiff-written"
"""The file that names them, in the form of ``sha256sum``."""

_LINE = re.compile(r"([0-9a-f]{64})  ([^/\\\x00-\x1f\x7f]{1,255}(?:/[^/\\\x00-\x1f\x7f]{1,255}){0,8})")

Written = Mapping[str, str]
"""The path of a file below the folder, with ``/`` between its parts, and the SHA-256 of what was written there."""


def read_written(folder: Path) -> Written:
    """What was written into *folder*, by its own list; nothing where there is none.

    Raises :class:`UnreadableInput` for a list that is damaged or leads out of the folder.
    """
    path = folder / LIST
    if not os.path.lexists(path):
        return {}
    written: dict[str, str] = {}
    for number, line in enumerate(read_bytes(path).decode("utf-8", "replace").splitlines(), 1):
        told = _LINE.fullmatch(line)
        if told is None or {".", ".."} & set(told[2].split("/")):
            todo = "remove this list; the pages that it names then stay"
            raise UnreadableInput(f"{path}: line {number} names no file that was written; {todo}")
        written[told[2]] = told[1]
    return written


def write_list(folder: Path, written: Written) -> None:
    """Keep what was written into *folder* for the next time."""
    lines = (f"{digest}  {name}\n" for name, digest in sorted(written.items()))
    write_atomically(folder / LIST, "".join(lines).encode())


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file's bytes, as the list has it."""
    return hashlib.sha256(data).hexdigest()


def remove_written(folder: Path, names: Iterable[str], written: Written) -> int:
    """Remove those of *written* that *names* name, and the folders that this leaves empty; how many there were.

    What somebody changed since, and what a link leads to, stays.
    """
    removed = 0
    for name in names:
        path = folder.joinpath(*name.split("/"))
        if not _is_as_written(path, folder, written[name]):
            continue
        with suppress(OSError):
            path.unlink()
            removed += 1
            for above in path.parents[: len(name.split("/")) - 1]:
                above.rmdir()
    return removed


def _is_as_written(path: Path, folder: Path, digest: str) -> bool:
    """True for a file whose bytes are as they were written, with no link on the way to it."""
    below = path.relative_to(folder).parts
    if any(folder.joinpath(*below[:depth]).is_symlink() for depth in range(1, len(below) + 1)) or not path.is_file():
        return False
    try:
        return digest_of(read_bytes(path)) == digest
    except UnreadableInput:
        return False
