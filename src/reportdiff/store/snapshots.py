"""Snapshots on disk: found, listed, and read with their seals checked; and the folders that a writer works in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import NotFound, UnreadableInput, UsageProblem
from reportdiff.records.files import (
    SETTINGS_FILE,
    make_folder,
    read_bytes,
    read_stored_bytes,
    reason_of,
    write_atomically,
)
from reportdiff.records.json import MAX_BYTES
from reportdiff.records.snapshot import looks_like_snapshot, read_snapshot_json
from reportdiff.store.ids import check_id, is_id, match_id
from reportdiff.store.seal import unseal

SNAPSHOTS = "snapshots"
RECORD = "snapshot.json"
TEXT = "text.md"
ANNOTATIONS = "annotations.toml"
# A checkout that turned line ends around would break every seal.
GIT_ATTRIBUTES = "* -text\nsnapshot.json diff=reportdiff\ntext.md diff\n"

MOST_READINGS = 5
"""So often is a snapshot read again that changes under the reader's hands."""

ASIDE = ".replaced-"
"""How the name of a folder begins that stands aside while another takes its place."""

_UNFINISHED = ".adding-"


class Store(NamedTuple):
    """A project's store; ``root`` is the folder that holds ``snapshots/``."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where the subjects lie."""
        return self.root / SNAPSHOTS

    @property
    def lock(self) -> Path:
        """The file that a writer holds while it writes; see :func:`reportdiff.store.lock.locked`."""
        return self.folder / ".lock"

    def path_of(self, snapshot: str) -> Path:
        """The folder of a snapshot by its full id; :class:`UsageProblem` for what is no id."""
        subject, name = check_id(snapshot)
        return self.folder / subject / name


def create_store(root: Path) -> Store:
    """Make ``snapshots/`` in *root*, with attributes that keep git from touching line ends; what is there stays."""
    folder = root / SNAPSHOTS
    make_folder(folder)
    if not (folder / ".gitattributes").exists():
        write_atomically(folder / ".gitattributes", GIT_ATTRIBUTES.encode())
    return Store(root=root)


def find_store(start: Path) -> Store:
    """The store of the project that *start* lies in: the nearest folder upwards with ``snapshots/`` or settings.

    Raises :class:`NotFound` if there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / SNAPSHOTS).is_dir() or (folder / SETTINGS_FILE).is_file():
            return Store(root=folder)
    raise NotFound(f"no store in {here} or above it; make one with reportdiff init")


def refuse_inside(start: Path, place: Path) -> None:
    """Raise :class:`UsageProblem` for a *place* to write to inside the store of *start*; without a store none is.

    What is written there would be taken for snapshots.
    """
    try:
        store = find_store(start)
    except NotFound:
        return
    if (start / place).resolve().is_relative_to(store.folder.resolve()):
        raise UsageProblem(f"{place} lies in the store itself; name a place outside of {SNAPSHOTS}/")


def list_ids(store: Store, subject: str | None = None) -> tuple[str, ...]:
    """The ids of all snapshots or those of one *subject*, sorted; what is not named like a snapshot is passed over."""
    subjects = _folders(store.folder) if subject is None else [store.folder / subject]
    own = (folder for folder in subjects if folder.parent == store.folder and not folder.is_symlink())
    return tuple(sorted(_ids(own)))


def read_snapshot(store: Store, snapshot: str) -> Snapshot:
    """A snapshot by its full id, read as :func:`read_sealed` does, and as the annotations of its subject say it reads.

    Raises :class:`InvalidSettings` too, for annotations that are invalid.
    """
    return with_annotations(read_sealed(store, snapshot), store.path_of(snapshot).parent)


def with_annotations(snapshot: Snapshot, subject_folder: Path) -> Snapshot:
    """*snapshot* as the annotations in *subject_folder*, if any, say that it reads."""
    # Most subjects have none, and a diff must start fast.
    if not os.path.lexists(subject_folder / ANNOTATIONS):
        return snapshot
    from reportdiff.store.annotations import annotated

    return annotated(snapshot, subject_folder)


def read_sealed(store: Store, snapshot: str) -> Snapshot:
    """What was read of a snapshot by its full id; its source, text and record are checked against their seals.

    Raises :class:`NotFound` if there is none, :class:`UnreadableInput` if it is damaged.
    """
    folder = store.path_of(snapshot)
    if not folder.is_dir() and not folder.is_symlink():
        raise NotFound(f"no snapshot {snapshot!r}; reportdiff list shows what is stored")
    return read_folder(folder, store.folder, snapshot)


def read_folder(folder: Path, root: Path, expected: str | None = None) -> Snapshot:
    """The snapshot in *folder*, below *root*; *expected* is the id it must bear, if it lies in a store.

    What is renewed while it is read is read again, so that no text is taken with the record of another.
    """
    for _ in range(MOST_READINGS):
        before = _stamp_of(folder / RECORD)
        try:
            return _read_once(folder, root, expected)
        except UnreadableInput:
            if _stamp_of(folder / RECORD) == before:
                raise
    raise UnreadableInput(f"{folder}: it is renewed faster than it can be read; try again when the writer has ended")


def _stamp_of(path: Path) -> tuple[int, int] | None:
    """What is another for every file that takes the name *path*; None where there is none."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_ino, about.st_mtime_ns


def _read_once(folder: Path, root: Path, expected: str | None) -> Snapshot:
    """The snapshot whose record, text and source lie in *folder*, unless these do not fit each other."""
    record = read_stored_bytes(folder / RECORD, root, limit=MAX_BYTES)
    text = read_stored_bytes(folder / TEXT, root)
    return unseal(record, text, lambda name: read_stored_bytes(folder / name, root), folder=folder, expected=expected)


def load_named(store: Store | None, name: str) -> Snapshot:
    """The snapshot that a user's *name* means: an id, a path, an unambiguous part of an id, or a dated address.

    A path may lead to a snapshot's folder, its ``snapshot.json``, or any JSON that ``normalize`` printed. *store* is
    None where there is no project. Raises :class:`NotFound` with the nearest ids.
    """
    ids = list_ids(store) if store is not None else ()
    if store is not None and name in ids:
        return read_snapshot(store, name)
    path = Path(name)
    # os.path takes a name too long for any file as one that is not there; Path would raise.
    if os.path.isdir(name) or os.path.isfile(name):  # noqa: PTH112, PTH113
        return read_path(path)
    if store is None:
        raise NotFound(
            f"no snapshot {name[:100]!r}: there is no store here; make one with reportdiff init, or name a file"
        )
    return read_snapshot(store, match_id(name, ids, lambda known: read_snapshot(store, known).publisher.id))


def read_path(path: Path) -> Snapshot:
    """The snapshot at *path*: a folder of a store, its record, or a JSON of its own.

    Where neither the JSON holds a text nor ``text.md`` lies beside it, the snapshot's text is None.
    """
    if path.is_dir():
        if not (path / RECORD).exists():
            raise NotFound(f"{path}: a folder without {RECORD}; name the folder of one snapshot")
        return with_annotations(read_folder(path, path), path.parent)
    if path.name == RECORD and (path.parent / TEXT).exists():
        return with_annotations(read_folder(path.parent, path.parent), path.parent.parent)
    data = read_bytes(path, limit=MAX_BYTES)
    if not looks_like_snapshot(data):
        raise UnreadableInput(
            f"{path}: not a snapshot: a JSON object with schema_version is expected; add the document"
        )
    return read_snapshot_json(data, name=str(path))


@contextmanager
def unfinished(folder: Path) -> Iterator[Path]:
    """A name beside *folder* that no reader looks at; what still lies there when the block ends is cleared away."""
    draft = folder.with_name(f"{_UNFINISHED}{os.urandom(4).hex()}")
    try:
        yield draft
    finally:
        remove_folder(draft)


def _ids(subjects: Iterable[Path]) -> Iterator[str]:
    for subject in subjects:
        for folder in _folders(subject):
            name = f"{subject.name}/{folder.name}"
            if is_id(name) and (folder / RECORD).exists():
                yield name


def _folders(parent: Path) -> list[Path]:
    """The folders in *parent* that are neither hidden nor links."""
    try:
        with os.scandir(parent) as entries:
            names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise UnreadableInput(f"{parent}: cannot be listed: {reason_of(error)}; check its permissions") from None
    return [parent / name for name in sorted(names) if not name.startswith(".")]


def sweep(subject_folder: Path) -> None:
    """Put right what a writer that was killed left behind; the lock is held, so none is at work."""
    for left in subject_folder.glob(f"{_UNFINISHED}*"):
        remove_folder(left)
    for aside in subject_folder.glob(f"{ASIDE}*"):
        folder = subject_folder / aside.name.removeprefix(ASIDE)
        if folder.exists():
            remove_folder(aside)
        else:
            aside.rename(folder)


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that lies in it, as far as that goes."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def refuse_write(folder: Path, error: OSError) -> NoReturn:
    """Raise :class:`UnreadableInput` for what the system refused to write."""
    raise UnreadableInput(
        f"{folder}: cannot be written: {reason_of(error)}; free space or check the permissions"
    ) from None
