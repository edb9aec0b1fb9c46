"""Documents to claims, and the claims of a subject to its series and changes, as pure functions over batches.

They know no disk, no clock and no state: what they take and give is plain bytes and values that any process on any
machine can be sent. Where they run is decided by whoever calls them (see ``engine``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath

from reportdiff.api.about import UNKNOWN, Told
from reportdiff.api.documents import NOTHING_TOLD, read_again, read_document
from reportdiff.model.change import Diff
from reportdiff.model.conventions import USUAL, Conventions
from reportdiff.model.document import Snapshot, judged_order
from reportdiff.model.errors import ReportdiffError
from reportdiff.model.noun import Noun
from reportdiff.model.series import SubjectSeries
from reportdiff.store.renewal import compare_readings
from reportdiff.store.seal import seal, unseal

MOST_DOCUMENTS = 16
MOST_BYTES = 1_000_000
"""A batch ends with so many documents or bytes: large enough that sending it costs little, small enough to hold."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Document(Noun):
    """A document's bytes and what is told about it; ``place`` is what messages call it, ``name`` tells its format.

    ``identified`` asks for a subject and a publisher, without which nothing can be stored. ``capture`` is the WARC
    file of its fetching. The other members are those of :func:`reportdiff.api.documents.read_document`.
    """

    place: str
    name: str
    data: bytes
    told: Told = NOTHING_TOLD
    encoding: str | None = None
    force: bool = False
    mapping: bytes | None = None
    retrieved: str | None = None
    capture: bytes | None = None
    identified: bool = True
    conventions: Conventions = USUAL


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Reading(Noun):
    """What was read of a document: the snapshot without claims and text, the sealed record with the claims, the text.

    ``claims`` is their number. ``record`` and ``text`` are what a store holds.
    """

    head: Snapshot
    claims: int
    record: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Refused(Noun):
    """A document or stored snapshot that cannot be read: what it is called, why, and the exit code for it alone."""

    place: str
    message: str
    exit_code: int = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StoredReading(Noun):
    """A stored snapshot as its files have it.

    ``folder`` is what messages call it, ``mapping`` the one that its source was read with, if any.
    """

    id: str
    folder: str
    record: bytes
    text: bytes
    source: bytes
    mapping: bytes | None = None
    conventions: Conventions = USUAL


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Renewed(Noun):
    """What today's program makes of a stored snapshot: the new record and text, and how many claims differ.

    ``claims`` counts those that were stored; the other numbers are those of
    :class:`reportdiff.store.renewal.Renewal`.
    """

    id: str
    subject: str
    claims: int
    added: int
    gone: int
    altered: int
    changes_anything: bool
    record: bytes
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SubjectFiles(Noun):
    """The snapshots of a subject as their files have them: the path of each record below its folder, record, text."""

    subject: str
    files: tuple[tuple[str, bytes, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Aligned(Noun):
    """The ``series.json`` of a subject, and the files that it was made from, each with its SHA-256."""

    subject: str
    made_from: tuple[tuple[str, str], ...]
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Followed(Noun):
    """A subject's series, and what changed from each edition of each document to the next."""

    series: tuple[SubjectSeries, ...]
    diffs: tuple[Diff, ...]


def read_batch(documents: Sequence[Document]) -> tuple[Reading | Refused, ...]:
    """What each of *documents* claims, in their order; a document that cannot be read spoils no other."""
    return tuple(_read(document) for document in documents)


def renew_batch(stored: Sequence[StoredReading]) -> tuple[Renewed | Refused, ...]:
    """What today's program reads in the sources of *stored* snapshots, in their order; they must be as sealed."""
    return tuple(_renew(each) for each in stored)


def follow_subject(snapshots: Iterable[Snapshot]) -> Followed:
    """The series of one subject's *snapshots*, and the diff of each two consecutive editions of a document."""
    from reportdiff.compare.diff import diff_snapshots
    from reportdiff.compare.joining.subject_series import align_subject
    from reportdiff.compare.reading.telling import Tellings

    ordered = sorted(snapshots, key=judged_order)
    tell = Tellings()
    lines: dict[str, list[Snapshot]] = {}
    for snapshot in ordered:
        lines.setdefault(snapshot.document, []).append(snapshot)
    diffs = tuple(
        diff_snapshots(old, new, tell=tell) for _, line in sorted(lines.items()) for old, new in pairwise(line)
    )
    return Followed(series=align_subject(ordered, tell=tell), diffs=diffs)


def align_subject_files(stored: SubjectFiles) -> Aligned | Refused:
    """The ``series.json`` of a subject that nobody has corrected anything of."""
    from reportdiff.compare.joining.subject_series import align_subject
    from reportdiff.records.series import SeriesRecord, dump_series

    made_from = tuple(sorted((name, hashlib.sha256(record).hexdigest()) for name, record, _ in stored.files))
    try:
        snapshots = decode_files(stored)
    except ReportdiffError as refusal:
        return Refused(place=stored.subject, message=str(refusal), exit_code=refusal.exit_code)
    several = tuple(series for series in align_subject(snapshots) if len(series.members) > 1)
    data = dump_series(SeriesRecord(subject=stored.subject, made_from=made_from, series=several))
    return Aligned(subject=stored.subject, made_from=made_from, data=data)


def decode_reading(reading: Reading) -> Snapshot:
    """The whole snapshot of a reading."""
    from reportdiff.records.snapshot import read_snapshot_json

    return read_snapshot_json(reading.record, name=reading.head.id, text=reading.text)


def decode_files(stored: SubjectFiles) -> tuple[Snapshot, ...]:
    """The snapshots of a subject; :class:`UnreadableInput` for a record that is none."""
    from reportdiff.records.snapshot import read_snapshot_json

    return tuple(read_snapshot_json(record, name=name, text=text) for name, record, text in stored.files)


def batched(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    """*documents* in batches of no more than 16, and of 1 MB where they are large."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and (len(batch) == MOST_DOCUMENTS or size + len(document.data) > MOST_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(document)
        size += len(document.data)
    if batch:
        yield tuple(batch)


def _read(document: Document) -> Reading | Refused:
    try:
        snapshot = read_document(
            document.data,
            name=document.name,
            told=document.told,
            encoding=document.encoding,
            force=document.force,
            mapping=document.mapping,
            retrieved=document.retrieved,
            conventions=document.conventions,
        )
        record = seal(snapshot)
    except ReportdiffError as refusal:
        return Refused(place=document.place, message=_naming(document, str(refusal)), exit_code=refusal.exit_code)
    if document.identified and (unknown := _unknown(snapshot)):
        message = f"{document.place}: nothing tells what --{unknown} to store this under; give --{unknown} ID"
        return Refused(place=document.place, message=message, exit_code=2)
    head = replace(snapshot, claims=(), sections=(), reliability=(), text=None)
    return Reading(head=head, claims=len(snapshot.claims), record=record, text=snapshot.text or "")


def _unknown(snapshot: Snapshot) -> str | None:
    told = (("subject", snapshot.subject.id), ("publisher", snapshot.publisher.id))
    return next((option for option, known in told if known == UNKNOWN), None)


def _naming(document: Document, message: str) -> str:
    """The message with the document's place in front, be it in the place of its name."""
    if message.startswith(document.place):
        return message
    return f"{document.place}: {message.removeprefix(f'{document.name}: ')}"


def _renew(stored: StoredReading) -> Renewed | Refused:
    try:
        folder = PurePath(stored.folder)
        old = unseal(stored.record, stored.text, lambda _: stored.source, folder=folder, expected=stored.id)
        new = read_again(old, stored.source, mapping=stored.mapping, conventions=stored.conventions)
        found = compare_readings(old, new)
        record = seal(new)
    except ReportdiffError as refusal:
        return Refused(place=stored.id, message=str(refusal), exit_code=refusal.exit_code)
    text = new.text or ""
    return Renewed(
        id=old.id,
        subject=old.subject.id,
        claims=len(old.claims),
        added=found.added,
        gone=found.gone,
        altered=found.altered,
        changes_anything=record != stored.record or text.encode() != stored.text,
        record=record,
        text=text,
    )
