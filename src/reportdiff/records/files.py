"""Files read with a limit and written whole or not at all."""

from __future__ import annotations

import errno
import glob
import os
import stat
from contextlib import suppress
from pathlib import Path

from reportdiff.model.errors import UnreadableInput

MAX_BYTES = 100_000_000
SETTINGS_FILE = "reportdiff.toml"

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
# A pipe without a writer must be refused, not waited for.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def read_bytes(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file; a link to one is followed.

    Raises :class:`UnreadableInput` for what is missing, a folder, a pipe or device, or larger than *limit* bytes.
    """
    return _read(path, limit, os.O_RDONLY)


def read_stored_bytes(path: Path, root: Path, *, limit: int = MAX_BYTES) -> bytes:
    """As :func:`read_bytes`, for a file under *root*: neither it nor a folder between may be a symbolic link."""
    if root not in path.parents or ".." in path.relative_to(root).parts:
        raise UnreadableInput(f"{path}: lies outside the store {root}; name a snapshot of the store")
    parts = (path, *path.parents)
    for part in parts[: parts.index(root)]:
        if part.is_symlink():
            raise UnreadableInput(f"{part}: a symbolic link in the store is not followed; put the file itself there")
    return _read(path, limit, os.O_RDONLY | _NO_FOLLOW)


def write_atomically(path: Path, data: bytes) -> None:
    """Write *data* so that *path* holds, whatever happens, either what it held before or all of *data*."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        try:
            write_new(temporary, data)
            temporary.replace(path)
        finally:
            # Whether the file was written is not told by whether its draft could be removed.
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        sync_folder(path.parent)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def write_alone(path: Path, data: bytes) -> None:
    """As :func:`write_atomically`, for a writer that holds a lock on *path*: what killed ones left beside it goes."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.????????.tmp"):
        with suppress(OSError):
            left.unlink()
    write_atomically(path, data)


def make_folder(path: Path) -> None:
    """Make a folder with those above it, unless it is there; :class:`UnreadableInput` where it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def write_output(path: Path, data: bytes) -> None:
    """Write *data* where a user wants it: as :func:`write_atomically`, but what lies there already keeps its kind.

    A device or a pipe is written to, and a symbolic link stays one: what it leads to is written.
    """
    try:
        # A link to what a process has open, such as /dev/stdout, has no path behind it.
        special = path.exists() and not (path.is_file() or path.is_dir())
        target = path if special else _behind_links(path)
        if special:
            with target.open("wb") as file:
                file.write(data)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None
    if not special:
        write_atomically(target, data)


def _behind_links(path: Path) -> Path:
    """What *path* leads to, be it there or not; ``OSError`` for links that lead in a circle."""
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def write_new(path: Path, data: bytes) -> None:
    """Create *path* with *data* and see it onto the disk; ``OSError`` if it exists or cannot be written."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """See the names in *folder* onto the disk, where the system lets folders be synced."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(path: Path, limit: int, flags: int) -> bytes:
    try:
        descriptor = os.open(path, flags | _NO_WAIT | _BINARY)
        with os.fdopen(descriptor, "rb") as file:
            about = os.fstat(file.fileno())
            _refuse_unreadable(path, about, limit)
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise UnreadableInput(f"{path}: no such file; check the path") from None
    except IsADirectoryError:
        raise UnreadableInput(f"{path}: a folder, where a file was expected; name a file in it") from None
    except (OSError, ValueError) as error:
        raise UnreadableInput(f"{_shown(path)}: cannot be read: {reason_of(error)}; check the file") from None
    if len(data) > limit:
        raise UnreadableInput(f"{path}: larger than the {limit:,} bytes that are read; split the file")
    return data


def _refuse_unreadable(path: Path, about: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(about.st_mode):
        raise UnreadableInput(f"{path}: a pipe or device, where a file was expected; give - to read standard input")
    if about.st_size > limit:
        raise UnreadableInput(
            f"{path}: {about.st_size:,} bytes are more than the {limit:,} that are read; split the file"
        )


def _unwritable(path: Path, error: OSError | ValueError) -> UnreadableInput:
    todo = f"free space or check the permissions of {path.parent}"
    if isinstance(error, IsADirectoryError):
        todo = "name a file in it"
    elif isinstance(error, FileExistsError | NotADirectoryError):
        todo = "a file lies where a folder is needed; move it, or name another place"
    elif isinstance(error, FileNotFoundError):
        todo = f"make the folder {path.parent} first"
    return UnreadableInput(f"{_shown(path)}: cannot be written: {reason_of(error)}; {todo}")


def reason_of(error: OSError | ValueError) -> str:
    """What the system says against it, to stand within a sentence."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()


def _shown(path: Path) -> str:
    return str(path).replace("\0", "\\0")
