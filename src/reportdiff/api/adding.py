"""Many documents into a store: what is there already is passed over, what cannot be read is named, the rest is kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from reportdiff.api.about import read_day, read_id
from reportdiff.api.aligning import write_series_of
from reportdiff.api.batch import MOST_BYTES, MOST_DOCUMENTS, Document, Reading, Refused, read_batch
from reportdiff.api.engine import Workers, map_in_order, open_workers
from reportdiff.model.errors import ReportdiffError, UsageProblem
from reportdiff.model.noun import Noun
from reportdiff.store.adding import CAPTURE, MAPPING, Sealed, add_sealed, index_sources, is_edition_of
from reportdiff.store.ids import slug, snapshot_id, subject_of
from reportdiff.store.series import read_series
from reportdiff.store.snapshots import Store, find_store

Give: TypeAlias = Callable[[], Document]
"""Makes a document when it is its turn, so that not all of them are held; raises what a document cannot be made for."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Added(Noun):
    """What became of a document: the id of its snapshot in the store.

    ``is_new`` is False if the same bytes were there before; ``supersedes`` names the edition of the same document and
    day that had other bytes; ``claims`` is their number, None for what was there before.
    """

    place: str
    id: str
    is_new: bool
    supersedes: str | None = None
    claims: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A document that need not be read: the store has its bytes, under the same names."""

    place: str
    id: str


_Outcome: TypeAlias = "Reading | Refused | _Known"


def add_documents(
    documents: Iterable[Give], *, folder: str | Path = ".", jobs: int = 1, engine: str | None = None
) -> Iterator[Added | Refused]:
    """Keep each of *documents* in the store that *folder* lies in, and tell in their order what became of it.

    *jobs* is how many processes read, *engine* the cluster that does instead, see
    :func:`reportdiff.api.engine.open_workers`; the store is the same for any. Each is stored as soon as it is read,
    so that after an interruption the next run does what is left. The series of the subjects are made at the end.
    Raises :class:`NotFound` where there is no store, :class:`UnreadableInput` where it is locked or cannot be written,
    or where a process that read was killed.
    """
    store = find_store(Path(folder))
    subjects: set[str] = set()
    new: set[str] = set()
    with open_workers(jobs, engine) as workers:
        for document, outcome in _read_all(store, documents, workers):
            told = _store(store, document, outcome)
            if isinstance(told, Added):
                subjects.add(subject_of(told.id))
                new.update({subject_of(told.id)} if told.is_new else ())
            yield told
        write_series_of(store, new | _without_series(store, subjects - new), workers)


def read_documents(
    documents: Iterable[Give], *, jobs: int = 1, engine: str | None = None
) -> Iterator[tuple[Document, Reading]]:
    """What each of *documents* claims; nothing is stored. The first that cannot be read is raised."""
    with open_workers(jobs, engine) as workers:
        for document, outcome in _read_all(None, documents, workers):
            if isinstance(outcome, Refused):
                raise _problem(outcome)
            assert document is not None
            assert isinstance(outcome, Reading)
            yield document, outcome


def store_readings(read: Sequence[tuple[Document, Reading]], *, folder: str | Path = ".") -> tuple[Added, ...]:
    """Keep what :func:`read_documents` gave; the series of the subjects are made at the end."""
    from reportdiff.api.tracing import write_series

    store = find_store(Path(folder))
    told = tuple(_add(store, document, reading) for document, reading in read)
    new = {subject_of(each.id) for each in told if each.is_new}
    others = {subject_of(each.id) for each in told} - new
    write_series(new | _without_series(store, others), folder=store.root)
    return told


def _without_series(store: Store, subjects: Iterable[str]) -> set[str]:
    """Those of *subjects* whose series an interrupted run has left as they were."""
    return {subject for subject in subjects if read_series(store, subject) is None}


def _problem(refused: Refused) -> ReportdiffError:
    kinds = {kind.exit_code: kind for kind in ReportdiffError.__subclasses__()}
    return kinds.get(refused.exit_code, ReportdiffError)(refused.message)


def _read_all(
    store: Store | None, documents: Iterable[Give], workers: Workers
) -> Iterator[tuple[Document | None, _Outcome]]:
    """Each document that can be made, with what was read of it; what a *store* has already is not read."""
    index = {} if store is None else index_sources(store)
    waiting: list[list[tuple[Document | None, Refused | _Known | None]]] = []

    def batches() -> Iterator[tuple[Document, ...]]:
        for group in _grouped(_made(documents, index)):
            waiting.append(group)
            yield tuple(document for document, told in group if document is not None and told is None)

    for read in map_in_order(read_batch, batches(), workers):
        done = iter(read)
        for document, told in waiting.pop(0):
            yield document, next(done) if told is None else told


def _made(
    documents: Iterable[Give], index: dict[str, tuple[str, ...]]
) -> Iterator[tuple[Document | None, Refused | _Known | None]]:
    for give in documents:
        try:
            document = give()
        except ReportdiffError as refusal:
            yield None, Refused(place="", message=str(refusal), exit_code=refusal.exit_code)
            continue
        known = _find_known(document, index) if index else None
        yield (document, None) if known is None else (None, _Known(place=document.place, id=known))


def _grouped(
    made: Iterable[tuple[Document | None, Refused | _Known | None]],
) -> Iterator[list[tuple[Document | None, Refused | _Known | None]]]:
    group: list[tuple[Document | None, Refused | _Known | None]] = []
    size = count = 0
    for document, told in made:
        group.append((document, told))
        size += 0 if document is None else len(document.data)
        count += document is not None
        if count == MOST_DOCUMENTS or size > MOST_BYTES or len(group) == 50 * MOST_DOCUMENTS:
            yield group
            group, size, count = [], 0, 0
    if group:
        yield group


def _find_known(document: Document, index: dict[str, tuple[str, ...]]) -> str | None:
    """The id under which a store has these bytes as an edition of the same document; None where it has not."""
    told = document.told
    known = index.get(hashlib.sha256(document.data).hexdigest())
    if known is None or told.subject is None or told.publisher is None:
        return None
    try:
        publisher, subject = read_id(told.publisher, "publisher"), read_id(told.subject, "subject")
        line = f"{publisher}/{told.document or subject}"
        if told.published is not None:
            day = read_day(told.published, "--published")
            wanted = snapshot_id(subject=subject, publisher=publisher, document=line, published=day, sha256="")
            return next((each for each in known if is_edition_of(each, wanted)), None)
    except UsageProblem:
        return None
    named = "" if told.document is None else f"-{slug(told.document)}"
    undated = re.compile(
        rf"{re.escape(f'{subject}/{publisher}{named}-')}(?:undated-[0-9a-f]{{8}}|[0-9-]{{10}})(?:\.[0-9]+)?"
    )
    return next((each for each in known if undated.fullmatch(each)), None)


def _store(store: Store, document: Document | None, outcome: _Outcome) -> Added | Refused:
    if isinstance(outcome, Refused):
        return outcome
    if isinstance(outcome, _Known):
        return Added(place=outcome.place, id=outcome.id, is_new=False)
    assert document is not None
    return _add(store, document, outcome)


def _add(store: Store, document: Document, reading: Reading) -> Added:
    beside = {MAPPING: document.mapping, CAPTURE: document.capture}
    companions = {name: data for name, data in beside.items() if data is not None}
    sealed = Sealed(reading.head, reading.record, reading.text)
    stored = add_sealed(store, sealed, document.data, companions)
    return Added(
        place=document.place,
        id=stored.snapshot.id,
        is_new=stored.is_new,
        supersedes=stored.supersedes if stored.is_new else None,
        claims=reading.claims,
    )
