"""The seals of a stored snapshot: hashes by which every changed bit of it is noticed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import TypeAlias

from reportdiff.model.document import Snapshot
from reportdiff.model.errors import UnreadableInput
from reportdiff.records.json import dump_json
from reportdiff.records.snapshot import encode_snapshot, read_snapshot_json

_BLANK = "0" * 64
_INTEGRITY = re.compile(
    rb'^ "integrity": \{\n  "digest": "([0-9a-f]{64})",\n  "text_sha256": "([0-9a-f]{64})"\n \}', re.MULTILINE
)
_MEND = "restore it, with git for instance, or add the source again"
_SUM = re.compile(rb"([0-9a-f]{64})  ([a-z.]{1,40})\n")
_MAPPING_MARK = re.compile(r"; mapping=([0-9a-f]{8,64})(?:;|$)")

SourceOf: TypeAlias = "Callable[[str], bytes | None]"
"""Gives the bytes of a source by the name of its file, None where they are not at hand."""


def seal(snapshot: Snapshot) -> bytes:
    """The record of a snapshot for the store: without the text, with the hash of the text and of the record itself.

    ``integrity.digest`` is the SHA-256 of the file with these 64 characters set to zeros.
    """
    assert snapshot.text is not None
    record = encode_snapshot(replace(snapshot, text=None))
    record["integrity"] = {"digest": _BLANK, "text_sha256": hashlib.sha256(snapshot.text.encode()).hexdigest()}
    blank = dump_json(record)
    return _with_digest(blank, hashlib.sha256(blank).hexdigest().encode())


def check_seals(
    snapshot: Snapshot, record: bytes, text: bytes, source: bytes | None, folder: PurePath
) -> Iterator[str]:
    """One line for each of a snapshot's three files that is not as it was sealed; *source* is None if not at hand."""
    found = _INTEGRITY.search(record)
    if found is None:
        yield f"{folder / 'snapshot.json'}: bears no seal (integrity); {_MEND}"
    else:
        if hashlib.sha256(_with_digest(record, _BLANK.encode())).hexdigest().encode() != found[1]:
            yield f"{folder / 'snapshot.json'}: changed since it was stored (its digest does not fit); {_MEND}"
        if hashlib.sha256(text).hexdigest().encode() != found[2]:
            yield f"{folder / 'text.md'}: changed since it was stored (its SHA-256 does not fit); {_MEND}"
    if source is not None and hashlib.sha256(source).hexdigest() != snapshot.source.sha256:
        yield f"{folder / snapshot.source.file}: changed since it was stored (its SHA-256 does not fit); {_MEND}"


def unseal(
    record: bytes, text: bytes, source_of: SourceOf, *, folder: PurePath, expected: str | None = None
) -> Snapshot:
    """The snapshot whose *record* and *text* these are, if each of its three files is as it was sealed.

    *source_of* gives the source by the name of its file, None where it is not at hand. Messages name *folder*.
    Raises :class:`UnreadableInput` for what is damaged, for another id than *expected*, unless that is None, and for a
    record that leads to any file but a source.
    """
    path = folder / "snapshot.json"
    snapshot = read_snapshot_json(record, name=str(path), text=_decode_text(text, folder / "text.md"))
    if expected is not None and snapshot.id != expected:
        raise UnreadableInput(f"{path}: bears the id {snapshot.id!r}, but lies at {expected!r}; move the folder back")
    source = source_of(source_name_of(snapshot, path))
    problem = next(check_seals(snapshot, record, text, source, folder), None)
    if problem is not None:
        raise UnreadableInput(problem)
    return snapshot


def source_name_of(snapshot: Snapshot, path: PurePath) -> str:
    """The name of the source's file; the record at *path* must not lead the reader to any other."""
    name = snapshot.source.file
    if name.startswith("source.") and name.removeprefix("source.").isalnum() and name.isascii():
        return name
    raise UnreadableInput(
        f"{path}: the source's file is called {name!r}, not source.txt, source.pdf or the like; rename it"
    )


def sum_line(data: bytes, name: str) -> bytes:
    """What ``sha256sum`` says of a file with *data*."""
    return f"{hashlib.sha256(data).hexdigest()}  {name}\n".encode()


def check_sum(data: bytes, line: bytes, path: PurePath) -> Iterator[str]:
    """One line if the file at *path* holds other *data* than :func:`sum_line` was told when it was stored."""
    found = _SUM.fullmatch(line)
    if found is None or found[2].decode() != path.name or hashlib.sha256(data).hexdigest().encode() != found[1]:
        yield f"{path}: changed since it was stored (its SHA-256 does not fit the one beside it); {_MEND}"


def check_mapping(snapshot: Snapshot, mapping: bytes | None, path: PurePath) -> Iterator[str]:
    """One line if the mapping at *path*, None where there is none, is not the one that *snapshot* was read with."""
    told = _MAPPING_MARK.search(snapshot.source.media_type)
    if told is None and mapping is None:
        return
    if told is None or mapping is None or not hashlib.sha256(mapping).hexdigest().startswith(told[1]):
        yield f"{path}: missing, or another than the source was read with; {_MEND}"


def _decode_text(data: bytes, path: PurePath) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path}: not UTF-8 at offset {error.start}; {_MEND}") from None


def _with_digest(record: bytes, digest: bytes) -> bytes:
    found = _INTEGRITY.search(record)
    assert found is not None
    return record[: found.start(1)] + digest + record[found.end(1) :]
