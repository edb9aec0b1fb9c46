"""A stored reading renewed: text and record exchanged together, the source untouched."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reportdiff.model.claim import Claim
from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput
from reportdiff.records.files import read_stored_bytes, sync_folder, write_new
from reportdiff.store.lock import PATIENCE, locked
from reportdiff.store.snapshots import (
    ASIDE,
    RECORD,
    TEXT,
    Store,
    refuse_write,
    remove_folder,
    sweep,
    unfinished,
)

_EXCHANGE = 2
_AT_CWD = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """How many claims a fresh reading of a source has otherwise than the stored one.

    ``added`` have a new id, ``gone`` one that is not read any more, ``altered`` one that stays while something else of
    the claim changed.
    """

    added: int
    gone: int
    altered: int


def compare_readings(old: Snapshot, new: Snapshot) -> Renewal:
    """What a fresh reading of a snapshot's source makes of its claims."""
    before, after = _by_id(old), _by_id(new)
    shared = before.keys() & after.keys()
    return Renewal(
        added=len(after) - len(shared),
        gone=len(before) - len(shared),
        altered=sum(before[known] != after[known] for known in shared),
    )


def _by_id(snapshot: Snapshot) -> dict[str, Claim]:
    return {claim.id: claim for claim in snapshot.claims}


def replace_record(
    store: Store, name: str, before: tuple[bytes, bytes], record: bytes, text: str, *, patience: float = PATIENCE
) -> None:
    """Put a fresh reading in the place of the stored one, whole or not at all; the source stays as it is.

    *record* is sealed, and *text* belongs to it; *before* are the bytes of the record and the text of the snapshot
    *name* by which the fresh reading was judged. Raises :class:`UnreadableInput` when the store is locked or cannot be
    written, or these have changed since.
    """
    folder = store.path_of(name)
    try:
        with locked(store.lock, patience=patience):
            sweep(folder.parent)
            there = tuple(read_stored_bytes(folder / file, store.folder) for file in (RECORD, TEXT))
            if there != before:
                raise UnreadableInput(f"{folder}: changed while it was read anew; renormalize again")
            _replace(folder, record, text)
    except OSError as error:
        refuse_write(folder, error)


def _replace(folder: Path, record: bytes, text: str) -> None:
    with unfinished(folder) as draft:
        shutil.copytree(folder, draft, symlinks=True, copy_function=_link, ignore=shutil.ignore_patterns(TEXT, RECORD))
        write_new(draft / TEXT, text.encode())
        write_new(draft / RECORD, record)
        sync_folder(draft)
        if not _exchange(draft, folder):
            _take_turns(draft, folder)
    sync_folder(folder.parent)


def _link(source: str, target: str) -> str:
    """The same file under another name; a copy where the disk knows no such thing."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
    return target


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; False where the system has no such step."""
    import ctypes

    with suppress(AttributeError, OSError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        done: int = rename(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE)
        return done == 0
    return False


def _take_turns(draft: Path, folder: Path) -> None:
    """Put *draft* in the place of *folder* in two steps; after a kill between them the next writer puts it right."""
    aside = folder.with_name(f"{ASIDE}{folder.name}")
    folder.rename(aside)
    try:
        draft.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    remove_folder(aside)
