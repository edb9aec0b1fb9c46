"""The seals of a stored snapshot: hashes by which every changed bit of it is noticed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from reportdiff.model.document import Snapshot
from reportdiff.records.json import dump_json
from reportdiff.records.snapshot import encode_snapshot

_BLANK = "0" * 64
_INTEGRITY = re.compile(
    rb'^ "integrity": \{\n  "digest": "([0-9a-f]{64})",\n  "text_sha256": "([0-9a-f]{64})"\n \}', re.MULTILINE
)
_MEND = "restore it, with git for instance, or add the source again"


def seal(snapshot: Snapshot) -> bytes:
    """The record of a snapshot for the store: without the text, with the hash of the text and of the record itself.

    ``integrity.digest`` is the SHA-256 of the file with these 64 characters set to zeros.
    """
    assert snapshot.text is not None
    record = encode_snapshot(replace(snapshot, text=None))
    record["integrity"] = {"digest": _BLANK, "text_sha256": hashlib.sha256(snapshot.text.encode()).hexdigest()}
    blank = dump_json(record)
    return _with_digest(blank, hashlib.sha256(blank).hexdigest().encode())


def check_seals(snapshot: Snapshot, record: bytes, text: bytes, source: bytes | None, folder: Path) -> Iterator[str]:
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


def _with_digest(record: bytes, digest: bytes) -> bytes:
    found = _INTEGRITY.search(record)
    assert found is not None
    return record[: found.start(1)] + digest + record[found.end(1) :]
